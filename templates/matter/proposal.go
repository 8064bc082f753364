package matter

import (
	"strings"

	"samverka/internal/matter"
)

// changedParagraphs sets changes in paragraphs: a change that reaches over line ends is cut there.
func changedParagraphs(cs []matter.Change) [][]matter.Change {
	paras := [][]matter.Change{nil}
	for _, c := range cs {
		for i, line := range strings.Split(c.Text, "\n") {
			if i > 0 {
				paras = append(paras, nil)
			}
			if line != "" {
				paras[len(paras)-1] = append(paras[len(paras)-1], matter.Change{Kind: c.Kind, Text: line})
			}
		}
	}
	var out [][]matter.Change
	for _, p := range paras {
		if len(p) > 0 {
			out = append(out, p)
		}
	}
	return out
}
