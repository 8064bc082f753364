package proptest

import (
	"time"

	"pgregory.net/rapid"

	"samverka/internal/access"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/scene"
)

// runner is the chair of the meeting's group, or now and then anybody.
func (w *world) runner(id int64) access.Actor {
	for _, m := range w.meetings {
		if m.id == id && w.chance(7, 8) {
			return w.actor(person{chairs[nameOf(w.group, m.group)], access.Manager})
		}
	}
	return w.somebody(access.Manager)
}

func (w *world) planMeeting(group string, starts time.Time, extra bool) int64 {
	who := w.actor(person{chairs[group], access.Manager})
	id, err := w.Meeting.Plan(w.ctx, who, meeting.PlanForm{GroupID: w.group[group], StartsAt: starts, Extra: extra, Reason: scene.Why})
	if !w.did(who, err, "plans a meeting of %s %s, extra %v: %d", group, starts.Format("2006-01-02 15:04"), extra, id) {
		return 0
	}
	w.meetings = append(w.meetings, sitting{id, w.group[group]})
	return id
}

func (w *world) setUp(who access.Actor, id, matterID int64, class string) bool {
	return w.did(who, w.Meeting.SetUp(w.ctx, who, id, meeting.SetUpForm{MatterID: matterID, Class: class, Reason: scene.Why}), "sets %d up on meeting %d as %s", matterID, id, class)
}

// ofMeetings are operations on a meeting, each with who usually does it.
var ofMeetings = []func(w *world, id int64){
	func(w *world, id int64) {
		g := pick(w, groups, "group")
		w.planMeeting(g, w.within(w.today().Add(rapid.IntRange(-1, 20).Draw(w.t, "days"))), w.chance(1, 4))
	},
	func(w *world, id int64) {
		w.setUp(w.runner(id), id, w.aMatter(), pick(w, append([]string{matter.BeforeDecision, matter.Standing, ""}, matter.Classes...), "class"))
	},
	func(w *world, id int64) {
		who := w.runner(id)
		w.did(who, w.Meeting.SendNotice(w.ctx, who, id, w.text("reason")), "sends the notice of meeting %d", id)
	},
	func(w *world, id int64) {
		who := w.runner(id)
		w.did(who, w.Meeting.SendPapers(w.ctx, who, id, w.text("reason")), "sends the papers of meeting %d", id)
	},
	func(w *world, id int64) {
		who, u, yes := w.somebody(access.UnionRep), w.aUnion(), w.chance(1, 2)
		w.did(who, w.Meeting.AnswerExtra(w.ctx, who, id, u, yes), "answers for %s about extra meeting %d, accepting %v", nameOf(w.union, u), id, yes)
	},
	func(w *world, id int64) {
		who := w.runner(id)
		w.did(who, w.Meeting.Open(w.ctx, who, id), "opens meeting %d", id)
	},
	func(w *world, id int64) {
		who := w.runner(id)
		row := meeting.Presence{PersonID: w.aPerson(), Presence: pick(w, []string{"in_person", "remote", "absent", "", "x"}, "presence"), ReplacesID: w.orForeign(0)}
		if w.chance(1, 2) {
			row.ArrivedAt, row.LeftAt = w.now(), w.now().Add(time.Duration(w.t0(3)-1)*time.Hour)
		}
		w.did(who, w.Meeting.Attend(w.ctx, who, id, []meeting.Presence{row}), "records attendance at %d: %+v", id, row)
	},
	func(w *world, id int64) {
		who := w.runner(id)
		w.did(who, w.Meeting.Close(w.ctx, who, id), "ends meeting %d", id)
	},
	func(w *world, id int64) {
		who := w.runner(id)
		w.did(who, w.Meeting.AddItem(w.ctx, who, id, meeting.AddForm{Title: w.text("title"), Class: pick(w, append([]string{matter.Standing}, matter.Classes...), "class"), Minutes: w.t0(500), Reason: scene.Why}), "adds an item to %d", id)
	},
	func(w *world, id int64) {
		if w.chance(1, 3) {
			who := w.runner(id)
			w.did(who, w.Meeting.Cancel(w.ctx, who, id, w.text("reason")), "cancels meeting %d", id)
		}
	},
	func(w *world, id int64) {
		who, starts := w.runner(id), w.within(w.aDay())
		to, err := w.Meeting.Move(w.ctx, who, id, meeting.PlanForm{StartsAt: starts, Place: w.text("place"), Reason: scene.Why})
		if w.did(who, err, "moves meeting %d to %s: %d", id, starts.Format("2006-01-02 15:04"), to) {
			for _, m := range w.meetings {
				if m.id == id {
					w.meetings = append(w.meetings, sitting{to, m.group})
					break
				}
			}
		}
	},
	func(w *world, id int64) {
		who := w.runner(id)
		w.did(who, w.Meeting.SendMinutes(w.ctx, who, id, []int64{w.aPerson(), w.person["Maria Sjöberg"]}), "sends the minutes of %d", id)
	},
	func(w *world, id int64) {
		who := w.actor(pick(w, people, "who"))
		w.did(who, w.Meeting.Approve(w.ctx, who, id, w.seen(id)), "approves the minutes of %d", id)
	},
	func(w *world, id int64) {
		who := w.actor(pick(w, people, "who"))
		w.did(who, w.Meeting.Object(w.ctx, who, id, w.t0(3), w.text("objection")), "objects to the minutes of %d", id)
	},
	func(w *world, id int64) {
		who := w.actor(pick(w, people, "who"))
		w.did(who, w.Meeting.Maintain(w.ctx, who, id, w.seen(id)), "maintains the objection to the minutes of %d", id)
	},
	func(w *world, id int64) {
		who := w.runner(id)
		w.did(who, w.Meeting.ChangeMinutes(w.ctx, who, id, w.text("addition"), w.t0(3)), "changes the minutes of %d", id)
	},
	func(w *world, id int64) { w.readMeeting(id) },
}

// ofItems are operations on one agenda item.
var ofItems = []func(w *world, item int64){
	func(w *world, item int64) {
		who := w.itemRunner(item)
		w.did(who, w.Meeting.OpenItem(w.ctx, who, item), "begins item %d", item)
	},
	func(w *world, item int64) {
		who, to := w.itemRunner(item), w.aDay()
		w.did(who, w.Meeting.TableItem(w.ctx, who, item, to, w.text("reason")), "tables item %d to %s", item, to)
	},
	takePosition, takePosition, takePosition,
	func(w *world, item int64) {
		who := w.itemRunner(item)
		w.did(who, w.Meeting.Conclude(w.ctx, who, item), "concludes item %d", item)
	},
	func(w *world, item int64) {
		who := w.itemRunner(item)
		w.did(who, w.Meeting.Handle(w.ctx, who, item), "handles item %d", item)
	},
	func(w *world, item int64) {
		who, u, yes := w.somebody(access.UnionRep), w.aUnion(), w.chance(1, 2)
		w.did(who, w.Meeting.AnswerPapers(w.ctx, who, item, u, yes), "answers for %s about the papers of item %d, accepting %v", nameOf(w.union, u), item, yes)
	},
	func(w *world, item int64) {
		who := w.itemRunner(item)
		w.did(who, w.Meeting.MoveItem(w.ctx, who, item, meeting.MoveForm{Place: rapid.IntRange(0, 12).Draw(w.t, "place"), Steps: 1}), "orders item %d", item)
	},
	func(w *world, item int64) {
		who := w.itemRunner(item)
		w.did(who, w.Meeting.RemoveItem(w.ctx, who, item), "removes item %d", item)
	},
	func(w *world, item int64) {
		who := w.itemRunner(item)
		w.did(who, w.Meeting.WriteNote(w.ctx, who, item, w.text("note"), w.t0(3)), "writes a note on item %d", item)
	},
}

func takePosition(w *world, item int64) {
	who, u := w.somebody(access.UnionRep), w.aUnion()
	stance, reason := w.stance()
	if w.chance(1, 10) {
		stance, reason = pick(w, []string{"", "x", matter.Disagrees}, "stance"), w.text("reason")
	}
	w.did(who, w.Meeting.TakePosition(w.ctx, who, item, u, stance, reason), "states for %s in item %d: %s", nameOf(w.union, u), item, stance)
}

// itemRunner is the chair of the meeting that holds the item, or now and then anybody.
func (w *world) itemRunner(item int64) access.Actor {
	var ids []int64
	query(w, `SELECT meeting_id FROM agenda_items WHERE id = $1`, &ids, item)
	if len(ids) == 0 {
		return w.somebody(access.Manager)
	}
	return w.runner(ids[0])
}

// readMeeting reads every page of a meeting as somebody.
func (w *world) readMeeting(id int64) {
	who := w.actor(pick(w, people, "who"))
	p, err := w.Meeting.Get(w.ctx, who, id)
	if w.did(who, err, "reads meeting %d", id) {
		if _, err := p.Read(); err != nil {
			w.broken("minutes can be read", "%v", err)
		}
	}
	_, err = w.Meeting.Show(w.ctx, who, id)
	w.did(who, err, "looks at meeting %d", id)
	_, _, _, err = w.Meeting.List(w.ctx, who, meeting.Filter{Past: w.chance(1, 2), GroupID: w.orForeign(0), After: w.orForeign(0)})
	w.did(who, err, "lists meetings")
	_, _, err = w.Meeting.ItemRef(w.ctx, who, w.aMatter())
	w.did(who, err, "looks for a treatment")
	w.did(who, w.Meeting.MarkRead(w.ctx, who, id), "marks the papers of %d read", id)
}

// seen is the text of the minutes as they stand, or now and then one that somebody read long ago.
func (w *world) seen(id int64) meeting.Seen {
	var all []string
	query(w, `SELECT encode(v.digest, 'hex') FROM minutes_versions v WHERE v.meeting_id = $1 ORDER BY v.version DESC`, &all, id)
	switch {
	case len(all) == 0:
		return meeting.Seen{}
	case len(all) > 1 && w.chance(1, 8):
		return meeting.Seen{Digest: all[1]}
	}
	return meeting.Seen{Digest: all[0]}
}
