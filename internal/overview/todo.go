package overview

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/apt"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/followup"
	"samverka/internal/matter"
	"samverka/internal/retention"
	"samverka/internal/yearplan"
)

// taskLimit is the most tasks that one page shows; more are counted.
const taskLimit = 100

// Todo is all that Att göra shows to one person in one role.
type Todo struct {
	Today   clock.Date
	Late    []Task // due before today
	Week    []Task // due this week, Sunday included
	Later   []Task
	More    bool // there are more than are shown
	Other   []RoleCount
	Waiting []Waiting
	Next    *Meeting
	Matters []OwnMatter // Role Manager: own questions on their way to a decision
	Groups  []StaffGroup
	APT     apt.Start // Role Employee

	Committees []Committee   // safety committees that need a meeting
	Loose      []LooseImport // Role HR: reorganisations that leave matters to look at
	Weeding    retention.Due
	FollowUps  []followup.Todo
}

// Tasks reports whether there is anything to do.
func (t Todo) Tasks() bool { return len(t.Late)+len(t.Week)+len(t.Later)+len(t.FollowUps) > 0 }

// RoleCount says how much waits in a role that the person does not act in now.
type RoleCount struct {
	Role access.Role
	N    int
}

// Waiting is what somebody else has to do before one's own matter or meeting goes on.
type Waiting struct {
	Task
	People int
	Names  []string // at most three of them
}

// Meeting is a meeting that the person takes part in.
type Meeting struct {
	ID        int64
	GroupName string
	StartsAt  time.Time
	Place     string
	Status    string
}

// OwnMatter is one of the person's own matters with what stands between it and the decision.
type OwnMatter struct {
	ID        int64
	Number    string
	Title     string
	State     matter.State
	Missing   []matter.Missing
	Earliest  clock.Date
	PlannedOn clock.Date
}

// Early reports whether the planned decision comes before it may lawfully be made.
func (m OwnMatter) Early() bool { return len(m.Missing) > 0 && m.PlannedOn.Before(m.Earliest) }

// StaffGroup is a group that covers an employee's workplace.
type StaffGroup struct {
	ID            int64
	Name          string
	NextID        int64
	NextAt        *time.Time
	MinutesID     int64
	MinutesAt     *time.Time
	ChairName     string
	SafetyMembers []string
}

// ownLimit is the most own matters that Att göra shows.
const ownLimit = 5

// Todo reads what the person has to do in the role they act in, in one round trip.
func (s *Service) Todo(ctx context.Context, who access.Actor) (Todo, error) {
	if err := who.Require(access.TodoRead); err != nil {
		return Todo{}, err
	}
	now := s.Clock.Now()
	t := Todo{Today: clock.DateOf(now)}
	var b db.Batch
	var tasks []Task
	queueTasks(&b, &tasks, who, t.Today)
	db.Many(&b, &t.Other, `SELECT role, count(*) AS n FROM tasks WHERE org_id = $1 AND person_id = $2 AND role <> $3 AND done_at IS NULL GROUP BY 1 ORDER BY 1`,
		who.OrgID, who.PersonID, string(who.Role))
	queueNext(&b, &t.Next, who, now)
	var rows []yearplan.Committee
	queueCommittees(&b, &rows, who, t.Today)
	queueLoose(&b, &t.Loose, who, now)
	weeding := retention.QueueDue(&b, &t.Weeding, who, t.Today)
	followup.QueueTodo(&b, &t.FollowUps, who, t.Today)
	var own func() []matter.Record
	switch who.Role {
	case access.Manager:
		queueWaiting(&b, &t.Waiting, who, now)
		own = matter.Queue(&b, `SELECT x.id FROM matters x WHERE x.org_id = $1 AND x.owner_id = $2 AND x.status = 'open'
			AND NOT EXISTS (SELECT FROM decisions d WHERE d.org_id = x.org_id AND d.matter_id = x.id AND d.deviation <> 'material' AND d.exception_id IS NULL)
			ORDER BY x.id DESC LIMIT $3`, []any{who.OrgID, who.PersonID, ownLimit}, t.Today)
	case access.Employee:
		queueStaff(&b, &t.Groups, who, now)
		apt.QueueStart(&b, &t.APT, who, now)
	}
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Todo{}, fmt.Errorf("reading what to do: %w", err)
	}
	t.sort(tasks)
	weeding()
	t.Committees = committees(rows, who, t.Today)
	t.Other = slices.DeleteFunc(t.Other, func(r RoleCount) bool { return !slices.Contains(who.Roles, r.Role) })
	if own != nil {
		for _, r := range own() {
			t.Matters = append(t.Matters, OwnMatter{ID: r.ID, Number: r.Number, Title: r.Title, State: r.State(now), Missing: r.Gate(now),
				Earliest: r.Earliest(now), PlannedOn: r.PlannedDecision})
		}
	}
	return t, nil
}

// sort deals the tasks out: late, this week (to Sunday), later.
func (t *Todo) sort(tasks []Task) {
	if t.More = len(tasks) > taskLimit; t.More {
		tasks = tasks[:taskLimit]
	}
	sunday := t.Today.Add((7 - int(t.Today.Weekday())) % 7)
	for _, x := range tasks {
		switch {
		case x.DueOn.Before(t.Today):
			t.Late = append(t.Late, x)
		case !x.DueOn.After(sunday):
			t.Week = append(t.Week, x)
		default:
			t.Later = append(t.Later, x)
		}
	}
}

// taskColumns fill a Task from t and what it points to; m is the matter.
const taskColumns = `t.kind, t.proposal_no, coalesce(t.matter_id, 0) AS matter_id, coalesce(m.number, '') AS number, coalesce(m.title, sg.title, sr.title, rq.title, ai.title, '') AS title,
	coalesce(t.action_id, 0) AS action_id, coalesce(t.item_id, 0) AS item_id, coalesce(t.request_id, 0) AS request_id, coalesce(t.suggestion_id, 0) AS suggestion_id, coalesce(t.question_id, 0) AS question_id,
	coalesce(t.meeting_id, 0) AS meeting_id, coalesce(t.apt_id, 0) AS apt_id, coalesce(g.name, '') AS group_name, coalesce(me.starts_at, ap.starts_at) AS starts_at, coalesce(u.name, '') AS unit_name, coalesce(un.name, '') AS union_name,
	coalesce(ac.what, '') AS what`

const taskJoins = `
	LEFT JOIN meetings me ON me.org_id = t.org_id AND me.id = t.meeting_id
	LEFT JOIN groups g ON g.org_id = me.org_id AND g.id = me.group_id
	LEFT JOIN apts ap ON ap.org_id = t.org_id AND ap.id = t.apt_id
	LEFT JOIN units u ON u.org_id = t.org_id AND u.id = t.unit_id
	LEFT JOIN unions un ON un.org_id = t.org_id AND un.id = t.union_id
	LEFT JOIN actions ac ON ac.org_id = t.org_id AND ac.id = t.action_id
	LEFT JOIN agenda_suggestions sg ON sg.org_id = t.org_id AND sg.id = t.suggestion_id
	LEFT JOIN safety_requests sr ON sr.org_id = t.org_id AND sr.id = t.request_id
	LEFT JOIN raised_questions rq ON rq.org_id = t.org_id AND rq.id = t.question_id
	LEFT JOIN agenda_items ai ON ai.org_id = t.org_id AND ai.id = t.item_id`

// inviteAhead is for how many days ahead every invitation to an APT is shown.
const inviteAhead = 14

// inGroup is the condition that a task is not one that a group's members have about its meetings, or that the actor still is
// one of them; the number is that of the argument with their groups. Who presents one item is no member.
func inGroup(n int) string {
	return fmt.Sprintf(`(t.role = 'manager' OR g.id = ANY ($%d) OR t.kind NOT IN ('%s', '%s', '%s', '%s', '%s', '%s'))`, n,
		matter.TaskReadPapers, matter.TaskLatePapers, matter.TaskExtra, matter.TaskApproveMinutes, matter.TaskApprovePart, matter.TaskApproveCorrection)
}

// queueTasks leaves out what is about a matter or a group's meeting that the person no longer may know of: a mandate that has
// ended takes its access with it the same day (handbook 2, rule 3).
//
// Of the invitations to a whole year of APTs, the nearest of each unit is something to do, and those that are due soon.
func queueTasks(b *db.Batch, dst *[]Task, who access.Actor, today clock.Date) {
	visible, args := matter.Visible(who, 7)
	db.Many(b, dst, `
		SELECT t.id, t.due_on, `+taskColumns+`
		FROM   tasks t LEFT JOIN matters m ON m.org_id = t.org_id AND m.id = t.matter_id AND (`+visible+` OR t.kind = 'join_risk')`+taskJoins+`
		WHERE  t.org_id = $1 AND t.person_id = $2 AND t.role = $3 AND t.done_at IS NULL AND (t.matter_id IS NULL OR m.id IS NOT NULL) AND `+inGroup(6)+`
		AND    (t.kind <> 'apt_invite' OR t.due_on <= $5 OR NOT EXISTS (SELECT FROM tasks x WHERE x.org_id = t.org_id AND x.person_id = t.person_id AND x.kind = t.kind
		        AND x.unit_id = t.unit_id AND x.done_at IS NULL AND (x.due_on, x.id) < (t.due_on, t.id)))
		ORDER  BY t.due_on, t.id LIMIT $4`, slices.Concat([]any{who.OrgID, who.PersonID, string(who.Role), taskLimit + 1, today.Add(inviteAhead), who.Groups()}, args)...)
}

// Task is one of the actor's own open tasks. NotFound when it is somebody else's, done, or about what they may not know of.
func (s *Service) Task(ctx context.Context, who access.Actor, id int64) (Task, error) {
	if err := who.Require(access.TaskFinish); err != nil {
		return Task{}, err
	}
	var b db.Batch
	var t Task
	visible, args := matter.Visible(who, 6)
	db.One(&b, &t, fail.New(fail.NotFound, "error.not_found"), `
		SELECT t.id, t.due_on, `+taskColumns+`
		FROM   tasks t LEFT JOIN matters m ON m.org_id = t.org_id AND m.id = t.matter_id AND (`+visible+` OR t.kind = 'join_risk')`+taskJoins+`
		WHERE  t.org_id = $1 AND t.id = $2 AND t.person_id = $3 AND t.role = $4 AND t.done_at IS NULL AND (t.matter_id IS NULL OR m.id IS NOT NULL) AND `+inGroup(5),
		slices.Concat([]any{who.OrgID, id, who.PersonID, string(who.Role), who.Groups()}, args)...)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Task{}, fmt.Errorf("reading task %d: %w", id, err)
	}
	return t, nil
}

// awaited are the kinds of tasks whose doing others wait for. What a union does for itself (reads, watches its windows) is
// not shown to the employer.
var awaited = []string{matter.TaskStateRisk, matter.TaskLatePapers, matter.TaskExtra, matter.TaskApproveMinutes, matter.TaskObjection,
	matter.TaskException, matter.TaskNegotiate, matter.TaskRecordBoard, matter.TaskFeedback, matter.TaskConfirmPosition}

func queueWaiting(b *db.Batch, dst *[]Waiting, who access.Actor, now time.Time) {
	db.Many(b, dst, `
		WITH open AS (
			SELECT t.* FROM matters x JOIN tasks t ON t.org_id = x.org_id AND t.matter_id = x.id
			WHERE  x.org_id = $1 AND x.owner_id = $2 AND x.status = 'open' AND t.done_at IS NULL
			UNION
			SELECT t.* FROM meetings y JOIN tasks t ON t.org_id = y.org_id AND t.meeting_id = y.id
			WHERE  y.org_id = $1 AND y.group_id = ANY ($3) AND y.starts_at > $4 AND t.done_at IS NULL),
		w AS (
			SELECT o.org_id, o.kind, o.matter_id, o.meeting_id, o.unit_id, o.union_id, min(o.due_on) AS due_on, count(DISTINCT o.person_id) AS people,
			       (array_agg(DISTINCT p.name))[1:3] AS names
			FROM   open o JOIN people p ON p.org_id = o.org_id AND p.id = o.person_id
			WHERE  o.person_id <> $2 AND o.kind = ANY ($5)
			GROUP  BY 1, 2, 3, 4, 5, 6)
		SELECT 0::bigint AS id, t.due_on, t.people, t.names, `+taskColumns+`
		FROM   (SELECT *, 0 AS proposal_no, NULL::bigint AS apt_id, NULL::bigint AS action_id, NULL::bigint AS item_id, NULL::bigint AS request_id, NULL::bigint AS suggestion_id, NULL::bigint AS question_id FROM w) t LEFT JOIN matters m ON m.org_id = t.org_id AND m.id = t.matter_id`+taskJoins+`
		ORDER  BY t.due_on, t.kind LIMIT 20`, who.OrgID, who.PersonID, who.Groups(), now.AddDate(0, -6, 0), awaited)
}

// queueNext finds the person's next meeting, one that goes on now included.
func queueNext(b *db.Batch, dst **Meeting, who access.Actor, now time.Time) {
	groups := who.Groups()
	if len(groups) == 0 {
		return
	}
	b.Query(`
		SELECT x.id, g.name AS group_name, x.starts_at, x.place, x.status
		FROM   unnest($2::bigint[]) w (group_id)
		CROSS  JOIN LATERAL (SELECT * FROM meetings me WHERE me.org_id = $1 AND me.group_id = w.group_id AND me.starts_at > $3::timestamptz - interval '1 day'
		       AND (me.status = 'open' OR me.status = 'planned' AND me.ends_at >= $3) ORDER BY me.starts_at LIMIT 1) x
		JOIN   groups g ON g.org_id = $1 AND g.id = x.group_id
		ORDER  BY x.starts_at LIMIT 1`, []any{who.OrgID, groups, now}, func(rows pgx.Rows) error {
		all, err := pgx.CollectRows(rows, pgx.RowToAddrOfStructByName[Meeting])
		if len(all) > 0 {
			*dst = all[0]
		}
		return err
	})
}

// queueStaff finds the groups that cover the employee's workplaces. Names of members of a safety committee are what the
// employer must announce (AMF 10 §).
func queueStaff(b *db.Batch, dst *[]StaffGroup, who access.Actor, now time.Time) {
	db.Many(b, dst, `
		SELECT g.id, g.name, coalesce(nx.id, 0) AS next_id, nx.starts_at AS next_at, coalesce(mi.id, 0) AS minutes_id, mi.starts_at AS minutes_at,
		       coalesce(ch.name, '') AS chair_name,
		       ARRAY(SELECT DISTINCT p.name FROM mandates ma JOIN people p ON p.org_id = ma.org_id AND p.id = ma.person_id
		             WHERE ma.org_id = g.org_id AND ma.group_id = g.id AND ma.role IN ('safety_rep', 'chief_safety_rep')
		             AND ma.valid_from <= $4 AND (ma.valid_until IS NULL OR ma.valid_until >= $4) ORDER BY 1) AS safety_members
		FROM   groups g LEFT JOIN people ch ON ch.org_id = g.org_id AND ch.id = g.chair_id
		LEFT   JOIN LATERAL (SELECT me.id, me.starts_at FROM meetings me WHERE me.org_id = g.org_id AND me.group_id = g.id AND me.starts_at >= $3
		       AND me.status <> 'cancelled' ORDER BY me.starts_at LIMIT 1) nx ON true
		LEFT   JOIN LATERAL (SELECT me.id, me.starts_at FROM meetings me JOIN minutes mi ON mi.org_id = me.org_id AND mi.meeting_id = me.id
		       WHERE me.org_id = g.org_id AND me.group_id = g.id AND mi.status IN ('approved', 'approved_with_objection') AND (mi.published_on IS NULL OR mi.published_on <= $4)
		       ORDER BY me.starts_at DESC LIMIT 1) mi ON true
		WHERE  g.org_id = $1 AND (g.closed_on IS NULL OR g.closed_on > $4) AND g.id IN (
			SELECT gu.group_id FROM group_units gu WHERE gu.org_id = $1 AND gu.unit_id IN (
				SELECT unnest(u.ancestors) FROM units u WHERE u.org_id = $1 AND (u.id = ANY ($2)
				OR u.id = (SELECT p.unit_id FROM people p WHERE p.org_id = $1 AND p.id = $5))))
		ORDER  BY nx.starts_at NULLS LAST, g.name LIMIT 10`, who.OrgID, who.MandateUnits(), now, clock.DateOf(now), who.PersonID)
}
