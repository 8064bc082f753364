package browsertest

import (
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"samverka/web"
)

// form is a server with one form that tells what it was sent.
func form(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("GET "+web.Prefix, web.Handler())
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		who, err := r.Cookie("who")
		if err != nil {
			who = &http.Cookie{}
		}
		w.Header().Set("Content-Security-Policy", policy)
		write(t, w, `<!doctype html><html lang="sv"><title>Formulär – test</title><script defer src="`+web.Path("app.js")+`"></script>
			<main><h1>Hej `+html.EscapeString(who.Value)+`</h1><p id="sent">`+html.EscapeString(r.URL.Query().Get("sent"))+`</p>
			<form method="post" action="/" data-form="sample" data-guard enctype="multipart/form-data">
			<input name="text" aria-label="Text"><input type="date" name="day" aria-label="Dag"><textarea name="long" aria-label="Långt"></textarea>
			<select name="unit" aria-label="Enhet"><option value="1">Ett</option><option value="2">Två</option></select>
			<input type="radio" name="p" value="oenig" aria-label="Oenig"><input type="file" name="file" aria-label="Fil">
			<button type="submit">Skicka</button></form></main>`)
	})
	mux.HandleFunc("POST /", func(w http.ResponseWriter, r *http.Request) {
		file, head, err := r.FormFile("file")
		if err != nil {
			t.Error(err)
			return
		}
		if err := file.Close(); err != nil {
			t.Error(err)
		}
		sent := fmt.Sprintf("%s %s %s %s %s %s", r.FormValue("text"), r.FormValue("day"), r.FormValue("long"), r.FormValue("unit"), r.FormValue("p"), head.Filename)
		http.Redirect(w, r, "/?sent="+sent, http.StatusSeeOther)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func TestDriveAForm(t *testing.T) {
	base := form(t)
	path := filepath.Join(t.TempDir(), "bilaga.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.7"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, p := range map[string]*Page{"script": New(t), "no script": New(t).NoScript()} {
		p.Cookie(base, "who", "Asa").Open(base)
		if got, want := p.Text("h1"), "Hej Asa"; got != want {
			t.Errorf("%s: cookie: got %q, want %q", name, got, want)
		}
		p.Fill("[name=text]", "ord").Fill("[name=day]", "2026-11-26").Fill("[name=long]", "rad").Fill("[name=unit]", "2").
			Choose("[name=p]").Upload("[name=file]", path).Submit("[data-form=sample]")
		if got, want := p.Text("#sent"), "ord 2026-11-26 rad 2 oenig bilaga.pdf"; got != want {
			t.Errorf("%s: sent %q, want %q", name, got, want)
		}
	}
	if other := New(t).Open(base); other.Text("h1") != "Hej" {
		t.Errorf("a new page shares cookies: %q", other.Text("h1"))
	}
}

func TestUnsavedChangesWarn(t *testing.T) {
	base := form(t)
	p := New(t).Open(base)
	p.Open(base)
	if got := p.Dialogs(); got != 0 {
		t.Errorf("%d warnings without changes, want 0", got)
	}
	p.Press("\t").Press("x").Open(base)
	if got := p.Dialogs(); got != 1 {
		t.Errorf("%d warnings after a change, want 1", got)
	}
}
