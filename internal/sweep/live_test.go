package sweep

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"samverka/internal/browsertest"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// room is a meeting of LSG VO Väst that is about to begin, with a secretary beside the chair.
type room struct {
	*workplace
	meeting, item int64
	path          string
}

func newRoom(t *testing.T) *room {
	t.Helper()
	r := &room{workplace: newWorkplace(t)}
	r.In(func(ctx context.Context, tx *db.OrgTx) error {
		return r.Setup.Mandates(ctx, tx, []organisation.MandateRow{{Person: "Klara Holm", Role: "secretary", Group: "LSG VO Väst"},
			{Person: "Åke Öst", Role: "union_substitute", Union: "Kommunal", Group: "LSG VO Väst"}})
	})
	id := r.Start("Amina Larsson", "Nytt schema i hemtjänsten", "Hemtjänst Väst", clock.NewDate(2027, 4, 20), "LSG VO Väst")
	r.Risk("Amina Larsson", id)
	r.meeting, r.item = r.Call("Amina Larsson", "LSG VO Väst", id, clock.NewDate(2027, 3, 31).At(13, 0))
	r.Clock.Set(clock.NewDate(2027, 3, 31).At(13, 0))
	r.path = r.url + "/moten/" + strconv.FormatInt(r.meeting, 10)
	return r
}

// enter signs somebody in, with or without JavaScript, and goes to the page of the meeting.
func (r *room) enter(t *testing.T, name, path string, script bool, width int64) *browsertest.Page {
	t.Helper()
	r.account(t, name)
	p := browsertest.New(t).Width(width)
	if !script {
		p.NoScript()
	}
	p.Open(r.url+"/logga-in").Fill("[name=email]", address(name)).Fill("[name=password]", passphrase).Submit("[data-form=sign-in]")
	return p.Open(r.path + path)
}

func (r *room) account(t *testing.T, name string) {
	t.Helper()
	ctx := context.Background()
	id, err := r.identity.CreateAccount(ctx, address(name), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.identity.Link(ctx, r.Org, r.ID("people", name), id); err != nil {
		t.Fatal(err)
	}
}

func (r *room) note(t *testing.T) (note string) {
	t.Helper()
	r.In(func(ctx context.Context, tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `SELECT note FROM agenda_items WHERE id = $1`, r.item).Scan(&note)
	})
	return note
}

const noteField = "[data-form=item-note] textarea"

// The chair writes, a union representative follows on a phone and takes a position, the network goes and comes back, and the
// secretary takes the pen: nobody loads a page anew, and no word is lost.
func TestMeetingIsFollowedAsItGoes(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	chair := r.enter(t, "Amina Larsson", "", true, 1280)
	chair.Submit("[data-form=meeting-open]")
	chair.Choose("[data-person='Maria Sjöberg'] [value=in_person]").Choose("[data-person='Per Holm'] [value=remote]").Submit("[data-form=attendance]")
	chair.Open(r.path + "/lage?punkt=" + strconv.FormatInt(r.item, 10)).Submit("[data-form=item-open]")

	maria := r.enter(t, "Maria Sjöberg", "/lage", true, 360)
	screen := r.enter(t, "Per Holm", "/lage/visning", true, 1280)
	screen.Await("h1", "Nytt schema i hemtjänsten")
	chair.Type(noteField, "Schemat gicks igenom.").Await("[data-saved]", "Sparat")
	maria.Await("[data-region=note]", "Schemat gicks igenom.").Shot("live-phone")
	if got := screen.Text("main"); strings.Contains(got, "Schemat gicks igenom") {
		t.Errorf("the second screen shows the notes:\n%s", got)
	}

	chair.Offline(true).Type(noteField, " Vilotiden följs upp.").Await("[data-news]", "Ingen kontakt").Shot("live-offline")
	if got := r.note(t); strings.Contains(got, "Vilotiden") {
		t.Fatalf("saved without a network: %q", got)
	}
	chair.Offline(false).Await("[data-saved]", "Sparat")
	maria.Await("[data-region=note]", "Vilotiden följs upp.")

	maria.Click("a[href$='#standpunkt']").Choose("[name=stance][value=agrees]").Submit("[data-form=position]").Submit("[data-form=position-confirm]")
	chair.Await("[data-position=Kommunal]", "Enig")
	if got := screen.Text("main"); strings.Contains(got, "Enig") || strings.Contains(got, "Kommunal") {
		t.Errorf("the second screen shows a position before the conclusion:\n%s", got)
	}
	r.penGoesOver(t, chair)
	for name, p := range map[string]*browsertest.Page{"Maria": maria, "screen": screen} {
		if got := p.Problems(); len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// penGoesOver lets the secretary take the pen while the chair has words that are not saved.
func (r *room) penGoesOver(t *testing.T, chair *browsertest.Page) {
	t.Helper()
	klara := r.enter(t, "Klara Holm", "/lage", true, 1280)
	klara.Await("[data-region=pen]", "Amina Larsson skriver").Submit("[data-form=pen-take]")
	klara.Shot("live-take-over")
	chair.Offline(true).Type(noteField, " Mer om raster.").Await("[data-news]", "Ingen kontakt")
	klara.Submit("[data-form=pen-take-confirm]")
	klara.Type(noteField, " Klara skriver.").Await("[data-saved]", "Sparat")
	chair.Offline(false).Await("[data-news]", "Du skriver inte längre").Await("[data-draft]", "Mer om raster.").Shot("live-taken-over")
	chair.Await("[data-region=note]", "Klara skriver.").Await("[data-region=pen]", "Klara Holm skriver")
	if got := r.note(t); strings.Contains(got, "raster") || !strings.Contains(got, "Klara skriver") {
		t.Errorf("the notes are %q", got)
	}
}

// The same meeting with links and forms alone, from opening to the minutes: one writes and loads the page again to see what
// others have done.
func TestMeetingWithoutScript(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	item := "/lage?punkt=" + strconv.FormatInt(r.item, 10)
	chair := r.enter(t, "Amina Larsson", "", false, 1280)
	chair.Submit("[data-form=meeting-open]")
	chair.Choose("[data-person='Åke Öst'] [value=in_person]").Fill("[data-person='Åke Öst'] [name^=in_]", "13:00").
		Fill("[data-person='Åke Öst'] [name^=replaces_]", strconv.FormatInt(r.ID("people", "Maria Sjöberg"), 10)).
		Choose("[data-person='Per Holm'] [value=remote]").Choose("[data-person='Maria Sjöberg'] [value=absent]").Submit("[data-form=attendance]")
	chair.Open(r.path + item).Submit("[data-form=item-open]")
	chair.Fill(noteField, "Schemat gicks igenom.").Submit("[data-form=item-note]")
	chair.Unfold("details:has([data-union=Vision])").Fill("[data-union=Vision] [name=stance]", "agrees").Submit("[data-union=Vision] [data-form=position-record]")
	chair.Unfold("#ny-atgard").Fill("[data-form=action-add] [name=what]", "Följer upp vilotiden").Fill("[data-form=action-add] [name=person]", strconv.FormatInt(r.ID("people", "Per Holm"), 10)).
		Fill("[data-form=action-add] [name=due_on]", "2027-04-20").Submit("[data-form=action-add]")
	say(t, chair, "Organisationen har inte bekräftat den ännu")

	klara := r.enter(t, "Klara Holm", item, false, 1280)
	say(t, klara, "Amina Larsson skriver")
	klara.Submit("[data-form=pen-take]").Submit("[data-form=pen-take-confirm]")
	klara.Fill(noteField, "Schemat gicks igenom. Klara fortsatte.").Submit("[data-form=item-note]")
	chair.Open(r.path + item)
	say(t, chair, "Klara fortsatte.")

	per := r.enter(t, "Per Holm", "/lage", false, 360)
	say(t, per, "Stämmer det?")
	per.Submit("[data-form=position-agree]")
	ake := r.enter(t, "Åke Öst", "/lage", false, 360)
	ake.Click("a[href$='#standpunkt']").Choose("[name=stance][value=agrees]").Submit("[data-form=position]").Submit("[data-form=position-confirm]")
	chair.Open(r.path + item)
	say(t, chair, "Enligt protokollet:")
	chair.Shot("live-without-script")
	chair.Submit("[data-form=item-conclude]")
	chair.Open(r.path + "/lage").Submit("[data-form=meeting-close]")
	for _, text := range []string{"Schemat gicks igenom. Klara fortsatte.", "ersätter Maria Sjöberg", "bekräftat av organisationen", "Följer upp vilotiden", "fullgjord i enighet"} {
		say(t, chair, text)
	}
}
