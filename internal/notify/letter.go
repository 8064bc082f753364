package notify

import (
	"context"
	"strings"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/i18n"
)

// sectionMost is how many lines one section of a morning letter has; the rest are counted and stand on Att göra.
const sectionMost = 15

// morning is all that one morning letter tells, read when it is sent.
type morning struct {
	today    clock.Date
	gathered []mail
	tasks    []task
}

// findMorning reads what the letter m gathers, and what the person has to do in roles that they hold, due this week or
// overdue.
func (n *Notifier) findMorning(ctx context.Context, orgID int64, m mail) (morning, error) {
	mo := morning{today: clock.DateOf(n.clock.Now())}
	var b db.Batch
	db.Many(&b, &mo.gathered, `
		SELECT `+mailColumns+mailTables+`
		WHERE  m.org_id = $1 AND m.digest_id = $2 ORDER BY m.id`, orgID, m.ID)
	db.Many(&b, &mo.tasks, `
		SELECT t.id, t.kind, t.due_on, t.proposal_no, coalesce(t.matter_id, 0) AS matter_id, coalesce(a.number, '') AS number,
		       coalesce(t.meeting_id, 0) AS meeting_id, coalesce(t.apt_id, 0) AS apt_id, coalesce(g.name, '') AS group_name, coalesce(me.starts_at, ap.starts_at) AS starts_at, coalesce(u.name, '') AS unit_name, coalesce(un.name, '') AS union_name
		FROM   tasks t JOIN held_roles($2) h ON h.person_id = t.person_id AND h.role = t.role
		LEFT   JOIN matters a ON a.org_id = t.org_id AND a.id = t.matter_id
		LEFT   JOIN meetings me ON me.org_id = t.org_id AND me.id = t.meeting_id
		LEFT   JOIN groups g ON g.org_id = me.org_id AND g.id = me.group_id
		LEFT   JOIN apts ap ON ap.org_id = t.org_id AND ap.id = t.apt_id
		LEFT   JOIN units u ON u.org_id = t.org_id AND u.id = t.unit_id
		LEFT   JOIN unions un ON un.org_id = t.org_id AND un.id = t.union_id
		WHERE  t.org_id = $1 AND t.person_id = $3 AND t.done_at IS NULL AND t.due_on <= $4
		AND    NOT EXISTS (SELECT FROM mail_settings s WHERE s.org_id = $1 AND s.person_id = $3 AND s.topic = $5 AND s.manner = 'never')
		ORDER  BY t.due_on, t.id LIMIT 200`, orgID, mo.today, m.PersonID, endOfWeek(mo.today), string(TopicTasks))
	return mo, n.db.ReadOrg(ctx, orgID, &b)
}

// entry is one line of a letter with the address that it leads to.
type entry struct{ text, link string }

// sections sorts what the letter tells: overdue and due this week first, each with reminders among them, then what has
// happened.
func (mo morning) sections(ctx context.Context, base string) (late, week, news []entry) {
	for _, g := range mo.gathered {
		e := entry{g.line(ctx), base + g.path(letters[g.Kind].about)}
		switch {
		case reminds[g.Kind] != "":
			week = append(week, e)
		default:
			news = append(news, e)
		}
	}
	for _, t := range mo.tasks {
		e := entry{t.line(ctx), base + t.path()}
		switch {
		case t.inLetter(mo.gathered):
		case t.DueOn.Before(mo.today):
			late = append(late, e)
		default:
			week = append(week, e)
		}
	}
	return late, week, news
}

// composeMorning writes the letter, in the form of the handbook (ux 4.10): what there is to do and by when, and links. A
// matter is named by its number, never by its title. ok is false when nothing is left to tell.
func composeMorning(m mail, mo morning, base, unsubscribe string) (t text, ok bool) {
	ctx := i18n.With(context.Background(), i18n.Swedish)
	late, week, news := mo.sections(ctx, base)
	if len(late)+len(week)+len(news) == 0 {
		return text{}, false
	}
	var b strings.Builder
	say := func(lines ...string) { b.WriteString(strings.Join(lines, "\n") + "\n") }
	say(i18n.T(ctx, "notify.mail.greeting", "Name", line(m.Name)), "")
	section := func(title string, es []entry) {
		if len(es) == 0 {
			return
		}
		say(title, "")
		for _, e := range es[:min(len(es), sectionMost)] {
			say("* "+e.text, "  "+e.link)
		}
		if more := len(es) - sectionMost; more > 0 {
			say("* "+i18n.N(ctx, "post.morning.more", more), "  "+base+"/")
		}
		say("")
	}
	section(i18n.T(ctx, "post.morning.late"), late)
	section(i18n.T(ctx, "post.morning.week"), week)
	section(i18n.T(ctx, "post.morning.news"), news)
	say(i18n.T(ctx, "notify.mail.why"), "")
	sign(ctx, say, line(m.OrgName), base, unsubscribe)
	subject := i18n.T(ctx, "post.morning.subject_news")
	if n := len(late) + len(week); n > 0 {
		subject = i18n.N(ctx, "post.morning.subject", n)
	}
	return text{to: m.Email, name: line(m.Name), from: line(m.OrgName), subject: subject, body: b.String(), unsubscribe: unsubscribe}, true
}

// line names what has happened as its own mail's subject would, with the matter's number in place of its title.
func (g mail) line(ctx context.Context) string {
	l, ok := letters[g.Kind]
	if !ok {
		return string(g.Kind)
	}
	return line(i18n.T(ctx, l.subject, "Group", g.GroupName, "Date", i18n.Date(ctx, g.StartsAt), "Title", g.Number, "Union", g.UnionName, "On", i18n.Date(ctx, g.AboutOn)))
}

// line names the task as Att göra does, with the matter's number in place of its title, and says when it is due.
func (t task) line(ctx context.Context) string {
	key := "todo.task." + t.Kind
	if !i18n.Known(ctx, key) {
		key = taskOther
	}
	what := t.Number
	if what == "" {
		what = t.GroupName
	}
	day := ""
	if t.StartsAt != nil {
		day = i18n.Date(ctx, *t.StartsAt)
	}
	text := i18n.T(ctx, key, "Title", what, "No", t.ProposalNo, "Group", t.GroupName, "Date", day, "Unit", t.UnitName, "Union", t.UnionName)
	return line(text) + ", " + i18n.T(ctx, "post.morning.by", "Date", i18n.Date(ctx, t.DueOn))
}

// taskOther names a task of a kind that has no text.
const taskOther = "todo.task.other"

// path leads to the APT, meeting or matter that the task is about, or to one's own introduction and trainings.
func (t task) path() string {
	switch {
	case t.APTID != 0:
		return mail{APTID: t.APTID}.path(anAPT)
	case t.Kind == "introduction" || t.Kind == "renew_training":
		return "/introduktion"
	}
	return mail{MatterID: t.MatterID, MeetingID: t.MeetingID}.path(aMeeting)
}
