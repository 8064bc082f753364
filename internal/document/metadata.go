package document

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

const producer = "Samverka"

// metadata is what the file says of itself to archives, in XMP (ISO 16684-1). It
// declares PDF/A-2a and PDF/UA-1.
func (d Doc) metadata() []byte {
	var b strings.Builder
	item := func(format, value string) {
		if value != "" {
			fmt.Fprintf(&b, format+"\n", escaped(value))
		}
	}
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + metadataBegin)
	item(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>`, d.Title)
	item(`<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>`, d.Author)
	item(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>`, d.Subject)
	item(`<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>`, d.Lang)
	if !d.Created.IsZero() {
		created := d.Created.UTC().Format("2006-01-02T15:04:05+00:00")
		item(`<xmp:CreateDate>%s</xmp:CreateDate>`, created)
		item(`<xmp:ModifyDate>%s</xmp:ModifyDate>`, created)
	}
	item(`<xmp:CreatorTool>%s</xmp:CreatorTool>`, producer)
	item(`<pdf:Producer>%s</pdf:Producer>`, producer)
	b.WriteString(metadataEnd + `<?xpacket end="r"?>`)
	return []byte(b.String())
}

// info is the same in the older form that many readers show.
func (d Doc) info() string {
	out := "<</Title " + textString(d.Title)
	if d.Author != "" {
		out += "/Author " + textString(d.Author)
	}
	if d.Subject != "" {
		out += "/Subject " + textString(d.Subject)
	}
	if !d.Created.IsZero() {
		created := "(D:" + d.Created.UTC().Format("20060102150405") + "+00'00')"
		out += "/CreationDate" + created + "/ModDate" + created
	}
	return out + "/Creator(" + producer + ")/Producer(" + producer + ")>>"
}

func escaped(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // a bytes.Buffer takes all
	return b.String()
}

const metadataBegin = `<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
`

// metadataEnd declares the standards. PDF/A asks that the name PDF/UA uses for
// its own declaration be described too.
const metadataEnd = `<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
`
