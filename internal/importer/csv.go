package importer

import (
	"bytes"
	"context"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// row is one row as it stands in the file, with its number there.
type row struct {
	Line  int
	Cells []string
}

// readCSV reads a text file: semicolon, comma or tab; UTF-8 with or without a mark, UTF-16 with one, or Windows-1252.
func readCSV(ctx context.Context, name string, data []byte) ([]row, error) {
	text, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	comma, text, skipped := delimiter(text)
	p := csvParser{text: text, comma: comma, line: 1 + skipped}
	var rows []row
	for p.more() {
		if len(rows)%1000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		r, open := p.next()
		if open {
			return nil, unreadable(name, "import.problem.quote", "Row", r.Line)
		}
		if !empty(r.Cells) {
			rows = append(rows, r)
		}
		if len(rows) > maxRows {
			return nil, unreadable(name, "import.problem.too_many_rows", "Max", maxRows)
		}
	}
	return rows, nil
}

// decode makes text of the bytes, with line ends as \n.
func decode(name string, data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		data = fromUTF16(data[2:], func(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 })
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		data = fromUTF16(data[2:], func(b []byte) uint16 { return uint16(b[1]) | uint16(b[0])<<8 })
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", unreadable(name, "import.problem.not_text")
	}
	if !utf8.Valid(data) {
		var err error
		if data, err = charmap.Windows1252.NewDecoder().Bytes(data); err != nil {
			return "", unreadable(name, "import.problem.not_text")
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(string(data), "\r\n", "\n"), "\r", "\n"), nil
}

func fromUTF16(data []byte, unit func([]byte) uint16) []byte {
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) >= 2; data = data[2:] {
		units = append(units, unit(data))
	}
	return []byte(string(utf16.Decode(units)))
}

// delimiter finds what stands between the cells: what Excel's first line "sep=;" says, or the sign that splits the first
// lines into most cells, the same number on each.
func delimiter(text string) (comma byte, rest string, skipped int) {
	if line, after, ok := strings.Cut(text, "\n"); ok && len(line) == 5 && strings.EqualFold(line[:4], "sep=") {
		return line[4], after, 1
	}
	comma = ';'
	best := 0
	for _, c := range []byte{';', ',', '\t'} {
		p := csvParser{text: text, comma: c, line: 1}
		counts := map[int]int{}
		for n := 0; n < 10 && p.more(); n++ {
			r, _ := p.next()
			counts[len(r.Cells)]++
		}
		for cells, lines := range counts {
			if score := (cells - 1) * lines; cells > 1 && score > best {
				best, comma = score, c
			}
		}
	}
	return comma, text, 0
}

// csvParser takes rows off a text. A quotation mark means something only at the start of a cell; what follows a cell's
// closing mark is taken as it stands.
type csvParser struct {
	text  string
	comma byte
	line  int
}

func (p *csvParser) more() bool { return p.text != "" }

// next takes one row; open tells that a quotation begun in it never ends.
func (p *csvParser) next() (r row, open bool) {
	r.Line = p.line
	for {
		var cell string
		var last bool
		if strings.HasPrefix(p.text, `"`) {
			cell, last, open = p.quoted()
		} else {
			cell, last = p.plain()
		}
		if len(r.Cells) < maxColumns {
			r.Cells = append(r.Cells, tidy(cell))
		}
		if last || open {
			return r, open
		}
	}
}

// plain takes a cell up to the delimiter or the line's end.
func (p *csvParser) plain() (cell string, last bool) {
	for i := 0; i < len(p.text); i++ {
		switch p.text[i] {
		case p.comma:
			cell, p.text = p.text[:i], p.text[i+1:]
			return cell, false
		case '\n':
			cell, p.text = p.text[:i], p.text[i+1:]
			p.line++
			return cell, true
		}
	}
	cell, p.text = p.text, ""
	return cell, true
}

// quoted takes a cell in quotation marks, in which two marks mean one.
func (p *csvParser) quoted() (cell string, last, open bool) {
	var b strings.Builder
	p.text = p.text[1:]
	for {
		i := strings.IndexByte(p.text, '"')
		if i < 0 {
			p.text = ""
			return b.String(), true, true
		}
		p.line += strings.Count(p.text[:i], "\n")
		b.WriteString(p.text[:i])
		p.text = p.text[i+1:]
		if !strings.HasPrefix(p.text, `"`) {
			break
		}
		b.WriteByte('"')
		p.text = p.text[1:]
	}
	rest, last := p.plain()
	return b.String() + rest, last, false
}

// tidy makes a cell one line of valid text without space around it, and cuts what is longer than anything we keep.
func tidy(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
	if len(s) <= maxCell {
		return s
	}
	n := maxCell
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func empty(cells []string) bool {
	for _, c := range cells {
		if c != "" {
			return false
		}
	}
	return true
}
