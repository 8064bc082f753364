package paper_test

import (
	"bytes"
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/document"
	"samverka/internal/document/pdftext"
	"samverka/internal/organisation"
	"samverka/templates/paper"
)

func text(t *testing.T, d document.Doc) string {
	t.Helper()
	var b bytes.Buffer
	if err := d.PDF(&b); err != nil {
		t.Fatal(err)
	}
	read, err := pdftext.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(read.Text(), "\u00a0", " ")), " ")
}

func TestNoticeHoldsTheAgenda(t *testing.T) {
	t.Parallel()
	p := noticePage("LSG VO Väst", 3)
	p.Items[1].Title = "Nytt schema"
	d := paper.Notice(context.Background(), p, look)
	for _, want := range []string{"Kallelse till LSG VO Väst Datum", "onsdag 31 mars 2027", "kl. 13.00–15.00", "2 Nytt schema Samverkan före beslut 5 min", "Kallade"} {
		if got := text(t, d); !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if d.Footer != "Utsänd 17 mars 2027" || !d.Created.Equal(sent) || d.Author != "Älvsunda kommun" || d.Logo == nil {
		t.Errorf("got footer %q, created %v, author %q", d.Footer, d.Created, d.Author)
	}
	p.NoticeAt = nil
	if d := paper.Notice(context.Background(), p, look); d.Footer != "Utkast. Kallelsen har inte gått ut." || !d.Created.IsZero() {
		t.Errorf("not sent: got footer %q, created %v", d.Footer, d.Created)
	}
}

func TestMinutesSayWhatTheyAre(t *testing.T) {
	t.Parallel()
	d := paper.Minutes(context.Background(), minutesPage("LSG VO Väst", 1), look)
	if diff := cmp.Diff("Protokollets läge: Justerat\nKontrollsumma (SHA-256) som börjar 9f2c41aa9f2c41aa", d.Footer); diff != "" {
		t.Errorf("footer (-want +got):\n%s", diff)
	}
	for _, want := range []string{"§ 1 LSG VO Väst", "Samverkan är därmed fullgjord i oenighet.", "Erinringar", "5 april 2027 kl. 15.12"} {
		if got := text(t, d); !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if got, want := paper.MinutesName(context.Background(), minutesPage("LSG VO Väst", 1)), "Protokoll LSG VO Väst 2027-03-31"; got != want {
		t.Errorf("name: got %q, want %q", got, want)
	}
}

func TestNotesSayWhatEachSittingWroteAndWhatCameOfIt(t *testing.T) {
	t.Parallel()
	d := paper.Notes(context.Background(), notesPage("Nytt schema", 1), look)
	for _, want := range []string{"Minnesanteckningar, Nytt schema", "1 Nytt schema", "1 april 2027", "Till högre nivå", "Frågor efteråt"} {
		if got := text(t, d); !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if d.Footer != "Publicerat 5 april 2027" || !d.Created.Equal(approved) {
		t.Errorf("got footer %q, created %v", d.Footer, d.Created)
	}
	p := notesPage("Nytt schema", 0)
	p.Doc.PublishedAt = nil
	if d := paper.Notes(context.Background(), p, look); d.Footer != "Utkast" || !strings.Contains(text(t, d), "Inget är antecknat än.") {
		t.Errorf("a draft: got footer %q", d.Footer)
	}
}

// The palettes' colours on paper are those of the pages.
func TestColoursAreThePages(t *testing.T) {
	t.Parallel()
	base := regexp.MustCompile(`--ds-color-accent-base-default: #(......);`)
	for _, name := range organisation.Palettes {
		css, err := os.ReadFile("../../web/vendor/designsystemet/palettes/" + name + ".css")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := paper.Colour(name), base.FindStringSubmatch(string(css))[1]; got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}
