// Package document turns minutes and other papers into files: a PDF that screen
// readers follow and that archives can store (PDF/A-2a and PDF/UA-1 in one), and a
// copy to work on in Word. It knows nothing of meetings or matters: whoever has the
// facts builds a Doc of headings, paragraphs, lists and tables.
package document

import (
	"image"
	"time"
)

// Doc is one document. Nothing in it is trusted: control characters and signs
// that change reading direction are dropped, and letters that the typeface lacks
// are shown as � but keep their value for search, copying and screen readers.
type Doc struct {
	Title   string      // names the document; printed as its first heading unless Blocks begins with a Heading of level 1
	Lang    string      // BCP 47, for example "sv-SE", which is also used when it is empty or ill-formed
	Author  string      // the organisation; stands at the top of every page
	Subject string      // one sentence for catalogues and archives; not printed
	Created time.Time   // stated in the file; the zero time states nothing
	Footer  string      // stands at the foot of every page; at most two lines are shown
	Logo    image.Image // the organisation's; at the top of every page, and no part of what is read out
	Colour  Colour      // the organisation's, of rules and the first heading; black when it is too light for text on white
	Blocks  []Block
}

// Block is a Heading, Paragraph, List, Table, Facts or Signatures.
type Block interface{ block() }

// Heading has level 1, 2 or 3. A level that would skip one, such as 3 directly
// under 1, becomes the next below: PDF/UA-1 (ISO 14289-1, 7.4.2) demands it.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is running text, either Text or Runs. A newline breaks the line; an
// empty line begins a new paragraph.
type Paragraph struct {
	Text string
	Runs []Run
}

// Run is a stretch of text in a paragraph. Link makes it a link when it is an
// http, https or mailto address; any other address is ignored.
type Run struct {
	Text string
	Bold bool
	Link string
}

// List has one line or more for each item, with bullets or, when Numbered, 1. 2. 3.
type List struct {
	Items    []string
	Numbered bool
}

// Table has a heading for each column. Short rows are filled with empty cells.
// Rows are kept whole on one page when a page can hold them, and the heading
// comes again on every page. RowHeader says that the first cell of a row names it.
// A table without rows is left out: say in a paragraph that there is nothing.
type Table struct {
	Caption   string
	Header    []string
	Rows      [][]string
	RowHeader bool
}

// Facts are short answers beside their names: Datum, Plats, Ordförande.
type Facts struct {
	Rows []Fact
}

// Fact is one line of Facts.
type Fact struct{ Term, Value string }

// Signatures tells who has approved the document. A row where both When and How
// are empty has a line to sign on by hand.
type Signatures struct {
	Caption string
	Rows    []Signature
}

// Signature is one person's approval, in words ready for print.
type Signature struct{ Name, Role, When, How string }

func (Heading) block()    {}
func (Paragraph) block()  {}
func (List) block()       {}
func (Table) block()      {}
func (Facts) block()      {}
func (Signatures) block() {}
