package meeting

import (
	"context"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Phrase is a wording that minutes use again and again.
type Phrase struct {
	ID      int64  // 0: one of ours, as it comes
	Seed    string // which of ours; "": the organisation's own
	Class   string // "": any
	Outcome string // "": any
	Text    string
	Hidden  bool
	Version int
}

// seeds are the phrases that come with the product. Göteborg's minutes (CSG 16/20) say the first.
var seeds = []Phrase{
	{Seed: "agreed", Class: matter.BeforeDecision, Outcome: "agreed", Text: "Samverkan är därmed fullgjord i enighet."},
	{Seed: "disagreed", Class: matter.BeforeDecision, Outcome: "disagreed", Text: "Samverkan är därmed fullgjord i oenighet. Organisationernas motiveringar framgår ovan."},
	{Seed: "safety", Class: matter.BeforeDecision, Text: "Skyddsombudet har tagit del av risk- och konsekvensbedömningen och har inget att tillägga."},
	{Seed: "summary", Class: matter.BeforeDecision, Text: "Ordföranden sammanfattade diskussionen. Parterna bekräftade att sammanfattningen stämmer."},
	{Seed: "follow_up", Class: matter.BeforeDecision, Outcome: "agreed", Text: "Parterna är överens om att frågan följs upp när förändringen har pågått i tre månader."},
	{Seed: "special_note", Class: matter.BeforeDecision, Text: "Särskild anteckning till protokollet:"},
	{Seed: "tabled", Outcome: "tabled", Text: "Punkten bordläggs. Parterna är överens om att ta upp den på nästa möte."},
	{Seed: "informed", Class: matter.Information, Text: "Arbetsgivaren informerade enligt 19 § MBL. Gruppen ställde frågor och fick svar."},
	{Seed: "dialogue", Class: matter.EarlyDialogue, Text: "Gruppen förde en tidig dialog. Synpunkterna tas med i det fortsatta arbetet."},
	{Seed: "more", Class: matter.EarlyDialogue, Text: "Frågan återkommer till gruppen för samverkan före beslut."},
	{Seed: "followed", Class: matter.FollowUp, Text: "Gruppen följde upp beslutet. Inga nya åtgärder behövs."},
	{Seed: "opened", Class: matter.Standing, Text: "Ordföranden hälsade välkommen och öppnade mötet."},
	{Seed: "agenda", Class: matter.Standing, Text: "Dagordningen godkändes."},
	{Seed: "previous", Class: matter.Standing, Text: "Föregående protokoll gicks igenom och lades till handlingarna."},
	{Seed: "closed", Class: matter.Standing, Text: "Ordföranden tackade för mötet och avslutade det."},
}

// PhraseOutcomes are the outcomes that a phrase may be for.
var PhraseOutcomes = []string{"", "agreed", "disagreed", "tabled", "handled"}

// Phrases are ours in the organisation's wording, and then its own; hidden ones included.
func Phrases(own []Phrase) []Phrase {
	all := slices.Clone(seeds)
	for i, s := range all {
		if j := slices.IndexFunc(own, func(p Phrase) bool { return p.Seed == s.Seed }); j >= 0 {
			all[i] = own[j]
		}
	}
	return append(all, slices.DeleteFunc(slices.Clone(own), func(p Phrase) bool { return p.Seed != "" })...)
}

// Fitting are the phrases that fit a § of the class and outcome, and are not hidden.
func Fitting(all []Phrase, x Paragraph) []Phrase {
	return slices.DeleteFunc(slices.Clone(all), func(p Phrase) bool {
		return p.Hidden || p.Class != "" && p.Class != x.Class || p.Outcome != "" && p.Outcome != x.Outcome
	})
}

func queuePhrases(b *db.Batch, dst *[]Phrase) {
	db.Many(b, dst, `SELECT id, coalesce(seed, '') AS seed, class, outcome, text, hidden, version FROM phrases ORDER BY id`)
}

// Phrases lists the organisation's phrases, ours among them.
func (s *Service) Phrases(ctx context.Context, who access.Actor) ([]Phrase, error) {
	if err := mayPhrase(who); err != nil {
		return nil, err
	}
	var own []Phrase
	var b db.Batch
	queuePhrases(&b, &own)
	err := s.DB.ReadOrg(ctx, who.OrgID, &b)
	return Phrases(own), err
}

// mayPhrase refuses who is neither administrator, HR nor chair or secretary of some group.
func mayPhrase(who access.Actor) error {
	if err := who.Require(access.PhrasesWrite); err != nil {
		return err
	}
	if who.Role == access.Manager && len(runs(who)) == 0 {
		return fail.New(fail.Forbidden, "error.forbidden")
	}
	return nil
}

// SavePhrase adds a phrase (ID 0), changes one, or puts the organisation's wording in place of one of ours. Conflict when
// somebody else changed it first.
func (s *Service) SavePhrase(ctx context.Context, who access.Actor, p Phrase) error {
	if err := mayPhrase(who); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "text", p.Text, 2000, "minutes.error.phrase_needed")
	if p.Class != "" && p.Class != matter.Standing && !slices.Contains(matter.Classes, p.Class) {
		f.Add("class", "minutes.error.phrase_class")
	}
	if !slices.Contains(PhraseOutcomes, p.Outcome) {
		f.Add("outcome", "minutes.error.phrase_outcome")
	}
	if err := f.Err(); err != nil {
		return err
	}
	if p.Seed != "" && !slices.ContainsFunc(seeds, func(x Phrase) bool { return x.Seed == p.Seed }) {
		return fail.New(fail.NotFound, "error.not_found")
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		text := strings.TrimSpace(p.Text)
		var err error
		if p.ID == 0 {
			_, err = tx.Exec(ctx, `INSERT INTO phrases (seed, class, outcome, text, hidden) VALUES (nullif($1, ''), $2, $3, $4, $5)`, p.Seed, p.Class, p.Outcome, text, p.Hidden)
		} else {
			err = tx.Exec1(ctx, `UPDATE phrases SET class = $1, outcome = $2, text = $3, hidden = $4, version = version + 1 WHERE id = $5 AND version = $6`,
				p.Class, p.Outcome, text, p.Hidden, p.ID, p.Version)
		}
		if err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, s.Clock.Now(), audit.Event{Kind: "meeting.phrase", Detail: map[string]string{"Text": text}})
	})
}

// RemovePhrase removes one of the organisation's own phrases, or its wording of one of ours.
func (s *Service) RemovePhrase(ctx context.Context, who access.Actor, id int64, version int) error {
	if err := mayPhrase(who); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if err := tx.Exec1(ctx, `DELETE FROM phrases WHERE id = $1 AND version = $2`, id, version); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, s.Clock.Now(), audit.Event{Kind: "meeting.phrase_removed"})
	})
}
