package main

import (
	"os"
	"testing"
)

// web/static is what the sources give: nobody edits it by hand.
func TestStaticIsFresh(t *testing.T) {
	t.Chdir("..")
	want, err := stylesheet()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("static/app.css")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("static/app.css is stale: run go generate ./web")
	}
	for from, to := range map[string]string{"src/app.js": "static/app.js", "src/live.js": "static/live.js", "vendor/htmx/htmx.min.js": "static/htmx.js", "src/icon.svg": "static/icon.svg"} {
		a, errA := os.ReadFile(from)
		b, errB := os.ReadFile(to)
		if errA != nil || errB != nil || string(a) != string(b) {
			t.Errorf("%s is stale: run go generate ./web (%v, %v)", to, errA, errB)
		}
	}
}

func TestUndefinedTokenIsFound(t *testing.T) {
	if err := undefined("a{color:var(--ds-color-nope)}"); err == nil {
		t.Error("a token that nothing sets went unnoticed")
	}
	if err := undefined(":root{--ds-x:1px}a{width:var(--ds-x)}"); err != nil {
		t.Error(err)
	}
}

func TestMinify(t *testing.T) {
	got := minify("/* note */\na > b:hover,\n.c :focus {\n  margin: calc(1px + 2px) 0;\n}\n")
	if want := "a>b:hover,.c :focus{margin:calc(1px + 2px) 0}"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
