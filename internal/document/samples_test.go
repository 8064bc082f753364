package document_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samverka/internal/document"
)

// build/verapdf gives this flag and has the files judged by veraPDF.
var samples = flag.String("samples", "", "folder to write sample files to")

func TestSamples(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]document.Doc{
		"minutes":  minutes(4),
		"long":     minutes(50),
		"empty":    {},
		"nothing":  everywhere(""),
		"unknown":  everywhere("Bra 👍🏽 jobbat \ue000 שלום مرحبا 漢字"),
		"markup":   everywhere(`</rdf:li> & <x> (\ endstream`),
		"longword": everywhere(strings.Repeat("arbetsmiljö", 1000)),
	} {
		pdf := render(t, d)
		if got := read(t, pdf); got.Pages == 0 || got.Title == "" {
			t.Errorf("%s: got %d pages and title %q", name, got.Pages, got.Title)
		}
		if *samples == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(*samples, "document-"+name+".pdf"), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*samples, "document-"+name+".docx"), word(t, d), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
