package organisation

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// Clause is one numbered part of the agreement's text, with the parameters that it says something about.
type Clause struct {
	ID     int64
	Number string // as the agreement writes it
	Body   string
	Rules  []string
}

// clauseHead is how a clause begins: 4.1, 4.1.2, § 6 or 6 §, with or without a full stop after it. A number alone begins one
// only before a capital letter: a line that was broken inside a sentence may begin with "14 dagar".
var clauseHead = regexp.MustCompile(`^(§\s?\d{1,3}(?:\.\d{1,3})*|\d{1,3}(?:\.\d{1,3})*\s?§|\d{1,3}(?:\.\d{1,3})+)[.)]?\s+(\S.*)$|^(\d{1,3})[.)]?\s+(\p{Lu}.*)$`)

// ReadClauses parts a pasted text at the lines that begin with a number. What stands before the first is left out.
func ReadClauses(text string) (clauses []Clause) {
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		if m := clauseHead.FindStringSubmatch(line); m != nil {
			clauses = append(clauses, Clause{Number: m[1] + m[3], Body: m[2] + m[4]})
		} else if n := len(clauses); n > 0 && line != "" {
			clauses[n-1].Body += "\n" + line
		}
	}
	return clauses
}

// WriteClauses is the text that ReadClauses reads.
func WriteClauses(clauses []Clause) string {
	var b strings.Builder
	for _, c := range clauses {
		b.WriteString(c.Number + " " + c.Body + "\n\n")
	}
	return strings.TrimSpace(b.String())
}

// keepRules gives clauses the rules that those of the same number had.
func keepRules(clauses, old []Clause) {
	for i := range clauses {
		for _, o := range old {
			if o.Number == clauses[i].Number {
				clauses[i].Rules = o.Rules
			}
		}
	}
}

func storeClauses(ctx context.Context, tx *db.OrgTx, text int64, clauses []Clause) error {
	var b db.Batch
	for i, c := range clauses {
		if c.Rules == nil {
			c.Rules = []string{}
		}
		b.Exec(`INSERT INTO agreement_clauses (text_id, position, number, body, rules) VALUES ($1, $2, $3, $4, $5)`, text, i+1, c.Number, c.Body, c.Rules)
	}
	if err := tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("storing clauses: %w", err)
	}
	return nil
}

// LinkClauses says which clause of the text each parameter rests on; 0: none. Clauses of other texts are left out.
func (s *Service) LinkClauses(ctx context.Context, who access.Actor, text int64, seen int, links map[string]int64) error {
	if err := need(who, true); err != nil {
		return err
	}
	return s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		tag, err := tx.Exec(ctx, `UPDATE agreement_texts SET version = version + 1 WHERE id = $1 AND version = $2 AND removed_at IS NULL`, text, seen)
		if err == nil && tag.RowsAffected() == 0 {
			err = textGone(ctx, tx, text)
		}
		if err != nil {
			return audit.Event{}, err
		}
		rules := map[int64][]string{}
		for _, p := range Parameters {
			if id := links[p.Name]; id != 0 {
				rules[id] = append(rules[id], p.Name)
			}
		}
		var b db.Batch
		b.Exec(`UPDATE agreement_clauses SET rules = '{}' WHERE text_id = $1`, text)
		for id, names := range rules {
			b.Exec(`UPDATE agreement_clauses SET rules = $1 WHERE id = $2 AND text_id = $3`, names, id, text)
		}
		return audit.Event{Kind: "organisation.agreement_text_linked", Detail: map[string]string{}}, tx.Send(ctx, &b)
	})
}

// queueClauses queues the clauses that are linked to a rule, of the text that holds on the day.
func queueClauses(b *db.Batch, dst *[]Clause, today clock.Date) {
	db.Many(b, dst, `
		SELECT c.id, c.number, c.body, c.rules FROM agreement_clauses c WHERE cardinality(c.rules) > 0 AND c.text_id = (
			SELECT t.id FROM agreement_texts t WHERE t.removed_at IS NULL AND t.valid_from <= $1 ORDER BY t.valid_from DESC, t.id DESC LIMIT 1)
		ORDER  BY c.position`, today)
}

// sourceRules are the words by which sources name what the agreement says, and the parameter behind each.
var sourceRules = []struct{ word, rule string }{
	{"inbjudan till apt", "apt_invite_days"}, {"dagordning till apt", "apt_agenda_days"}, {"apt som samverkansform", "apt_formal_forum"}, {"kallelse", "notice_days"},
	{"sena handlingar", "table_on_late_papers"}, {"bordläggning", "table_on_late_papers"}, {"handlingar", "papers_days"}, {"punkter", "items_days"}, {"extra möte", "extra_meeting_days"},
	{"redaktionell", "editorial_objection_days"}, {"frist", "central_days"}, {"ordning mellan grupper", "group_order"}, {"grupper och ordning", "group_order"},
	{"fullgjord", "effective_at"}, {"beslutför", "quorum"}, {"riskbedömning", "risk_before_conclusion"}, {"justering", "approval_days"},
	{"samverkas i grupp", "group_categories"}, {"samverkas före beslut", "group_categories"}, {"platser i gruppen", "seats_per_union"}, {"förstärkt", "disagreement_steps"}, {"oenighet", "disagreement_steps"},
}

// RulesOf are the parameters that a rule's source names: "MBL 14 §; avtalet: frist för central förhandling".
func RulesOf(source string) (rules []string) {
	for part := range strings.SplitSeq(strings.ToLower(source), ";") {
		_, words, ok := strings.Cut(part, "avtalet:")
		for _, s := range sourceRules {
			if ok && strings.Contains(words, s.word) && !slices.Contains(rules, s.rule) {
				rules = append(rules, s.rule)
				break
			}
		}
	}
	return rules
}

// Quote is what the agreement's own text says about the rules that a source names.
func (b *Rulebook) Quote(source string) (clauses []Clause) {
	if b == nil || len(b.Clauses) == 0 {
		return nil
	}
	rules := RulesOf(source)
	for _, c := range b.Clauses {
		if slices.ContainsFunc(c.Rules, func(r string) bool { return slices.Contains(rules, r) }) {
			clauses = append(clauses, c)
		}
	}
	return clauses
}
