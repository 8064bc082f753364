package demo

import (
	"context"
	"strings"
	"time"

	"samverka/internal/db"
	"samverka/internal/matter"
)

// standing are what minutes say about their standing items, by how the title begins; one of each, by turns.
var standing = []struct {
	title string
	notes []string
}{
	{"Mötet öppnas", []string{"Ordföranden hälsade välkommen och förklarade mötet öppnat."}},
	{"Godkännande av dagordningen", []string{"Dagordningen godkändes.", "Dagordningen godkändes. Inga övriga frågor anmäldes."}},
	{"Val av justerare", []string{"Att justera protokollet tillsammans med ordföranden utsågs {justerare}."}},
	{"Föregående protokoll", []string{"Föregående protokoll är justerat och lades till handlingarna. Åtgärdslistan gicks igenom.",
		"Föregående protokoll lades till handlingarna. Två åtgärder är klara, en följs upp på nästa möte."}},
	{"Arbetsmiljö: företagshälsovården", []string{"Avtalet gäller året ut. Chefer tar kontakt direkt när det behövs stöd till en grupp.", "Inget nytt sedan förra mötet."}},
	{"Arbetsmiljö: handlingsplaner", []string{"Handlingsplanen från skyddsronden gicks igenom. Fem av sju åtgärder är klara.", "Handlingsplanen följs. Belysningen vid parkeringen är beställd."}},
	{"Arbetsmiljö: planering", []string{"Inga ombyggnader är planerade under kvartalet.", "Ventilationen i personalutrymmena ses över under våren. Skyddsombuden deltar."}},
	{"Arbetsmiljö: ämnen", []string{"Kemikalieförteckningen är uppdaterad. Två rengöringsmedel är utbytta mot mildare.", "Inget att anteckna om farliga ämnen."}},
	{"Arbetsmiljö: information", []string{"Nya skyddsombud går grundutbildningen i nästa omgång. Cheferna deltar.", "Utbildningen i hot och våld hålls två gånger under terminen."}},
	{"Arbetsmiljö: anpassning", []string{"Rutinen för arbetsanpassning gicks igenom. Inga uppgifter om enskilda togs upp.", "Arbetet med anpassning följer rutinen."}},
	{"Återkoppling", []string{"Ordföranden berättade om besluten i den överordnade gruppen. Inget från arbetsplatsträffarna behöver lyftas.",
		"Frågor från arbetsplatsträffarna om introduktion och bemanning togs upp. De besvaras på nästa träff."}},
	{"Läget i bemanningen", []string{"Två tjänster är lediga. Rekryteringen pågår och vikarier är bokade till årsskiftet.", "Bemanningen är i balans. Övertiden har minskat sedan i höstas."}},
	{"Läget i ekonomin", []string{"Prognosen visar ett litet underskott. Åtgärderna i planen ligger fast.", "Utfallet följer budgeten."}},
	{"Månadsrapport", []string{"Månadsrapporten gicks igenom. Prognosen för helåret är oförändrad.", "Månadsrapporten föredrogs. Frågor om vikariekostnaden besvarades."}},
	{"Tillbud och arbetsskador", []string{"Fyra tillbud sedan förra mötet, de flesta halk och fall. Alla är utredda.", "Två tillbud och en arbetsskada. Skyddsombuden har deltagit i utredningarna."}},
	{"Rapporterade tillbud", []string{"Sammanställningen gicks igenom. Inga uppgifter om enskilda togs upp.", "Rapporteringen har ökat sedan det nya formuläret infördes."}},
	{"Statistik om sjukfrånvaro", []string{"Sjukfrånvaron är 6,1 procent, något lägre än i fjol. Små grupper redovisas inte.", "Statistiken föredrogs på övergripande nivå."}},
	{"Genomgång av företagshälsovårdens", []string{"Insatserna under året gicks igenom. Fler vill ha stöd till hela arbetsgrupper.", "Rapporten lades till handlingarna."}},
	{"Budgetprocessen", []string{"Tiderna för nästa års budget gicks igenom. Dialogen om förutsättningarna hålls på ett eget möte.", "Tidplanen skickas ut med protokollet."}},
	{"Medarbetarenkäten", []string{"Svarsfrekvensen är 78 procent. Resultatet per enhet tas upp på arbetsplatsträffarna.", "Enkäten stänger på fredag. Cheferna påminner."}},
	{"Introduktion", []string{"Upplägget för introduktionen presenterades. Organisationerna hade inget att invända.", "Informationen lades till handlingarna."}},
	{"Nycklar och larm", []string{"Rutinen presenterades. Den börjar gälla när alla har fått genomgång."}},
	{"Mötets utvärdering", []string{"Mötet höll tiden. Handlingarna kom i tid och var lätta att följa.", "Parterna var nöjda med dialogen. Önskemål: kortare föredragningar."}},
	{"Nästa möte", []string{"Nästa möte hålls enligt årsplanen. Ordföranden tackade för deltagandet och avslutade mötet."}},
}

// unattended is what minutes say instead when no organisation came.
var unattended = map[string]string{
	"Val av justerare":     "Ingen kunde utses att justera, eftersom ingen organisation var närvarande.",
	"Återkoppling":         "Inget togs upp.",
	"Mötets utvärdering":   "Ingen organisation kom. Ordföranden tar kontakt inför nästa möte.",
	"Läget i bemanningen":  "Punkten togs inte upp.",
	"Föregående protokoll": "Föregående protokoll lades till handlingarna.",
}

// noted is what the minutes of the meeting say about a standing item; "": nothing.
func (t *sitting) noted(title string) string {
	for i, x := range standing {
		if strings.HasPrefix(title, x.title) {
			note := x.notes[(t.n+i)%len(x.notes)]
			if t.empty && unattended[x.title] != "" {
				return unattended[x.title]
			}
			if strings.Contains(note, "{justerare}") {
				all := t.adjusters()
				note = strings.ReplaceAll(note, "{justerare}", all[len(all)-1].Name)
			}
			return note
		}
	}
	return ""
}

// noteStanding writes down what was said about the items without a matter, in a meeting whose minutes people still read.
func (s *stage) noteStanding(ctx context.Context, h *hand, t *sitting) error {
	if s.end.Sub(t.start) > 75*24*time.Hour {
		return nil
	}
	var rows []struct {
		ID           int64
		Title, Class string
	}
	var b db.Batch
	db.Many(&b, &rows, `SELECT id, title, class FROM agenda_items WHERE meeting_id = $1 AND class IN ('standing', 'information') AND matter_id IS NULL AND note = '' ORDER BY position`, t.id)
	if err := s.db.ReadOrg(ctx, s.org, &b); err != nil {
		return err
	}
	for _, r := range rows {
		if note := t.noted(r.Title); note != "" {
			if err := h.meetings.WriteNote(ctx, t.chair(s.world), r.ID, note, 1); err != nil {
				return err
			}
		}
		if r.Class == matter.Standing {
			continue
		}
		if err := h.meetings.Handle(ctx, t.chair(s.world), r.ID); err != nil {
			return err
		}
	}
	return nil
}
