package document

import (
	"fmt"
	"strings"
)

const (
	xmlBegin   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	office     = "http://schemas.openxmlformats.org/officeDocument/2006"
	wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="` + office + `/relationships"`
	relations  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`

	contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="` + wordType + `numbering+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="` + wordType + `settings+xml"/>` +
		`<Override PartName="/word/header1.xml" ContentType="` + wordType + `header+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="` + wordType + `footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
	wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."

	packageRelations = relations + `<Relationship Id="rId1" Type="` + office + `/relationships/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
	logoRelation = relations + `<Relationship Id="rId1" Type="` + office + `/relationships/image" Target="media/logo.png"/></Relationships>`
)

// relations name the parts that the main one uses, and the addresses of its links.
func (x *wordFile) relations() string {
	var b strings.Builder
	b.WriteString(relations)
	for i, part := range []string{"styles", "numbering", "settings", "header1", "footer1"} {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/relationships/%s" Target="%s.xml"/>`, i+1, office, strings.TrimSuffix(part, "1"), part)
	}
	for i, address := range x.links {
		fmt.Fprintf(&b, `<Relationship Id="rLink%d" Type="%s/relationships/hyperlink" Target="%s" TargetMode="External"/>`, i+1, office, escaped(address))
	}
	return b.String() + "</Relationships>"
}

// numbering has the bullets and, for each numbered list, a count of its own.
func (x *wordFile) numbering() string {
	level := func(format, text string) string {
		return `<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text +
			`"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="397"/></w:pPr></w:lvl>`
	}
	var b strings.Builder
	b.WriteString(`<w:numbering ` + wordSpaces + `><w:abstractNum w:abstractNumId="0">` + level("bullet", "•") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1">` + level("decimal", "%1.") + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	for i := range x.numbers {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, bullets+1+i)
	}
	return b.String() + "</w:numbering>"
}

func (x *wordFile) settings() string {
	return `<w:settings ` + wordSpaces + `><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="` + escaped(x.doc.Lang) + `"/></w:settings>`
}

// header stands on every page: the logo, the organisation, and that this is a working copy.
func (x *wordFile) header() string {
	var b strings.Builder
	b.WriteString(`<w:hdr ` + wordSpaces + `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>`)
	if x.logo != nil {
		b.WriteString("<w:r>" + x.drawing() + `</w:r><w:r><w:t xml:space="preserve">  </w:t></w:r>`)
	}
	b.WriteString(x.runText(x.doc.Author, "<w:b/>") + `<w:r><w:tab/></w:r>` + x.runText(x.words.copy, ""))
	return b.String() + `</w:p></w:hdr>`
}

// footer is the document's own and the page number.
func (x *wordFile) footer() string {
	page, pages, _ := strings.Cut(x.words.page, "%d")
	between, after, _ := strings.Cut(pages, "%d")
	field := func(name string) string {
		return `<w:fldSimple w:instr=" ` + name + ` "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
	}
	return `<w:ftr ` + wordSpaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` + x.runText(x.doc.Footer, "") + `<w:r><w:tab/></w:r>` +
		x.runText(page, "") + field("PAGE") + x.runText(between, "") + field("NUMPAGES") + x.runText(after, "") + `</w:p></w:ftr>`
}

// emu is how many of Word's smallest measure a point has.
const emu = 12700

// drawing shows the logo in a line of text, with the organisation's name for those who do not see it.
func (x *wordFile) drawing() string {
	size := fmt.Sprintf(`cx="%d" cy="%d"`, int(x.logo.width*emu), int(x.logo.height*emu))
	return `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
		`<wp:extent ` + size + `/><wp:docPr id="1" name="Logo" descr="` + escaped(x.doc.Author) + `"/>` +
		`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
		`<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>` +
		`<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ` + size + `/></a:xfrm>` +
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
}
