package document_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/document"
	"samverka/internal/document/pdftext"
)

// outline is the structure on lines: tag, scope and text, indented by depth.
func outline(n pdftext.Node, indent string) string {
	ln := indent + strings.Join(strings.Fields(n.Tag+" "+n.Scope+" "+n.Text), " ") + "\n"
	for _, k := range n.Kids {
		ln += outline(k, indent+" ")
	}
	return ln
}

func TestStructureOfEveryBlock(t *testing.T) {
	t.Parallel()
	d := document.Doc{Title: "T", Blocks: []document.Block{
		document.Heading{Level: 2, Text: "Rubrik"},
		document.Paragraph{Runs: []document.Run{
			{Text: "Se "}, {Text: "sidan", Link: "https://example.se/å"}, {Text: " eller "},
			{Text: "inte", Link: "javascript:alert(1)", Bold: true}, {Text: "."},
		}},
		document.List{Numbered: true, Items: []string{"Ett", "", "Två"}},
		document.Table{Caption: "Namn på tabell", Header: []string{"A", "B"}, RowHeader: true, Rows: [][]string{{"x", "1"}, {"y"}}},
		document.Table{Rows: [][]string{{"ensam"}}},
		document.Table{Caption: "tom", Header: []string{"A"}},
		document.Facts{Rows: []document.Fact{{Term: "Tid", Value: "13.00"}}},
		document.Signatures{Rows: []document.Signature{{Name: "Åsa", Role: "Ordförande", When: "i dag", How: "e-tjänst"}}},
	}}
	want := `Document
 H1 T
 H2 Rubrik
 P
  Se
  Link sidan
  eller inte.
 L
  LI
   Lbl 1.
   LBody Ett
  LI
   Lbl 2.
   LBody Två
 Table
  Caption Namn på tabell
  THead
   TR
    TH Column A
    TH Column B
  TBody
   TR
    TH Row x
    TD 1
   TR
    TH Row y
    TD
 Table
  TBody
   TR
    TD ensam
 Table
  TBody
   TR
    TH Row Tid
    TD 13.00
 Table
  THead
   TR
    TH Column Namn
    TH Column Roll
    TH Column Tidpunkt
    TH Column Sätt
  TBody
   TR
    TH Row Åsa
    TD Ordförande
    TD i dag
    TD e-tjänst
`
	if diff := cmp.Diff(want, outline(read(t, render(t, d)).Root, "")); diff != "" {
		t.Errorf("structure (-want +got):\n%s", diff)
	}
}

func TestHeadingLevelsAreNeverSkipped(t *testing.T) {
	t.Parallel()
	var blocks []document.Block
	for _, level := range []int{1, 3, 3, 2, 3, 9, 1, 0, -4, 3} {
		blocks = append(blocks, document.Heading{Level: level, Text: fmt.Sprint("nivå ", level)})
	}
	var got []string
	for _, n := range read(t, render(t, document.Doc{Title: "T", Blocks: blocks})).Root.Kids {
		got = append(got, n.Tag)
	}
	want := []string{"H1", "H2", "H3", "H2", "H3", "H3", "H1", "H1", "H1", "H2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("levels (-want +got):\n%s", diff)
	}
}
