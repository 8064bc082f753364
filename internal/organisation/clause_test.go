package organisation_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/organisation"
)

func TestReadClauses(t *testing.T) {
	t.Parallel()
	text := "Parterna är överens.\n4 Möten\n4.1. Kallelsen skickas\n14 dagar före.\n\n  Dagordningen följer med.\n4.2) Extra möten\n§ 6 Justering\n7 § Oenighet\n7.1.2 Central förhandling\n2027 räknas\n"
	want := []organisation.Clause{{Number: "4", Body: "Möten"}, {Number: "4.1", Body: "Kallelsen skickas\n14 dagar före.\nDagordningen följer med."},
		{Number: "4.2", Body: "Extra möten"}, {Number: "§ 6", Body: "Justering"}, {Number: "7 §", Body: "Oenighet"}, {Number: "7.1.2", Body: "Central förhandling\n2027 räknas"}}
	got := organisation.ReadClauses(text)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(got, organisation.ReadClauses(organisation.WriteClauses(got))); diff != "" {
		t.Errorf("written and read again (-want +got):\n%s", diff)
	}
}

func TestRulesOfASource(t *testing.T) {
	t.Parallel()
	for source, want := range map[string][]string{
		"MBL 11 §": nil, "": nil, "handlingar": nil,
		"Avtalet: kallelse": {"notice_days"}, "MBL 14 §; avtalet: frist för central förhandling": {"central_days"},
		"Avtalet: sena handlingar": {"table_on_late_papers"}, "Samverkansavtalet: redaktionell ändring": {"editorial_objection_days"},
		"Avtalet: inbjudan till APT, dagar (SKR)": {"apt_invite_days"}, "AML 6:4; avtalet: riskbedömning före avslut": {"risk_before_conclusion"},
		"Avtalet: samverkan fullgjord vid justering": {"effective_at"}, "Avtalet: kallelse; avtalet: handlingar": {"notice_days", "papers_days"},
	} {
		if got := organisation.RulesOf(source); !cmp.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", source, got, want)
		}
	}
	book := &organisation.Rulebook{Clauses: []organisation.Clause{{Number: "4.1", Rules: []string{"notice_days"}}, {Number: "5", Rules: []string{"central_days"}}}}
	if got := book.Quote("Avtalet: kallelse"); len(got) != 1 || got[0].Number != "4.1" {
		t.Errorf("got %v, want clause 4.1", got)
	}
	if got := (*organisation.Rulebook)(nil).Quote("Avtalet: kallelse"); got != nil {
		t.Errorf("without a book: got %v", got)
	}
}
