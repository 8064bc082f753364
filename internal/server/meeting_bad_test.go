package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"samverka/internal/access"
)

// badForm is something sent that must be refused without leaving a trace.
type badForm struct {
	name   string
	as     string // a person; "": the chair
	path   string // after /moten/{id}; "!" begins a path of its own
	form   url.Values
	status int
	want   string // on the page
	kept   string // what was written and must still stand there
}

func (m *meetingStage) refuses(rows []badForm) {
	m.t.Helper()
	for _, row := range rows {
		v, path := m.eva(), m.path+row.path
		if row.as != "" {
			v = m.named(m.org, row.as)
		}
		if own, ok := strings.CutPrefix(row.path, "!"); ok {
			path = own
		}
		before := m.fingerprint(m.t)
		got := v.post(path, row.form)
		if text := words(m.t, got, "main"); got.status != row.status || !strings.Contains(text, row.want) {
			m.t.Errorf("%s: got %d, want %d with %q in %q", row.name, got.status, row.status, row.want, text)
		}
		if row.kept != "" && !strings.Contains(got.body, row.kept) {
			m.t.Errorf("%s: what was written is lost", row.name)
		}
		if row.status == http.StatusUnprocessableEntity && !strings.HasPrefix(got.doc(m.t).Find("title").Text(), "Fel: ") {
			m.t.Errorf("%s: the title does not begin with Fel", row.name)
		}
		if m.fingerprint(m.t) != before {
			m.t.Errorf("%s: something was stored", row.name)
		}
	}
}

// foreign is a row of the other organisation.
func (m *meetingStage) foreign(sql string) string { m.t.Helper(); return id(m.number(m.other, sql)) }

const long = "ä"

func TestPlanRefusesBadInput(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	group := id(m.number(m.org, `SELECT id FROM groups WHERE name = 'FSG Omsorg'`))
	form := func(name, value string) url.Values {
		f := url.Values{"group": {group}, "date": {"2027-05-12"}, "time": {"13.00"}, "place": {"Rådhuset"}}
		f.Set(name, value)
		return f
	}
	m.refuses([]badForm{
		{"nothing", "", "!/moten", nil, 422, "Skriv vilken dag", ""},
		{"no date", "", "!/moten", form("date", ""), 422, "Skriv vilken dag mötet är", "Rådhuset"},
		{"a date that is none", "", "!/moten", form("date", "32 maj"), 422, "Skriv vilken dag mötet är", "32 maj"},
		{"a past date", "", "!/moten", form("date", "2027-02-28"), 422, "förflutna", "2027-02-28"},
		{"no time", "", "!/moten", form("time", ""), 422, "Skriv när mötet börjar", "Rådhuset"},
		{"a time that is none", "", "!/moten", form("time", "25.00"), 422, "Skriv när mötet börjar", "25.00"},
		{"an end before the start", "", "!/moten", form("ends", "12.00"), 422, "slutar före", "12.00"},
		{"an end that is none", "", "!/moten", form("ends", "sent"), 422, "Skriv tiden", "sent"},
		{"no group", "", "!/moten", form("group", ""), 422, "Välj vilken grupp", "Rådhuset"},
		{"an unknown group", "", "!/moten", form("group", "987654321"), 403, "ordförande eller sekreterare", ""},
		{"another organisation's group", "", "!/moten", form("group", m.foreign(`SELECT id FROM groups WHERE name = 'FSG Omsorg'`)), 403, "ordförande eller sekreterare", ""},
		{"a place too long", "", "!/moten", form("place", strings.Repeat(long, 300)), 422, "Korta den till högst 200", strings.Repeat(long, 300)},
		{"a place that is no text", "", "!/moten", form("place", "R\xffd"), 422, "tecken som vi inte kan läsa", "R\uFFFDd"},
		{"a place far too large", "", "!/moten", form("place", strings.Repeat("x", 2<<20)), 413, "för stort", ""},
		{"the time of another meeting", "", "!/moten", form("date", "2027-03-31"), 409, "redan ett möte", "Rådhuset"},
		{"a day off", "", "!/moten", form("date", "2027-05-16"), 422, "helg", "Rådhuset"},
		{"a union representative", "Bo Ek", "!/moten", form("place", "x"), 403, "behörighet", ""},
	})
	f := form("place", "x")
	f.Set("reason", "Gruppen har valt tiden")
	f.Set("once", strings.Repeat("k", 32))
	first, second := m.eva().post("/moten", f), m.eva().post("/moten", f)
	if first.status != 303 || second.status != 303 || first.location != second.location {
		t.Errorf("sent twice: %d to %q, then %d to %q", first.status, first.location, second.status, second.location)
	}
}

func TestAgendaRefusesBadInput(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	own := func(title, class, minutes string) url.Values {
		return url.Values{"title": {title}, "class": {class}, "minutes": {minutes}}
	}
	up := func(matter, class, minutes string) url.Values {
		return url.Values{"matter": {matter}, "class": {class}, "minutes": {minutes}}
	}
	m.refuses([]badForm{
		{"no title", "", "/egna-punkter", own("", "information", "10"), 422, "Skriv punktens rubrik", ""},
		{"a title too long", "", "/egna-punkter", own(strings.Repeat(long, 201), "information", "10"), 422, "1 tecken för lång", strings.Repeat(long, 201)},
		{"a title that is no text", "", "/egna-punkter", own("a\xff", "information", "10"), 422, "kan läsa", ""},
		{"a class that is none", "", "/egna-punkter", own("Rast", "lunch", "10"), 422, "Välj vad gruppen ska göra", "Rast"},
		{"before decision without a matter", "", "/egna-punkter", own("Rast", "before_decision", "10"), 422, "Välj vad gruppen ska göra", "Rast"},
		{"minutes that are none", "", "/egna-punkter", own("Rast", "information", "tio"), 422, "hela minuter", "tio"},
		{"minutes too many", "", "/egna-punkter", own("Rast", "information", "481"), 422, "hela minuter", "481"},
		{"a union representative", "Bo Ek", "/egna-punkter", own("Rast", "information", "10"), 403, "behörighet", ""},
		{"no matter", "", "/punkter", up("", "information", "10"), 422, "Välj vilket ärende", ""},
		{"an unknown matter", "", "/punkter", up("987654321", "information", "10"), 404, "finns inte", ""},
		{"a class that is none for a matter", "", "/punkter", up(id(m.matter), "lunch", "10"), 422, "Välj vad gruppen ska göra", ""},
		{"a move that is none", "", "/punkter/" + id(m.item) + "/flytta", url.Values{"to": {"sideways"}}, 422, "upp eller ner", ""},
		{"an item that is none", "", "/punkter/987654321/flytta", url.Values{"to": {"up"}}, 404, "finns inte", ""},
		{"no reason to cancel", "", "/stall-in", nil, 422, "Skriv varför", ""},
		{"a reason too long", "", "/stall-in", url.Values{"reason": {strings.Repeat(long, 2001)}}, 422, "högst 2000", strings.Repeat(long, 2001)},
		{"a move without a day", "", "/flytta", url.Values{"time": {"13"}, "why": {"Sjukdom i gruppen"}}, 422, "Skriv vilken dag", "Sjukdom i gruppen"},
		{"a move to the past", "", "/flytta", url.Values{"date": {"2027-01-04"}, "time": {"13:00"}, "why": {"Sjukdom i gruppen"}}, 422, "förflutna", "Sjukdom i gruppen"},
		{"opened before its day", "", "/oppna", nil, 422, "2027-03-31", ""},
		{"an answer about no extra meeting", "Bo Ek", "/extra", url.Values{"union": {id(m.kommunal)}, "accept": {"yes"}}, 422, "inget extra möte", ""},
		{"an answer that is none", "Bo Ek", "/extra", url.Values{"union": {id(m.kommunal)}, "accept": {"kanske"}}, 422, "Välj om organisationen", ""},
	})
}

func TestMeetingModeRefusesBadInput(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	m.refuses([]badForm{
		{"attendance before the meeting", "", "/narvaro", url.Values{"presence_" + id(m.person(m.org, "Bo Ek")): {"remote"}}, 422, "läge", ""},
		{"late papers nobody sent", "Bo Ek", "/punkter/" + id(m.item) + "/handlingar", url.Values{"union": {id(m.kommunal)}, "accept": {"yes"}}, 422, "inte skickade", ""},
	})
	m.call()
	bo := id(m.person(m.org, "Bo Ek"))
	at := func(pairs ...string) url.Values {
		f := url.Values{}
		for i := 0; i < len(pairs); i += 2 {
			f.Set(pairs[i], pairs[i+1])
		}
		return f
	}
	item := "/punkter/" + id(m.item)
	m.refuses([]badForm{
		{"a presence that is none", "", "/narvaro", at("presence_"+bo, "kanske"), 422, "Välj på plats", ""},
		{"a time that is none", "", "/narvaro", at("presence_"+bo, "remote", "in_"+bo, "tidigt"), 422, "Skriv tiden", "tidigt"},
		{"leaving before coming", "", "/narvaro", at("presence_"+bo, "remote", "in_"+bo, "14:00", "out_"+bo, "13:30"), 422, "ligger före", "13:30"},
		{"somebody unknown", "", "/narvaro", at("presence_987654321", "remote"), 404, "finns inte", ""},
		{"somebody of another organisation", "", "/narvaro", at("presence_"+m.foreign(`SELECT id FROM people WHERE name = 'Bo Ek'`), "remote"), 404, "finns inte", ""},
		{"replacing somebody unknown", "", "/narvaro", at("presence_"+bo, "remote", "replaces_"+bo, "987654321"), 404, "finns inte", ""},
		{"a guest nobody knows", "", "/narvaro", at("guest", "Ingen Alls"), 422, "Ingen i organisationen", "Ingen Alls"},
		{"a guest that is no text", "", "/narvaro", at("guest", "\xff"), 422, "kan läsa", ""},
		{"tabled without a day", "", item + "/bordlagg", at("reason", "Handlingarna kom sent"), 422, "Skriv en dag", "Handlingarna kom sent"},
		{"tabled to a day that is none", "", item + "/bordlagg", at("to", "snart", "reason", "x"), 422, "Skriv en dag", "snart"},
		{"tabled to the past", "", item + "/bordlagg", at("to", "2027-03-30", "reason", "x"), 422, "dag efter mötet", "2027-03-30"},
		{"tabled without a reason", "", item + "/bordlagg", at("to", "2027-04-30"), 422, "Skriv varför", "2027-04-30"},
		{"concluded before it is opened", "", item + "/avsluta", nil, 422, "", ""},
		{"concluded by a union", "Bo Ek", item + "/avsluta", nil, 403, "behörighet", ""},
		{"before decision marked as done", "", item + "/klar", nil, 422, "ordföranden förklarar", ""},
		{"a note too long", "", item + "/anteckning", at("note", strings.Repeat(long, 20001), "version", "1"), 422, "högst 20000", ""},
		{"a note that is no text", "", item + "/anteckning", at("note", "\xff", "version", "1"), 422, "kan läsa", ""},
		{"a position before the item is opened", "Bo Ek", item + "/standpunkt", at("union", id(m.kommunal), "stance", "agrees", "confirm", "yes"), 422, "", ""},
	})
	m.does(m.eva(), m.path+item+"/inled", nil)
	m.does(m.eva(), m.path+item+"/anteckning", at("note", "Den första texten", "version", "1"))
	m.refuses([]badForm{
		{"a stance that is none", "Bo Ek", item + "/standpunkt", at("union", id(m.kommunal), "stance", "kanske", "confirm", "yes"), 422, "", ""},
		{"no stance to check", "Bo Ek", item + "/standpunkt", at("union", id(m.kommunal)), 422, "", ""},
		{"no union", "Bo Ek", item + "/standpunkt", at("stance", "agrees"), 422, "Välj vilken organisation", ""},
		{"disagreeing without a reason", "Bo Ek", item + "/standpunkt", at("union", id(m.kommunal), "stance", "disagrees", "confirm", "yes"), 422, "", ""},
		{"a reason too long", "Bo Ek", item + "/standpunkt", at("union", id(m.kommunal), "stance", "disagrees", "reason", strings.Repeat(long, 4001), "confirm", "yes"), 422, "högst 4000", strings.Repeat(long, 4001)},
		{"another union", "Bo Ek", item + "/standpunkt", at("union", id(m.vision), "stance", "agrees", "confirm", "yes"), 403, "", ""},
		{"another organisation's union", "Bo Ek", item + "/standpunkt", at("union", m.foreign(`SELECT id FROM unions WHERE name = 'Kommunal'`), "stance", "agrees", "confirm", "yes"), 403, "", ""},
		{"a personnummer", "Bo Ek", item + "/standpunkt", at("union", id(m.kommunal), "stance", "disagrees", "reason", "Gäller 19121212-1212", "confirm", "yes"), 422, "Ta bort det och försök igen", ""},
		{"a substitute who is not there", "Ida Sand", item + "/standpunkt", at("union", id(m.vision), "stance", "agrees", "confirm", "yes"), 422, "", ""},
	})
}

// TestMeetingFormsTooLarge: whatever the form, a body above the limit is refused before it is read.
func TestMeetingFormsTooLarge(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	huge := url.Values{"reason": {strings.Repeat("x", 2<<20)}}.Encode()
	for _, row := range accessRows {
		path, ok := strings.CutPrefix(row.route, "POST /moten/{id}")
		if !ok {
			continue
		}
		path = m.path + strings.ReplaceAll(path, "{item}", id(m.item))
		r := httptest.NewRequest(http.MethodPost, "http://samverka.test"+path, strings.NewReader(huge))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		if got := m.as(access.Manager).send(r); got.status != http.StatusRequestEntityTooLarge {
			t.Errorf("%s: got %d, want 413", row.route, got.status)
		}
	}
}
