package acceptance

import (
	"regexp"
	"strings"
	"testing"
)

// recorder takes down the steps instead of running them.
type recorder struct{ steps []*regexp.Regexp }

// Step implements book.
func (r *recorder) Step(expr, _ any) { r.steps = append(r.steps, regexp.MustCompile(expr.(string))) }

func (w *world) write(b book) {
	w.sceneSteps(b)
	w.matterSteps(b)
	w.proposalSteps(b)
	w.decisionSteps(b)
	w.afterwardsSteps(b)
	w.actionSteps(b)
	w.riskSteps(b)
	w.negotiationSteps(b)
	w.disagreementSteps(b)
	w.pathSteps(b)
	w.meetingSteps(b)
	w.agendaSteps(b)
	w.roomSteps(b)
	w.liveSteps(b)
	w.aloneSteps(b)
	w.paperSteps(b)
	w.minutesSteps(b)
	w.minutesPartSteps(b)
	w.minutesSecretSteps(b)
	w.matterLooks(b)
	w.meetingLooks(b)
	w.personLooks(b)
	w.postSteps(b)
	w.callingSteps(b)
	w.yearSteps(b)
	w.followupSteps(b)
	w.aptSteps(b)
	w.triageSteps(b)
	w.dossierSteps(b)
	w.guidanceSteps(b)
	w.agreementSteps(b)
	w.followSteps(b)
	w.attachmentSteps(b)
	w.learningSteps(b)
	w.retentionSteps(b)
}

// vocabulary is every step that the scenarios agree on, said once.
const vocabulary = `
organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
avtalet anger:
arbetstagarorganisationerna:
enheterna:
grupperna:
mandaten:
klockan är 2027-03-31 13:00
klockan blir 2027-03-31 13:00
"P" skapar ärendet "X":
"P" försöker skapa ärendet "X":
APT-dialog om "X" hålls på "E" av "P"
"P" lägger fram förslag 1 av "X":
"P" lägger fram förslag 12 av "Flytt till \"Granen\"" som redaktionell ändring:
"P" invänder mot att förslag 2 av "X" är redaktionellt
"P" fastställer samverkansplanen för "X":
"P" fastställer riskbedömningen för "X" med "Q" som instämmer
"P" fastställer riskbedömningen för "X" med "Q" som inte instämmer
"P" fastställer riskbedömningen för "X" utan skyddsombud eftersom "skäl"
"P" beslutar i "X" enligt förslaget
"P" beslutar i "X" med mindre avvikelse "skäl"
"P" beslutar i "X" med väsentlig avvikelse "vad"
"P" försöker besluta i "X"
"P" registrerar nämndens beslut i "X" 2027-03-31 enligt förslaget
"P" registrerar nämndens beslut i "X" 2027-03-31 med väsentlig avvikelse "vad"
"P" begär undantag för synnerliga skäl i "X":
"P" godkänner undantaget i "X"
"P" försöker godkänna undantaget i "X"
"P" avslår undantaget i "X" med "skäl"
"P" begär MBL-förhandling i "X" för "ORG"
"P" försöker begära MBL-förhandling i "X" för "ORG"
"P" begär central förhandling i "X" för "ORG"
"P" försöker begära central förhandling i "X" för "ORG"
"P" avstår för "ORG" från central förhandling i "X"
förhandlingen med "ORG" i "X" avslutas av "P" genom "enighet"
"P" planerar mötet med "G" 2027-03-31 klockan 13:00
"P" planerar extra mötet med "G" 2027-03-31 klockan 13:00
"P" sätter upp "X" som "tidig dialog" på mötet med "G" 2027-03-31
"P" skickar kallelsen till mötet med "G" 2027-03-31
"P" skickar handlingarna till mötet med "G" 2027-03-31
"P" godtar för "ORG" sena handlingar om "X"
"P" begär för "ORG" bordläggning av "X"
"P" godtar för "ORG" extra möte med "G" 2027-03-31
"P" godtar för "ORG" extra mötet med "G" 2027-03-31
"P" godtar inte för "ORG" extra möte med "G" 2027-03-31
"P" öppnar mötet med "G" 2027-03-31
närvarande på mötet med "G" 2027-03-31 är:
behandlingen av "X" inleds på mötet med "G" 2027-03-31
"X" bordläggs på mötet med "G" 2027-03-31 till 2027-04-14 eftersom "skäl"
organisationerna tar ställning i "X":
"P" försöker ta ställning för "ORG" i "X" som "avstår"
"P" förklarar samverkan om "X" avslutad på mötet med "G" 2027-03-31
"P" försöker förklara samverkan om "X" avslutad på mötet med "G" 2027-03-31
"P" avslutar mötet med "G" 2027-03-31
"P" skickar protokollet från mötet med "G" 2027-03-31 för justering till "Q"
"P" skickar protokollet från mötet med "G" 2027-03-31 för justering till "Q", "R", "S"
"P" justerar protokollet från mötet med "G" 2027-03-31
"P" lämnar erinran mot protokollet från mötet med "G" 2027-03-31: "text"
"P" vidhåller sin erinran mot protokollet från mötet med "G" 2027-03-31
"P" ändrar protokollet från mötet med "G" 2027-03-31: "text"
är ärendet "X" "LÄGE"
är spåret "SPÅR" i "X" "LÄGE"
kan "P" besluta i "X"
kan "P" inte besluta i "X"
kan "P" inte besluta i "X" eftersom "TEXT"
är tidigaste beslutsdag för "X" 2027-03-31
avvisas det
avvisas det med "TEXT"
varnas "P" med "TEXT"
är mötet med "G" 2027-03-31 "LÄGE"
är protokollet från mötet med "G" 2027-03-31 "LÄGE"
står "TEXT" i protokollet från mötet med "G" 2027-03-31
står inte "TEXT" i protokollet från mötet med "G" 2027-03-31
ser "P" ärendet "X"
ser "P" inte ärendet "X"
har "P" uppgiften "TEXT"
har "P" inte uppgiften "TEXT"
har "P" fått e-post med ämnet "TEXT"
visar HR-översikten 1 "MÅTT" för "ENHET"
innehåller händelseloggen för "X" "TEXT"
`

// TestVocabularyIsWhole: every step that the scenarios agree on is one step here, and one only.
func TestVocabularyIsWhole(t *testing.T) {
	t.Parallel()
	var r recorder
	newWorld(t).write(&r)
	for _, text := range strings.Split(strings.TrimSpace(vocabulary), "\n") {
		var got []string
		for _, s := range r.steps {
			if s.MatchString(text) {
				got = append(got, s.String())
			}
		}
		if len(got) != 1 {
			t.Errorf("%s: %d steps match, want 1: %v", text, len(got), got)
		}
	}
}
