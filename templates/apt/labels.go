// Package apt holds the pages of arbetsplatsträffar: the list, planning, the APT with its agenda, meeting mode, the notes
// with their question box, and proposing something to talk about.
package apt

import (
	"context"
	"fmt"
	"strconv"

	"samverka/internal/apt"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

var statusKeys = map[string]string{
	apt.Planned: "apt.status.planned", apt.Invited: "apt.status.invited", apt.Held: "apt.status.held",
	apt.Published: "apt.status.published", apt.Cancelled: "apt.status.cancelled",
}

var statusTones = map[string]ui.Tone{apt.Invited: ui.Info, apt.Held: ui.Warning, apt.Published: ui.Success, apt.Cancelled: ui.Warning}

var sittingKeys = map[string]string{
	apt.SittingPlanned: "apt.sitting.planned", apt.SittingOpen: "apt.sitting.open", apt.SittingClosed: "apt.sitting.closed", apt.SittingCancelled: "apt.sitting.cancelled",
}

var sittingTones = map[string]ui.Tone{apt.SittingOpen: ui.Success, apt.SittingCancelled: ui.Warning}

var formKeys = map[string]string{
	apt.FormInformation: "apt.form.information", apt.FormOpen: "apt.form.open", apt.FormRound: "apt.form.round",
	apt.FormPairs: "apt.form.pairs", apt.FormGroups: "apt.form.groups", apt.FormWriting: "apt.form.writing",
}

// kindKeys say where an item came from; what is standing or the manager's own needs no word.
var kindKeys = map[string]string{
	apt.KindTheme: "apt.kind.theme", apt.KindProposal: "apt.kind.proposal", apt.KindFeedback: "apt.kind.feedback", apt.KindCarried: "apt.kind.carried",
}

var outcomeKeys = map[string]string{
	apt.Done: "apt.outcome.done", apt.ManagerDecides: "apt.outcome.manager_decides", apt.ToGroup: "apt.outcome.group",
	apt.LevelUp: "apt.outcome.level_up", apt.NewDialogue: "apt.outcome.dialogue",
}

var outcomeHints = map[string]string{
	apt.Done: "apt.outcome.done_hint", apt.ManagerDecides: "apt.outcome.manager_hint", apt.ToGroup: "apt.outcome.group_hint",
	apt.LevelUp: "apt.outcome.level_hint", apt.NewDialogue: "apt.outcome.dialogue_hint",
}

var outcomeTones = map[string]ui.Tone{apt.Done: ui.Success, apt.ManagerDecides: ui.Info, apt.ToGroup: ui.Accent, apt.LevelUp: ui.Info, apt.NewDialogue: ui.Neutral}

// matterKeys say how far a matter has come that an item went to.
var matterKeys = map[string]string{
	"open": "apt.matter.open", "withdrawn": "apt.matter.withdrawn", "handed_over": "apt.matter.handed_over", "closed": "apt.matter.closed",
}

// say is the text of one of these keys; what no table holds is nothing.
func say(ctx context.Context, keys map[string]string, k string) string {
	if key, ok := keys[k]; ok {
		return i18n.T(ctx, key)
	}
	return ""
}

// Path is a page of the APT.
func Path(id int64, part string) string { return fmt.Sprintf("/apt/%d%s", id, part) }

// ItemPath is where something is done with one item.
func ItemPath(id, item int64, part string) string {
	return fmt.Sprintf("/apt/%d/punkter/%d%s", id, item, part)
}

// SittingPath is where something is done with one sitting.
func SittingPath(id, sitting int64, part string) string {
	return fmt.Sprintf("/apt/%d/tillfallen/%d%s", id, sitting, part)
}

// LivePath is meeting mode at one sitting and one item.
func LivePath(id, sitting, item int64) string {
	return fmt.Sprintf("/apt/%d/lage?tillfalle=%d&punkt=%d", id, sitting, item)
}

// Name is what an APT is called: its title, the unit and the day.
func Name(ctx context.Context, a apt.APT) string {
	return a.Title + " " + a.UnitName + " " + i18n.Date(ctx, a.Day())
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

func options(ctx context.Context, values []string, keys map[string]string, chosen string) []ui.Option {
	all := make([]ui.Option, len(values))
	for i, v := range values {
		all[i] = ui.Option{Value: v, Label: say(ctx, keys, v), Selected: v == chosen}
	}
	return all
}

func categories(ctx context.Context, chosen string) []ui.Option {
	all := make([]ui.Option, len(matter.Categories))
	for i, c := range matter.Categories {
		all[i] = ui.Option{Value: c, Label: i18n.T(ctx, matter.CategoryKey(c)), Selected: c == chosen}
	}
	return all
}

func short(f ui.FieldProps, kind string) ui.FieldProps {
	f.Type, f.Width = kind, ui.Short
	return f
}

func swedish(f ui.FieldProps, rows int) ui.FieldProps {
	f.Lang, f.Rows = "sv", rows
	return f
}
