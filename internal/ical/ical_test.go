package ical_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	second "github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"

	first "github.com/arran4/golang-ical"

	"samverka/internal/clock"
	"samverka/internal/ical"
)

// read is one entry as a library understands it.
type read struct {
	UID, Sequence, Summary, Location, Description, Status, Organizer, Attendee string
	Start, End, Stamp                                                          time.Time
}

// readFirst reads the object with the library that wrote it.
func readFirst(t *testing.T, object []byte) (method string, all []read) {
	t.Helper()
	cal, err := first.ParseCalendar(bytes.NewReader(object))
	if err != nil {
		t.Fatalf("golang-ical: %v\n%s", err, object)
	}
	for _, p := range cal.CalendarProperties {
		if p.IANAToken == "METHOD" {
			method = p.Value
		}
	}
	for _, e := range cal.Events() {
		value := func(p first.ComponentProperty) string {
			if x := e.GetProperty(p); x != nil {
				return x.Value
			}
			return ""
		}
		r := read{UID: value(first.ComponentPropertyUniqueId), Sequence: value(first.ComponentPropertySequence), Summary: value(first.ComponentPropertySummary),
			Location: value(first.ComponentPropertyLocation), Description: value(first.ComponentPropertyDescription), Status: value(first.ComponentPropertyStatus),
			Organizer: value(first.ComponentPropertyOrganizer), Attendee: value(first.ComponentPropertyAttendee)}
		r.Start, _ = e.GetStartAt()
		r.End, _ = e.GetEndAt()
		r.Stamp, _ = e.GetDtStampTime()
		all = append(all, r)
	}
	return method, all
}

// readSecond reads it with a library that had no part in writing it, and is stricter.
func readSecond(t *testing.T, object []byte) (method string, all []read) {
	t.Helper()
	cal, err := second.NewDecoder(bytes.NewReader(object)).Decode()
	if err != nil {
		t.Fatalf("go-ical: %v\n%s", err, object)
	}
	method, _ = cal.Props.Text(second.PropMethod)
	for _, e := range cal.Events() {
		text := func(name string) string {
			s, err := e.Props.Text(name)
			if err != nil {
				t.Fatalf("go-ical, %s: %v", name, err)
			}
			return s
		}
		plain := func(name string) string {
			if p := e.Props.Get(name); p != nil {
				return p.Value
			}
			return ""
		}
		r := read{UID: text(second.PropUID), Sequence: plain(second.PropSequence), Summary: text(second.PropSummary), Location: text(second.PropLocation),
			Description: text(second.PropDescription), Status: text(second.PropStatus), Organizer: plain(second.PropOrganizer), Attendee: plain(second.PropAttendee)}
		for name, to := range map[string]*time.Time{second.PropDateTimeStart: &r.Start, second.PropDateTimeEnd: &r.End, second.PropDateTimeStamp: &r.Stamp} {
			if *to, err = e.Props.DateTime(name, time.UTC); err != nil {
				t.Fatalf("go-ical, %s: %v", name, err)
			}
		}
		all = append(all, r)
	}
	return method, all
}

// wellFormed: lines end in CRLF, none is longer than 75 octets, no letter is cut, nothing unprintable stands anywhere.
func wellFormed(t *testing.T, object []byte) {
	t.Helper()
	if !bytes.HasSuffix(object, []byte("END:VCALENDAR\r\n")) {
		t.Errorf("the object ends in %q", object[max(0, len(object)-20):])
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(object), "\r\n"), "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
		if !utf8.ValidString(line) {
			t.Errorf("a letter is cut: %q", line)
		}
		if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }) {
			t.Errorf("a control character: %q", line)
		}
	}
}

func both(t *testing.T, c ical.Calendar, want ...read) {
	t.Helper()
	object := c.Bytes()
	wellFormed(t, object)
	for name, by := range map[string]func(*testing.T, []byte) (string, []read){"golang-ical": readFirst, "go-ical": readSecond} {
		method, got := by(t, object)
		if method != string(c.Method) {
			t.Errorf("%s: got method %q, want %q", name, method, c.Method)
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(time.Time.Equal)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, clock.Stockholm)
	if err != nil {
		panic(err)
	}
	return t
}

func event(summary string) ical.Event {
	return ical.Event{UID: "0c5a8f5e-5f4e-4a53-9df4-0a1b2c3d4e5f", Stamp: at("2027-01-10 08:00"), Start: at("2027-03-31 13:00"), End: at("2027-03-31 15:00"),
		Summary: summary, Status: ical.Confirmed}
}

func TestTextsComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"plain":           {"Samverkan: LSG VO Väst", "Samverkan: LSG VO Väst"},
		"separators":      {`a,b;c:d\e"f'g`, `a,b;c:d\e"f'g`},
		"looks escaped":   {`\n \, \; \\n`, `\n \, \; \\n`},
		"carriage return": {"en\r\ntvå\rtre\nfyra", "en\ntvå\ntre\nfyra"},
		"line separators": {"en\u2028två\u2029tre", "en\ntvå\ntre"},
		"control":         {"a\x00b\x07c\x1bd\x7fe\u0085f", "abcdef"},
		"tab":             {"a\tb", "a\tb"},
		"injected":        {"x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y", "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:y"},
		"long, no spaces": {strings.Repeat("åäöÅÄÖé", 60), strings.Repeat("åäöÅÄÖé", 60)},
		"long, spaces":    {strings.Repeat("Sammanträdesrum på våning två ", 20), strings.Repeat("Sammanträdesrum på våning två ", 20)},
		"only spaces":     {"a" + strings.Repeat(" ", 200) + "b", "a" + strings.Repeat(" ", 200) + "b"},
		"emoji":           {strings.Repeat("👩🏽‍🚒🏳️‍🌈", 30), strings.Repeat("👩🏽‍🚒🏳️‍🌈", 30)},
		"sámi":            {"Ođđa čoahkkin Ŋ ŧ ž", "Ođđa čoahkkin Ŋ ŧ ž"},
		"broken letters":  {"a\xffb\xc3", "a\uFFFDb\uFFFD"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := event(c.text)
			e.Location, e.Description = c.text, c.text
			both(t, ical.Calendar{Name: c.text, Events: []ical.Event{e}},
				read{UID: e.UID, Sequence: "0", Summary: c.want, Location: c.want, Description: c.want, Status: "CONFIRMED", Start: e.Start, End: e.End, Stamp: e.Stamp})
		})
	}
}

// Stockholm leaves winter time on 28 March 2027 at 02.00 and summer time on 31 October 2027 at 03.00.
func TestTimesAroundSummerTime(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		starts, ends           time.Time
		wantStarts, wantLength string
	}{
		"the day before summer time":     {at("2027-03-27 13:00"), at("2027-03-27 15:00"), "20270327T120000Z", "2h0m0s"},
		"the day of summer time":         {at("2027-03-28 13:00"), at("2027-03-28 15:00"), "20270328T110000Z", "2h0m0s"},
		"across the hour that is lost":   {at("2027-03-28 01:30"), at("2027-03-28 03:30"), "20270328T003000Z", "1h0m0s"},
		"the day of winter time":         {at("2027-10-31 13:00"), at("2027-10-31 15:00"), "20271031T120000Z", "2h0m0s"},
		"the day before winter time":     {at("2027-10-30 13:00"), at("2027-10-30 15:00"), "20271030T110000Z", "2h0m0s"},
		"across the hour that is double": {at("2027-10-31 01:30"), at("2027-10-31 03:30"), "20271030T233000Z", "3h0m0s"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := event("Samverkan: LSG")
			e.Start, e.End = c.starts, c.ends
			cal := ical.Calendar{Events: []ical.Event{e}}
			both(t, cal, read{UID: e.UID, Sequence: "0", Summary: e.Summary, Status: "CONFIRMED", Start: c.starts, End: c.ends, Stamp: e.Stamp})
			if !bytes.Contains(cal.Bytes(), []byte("DTSTART:"+c.wantStarts+"\r\n")) {
				t.Errorf("got %s, want DTSTART:%s", cal.Bytes(), c.wantStarts)
			}
			if got := c.ends.Sub(c.starts).String(); got != c.wantLength {
				t.Errorf("got a meeting of %s, want %s", got, c.wantLength)
			}
		})
	}
}

// A series at 13.00 stays at 13.00 in Stockholm through the whole year.
func TestSeriesKeepsItsHour(t *testing.T) {
	t.Parallel()
	c := ical.Calendar{Name: "Samverka", Refresh: 4 * time.Hour}
	var want []read
	for month := time.January; month <= time.December; month++ {
		e := event("Samverkan: FSG")
		e.UID = month.String()
		e.Start = time.Date(2027, month, 28, 13, 0, 0, 0, clock.Stockholm)
		e.End = e.Start.Add(2 * time.Hour)
		c.Events = append(c.Events, e)
		want = append(want, read{UID: e.UID, Sequence: "0", Summary: e.Summary, Status: "CONFIRMED", Start: e.Start, End: e.End, Stamp: e.Stamp})
	}
	both(t, c, want...)
	_, got := readSecond(t, c.Bytes())
	for _, r := range got {
		if h := r.Start.In(clock.Stockholm).Hour(); h != 13 {
			t.Errorf("%s: got hour %d in Stockholm, want 13", r.UID, h)
		}
	}
}

// Moved twice and then called off: one entry, whose sequence grows.
func TestInvitationMovedTwiceAndCancelled(t *testing.T) {
	t.Parallel()
	e := event("Samverkan: LSG VO Väst")
	e.Organizer = ical.Person{Name: `Skellefteå "kommun", IT; A:B`, Email: "samverka@example.se"}
	e.Attendee = ical.Person{Name: "Åsa Öberg", Email: "åsa+lsg@example.se"}
	want := read{UID: e.UID, Sequence: "0", Summary: e.Summary, Status: "CONFIRMED", Organizer: "mailto:samverka@example.se",
		Attendee: "mailto:%C3%A5sa+lsg@example.se", Start: e.Start, End: e.End, Stamp: e.Stamp}
	both(t, ical.Calendar{Method: ical.Request, Events: []ical.Event{e}}, want)
	for i, day := range []string{"2027-04-07 13:00", "2027-10-31 09:00"} {
		e.Start, e.End, e.Sequence = at(day), at(day).Add(time.Hour), i+1
		want.Start, want.End, want.Sequence = e.Start, e.End, []string{"1", "2"}[i]
		both(t, ical.Calendar{Method: ical.Request, Events: []ical.Event{e}}, want)
	}
	e.Sequence, e.Status = 3, ical.Cancelled
	want.Sequence, want.Status = "3", "CANCELLED"
	c := ical.Calendar{Method: ical.Cancel, Events: []ical.Event{e}}
	both(t, c, want)
	for _, line := range []string{"METHOD:CANCEL", "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "ORGANIZER;CN=Skellefteå kommun IT A B:mailto:samverka@example.se"} {
		if !strings.Contains(strings.ReplaceAll(string(c.Bytes()), "\r\n ", ""), line+"\r\n") {
			t.Errorf("no line %q in\n%s", line, c.Bytes())
		}
	}
	if got, want := c.Type(), "text/calendar; method=CANCEL"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzTexts(f *testing.F) {
	for _, s := range []string{"", "a,b;c", "x\r\nEND:VCALENDAR", "\\", "å👩🏽‍🚒", strings.Repeat("ö", 80), "\xff\xfe", "a:\"b\""} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, text, name string) {
		e := event("S" + text)
		e.Location, e.Description = text, text
		e.Organizer = ical.Person{Name: name, Email: "samverka@example.se"}
		e.Attendee = ical.Person{Name: text, Email: "asa@example.se"}
		object := ical.Calendar{Method: ical.Request, Name: name, Events: []ical.Event{e}}.Bytes()
		wellFormed(t, object)
		_, a := readFirst(t, object)
		_, b := readSecond(t, object)
		if len(a) != 1 || len(b) != 1 {
			t.Fatalf("got %d and %d entries, want 1: %q", len(a), len(b), object)
		}
		if a[0].Summary != b[0].Summary || a[0].Description != b[0].Description || a[0].Attendee != b[0].Attendee {
			t.Errorf("the two readers disagree: %q and %q", a[0], b[0])
		}
		if b[0].Organizer != "mailto:samverka@example.se" || b[0].Attendee != "mailto:asa@example.se" {
			t.Errorf("the addresses were changed: %q", b[0])
		}
	})
}
