package meeting

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	matters "samverka/templates/matter"
	"samverka/templates/ui"
)

// LivePage is meeting mode: one item at a time, attendance, and positions as they come.
type LivePage struct {
	meeting.Room
	Me       int64
	Current  meeting.Item // the item that is shown; its ID is 0 when the agenda is empty
	CanRun   bool
	IsChair  bool
	Unions   []matter.Union // that the reader speaks for in the group
	Blocked  []matter.Missing
	Theirs   string // the notes that somebody else saved meanwhile
	Conflict bool
	Sent     Sent
}

func (p LivePage) path(part string) string { return ItemPath(p.ID, p.Current.ID, part) }

// contents are the agenda to move along.
func (p LivePage) contents(ctx context.Context) []ui.ContentsItem {
	items := make([]ui.ContentsItem, len(p.Items))
	for i, it := range p.Items {
		items[i] = ui.ContentsItem{Text: it.Title, Href: Path(p.ID, "/lage?punkt="+number(it.ID)), Current: it.ID == p.Current.ID}
		switch it.Status {
		case "concluded", "handled", "tabled":
			items[i].Done = say(ctx, itemStates, it.Status)
		}
	}
	return items
}

// itemOptions are the agenda as a select.
func (p LivePage) itemOptions() []ui.Option {
	all := make([]ui.Option, len(p.Items))
	for i, it := range p.Items {
		all[i] = ui.Option{Value: number(it.ID), Label: fmt.Sprintf("%d. %s", i+1, it.Title), Selected: it.ID == p.Current.ID}
	}
	return all
}

// following is the next item that is not finished.
func (p LivePage) following() (meeting.Item, bool) {
	at := slices.IndexFunc(p.Items, func(it meeting.Item) bool { return it.ID == p.Current.ID })
	for _, it := range p.Items[at+1:] {
		if it.Status == "planned" || it.Status == "open" {
			return it, true
		}
	}
	return meeting.Item{}, false
}

// facts stand in the bar: how far one has come, when it was, and how many attend.
func (p LivePage) facts(ctx context.Context) []string {
	facts := []string{StateLabel(ctx, p.State())}
	if i := slices.IndexFunc(p.Items, func(it meeting.Item) bool { return it.ID == p.Current.ID }); i >= 0 {
		facts = append(facts, i18n.T(ctx, "meeting.live.of", "No", i+1, "Total", len(p.Items)))
	}
	present, total := p.present()
	return append(facts, i18n.T(ctx, "meeting.live.present", "Present", present, "Total", total))
}

func (p LivePage) present() (present, total int) {
	for _, m := range p.people() {
		total++
		if a := p.attends(m.PersonID); a.Presence != "" && a.Present() {
			present++
		}
	}
	return present, total
}

// seat is one row of the attendance list.
type seat struct {
	meeting.Attendance
	What       string           // for whom and as what
	Substitute []meeting.Member // whom they may replace
}

// people are the members of the day, each once, and then the guests.
func (p LivePage) people() []seat {
	var all []seat
	known := map[int64]bool{}
	for _, m := range p.MembersOn(p.Day()) {
		if !known[m.PersonID] {
			known[m.PersonID] = true
			all = append(all, seat{Attendance: p.attends(m.PersonID)})
			all[len(all)-1].PersonID, all[len(all)-1].Name = m.PersonID, m.Name
		}
	}
	for _, a := range p.Attendance {
		if !known[a.PersonID] {
			all = append(all, seat{Attendance: a})
		}
	}
	return all
}

func (p LivePage) seats(ctx context.Context) []seat {
	all := p.people()
	on := p.MembersOn(p.Day())
	for i := range all {
		var what []string
		for _, m := range on {
			if m.PersonID != all[i].PersonID {
				continue
			}
			text := RoleLabel(ctx, m.Role)
			if m.UnionName != "" {
				text = m.UnionName + ", " + lowerFirst(text)
			}
			what = append(what, text)
			if m.Role == "union_substitute" {
				all[i].Substitute = append(all[i].Substitute, others(on, m)...)
			}
		}
		if len(what) == 0 {
			what = []string{RoleLabel(ctx, "")}
		}
		all[i].What = strings.Join(what, " · ")
	}
	return all
}

// others are the union's ordinary representatives, whom a substitute replaces.
func others(on []meeting.Member, sub meeting.Member) []meeting.Member {
	return slices.DeleteFunc(slices.Clone(on), func(m meeting.Member) bool {
		return m.UnionID != sub.UnionID || m.Role != "union_rep" || m.PersonID == sub.PersonID
	})
}

func (p LivePage) attends(person int64) meeting.Attendance {
	for _, a := range p.Attendance {
		if a.PersonID == person {
			return a
		}
	}
	return meeting.Attendance{}
}

// recorded reports whether anybody's attendance has been.
func (p LivePage) recorded() bool { return len(p.Attendance) > 0 }

func (p LivePage) presence(ctx context.Context, s seat) []ui.Option {
	return options(presences, func(v string) string { return say(ctx, presenceKeys, v) }, p.Sent.value("attendance", "presence_"+number(s.PersonID), s.Presence))
}

func (p LivePage) replaces(s seat) []ui.Option {
	all := make([]ui.Option, len(s.Substitute))
	for i, m := range s.Substitute {
		all[i] = ui.Option{Value: number(m.PersonID), Label: m.Name, Selected: p.Sent.value("attendance", "replaces_"+number(s.PersonID), number(s.ReplacesID)) == number(m.PersonID)}
	}
	return all
}

// clockTime is a time as a form field holds it.
func clockTime(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.In(clock.Stockholm).Format("15:04")
}

// hinder says what still stands between the item and its conclusion.
func (p LivePage) hinder(ctx context.Context) ui.PanelProps {
	state := ui.PanelRemarks
	if p.Sent.is("item-conclude") {
		state = ui.PanelNotYet
	}
	return ui.PanelProps{ID: "hinder", State: state, Label: i18n.T(ctx, "meeting.live.conclude"), Heading: i18n.N(ctx, "meeting.live.blocked", len(p.Blocked)),
		Missing: matters.Items(ctx, p.Blocked, nil), Why: i18n.T(ctx, "meeting.help.conclude"), Source: i18n.T(ctx, "meeting.help.conclude_source")}
}

// empty reports whether no organisation has come to the item, so that another way to conclude it may be open.
func (p LivePage) empty() bool {
	m, ok := p.Matter(p.Current.MatterID)
	if !ok {
		return false
	}
	t, _ := m.Item(p.Current.ID)
	return p.Current.AloneAt != nil || m.Empty(t)
}

// undone are the matters before decision that the meeting has not finished with.
func (p LivePage) undone() []string {
	var names []string
	for _, it := range p.Items {
		if it.Class == matter.BeforeDecision && (it.Status == "planned" || it.Status == "open") {
			names = append(names, it.Title)
		}
	}
	return names
}
