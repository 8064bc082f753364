package importer

import (
	"fmt"
)

// Problem is one thing in the files that a person has to put right, or, as a notice, should know of.
type Problem struct {
	File   string
	Row    int    // 0: the whole file
	Also   []int  // further rows with the same problem, the first of them
	More   int    // how many rows more than those
	Column string // "" : the whole row
	Key    string // message key; it says what is wrong and what to do
	Args   []any  // name, value pairs
}

// problems collects all of them and keeps those that can be read. The same thing on many rows is one problem.
type problems struct {
	List  []Problem
	Total int
	seen  map[string]int // place in List
}

// rowsShown is how many rows of one problem are listed besides the first.
const rowsShown = 8

func (p *problems) add(file string, row int, column, key string, args ...any) {
	p.Total++
	same := fmt.Sprint(file, "\x1f", column, "\x1f", key, "\x1f", args)
	if at, ok := p.seen[same]; ok {
		if q := &p.List[at]; len(q.Also) < rowsShown {
			q.Also = append(q.Also, row)
		} else {
			q.More++
		}
		return
	}
	if len(p.List) < problemsShown {
		if p.seen == nil {
			p.seen = map[string]int{}
		}
		p.seen[same] = len(p.List)
		p.List = append(p.List, Problem{File: file, Row: row, Column: column, Key: key, Args: args})
	}
}

// take adds a problem that was found before, with all its rows.
func (p *problems) take(q Problem) {
	p.Total += 1 + len(q.Also) + q.More
	if len(p.List) < problemsShown {
		p.List = append(p.List, q)
	}
}

// shown is how many of the problems the list holds, counting every row.
func shown(list []Problem) (n int) {
	for _, p := range list {
		n += 1 + len(p.Also) + p.More
	}
	return n
}

// at notes a problem about a row's field.
func (p *problems) at(c cell, key string, args ...any) {
	p.add(c.table.File, c.row, c.header(), key, args...)
}

// unreadable is the refusal of a whole file: no rows came out of it.
func unreadable(file, key string, args ...any) error {
	return &fileError{Problem{File: file, Key: key, Args: args}}
}

type fileError struct{ Problem }

func (e *fileError) Error() string { return fmt.Sprintf("%s: %s", e.File, e.Key) }
