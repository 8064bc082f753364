package pdftext

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// spot is one stretch of marked content on one page.
type spot struct {
	page ref
	id   int
}

// contents reads the text of every page by spot. Text outside the structure,
// such as page numbers, is left out.
func (f *file) contents() (map[spot]string, error) {
	out := map[spot]string{}
	for _, p := range f.pages() {
		d := f.dict(p)
		data, err := f.stream(d["Contents"])
		if err != nil {
			return nil, err
		}
		fonts := map[name]map[uint16]string{}
		for key, font := range f.dict(f.dict(d["Resources"])["Font"]) {
			if fonts[key], err = f.letters(font); err != nil {
				return nil, err
			}
		}
		if err := read(data, fonts, func(id int, text string) { out[spot{p, id}] += text }); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (f *file) pages() (out []ref) {
	catalog := f.dict(f.trailer["Root"])
	for _, p := range f.array(f.dict(catalog["Pages"])["Kids"]) {
		if r, ok := p.(ref); ok {
			out = append(out, r)
		}
	}
	return out
}

// read goes through page content and hands over the text shown within each
// numbered mark.
func read(content []byte, fonts map[name]map[uint16]string, show func(id int, text string)) error {
	l := &lexer{data: content}
	var operands array
	var font map[uint16]string
	id := -1
	for {
		v, done, err := l.next(0)
		if err != nil || done {
			return err
		}
		op, ok := v.(operator)
		if !ok {
			operands = append(operands, v)
			continue
		}
		switch operand := operands.first(); op {
		case "BDC":
			id = markNumber(operands)
		case "EMC":
			id = -1
		case "Tf":
			if key, ok := operand.(name); ok {
				font = fonts[key]
			}
		case "Tj":
			if codes, ok := operand.([]byte); ok && id >= 0 {
				show(id, decode(codes, font))
			}
		}
		operands = nil
	}
}

func markNumber(operands array) int {
	if len(operands) == 2 {
		if d, ok := operands[1].(dict); ok {
			if n, ok := d["MCID"].(float64); ok {
				return int(n)
			}
		}
	}
	return -1
}

func decode(codes []byte, font map[uint16]string) string {
	var b strings.Builder
	for ; len(codes) >= 2; codes = codes[2:] {
		b.WriteString(font[binary.BigEndian.Uint16(codes)])
	}
	return b.String()
}

// letters reads a font's ToUnicode table: pairs of strings between beginbfchar
// and endbfchar.
func (f *file) letters(font any) (map[uint16]string, error) {
	data, err := f.stream(f.dict(font)["ToUnicode"])
	if err != nil {
		return nil, err
	}
	out := map[uint16]string{}
	l := &lexer{data: data}
	var codes [][]byte
	for {
		v, done, err := l.next(0)
		if err != nil || done {
			return out, err
		}
		switch v := v.(type) {
		case []byte:
			codes = append(codes, v)
		case operator:
			if v == "endbfchar" {
				for i := 0; i+1 < len(codes) && len(codes[i]) == 2; i += 2 {
					out[binary.BigEndian.Uint16(codes[i])] = unicodeText(codes[i+1])
				}
			}
			codes = nil
		}
	}
}

// unicodeText decodes UTF-16 with its first byte highest.
func unicodeText(b []byte) string {
	var units []uint16
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, binary.BigEndian.Uint16(b))
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
}
