package demo

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
	"samverka/internal/retention"
)

// planned is what the municipality's records plan says may be weeded.
var planned = []retention.RuleForm{
	{Kind: "apt_notes", Weed: true, Years: 2, Source: "Dokumenthanteringsplan för Älvsunda kommun, punkt 2.4"},
	{Kind: "apt_marks", Weed: true, Years: 1, Source: "Dokumenthanteringsplan för Älvsunda kommun, punkt 2.6"},
	{Kind: "mails", Weed: true, Years: 2, Source: "Dokumenthanteringsplan för Älvsunda kommun, punkt 1.9"},
	{Kind: "drafts", Weed: true, Years: 1, Source: "Arbetsmaterial, dokumenthanteringsplanen punkt 1.2"},
}

// keep writes the rules of the records plan, and lays out what is older than the story: an APT from three years ago, mails and
// drafts.
func (w *world) keep(ctx context.Context, d *db.DB, c clock.Clock, today clock.Date) error {
	if w.logo == nil {
		return nil
	}
	keeper := &retention.Service{DB: d, Clock: c}
	for _, f := range planned {
		f.ValidFrom = clock.Today(c)
		if err := keeper.SaveRule(ctx, w.actor(w.personas[Code(access.Registrar)], access.Registrar), f); err != nil {
			return fmt.Errorf("writing the rules of what %s keeps: %w", w.name, err)
		}
	}
	err := d.InOrg(ctx, w.org, func(tx *db.OrgTx) error {
		old := workday(today.Add(-3*365), 0)
		var apt, sitting int64
		err := tx.QueryRow(ctx, `INSERT INTO apts (unit_id, title, status, lead_id, invited_at, agenda_at, published_at, created_at)
			SELECT id, 'Arbetsplatsträff', 'published', manager_id, $2, $2, $3, $2 FROM units WHERE id = $1 RETURNING id`, w.unit(homeCare), old.Add(-20).At(9, 0), old.Add(2).At(9, 0)).Scan(&apt)
		if err != nil {
			return err
		}
		err = tx.QueryRow(ctx, `INSERT INTO apt_sittings (apt_id, starts_at, ends_at, place, status, attended, opened_at, closed_at) VALUES ($1, $2, $3, 'Personalrummet', 'closed', 9, $2, $3) RETURNING id`,
			apt, old.At(14, 0), old.At(15, 30)).Scan(&sitting)
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `WITH i AS (INSERT INTO apt_items (apt_id, position, kind, title, form, minutes, outcome, outcome_text, outcome_at)
				SELECT $1, x.no, 'own', x.title, 'open', 20, 'done', x.came, $3 FROM (VALUES (1, 'Så har veckan varit', 'Vi fortsätter som nu.'), (2, 'Sommarens schema', 'Alla har lagt sina önskemål.')) x (no, title, came) RETURNING id)
			INSERT INTO apt_notes (item_id, sitting_id, text, updated_at) SELECT i.id, $2, 'Vi gick laget runt.', $3 FROM i`, apt, sitting, old.At(15, 30))
		if err != nil {
			return err
		}
		for n, ago := range []int{1100, 1090, 900, 860, 800} {
			if _, err := tx.Exec(ctx, `INSERT INTO mails (person_id, kind, subject_id, apt_id, queued_at, sent_at, state) VALUES ($1, 'apt_notes', $2, $3, $4, $4, 'sent')`,
				w.person(w.personas[Code(access.Employee)]), apt+int64(n), apt, today.Add(-ago).At(9, n)); err != nil {
				return err
			}
		}
		for n := range 3 {
			if _, err := tx.Exec(ctx, `INSERT INTO matter_drafts (person_id, answers, updated_at) VALUES ($1, '{}', $2)`, w.person(w.personas[Code(access.HR)]), today.Add(-420-n).At(13, n)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("laying out what is old in %s: %w", w.name, err)
	}
	return nil
}

// weed lets HR propose that the notes of the old APT are weeded, and the registrar approve it a day later. Lately HR has
// proposed that old drafts are, which waits for an answer.
func (s *stage) weed() {
	if s.logo == nil {
		return
	}
	var id int64
	propose := func(kind string) func(context.Context, *hand) error {
		return func(ctx context.Context, h *hand) error {
			hr := s.actor(s.personas[Code(access.HR)], access.HR)
			d, err := h.weedings.Draft(ctx, hr, kind)
			if err == nil {
				id, err = h.weedings.Propose(ctx, hr, kind, d.Mark())
			}
			return err
		}
	}
	day := workday(clock.DateOf(s.end).Add(-40), 0)
	s.then(day.At(10, 0), "", "propose a weeding", propose("apt_notes"))
	s.then(workday(day, 1).At(9, 30), "", "approve a weeding", func(ctx context.Context, h *hand) error {
		return h.weedings.Approve(ctx, s.actor(s.holder(organisation.Registrar), access.Registrar), id)
	})
	s.then(workday(clock.DateOf(s.end).Add(-5), 0).At(13, 15), "", "propose a weeding that waits", propose("drafts"))
}
