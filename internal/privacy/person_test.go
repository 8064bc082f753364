package privacy

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFullNames(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Amina Larsson har redan för mycket":     {"Amina Larsson"},
		"Hinner Anna-Lena Åström Berg med?":      {"Hinner Anna-Lena", "Hinner Anna-Lena Åström", "Anna-Lena Åström", "Anna-Lena Åström Berg", "Åström Berg"},
		"Kvällspassen i Hemtjänst Väst":          {"Hemtjänst Väst"},
		"Nattpersonalen. Kvällspersonalen också": nil,
		"HR och LSG": nil,
		"":           nil,
	} {
		if diff := cmp.Diff(want, FullNames(text)); diff != "" {
			t.Errorf("FullNames(%q) (-want +got):\n%s", text, diff)
		}
	}
}

func TestAlone(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"En medarbetare får dubbla roller":   {"En medarbetare"},
		"Den enda som kan systemet slutar":   {"Den enda som"},
		"Berör 1 person på kvällen":          {"1 person"},
		"Alla som arbetar natt, 12 personer": nil,
		"Ensamarbete på kvällen":             nil,
	} {
		if diff := cmp.Diff(want, Alone(text)); diff != "" {
			t.Errorf("Alone(%q) (-want +got):\n%s", text, diff)
		}
	}
}
