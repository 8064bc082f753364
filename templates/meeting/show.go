package meeting

import (
	"context"
	"slices"
	"unicode"
	"unicode/utf8"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// ShowPage is a meeting, and what its reader may do with it.
type ShowPage struct {
	meeting.ShowPage
	CanRun   bool                      // the reader is chair or secretary
	Follows  bool                      // the reader may follow the meeting as it goes
	CanSetUp bool                      // the reader may put matters on the agenda
	Reads    func(matterID int64) bool // the reader may read the papers of a matter on the agenda
	Unions   []matter.Union            // that the reader speaks for in the group
	Me       int64                     // the reader's person
	From     string                    // where the forms stand, when not on the meeting's own page
	Once     ui.Hidden
	Sent     Sent
}

func (p ShowPage) today() clock.Date { return clock.DateOf(p.Now) }

// editable reports whether the agenda can still be changed.
func (p ShowPage) editable() bool {
	return p.CanRun && (p.Status == "planned" || p.Status == "open")
}

// before reports whether the meeting is still to come.
func (p ShowPage) before() bool { return p.Status == "planned" && p.Now.Before(p.StartsAt) }

// steps are the meeting's way from notice to minutes.
func (p ShowPage) steps(ctx context.Context) []ui.TaskGroup {
	if p.Status == "cancelled" {
		return nil
	}
	return []ui.TaskGroup{{Tasks: []ui.Task{p.noticeStep(ctx), p.papersStep(ctx), p.meetingStep(ctx), p.minutesStep(ctx)}}}
}

func (p ShowPage) noticeStep(ctx context.Context) ui.Task {
	t := ui.Task{Text: i18n.T(ctx, "meeting.step.notice"), Status: ui.TaskOngoing}
	by := p.Agreement.NoticeBy(p.Day(), p.Extra)
	switch {
	case p.NoticeAt != nil:
		t.Status, t.Href = ui.TaskDone, Path(p.ID, "/kallelse")
		t.State = i18n.T(ctx, "meeting.step.notice_done", "Date", i18n.Date(ctx, *p.NoticeAt))
		if clock.DateOf(*p.NoticeAt).After(by) {
			t.Hint = i18n.T(ctx, "meeting.step.late", "Date", i18n.Date(ctx, by))
		}
	case p.today().After(by):
		t.State = i18n.T(ctx, "meeting.step.notice_late", "Date", i18n.Date(ctx, by))
	default:
		t.State = i18n.T(ctx, "meeting.step.notice_by", "Date", i18n.Date(ctx, by))
	}
	return t
}

func (p ShowPage) papersStep(ctx context.Context) ui.Task {
	t := ui.Task{Text: i18n.T(ctx, "meeting.step.papers"), Status: ui.TaskOngoing}
	by := p.Agreement.PapersBy(p.Day(), p.Extra)
	switch {
	case p.PapersAt != nil:
		t.Status, t.Href = ui.TaskDone, "#dagordning"
		t.State = i18n.T(ctx, "meeting.step.papers_done", "Date", i18n.Date(ctx, *p.PapersAt))
		if clock.DateOf(*p.PapersAt).After(by) {
			t.Hint = i18n.T(ctx, "meeting.step.late", "Date", i18n.Date(ctx, by))
		}
	case p.Status != "planned":
		t.Status = ui.TaskNotNeeded
	case p.today().After(by):
		t.State = i18n.T(ctx, "meeting.step.papers_late", "Date", i18n.Date(ctx, by))
	default:
		t.State = i18n.T(ctx, "meeting.step.papers_by", "Date", i18n.Date(ctx, by))
	}
	return t
}

func (p ShowPage) meetingStep(ctx context.Context) ui.Task {
	t := ui.Task{Text: i18n.T(ctx, "meeting.step.meeting")}
	switch p.Status {
	case "closed":
		t.Status = ui.TaskDone
		t.State = i18n.T(ctx, "meeting.step.held", "Date", i18n.Date(ctx, p.Day()))
	case "open":
		t.Status = ui.TaskOngoing
		if p.Follows {
			t.Href = Path(p.ID, "/lage")
		}
		t.State = i18n.T(ctx, "meeting.state.open")
	default:
		t.State = i18n.Date(ctx, p.Day())
	}
	return t
}

func (p ShowPage) minutesStep(ctx context.Context) ui.Task {
	t := ui.Task{Text: i18n.T(ctx, "meeting.step.minutes")}
	if p.Minutes == nil {
		return t
	}
	t.Status, t.Href = ui.TaskOngoing, Path(p.ID, "/protokoll")
	if p.Minutes.Final() {
		t.Status = ui.TaskDone
	}
	t.State = MinutesLabel(ctx, p.Minutes.State(p.Now))
	return t
}

// kicker is the line above the title: how one meets, and who leads.
func (p ShowPage) kicker(ctx context.Context) string {
	text := i18n.T(ctx, "meeting.show.kicker", "Level", p.Level)
	if p.Extra {
		text = i18n.T(ctx, "meeting.extra") + " · " + p.Level
	}
	return text
}

// facts are when and where, and who leads.
func (p ShowPage) facts(ctx context.Context) []ui.SummaryRow {
	rows := []ui.SummaryRow{{Key: i18n.T(ctx, "meeting.show.when"), Value: i18n.LongDate(ctx, p.Day()) + "\n" + i18n.TimeRange(ctx, p.StartsAt, p.EndsAt)}}
	if p.Place != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.show.place"), Value: p.Place})
	}
	if p.ChairName != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.show.chair"), Value: p.ChairName})
	}
	if p.SafetyCommittee {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.show.committee"), Value: i18n.T(ctx, "meeting.show.committee_yes")})
	}
	return rows
}

// members are those called, each once, with all they are there for.
func members(ctx context.Context, r meeting.Record) []ui.ListRow {
	var rows []ui.ListRow
	at := map[int64]int{}
	for _, m := range r.MembersOn(r.Day()) {
		what := RoleLabel(ctx, m.Role)
		if m.UnionName != "" {
			what = m.UnionName + ", " + lowerFirst(what)
		}
		if i, ok := at[m.PersonID]; ok {
			rows[i].Detail += " · " + what
			continue
		}
		at[m.PersonID] = len(rows)
		rows = append(rows, ui.ListRow{Text: m.Name, Detail: what})
	}
	return rows
}

// dispatches say what went out, and how many have read it.
func (p ShowPage) dispatches(ctx context.Context) []ui.Event {
	events := make([]ui.Event, len(p.Dispatches))
	for i, d := range p.Dispatches {
		events[i] = ui.Event{When: i18n.DateTime(ctx, d.SentAt), Title: say(ctx, dispatchKeys, d.Kind), Who: d.SenderName,
			Text: i18n.T(ctx, "meeting.dispatch.read", "Read", d.Read, "Recipients", d.Recipients)}
		if d.Reason != "" {
			events[i].Text += "\n" + i18n.T(ctx, "meeting.dispatch.reason", "Reason", d.Reason)
		}
	}
	return events
}

// unread reports whether papers have reached the reader that they have not said they have read.
func unread(r meeting.Record, person int64) bool {
	return slices.ContainsFunc(r.Recipients, func(x meeting.Recipient) bool { return x.Kind == "papers" && x.PersonID == person && x.ReadAt == nil })
}

// consent is the union's answer about an extra meeting; nil: none yet.
func (p ShowPage) consent(unionID int64) *meeting.Consent {
	for _, c := range p.Consents {
		if c.UnionID == unionID {
			return &c
		}
	}
	return nil
}

// silent lists the unions that have not answered about the extra meeting.
func (p ShowPage) silent() []string {
	var names []string
	for _, u := range p.Record.Unions() {
		if p.consent(u.ID) == nil {
			names = append(names, u.Name)
		}
	}
	return names
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
