package importer

import (
	"fmt"

	"samverka/internal/fail"
)

// Problem is one thing in the files that a person has to put right, or, as a notice, should know of.
type Problem struct {
	File   string
	Row    int    // 0: the whole file
	Column string // "" : the whole row
	Key    string // message key; it says what is wrong and what to do
	Args   []any  // name, value pairs
}

// problems collects all of them and keeps those that can be read.
type problems struct {
	List  []Problem
	Total int
}

func (p *problems) add(file string, row int, column, key string, args ...any) {
	p.Total++
	if len(p.List) < problemsShown {
		p.List = append(p.List, Problem{file, row, column, key, args})
	}
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

// refusal is a problem as a refusal, for whoever cannot list them.
func (p Problem) refusal() error { return fail.New(fail.Invalid, p.Key, p.Args...) }
