package privacy

import "testing"

func TestHasPersonnummer(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"811218-9876":                            true, // the Tax Agency's own example
		"19811218-9876":                          true,
		"Anna 198112189876 slutar":               true,
		"811278-9873":                            true, // samordningsnummer
		"811218-9875":                            false,
		"diarienummer 2027-03-31, 070-123 45 67": false,
		"Sexveckorsschema från 2027-05-03":       false,
		"813218-9876":                            false,
		"":                                       false,
	} {
		if got := HasPersonnummer(text); got != want {
			t.Errorf("HasPersonnummer(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestSensitive(t *testing.T) {
	t.Parallel()
	if got := Sensitive("Han är Sjukskriven sedan mars"); got != "sjukskriv" {
		t.Errorf("Sensitive() = %q, want sjukskriv", got)
	}
	if got := Sensitive("Nytt schema"); got != "" {
		t.Errorf("Sensitive() = %q, want nothing", got)
	}
}
