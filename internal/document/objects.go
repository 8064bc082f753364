package document

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// ref is the number of an object in the file.
type ref int

func (r ref) String() string { return fmt.Sprintf("%d 0 R", int(r)) }

// objects collects the numbered objects that a PDF file is made of (ISO 32000-1, 7.3).
type objects struct {
	bodies [][]byte
	zip    *zlib.Writer // used again for each stream
}

func (o *objects) reserve() ref {
	o.bodies = append(o.bodies, nil)
	return ref(len(o.bodies))
}

func (o *objects) set(r ref, format string, args ...any) {
	o.bodies[r-1] = fmt.Appendf(nil, format, args...)
}

func (o *objects) add(format string, args ...any) ref {
	r := o.reserve()
	o.set(r, format, args...)
	return r
}

// plain adds a stream as it is.
func (o *objects) plain(dict string, data []byte) ref {
	return o.add("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// packed adds a stream in compressed form.
func (o *objects) packed(dict string, data []byte) ref {
	var b bytes.Buffer
	if o.zip == nil {
		o.zip = zlib.NewWriter(&b)
	} else {
		o.zip.Reset(&b)
	}
	o.zip.Write(data) // a bytes.Buffer takes all
	o.zip.Close()
	return o.plain(dict+"/Filter/FlateDecode", b.Bytes())
}

// writeTo writes the file. Its identifier is a hash of its content, so equal
// content gives equal files.
func (o *objects) writeTo(w io.Writer, catalog, info ref) error {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(o.bodies))
	for i, body := range o.bodies {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(o.bodies)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	id := sha256.Sum256(b.Bytes())
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %v/Info %v/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(o.bodies)+1, catalog, info, id[:16], id[:16], start)
	_, err := w.Write(b.Bytes())
	return err
}

// longestString is the number of letters in a text string: at four bytes each
// they stay below the 32767 bytes that PDF/A allows (ISO 19005-2, 6.1.13).
const longestString = 8000

// textString is text outside page content, such as a title: UTF-16 in hex, where
// nothing needs escaping. Text that is too long for a string is cut.
func textString(s string) string {
	letters := []rune(s)
	letters = letters[:min(len(letters), longestString)]
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode(letters) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}

// byteString is an ASCII string such as an address.
func byteString(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s) + ")"
}
