package document_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/document"
	"samverka/internal/document/pdftext"
)

func render(t testing.TB, d document.Doc) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.PDF(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, pdf []byte) pdftext.Document {
	t.Helper()
	d, err := pdftext.Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSameDocGivesSameBytes(t *testing.T) {
	t.Parallel()
	want := render(t, minutes(8))
	for range 3 {
		if got := render(t, minutes(8)); !bytes.Equal(got, want) {
			t.Fatal("the same document gave other bytes the second time")
		}
	}
	other := minutes(8)
	other.Footer += " Ändrad"
	if bytes.Equal(render(t, other), want) {
		t.Error("another footer gave the same bytes")
	}
}

func TestFileSaysWhatItIs(t *testing.T) {
	t.Parallel()
	pdf := render(t, minutes(2))
	d := read(t, pdf)
	if got, want := d.Title, "Protokoll LSG Förskola Norr 12 november 2026"; got != want {
		t.Errorf("title: got %q, want %q", got, want)
	}
	if got, want := d.Lang, "sv-SE"; got != want {
		t.Errorf("language: got %q, want %q", got, want)
	}
	for _, want := range []string{
		"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>",
		"<xmp:CreateDate>2026-11-20T14:32:00+00:00</xmp:CreateDate>", "/CreationDate(D:20261120143200+00'00')",
		"/MarkInfo<</Marked true>>", "/DisplayDocTitle true", "/S/GTS_PDFA1", "/URI(https://samverka.example.se/moten/12)",
	} {
		if !bytes.Contains(pdf, []byte(want)) {
			t.Errorf("the file lacks %s", want)
		}
	}
}

func TestBookmarksFollowHeadings(t *testing.T) {
	t.Parallel()
	got := read(t, render(t, minutes(1))).Bookmarks
	want := []string{
		"Protokoll från samverkansgrupp", "  Närvarande", "  § 1 Mötet öppnas",
		"  § 2 Nytt schema på Äppelgårdens förskola", "    Dialog", "  Justering",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bookmarks (-want +got):\n%s", diff)
	}
}

func TestTextComesBackInReadingOrder(t *testing.T) {
	t.Parallel()
	text, err := pdftext.Text(render(t, minutes(3)))
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, want := range []string{
		"Protokoll från samverkansgrupp",
		"Grupp LSG Förskola Norr",
		"Máret Áŋŋe Šáŧŧo Facklig företrädare Vision Digitalt, från § 2",
		"Đorđe Čavić Huvudskyddsombud",
		"Samverkan före beslut. Arbetsgivaren föreslår ett nytt schema från 1 mars 2027. Förslaget innebär att arbetspassen förläggs enligt bilaga 1, att rasterna samordnas mellan avdelningarna och att förskolan öppnar 06.30. Dygnsvilan är alltid ≥ 11 timmar.",
		"Kommunal påpekar att medarbetare på avdelningen ”Lönnen” får fler delade turer.",
		"• Risk- och konsekvensbedömningen kompletteras",
		"Vision Oenig Vision anser att riskbedömningen behöver kompletteras före beslut, eftersom öppningen 06.30 innebär ensamarbete.",
		"Samverkan är därmed fullgjord i oenighet.",
		"§ 4 Nytt schema på Äppelgårdens förskola",
		"Åsa Öberg Ordförande, arbetsgivaren 18 november 2026 kl. 09.12 Inloggad med e-tjänstekort",
		"Protokollet finns också på mötets sida.",
	} {
		i := strings.Index(text[at:], want)
		if i < 0 {
			t.Fatalf("%q does not stand after byte %d in:\n%s", want, at, text)
		}
		at += i
	}
	for _, unwanted := range []string{"Sida 1", "Kontrollsumma", "Ekby kommun"} {
		if strings.Contains(text, unwanted) {
			t.Errorf("%q, which stands in the margin, is in the reading order", unwanted)
		}
	}
}

func TestTitleIsHeadingUnlessTheDocumentBeginsWithOne(t *testing.T) {
	t.Parallel()
	heading := []document.Block{document.Heading{Level: 1, Text: "Egen rubrik"}}
	for name, c := range map[string]struct {
		doc  document.Doc
		want string
	}{
		"no blocks":   {document.Doc{Title: "Kallelse"}, "Kallelse"},
		"paragraph":   {document.Doc{Title: "Kallelse", Blocks: []document.Block{document.Paragraph{Text: "Hej"}}}, "Kallelse\nHej"},
		"own heading": {document.Doc{Title: "Kallelse", Blocks: heading}, "Egen rubrik"},
		"no title":    {document.Doc{Created: time.Unix(0, 0)}, "Dokument"},
		"no words":    {document.Doc{Title: " \t\u202e", Lang: "en-GB"}, "Document"},
	} {
		if got := read(t, render(t, c.doc)).Text(); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func BenchmarkTenPages(b *testing.B) {
	d := minutes(15)
	if got := read(b, render(b, d)).Pages; got != 10 {
		b.Fatalf("got %d pages, want 10", got)
	}
	for b.Loop() {
		render(b, d)
	}
}
