// Package importer reads an organisation from files as HR systems export them, says what would change, and changes it when
// asked to. A file goes through four hands: read (bytes to tables of text, CSV or XLSX), columns (which column is what;
// personnummer are left out here, before anything is kept), parse (text to rows, with every problem told by file, row and
// column), plan (rows against the register: new, changed, closed, unchanged). Apply writes a plan in one transaction.
//
// What a file says holds for its kind: units, people and mandates that it no longer names are closed, never deleted. A kind
// without a file is left as it is, and so is a property without a column.
package importer

// Kind is what the rows of a table are.
type Kind string

// The kinds, in the order in which they are shown.
const (
	Units    Kind = "units"
	People   Kind = "people"
	Unions   Kind = "unions"
	Groups   Kind = "groups"
	Mandates Kind = "mandates"
)

// Kinds lists the kinds.
var Kinds = []Kind{Units, People, Unions, Groups, Mandates}

// Key is the message key of the kind's name.
func (k Kind) Key() string {
	switch k {
	case Units:
		return "import.kind.units"
	case People:
		return "import.kind.people"
	case Unions:
		return "import.kind.unions"
	case Groups:
		return "import.kind.groups"
	case Mandates:
		return "import.kind.mandates"
	}
	return "import.kind.unknown"
}

// File is one file as it was sent.
type File struct {
	Name string
	Data []byte
}

// Limits of what is read; a larger file is refused in words.
const (
	MaxFileBytes  = 30 << 20
	maxRows       = 200_000 // per sheet
	maxColumns    = 200
	maxCell       = 2_000     // characters
	maxUnpacked   = 300 << 20 // of an XLSX file, all parts together
	maxPartsXLSX  = 2_000     // files inside an XLSX file
	headerWithin  = 20        // rows from the top in which the headings are looked for
	problemsShown = 100
)
