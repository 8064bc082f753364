package paper_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"samverka/internal/action"
	"samverka/internal/audit"
	"samverka/internal/dossier"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/paper"
)

// bundle is a matter with a text in every place, and as many of each thing.
func bundle(text string, n int) dossier.Bundle {
	var b dossier.Bundle
	b.Matter = matter.Matter{ID: 7, Number: "SAM 2027/7", Title: text, Category: "working_time", Purpose: text, PlannedDecision: day, Decider: matter.ByManager, OwnerName: text,
		Secrecy: "OSL 19 kap. 6 §", Status: "closed", StatusReason: text, CreatedAt: sent}
	b.Now = approved
	b.Given = &dossier.Disclosure{ID: 1, PersonName: text, Reason: text, At: approved}
	agrees := false
	for i := range n {
		id, no := int64(i+1), i+1
		b.Units = append(b.Units, matter.Unit{ID: id, Name: text})
		b.Proposals = append(b.Proposals, matter.Proposal{ID: id, No: no, Body: text + "\n\n" + text, Alternatives: text, Editorial: i%2 == 1, AuthorName: text, CreatedAt: sent, Objections: []string{text}})
		b.Events = append(b.Events, dossier.Event{Entry: audit.Entry{Seq: id, At: sent, PersonName: text, Role: "manager", Kind: "matter.proposed", Detail: map[string]string{"No": "1", "Reason": text}}, Hash: strings.Repeat("ab", 32)})
		v := riskVersion(text, 1)
		b.Assessments = append(b.Assessments, v)
		p := minutesPage(text, 1)
		b.Sections = append(b.Sections, dossier.Section{Meeting: p.Meeting, Minutes: *p.Minutes, Digest: p.Signed, Approved: meeting.Approval{Signatures: []meeting.Signature{{Name: text, Answer: "approved", At: approved}}}, Paragraphs: p.Content.Paragraph})
		b.Exceptions = append(b.Exceptions, matter.Exception{What: text, Harm: text, Unforeseen: text, NoExtraMeeting: text, RequestedAt: sent, DecidedAt: &approved, Approved: &agrees, DeciderName: text, Answer: text})
		b.Decisions = append(b.Decisions, matter.Decision{ProposalNo: 1, DecidedOn: day, Deviation: matter.MinorDeviation, DeviationText: text, Views: text, RecorderName: text, RecordedAt: approved})
		b.Feedback = append(b.Feedback, matter.Feedback{Name: text, PersonName: text, DueOn: day, GivenAt: &approved, Note: text})
		b.Actions = append(b.Actions, action.Action{What: text, PersonName: text, DueOn: day})
		b.Checks = append(b.Checks, matter.Check{What: text, PersonName: text, DueOn: day, CheckedAt: &approved, Result: matter.PartlyMet, Note: text})
		b.Stops = append(b.Stops, matter.Stop{PersonName: text, Reason: text, PlacedAt: sent, LiftedAt: &approved, LifterName: text, Lifting: text})
	}
	return b
}

func TestDossierSaysWhatItIs(t *testing.T) {
	t.Parallel()
	b := bundle("Nytt schema", 1)
	got := text(t, paper.Dossier(context.Background(), b, look))
	for _, want := range []string{"Akt SAM 2027/7", "1. Tidslinje", "7 Utdrag ur händelseloggen", "Förslag 1", "Kontrollsumma (SHA-256) för protokollets text: 9f2c41aa", "Låg, 3", "abab"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	d := paper.Dossier(context.Background(), b, look)
	if !strings.HasSuffix(d.Footer, "Sekretess enligt OSL 19 kap. 6 §. Får inte lämnas vidare utan prövning.") || !d.Created.Equal(approved) {
		t.Errorf("got footer %q, created %v", d.Footer, d.Created)
	}
	b.Masked = true
	if d := paper.Dossier(context.Background(), b, look); !strings.HasSuffix(d.Footer, "Maskerad enligt OSL 19 kap. 6 §") {
		t.Errorf("masked: got footer %q", d.Footer)
	}
	if got, want := paper.DossierName(context.Background(), b), "Akt SAM 2027-7 maskerad"; got != want {
		t.Errorf("name: got %q, want %q", got, want)
	}
}

func TestMinutesThatAreNotApprovedAreMarked(t *testing.T) {
	t.Parallel()
	b := bundle("Nytt schema", 1)
	b.Sections[0].Minutes = meeting.Minutes{Status: "draft"}
	if got, want := text(t, paper.Dossier(context.Background(), b, look)), "UTKAST, inte justerat. Protokollets läge: Utkast"; !strings.Contains(got, want) {
		t.Errorf("%q is not in %q", want, got)
	}
}

// The same content gives the same bytes.
func TestDossierPackageIsTheSameTwice(t *testing.T) {
	t.Parallel()
	b := bundle("Nytt schema", 2)
	b.Attachments = []matter.Attachment{{No: 1, Title: "Schemautkast", Name: "Utkast V3.XLSX", Digest: "ab12", Versions: []int{1}}}
	files := []dossier.File{{Attachment: b.Attachments[0], Data: []byte("ett blad")}}
	var one, two bytes.Buffer
	for _, w := range []io.Writer{&one, &two} {
		if err := paper.DossierArchive(context.Background(), w, b, files, look); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two packages of the same matter differ")
	}
	z, err := zip.NewReader(bytes.NewReader(one.Bytes()), int64(one.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	for _, want := range []string{"data/akt.json", "data/bilagor/bilaga-01.xlsx"} {
		if got := strings.Join(names, " "); !strings.Contains(got, "samverka-arende-SAM-2027-7/"+want) {
			t.Errorf("got files %s, want %s among them", got, want)
		}
	}
	if got, want := text(t, paper.Dossier(context.Background(), b, look)), "Bilaga 1. Schemautkast (Utkast V3.XLSX, SHA-256 ab12)"; !strings.Contains(got, want) {
		t.Errorf("%q is not in the bundle", want)
	}
}
