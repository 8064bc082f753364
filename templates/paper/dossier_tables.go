package paper

import (
	"context"
	"strconv"

	"samverka/internal/clock"
	"samverka/internal/document"
	content "samverka/internal/dossier"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/dossier"
	matters "samverka/templates/matter"
)

func riskBlocks(ctx context.Context, b content.Bundle) []document.Block {
	var blocks []document.Block
	for _, v := range b.Assessments {
		a := v.Assessment
		blocks = append(blocks, document.Heading{Level: 3, Text: i18n.T(ctx, "paper.dossier.risk_version", "No", a.No, "Proposal", a.ProposalNo)}, document.Paragraph{Text: riskState(ctx, a)})
		blocks = append(blocks, riskParts(ctx, v, strong)...)
	}
	return blocks
}

func riskState(ctx context.Context, a matter.Assessment) string {
	if a.FixedAt == nil {
		return i18n.T(ctx, "paper.dossier.risk_draft", "Name", a.AuthorName, "When", i18n.DateTime(ctx, a.CreatedAt))
	}
	return i18n.T(ctx, "paper.dossier.risk_fixed", "Name", a.FixerName, "When", i18n.DateTime(ctx, *a.FixedAt))
}

func decisionBlocks(ctx context.Context, b content.Bundle) []document.Block {
	var blocks []document.Block
	for _, e := range b.Exceptions {
		blocks = append(blocks, document.Heading{Level: 3, Text: i18n.T(ctx, "paper.dossier.exception", "When", i18n.DateTime(ctx, e.RequestedAt))})
		blocks = append(blocks, said(e.What, e.Harm, e.Unforeseen, e.NoExtraMeeting)...)
		if e.DecidedAt != nil && e.Approved != nil {
			key := i18n.T(ctx, "paper.dossier.rejected", "Name", e.DeciderName, "When", i18n.DateTime(ctx, *e.DecidedAt))
			if *e.Approved {
				key = i18n.T(ctx, "paper.dossier.approved_exception", "Name", e.DeciderName, "When", i18n.DateTime(ctx, *e.DecidedAt))
			}
			blocks = append(blocks, said(key, e.Answer)...)
		}
	}
	for _, d := range b.Decisions {
		blocks = append(blocks, document.Heading{Level: 3, Text: matters.DecisionTitle(ctx, d)}, facts(dossier.Decision(ctx, d)))
	}
	return blocks
}

// afterBlocks are what followed: feedback, actions, looks at the effect, stops of work.
func afterBlocks(ctx context.Context, b content.Bundle) []document.Block {
	table := func(what string) document.Table {
		return document.Table{Caption: what, RowHeader: true, Header: []string{what, i18n.T(ctx, "paper.dossier.by"), i18n.T(ctx, "paper.dossier.due"), i18n.T(ctx, "paper.dossier.result")}}
	}
	feedback, actions, checks := table(i18n.T(ctx, "paper.dossier.feedback")), table(i18n.T(ctx, "paper.dossier.actions")), table(i18n.T(ctx, "paper.dossier.checks"))
	day := func(d clock.Date) string { return i18n.Date(ctx, d) }
	for _, f := range b.Feedback {
		feedback.Rows = append(feedback.Rows, []string{f.Name, f.PersonName, day(f.DueOn), outcome(ctx, f.GivenAt != nil, func() string { return i18n.Date(ctx, *f.GivenAt) }, f.Note)})
	}
	for _, a := range b.Actions {
		actions.Rows = append(actions.Rows, []string{a.What, a.PersonName, day(a.DueOn), outcome(ctx, a.DoneAt != nil, func() string { return i18n.Date(ctx, *a.DoneAt) }, a.Result)})
	}
	for _, c := range b.Checks {
		checks.Rows = append(checks.Rows, []string{c.What, c.PersonName, day(c.DueOn), outcome(ctx, c.CheckedAt != nil, func() string {
			return i18n.Date(ctx, *c.CheckedAt) + " " + matters.ResultLabel(ctx, c.Result)
		}, c.Note)})
	}
	var blocks []document.Block
	for _, t := range []document.Table{feedback, actions, checks} {
		if len(t.Rows) > 0 {
			blocks = append(blocks, t)
		}
	}
	for _, s := range b.Stops {
		blocks = append(blocks, said(i18n.T(ctx, "paper.dossier.stopped", "Name", s.PersonName, "When", i18n.DateTime(ctx, s.PlacedAt)), s.Reason)...)
		if s.LiftedAt != nil {
			blocks = append(blocks, said(i18n.T(ctx, "paper.dossier.resumed", "Name", s.LifterName, "When", i18n.DateTime(ctx, *s.LiftedAt)), s.Lifting)...)
		}
	}
	if b.Status != "open" {
		blocks = append(blocks, said(b.StatusReason)...)
	}
	return blocks
}

func outcome(ctx context.Context, done bool, when func() string, note string) string {
	if !done {
		return i18n.T(ctx, "paper.dossier.left")
	}
	if note == "" {
		return when()
	}
	return when() + ": " + note
}

// logBlocks are the events with their digests, so that they can be held against the organisation's chain.
func logBlocks(ctx context.Context, b content.Bundle) []document.Block {
	t := document.Table{Header: []string{i18n.T(ctx, "paper.dossier.log_no"), i18n.T(ctx, "paper.dossier.log_when"), i18n.T(ctx, "paper.dossier.log_what"), "SHA-256"}, RowHeader: true}
	for _, e := range b.Events {
		t.Rows = append(t.Rows, []string{strconv.FormatInt(e.Seq, 10), at(e.At), e.Kind, e.Hash})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return append(said(i18n.T(ctx, "paper.dossier.log_about")), t)
}
