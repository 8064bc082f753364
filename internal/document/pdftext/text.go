package pdftext

import "strings"

// Node is an element of a document's structure.
type Node struct {
	Tag   string // H1, P, Table, …
	Scope string // of a table heading: Row or Column
	Text  string // its own text, without that of its kids
	Kids  []Node
}

// Document is what a file says: of itself, and in its structure.
type Document struct {
	Title, Lang string
	Pages       int
	Bookmarks   []string // indented by two spaces for each level
	Root        Node
}

// Text is the file's text in reading order: one line for each heading, paragraph,
// list item and table row, and one space between words however they are broken
// over lines, cells and pages. Page headers and footers are not part of it.
func Text(pdf []byte) (string, error) {
	d, err := Read(pdf)
	if err != nil {
		return "", err
	}
	return d.Text(), nil
}

// Read reads a file that package document has written. Other files, and broken
// ones, give an error or less text than they hold.
func Read(pdf []byte) (Document, error) {
	f, err := open(pdf)
	if err != nil {
		return Document{}, err
	}
	contents, err := f.contents()
	if err != nil {
		return Document{}, err
	}
	catalog, info := f.dict(f.trailer["Root"]), f.dict(f.trailer["Info"])
	title, _ := info["Title"].([]byte)
	lang, _ := f.resolve(catalog["Lang"]).([]byte)
	d := Document{Title: unicodeText(title), Lang: string(lang), Pages: len(f.pages())}
	d.Root = f.node(f.dict(catalog["StructTreeRoot"])["K"], contents, 0)
	d.Bookmarks = f.bookmarks(f.dict(catalog["Outlines"])["First"], "")
	return d, nil
}

func (f *file) node(v any, contents map[spot]string, depth int) Node {
	d := f.dict(v)
	tag, _ := d["S"].(name)
	n := Node{Tag: string(tag)}
	if scope, ok := f.dict(d["A"])["Scope"].(name); ok {
		n.Scope = string(scope)
	}
	home, _ := d["Pg"].(ref)
	for _, kid := range f.array(d["K"]) {
		if id, ok := kid.(float64); ok {
			n.Kids = append(n.Kids, Node{Text: contents[spot{home, int(id)}]})
			continue
		}
		switch k := f.dict(kid); {
		case k["Type"] == name("MCR"):
			page, _ := k["Pg"].(ref)
			id, _ := k["MCID"].(float64)
			n.Kids = append(n.Kids, Node{Text: contents[spot{page, int(id)}]})
		case k["S"] != nil && depth < maxDepth:
			n.Kids = append(n.Kids, f.node(kid, contents, depth+1))
		}
	}
	n.gather()
	return n
}

// gather moves text that stands alone into the node; where it is mixed with
// links it stays among the kids, in order.
func (n *Node) gather() {
	for _, k := range n.Kids {
		if k.Tag != "" {
			return
		}
	}
	for _, k := range n.Kids {
		n.Text += k.Text
	}
	n.Kids = nil
}

func (f *file) bookmarks(v any, indent string) (out []string) {
	for d := f.dict(v); d != nil && len(out) < len(f.objects); d = f.dict(d["Next"]) {
		title, _ := d["Title"].([]byte)
		out = append(out, indent+unicodeText(title))
		if d["First"] != nil && len(indent) < maxDepth {
			out = append(out, f.bookmarks(d["First"], indent+"  ")...)
		}
	}
	return out
}

// Text is as the function Text.
func (d Document) Text() string {
	var lines []string
	var b strings.Builder
	end := func() {
		if s := strings.Join(strings.Fields(b.String()), " "); s != "" {
			lines = append(lines, s)
		}
		b.Reset()
	}
	var walk func(Node)
	walk = func(n Node) {
		b.WriteString(n.Text)
		for _, k := range n.Kids {
			walk(k)
		}
		switch n.Tag {
		case "H1", "H2", "H3", "P", "LI", "Caption", "TR":
			end()
		case "Lbl", "LBody", "TH", "TD":
			b.WriteByte(' ')
		}
	}
	walk(d.Root)
	end()
	return strings.Join(lines, "\n")
}

// Find returns every node with the tag, in reading order.
func (n Node) Find(tag string) (out []Node) {
	if n.Tag == tag {
		out = append(out, n)
	}
	for _, k := range n.Kids {
		out = append(out, k.Find(tag)...)
	}
	return out
}
