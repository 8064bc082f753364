package privacy

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestIndividual(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Anna är sjukskriven till maj.":                                   {"sjukskriven"},
		"Två i gruppen är sjukskrivna":                                    {"sjukskrivna"},
		"Hon har fått en diagnos":                                         {"diagnos"},
		"Kollegan är sjuk och vikarie behövs":                             {"sjuk"},
		"Jonas Berg är sjuk i dag":                                        {"sjuk"},
		"En kollega har migrän":                                           {"migrän"},
		"Läkarintyg ska lämnas av Eva":                                    {"Läkarintyg"},
		"Hennes rehabilitering går bra":                                   {"rehabilitering"},
		"Per gick ur facket i våras":                                      {"gick ur facket"},
		"Maria är med i Kommunal":                                         {"är med i Kommunal"},
		"Han är medlem i Vision.":                                         {"medlem i Vision"},
		"De som är fackligt anslutna går först":                           {"fackligt anslutna"},
		"Sjukskriven. Sjukskriven igen":                                   {"Sjukskriven"},
		"Hon är utbränd, och gravid":                                      {"utbränd", "gravid"},
		"Sjukfrånvaron i gruppen har minskat":                             nil,
		"Vi pratade om sjukfrånvaro och sjuklön":                          nil,
		"Vid sjukdom ringer du chefen före klockan sju":                   nil,
		"Den som är sjuk anmäler det i systemet":                          nil,
		"Sjuksköterskorna behöver fler pass":                              nil,
		"Antalet sjukskrivningar i förvaltningen är lägre än i fjol":      nil,
		"Influensan kommer i januari. Vi vaccinerar oss":                  nil,
		"Facket informerade om löneöversynen":                             nil,
		"Kommunals punkt: arbetskläder":                                   nil,
		"Skyddsombudet är med i riskbedömningen":                          nil,
		"Vision var med på mötet":                                         nil,
		"Det är många som har ont om tid. Förkylda barn stannar hemma":    nil,
		"Hon som leder gruppen tar upp schemat. Vid feber gäller rutinen": nil,
		"Nytt schema från 3 maj, provas i tolv veckor":                    nil,
		"Rutinerna är klara vid sjukdom och vab":                          nil,
		"": nil,
	} {
		if diff := cmp.Diff(want, Individual(text)); diff != "" {
			t.Errorf("Individual(%q) (-want +got):\n%s", text, diff)
		}
	}
}
