package apt

import (
	"context"
	"time"

	"samverka/internal/apt"
	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

// ShowPage is an APT, and what its reader may do with it.
type ShowPage struct {
	apt.Page
	CanRun      bool  // the reader leads it
	MayWrite    bool  // the reader writes notes
	Me          int64 // the reader's person
	SeesReasons bool  // the reader follows up why managers decide what belongs to a group
	SeesMatters bool  // the reader may open matters
	Once        ui.Hidden
	Sent        ui.Sent
}

func (p ShowPage) today() clock.Date { return clock.DateOf(p.Now) }

// open reports whether the APT is planned or invited: agenda and sittings may change.
func (p ShowPage) open() bool { return p.Status == apt.Planned || p.Status == apt.Invited }

// coming reports whether some of it is still to come.
func (p ShowPage) coming() bool { return p.open() && p.Now.Before(p.EndsAt) }

// begun reports whether any sitting has begun.
func (p ShowPage) begun() bool {
	for _, s := range p.Sittings {
		if s.Status == apt.SittingOpen || s.Status == apt.SittingClosed {
			return true
		}
	}
	return false
}

// going is the sitting that goes on.
func (p ShowPage) going() (apt.Sitting, bool) {
	return first(p.Sittings, apt.SittingOpen, clock.Date{})
}

// toOpen is the next sitting whose day has come.
func (p ShowPage) toOpen() (apt.Sitting, bool) {
	return first(p.Sittings, apt.SittingPlanned, p.today())
}

// first is the first sitting with the status; by a day, unless it is no date.
func first(all []apt.Sitting, status string, by clock.Date) (apt.Sitting, bool) {
	for _, s := range all {
		if s.Status == status && (by.IsZero() || !by.Before(clock.DateOf(s.StartsAt))) {
			return s, true
		}
	}
	return apt.Sitting{}, false
}

// second is the look of a button that is not the main one when a sitting can be opened.
func (p ShowPage) second() ui.Variant {
	_, going := p.going()
	if _, ok := p.toOpen(); ok || going {
		return ui.Secondary
	}
	return ui.Primary
}

// attendable reports whether the reader may tick that they took part.
func (p ShowPage) attendable() bool {
	return p.Mark.AttendedAt == nil && !p.today().Before(p.Day()) && p.Status != apt.Cancelled
}

// outcomes reports whether the reader sees how items ended: staff do once the notes are published.
func (p ShowPage) outcomes() bool {
	return p.CanRun || p.MayWrite || p.Status == apt.Published
}

func (p ShowPage) waiting() []apt.Proposal {
	var all []apt.Proposal
	for _, x := range p.Page.Proposals {
		if x.Status == "waiting" {
			all = append(all, x)
		}
	}
	return all
}

func (p ShowPage) proposalPath(x apt.Proposal, part string) string {
	return Path(p.ID, "/forslag/"+number(x.ID)+part)
}

func proposer(ctx context.Context, x apt.Proposal) string {
	if x.ByName != "" {
		return i18n.T(ctx, "apt.proposals.by", "Name", x.ByName)
	}
	return i18n.T(ctx, "apt.proposals.unnamed")
}

// panel says what the manager has to do now; ok: there is something.
func (p ShowPage) panel(ctx context.Context) (panel ui.PanelProps, ok bool) {
	panel = ui.PanelProps{ID: "nasta", State: ui.PanelRemarks, Label: i18n.T(ctx, "apt.next.label")}
	_, going := p.going()
	_, toOpen := p.toOpen()
	switch {
	case !p.CanRun || p.Status == apt.Cancelled:
		return panel, false
	case going:
		panel.Heading, panel.Text = i18n.T(ctx, "apt.next.going"), i18n.T(ctx, "apt.next.going_text")
	case toOpen && p.open():
		panel.Heading, panel.Text = i18n.T(ctx, "apt.next.begin"), i18n.T(ctx, "apt.next.begin_text")
	case p.Status == apt.Held:
		panel.Heading = i18n.T(ctx, "apt.next.publish", "Date", i18n.Date(ctx, p.Rules.NotesBy(clock.DateOf(p.EndsAt))))
		panel.Text = i18n.T(ctx, "apt.next.publish_text")
	case p.Status == apt.Published:
		return p.afterwards(ctx, panel)
	case p.InvitedAt == nil:
		panel.Heading = i18n.T(ctx, "apt.next.invite", "Date", i18n.Date(ctx, p.Rules.InviteBy(p.Day())))
		panel.Text, panel.Why, panel.Source = i18n.N(ctx, "apt.next.invite_text", p.Staff), i18n.T(ctx, "apt.help.invite"), i18n.T(ctx, "apt.help.source")
	case p.AgendaAt == nil:
		panel.Heading = i18n.T(ctx, "apt.next.agenda", "Date", i18n.Date(ctx, p.Rules.AgendaBy(p.Day())))
		panel.Text, panel.Why, panel.Source = i18n.T(ctx, "apt.next.agenda_text"), i18n.T(ctx, "apt.help.agenda"), i18n.T(ctx, "apt.help.source")
	default:
		panel.State = ui.PanelAllowed
		panel.Heading, panel.Text = i18n.T(ctx, "apt.next.ready"), i18n.T(ctx, "apt.next.ready_text", "Date", i18n.Date(ctx, p.Day()))
	}
	return panel, true
}

// afterwards says how many have read, and what waits for an answer.
func (p ShowPage) afterwards(ctx context.Context, panel ui.PanelProps) (ui.PanelProps, bool) {
	panel.State, panel.Heading = ui.PanelClosed, i18n.T(ctx, "apt.next.published")
	panel.Text = i18n.T(ctx, "apt.next.read", "Read", p.Read, "Staff", p.Staff)
	open := 0
	for _, q := range p.Questions {
		if q.AnsweredAt == nil {
			open++
		}
	}
	if open > 0 {
		panel.State, panel.Heading = ui.PanelRemarks, i18n.N(ctx, "apt.next.questions", open)
	}
	return panel, true
}

// steps are the APT's way from invitation to notes.
func (p ShowPage) steps(ctx context.Context) []ui.TaskGroup {
	invite := sent(ctx, i18n.T(ctx, "apt.step.invite"), p.InvitedAt, p.Rules.InviteBy(p.Day()))
	agenda := sent(ctx, i18n.T(ctx, "apt.step.agenda"), p.AgendaAt, p.Rules.AgendaBy(p.Day()))
	held := ui.Task{Text: i18n.T(ctx, "apt.step.held"), State: i18n.Date(ctx, p.Day())}
	switch {
	case p.Status == apt.Held || p.Status == apt.Published:
		held.Status, held.State = ui.TaskDone, ""
	case p.begun():
		held.Status, held.State = ui.TaskOngoing, ""
	}
	notes := sent(ctx, i18n.T(ctx, "apt.step.notes"), p.PublishedAt, p.Rules.NotesBy(clock.DateOf(p.EndsAt)))
	if p.Status != apt.Held && p.Status != apt.Published {
		notes = ui.Task{Text: notes.Text}
	}
	return []ui.TaskGroup{{Tasks: []ui.Task{invite, agenda, held, notes}}}
}

func sent(ctx context.Context, text string, at *time.Time, by clock.Date) ui.Task {
	if at == nil {
		return ui.Task{Text: text, Status: ui.TaskOngoing, State: i18n.T(ctx, "apt.step.by", "Date", i18n.Date(ctx, by))}
	}
	t := ui.Task{Text: text, Status: ui.TaskDone, State: i18n.T(ctx, "apt.step.done", "Date", i18n.Date(ctx, *at))}
	if clock.DateOf(*at).After(by) {
		t.Hint = i18n.T(ctx, "apt.step.late", "Date", i18n.Date(ctx, by))
	}
	return t
}

func (p ShowPage) colleagues() []ui.Option {
	var all []ui.Option
	for _, c := range p.Colleagues {
		all = append(all, ui.Option{Value: number(c.PersonID), Label: c.Name, Selected: p.Sent.Value("apt-writer-add", "person", "") == number(c.PersonID)})
	}
	return all
}

// key is the name of one form of several of the same sort on a page.
func key(form string, id int64) string { return form + "-" + number(id) }

func medium(f ui.FieldProps) ui.FieldProps {
	f.Width = ui.Medium
	return f
}

func hinted(f ui.FieldProps, hint string) ui.FieldProps {
	f.Hint = hint
	return f
}

func dateOf(t time.Time) string { return clock.DateOf(t).String() }

func timeOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(clock.Stockholm).Format("15:04")
}
