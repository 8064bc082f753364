package meeting

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// stand is one organisation's position, or that there is none.
type stand struct {
	UnionID                         int64
	Union, Stance, Reason, By, Late string
	Tone                            ui.Tone
	Recorder, Recorded              string // who wrote it down in the room, and whether the organisation has confirmed it
	Unconfirmed                     bool
}

// stands are the entitled organisations in the current item.
func (p LivePage) stands(ctx context.Context) []stand {
	m, ok := p.Matter(p.Current.MatterID)
	if !ok || p.Current.Class != matter.BeforeDecision {
		return nil
	}
	t, _ := m.Item(p.Current.ID)
	var all []stand
	for _, u := range m.Entitled(p.GroupID, p.Day()) {
		s := standOf(ctx, p.Record, p.Current, u)
		if accepted, answered := p.Answered(p.Current, u.ID); m.PapersLate(t, u.ID) {
			switch {
			case !answered:
				s.Late = i18n.T(ctx, "meeting.live.late_silent")
			case accepted:
				s.Late = i18n.T(ctx, "meeting.live.late_accepted")
			default:
				s.Late = i18n.T(ctx, "meeting.live.late_tabling")
			}
		}
		all = append(all, s)
	}
	return all
}

func standOf(ctx context.Context, r meeting.Record, it meeting.Item, u matter.Union) stand {
	s := stand{UnionID: u.ID, Union: u.Name, Stance: i18n.T(ctx, "meeting.live.silent"), Tone: ui.Neutral}
	x, ok := r.Position(it, u.ID)
	if !ok {
		return s
	}
	s.Stance, s.Reason, s.Tone = stance(ctx, x.Stance), x.Reason, stanceTones[x.Stance]
	s.By = x.PersonName + ", " + i18n.Time(ctx, x.At)
	if s.Recorder = x.RecorderName; s.Recorder == "" {
		return s
	}
	s.Unconfirmed = x.Unconfirmed()
	s.Recorded = i18n.T(ctx, "live.record.confirmed", "Name", s.Recorder)
	if s.Unconfirmed {
		s.Recorded = i18n.T(ctx, "live.record.unconfirmed", "Name", s.Recorder)
	}
	return s
}

// unconfirmed are the positions that were written down for the reader's unions, and wait for their word.
func (p LivePage) unconfirmed(ctx context.Context) []stand {
	return unconfirmed(ctx, p.Record, p.Current, p.Unions)
}

func unconfirmed(ctx context.Context, r meeting.Record, it meeting.Item, mine []matter.Union) []stand {
	var all []stand
	for _, u := range mine {
		if s := standOf(ctx, r, it, u); s.Unconfirmed {
			all = append(all, s)
		}
	}
	return all
}

// speaking is a union and those in the room who may speak for it.
type speaking struct {
	Union  matter.Union
	People []meeting.Member
}

func (s speaking) people(chosen string) []ui.Option {
	all := make([]ui.Option, len(s.People))
	for i, m := range s.People {
		all[i] = ui.Option{Value: number(m.PersonID), Label: m.Name, Selected: number(m.PersonID) == chosen}
	}
	return all
}

// speakers are the unions whose position somebody may write down: a representative is in the room, and the union has not
// stated or confirmed it itself.
func (p LivePage) speakers() []speaking {
	m, ok := p.Matter(p.Current.MatterID)
	if !ok || p.Current.Class != matter.BeforeDecision {
		return nil
	}
	t, _ := m.Item(p.Current.ID)
	var all []speaking
	for _, u := range m.Entitled(p.GroupID, p.Day()) {
		if x, said := p.Position(p.Current, u.ID); said && !x.Unconfirmed() {
			continue
		}
		s := speaking{Union: u}
		for _, id := range m.Speakers(t, u.ID, p.Now) {
			if i := slices.IndexFunc(p.Members, func(m meeting.Member) bool { return m.PersonID == id }); i >= 0 {
				s.People = append(s.People, p.Members[i])
			}
		}
		if len(s.People) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// RecordForm names the form that writes down a union's position: there may be several on a page.
func RecordForm(union string) string { return "position-record-" + union }

func (p LivePage) recordStances(ctx context.Context, form string) []ui.Option {
	return options(matter.Stances, func(s string) string { return stance(ctx, s) }, p.Sent.value(form, "stance", ""))
}

// outside are unions in the group whose agreement does not hold on the day: the employer negotiates with them instead.
func (p LivePage) outside() []string {
	m, ok := p.Matter(p.Current.MatterID)
	if !ok || p.Current.Class != matter.BeforeDecision {
		return nil
	}
	var names []string
	for _, u := range m.Uncovered(p.GroupID, p.Day()) {
		names = append(names, u.Name)
	}
	return names
}

// readBack is what the minutes will say beside the notes, to be read aloud before the item ends.
func (p LivePage) readBack(ctx context.Context) []string {
	var lines []string
	if p.Current.MatterID != 0 && p.Current.Class == matter.BeforeDecision {
		lines = append(lines, i18n.T(ctx, "meeting.readback.version", "Title", p.Current.Title, "No", p.Current.ProposalNo))
		outcome := i18n.T(ctx, "meeting.doc.agreed")
		for _, s := range p.stands(ctx) {
			x, said := p.Position(p.Current, s.UnionID)
			if x.Stance == matter.Disagrees {
				outcome = i18n.T(ctx, "meeting.doc.disagreed")
			}
			lines = append(lines, p.saidLine(ctx, s, said))
		}
		if len(p.Blocked) == 0 {
			lines = append(lines, outcome)
		}
	}
	for _, a := range p.actionsOf(p.Current.ID) {
		lines = append(lines, i18n.T(ctx, "live.action.line", "What", strings.TrimSuffix(a.What, "."), "Name", a.PersonName, "Date", i18n.Date(ctx, a.DueOn)))
	}
	if len(lines) == 0 && p.Current.Note == "" {
		lines = append(lines, i18n.T(ctx, "meeting.doc.handled"))
	}
	return lines
}

// absent reports whether the minutes will say that the union was called and did not come.
func (p LivePage) absent(union string) bool {
	x, ok := p.Section(p.Current.ID)
	return ok && slices.Contains(x.Silent, union)
}

func (p LivePage) saidLine(ctx context.Context, s stand, said bool) string {
	switch {
	case !said && p.absent(s.Union):
		return i18n.T(ctx, "meeting.doc.silent", "Union", s.Union)
	case !said:
		return i18n.T(ctx, "meeting.readback.silent", "Union", s.Union)
	case s.Reason != "":
		return fmt.Sprintf("%s: %s. %s", s.Union, lowerFirst(s.Stance), s.Reason)
	}
	return fmt.Sprintf("%s: %s.", s.Union, lowerFirst(s.Stance))
}

func (p LivePage) endingTitle(ctx context.Context) string {
	if p.Current.Class == matter.BeforeDecision {
		return i18n.T(ctx, "meeting.live.conclude")
	}
	return i18n.T(ctx, "live.item.end")
}
