package meeting

import (
	"encoding/hex"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Reminders go at 3, 7 and 10 days (handbook 5.2).
func TestReminded(t *testing.T) {
	t.Parallel()
	asked := clock.NewDate(2027, time.March, 1)
	for _, x := range []struct{ after, want int }{{0, 0}, {2, 0}, {3, 3}, {6, 3}, {7, 7}, {9, 7}, {10, 10}, {40, 10}} {
		got, ok := reminded(asked, asked.Add(x.after))
		if got != x.want || ok != (x.want != 0) {
			t.Errorf("after %d days: got %d, %v, want %d", x.after, got, ok, x.want)
		}
	}
}

func adjustersRecord() Record {
	member := func(id int64, role string, union int64) Member {
		return Member{PersonID: id, Role: role, UnionID: union, From: clock.NewDate(2027, time.January, 1)}
	}
	start := clock.NewDate(2027, time.March, 31).At(13, 0)
	return Record{Meeting: Meeting{ID: 7, Status: "closed", StartsAt: start}, Minutes: &Minutes{Status: "sent", Version: 2},
		Members:   []Member{member(1, "chair", 0), member(2, "union_rep", 20), member(3, "union_rep", 30), member(4, "employer_rep", 0), member(5, "safety_rep", 0)},
		Adjusters: []Adjuster{{PersonID: 1, Side: EmployerSide}, {PersonID: 2, Side: UnionSide}}}
}

// A substitute keeps at least one adjuster on the unions' side (SKR on minutes), and takes nobody's answer away.
func TestCanSubstitute(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name        string
		person, sub int64
		change      func(*Record)
		want        string
	}{
		{"another union's representative", 2, 3, nil, ""},
		{"a safety representative (AML 6:2) is on the unions' side", 2, 5, nil, ""},
		{"an employer's representative for the chair", 1, 4, nil, ""},
		{"who has come to the unions' side since, when nobody who was there is left", 2, 6, func(r *Record) {
			r.Members = append(r.Members, Member{PersonID: 6, Role: "union_rep", UnionID: 20, From: r.Day().Add(3)})
		}, ""},
		{"who has come to the employer's side since", 2, 6, func(r *Record) {
			r.Members = append(r.Members, Member{PersonID: 6, Role: "employer_rep", From: r.Day().Add(3)})
		}, "meeting.error.adjuster_foreign"},
		{"whose mandate ended before the meeting", 2, 6, func(r *Record) {
			r.Members = append(r.Members, Member{PersonID: 6, Role: "union_rep", UnionID: 20, Until: r.Day().Add(-1)})
		}, "meeting.error.adjuster_foreign"},
		{"nobody of the unions would be left", 2, 4, nil, "meeting.error.adjuster_union"},
		{"who is asked already", 2, 1, nil, "minutes.error.substitute_whom"},
		{"nobody", 2, 0, nil, "minutes.error.substitute_whom"},
		{"somebody of no part in the meeting", 2, 99, nil, "meeting.error.adjuster_foreign"},
		{"for who is no adjuster", 3, 5, nil, "minutes.error.replace_whom"},
		{"for who has approved", 2, 3, func(r *Record) { r.Adjusters[1].Answer = "approved" }, "minutes.error.replace_answered"},
		{"for who has been replaced", 2, 3, func(r *Record) { at := time.Time{}; r.Adjusters[1].ReplacedAt = &at }, "minutes.error.replace_whom"},
		{"before they are sent", 2, 3, func(r *Record) { r.Minutes.Status = "draft" }, "meeting.error.minutes_not_sent"},
		{"when they are approved", 2, 3, func(r *Record) { at := time.Time{}; r.Minutes.ApprovedAt = &at }, "error.minutes_immutable"},
	} {
		r := adjustersRecord()
		if x.change != nil {
			x.change(&r)
		}
		if got := fail.KeyOf(r.canSubstitute(x.person, x.sub)); got != x.want {
			t.Errorf("%s: got %q, want %q", x.name, got, x.want)
		}
	}
}

// The agreement says how many adjusters the unions' side has, never more than there are people.
func TestAdjustersOfTheUnionsSide(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name    string
		minimum int
		who     []int64
		want    string
	}{
		{"one where one is asked for", 1, []int64{1, 2}, ""},
		{"none where one is asked for", 1, []int64{1, 4}, "meeting.error.adjuster_union"},
		{"one where two are asked for", 2, []int64{1, 2}, "meeting.error.adjusters_few"},
		{"the same person twice", 2, []int64{2, 2}, "meeting.error.adjusters_few"},
		{"a representative and a safety representative", 2, []int64{2, 5}, ""},
		{"all three where four are asked for", 4, []int64{2, 3, 5}, ""},
		{"two of three where four are asked for", 4, []int64{2, 3}, "meeting.error.adjusters_few"},
	} {
		r := adjustersRecord()
		r.Agreement.AdjustersMinimum = x.minimum
		if got := fail.KeyOf(r.canAdjust(x.who)); got != x.want {
			t.Errorf("%s: got %q, want %q", x.name, got, x.want)
		}
	}
}

// An approval names the text that was read; nothing else is approved.
func TestSees(t *testing.T) {
	t.Parallel()
	digest := []byte{0xab, 0xcd}
	for _, x := range []struct {
		name string
		seen Seen
		want string
	}{
		{"the text that stands", Seen{Digest: "abcd", Version: 2}, ""},
		{"the text, whichever version", Seen{Digest: "abcd"}, ""},
		{"nothing was read", Seen{Version: 2}, "minutes.error.unread"},
		{"another text", Seen{Digest: "abce", Version: 2}, "meeting.error.minutes_changed"},
		{"the version before", Seen{Digest: "abcd", Version: 1}, "meeting.error.minutes_changed"},
	} {
		if got := fail.KeyOf(sees(x.seen, 2, digest)); got != x.want {
			t.Errorf("%s: got %q, want %q", x.name, got, x.want)
		}
	}
}

func secretContent() Content {
	return Content{Format: contentFormat, Addition: "Om lönerna i § 2", Paragraph: []Paragraph{
		{No: 1, Item: 11, Title: "Nytt schema", Note: "Dialog om helgerna"},
		{No: 2, Item: 12, Title: "Strategi inför löneöversyn", Note: "Utrymmet är 2,1 procent", Proposal: "2,1 procent", MatterNumber: "SAM 2027/2", Secrecy: "OSL 19:6",
			Positions: []Said{{Union: "Vision", Stance: "disagrees", Reason: "För lågt"}}},
	}}
}

// What is secret is left out for whoever is outside the group (OSL 10:11-14, 19:6): number and paragraph of law remain.
func TestWhoReadsWhatIsSecret(t *testing.T) {
	t.Parallel()
	group := int64(5)
	r := Record{Meeting: Meeting{ID: 7, GroupID: group}, Matters: []matter.Record{{Matter: matter.Matter{Number: "SAM 2027/2", OwnerID: 44}}},
		Adjusters: []Adjuster{{PersonID: 33}}}
	inside := []access.Mandate{{Role: "union_rep", GroupID: group}}
	for _, x := range []struct {
		name   string
		who    access.Actor
		opened bool
		want   bool // reads the secret §
	}{
		{"union representative of the group (OSL 10:11)", access.Actor{PersonID: 1, Role: access.UnionRep, Mandates: inside}, false, true},
		{"safety representative of the group", access.Actor{PersonID: 1, Role: access.SafetyRep, Mandates: inside}, false, true},
		{"the chair", access.Actor{PersonID: 1, Role: access.Manager, Chairs: []int64{group}}, false, true},
		{"a manager above, outside the group", access.Actor{PersonID: 2, Role: access.Manager}, false, false},
		{"the matter's owner, outside the group", access.Actor{PersonID: 44, Role: access.Manager}, false, true},
		{"an adjuster who was a guest", access.Actor{PersonID: 33, Role: access.Manager}, false, true},
		{"employee", access.Actor{PersonID: 3, Role: access.Employee}, false, false},
		{"employee, whatever is noted", access.Actor{PersonID: 3, Role: access.Employee}, true, false},
		{"HR by need (handbook 2)", access.Actor{PersonID: 4, Role: access.HR}, false, false},
		{"HR who has opened it with a reason", access.Actor{PersonID: 4, Role: access.HR}, true, true},
		{"registrar", access.Actor{PersonID: 5, Role: access.Registrar}, false, false},
		{"negotiator who has opened it", access.Actor{PersonID: 6, Role: access.Negotiator}, true, true},
	} {
		text, _, err := fix(secretContent())
		if err != nil {
			t.Fatal(err)
		}
		r.Minutes = &Minutes{Status: "approved", Content: []byte(text)}
		got, err := r.For(x.who, x.opened)
		if err != nil {
			t.Fatal(err)
		}
		secret := got.Paragraph[1]
		if reads := secret.Note != ""; reads != x.want {
			t.Errorf("%s reads the secret §: %v, want %v", x.name, reads, x.want)
		}
		if !x.want {
			want := Paragraph{No: 2, Item: 12, MatterNumber: "SAM 2027/2", Secrecy: "OSL 19:6", Masked: true}
			if diff := cmp.Diff(want, secret, cmp.Comparer(func(a, b clock.Date) bool { return a == b })); diff != "" || got.Addition != "" {
				t.Errorf("%s, masked (-want +got):\n%s addition %q", x.name, diff, got.Addition)
			}
		}
		if got.Paragraph[0].Note == "" {
			t.Errorf("%s does not read what is open", x.name)
		}
	}
}

// The stricter of two marks counts: the one that was fixed with the text, and the one that the matter has now, of whatever
// format the text is. The text that was approved and its digest are the same.
func TestSecrecyOnlyGrows(t *testing.T) {
	t.Parallel()
	matters := func(secrecy string) []matter.Record {
		return []matter.Record{{Matter: matter.Matter{Number: "SAM 2027/2", Secrecy: secrecy}}}
	}
	for _, x := range []struct{ fixed, now, want string }{
		{"OSL 19:6", "", "OSL 19:6"}, {"", "OSL 18:8", "OSL 18:8"}, {"OSL 19:6", "OSL 18:8", "OSL 19:6"}, {"", "", ""},
	} {
		for _, format := range []int{0, contentFormat} {
			c := secretContent()
			c.Format, c.Paragraph[1].Secrecy = format, x.fixed
			for where, r := range map[string]Record{"its matter": {Matters: matters(x.now)}, "itself": {Items: []Item{{ID: 12, Secrecy: x.now}}}} {
				if got := r.marked(c).Paragraph[1].Secrecy; got != x.want {
					t.Errorf("fixed %q, %s now %q, format %d: got %q, want %q", x.fixed, where, x.now, format, got, x.want)
				}
			}
			if c.Paragraph[1].Secrecy != x.fixed {
				t.Error("the content itself was marked")
			}
		}
	}
	c := secretContent()
	c.Paragraph[1].Secrecy = ""
	text, digest, err := fix(c)
	if err != nil {
		t.Fatal(err)
	}
	r := Record{Meeting: Meeting{ID: 7, GroupID: 5}, Matters: matters("OSL 18:8"), Minutes: &Minutes{Status: "approved", Content: []byte(text), Digest: digest}}
	got, err := r.For(access.Actor{PersonID: 3, Role: access.Employee}, false)
	if err != nil || !got.Paragraph[1].Masked || got.Paragraph[1].Note != "" || got.Paragraph[1].Title != "" {
		t.Errorf("marked afterwards, an employee reads %+v, %v", got.Paragraph[1], err)
	}
	if r.Seen().Digest != hex.EncodeToString(digest) || string(r.Minutes.Content) != text {
		t.Error("what was approved has changed")
	}
	part := Part{Content: []byte(`{"Paragraph":{"No":2,"MatterNumber":"SAM 2027/2"},"Text":"Siffran var fel"}`)}
	if x, err := r.PartText(part); err != nil || x.Paragraph.Secrecy != "OSL 18:8" {
		t.Errorf("a correction of the § is marked %q, %v", x.Paragraph.Secrecy, err)
	}
}

// Minutes that were fixed before formats were counted stay readable.
func TestOldContentStaysReadable(t *testing.T) {
	t.Parallel()
	old := `{"Group":"LSG","Number":7,"Date":"2026-03-31","OpenedAt":null,"ClosedAt":null,"Place":"","Extra":false,"Chair":"Amina","Present":null,"Absent":null,` +
		`"Paragraph":[{"No":1,"Title":"Nytt schema","MatterNumber":"SAM 2026/1","Class":"before_decision","ProposalNo":1,"Proposal":"x","Note":"y","Positions":null,"Silent":null,` +
		`"LateAccepted":null,"Outcome":"agreed","TabledTo":"","TabledReason":"","WindowUntil":"","EffectiveAt":"2026-03-31T13:00:00Z"}],"Addition":"","Objection":[{"Name":"Per","Text":"Nej"}],"Adjusters":["Per"]}`
	c, err := unfix(7, []byte(old))
	if err != nil {
		t.Fatal(err)
	}
	if c.Format != 0 || c.Paragraph[0].EffectiveAt == nil || c.Objection[0].Text != "Nej" {
		t.Errorf("got %+v", c)
	}
}

func TestDifferences(t *testing.T) {
	t.Parallel()
	before := secretContent()
	after := secretContent()
	after.Paragraph[0].Note, after.Addition = "Dialog om helger och kvällar", ""
	want := []Change{{No: 1, Title: "Nytt schema", Before: "Dialog om helgerna", After: "Dialog om helger och kvällar"}, {Before: "Om lönerna i § 2"}}
	if diff := cmp.Diff(want, Differences(before, after)); diff != "" {
		t.Errorf("differences (-want +got):\n%s", diff)
	}
	if got := Differences(before, before); got != nil {
		t.Errorf("nothing changed: got %v", got)
	}
}

func TestPhrasesFit(t *testing.T) {
	t.Parallel()
	all := Phrases([]Phrase{{ID: 1, Seed: "agreed", Class: matter.BeforeDecision, Outcome: "agreed", Text: "Vi är klara i enighet."}, {ID: 2, Text: "Egen"}, {ID: 3, Text: "Gömd", Hidden: true}})
	var got []string
	for _, p := range Fitting(all, Paragraph{Class: matter.BeforeDecision, Outcome: "agreed"}) {
		got = append(got, p.Seed+" "+string([]rune(p.Text)[:3]))
	}
	want := []string{"agreed Vi ", "safety Sky", "summary Ord", "follow_up Par", "special_note Sär", " Ege"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("phrases (-want +got):\n%s", diff)
	}
}
