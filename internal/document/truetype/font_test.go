package truetype_test

import (
	"testing"

	"samverka/internal/document/fonts"
	"samverka/internal/document/truetype"
)

func parse(t *testing.T, data []byte) *truetype.Font {
	t.Helper()
	f, err := truetype.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestBothFacesHaveTheLettersOfMinutes(t *testing.T) {
	t.Parallel()
	const letters = "ABCabc019 åäöÅÄÖéÉüÜæøÆØ ÁáČčĐđŊŋŠšŦŧŽžÏïŃń ðþŁłŞşșț –—§≥≤≠±×•…“”’„»«№€½→✓☐☑□%°()[]{}\\/@#&�" +
		"\u00a0\u2011 Жд Ωλ"
	for name, data := range map[string][]byte{"regular": fonts.Regular, "bold": fonts.Bold} {
		f := parse(t, data)
		for _, r := range letters {
			if _, ok := f.Glyph(r); !ok {
				t.Errorf("%s: no glyph for %q", name, r)
			}
		}
		if _, ok := f.Glyph('漢'); ok {
			t.Errorf("%s: found a glyph for 漢, which the font does not have", name)
		}
	}
}

func TestParseRefusesWhatIsNoFont(t *testing.T) {
	t.Parallel()
	for name, data := range map[string][]byte{"empty": nil, "text": []byte("not a font at all"), "half": fonts.Regular[:1000]} {
		if _, err := truetype.Parse(data); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}
