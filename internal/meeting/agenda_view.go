package meeting

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// AgendaPage is what the agenda's own page shows to whoever puts it together.
type AgendaPage struct {
	ShowPage
	Deferred    []Deferred
	Suggestions []Suggestion // those that wait in the group, the oldest first
}

// Agenda reads a meeting's agenda with what may be put on it. Forbidden unless the actor runs the group's meetings.
func (s *Service) Agenda(ctx context.Context, who access.Actor, id int64) (AgendaPage, error) {
	if err := who.Require(access.MeetingRun); err != nil {
		return AgendaPage{}, err
	}
	p := AgendaPage{ShowPage: ShowPage{Page: Page{Now: s.Clock.Now()}}}
	var b db.Batch
	where, args := Visible(who, 2)
	done := p.Record.queue(&b, id, where, args, clock.DateOf(p.Now))
	queueChoices(&b, &p.Choices, who, id)
	queueDeferred(&b, &p.Deferred, id)
	db.Many(&b, &p.Suggestions, fmt.Sprintf(`%s WHERE s.group_id = (SELECT me.group_id FROM meetings me WHERE me.id = $1) AND s.status = 'waiting' ORDER BY s.id LIMIT %d`,
		suggestionColumns, listLimit), id)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return AgendaPage{}, err
	}
	done()
	if !who.RunsMeetings(p.GroupID) {
		return AgendaPage{}, fail.New(fail.Forbidden, "meeting.error.not_runner")
	}
	return p, nil
}

// queueChoices finds the matters that the actor may put on the agenda: one's own, and to whom runs the meeting those whose
// plan holds the group. It starts from these few, never from all that are open.
func queueChoices(b *db.Batch, dst *[]Choice, who access.Actor, id int64) {
	visible, args := matter.Visible(who, 4)
	db.Many(b, dst, fmt.Sprintf(`
		SELECT m.id, m.number, m.title, c.planned
		FROM   meetings me
		CROSS  JOIN LATERAL (
		       SELECT x.matter_id, bool_or(x.planned) AS planned FROM (
		           (SELECT t.matter_id, true AS planned FROM tracks t WHERE t.group_id = me.group_id AND me.group_id = ANY ($3) ORDER BY t.matter_id DESC LIMIT %[2]d)
		           UNION ALL
		           (SELECT o.id, EXISTS (SELECT FROM tracks t WHERE t.matter_id = o.id AND t.group_id = me.group_id) FROM matters o WHERE o.owner_id = $2 ORDER BY o.id DESC LIMIT %[2]d)) x
		       GROUP BY 1) c
		JOIN   matters m ON m.id = c.matter_id AND m.status = 'open'
		WHERE  me.id = $1 AND me.status IN ('planned', 'open') AND %[1]s
		AND    NOT EXISTS (SELECT FROM agenda_items ai WHERE ai.meeting_id = me.id AND ai.matter_id = m.id)
		AND    NOT EXISTS (SELECT FROM decisions d WHERE d.matter_id = m.id AND d.deviation <> 'material' AND d.exception_id IS NULL)
		ORDER  BY c.planned DESC, m.id DESC LIMIT %[3]d`, visible, choiceDepth, choiceRows), slices.Concat([]any{id, who.PersonID, runs(who)}, args)...)
}

// choiceDepth is how many of the newest matters of a group, and of an owner, are looked through.
const choiceDepth = 400

// TemplatePage is a group's template as its page shows it.
type TemplatePage struct {
	GroupID         int64
	GroupName       string
	SafetyCommittee bool
	Version         int // 0: the group has none of its own, and meetings begin with the handbook's
	SavedAt         *time.Time
	SavedName       string
	Items           []TemplateItem `db:"-"`
}

// Template reads what a group's meetings begin with. NotFound unless the actor sits in the group or is HR.
func (s *Service) Template(ctx context.Context, who access.Actor, groupID int64) (p TemplatePage, err error) {
	if err := who.Require(access.MeetingRead); err != nil {
		return p, err
	}
	if who.Role != access.HR && !who.InGroup(groupID) {
		return p, fail.New(fail.NotFound, "error.not_found")
	}
	var b db.Batch
	db.One(&b, &p, fail.New(fail.NotFound, "error.not_found"), `
		SELECT g.id AS group_id, g.name AS group_name, g.safety_committee, coalesce(t.version, 0) AS version, t.saved_at, coalesce(pe.name, '') AS saved_name
		FROM   groups g LEFT JOIN agenda_templates t ON t.group_id = g.id LEFT JOIN people pe ON pe.id = t.saved_by WHERE g.id = $1`, groupID)
	var items []TemplateItem
	db.Many(&b, &items, `SELECT class, title, minutes, presenter FROM agenda_template_items WHERE group_id = $1 ORDER BY place`, groupID)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return p, err
	}
	if p.Items = items; len(items) == 0 {
		p.Items = DefaultTemplate(p.SafetyCommittee)
	}
	return p, nil
}

// templateLimit is the most rows that a template may have.
const templateLimit = 40

// checkTemplate says what is wrong with a template: its fields are named row by row, "title-3".
func checkTemplate(items []TemplateItem) error {
	var f fail.Form
	seen := map[string]bool{}
	for i, x := range items {
		field := func(name string) string { return fmt.Sprintf("%s-%d", name, i+1) }
		if x.Class == matter.Standing {
			checkText(&f, field("title"), x.Title, 200, "meeting.error.title_needed")
		} else if seen[x.Class] || !slices.Contains(matter.Classes, x.Class) {
			return fail.New(fail.Invalid, "meeting.error.class")
		}
		seen[x.Class] = true
		if x.Minutes < 1 || x.Minutes > 480 {
			f.Add(field("minutes"), "meeting.error.minutes")
		}
		if x.Presenter != "" && !slices.Contains(Presenters, x.Presenter) {
			f.Add(field("presenter"), "agenda.error.presenter_role")
		}
	}
	for _, c := range matter.Classes {
		if !seen[c] {
			return fail.New(fail.Invalid, "agenda.error.class_missing")
		}
	}
	if len(items) > templateLimit {
		return fail.New(fail.Invalid, "agenda.error.template_long", "Max", templateLimit)
	}
	return f.Err()
}

// SaveTemplate keeps what the group's coming meetings begin with; meetings that are planned keep their agendas. The chair or
// secretary does. Conflict when somebody else has saved since the reader saw it.
func (s *Service) SaveTemplate(ctx context.Context, who access.Actor, groupID int64, version int, items []TemplateItem) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	switch {
	case !who.InGroup(groupID):
		return fail.New(fail.NotFound, "error.not_found")
	case !who.RunsMeetings(groupID):
		return fail.New(fail.Forbidden, "meeting.error.not_runner")
	}
	if err := checkTemplate(items); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		now := s.Clock.Now()
		save, args := `INSERT INTO agenda_templates (group_id, saved_by, saved_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, []any{groupID, who.PersonID, now}
		if version > 0 {
			save, args = `UPDATE agenda_templates SET saved_by = $2, saved_at = $3, version = version + 1 WHERE group_id = $1 AND version = $4`, append(args, version)
		}
		if err := tx.Exec1(ctx, save, args...); err != nil {
			return err
		}
		var b db.Batch
		b.Exec(`DELETE FROM agenda_template_items WHERE group_id = $1`, groupID)
		for i, x := range items {
			b.Exec(`INSERT INTO agenda_template_items (group_id, place, class, title, minutes, presenter) VALUES ($1, $2, $3, $4, $5, $6)`, groupID, i+1, x.Class, x.Title, x.Minutes, x.Presenter)
		}
		if err := tx.Send(ctx, &b); err != nil {
			return fmt.Errorf("saving the template of group %d: %w", groupID, err)
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: "meeting.template_saved", Detail: map[string]string{"Count": fmt.Sprint(len(items))}})
	})
}
