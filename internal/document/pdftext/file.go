package pdftext

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// open reads the file's table of objects and every object in it.
func open(data []byte) (*file, error) {
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, errors.New("pdftext: not a PDF file")
	}
	tail := bytes.LastIndex(data, []byte("startxref"))
	if tail < 0 {
		return nil, errors.New("pdftext: no startxref")
	}
	number, _, _ := strings.Cut(strings.TrimSpace(string(data[tail+len("startxref"):])), "\n")
	start, err := strconv.Atoi(number)
	if err != nil || start < 0 || start > tail {
		return nil, errors.New("pdftext: startxref points nowhere")
	}
	l := &lexer{data: data, at: start}
	words, err := l.values(3) // xref 0 count
	if err != nil {
		return nil, err
	}
	count, ok := words[2].(float64)
	if words[0] != operator("xref") || !ok {
		return nil, errors.New("pdftext: no table of objects")
	}
	f := &file{objects: map[ref]any{}}
	for number := range min(int(count), len(data)) {
		entry, err := l.values(3) // offset generation n
		if err != nil {
			return nil, err
		}
		offset, _ := entry[0].(float64)
		if entry[2] != operator("n") {
			continue
		}
		if f.objects[ref(number)], err = object(data, int(offset), number); err != nil {
			return nil, err
		}
	}
	end, err := l.values(2) // trailer <<…>>
	if err != nil {
		return nil, err
	}
	f.trailer, _ = end[1].(dict)
	return f, nil
}

func (l *lexer) values(n int) (out array, err error) {
	for range n {
		v, done, err := l.next(0)
		if err != nil {
			return nil, err
		}
		if done {
			return nil, io.ErrUnexpectedEOF
		}
		out = append(out, v)
	}
	return out, nil
}

// object reads "12 0 obj … endobj".
func object(data []byte, offset, number int) (any, error) {
	if offset < 0 || offset >= len(data) {
		return nil, fmt.Errorf("pdftext: object %d is outside the file", number)
	}
	l := &lexer{data: data, at: offset}
	words, err := l.values(4)
	if err != nil {
		return nil, err
	}
	if words[0] != float64(number) || words[2] != operator("obj") {
		return nil, fmt.Errorf("pdftext: no object %d at byte %d", number, offset)
	}
	d, isDict := words[3].(dict)
	l.skip()
	if !isDict || !l.has("stream\n") {
		return words[3], nil
	}
	length, _ := d["Length"].(float64)
	from := l.at + len("stream\n")
	if length < 0 || from+int(length) > len(data) {
		return nil, fmt.Errorf("pdftext: stream %d is cut short", number)
	}
	return stream{d, data[from : from+int(length)]}, nil
}

func (s stream) unpacked() ([]byte, error) {
	if s.dict["Filter"] != name("FlateDecode") {
		return s.data, nil
	}
	z, err := zlib.NewReader(bytes.NewReader(s.data))
	if err != nil {
		return nil, fmt.Errorf("pdftext: %w", err)
	}
	return io.ReadAll(z)
}
