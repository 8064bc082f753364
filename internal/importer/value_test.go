package importer

import (
	"testing"

	"samverka/internal/clock"
)

func day(s string) clock.Date {
	d, err := clock.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestParseDate(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"2027-03-31": "2027-03-31", "31/3 2027": "2027-03-31", "31.3.2027": "2027-03-31", "31/03/2027": "2027-03-31", "20270331": "2027-03-31",
		"2027-03-31 00:00:00": "2027-03-31", "2027-03-31T08:00:00Z": "2027-03-31", "46477": "2027-03-31", "46477.5": "2027-03-31",
		"2027-3-1": "2027-03-01", "9999-12-31": "", "2099-12-31": "",
	} {
		got, ok := parseDate(text)
		if !ok || got.String() != want {
			t.Errorf("parseDate(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "31 mars", "2027-02-30", "12345", "27-03-31", "1027-01-01"} {
		if got, ok := parseDate(text); ok {
			t.Errorf("parseDate(%q) = %q, want refused", text, got)
		}
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"ANNA-KARIN VON ESSEN": "Anna-Karin von Essen", "ANNA EK": "Anna Ek", "Anna Ek": "Anna Ek", "SEAN O'BRIEN": "Sean O'Brien",
		"ANN MCDONALD": "Ann McDonald", "MARIA DE LA CRUZ": "Maria de la Cruz", "BERTIL AF UGGLAS": "Bertil af Ugglas", "Ek, Anna": "Anna Ek",
		"EK, ANNA": "Anna Ek", "ÅSA ÖBERG": "Åsa Öberg", "van der Berg": "van der Berg", "AE": "AE", "": "",
	} {
		if got := personName(text); got != want {
			t.Errorf("personName(%q) = %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"VÅRD OCH OMSORG": "Vård och omsorg", "HEMTJÄNST VÄST": "Hemtjänst Väst", "LSS-BOENDE NORR": "LSS-boende Norr",
		"FÖRSKOLAN TALLKOTTEN": "Förskolan Tallkotten", "IT": "IT", "ENHETEN FÖR HR": "Enheten för HR",
	} {
		if got := unitName(text); got != want {
			t.Errorf("unitName(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestPersonal(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"811218-9876": true, "19811218-9876": true, "198112189876": true, "811278-9873": true, "811218–9876": true,
		"Anna Ek 811218-9876": true, "811218-9875": false, "10023": false, "070-123 45 67": false} {
		if got := personal(text); got != want {
			t.Errorf("personal(%q) = %v, want %v", text, got, want)
		}
	}
	if got, want := mask("lista 811218-9875.csv"), "lista ••••••.csv"; got != want {
		t.Errorf("mask = %q, want %q", got, want)
	}
}
