package ui

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"

	"samverka/internal/fail"
	"samverka/internal/i18n"
)

func render(t *testing.T, c templ.Component) *goquery.Document {
	t.Helper()
	var b strings.Builder
	if err := c.Render(i18n.With(context.Background(), "sv"), &b); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func attr(d *goquery.Document, selector, name string) string {
	v, _ := d.Find(selector).First().Attr(name)
	return v
}

func TestFieldTiesItsPartsTogether(t *testing.T) {
	t.Parallel()
	d := render(t, Field(FieldProps{Name: "day", Label: "När?", Hint: "Dag", Error: "Skriv en dag", Type: "date", Value: "2026-11-26", Optional: true}))
	for _, c := range []struct{ selector, name, want string }{
		{"label", "for", "day"}, {"input", "id", "day"}, {"input", "aria-describedby", "day-hint day-error"},
		{"input", "aria-invalid", "true"}, {"input", "value", "2026-11-26"}, {"input", "type", "date"},
	} {
		if got := attr(d, c.selector, c.name); got != c.want {
			t.Errorf("%s %s = %q, want %q", c.selector, c.name, got, c.want)
		}
	}
	if got := d.Find("#day-error").Text(); !strings.Contains(got, "Skriv en dag") {
		t.Errorf("error text = %q", got)
	}
	if _, required := d.Find("input").Attr("required"); required {
		t.Error("an optional field is required")
	}
}

func TestPasswordIsNeverSentBack(t *testing.T) {
	t.Parallel()
	d := render(t, Field(FieldProps{Name: "p", Label: "Lösenord", Type: "password", Value: "hemligt"}))
	if _, has := d.Find("input").Attr("value"); has {
		t.Error("the password stands in the page")
	}
}

func TestValuesAreEscaped(t *testing.T) {
	t.Parallel()
	d := render(t, TextArea(FieldProps{Name: "x", Label: "X", Value: "</textarea><script>alert(1)</script>"}))
	if got := d.Find("script").Length(); got != 0 {
		t.Errorf("%d scripts, want 0", got)
	}
	if got, want := d.Find("textarea").Text(), "</textarea><script>alert(1)</script>"; got != want {
		t.Errorf("text = %q, want %q", got, want)
	}
}

func TestErrorSummaryLinksToFields(t *testing.T) {
	t.Parallel()
	ctx := i18n.With(context.Background(), "sv")
	errs := ErrorsOf(ctx, []fail.Field{{Name: "position", Key: "ui.task.blocked"}})
	d := render(t, templ.Join(ErrorSummary(ErrorSummaryProps{Errors: errs}), Radios(ChoiceProps{
		Name: "position", Legend: "Ståndpunkt", Error: errs.For("position"), Options: []Option{{Value: "a", Label: "Enig"}, {Value: "b", Label: "Oenig", Selected: true}},
	})))
	href := attr(d, ".ds-error-summary a", "href")
	if got := d.Find(href).Length(); got != 1 {
		t.Errorf("%d elements for %q, want 1", got, href)
	}
	if got, want := d.Find(".ds-error-summary a").Text(), errs.For("position"); got != want {
		t.Errorf("link = %q, want the field's own words %q", got, want)
	}
	if got, want := attr(d, "input[checked]", "value"), "b"; got != want {
		t.Errorf("checked = %q, want %q", got, want)
	}
	if got := render(t, ErrorSummary(ErrorSummaryProps{})).Find("div").Length(); got != 0 {
		t.Error("an empty summary shows something")
	}
}

func TestBlockedTaskHasNoLink(t *testing.T) {
	t.Parallel()
	d := render(t, TaskList(TaskListProps{Groups: []TaskGroup{{Tasks: []Task{
		{Text: "Fatta beslut", Href: "/beslut"}, {Text: "Gör riskbedömning", Href: "/rok", Status: TaskOngoing},
	}}}}))
	if got, want := d.Find("a").Length(), 1; got != want {
		t.Errorf("%d links, want %d", got, want)
	}
	if got, want := strings.TrimSpace(d.Find("[data-status=blocked] .task-status").Text()), "Kan inte börja ännu"; got != want {
		t.Errorf("status = %q, want %q", got, want)
	}
}

func TestPanelStates(t *testing.T) {
	t.Parallel()
	d := render(t, Panel(galleryNotYet))
	if got, want := attr(d, "section", "data-state"), "notyet"; got != want {
		t.Errorf("state = %q, want %q", got, want)
	}
	if got, want := d.Find(".panel-missing > li").Length(), 2; got != want {
		t.Errorf("%d missing, want %d", got, want)
	}
	if got := d.Find("[disabled]").Length(); got != 0 {
		t.Error("a disabled button stands in the panel")
	}
}

func TestConfirmRepeatsWhatWasSent(t *testing.T) {
	t.Parallel()
	d := render(t, Confirm(ConfirmProps{Action: "/x", Form: "notice", Fields: []Hidden{{"day", "2026-11-26"}, {"group", "7"}}, Submit: "Skicka", Warnings: []ConfirmWarning{{Text: "Sent"}}}))
	if got, want := d.Find("form[data-confirm] input[type=hidden]").Length(), 2; got != want {
		t.Errorf("%d hidden values, want %d", got, want)
	}
	if got := d.Find("form .warnings li").Length(); got != 1 {
		t.Errorf("%d warnings, want 1", got)
	}
	if got := d.Find("textarea[name=reason][required]").Length(); got != 1 {
		t.Error("no required reason")
	}
}

// The gallery is complete: every part of this package stands in it.
func TestGalleryShowsEveryPart(t *testing.T) {
	t.Parallel()
	part := regexp.MustCompile(`(?m)^templ ([A-Z]\w+)\(`)
	sources, err := filepath.Glob("*.templ")
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	all := map[string]string{}
	for _, name := range sources {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(raw)
		for _, m := range part.FindAllStringSubmatch(string(raw), -1) {
			parts = append(parts, m[1])
		}
	}
	for _, p := range parts {
		shown := p == "Gallery" || p == "Why"
		for name, text := range all {
			shown = shown || name == "gallery.templ" && strings.Contains(text, "@"+p+"(")
		}
		if !shown {
			t.Errorf("the gallery does not show %s", p)
		}
	}
}

func TestIDsAreUnique(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	render(t, Gallery()).Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id, _ := s.Attr("id")
		if seen[id] {
			t.Errorf("id %q stands twice", id)
		}
		seen[id] = true
	})
}

// Designsystemet's classes stay in this package.
func TestOnlyHereKnowsTheDesignSystem(t *testing.T) {
	t.Parallel()
	foreign := regexp.MustCompile(`class[^>]*\bds-`)
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".templ") || strings.HasPrefix(path, "../ui/") {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if m := foreign.Find(raw); m != nil {
			t.Errorf("%s uses %q: only templates/ui may", path, m)
		}
		if strings.Contains(string(raw), "style=") || strings.Contains(string(raw), "<style") {
			t.Errorf("%s has inline style, which the policy forbids", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
