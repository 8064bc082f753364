package sweep

import (
	"context"
	"strings"
	"testing"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// staffMeeting is an APT of Hemtjänst Väst with two sittings.
type staffMeeting struct {
	*workplace
	t                *testing.T
	amina, siv, tove *visitor // the manager, who writes by turns with her, and who is absent
	path             string
	noise, rota      string // items
	first, second    string // sittings
}

// An APT for two shifts: planned, invited, held twice with notes by turns, ended with an answer to each item, published, and
// caught up with on a phone by somebody who was absent, who asks and is answered.
func TestStaffMeetingInTwoSittings(t *testing.T) {
	t.Parallel()
	modes(t, func(t *testing.T, script bool) {
		m := &staffMeeting{workplace: newWorkplace(t), t: t}
		m.In(func(ctx context.Context, tx *db.OrgTx) error {
			return m.Setup.Mandates(ctx, tx, []organisation.MandateRow{{Person: "Siv Frid", Role: "employee", Unit: "Hemtjänst Väst"}})
		})
		m.amina = m.visitor(t, "Amina Larsson", script, 1280)
		m.tove = m.visitor(t, "Tove Lind", script, 360)
		m.plans()
		m.siv = m.visitor(t, "Siv Frid", script, 360)
		m.firstSitting()
		m.secondSitting()
		m.publishes()
		m.catchesUp()
	})
}

// plans puts both sittings in the calendar, invites, takes up what an employee proposes, and sends the agenda.
func (m *staffMeeting) plans() {
	a := m.amina.at("/apt/ny")
	a.Fill("[name=date]", "2027-03-24").Fill("[name=time]", "14:00").Fill("[name=ends]", "15:00").Fill("[name=place]", "Personalrummet")
	a.Unfold("#fler").Fill("#date-2", "2027-03-25").Fill("#time-2", "08:00").Fill("#ends-2", "09:00")
	a.shot("apt-plan")
	a.sends("apt-plan")
	m.path, _, _ = strings.Cut(a.URL(), "#")
	a.sends("apt-invite")
	m.tove.at("/").Click("a[href='"+m.path+"/foresla']").Fill("[data-form=apt-propose] [name=title]", "Buller i hall B")
	m.tove.sends("apt-propose")
	a.at(m.path).Unfold("[data-proposal] details").Submit("[data-form=apt-proposal-accept]")
	a.fine()
	a.Unfold("#ny-punkt").Fill("[data-form=apt-item-add] [name=title]", "Nytt schema").Fill("[data-form=apt-item-add] [name=category]", "working_time")
	a.sends("apt-item-add")
	a.Unfold("#skribenter").Fill("[data-form=apt-writer-add] [name=person]", itoa(m.ID("people", "Siv Frid")))
	a.sends("apt-writer-add").sends("apt-agenda-send")
	m.In(func(ctx context.Context, tx *db.OrgTx) error {
		const items, sittings = `SELECT id::text FROM apt_items WHERE title = $1`, `SELECT id::text FROM apt_sittings ORDER BY starts_at LIMIT 1 OFFSET $1`
		for title, id := range map[string]*string{"Buller i hall B": &m.noise, "Nytt schema": &m.rota} {
			if err := tx.QueryRow(ctx, items, title).Scan(id); err != nil {
				return err
			}
		}
		if err := tx.QueryRow(ctx, sittings, 0).Scan(&m.first); err != nil {
			return err
		}
		return tx.QueryRow(ctx, sittings, 1).Scan(&m.second)
	})
	a.shot("apt-planned")
}

// at leads somebody to an item of a sitting in meeting mode.
func (m *staffMeeting) live(v *visitor, sitting, item string) *visitor {
	return v.at(m.path + "/lage?tillfalle=" + sitting + "&punkt=" + item)
}

const aptNote = "[data-form=apt-note] [name=text]"

// firstSitting is written by two, who save the same item: whoever was late sees both texts and puts them together.
func (m *staffMeeting) firstSitting() {
	m.on(clock.NewDate(2027, 3, 24), 14, 0)
	a, siv := m.amina.signIn().at(m.path), m.siv.signIn()
	a.sends("apt-sitting-open")
	m.live(siv, m.first, m.noise).Fill(aptNote, "Bullret är värst på morgonen.")
	m.live(a, m.first, m.noise).Fill(aptNote, "Flera bär hörselskydd.")
	a.sends("apt-note")
	siv.Submit("[data-form=apt-note]")
	siv.Await(".theirs", "Flera bär hörselskydd.").Await(aptNote, "Bullret är värst på morgonen.")
	if siv.Status() != 409 {
		m.t.Errorf("whoever was late is answered %d, want 409", siv.Status())
	}
	siv.shot("apt-both-texts-phone")
	siv.Fill(aptNote, "Flera bär hörselskydd. Bullret är värst på morgonen.")
	siv.sends("apt-note")
	m.live(a, m.first, m.noise).Await("[data-writer]", "Flera bär hörselskydd. Bullret är värst på morgonen.") // Siv has the pen
	a.Fill("[data-form=apt-sitting-close] [name=attended]", "11")
	a.sends("apt-sitting-close")
}

// secondSitting goes on where the first ended, and ends each item.
func (m *staffMeeting) secondSitting() {
	m.on(clock.NewDate(2027, 3, 25), 8, 0)
	a := m.amina.signIn().at(m.path)
	a.sends("apt-sitting-open")
	m.live(a, m.second, m.noise).Fill(aptNote, "Nattpasset märker inget.")
	say(m.t, a.Page, "Bullret är värst på morgonen.")
	a.sends("apt-note")
	a.Choose("[data-form=apt-item-end] [value=manager_decides]").Fill("[data-form=apt-item-end] [name=text]", "Chefen tar in pris på ljudplattor")
	a.shot("apt-live")
	a.sends("apt-item-end")
	m.live(a, m.second, m.rota).Fill(aptNote, "Många vill ha längre pass.")
	a.sends("apt-note")
	a.Choose("[data-form=apt-item-end] [value=group]").Fill("[data-form=apt-item-end] [name=text]", "Schemat tas upp i samverkan").Fill("[data-form=apt-item-end] [name=planned]", "2027-05-03")
	a.sends("apt-item-end")
	a.sends("apt-sitting-close")
}

// publishes lets all staff read.
func (m *staffMeeting) publishes() {
	if m.tove.signIn().at(m.path); strings.Contains(m.tove.Text("main"), "ljudplattor") {
		m.t.Error("an employee reads the notes before they are published")
	}
	a := m.amina.at("/")
	a.Click("main a[href^='" + m.path + "']")
	a.at(m.path + "/anteckningar").shot("apt-notes-draft")
	a.sends("apt-publish")
	say(m.t, a.Page, "Nattpasset märker inget.")
}

// catchesUp is what somebody who was absent does on a phone, and what comes of it.
func (m *staffMeeting) catchesUp() {
	m.on(clock.NewDate(2027, 3, 26), 9, 0)
	p := m.tove.signIn()
	p.Click("#ikapp a[href='"+m.path+"/anteckningar']").Await("#anteckningar", "Bullret är värst på morgonen.")
	say(m.t, p.Page, "Nattpasset märker inget.")
	p.sends("apt-read")
	p.Unfold("#fraga").Fill("[data-form=apt-ask] [name=item]", m.noise).Fill("[data-form=apt-ask] [name=text]", "När kommer plattorna?")
	p.shot("apt-ask-phone")
	p.sends("apt-ask")
	a := m.amina.signIn()
	a.at(m.path+"/anteckningar").Fill("[data-question] [name=answer]", "Före sommaren.")
	if strings.Contains(a.Text("[data-question]"), "Tove") {
		m.t.Error("the question names who asked")
	}
	a.shot("apt-question")
	a.sends("apt-question-answer")
	p.at(m.path+"/anteckningar").Await("[data-question]", "Före sommaren.")
	p.shot("apt-answer-phone")
	p.at("/").Await("#mina-forslag", "Buller i hall B")
	p.fine()
}
