package sweep

import (
	"context"
	"strings"
	"testing"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// sitting is a meeting of LSG VO Väst from its agenda to its minutes, and those who are there.
type sitting struct {
	*workplace
	t            *testing.T
	amina, maria *visitor // the chair at a desk, and Kommunal on a phone
	path         string
	id, item     int64
}

const matterTitle = "Nytt schema i hemtjänsten"

// A whole meeting of a group: agenda, notice, papers, the meeting itself, its minutes, and their approval by both sides. The
// union's representative does all of it on a phone: a remark on one §, an erinran, and, once the text is changed, the
// approval, with the password when the last time was long ago. An employee reads what is approved when its day has come.
func TestFromAgendaToApprovedMinutes(t *testing.T) {
	t.Parallel()
	modes(t, func(t *testing.T, script bool) {
		m := &sitting{workplace: newWorkplace(t), t: t}
		matter := m.Start("Amina Larsson", matterTitle, "Hemtjänst Väst", clock.NewDate(2027, 4, 20), "LSG VO Väst")
		m.Risk("Amina Larsson", matter)
		m.amina = m.visitor(t, "Amina Larsson", script, 1280)
		m.maria = m.visitor(t, "Maria Sjöberg", script, 360)
		m.calls(matter)
		m.holds()
		m.drafts()
		m.objects()
		m.answers()
		m.approves()
		m.reads(m.visitor(t, "Tove Lind", script, 360))
	})
}

// calls plans the meeting, sets up the matter and sends notice and papers.
func (m *sitting) calls(matter int64) {
	a := m.amina.at("/moten/nytt")
	a.Fill("[name=group]", itoa(m.ID("groups", "LSG VO Väst"))).Fill("[name=date]", "2027-03-31").Fill("[name=time]", "13:00").Fill("[name=ends]", "14:30")
	a.sends("meeting-plan")
	m.path, _, _ = strings.Cut(a.URL(), "#")
	a.at(m.path+"/dagordning").Fill("[data-form=item-set-up] [name=matter]", itoa(matter)).Fill("[data-form=item-set-up] [name=class]", "before_decision")
	a.sends("item-set-up")
	a.at(m.path).sends("notice-send").at(m.path).sends("papers-send")
	m.In(func(ctx context.Context, tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `SELECT meeting_id, id FROM agenda_items WHERE matter_id = $1`, matter).Scan(&m.id, &m.item)
	})
	m.maria.at("/").Click("main a[href='" + m.path + "']")
	m.maria.sends("papers-read")
	say(m.t, m.maria.Page, matterTitle)
}

// holds opens the meeting, notes who is there, treats the matter and closes the meeting.
func (m *sitting) holds() {
	m.on(clock.NewDate(2027, 3, 31), 13, 0)
	a, p := m.amina.signIn(), m.maria.signIn()
	a.at(m.path).sends("meeting-open")
	a.Choose("[data-person='Amina Larsson'] [value=in_person]").Choose("[data-person='Maria Sjöberg'] [value=in_person]").Choose("[data-person='Per Holm'] [value=remote]").Choose("[data-person='Lina Åkerlund'] [value=absent]")
	a.sends("attendance")
	here := m.path + "/lage?punkt=" + itoa(m.item)
	p.at(m.path + "/lage")
	a.at(here).sends("item-open")
	if a.script {
		a.Type(noteField, "Schemat gicks igenom.").Await("[data-saved]", "Sparat")
	} else {
		a.Fill(noteField, "Schemat gicks igenom.")
		a.sends("item-note")
	}
	p.sees("[data-region=note]", "Schemat gicks igenom.").shot("minutes-live-phone")
	p.Click("a[href$='#standpunkt']").Choose("[name=stance][value=agrees]")
	p.sends("position").sends("position-confirm")
	a.Unfold("details:has([data-union=Vision])").Fill("[data-union=Vision] [name=stance]", "abstains")
	a.Submit("[data-union=Vision] [data-form=position-record]")
	a.at(here).sees("[data-position=Kommunal]", "Enig").sees("[data-readback]", "Schemat gicks igenom.")
	a.shot("minutes-read-back")
	a.sends("item-conclude")
	for a.at(m.path + "/lage"); a.Has("[data-form=item-open]"); a.at(m.path + "/lage") {
		a.sends("item-open").sends("item-handle")
	}
	m.on(clock.NewDate(2027, 3, 31), 13, 25)
	a.at(m.path + "/lage").sends("meeting-close")
	if got, want := a.URL(), m.path+"/protokoll"; !strings.HasPrefix(got, want) {
		m.t.Fatalf("the closed meeting led to %s, want %s", got, want)
	}
}

// drafts words the § of the matter and sends the minutes to both sides.
func (m *sitting) drafts() {
	a := m.amina
	a.Await("[data-state=draft]", "Utkast")
	for _, text := range []string{"Schemat gicks igenom.", "Lina Åkerlund", "inte bekräftat av organisationen"} {
		say(m.t, a.Page, text)
	}
	a.shot("minutes-draft")
	a.Click("a[href$='/protokoll/paragraf/"+itoa(m.item)+"']").Fill("[data-form=section-write] [name=text]", "Schemat gicks igenom. Vilotiden är elva timmar.")
	a.shot("minutes-section")
	a.Click("[data-form=section-write] button:not([name])")
	a.fine()
	say(m.t, a.Page, "Vilotiden är elva timmar.")
	a.Unchoose("[name=adjuster][value='" + itoa(m.ID("people", "Per Holm")) + "']")
	a.sends("minutes-send")
	a.Await("[data-state=sent]", "För justering")
	a.signs()
}

// objects lets the representative find the minutes among what she has to do, remark on one §, and say what she objects to.
func (m *sitting) objects() {
	m.on(clock.NewDate(2027, 4, 1), 9, 0)
	p := m.maria.signIn()
	p.Click("main a[href*='"+m.path+"/protokoll']").Await("#protokoll", "Vilotiden är elva timmar.")
	p.shot("minutes-to-approve-phone")
	p.Click("a[href$='/paragraf/"+itoa(m.item)+"/synpunkt']").Fill("[data-form=remark] [name=text]", "Vi sa minst elva timmar.")
	p.shot("minutes-remark-phone")
	p.sends("remark")
	say(m.t, p.Page, "Vi sa minst elva timmar.")
	p.Unfold("#erinran")
	p.Submit("[data-form=minutes-object]")
	if !p.Has(".ds-error-summary") || !strings.HasPrefix(p.Title(), "Fel: ") {
		m.t.Errorf("an erinran without a word is taken: %s", p.Title())
	}
	p.Fill("[data-form=minutes-object] [name=text]", "Kommunal begärde att vilotiden mäts efter varje pass.")
	p.shot("minutes-object-phone")
	p.sends("minutes-object")
	say(m.t, p.Page, "Kommunal begärde att vilotiden mäts efter varje pass.")
}

// answers lets the chair change the § and answer the remark: everybody is asked again.
func (m *sitting) answers() {
	m.on(clock.NewDate(2027, 4, 2), 9, 0)
	a := m.amina.signIn()
	a.Click("main a[href*='"+m.path+"/protokoll']").Choose("[data-form=remark-answer] [value=changed]").Fill("[data-form=remark-answer] [name=reason]", "Nu står det minst.")
	a.shot("minutes-remark-answer")
	a.sends("remark-answer")
	a.at(m.path+"/protokoll/paragraf/"+itoa(m.item)).Fill("[data-form=section-write] [name=text]", "Schemat gicks igenom. Vilotiden är minst elva timmar och mäts efter varje pass.")
	a.Click("[data-form=section-write] button:not([name])")
	a.fine()
	a.signs()
}

// approves lets the representative see what has changed and sign: she opened the page in the morning and signs after lunch.
func (m *sitting) approves() {
	p := m.maria.signIn()
	p.Click("main a[href*='"+m.path+"/protokoll']").Await("[data-changed]", "Ändrat sedan du läste")
	p.shot("minutes-changed-phone")
	m.on(clock.NewDate(2027, 4, 2), 9, 16)
	p.Submit("[data-form=minutes-approve]")
	if !p.Has("[data-form=minutes-approve] [name=password]") {
		m.t.Fatalf("the password is not asked for: %s", p.Text("main"))
	}
	p.shot("minutes-sign-phone")
	p.Fill("[data-form=minutes-approve] [name=password]", "fel lösenord")
	p.Submit("[data-form=minutes-approve]")
	if !p.Has(".ds-error-summary") || p.Has("[data-state=approved]") {
		m.t.Error("a wrong password signs")
	}
	p.signs()
	p.Await("[data-state=approved]", "Justerat")
	say(m.t, p.Page, "minst elva timmar och mäts efter varje pass.")
	p.shot("minutes-approved-phone")
}

// reads lets an employee come by a link before the minutes' day, and read them when it has come.
func (m *sitting) reads(tove *visitor) {
	tove.at(m.path)
	say(m.t, tove.Page, "4 april")
	if strings.Contains(tove.Text("body"), matterTitle) {
		m.t.Errorf("an employee reads before the minutes are published:\n%s", tove.Text("main"))
	}
	tove.shot("minutes-not-yet-phone")
	m.on(clock.NewDate(2027, 4, 5), 9, 0)
	tove.signIn().Click("main a[href='"+m.path+"/protokoll']").Await("#protokoll", "minst elva timmar och mäts efter varje pass.")
	tove.shot("minutes-read-phone")
	tove.fine()
}
