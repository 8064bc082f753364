package document

import (
	"fmt"
	"strings"
)

// wordStyle is a style of Word's; sizes are in half points, distances in twentieths.
type wordStyle struct{ id, name, kind, based, paragraph, run string }

// styles are those that the working copy uses. Word knows headings, lists, captions and links by their names.
func (x *wordFile) styles() string {
	colour := fmt.Sprintf(`<w:color w:val="%02X%02X%02X"/>`, x.accent.R, x.accent.G, x.accent.B)
	heading := func(level, size, before int, colour string) wordStyle {
		return wordStyle{fmt.Sprintf("Heading%d", level), fmt.Sprintf("heading %d", level), "paragraph", "Normal",
			fmt.Sprintf(`<w:keepNext/><w:keepLines/><w:spacing w:before="%d" w:after="80"/><w:outlineLvl w:val="%d"/>`, before, level-1),
			fmt.Sprintf(`<w:b/>%s<w:sz w:val="%d"/>`, colour, size)}
	}
	margin := `<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0"/>`
	var b strings.Builder
	fmt.Fprintf(&b, `<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="%s"/></w:rPr></w:rPrDefault>`+
		`<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`, wordSpaces, escaped(x.doc.Lang))
	for _, s := range []wordStyle{
		{"Normal", "Normal", "paragraph", "", "", ""},
		heading(1, 38, 0, colour), heading(2, 26, 320, ""), heading(3, 22, 240, ""),
		{"ListParagraph", "List Paragraph", "paragraph", "Normal", `<w:spacing w:after="140"/><w:ind w:left="567"/><w:contextualSpacing/>`, ""},
		{"Caption", "caption", "paragraph", "Normal", `<w:keepNext/><w:spacing w:before="120" w:after="60"/>`, "<w:b/>"},
		{"Cell", "Cell", "paragraph", "Normal", `<w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/>`, `<w:sz w:val="19"/>`},
		{"AfterTable", "After Table", "paragraph", "Normal", `<w:spacing w:after="60" w:line="120" w:lineRule="exact"/>`, `<w:sz w:val="8"/>`},
		{"WorkingCopy", "Working Copy", "paragraph", "Normal", `<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="767676"/></w:pBdr><w:spacing w:after="240"/>`, ""},
		{"Header", "header", "paragraph", "Normal", margin, `<w:sz w:val="17"/>`},
		{"Footer", "footer", "paragraph", "Normal", margin, `<w:sz w:val="17"/>`},
		{"Hyperlink", "Hyperlink", "character", "", "", `<w:u w:val="single"/>`},
		{"TableNormal", "Normal Table", "table", "", "", ""},
	} {
		b.WriteString(s.xml())
	}
	return b.String() + tableStyles + "</w:styles>"
}

func (s wordStyle) xml() string {
	chosen := map[string]string{"Normal": ` w:default="1"`, "TableNormal": ` w:default="1"`}[s.id]
	out := fmt.Sprintf(`<w:style w:type="%s"%s w:styleId="%s"><w:name w:val="%s"/>`, s.kind, chosen, s.id, s.name)
	if s.based != "" {
		out += `<w:basedOn w:val="` + s.based + `"/>`
	}
	if strings.HasPrefix(s.id, "Heading") {
		out += `<w:next w:val="Normal"/>`
	}
	out += `<w:qFormat/>`
	if s.paragraph != "" {
		out += "<w:pPr>" + s.paragraph + "</w:pPr>"
	}
	if s.run != "" {
		out += "<w:rPr>" + s.run + "</w:rPr>"
	}
	if s.id == "TableNormal" {
		out += `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>`
	}
	return out + "</w:style>"
}

// tableStyles: one with lines between rows and a grey heading, one without for facts.
const tableStyles = `<w:style w:type="table" w:styleId="Rows"><w:name w:val="Rows"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>` +
	`<w:top w:val="single" w:sz="6" w:space="0" w:color="4D4D4D"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="B3B3B3"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="B3B3B3"/>` +
	`</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/></w:tcPr></w:tblStylePr></w:style>` +
	`<w:style w:type="table" w:styleId="Facts"><w:name w:val="Facts"/><w:basedOn w:val="TableNormal"/></w:style>`
