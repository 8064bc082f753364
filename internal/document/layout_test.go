package document

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// textOf joins lines as they are read out.
func textOf(lines []line) string {
	var b strings.Builder
	for _, ln := range lines {
		for _, p := range ln {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

func TestWrapKeepsWordsAndWidth(t *testing.T) {
	t.Parallel()
	words := rapid.SliceOf(rapid.StringMatching(`[a-zåäöÅŊ漢.,/-]{1,40}`))
	rapid.Check(t, func(t *rapid.T) {
		l := newLayout(swedish)
		var runs []run
		var all []string
		for i := range rapid.IntRange(1, 4).Draw(t, "runs") {
			some := words.Draw(t, "words")
			all = append(all, some...)
			runs = append(runs, run{strings.Join(some, " ") + " ", style{bold: i%2 == 0}})
		}
		limit := rapid.IntRange(1000, 40000).Draw(t, "width")
		lines := l.wrap(runs, limit)
		if got, want := strings.Join(strings.Fields(textOf(lines)), " "), strings.Join(all, " "); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
		for _, ln := range lines {
			last := &ln[len(ln)-1]
			last.text = strings.TrimRight(last.text, " ")
			if got := l.lineWidth(ln); got > limit && len([]rune(textOf([]line{ln}))) > 1 {
				t.Fatalf("line %q is %d wide, want at most %d", textOf([]line{ln}), got, limit)
			}
		}
	})
}

func TestWrapBreaksInsideWords(t *testing.T) {
	t.Parallel()
	l := newLayout(swedish)
	for text, want := range map[string][]string{
		"HR-avdelningen":    {"HR-", "avdelningen"},
		"x e-tjänstekortet": {"x ", "e-tjänstekortet"},
		"2026-11-12-13":     {"2026-11-12-13"},
		"rad ett\nrad två":  {"rad ett ", "rad två"},
		"a\n\n\nb":          {"a ", "b"},
		"":                  nil,
	} {
		var got []string
		for _, ln := range l.wrap([]run{{text, style{}}}, 7300) {
			got = append(got, textOf([]line{ln}))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestParagraphsLeaveNoLineAlone(t *testing.T) {
	t.Parallel()
	for free := 1; free < 8; free++ {
		for lines := 2; lines < 9; lines++ {
			l := newLayout(swedish)
			l.y = marginBottom + float64(free)*bodyText.leading + 1
			n := l.fitting(lines, bodyText)
			if n == 1 || n > free || n > lines {
				t.Errorf("%d lines in room for %d: %d on this page", lines, free, n)
			}
			if lines-n == 1 && n > 2 {
				t.Errorf("%d lines in room for %d: one alone on the next page", lines, free)
			}
		}
	}
}

func TestRowsAreWholeAndHeadingsRepeated(t *testing.T) {
	t.Parallel()
	l := newLayout(swedish)
	table := Table{Caption: "Lista", Header: []string{"Namn", "Text"}, RowHeader: true}
	for i := range 120 {
		table.Rows = append(table.Rows, []string{fmt.Sprint("rad ", i), strings.Repeat("många ord i cellen ", i%9)})
	}
	l.paragraph(Paragraph{Text: strings.Repeat("före ", 500)})
	l.table(table)
	rows := tagged(l.root, "TR")
	if got, want := len(rows), 121; got != want {
		t.Fatalf("got %d rows, want %d", got, want)
	}
	for i, row := range rows {
		if got := len(pagesOf(row)); got != 1 {
			t.Errorf("row %d stands on %d pages, want 1", i, got)
		}
	}
	caption, head, body := tagged(l.root, "Caption")[0], rows[0], rows[1]
	if diff := cmp.Diff(3, len(pagesOf(caption))+len(pagesOf(head))+len(pagesOf(body))); diff != "" || pagesOf(caption)[0] != pagesOf(body)[0] {
		t.Error("caption, heading and first row stand on different pages")
	}
	pages := pagesOf(tagged(l.root, "Table")[0])
	if len(pages) < 5 {
		t.Fatalf("the table takes %d pages, want at least 5", len(pages))
	}
	for _, p := range pages {
		if got := strings.Count(p.content.String(), l.bold.shown("Namn")); got != 1 {
			t.Errorf("heading stands %d times on a page, want once", got)
		}
	}
}

func TestRowTallerThanAPageGoesOn(t *testing.T) {
	t.Parallel()
	l := newLayout(swedish)
	l.table(Table{Header: []string{"A", "B"}, Rows: [][]string{{"kort", strings.Repeat("ord ", 3000)}, {"efter", "sist"}}})
	if got := len(pagesOf(tagged(l.root, "TR")[1])); got < 2 {
		t.Errorf("the row stands on %d pages, want several", got)
	}
	for _, p := range l.pages {
		if strings.Contains(p.content.String(), " -") {
			t.Error("text stands below the page")
		}
	}
}

func tagged(e *elem, tag string) (out []*elem) {
	if e.tag == tag {
		out = append(out, e)
	}
	for _, kid := range e.kids {
		if k, ok := kid.(*elem); ok {
			out = append(out, tagged(k, tag)...)
		}
	}
	return out
}

// pagesOf is the pages that an element has content on, in order.
func pagesOf(e *elem) (out []*page) {
	for _, kid := range e.kids {
		var pages []*page
		switch k := kid.(type) {
		case *elem:
			pages = pagesOf(k)
		case marked:
			pages = []*page{k.page}
		}
		for _, p := range pages {
			if len(out) == 0 || out[len(out)-1] != p {
				out = append(out, p)
			}
		}
	}
	return out
}
