package matter

import (
	"context"
	"strconv"

	"samverka/internal/action"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

// After is the page about what follows the decision.
type After struct {
	Head
	matter.AfterPage
	Refused  string
	Can      AfterCan
	Concerns func(action.Action) bool // the actions that are the reader's, to do or to see to
}

// AfterCan is what the reader may do about it.
type AfterCan struct {
	Act     bool // the matter's owner: add actions and checks
	Execute bool
	Follow  bool
	Close   bool
	Stop    bool
	Lift    bool
	Me      int64 // the reader, when they may finish what is theirs
}

func (a After) mine(person int64) bool { return a.Can.Me != 0 && (a.Can.Me == person || a.Can.Act) }

func afterPath(id int64, part string) string { return path(id, "/efterat"+part) }

func numberedPath(part string, id int64) string { return part + "/" + strconv.FormatInt(id, 10) }

var resultKeys = map[string]string{
	matter.AsMeant: "afterwards.result.as_meant", matter.PartlyMet: "afterwards.result.partly", matter.NotAsMeant: "afterwards.result.not",
}

// stage is how far the matter has come, in one sentence.
func (a After) stage(ctx context.Context) string {
	switch {
	case a.Status == "closed":
		return i18n.T(ctx, "afterwards.stage.closed")
	case a.FollowingAt != nil:
		return i18n.T(ctx, "afterwards.stage.following", "Date", i18n.Date(ctx, *a.FollowingAt))
	case a.ExecutingAt != nil:
		return i18n.T(ctx, "afterwards.stage.executing", "Date", i18n.Date(ctx, *a.ExecutingAt))
	}
	if a.CanAct() != nil {
		return i18n.T(ctx, "afterwards.stage.undecided")
	}
	return i18n.T(ctx, "afterwards.stage.decided")
}

func (a After) feedback(ctx context.Context) []ui.ListRow {
	var rows []ui.ListRow
	for _, f := range a.Feedback {
		r := ui.ListRow{ID: numberedPath("aterkoppling", f.ID), Text: i18n.T(ctx, "afterwards.feedback.group", "Name", f.Name), Detail: f.PersonName}
		if f.UnitID != 0 {
			r.Text = i18n.T(ctx, "afterwards.feedback.unit", "Name", f.Name)
		}
		switch {
		case f.GivenAt != nil:
			r.Tag, r.TagTone = i18n.T(ctx, "afterwards.feedback.given", "Date", i18n.Date(ctx, *f.GivenAt)), ui.Success
			if f.Note != "" {
				r.Detail += ": " + f.Note
			}
		default:
			r.Meta = i18n.T(ctx, "afterwards.due", "Date", i18n.Date(ctx, f.DueOn))
			if f.DueOn.Before(a.Today) {
				r.Tag, r.TagTone = i18n.T(ctx, "afterwards.late"), ui.Danger
			}
			if a.mine(f.PersonID) && a.Status == "open" {
				r.Href = afterPath(a.Head.ID, numberedPath("/aterkoppling", f.ID))
			}
		}
		rows = append(rows, r)
	}
	return rows
}

func (a After) checks(ctx context.Context) []ui.ListRow {
	var rows []ui.ListRow
	for _, k := range a.Checks {
		r := ui.ListRow{ID: numberedPath("kontroll", k.ID), Text: k.What, Lang: "sv", Detail: k.PersonName}
		switch {
		case k.CheckedAt != nil:
			r.Tag, r.TagTone = say(ctx, resultKeys, k.Result), resultTone(k.Result)
			r.Meta = i18n.Date(ctx, *k.CheckedAt)
			if k.Note != "" {
				r.Detail += ": " + k.Note
			}
		default:
			r.Meta = i18n.T(ctx, "afterwards.due", "Date", i18n.Date(ctx, k.DueOn))
			if k.DueOn.Before(a.Today) {
				r.Tag, r.TagTone = i18n.T(ctx, "afterwards.late"), ui.Danger
			}
			if a.mine(k.PersonID) && a.Status == "open" {
				r.Href = afterPath(a.Head.ID, numberedPath("/kontroll", k.ID))
			}
		}
		rows = append(rows, r)
	}
	return rows
}

func resultTone(result string) ui.Tone {
	switch result {
	case matter.AsMeant:
		return ui.Success
	case matter.PartlyMet:
		return ui.Warning
	}
	return ui.Danger
}

// AfterStep is one thing to write about what follows the decision. Fields that are not asked for have no label.
type AfterStep struct {
	Head
	Title, Lead string
	Action      string // where it is posted to
	Form        string // data-form
	Submit      string
	Danger      bool
	Refused     string
	Result      bool // asks what the effect was
	People      []action.Person
	What        AfterText
	Due         AfterText
	Note        AfterText
	Chosen      string // person, or result
}

// AfterText is one field: without a label it is not asked for.
type AfterText struct {
	Name, Label, Hint, Value string
	Optional                 bool
}

func peopleOptions(people []action.Person, chosen string) []ui.Option {
	var os []ui.Option
	for _, p := range people {
		id := strconv.FormatInt(p.ID, 10)
		os = append(os, ui.Option{Value: id, Label: p.Name, Selected: id == chosen})
	}
	return os
}

func resultOptions(ctx context.Context, chosen string) []ui.Option {
	return options(ctx, resultKeys, matter.Results, chosen)
}

// ResultLabel is what a look at the effect found.
func ResultLabel(ctx context.Context, result string) string { return say(ctx, resultKeys, result) }
