package document

import "fmt"

// bookmark is a heading in the reader's table of contents.
type bookmark struct {
	text  string
	level int
	page  *page
	top   float64
	under []*bookmark
	ref   ref
}

// writeBookmarks adds the headings as a tree, open to its full depth, and returns
// its root (ISO 32000-1, 12.3.3).
func (l *layout) writeBookmarks() ref {
	root := &bookmark{ref: l.objects.reserve()}
	path := []*bookmark{root}
	for i := range l.bookmarks {
		b := &l.bookmarks[i]
		b.ref = l.objects.reserve()
		path = path[:min(b.level, len(path))]
		parent := path[len(path)-1]
		parent.under = append(parent.under, b)
		path = append(path, b)
	}
	l.objects.set(root.ref, "<</Type/Outlines%s>>", root.children())
	for _, b := range root.under {
		l.writeBookmark(b, root)
	}
	return root.ref
}

func (l *layout) writeBookmark(b, parent *bookmark) {
	siblings := ""
	for i, s := range parent.under {
		if s != b {
			continue
		}
		if i > 0 {
			siblings += fmt.Sprintf("/Prev %v", parent.under[i-1].ref)
		}
		if i < len(parent.under)-1 {
			siblings += fmt.Sprintf("/Next %v", parent.under[i+1].ref)
		}
	}
	l.objects.set(b.ref, "<</Title %s/Parent %v%s%s/Dest[%v/XYZ 0 %.2f null]>>",
		textString(b.text), parent.ref, siblings, b.children(), b.page.ref, min(b.top+6, pageHeight))
	for _, under := range b.under {
		l.writeBookmark(under, b)
	}
}

func (b *bookmark) children() string {
	if len(b.under) == 0 {
		return ""
	}
	return fmt.Sprintf("/First %v/Last %v/Count %d", b.under[0].ref, b.under[len(b.under)-1].ref, b.count())
}

// count is the number of entries that show when all are open.
func (b *bookmark) count() (n int) {
	for _, u := range b.under {
		n += 1 + u.count()
	}
	return n
}
