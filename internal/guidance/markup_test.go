package guidance_test

import (
	"strings"
	"testing"

	"samverka/internal/guidance"
)

func TestMarkupIsLittleAndSafe(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ text, want string }{
		{"Ett stycke.\n\nEtt till.", "<p>Ett stycke.</p>\n<p>Ett till.</p>\n"},
		{"- Fråga\n- Lyssna", "<ul>\n<li>Fråga</li>\n<li>Lyssna</li>\n</ul>\n"},
		{"1. Först\n2. Sedan", "<ol>\n<li>Först</li>\n<li>Sedan</li>\n</ol>\n"},
		{"Läs [avtalet](https://kommunen.example/avtal) *noga*.", "<p>Läs <a href=\"https://kommunen.example/avtal\">avtalet</a> <em>noga</em>.</p>\n"},
		{"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
		{"<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n"},
		{"[klicka](javascript:alert(1))", "<p><a href=\"\">klicka</a></p>\n"},
		{"[klicka](JAVA\tscript:alert(1))", "<p>[klicka](JAVA\tscript:alert(1))</p>\n"},
		{"[klicka](data:text/html;base64,PHNjcmlwdD4=)", "<p><a href=\"\">klicka</a></p>\n"},
		{"# Rubrik", "<p># Rubrik</p>\n"},
		{`[x](https://a.example "t\" onclick=alert(1)")`, "<p><a href=\"https://a.example\" title=\"t&quot; onclick=alert(1)\">x</a></p>\n"},
	} {
		if got := guidance.HTML(tc.text); got != tc.want {
			t.Errorf("%q:\ngot  %q\nwant %q", tc.text, got, tc.want)
		}
	}
}

func FuzzMarkupHoldsOnlyItsOwnTags(f *testing.F) {
	for _, s := range []string{"<a onclick=x>", "![x](y)", "- <b>\n  - c", "<https://a.example>", "[a]: javascript:x\n[a]", "\x00<svg/onload=x>"} {
		f.Add(s)
	}
	own := []string{"p", "ul", "ol", "li", "a", "em", "strong", "br", "/p", "/ul", "/ol", "/li", "/a", "/em", "/strong"}
	f.Fuzz(func(t *testing.T, text string) {
		for _, after := range strings.Split(guidance.HTML(text), "<")[1:] {
			tag, _, _ := strings.Cut(after, ">")
			name, _, _ := strings.Cut(tag, " ")
			found := false
			for _, o := range own {
				found = found || name == o
			}
			if !found {
				t.Errorf("%q gives the tag %q", text, tag)
			}
		}
	})
}
