package overview_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/overview"
)

// decide puts a decision by a board on record, which needs no finished tracks when it deviates.
func (s *scene) decide(matter int64, on clock.Date) {
	s.in(`INSERT INTO decisions (matter_id, proposal_id, decided_on, by_board, deviation, deviation_text, recorded_by, recorded_at)
		SELECT $1, id, $2, true, 'material', 'Annat än förslaget', $3, $4 FROM proposals WHERE matter_id = $1 RETURNING id`, matter, on, s.birgitta, now)
}

func TestRegister(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	s.decide(s.matter("Träffpunkter", clock.NewDate(2027, 3, 1), s.lsg, s.vast), clock.NewDate(2027, 3, 2))
	s.decide(s.matter("Skolskjuts", clock.NewDate(2026, 10, 1), s.fsg, s.ut), clock.NewDate(2026, 10, 2))
	s.matter("Inte beslutat", clock.NewDate(2027, 5, 1), s.lsg, s.vast)
	titles := func(who access.Actor, f overview.RegisterFilter) (ts []string) {
		rows, _, _, err := s.svc.Register(t.Context(), who, f)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			ts = append(ts, r.Title)
		}
		return ts
	}
	other := s.chef
	other.PersonID, other.Units, other.Chairs = s.jonas, nil, nil
	for name, c := range map[string]struct {
		who  access.Actor
		in   overview.RegisterFilter
		want []string
	}{
		"HR sees all, the newest first":                        {s.hr, overview.RegisterFilter{}, []string{"Träffpunkter", "Skolskjuts"}},
		"a year":                                               {s.hr, overview.RegisterFilter{Year: 2026}, []string{"Skolskjuts"}},
		"those that deviate":                                   {s.hr, overview.RegisterFilter{Kind: overview.Deviating}, []string{"Träffpunkter", "Skolskjuts"}},
		"those that came before samverkan":                     {s.hr, overview.RegisterFilter{Kind: overview.BeforeAll}, nil},
		"those that somebody disagreed on":                     {s.hr, overview.RegisterFilter{Kind: overview.Disagreeing}, nil},
		"another category":                                     {s.hr, overview.RegisterFilter{Category: "policy"}, nil},
		"a representative sees what their groups have":         {s.fack, overview.RegisterFilter{}, []string{"Träffpunkter", "Skolskjuts"}},
		"a safety representative, what is in the area":         {s.ombud, overview.RegisterFilter{}, []string{"Träffpunkter"}},
		"a manager without units, groups or matters sees none": {other, overview.RegisterFilter{}, nil},
	} {
		if diff := cmp.Diff(c.want, titles(c.who, c.in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	_, years, _, err := s.svc.Register(t.Context(), s.hr, overview.RegisterFilter{Year: 2026})
	if diff := cmp.Diff([]int{2027, 2026}, years); err != nil || diff != "" {
		t.Errorf("years: %v (-want +got):\n%s", err, diff)
	}
}
