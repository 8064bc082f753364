package matter

import (
	"strings"
	"unicode"
)

// Kinds of Change.
const (
	Same    = ""
	Added   = "added"
	Removed = "removed"
)

// Change is a stretch of text that two versions share, or that only one of them has.
type Change struct{ Kind, Text string }

// compareLimit bounds the table of the comparison, in cells; beyond it texts are compared as wholes.
const compareLimit = 4 << 20

// Compare tells how the text after differs from the one before, word by word. The shared and added stretches together are
// after, the shared and removed ones before.
func Compare(before, after string) []Change {
	a, b := words(before), words(after)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var c changes
	c.add(Same, a[:head]...)
	c.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	c.add(Same, a[len(a)-tail:]...)
	return c
}

// words cuts a text into words and what stands between them.
func words(text string) []string {
	var ws []string
	start, space := 0, false
	for i, r := range text {
		if s := unicode.IsSpace(r); i > 0 && s != space || i > 0 && r == '\n' {
			ws = append(ws, text[start:i])
			start = i
		}
		space = unicode.IsSpace(r)
	}
	if start < len(text) {
		ws = append(ws, text[start:])
	}
	return ws
}

type changes []Change

func (c *changes) add(kind string, ws ...string) {
	text := strings.Join(ws, "")
	if text == "" {
		return
	}
	if n := len(*c); n > 0 && (*c)[n-1].Kind == kind {
		(*c)[n-1].Text += text
		return
	}
	*c = append(*c, Change{kind, text})
}

// middle compares by the longest common run of words (Hunt and Szymanski's table, filled from the end).
func (c *changes) middle(a, b []string) {
	if len(a)*len(b) > compareLimit {
		c.add(Removed, a...)
		c.add(Added, b...)
		return
	}
	width := len(b) + 1
	common := make([]uint16, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i*width+j] = common[(i+1)*width+j+1] + 1
			} else {
				common[i*width+j] = max(common[(i+1)*width+j], common[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			c.add(Same, a[i])
			i, j = i+1, j+1
		case common[(i+1)*width+j] >= common[i*width+j+1]:
			c.add(Removed, a[i])
			i++
		default:
			c.add(Added, b[j])
			j++
		}
	}
	c.add(Removed, a[i:]...)
	c.add(Added, b[j:]...)
}
