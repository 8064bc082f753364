package document_test

import (
	"bytes"
	"testing"

	"samverka/internal/document"
)

func word(t testing.TB, d document.Doc) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.DOCX(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
