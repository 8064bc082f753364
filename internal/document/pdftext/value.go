// Package pdftext reads the text and structure back out of the PDF files that
// package document writes, so that tests can say what must stand in them. It
// understands no more of PDF than those files use.
package pdftext

import "fmt"

// The kinds of values in a PDF file; numbers are float64 and strings []byte.
type (
	name   string
	ref    int
	array  []any
	dict   map[name]any
	stream struct {
		dict dict
		data []byte
	}
	operator string // a bare word: an operator in page content, or true, false, null
)

// file is a parsed file: its objects by number, and the trailer.
type file struct {
	objects map[ref]any
	trailer dict
}

// resolve follows references to a value.
func (f *file) resolve(v any) any {
	for range 10 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.objects[r]
	}
	return nil
}

func (f *file) dict(v any) dict {
	switch v := f.resolve(v).(type) {
	case dict:
		return v
	case stream:
		return v.dict
	}
	return nil
}

// array is the value as a list; a lone value is a list of one.
func (f *file) array(v any) array {
	switch v := f.resolve(v).(type) {
	case nil:
		return nil
	case array:
		return v
	default:
		return array{v}
	}
}

func (a array) first() any {
	if len(a) == 0 {
		return nil
	}
	return a[0]
}

func (f *file) stream(v any) ([]byte, error) {
	s, ok := f.resolve(v).(stream)
	if !ok {
		return nil, fmt.Errorf("pdftext: want a stream, got %T", f.resolve(v))
	}
	return s.unpacked()
}
