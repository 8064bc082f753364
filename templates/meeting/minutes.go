package meeting

import (
	"context"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
	"samverka/templates/ui"
)

// MinutesPage is the minutes of a meeting, and what its reader may do with them.
type MinutesPage struct {
	meeting.MinutesPage
	Who       access.Actor
	Content   meeting.Content // as the reader may read it
	OrgName   string
	CanRun    bool
	Adjuster  *meeting.Adjuster // the reader's part in the approval; nil: none
	Signed    string            // the digest of approved minutes, in hexadecimal
	Employee  bool              // the reader sees approved minutes alone
	Unmasked  bool              // the reader reads what is secret
	Fresh     bool              // the reader proved who they are lately
	Excerpt   bool              // only some of the §§
	Conflict  bool
	Theirs    string // the addition that somebody else saved meanwhile
	Candidate []Candidate
	Once      ui.Hidden
	MayKeep   bool // may take out the meeting as a package for an archive
	Sent      Sent
}

// Candidate is somebody who may be asked to approve the minutes.
type Candidate struct {
	PersonID int64
	Name     string
	What     string
	Chosen   bool
}

// Candidates are those who attended, and of the rest the unions' and safety representatives, also those who came later; who
// attended for a union is chosen from the start (handbook 5.2: all present organisations).
func Candidates(ctx context.Context, r meeting.Record) []Candidate {
	var all []Candidate
	at := map[int64]int{}
	present := func(person int64) bool {
		return slices.ContainsFunc(r.Attendance, func(a meeting.Attendance) bool { return a.PersonID == person && a.Present() })
	}
	adjuster := func(person int64) bool {
		return slices.ContainsFunc(meeting.Active(r.Adjusters), func(a meeting.Adjuster) bool { return a.PersonID == person })
	}
	for _, m := range r.Askable() {
		what := RoleLabel(ctx, m.Role)
		if m.UnionName != "" {
			what = m.UnionName + ", " + lowerFirst(what)
		}
		if i, ok := at[m.PersonID]; ok {
			all[i].What += " · " + what
			continue
		}
		at[m.PersonID] = len(all)
		chosen := adjuster(m.PersonID) || len(r.Adjusters) == 0 && present(m.PersonID) && (m.UnionID != 0 || m.Role == "chair")
		all = append(all, Candidate{PersonID: m.PersonID, Name: m.Name, What: what, Chosen: chosen})
	}
	for _, a := range r.Attendance {
		if _, ok := at[a.PersonID]; !ok && a.Present() {
			all = append(all, Candidate{PersonID: a.PersonID, Name: a.Name, What: RoleLabel(ctx, ""), Chosen: adjuster(a.PersonID)})
		}
	}
	return all
}

func (p MinutesPage) state() meeting.MinutesState { return p.Minutes.State(p.Now) }

// NotYet reports whether the minutes are approved but their day has not come for an employee.
func (p MinutesPage) NotYet() bool {
	return p.Who.Role == access.Employee && p.Minutes.PublishedOn.After(clock.DateOf(p.Now))
}

// asked reports whether the reader has still to answer about the minutes.
func (p MinutesPage) asked() bool {
	return p.Adjuster != nil && p.Adjuster.Answer == "" && !p.Minutes.Final()
}

// answered counts the adjusters who have said that the minutes may stand.
func answered(as []meeting.Adjuster) int {
	n := 0
	for _, a := range meeting.Active(as) {
		if a.Answer == "approved" || a.Answer == "maintained" {
			n++
		}
	}
	return n
}

func objections(as []meeting.Adjuster) int {
	n := 0
	for _, a := range meeting.Active(as) {
		if a.Answer == "objected" {
			n++
		}
	}
	return n
}

// progress says how far the approval has come: "3 av 4 har justerat".
func progress(ctx context.Context, as []meeting.Adjuster) string {
	as = meeting.Active(as)
	return i18n.T(ctx, "meeting.approval.progress", "Answered", answered(as), "Total", len(as))
}

// adjusterKeys say what an adjuster has answered.
var adjusterKeys = map[string]string{
	"": "meeting.approval.waiting", "approved": "meeting.approval.approved", "objected": "meeting.approval.objected", "maintained": "meeting.approval.maintained",
}

var adjusterTones = map[string]ui.Tone{"approved": ui.Success, "objected": ui.Warning, "maintained": ui.Warning}

func (p MinutesPage) adjusterRows(ctx context.Context) []ui.ListRow {
	rows := make([]ui.ListRow, len(p.Adjusters))
	for i, a := range p.Adjusters {
		rows[i] = ui.ListRow{Text: a.Name, Tag: say(ctx, adjusterKeys, a.Answer), TagTone: adjusterTones[a.Answer]}
		switch {
		case !a.Active():
			rows[i].Tag = i18n.T(ctx, "minutes.adjuster.replaced")
		case a.ReplacesName != "":
			rows[i].Detail = i18n.T(ctx, "minutes.adjuster.replaces", "Name", a.ReplacesName)
		}
		if p.CanRun && a.Active() && a.AnsweredAt == nil && p.HasRead(a.PersonID) {
			rows[i].Meta = i18n.T(ctx, "minutes.adjuster.read")
		}
		if a.AnsweredAt != nil {
			rows[i].Meta = i18n.DateTime(ctx, *a.AnsweredAt)
		}
		if a.Objection != "" && !p.Employee {
			rows[i].Detail = a.Objection
		}
	}
	return rows
}

func (p MinutesPage) options() []ui.Option {
	all := make([]ui.Option, len(p.Candidate))
	for i, c := range p.Candidate {
		chosen := c.Chosen
		if p.Sent.is("minutes-send") {
			chosen = slices.Contains(p.Sent.Values["adjuster"], number(c.PersonID))
		}
		all[i] = ui.Option{Value: number(c.PersonID), Label: c.Name, Hint: c.What, Selected: chosen}
	}
	return all
}

// Line is one statement of a paragraph, in words.
type Line struct {
	Text string
	Mark bool // the outcome itself
}

// Lines are what a paragraph of the minutes says about its treatment, in order; HTML and PDF show the same.
func Lines(ctx context.Context, p meeting.Paragraph) []Line {
	var all []Line
	add := func(text string) { all = append(all, Line{Text: text}) }
	for _, text := range marks(ctx, p) {
		add(text)
	}
	if len(p.LateAccepted) > 0 {
		add(i18n.T(ctx, "meeting.doc.late_accepted", "Unions", i18n.List(ctx, p.LateAccepted)))
	}
	for _, s := range p.Positions {
		text := i18n.T(ctx, "meeting.doc.position", "Union", s.Union, "Stance", lowerFirst(stance(ctx, s.Stance)), "Name", s.By)
		if s.Reason != "" {
			text += " " + i18n.T(ctx, "meeting.doc.reason", "Reason", s.Reason)
		}
		switch {
		case s.Unconfirmed:
			text += " " + i18n.T(ctx, "live.doc.unconfirmed", "Name", s.Recorder)
		case s.Recorder != "":
			text += " " + i18n.T(ctx, "live.doc.confirmed", "Name", s.Recorder)
		}
		add(text)
	}
	if p.Outcome == "agreed" || p.Outcome == "disagreed" || p.Alone != nil { // before that, silence says nothing
		for _, name := range p.Silent {
			add(i18n.T(ctx, "meeting.doc.silent", "Union", name))
		}
	}
	all = append(all, outcome(ctx, p)...)
	for _, a := range p.Actions {
		add(i18n.T(ctx, "live.action.line", "What", strings.TrimSuffix(a.What, "."), "Name", a.Name, "Date", i18n.Date(ctx, a.DueOn)))
	}
	return all
}

// marks say what the agenda said of the item: that it was a request, that it came late, who presented it.
func marks(ctx context.Context, p meeting.Paragraph) []string {
	var all []string
	if p.Request {
		all = append(all, i18n.T(ctx, "meeting.doc.request"))
	}
	if p.Withdrawn {
		all = append(all, i18n.T(ctx, "meeting.doc.withdrawn"))
	}
	if p.Late != "" {
		all = append(all, i18n.T(ctx, "meeting.doc.late", "Reason", p.Late))
	}
	switch {
	case p.Presenter != "":
		all = append(all, i18n.T(ctx, "agenda.item.presenter", "Name", p.Presenter))
	case p.Role != "":
		all = append(all, i18n.T(ctx, "agenda.item.presenter", "Name", lowerFirst(say(ctx, presenterKeys, p.Role))))
	}
	return all
}

// outcome is how the treatment ended.
func outcome(ctx context.Context, p meeting.Paragraph) []Line {
	var all []Line
	mark := func(text string) { all = append(all, Line{Text: text, Mark: true}) }
	switch p.Outcome {
	case "agreed":
		mark(i18n.T(ctx, "meeting.doc.agreed"))
	case "alone":
		mark(i18n.T(ctx, "meeting.doc.alone"))
	case "disagreed":
		mark(i18n.T(ctx, "meeting.doc.disagreed"))
	case "tabled":
		mark(i18n.T(ctx, "meeting.doc.tabled", "Date", i18n.Date(ctx, p.TabledTo), "Reason", p.TabledReason))
	case "open":
		mark(i18n.T(ctx, "meeting.doc.open"))
	case "handled":
		if p.Class == matter.Information {
			mark(i18n.T(ctx, "meeting.doc.informed"))
		} else if p.Class != matter.Standing {
			mark(i18n.T(ctx, "meeting.doc.handled"))
		}
	case "not_treated":
		mark(i18n.T(ctx, "meeting.doc.not_treated"))
	}
	if p.Alone != nil {
		for _, text := range AloneLines(ctx, *p.Alone) {
			all = append(all, Line{Text: text})
		}
	}
	switch {
	case p.EffectiveAt != nil:
		all = append(all, Line{Text: i18n.T(ctx, "meeting.doc.effective", "When", i18n.DateTime(ctx, *p.EffectiveAt))})
	case p.Effective == organisation.AtApproval:
		all = append(all, Line{Text: i18n.T(ctx, "minutes.doc.at_approval")})
	case p.Effective == organisation.AtMeetingEnd:
		all = append(all, Line{Text: i18n.T(ctx, "minutes.doc.at_end")})
	}
	if !p.WindowUntil.IsZero() {
		all = append(all, Line{Text: i18n.T(ctx, "meeting.doc.window", "Date", i18n.Date(ctx, p.WindowUntil))})
	}
	return all
}

// Presentee is who somebody was at the meeting: whom they spoke for, how they attended, from when to when, and for whom.
func Presentee(ctx context.Context, x meeting.Presentee, here bool) string {
	parts := []string{RoleLabel(ctx, x.Role)}
	if len(x.Unions) > 0 {
		parts = []string{i18n.List(ctx, x.Unions)}
		if x.Role == "union_substitute" {
			parts = append(parts, lowerFirst(RoleLabel(ctx, x.Role)))
		}
	}
	if x.Remote && here {
		parts = append(parts, i18n.T(ctx, "meeting.doc.remote"))
	}
	switch {
	case !here:
	case x.ArrivedAt != nil && x.LeftAt != nil:
		parts = append(parts, i18n.TimeRange(ctx, *x.ArrivedAt, *x.LeftAt))
	case x.ArrivedAt != nil:
		parts = append(parts, i18n.T(ctx, "meeting.doc.from", "Time", i18n.Time(ctx, *x.ArrivedAt)))
	case x.LeftAt != nil:
		parts = append(parts, i18n.T(ctx, "meeting.doc.to", "Time", i18n.Time(ctx, *x.LeftAt)))
	}
	if x.Replaces != "" {
		parts = append(parts, i18n.T(ctx, "meeting.doc.replaces", "Name", x.Replaces))
	}
	return strings.Join(parts, ", ")
}

// AdjusterLabel says what an adjuster has answered.
func AdjusterLabel(ctx context.Context, answer string) string { return say(ctx, adjusterKeys, answer) }
