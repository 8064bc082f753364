package meeting

import (
	"context"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// listPosition is where the standing agenda has the earlier minutes and the åtgärdslista.
const listPosition = 1030

func actionPath(meeting, action int64, part string) string {
	return Path(meeting, "/atgarder/"+number(action)+part)
}

func itemHidden(item int64) []ui.Hidden {
	if item == 0 {
		return nil
	}
	return []ui.Hidden{{Name: "item", Value: number(item)}}
}

// actionsOf are the actions that were recorded on the item.
func (p LivePage) actionsOf(item int64) []meeting.Action {
	var all []meeting.Action
	for _, a := range p.Actions {
		if a.ItemID == item {
			all = append(all, a)
		}
	}
	return all
}

// actionMeta says who does it, by when, and whether it is done.
func actionMeta(ctx context.Context, a meeting.Action, today clock.Date) string {
	switch {
	case a.DoneAt != nil:
		return i18n.T(ctx, "live.action.was_done", "Name", a.PersonName, "Date", i18n.Date(ctx, *a.DoneAt))
	case a.Late(today):
		return i18n.T(ctx, "live.action.late", "Name", a.PersonName, "Date", i18n.Date(ctx, a.DueOn))
	}
	return i18n.T(ctx, "live.action.by", "Name", a.PersonName, "Date", i18n.Date(ctx, a.DueOn))
}

// doers are those who may be asked to do something: everybody who belongs to the meeting.
func (p LivePage) doers() []ui.Option {
	chosen := p.Sent.value("action-add", "person", "")
	var all []ui.Option
	for _, s := range p.people() {
		all = append(all, ui.Option{Value: number(s.PersonID), Label: s.Name, Selected: number(s.PersonID) == chosen})
	}
	return all
}
