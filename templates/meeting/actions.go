package meeting

import (
	"github.com/a-h/templ"

	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/meeting"
	actions "samverka/templates/action"
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
func (p LivePage) actionsOf(item int64) []action.Action {
	var all []action.Action
	for _, a := range p.Actions {
		if a.ItemID == item {
			all = append(all, a)
		}
	}
	return all
}

func (p LivePage) removeAction(a action.Action) templ.Component { return removeAction(p, a) }

// list shows actions of the group's meetings, with a button for whoever may note that they are done.
func list(p meeting.Page, all []action.Action, me int64, canRun bool, item int64) actions.ListProps {
	l := actions.ListProps{Actions: all, Today: clock.DateOf(p.Now), Mine: func(a action.Action) bool { return canRun || a.PersonID == me }}
	if canRun {
		l.Button = func(a action.Action) templ.Component { return finishAction(p.ID, item, a) }
	}
	return l
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
