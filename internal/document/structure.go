package document

import (
	"fmt"
	"strings"
)

// elem is an element of the document's structure: a heading, a table row. The
// tree of them is what a screen reader follows (ISO 32000-1, 14.7).
type elem struct {
	tag, attributes string
	parent          *elem
	kids            []any // *elem, marked or linked, in reading order
	ref             ref
}

// marked points at content on a page that belongs to an element.
type marked struct {
	page *page
	id   int
}

// linked points at a link's active area on a page.
type linked struct{ annotation ref }

const (
	columnHeader = "/A<</O/Table/Scope/Column>>"
	rowHeader    = "/A<</O/Table/Scope/Row>>"
	bulletList   = "/A<</O/List/ListNumbering/Disc>>"
	numberedList = "/A<</O/List/ListNumbering/Decimal>>"
)

func (e *elem) add(tag, attributes string) *elem {
	kid := &elem{tag: tag, attributes: attributes, parent: e}
	e.kids = append(e.kids, kid)
	return kid
}

// structure writes the tree and, for each page and link, the way back from the
// content to its element.
func (l *layout) structure() ref {
	tree, parents := l.objects.reserve(), l.objects.reserve()
	l.root.number(l.objects)
	l.root.write(l.objects, tree)
	var nums strings.Builder
	for i, p := range l.pages {
		fmt.Fprintf(&nums, "%d[", i)
		for _, e := range p.marks {
			fmt.Fprintf(&nums, "%v ", e.ref)
		}
		nums.WriteString("]")
	}
	for i, link := range l.links {
		fmt.Fprintf(&nums, "%d %v ", len(l.pages)+i, link.elem.ref)
	}
	l.objects.set(parents, "<</Nums[%s]>>", nums.String())
	l.objects.set(tree, "<</Type/StructTreeRoot/K %v/ParentTree %v/ParentTreeNextKey %d>>",
		l.root.ref, parents, len(l.pages)+len(l.links))
	return tree
}

func (e *elem) number(o *objects) {
	e.ref = o.reserve()
	for _, kid := range e.kids {
		if k, ok := kid.(*elem); ok {
			k.number(o)
		}
	}
}

func (e *elem) write(o *objects, parent ref) {
	var kids strings.Builder
	var home *page // the page that bare numbers among the kids refer to
	for _, kid := range e.kids {
		switch k := kid.(type) {
		case *elem:
			fmt.Fprintf(&kids, "%v ", k.ref)
			k.write(o, e.ref)
		case marked:
			if home == nil {
				home = k.page
			}
			if k.page == home {
				fmt.Fprintf(&kids, "%d ", k.id)
			} else {
				fmt.Fprintf(&kids, "<</Type/MCR/Pg %v/MCID %d>> ", k.page.ref, k.id)
			}
		case linked:
			fmt.Fprintf(&kids, "<</Type/OBJR/Obj %v>> ", k.annotation)
		}
	}
	dict := fmt.Sprintf("<</Type/StructElem/S/%s/P %v%s", e.tag, parent, e.attributes)
	if home != nil {
		dict += fmt.Sprintf("/Pg %v", home.ref)
	}
	if kids.Len() > 0 {
		dict += "/K[" + strings.TrimSpace(kids.String()) + "]"
	}
	o.set(e.ref, "%s>>", dict)
}
