package pdftext

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// lexer reads values one after another.
type lexer struct {
	data []byte
	at   int
}

const (
	spaces     = " \t\r\n\f\x00"
	delimiters = "()<>[]/%"
	maxDepth   = 50
)

func (l *lexer) skip() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case strings.IndexByte(spaces, c) >= 0:
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func (l *lexer) has(prefix string) bool { return bytes.HasPrefix(l.data[l.at:], []byte(prefix)) }

// next reads a value; done tells that there are no more.
func (l *lexer) next(depth int) (v any, done bool, err error) {
	l.skip()
	switch {
	case l.at >= len(l.data):
		return nil, true, nil
	case depth > maxDepth:
		return nil, false, fmt.Errorf("pdftext: values nested too deep at byte %d", l.at)
	case l.has("<<"):
		l.at += 2
		v, err = l.dict(depth)
	case l.has("["):
		l.at++
		v, err = l.list("]", depth)
	case l.has("<"):
		v, err = l.hexString()
	case l.has("("):
		v, err = l.literal()
	case l.has("/"):
		l.at++
		v = name(l.word())
	default:
		word := l.word()
		if word == "" {
			return nil, false, fmt.Errorf("pdftext: unexpected %q at byte %d", l.data[l.at], l.at)
		}
		v = l.numberOrOperator(word)
	}
	return v, false, err
}

func (l *lexer) word() string {
	from := l.at
	for l.at < len(l.data) && strings.IndexByte(spaces+delimiters, l.data[l.at]) < 0 {
		l.at++
	}
	return string(l.data[from:l.at])
}

// numberOrOperator also takes the three words of a reference such as "12 0 R".
func (l *lexer) numberOrOperator(word string) any {
	n, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return operator(word)
	}
	if l.has(" 0 R") {
		l.at += len(" 0 R")
		return ref(n)
	}
	return n
}

func (l *lexer) list(end string, depth int) (array, error) {
	out := array{}
	for {
		l.skip()
		if l.has(end) {
			l.at += len(end)
			return out, nil
		}
		v, done, err := l.next(depth + 1)
		if err != nil {
			return nil, err
		}
		if done {
			return nil, fmt.Errorf("pdftext: no %q at the end", end)
		}
		out = append(out, v)
	}
}

func (l *lexer) dict(depth int) (dict, error) {
	items, err := l.list(">>", depth)
	if err != nil {
		return nil, err
	}
	out := dict{}
	for i := 0; i+1 < len(items); i += 2 {
		key, ok := items[i].(name)
		if !ok {
			return nil, fmt.Errorf("pdftext: %v is no name in a dictionary", items[i])
		}
		out[key] = items[i+1]
	}
	return out, nil
}

func (l *lexer) hexString() ([]byte, error) {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		return nil, fmt.Errorf("pdftext: unended string at byte %d", l.at)
	}
	digits := l.data[l.at+1 : l.at+end]
	l.at += end + 1
	return hex.AppendDecode(nil, digits)
}

// literal reads a string in parentheses; inner ones are escaped.
func (l *lexer) literal() ([]byte, error) {
	var out []byte
	for i := l.at + 1; i < len(l.data); i++ {
		switch c := l.data[i]; {
		case c == ')':
			l.at = i + 1
			return out, nil
		case c == '\\' && i+1 < len(l.data):
			i++
			out = append(out, l.data[i])
		default:
			out = append(out, c)
		}
	}
	return nil, fmt.Errorf("pdftext: unended string at byte %d", l.at)
}
