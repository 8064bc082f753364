package paper_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samverka/internal/apt"
	"samverka/internal/clock"
	"samverka/internal/document"
	"samverka/internal/document/pdftext"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
	aptpages "samverka/templates/apt"
	pages "samverka/templates/meeting"
	"samverka/templates/paper"
)

// build/verapdf gives this flag and has the files judged by veraPDF.
var samples = flag.String("samples", "", "folder to write sample files to")

var look = paper.Look{Name: "Älvsunda kommun", Palette: "teal", Logo: logo()}

// logo is a picture with a clear and a see-through part.
func logo() []byte {
	m := image.NewNRGBA(image.Rect(0, 0, 240, 80))
	for i := range 240 * 80 {
		m.SetNRGBA(i%240, i/240, color.NRGBA{R: 0, G: 96, B: 107, A: uint8(255 * (i % 240) / 240)})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

var (
	day      = clock.NewDate(2027, 3, 31)
	starts   = day.At(13, 0)
	sent     = day.Add(-14).At(9, 30)
	approved = day.Add(5).At(15, 12)
)

// noticePage is a notice with a text in every place, and as many items.
func noticePage(text string, items int) pages.NoticePage {
	p := pages.NoticePage{OrgName: text}
	p.Meeting = meeting.Meeting{ID: 7, GroupID: 1, GroupName: text, ChairName: text, StartsAt: starts, EndsAt: starts.Add(2 * time.Hour), Place: text, NoticeAt: &sent}
	for i := range items {
		class := matter.Standing
		if i%3 == 1 {
			class = matter.BeforeDecision
		}
		p.Items = append(p.Items, meeting.Item{ID: int64(i + 1), Position: i + 1, Title: text, Class: class, MinutesPlanned: 5 * i})
		p.Members = append(p.Members, meeting.Member{PersonID: int64(i + 1), Name: text, Role: organisation.UnionRep, UnionID: 1, UnionName: text, From: day.Add(-90)})
	}
	return p
}

// minutesPage is minutes with a text in every place, and as many paragraphs.
func minutesPage(text string, paragraphs int) pages.MinutesPage {
	p := pages.MinutesPage{OrgName: text, Unmasked: true, Signed: strings.Repeat("9f2c41aa", 8)}
	p.Meeting = meeting.Meeting{ID: 7, GroupID: 1, GroupName: text, ChairName: text, StartsAt: starts, EndsAt: starts.Add(2 * time.Hour), Status: "closed"}
	p.Minutes = &meeting.Minutes{Status: "approved", ApprovedAt: &approved}
	closed := starts.Add(time.Hour)
	p.Content = meeting.Content{Group: text, Number: 7, Date: day, OpenedAt: &starts, ClosedAt: &closed, Place: text, Chair: text, Extra: true, Addition: text}
	for i := range paragraphs {
		x := meeting.Presentee{Name: text, Role: organisation.UnionRep, Unions: []string{text}, ArrivedAt: &starts, Replaces: text}
		p.Content.Present, p.Content.Absent = append(p.Content.Present, x), append(p.Content.Absent, x)
		p.Content.Paragraph = append(p.Content.Paragraph, meeting.Paragraph{No: i + 1, Title: text, MatterNumber: "2027-0004", Class: matter.BeforeDecision,
			ProposalNo: 2, Proposal: text, Note: text, Positions: []meeting.Said{{Union: text, Stance: matter.Disagrees, Reason: text, By: text}},
			Silent: []string{text}, LateAccepted: []string{text}, Outcome: "disagreed", WindowUntil: day.Add(7), EffectiveAt: &approved})
		p.Content.Objection = append(p.Content.Objection, meeting.Remark{Name: text, Text: text})
		part, err := json.Marshal(meeting.PartText{Kind: meeting.Correction, Group: text, Date: day, Paragraph: meeting.Paragraph{No: i + 1, Title: text}, Text: text})
		if err != nil {
			panic(err)
		}
		p.Parts = append(p.Parts, meeting.Part{ID: int64(i + 1), Kind: meeting.Correction, Content: part, Status: "approved", Proposer: text, At: approved, EndedAt: &approved})
		p.PartAdjusters = append(p.PartAdjusters, meeting.PartAdjuster{PartID: int64(i + 1), Name: text, Answer: "approved", AnsweredAt: &approved})
		p.Adjusters = append(p.Adjusters, meeting.Adjuster{PersonID: int64(i + 1), Name: text, Answer: "approved", AnsweredAt: &approved}, meeting.Adjuster{Name: text})
	}
	return p
}

// notesPage is the notes of an APT in two sittings, with a text in every place, and as many items.
func notesPage(text string, items int) aptpages.NotesPage {
	p := aptpages.NotesPage{}
	p.APT = apt.APT{ID: 3, UnitName: text, Title: text, LeadName: text, StartsAt: starts, EndsAt: starts.Add(time.Hour), Status: apt.Published, PublishedAt: &approved}
	came := 12
	for i := range 2 {
		p.Sittings = append(p.Sittings, apt.Sitting{ID: int64(i + 1), StartsAt: starts.AddDate(0, 0, i), EndsAt: starts.AddDate(0, 0, i).Add(time.Hour), Place: text, Attended: &came, Status: apt.SittingClosed})
	}
	for i := range items {
		id := int64(i + 1)
		p.Items = append(p.Items, apt.Item{ID: id, Position: i + 1, Title: text, Form: apt.FormRound, Outcome: apt.LevelUp, OutcomeText: text, AnswerName: text, Result: text, ResultAt: &approved})
		p.Notes = append(p.Notes, apt.Note{ItemID: id, SittingID: 1, Text: text}, apt.Note{ItemID: id, SittingID: 2, Text: text})
		p.Questions = append(p.Questions, apt.Question{ID: id, ItemID: id, Text: text, AskedOn: day, Answer: text, AnsweredAt: &approved})
	}
	p.Doc = p.Content()
	return p
}

// texts are what the papers are filled with: as people write, and as they should not.
var texts = map[string]string{
	"plain":    "Áŋŋel Šáŧŧo i Giron och Gällivare: Kaïse, Bïejjie, Læjsa, Tjøvsjka, đ ž č",
	"empty":    "",
	"emoji":    "Bra 👍🏽 jobbat \ue000 שלום مرحبا 漢字 e\u0301\u0323",
	"markup":   `</rdf:li> & <x> (\ endstream`,
	"longword": strings.Repeat("arbetsmiljö", 1000),
}

// kinds are the papers there are.
var kinds = map[string]func(text string, n int) document.Doc{
	"notes": func(text string, n int) document.Doc {
		return paper.Notes(context.Background(), notesPage(text, n), look)
	},
	"notice": func(text string, n int) document.Doc {
		return paper.Notice(context.Background(), noticePage(text, n), look)
	},
	"minutes": func(text string, n int) document.Doc {
		return paper.Minutes(context.Background(), minutesPage(text, n), look)
	},
	"dossier": func(text string, n int) document.Doc {
		return paper.Dossier(context.Background(), bundle(text, min(n, 30)), look)
	},
	"risk": func(text string, n int) document.Doc {
		return paper.Risk(context.Background(), riskVersion(text, n), look)
	},
	"excerpt": func(text string, n int) document.Doc {
		p := minutesPage(text, n)
		p.Excerpt = true
		return paper.Excerpt(context.Background(), p, look)
	},
}

func TestSamples(t *testing.T) {
	t.Parallel()
	for kind, paper := range kinds {
		for name, text := range texts {
			sample(t, kind+"-"+name, paper(text, 2))
		}
		sample(t, kind+"-none", paper("LSG VO Väst", 0))
		sample(t, kind+"-long", paper("Nytt schema på Äppelgårdens förskola", 200))
	}
}

func sample(t *testing.T, name string, d document.Doc) {
	t.Helper()
	var pdf, word bytes.Buffer
	if err := d.PDF(&pdf); err != nil {
		t.Fatal(err)
	}
	if err := d.DOCX(&word); err != nil {
		t.Fatal(err)
	}
	if got, err := pdftext.Read(pdf.Bytes()); err != nil || got.Pages == 0 || got.Title == "" {
		t.Errorf("%s: got %d pages and title %q, %v", name, got.Pages, got.Title, err)
	}
	if *samples == "" {
		return
	}
	for ending, data := range map[string][]byte{".pdf": pdf.Bytes(), ".docx": word.Bytes()} {
		if err := os.WriteFile(filepath.Join(*samples, "paper-"+name+ending), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// riskVersion is a risk assessment with a text in every place, and as many rows.
func riskVersion(text string, rows int) matter.RiskVersion {
	v := matter.RiskVersion{Newest: 2}
	v.Record.Title, v.Record.Number, v.Record.OwnerName = text, "2027-0004", text
	v.Assessment = matter.Assessment{No: 2, ProposalNo: 1, Change: text, Place: text, Starts: text, Reason: text, Affected: text, NoChange: text, AlternativeB: text, Equality: text,
		Economy: text, Service: text, Conclusion: "with_measures", FollowOn: day, FollowByName: text, WithoutReason: text, AuthorName: text, CreatedAt: sent, FixedAt: &approved,
		FixerName: text, FollowedAt: &approved, FollowerName: text, FollowedNote: text}
	agrees := false
	for i := range rows {
		v.Rows = append(v.Rows, matter.RiskRow{No: i + 1, Area: matter.RiskAreas[i%len(matter.RiskAreas)], Source: text, Affected: text, Protection: text, Probability: 1 + i%5, Consequence: 3,
			NoneProbability: matter.NotThere, Serious: true, Measure: text, ResponsibleName: text, Responsible: text, DueOn: day, AfterProb: 1, AfterCons: 2, EffectOn: day})
		v.People = append(v.People, matter.Participant{Kind: matter.AsSafetyRep, Name: text, InvitedAt: sent, Answer: matter.TookPart, AnsweredAt: &approved, StatedAt: &approved, Agrees: &agrees, Body: text},
			matter.Participant{Kind: matter.AsExpert, Name: text, InvitedAt: sent})
	}
	return v
}
