package apt

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/apt"
	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

// LivePage is meeting mode: one sitting, and one item of its agenda at a time.
type LivePage struct {
	ShowPage
	Sitting  apt.Sitting
	Current  apt.Item
	Conflict bool // somebody else saved the notes meanwhile
}

func day(s apt.Sitting) clock.Date { return clock.DateOf(s.StartsAt) }

// note is what this sitting wrote on the item at hand.
func (p LivePage) note() apt.Note { return p.Note(p.Current.ID, p.Sitting.ID) }

// taken reports whether somebody else has the pen.
func (p LivePage) taken() bool { return p.Sitting.CanWrite(p.Me, p.Now) != nil }

// mine reports whether the reader has it.
func (p LivePage) mine() bool { return p.Sitting.Writer(p.Now) == p.Me }

// over says yes to taking the pen over: the one who saves has the other's text before them.
func (p LivePage) over() string {
	if p.taken() {
		return "yes"
	}
	return ""
}

func (p LivePage) conflictTitle(ctx context.Context) string {
	if p.taken() {
		return i18n.T(ctx, "live.pen.lost", "Name", p.Sitting.WriterName)
	}
	return i18n.T(ctx, "apt.notes.conflict")
}

// carry is which sitting one stands at, for forms that lead back to it.
func (p LivePage) carry() []ui.Hidden {
	return []ui.Hidden{{Name: "sitting", Value: number(p.Sitting.ID)}}
}

// sittingNote is what another sitting wrote.
type sittingNote struct{ Label, Text string }

func (p LivePage) others(ctx context.Context) []sittingNote {
	var all []sittingNote
	for i, s := range p.Live() {
		if n := p.Note(p.Current.ID, s.ID); s.ID != p.Sitting.ID && n.Text != "" {
			all = append(all, sittingNote{i18n.T(ctx, "apt.notes.sitting", "No", i+1, "Date", i18n.Date(ctx, s.StartsAt)), n.Text})
		}
	}
	return all
}

// sittings lead between the sittings, with the item kept.
func (p LivePage) sittings(ctx context.Context) []ui.Tab {
	var all []ui.Tab
	for i, s := range p.Live() {
		all = append(all, ui.Tab{Text: i18n.T(ctx, "apt.live.sitting", "No", i+1, "Date", i18n.Date(ctx, s.StartsAt)),
			Href: LivePath(p.ID, s.ID, p.Current.ID), Current: s.ID == p.Sitting.ID})
	}
	return all
}

func (p LivePage) contents(ctx context.Context) []ui.ContentsItem {
	items := make([]ui.ContentsItem, len(p.Items))
	for i, it := range p.Items {
		items[i] = ui.ContentsItem{Text: it.Title, Href: LivePath(p.ID, p.Sitting.ID, it.ID), Current: it.ID == p.Current.ID, Done: say(ctx, outcomeKeys, it.Outcome)}
	}
	return items
}

func (p LivePage) itemOptions() []ui.Option {
	all := make([]ui.Option, len(p.Items))
	for i, it := range p.Items {
		all[i] = ui.Option{Value: number(it.ID), Label: fmt.Sprintf("%d. %s", i+1, it.Title), Selected: it.ID == p.Current.ID}
	}
	return all
}

// following is the item after the one at hand.
func (p LivePage) following() (apt.Item, bool) {
	at := slices.IndexFunc(p.Items, func(it apt.Item) bool { return it.ID == p.Current.ID })
	if at < 0 || at+1 >= len(p.Items) {
		return apt.Item{}, false
	}
	return p.Items[at+1], true
}

// facts stand in the bar: how far the sitting has come, which item, and the time.
func (p LivePage) facts(ctx context.Context) []string {
	facts := []string{say(ctx, sittingKeys, p.Sitting.Status)}
	if i := slices.IndexFunc(p.Items, func(it apt.Item) bool { return it.ID == p.Current.ID }); i >= 0 {
		facts = append(facts, i18n.T(ctx, "apt.live.of", "No", i+1, "Total", len(p.Items)))
	}
	return append(facts, i18n.Time(ctx, p.Now))
}

func (p LivePage) outcomeOptions(ctx context.Context) []ui.Option {
	all := options(ctx, apt.Outcomes, outcomeKeys, p.Sent.Value("apt-item-end", "outcome", ""))
	for i := range all {
		all[i].Hint = say(ctx, outcomeHints, all[i].Value)
	}
	return all
}

// matterOptions are the manager's own open matters, which an item may feed.
func (p LivePage) matterOptions() []ui.Option {
	var all []ui.Option
	for _, m := range p.Choices {
		all = append(all, ui.Option{Value: number(m.ID), Label: m.Number + " " + m.Title, Selected: p.Sent.Value("apt-item-end", "matter", "") == number(m.ID)})
	}
	return all
}
