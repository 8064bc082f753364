package document_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"samverka/internal/document"
	"samverka/internal/document/pdftext"
)

// everywhere puts a text in each place that holds one.
func everywhere(s string) document.Doc {
	return document.Doc{
		Title: s, Lang: s, Author: s, Subject: s, Footer: s,
		Blocks: []document.Block{
			document.Heading{Level: 2, Text: s},
			document.Paragraph{Text: s},
			document.Paragraph{Runs: []document.Run{{Text: s, Bold: true}, {Text: s, Link: s}, {Text: s, Link: "https://example.se/" + s}}},
			document.List{Items: []string{s, s}},
			document.Table{Caption: s, Header: []string{s, s, s}, Rows: [][]string{{s, s, s, s}, {s}}, RowHeader: true},
			document.Facts{Rows: []document.Fact{{Term: s, Value: s}}},
			document.Signatures{Caption: s, Rows: []document.Signature{{Name: s, Role: s, When: s, How: s}, {Name: s}}},
		},
	}
}

func TestHostileTextIsPrintedAndComesBack(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("arbetsmiljö", 1000)
	for name, c := range map[string]struct{ text, want string }{
		"empty":             {"", ""},
		"only spaces":       {" \t\n  \n", ""},
		"parentheses":       {`((\) <</Type>> endstream endobj %%EOF`, `((\) <</Type>> endstream endobj %%EOF`},
		"markup":            {`</rdf:li> & <script>"x"</script>`, `</rdf:li> & <script>"x"</script>`},
		"control":           {"a\x00b\x07c\x1bd\x7fe\u0085f", "abcde f"},
		"turned direction":  {"ser\u202eTXET\u202c ut\u200b\ufeff", "serTXET ut"},
		"hebrew and arabic": {"שלום مرحبا", "שלום مرحبا"},
		"emoji":             {"Bra 👍🏽 jobbat 🎉", "Bra 👍🏽 jobbat 🎉"},
		"decomposed":        {"A\u030angstro\u0308m", "Ångström"},
		"many marks":        {"z" + strings.Repeat("\u0334", 300), "z" + strings.Repeat("\u0334", 8)},
		"invalid UTF-8":     {"a\xff\xfeb", "a�b"},
		"private":           {"a\ue000b", "a�b"},
		"noncharacter":      {"a\ufffeb\U0001ffffc", "abc"},
		"soft hyphen":       {"personal\u00adkostnad", "personalkostnad"},
		"hard space":        {"§\u00a05", "§ 5"},
		"long word":         {long, long},
		"chinese":           {strings.Repeat("漢字", 400), strings.Repeat("漢字", 400)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := read(t, render(t, everywhere(c.text)))
			for _, tag := range []string{"H2", "P", "LBody", "TD"} {
				if c.want == "" {
					break
				}
				found := d.Root.Find(tag)
				if len(found) == 0 {
					t.Errorf("no %s", tag)
					continue
				}
				if got := strings.Join(strings.Fields(found[0].Text), " "); got != c.want {
					t.Errorf("%s: got %.80q, want %.80q", tag, got, c.want)
				}
			}
		})
	}
}

func TestEveryPlaneOfUnicode(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for r := rune(0); r < 0x20000; r += 3 {
		b.WriteRune(r)
		if r%60 == 0 {
			b.WriteByte(' ')
		}
	}
	text := read(t, render(t, document.Doc{Title: "Allt", Blocks: []document.Block{document.Paragraph{Text: b.String()}}})).Text()
	for _, want := range []string{"Åh", "漢", "ﻼ"} {
		for _, r := range want {
			if r%3 == 0 && !strings.ContainsRune(text, r) {
				t.Errorf("%q is lost", r)
			}
		}
	}
}

// No string in a PDF/A file may be longer than 32767 bytes (ISO 19005-2, 6.1.13).
func TestStringsStayShort(t *testing.T) {
	t.Parallel()
	pdf := render(t, everywhere(strings.Repeat("漢𠀀 ", 20000)))
	for _, s := range regexp.MustCompile(`<[0-9A-F]*>|\([^)]*\)`).FindAll(pdf, -1) {
		if len(s)/2 > 32767 {
			t.Errorf("a string of %d bytes: %.60s", len(s)/2, s)
		}
	}
}

func TestManyPages(t *testing.T) {
	t.Parallel()
	d := minutes(50)
	doc := read(t, render(t, d))
	if doc.Pages < 30 {
		t.Errorf("got %d pages, want at least 30", doc.Pages)
	}
	text := doc.Text()
	for i := 2; i < 52; i++ {
		if want := fmt.Sprintf("§ %d Nytt schema", i); strings.Count(text, want) != 1 {
			t.Errorf("%q stands %d times, want once", want, strings.Count(text, want))
		}
	}
}

func TestManyColumnsEndAtSomePoint(t *testing.T) {
	t.Parallel()
	cells := make([]string, 80)
	for i := range cells {
		cells[i] = strings.Repeat("kolumn ", 30)
	}
	pdf := render(t, document.Doc{Title: "Bred", Blocks: []document.Block{document.Table{Header: cells, Rows: [][]string{cells, cells}}}})
	if got := len(read(t, pdf).Root.Find("TH")); got != 80 {
		t.Errorf("got %d headings, want 80", got)
	}
}

func TestReaderRefusesBrokenFiles(t *testing.T) {
	t.Parallel()
	pdf := render(t, minutes(1))
	for name, data := range map[string][]byte{
		"empty": nil, "text": []byte("hej"), "begun": pdf[:200], "half": pdf[:len(pdf)/2],
		"no number": []byte("%PDF-1.7\nstartxref"), "moved": append([]byte("%PDF-1.7\n      "), pdf...),
	} {
		if _, err := pdftext.Text(data); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}

func FuzzReader(f *testing.F) {
	var b bytes.Buffer
	if err := (document.Doc{Title: "T"}).PDF(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(_ *testing.T, data []byte) {
		pdftext.Text(data) // must not panic
	})
}
