package importer

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestReadCSV(t *testing.T) {
	t.Parallel()
	utf16le := func(s string) []byte {
		b := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return b
	}
	want := []row{{1, []string{"Enhet", "Chef"}}, {2, []string{"Hemtjänst Väst", "Ek, Åsa"}}}
	for name, data := range map[string][]byte{
		"semicolon":           []byte("Enhet;Chef\nHemtjänst Väst;Ek, Åsa\n"),
		"comma":               []byte("Enhet,Chef\r\nHemtjänst Väst,\"Ek, Åsa\"\r\n"),
		"tab, no last line":   []byte("Enhet\tChef\nHemtjänst Väst\tEk, Åsa"),
		"byte order mark":     []byte("\xef\xbb\xbfEnhet;Chef\nHemtjänst Väst;Ek, Åsa"),
		"Windows-1252":        []byte("Enhet;Chef\r\nHemtj\xe4nst V\xe4st;Ek, \xc5sa\r\n"),
		"UTF-16":              utf16le("Enhet\tChef\r\nHemtjänst Väst\tEk, Åsa\r\n"),
		"old Mac line ends":   []byte("Enhet;Chef\rHemtjänst Väst;Ek, Åsa\r"),
		"empty lines at last": []byte("Enhet;Chef\nHemtjänst Väst;Ek, Åsa\n;\n\n\n"),
		"spaces":              []byte(" Enhet ; Chef\nHemtjänst  Väst;\"Ek,\u00a0Åsa\"\n"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := readCSV(context.Background(), "f.csv", data)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadCSVQuotes(t *testing.T) {
	t.Parallel()
	got, err := readCSV(context.Background(), "f.csv", []byte("sep=;\nA;B\n\"rad ett\nrad två\";\"sade \"\"hej\"\"\"\nNisse \"Hult\" Ek;5\" rör\n\"x\"y;z\n"))
	want := []row{{2, []string{"A", "B"}}, {3, []string{"rad ett rad två", `sade "hej"`}}, {5, []string{`Nisse "Hult" Ek`, `5" rör`}}, {6, []string{"xy", "z"}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("error %v (-want +got):\n%s", err, diff)
	}
}

func TestReadCSVRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ data, want string }{
		"open quotation": {"A;B\n1;2\n\"3;4\n5;6\n", "import.problem.quote"},
		"binary":         {"A\x00\x01\x02", "import.problem.not_text"},
	} {
		_, err := readCSV(context.Background(), "f.csv", []byte(c.data))
		var bad *fileError
		if !errors.As(err, &bad) || bad.Key != c.want {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	for _, s := range []string{"Enhet;Chef\nA;B", "\"a\"\"b\";c\n", "a,b\tc\n\"", "\xff\xfea\x00", "\xef\xbb\xbf;;\n", "sep=,\na,b", "\xe5\xe4\xf6;1\r\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := readCSV(context.Background(), "f.csv", data)
		if err != nil {
			return
		}
		last := 0
		for _, r := range rows {
			if r.Line <= last || len(r.Cells) > maxColumns || empty(r.Cells) {
				t.Fatalf("row %d after %d with %d cells", r.Line, last, len(r.Cells))
			}
			last = r.Line
			for _, c := range r.Cells {
				if !utf8.ValidString(c) || strings.ContainsAny(c, "\n\r\x00") || len(c) > maxCell {
					t.Fatalf("cell %q", c)
				}
			}
		}
		if len(rows) > 0 { // whatever is read can be made tables of and planned
			tables, broken, err := Read(context.Background(), []File{{"enheter.csv", data}}, nil)
			if err != nil {
				t.Fatal(err)
			}
			build(register{}, tables, broken, day("2027-01-20"))
		}
	})
}
