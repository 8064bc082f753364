package document_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"image"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/document"
)

func word(t testing.TB, d document.Doc) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.DOCX(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts unpacks a working copy; every part must be well-formed.
func parts(t testing.TB, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(data)
		for d := xml.NewDecoder(bytes.NewReader(data)); strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels"); {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s is not well-formed: %v", f.Name, err)
			}
		}
	}
	return out
}

// wordLines are the paragraphs as style and text, rows of tables with | between their cells.
func wordLines(t testing.TB, document string) (lines []string) {
	t.Helper()
	var style, text, row strings.Builder
	rows, bold := 0, ""
	for d := xml.NewDecoder(strings.NewReader(document)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return lines
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "pStyle":
				style.WriteString(e.Attr[0].Value)
			case "tr":
				rows++
			case "tblHeader":
				row.WriteString("# ")
			case "b":
				bold = "*"
			case "br":
				text.WriteString("/")
			}
		case xml.CharData:
			if strings.TrimSpace(string(e)) != "" {
				text.WriteString(bold + string(e))
			}
			bold = ""
		case xml.EndElement:
			switch e.Name.Local {
			case "p":
				if rows > 0 {
					row.WriteString(text.String())
				} else if style.String() != "AfterTable" {
					lines = append(lines, strings.TrimSpace(style.String()+" "+text.String()))
				}
				style.Reset()
				text.Reset()
				bold = ""
			case "tc":
				row.WriteString("|")
			case "tr":
				rows--
				lines = append(lines, row.String())
				row.Reset()
			}
		}
	}
}

func TestWorkingCopyOfEveryBlock(t *testing.T) {
	t.Parallel()
	d := document.Doc{Title: "Kallelse", Author: "Ekby kommun", Footer: "Utsänd 1 mars", Logo: image.NewGray(image.Rect(0, 0, 40, 20)), Blocks: []document.Block{
		document.Heading{Level: 2, Text: "Dagordning"},
		document.Paragraph{Runs: []document.Run{{Text: "Se "}, {Text: "sidan", Link: "https://example.se/?a=1&b=2"}, {Text: " nu", Bold: true}}},
		document.Paragraph{Text: "rad ett\nrad två\n\nnytt stycke"},
		document.List{Items: []string{"Ett", "", "Två"}},
		document.Table{Caption: "Punkter", Header: []string{"Nr", "Punkt"}, RowHeader: true, Rows: [][]string{{"1", "Áŋŋe"}, {"2"}}},
		document.Table{Caption: "tom", Header: []string{"A"}},
		document.Facts{Rows: []document.Fact{{Term: "Tid", Value: "13.00"}}},
	}}
	p := parts(t, word(t, d))
	want := []string{
		"Heading1 Kallelse", "WorkingCopy Det här är en arbetskopia som går att ändra. Originalet finns i Samverka.",
		"Heading2 Dagordning", "Se sidan* nu", "rad ett/rad två", "nytt stycke", "ListParagraph Ett", "ListParagraph Två",
		"Caption Punkter", "# *Nr|*Punkt|", "*1|Áŋŋe|", "*2||", "*Tid|13.00|",
	}
	if diff := cmp.Diff(want, wordLines(t, p["word/document.xml"])); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	for part, text := range map[string]string{
		"word/header1.xml": ">Arbetskopia<", "word/footer1.xml": ">Utsänd 1 mars<", "word/styles.xml": `<w:lang w:val="sv-SE"/>`,
		"docProps/core.xml": "<dc:title>Kallelse</dc:title>", "word/_rels/document.xml.rels": `Target="https://example.se/?a=1&amp;b=2"`,
		"word/media/logo.png": "PNG", "word/_rels/header1.xml.rels": "media/logo.png",
	} {
		if !strings.Contains(p[part], text) {
			t.Errorf("%s lacks %s", part, text)
		}
	}
}

func TestWorkingCopyOfHostileText(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", " \t\n ", "a\x00b\x1bc", "</w:t></w:document>&<![CDATA[", "a\ufffe\U0001ffffb\xff", "👍🏽 שלום \u202eTXET", strings.Repeat("漢𠀀 ", 20000)} {
		p := parts(t, word(t, everywhere(text)))
		if got := strings.Count(p["word/document.xml"], "<w:tbl>"); got != 3 {
			t.Errorf("%.20q: got %d tables, want 3", text, got)
		}
	}
}

func TestSameDocGivesSameWorkingCopy(t *testing.T) {
	t.Parallel()
	want := word(t, minutes(8))
	if !bytes.Equal(word(t, minutes(8)), want) {
		t.Error("the same document gave other bytes the second time")
	}
	other := minutes(8)
	other.Created = other.Created.Add(time.Second)
	if bytes.Equal(word(t, other), want) {
		t.Error("another time gave the same bytes")
	}
}

// Word refuses a table of more than 63 columns.
func TestWorkingCopyKeepsToWordsColumns(t *testing.T) {
	t.Parallel()
	cells := make([]string, 80)
	p := parts(t, word(t, document.Doc{Blocks: []document.Block{document.Table{Header: cells, Rows: [][]string{cells}}}}))
	if got := strings.Count(p["word/document.xml"], "<w:gridCol "); got != 63 {
		t.Errorf("got %d columns, want 63", got)
	}
}
