package meeting

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// SendPapers sends the papers of every matter on the agenda, in the version that stands, to those who lack them: all of
// them to new members, and to the others what is new or has changed since they last got papers. Refused: a matter before
// decision without a proposal. Warned of: later than the agreement says, no risk assessment begun, no notice, no confirmed
// plan (handbook T3).
func (s *Service) SendPapers(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		if !c.now.Before(c.rec.StartsAt) {
			return fail.New(fail.Invalid, "meeting.error.begun")
		}
		items := c.rec.paperItems()
		for _, it := range items {
			if m, _ := c.rec.Matter(it.MatterID); it.Class == matter.BeforeDecision && len(m.Proposals) == 0 {
				return fail.New(fail.Invalid, "meeting.error.no_proposal", "Title", it.Title)
			}
		}
		if len(items) == 0 {
			return fail.New(fail.Invalid, "meeting.error.no_papers")
		}
		if err := c.rec.planned(c.rec.PlanAwaits()...); err != nil {
			return err
		}
		parcels := c.rec.Parcels()
		if len(parcels) == 0 {
			return nil
		}
		if err := fail.NeedReason(reason, c.rec.papersWarnings(c.today())); err != nil {
			return err
		}
		for _, p := range parcels {
			if err := s.sendPapers(ctx, c, p, reason); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Service) sendPapers(ctx context.Context, c *change, parcel Parcel, reason string) error {
	dispatch, err := c.dispatch(ctx, "papers", reason, parcel.To)
	if err != nil {
		return err
	}
	days := fmt.Sprint(c.today().DaysUntil(c.rec.Day()))
	tasks := unionTasks(parcel.To, matter.Task{Kind: matter.TaskReadPapers, MeetingID: c.rec.ID, DueOn: c.rec.Day()})
	late := c.today().After(c.rec.Agreement.PapersBy(c.rec.Day(), c.rec.Extra))
	for _, it := range parcel.Items {
		m, _ := c.rec.Matter(it.MatterID)
		p, _ := m.Current()
		if err := c.exec(ctx, `INSERT INTO dispatch_papers (dispatch_id, item_id, matter_id, proposal_no) VALUES ($1, $2, $3, $4)`,
			dispatch, it.ID, it.MatterID, p.No); err != nil {
			return fmt.Errorf("sending papers: %w", err)
		}
		c.log("meeting.papers_sent", it.MatterID, "Title", it.Title, "No", fmt.Sprint(p.No), "Days", days, "Reason", reason)
		if late && it.Class == matter.BeforeDecision {
			tasks = append(tasks, unionTasks(parcel.To, matter.Task{Kind: matter.TaskLatePapers, MatterID: it.MatterID, MeetingID: c.rec.ID, DueOn: c.rec.Day()})...)
		}
	}
	c.tell(announce.Papers, dispatch, people(parcel.To))
	return matter.AddTasks(ctx, c.tx, s.Clock, tasks...)
}

// paperItems are the agenda's matters that have papers, or need them.
func (r Record) paperItems() []Item {
	return slices.DeleteFunc(slices.Clone(r.Items), func(it Item) bool {
		m, ok := r.Matter(it.MatterID)
		return !ok || len(m.Proposals) == 0 && it.Class != matter.BeforeDecision
	})
}

// Parcel is one sending of papers: to some members the papers of some items.
type Parcel struct {
	To    []Member
	Items []Item
}

// Parcels are what is to be sent so that every member on the meeting's day has the standing version of all papers. Those
// who lack the same share one; a person in several capacities gets one for all of them.
func (r Record) Parcels() []Parcel {
	var all []Parcel
	members, items := r.MembersOn(r.Day()), r.paperItems()
	for _, id := range people(members) {
		mine := slices.DeleteFunc(slices.Clone(members), func(m Member) bool { return m.PersonID != id })
		lacks := slices.DeleteFunc(slices.Clone(items), func(it Item) bool {
			return !slices.ContainsFunc(mine, func(m Member) bool { return !r.hasPapers(it, m) })
		})
		if len(lacks) == 0 {
			continue
		}
		i := slices.IndexFunc(all, func(p Parcel) bool {
			return slices.EqualFunc(p.Items, lacks, func(a, b Item) bool { return a.ID == b.ID })
		})
		if i < 0 {
			all, i = append(all, Parcel{Items: lacks}), len(all)
		}
		all[i].To = append(all[i].To, mine...)
	}
	return all
}

// paperless lists the members who lack the standing version of some item's papers.
func (r Record) paperless(items []Item) []Member {
	return slices.DeleteFunc(r.MembersOn(r.Day()), func(m Member) bool {
		return !slices.ContainsFunc(items, func(it Item) bool { return !r.hasPapers(it, m) })
	})
}

// hasPapers reports whether the standing version of the item's papers has reached the member, for the union in question.
func (r Record) hasPapers(it Item, m Member) bool {
	mat, _ := r.Matter(it.MatterID)
	cur, _ := mat.Current()
	return slices.ContainsFunc(r.Papers, func(p Paper) bool {
		return p.ItemID == it.ID && p.No == cur.No && slices.ContainsFunc(r.Recipients, func(y Recipient) bool {
			return y.DispatchID == p.DispatchID && y.PersonID == m.PersonID && y.UnionID == m.UnionID
		})
	})
}

func (r Record) papersWarnings(today clock.Date) []fail.Warning {
	var ws []fail.Warning
	if r.NoticeAt == nil {
		ws = append(ws, fail.Warning{Key: "meeting.warn.not_called", Source: "Avtalet: kallelse"})
	}
	if by := r.Agreement.PapersBy(r.Day(), r.Extra); today.After(by) {
		ws = append(ws, fail.Warning{Key: "meeting.warn.papers_late", Source: "Avtalet: handlingar, dagar",
			Args: []any{"Days", today.DaysUntil(r.Day()), "Agreed", by.DaysUntil(r.Day())}})
	}
	for _, it := range r.paperItems() {
		m, _ := r.Matter(it.MatterID)
		if it.Class != matter.BeforeDecision {
			continue
		}
		if m.PlanConfirmedAt == nil {
			ws = append(ws, fail.Warning{Key: "meeting.warn.no_plan", Args: []any{"Title", m.Title}, Source: "MBL 11 §"})
		}
		if m.WorkEnvironment && len(m.Risks) == 0 {
			ws = append(ws, fail.Warning{Key: "meeting.warn.no_risk", Args: []any{"Title", m.Title}, Source: "AML 6:4, AFS 2023:1"})
		}
		if n := len(m.Risks); n > 0 && m.Risks[n-1].FixedAt == nil && m.Risks[n-1].Invited == 0 {
			ws = append(ws, fail.Warning{Key: "meeting.warn.risk_uninvited", Args: []any{"Title", m.Title}, Source: "AML 6:4"})
		}
	}
	return ws
}
