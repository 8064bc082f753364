package matter

import (
	"context"
	"fmt"
	"strings"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

// Show is the page of one matter.
type Show struct {
	matter.Page
	Gate Gate
	Can  Can
}

func (s Show) href(allowed bool, part string) string {
	if !allowed {
		return ""
	}
	return path(s.ID, part)
}

// Journey is the samverkansresa: six steps with what is done in each.
func (s Show) Journey(ctx context.Context) []ui.TaskGroup {
	return []ui.TaskGroup{
		{Title: i18n.T(ctx, "matter.step.prepare"), Tasks: s.prepare(ctx)},
		{Title: i18n.T(ctx, "matter.step.early"), Tasks: []ui.Task{s.dialogue(ctx)}},
		{Title: i18n.T(ctx, "matter.step.material"), Tasks: s.material(ctx)},
		{Title: i18n.T(ctx, "matter.step.samverkan"), Tasks: s.treatments(ctx)},
		{Title: i18n.T(ctx, "matter.step.decide"), Tasks: []ui.Task{s.decide(ctx)}},
		{Title: i18n.T(ctx, "matter.step.afterwards"), Tasks: s.afterwards(ctx)},
	}
}

func (s Show) prepare(ctx context.Context) []ui.Task {
	return []ui.Task{
		{Text: i18n.T(ctx, "matter.task.describe"), Status: ui.TaskDone},
		{Text: i18n.T(ctx, "matter.task.decider"), Status: ui.TaskDone, Hint: say(ctx, deciderKeys, s.Decider)},
	}
}

func (s Show) dialogue(ctx context.Context) ui.Task {
	t := ui.Task{Text: i18n.T(ctx, "matter.task.apt"), Href: s.href(s.Can.Dialogue, "/apt")}
	switch n := len(s.Dialogues); {
	case n > 0:
		var units []string
		for _, d := range s.Dialogues {
			units = append(units, d.UnitName)
		}
		t.Status, t.Hint = ui.TaskDone, i18n.List(ctx, unique(units))
		t.State = i18n.T(ctx, "matter.task.done_on", "Date", i18n.Date(ctx, s.Dialogues[n-1].HeldAt))
	case len(s.Proposals) > 0:
		t.Status, t.Hint = ui.TaskNotNeeded, i18n.T(ctx, "matter.task.apt_skipped")
	default:
		t.Status = ui.TaskOngoing
	}
	return t
}

func unique(names []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, n := range names {
		if !seen[n] {
			out = append(out, n)
		}
		seen[n] = true
	}
	return out
}

func (s Show) material(ctx context.Context) []ui.Task {
	proposal := ui.Task{Text: i18n.T(ctx, "matter.task.proposal"), Href: s.href(s.Can.Propose, "/forslag"), Status: ui.TaskOngoing}
	if p, ok := s.Current(); ok {
		proposal.Status, proposal.State = ui.TaskDone, i18n.T(ctx, "matter.task.proposal_done", "No", p.No)
	}
	plan := ui.Task{Text: i18n.T(ctx, "matter.task.plan"), Href: s.href(s.Can.Plan, "/plan"), Status: ui.TaskOngoing}
	if s.PlanConfirmedAt != nil {
		plan.Status, plan.State = ui.TaskDone, i18n.T(ctx, "matter.task.done_on", "Date", i18n.Date(ctx, *s.PlanConfirmedAt))
	}
	return []ui.Task{proposal, plan, s.risk(ctx)}
}

func (s Show) risk(ctx context.Context) ui.Task {
	t := ui.Task{Text: i18n.T(ctx, "matter.task.risk"), Href: path(s.ID, "/riskbedomning"), Status: ui.TaskOngoing}
	switch {
	case s.RiskFixed():
		t.Status = ui.TaskDone
		for _, r := range s.Risks {
			if r.FixedAt != nil {
				t.State = i18n.T(ctx, "matter.task.risk_fixed", "No", r.No, "Date", i18n.Date(ctx, *r.FixedAt))
			}
		}
	case !s.WorkEnvironment:
		t.Status, t.Hint = ui.TaskNotNeeded, i18n.T(ctx, "matter.task.risk_not_needed")
	case len(s.Risks) > 0:
		r := s.Risks[len(s.Risks)-1]
		t.Hint = i18n.N(ctx, "matter.task.risk_invited", r.Invited, "Stated", r.Stated)
	case !s.Agreement.RiskBeforeConclusion:
		t.Hint = i18n.T(ctx, "matter.task.risk_optional")
	}
	return t
}

// treatments are one task for each track of the plan.
func (s Show) treatments(ctx context.Context) []ui.Task {
	var ts []ui.Task
	for _, t := range s.AllTracks(s.Now) {
		ts = append(ts, s.treatment(ctx, t))
	}
	if len(ts) == 0 {
		ts = append(ts, ui.Task{Text: i18n.T(ctx, "matter.task.treat_none"), Hint: i18n.T(ctx, "matter.task.treat_none_hint")})
	}
	return ts
}

func (s Show) treatment(ctx context.Context, t matter.Track) ui.Task {
	state := s.TrackState(t, s.Now)
	task := ui.Task{Href: path(s.ID, "#"+trackID(t)), State: say(ctx, trackKeys, state), Status: ui.TaskOngoing}
	switch t.Kind {
	case matter.KindGroup:
		task.Text, task.Hint = i18n.T(ctx, "matter.task.treat", "Group", t.GroupName), s.stances(ctx, t)
	case matter.KindInfo:
		task.Text = i18n.T(ctx, "matter.task.inform", "Group", t.GroupName)
	case matter.KindMBL14:
		task.Text = i18n.T(ctx, "matter.task.central", "Union", t.UnionName)
	default:
		task.Text, task.Hint = i18n.T(ctx, "matter.task.negotiate", "Union", t.UnionName), say(ctx, kindKeys, t.Kind)
	}
	if it, ok := s.meeting(t); ok && state == matter.TrackPlanned {
		task.State, task.Hint = i18n.Date(ctx, it.StartsAt), s.dispatched(ctx, it)
	}
	if state.Finished() {
		task.Status = ui.TaskDone
	}
	return task
}

// meeting is the coming meeting that the track is set up on.
func (s Show) meeting(t matter.Track) (matter.Item, bool) {
	for _, it := range s.Items {
		if it.TrackID == t.ID && t.ID != 0 && it.Status == "planned" && it.MeetingStatus == "planned" {
			return it, true
		}
	}
	return matter.Item{}, false
}

// dispatched says how far the meeting's notice and papers have come.
func (s Show) dispatched(ctx context.Context, it matter.Item) string {
	switch {
	case it.PapersAt != nil:
		return i18n.T(ctx, "matter.task.papers_sent", "Date", i18n.Date(ctx, *it.PapersAt))
	case it.NoticeAt != nil:
		return i18n.T(ctx, "matter.task.papers_by", "Date", i18n.Date(ctx, s.Agreement.PapersBy(it.Day(), it.Extra)))
	}
	return i18n.T(ctx, "matter.task.notice_by", "Date", i18n.Date(ctx, s.Agreement.NoticeBy(it.Day(), it.Extra)))
}

// stances says in one line what the unions have said in the track's newest treatment.
func (s Show) stances(ctx context.Context, t matter.Track) string {
	var said []string
	var item int64
	for _, it := range s.Items {
		if it.TrackID == t.ID && it.Class == matter.BeforeDecision && it.OpenedAt != nil {
			item = it.ID
		}
	}
	for _, p := range s.Positions {
		if p.ItemID == item {
			said = append(said, p.UnionName+" "+strings.ToLower(say(ctx, stanceKeys, p.Stance)))
		}
	}
	return strings.Join(said, " · ")
}

func (s Show) decide(ctx context.Context) ui.Task {
	t := ui.Task{Text: i18n.T(ctx, "matter.task.decide")}
	if s.Decider == matter.ByBoard {
		t.Text = i18n.T(ctx, "matter.task.board")
	}
	d, decided := s.LastDecision()
	switch {
	case decided && d.Deviation != matter.MaterialDeviation:
		t.Status, t.State = ui.TaskDone, i18n.T(ctx, "matter.task.done_on", "Date", i18n.Date(ctx, d.DecidedOn))
		t.Href = path(s.ID, "#beslut")
	case s.Can.Decide:
		t.Status, t.Href = ui.TaskOngoing, path(s.ID, "/beslut")
	case s.Can.Board && len(s.Gate.Missing) == 0:
		t.Status, t.Href = ui.TaskOngoing, path(s.ID, "/namndbeslut")
	case len(s.Gate.Missing) == 0 && s.Status == "open":
		t.Status = ui.TaskOngoing
	}
	return t
}

// afterwards are what follows the decision, each with how far it has come.
func (s Show) afterwards(ctx context.Context) []ui.Task {
	feedback := ui.Task{Text: i18n.T(ctx, "matter.task.feedback")}
	execute := ui.Task{Text: i18n.T(ctx, "matter.task.execute")}
	follow := ui.Task{Text: i18n.T(ctx, "matter.task.follow")}
	closing := ui.Task{Text: i18n.T(ctx, "matter.task.close")}
	ts := []*ui.Task{&feedback, &execute, &follow, &closing}
	if d, ok := s.LastDecision(); ok && d.Deviation != matter.MaterialDeviation {
		given := 0
		for _, f := range s.After.Feedback {
			if f.GivenAt != nil {
				given++
			}
		}
		all := len(s.After.Feedback)
		feedback.State = i18n.T(ctx, "matter.task.feedback_count", "Given", given, "All", all)
		feedback.Status = stageStatus(given == all, true)
		execute.Status = stageStatus(s.FollowingAt != nil || s.Status == "closed", true)
		follow.Status = stageStatus(s.Status == "closed", s.FollowingAt != nil)
		closing.Status = stageStatus(s.Status == "closed", s.FollowingAt != nil)
		for _, t := range ts {
			t.Href = path(s.ID, "/efterat")
		}
	}
	if done, all := s.doneActions(); all > 0 {
		actions := ui.Task{Text: i18n.T(ctx, "matter.task.actions"), Href: path(s.ID, "/efterat#atgarder"), State: i18n.T(ctx, "matter.task.feedback_count", "Given", done, "All", all), Status: stageStatus(done == all, true)}
		return []ui.Task{feedback, actions, execute, follow, closing}
	}
	return []ui.Task{feedback, execute, follow, closing}
}

// doneActions counts the matter's actions, and those that are done.
func (s Show) doneActions() (done, all int) {
	for _, a := range s.After.Actions {
		if a.DoneAt != nil {
			done++
		}
	}
	return done, len(s.After.Actions)
}

// stageStatus is the status of a step that is done, or may begin.
func stageStatus(done, may bool) ui.TaskStatus {
	switch {
	case done:
		return ui.TaskDone
	case may:
		return ui.TaskOngoing
	}
	return ui.TaskBlocked
}

// trackID is the anchor of a track on the page.
func trackID(t matter.Track) string {
	if t.GroupID != 0 {
		return fmt.Sprintf("spar-grupp-%d", t.GroupID)
	}
	return fmt.Sprintf("spar-%s-%d", t.Kind, t.UnionID)
}
