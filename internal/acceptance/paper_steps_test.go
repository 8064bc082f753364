package acceptance

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"strings"

	"samverka/internal/access"
	"samverka/internal/document/pdftext"
)

// paperSteps read the files of notices and minutes.
func (w *world) paperSteps(sc book) {
	phrase(sc, `står "…" i kallelsen till MÖTET som fil`, w.noticeSays)
	phrase(sc, `kan "…" ladda ner protokollet från MÖTET som "…"`, func(p, g, d, kind string) error { return w.minutesFile(p, g, d, kind, true) })
	phrase(sc, `kan "…" inte ladda ner protokollet från MÖTET som "…"`, func(p, g, d, kind string) error { return w.minutesFile(p, g, d, kind, false) })
}

// endings of the files that people know by their programs.
var endings = map[string]string{"PDF": ".pdf", "Word": ".docx"}

// noticeSays reads the notice as PDF and as a Word copy, as the meeting's chair; both have to say the text.
func (w *world) noticeSays(text, group, date string) error {
	for kind, ending := range endings {
		file, err := w.ofMeeting(group, date, "/kallelse"+ending)
		if err != nil {
			return err
		}
		said, err := fileText(ending, file.body)
		if err != nil {
			return fmt.Errorf("kallelsen som %s går inte att läsa: %w", kind, err)
		}
		if !says(said, text) {
			return fmt.Errorf("%q står inte i kallelsen som %s: %s", text, kind, shorten(squeeze(said)))
		}
	}
	return nil
}

// minutesFile looks for the link to the file, and asks for the file itself.
func (w *world) minutesFile(name, group, date, kind string, want bool) error {
	ending, err := oneOf("filtyp", kind, endings)
	if err != nil {
		return err
	}
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	path := m.path("/protokoll")
	page, err := w.see(name, access.Manager, path)
	if err != nil {
		return err
	}
	if got := page.doc.Find(`a[href="`+path+ending+`"]`).Length() > 0; got != want {
		return fmt.Errorf("protokollets sida leder till filen: %v", got)
	}
	file, err := w.people[name].open(path + ending) // in the role that sees the page
	if err != nil {
		return err
	}
	if !want {
		if file.status != http.StatusNotFound {
			return fmt.Errorf("filen svarar %d", file.status)
		}
		return nil
	}
	said, err := fileText(ending, file.body)
	if err != nil || !says(said, group) {
		return fmt.Errorf("filen säger %q, %w", shorten(squeeze(said)), err)
	}
	return nil
}

// fileText is what a file says.
func fileText(ending string, body []byte) (string, error) {
	if ending == ".pdf" {
		return pdftext.Text(body)
	}
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return "", err
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		return "", err
	}
	var text strings.Builder
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if err == io.EOF {
			return text.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.CharData:
			text.Write(t)
		case xml.EndElement:
			if t.Name.Local == "p" {
				text.WriteByte('\n')
			}
		}
	}
}
