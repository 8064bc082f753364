package notify

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/i18n"
)

// mail is one row with what its text needs, read when it is sent.
type mail struct {
	ID        int64
	PersonID  int64
	Kind      announce.Kind
	State     string
	QueuedAt  time.Time
	Email     string
	Name      string
	OrgName   string
	MatterID  int64
	Number    string
	Title     string
	Secrecy   string
	MeetingID int64
	APTID     int64
	SubjectID int64 // what the mail tells of
	GroupID   int64
	UnitID    int64  // of an APT
	GroupName string // or the unit, of an APT
	Meetings  int    // of a year plan: how many were published
	StartsAt  time.Time
	UnionName string
	AboutOn   clock.Date
	MailKey   []byte // the organisation's, for links that need no signing in
	calendar
}

const mailColumns = `m.id, m.person_id, m.kind, m.state, m.queued_at, coalesce(p.email, '') AS email, p.name, o.name AS org_name,
	       coalesce(m.matter_id, 0) AS matter_id, coalesce(a.number, '') AS number, coalesce(a.title, '') AS title,
	       coalesce(a.secrecy, '') AS secrecy, coalesce(m.meeting_id, 0) AS meeting_id, coalesce(m.apt_id, 0) AS apt_id, m.subject_id,
	       coalesce(g.id, 0) AS group_id, coalesce(u.id, 0) AS unit_id, coalesce(yp.meetings, 0) AS meetings, coalesce(g.name, u.name, '') AS group_name, coalesce(t.starts_at, x.starts_at, m.queued_at) AS starts_at, coalesce(un.name, '') AS union_name, m.about_on, o.mail_key`

const mailTables = `
	FROM   mails m
	JOIN   people p ON p.org_id = m.org_id AND p.id = m.person_id
	JOIN   organisations o ON o.id = m.org_id
	LEFT   JOIN matters a ON a.org_id = m.org_id AND a.id = m.matter_id
	LEFT   JOIN meetings t ON t.org_id = m.org_id AND t.id = m.meeting_id
	LEFT   JOIN groups g ON g.org_id = t.org_id AND g.id = t.group_id
	LEFT   JOIN apts x ON x.org_id = m.org_id AND x.id = m.apt_id
	LEFT   JOIN units u ON u.org_id = x.org_id AND u.id = x.unit_id
	LEFT   JOIN year_publications yp ON m.kind = 'year_plan' AND yp.org_id = m.org_id AND yp.id = m.subject_id
	LEFT   JOIN unions un ON un.org_id = m.org_id AND un.id = m.union_id`

func (n *Notifier) find(ctx context.Context, orgID, id int64) (mail, error) {
	var m mail
	var b db.Batch
	db.One(&b, &m, fail.New(fail.NotFound, "error.not_found"), "SELECT "+mailColumns+mailTables+" WHERE m.org_id = $1 AND m.id = $2", orgID, id)
	m.calendar.queue(&b, orgID, id)
	return m, n.db.ReadOrg(ctx, orgID, &b)
}

// text is a finished mail, in plain text.
type text struct {
	to, name, from, subject, body string
	unsubscribe                   string // address of the one-click page (RFC 8058); "": mail that may not be turned off
	returns                       string // address that mail comes back to, the envelope's sender; "": the sender
	invites                       []invite
}

// compose writes the mail in Swedish, which is the organisation's language, not the reader's. Nothing of the matter is in
// the body: what it is about, when, and where to read it (OSL 10 kap.; a mail leaves our keeping). The subject holds the
// title so that people can tell their mails apart, unless anything in the matter is secret: then the number stands there.
func compose(m mail, hs []announce.Hindrance, base, unsubscribe string) (text, error) {
	l, ok := letters[m.Kind]
	if !ok {
		return text{}, fmt.Errorf("no mail is written for %q", m.Kind)
	}
	ctx := i18n.With(context.Background(), i18n.Swedish)
	title := line(m.Title)
	if m.Secrecy != "" {
		title = m.Number
	}
	args := []any{"Union", line(m.UnionName), "On", i18n.Date(ctx, m.AboutOn), "Group", line(m.GroupName), "Date", i18n.Date(ctx, m.StartsAt), "Title", title, "Number", m.Number,
		"When", i18n.LongDate(ctx, m.StartsAt) + " " + i18n.Time(ctx, m.StartsAt), "Day", i18n.Date(ctx, m.QueuedAt), "From", m.from(ctx), "Count", m.Meetings}
	var b strings.Builder
	say := func(lines ...string) { b.WriteString(strings.Join(lines, "\n") + "\n") }
	say(i18n.T(ctx, "notify.mail.greeting", "Name", line(m.Name)), "")
	say(i18n.T(ctx, l.body, args...), "")
	for _, h := range hs {
		say(hindrance(ctx, h, base)...)
	}
	say(i18n.T(ctx, "notify.mail.open"), base+m.path(l.about), "")
	if m.invites() {
		say(i18n.T(ctx, "notify.mail.calendar"), "")
	}
	say(i18n.T(ctx, "notify.mail.why"), "")
	sign(ctx, say, line(m.OrgName), base, unsubscribe)
	return text{to: m.Email, name: line(m.Name), from: line(m.OrgName), subject: line(i18n.T(ctx, l.subject, args...)), body: b.String(),
		unsubscribe: unsubscribe}, nil
}

// sign ends a mail: who sends it, and where to choose what comes how.
func sign(ctx context.Context, say func(...string), org, base, unsubscribe string) {
	say("-- ")
	if org != "" {
		say(org)
	}
	say(i18n.T(ctx, "notify.mail.automatic"), i18n.T(ctx, "post.mail.settings"), base+"/konto/mejl")
	if unsubscribe != "" {
		say(i18n.T(ctx, "post.mail.unsubscribe"), unsubscribe)
	}
}

// path leads to what the mail is about; to Att göra when it is about neither.
func (m mail) path(a about) string {
	switch {
	case a == aSuggestion:
		return "/forslag/" + strconv.FormatInt(m.SubjectID, 10)
	case a == aRequest: // the subject is a version of the request
		return "/begaran/" + strconv.FormatInt(m.SubjectID>>12, 10)
	case a == aQuestion:
		return "/vackta/" + strconv.FormatInt(m.SubjectID, 10)
	case a == aRisk:
		return "/arenden/" + strconv.FormatInt(m.MatterID, 10) + "/riskbedomning"
	case a == aRiskInvitation:
		return "/arenden/" + strconv.FormatInt(m.MatterID, 10) + "/riskbedomning/inbjudan"
	case a == aPresentation:
		return "/moten/" + strconv.FormatInt(m.MeetingID, 10) + "/punkter/" + strconv.FormatInt(m.SubjectID, 10) + "/foredragning"
	case a == anAlone: // the subject is a version of the item
		return "/moten/" + strconv.FormatInt(m.MeetingID, 10) + "/punkter/" + strconv.FormatInt(m.SubjectID>>12, 10) + "/utan-organisation"
	case a == aYear && m.UnitID != 0:
		return "/arshjul?enhet=" + strconv.FormatInt(m.UnitID, 10)
	case a == aYear:
		return "/arshjul?grupp=" + strconv.FormatInt(m.GroupID, 10)
	case m.APTID != 0 && (a == anAPT || m.MeetingID == 0 && m.MatterID == 0):
		return "/apt/" + strconv.FormatInt(m.APTID, 10)
	case a == theUnions:
		return "/organisation/forbund"
	case a == theMandates:
		return "/organisation/mandat"
	case m.MeetingID != 0 && (a == aMeeting || m.MatterID == 0):
		return "/moten/" + strconv.FormatInt(m.MeetingID, 10)
	case m.MatterID != 0:
		return "/arenden/" + strconv.FormatInt(m.MatterID, 10)
	}
	return "/"
}

// line makes s one line without control characters, so that nobody's text becomes a header or a mail of its own
// (ASVS 1.3.11).
func line(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
