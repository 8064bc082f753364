package notify_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/notify"
	"samverka/internal/notify/smtptest"
	"samverka/locales"
)

var update = flag.Bool("update", false, "write the golden files anew")

// kinds reads the announcements' kinds from their declaration, so that none is forgotten.
func kinds(t *testing.T) []announce.Kind {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "../announce/announce.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []announce.Kind
	ast.Inspect(f, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Values) != 1 {
			return true
		}
		if id, ok := v.Type.(*ast.Ident); ok && id.Name == "Kind" {
			s, _ := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			all = append(all, announce.Kind(s))
		}
		return true
	})
	if len(all) < 10 {
		t.Fatalf("found only %v", all)
	}
	return all
}

// TestEveryKindHasALetterAndATopic: a kind without one would come at once, or never, whatever people have chosen.
func TestEveryKindHasALetterAndATopic(t *testing.T) {
	t.Parallel()
	for _, k := range kinds(t) {
		topic, known := notify.TopicOf(k)
		if !known {
			t.Errorf("%s has no topic", k)
		}
		if !notify.HasLetter(k) {
			t.Errorf("%s has no letter", k)
		}
		for _, lang := range []string{i18n.Swedish, i18n.English} {
			if key := "post.topic." + string(topic); !i18n.Known(i18n.With(t.Context(), lang), key) {
				t.Errorf("%s: %q is not in %s", k, key, lang)
			}
		}
	}
}

var sealedNumber = regexp.MustCompile(`/avsluta-mejl/\d+\.\d+\.[0-9a-f]{32}`)

// rowOf are the numbers of suggestions and items.
var rowOf = regexp.MustCompile(`/(forslag|punkter|begaran|vackta)/\d+`)

var yearOf = regexp.MustCompile(`/arshjul\?grupp=\d+`)

// TestText holds every kind of mail against its golden file, as it was received.
func TestText(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n := s.tells(server.URL, everythingMissing(t))
	s.movedFrom(clock.NewDate(2027, 3, 24))
	all, apt := kinds(t), s.apt()
	union := s.in(`INSERT INTO unions (name) VALUES ('Vision') RETURNING id`)
	for i, k := range all {
		p := s.person("Maria Sjöberg", fmt.Sprintf("%s@example.se", k))
		s.wants(p, notify.AtOnce)
		a := announce.Announcement{Kind: k, Subject: int64(i + 1), MatterID: s.matter, MeetingID: s.meeting, UnionID: union, On: clock.NewDate(2027, 6, 30), To: []int64{p}}
		if strings.HasPrefix(string(k), "apt_") {
			a = announce.Announcement{Kind: k, Subject: int64(i + 1), APTID: apt, To: []int64{p}}
		}
		if k == announce.YearPlan {
			a.Subject = s.in(`INSERT INTO year_publications (group_id, meetings, first_at, last_at, published_by, published_at)
				SELECT group_id, 6, starts_at, starts_at, created_by, created_at FROM meetings WHERE id = $1 RETURNING id`, s.meeting)
		}
		s.announce(n, a)
	}
	s.drain(n)
	for _, k := range all {
		got := server.To(string(k) + "@example.se")
		if len(got) != 1 {
			t.Errorf("%s: %d mails, want 1", k, len(got))
			continue
		}
		text := "Ämne: " + got[0].Subject + "\n\n" + strings.ReplaceAll(got[0].Body, fmt.Sprintf("/arenden/%d", s.matter), "/arenden/N")
		text = strings.ReplaceAll(text, fmt.Sprintf("/moten/%d", s.meeting), "/moten/N")
		text = strings.ReplaceAll(text, fmt.Sprintf("/apt/%d", apt), "/apt/N")
		text = rowOf.ReplaceAllString(text, "/$1/N")
		text = yearOf.ReplaceAllString(text, "/arshjul?grupp=N")
		text = sealedNumber.ReplaceAllString(text, "/avsluta-mejl/N")
		file := filepath.Join("testdata", string(k)+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(string(want), text); diff != "" {
			t.Errorf("%s (-want +got):\n%s", k, diff)
		}
		if strings.Contains(got[0].Body, "hemtjänsten") {
			t.Errorf("%s: the body holds the matter's title", k)
		}
	}
}

// everythingMissing is one entry of each kind that the gate has.
func everythingMissing(t *testing.T) (hs []announce.Hindrance) {
	t.Helper()
	day := clock.NewDate(2027, 3, 31)
	for _, file := range []string{"matter", "matter_alone", "paths"} {
		b, err := locales.FS.ReadFile(file + ".sv.json")
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range gateKey.FindAllSubmatch(b, -1) {
			if k := string(m[1]); !strings.Contains(k, ".do_") && !strings.Contains(k, ".see_") && k != "matter.gate.before" {
				hs = append(hs, announce.Hindrance{Key: k, Args: []any{"Union", "Vision", "Unions", "Kommunal, Vision", "Group", "LSG VO Väst", "Track", "MBL 11 Vision", "No", 2, "Date", day.String(), "Until", day.String()},
					Who: "Amina Larsson", Before: day, Link: "/arenden/1/plan", Action: "matter.gate.do_plan"})
			}
		}
	}
	hs[0].On = day.Add(-7)
	return hs
}

var gateKey = regexp.MustCompile(`"((?:matter|paths)\.gate\.[a-z_0-9]+)"`)

// TestBlockedNamesWhatWhoWhenAndWhere: every kind of entry is four facts in the mail too.
func TestBlockedNamesWhatWhoWhenAndWhere(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	hs := everythingMissing(t)
	n := s.tells(server.URL, hs)
	s.announce(n, announce.Announcement{Kind: announce.Blocked, Subject: 1, MatterID: s.matter, On: clock.NewDate(2027, 3, 31), To: []int64{s.person("Birgitta Ek", "birgitta@example.se")}})
	s.drain(n)
	got := server.To("birgitta@example.se")
	if len(got) != 1 || len(hs) < 25 {
		t.Fatalf("%d mails about %d kinds", len(got), len(hs))
	}
	entry := regexp.MustCompile(`(?m)^\* \S.+\n  Amina Larsson, \S.*2027\n  Fastställ samverkansplanen: https://samverka\.alvsunda\.example/arenden/1/plan$`)
	if body := strings.ReplaceAll(got[0].Body, "\r", ""); len(entry.FindAllString(body, -1)) != len(hs) || strings.Contains(body, "no value") {
		t.Errorf("%d of %d entries are whole:\n%s", len(entry.FindAllString(body, -1)), len(hs), body)
	}
}

// TestNothingLeftIsNotMailed: what was missing when the reminder was written may be done when the mail goes.
func TestNothingLeftIsNotMailed(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n := s.tells(server.URL, nil)
	s.announce(n, announce.Announcement{Kind: announce.Blocked, Subject: 1, MatterID: s.matter, To: []int64{s.person("Birgitta Ek", "birgitta@example.se")}})
	s.drain(n)
	if got := server.Received(); len(got) != 0 {
		t.Errorf("received %v", got)
	}
}

func TestASecretMatterShowsItsNumberOnly(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n := s.notifier(server.URL)
	s.exec(`UPDATE matters SET secrecy = 'OSL 19:6'`)
	s.announce(n, announce.Announcement{Kind: announce.Deviation, Subject: 1, MatterID: s.matter, To: []int64{s.person("Maria Sjöberg", "maria@example.se")}})
	s.drain(n)
	got := server.To("maria@example.se")
	if len(got) != 1 || got[0].Subject != "Beslutet avviker: SAM 2027/12" || strings.Contains(got[0].Body, "schema") {
		t.Errorf("got %+v", got)
	}
}

func TestATitleBecomesNoHeader(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n := s.notifier(server.URL)
	s.exec(`UPDATE matters SET title = E'Schema\r\nBcc: alla@example.se\r\n\r\nHej'`)
	s.exec(`UPDATE organisations SET name = E'Kommun\r\nX-Evil: 1'`)
	p := s.person("Maria\r\nCc: cc@example.se", "maria@example.se")
	s.announce(n, announce.Announcement{Kind: announce.Deviation, Subject: 1, MatterID: s.matter, To: []int64{p}})
	s.drain(n)
	if got, want := addresses(server.Received()), []string{"maria@example.se"}; !cmp.Equal(got, want) {
		t.Fatalf("received %v, want %v", got, want)
	}
	m := server.Received()[0]
	if want := "Beslutet avviker: Schema Bcc: alla@example.se Hej"; m.Subject != want {
		t.Errorf("subject %q, want %q", m.Subject, want)
	}
	for _, h := range []string{"Bcc", "Cc", "X-Evil"} {
		if got := m.Header.Get(h); got != "" {
			t.Errorf("header %s: %q", h, got)
		}
	}
	if got := m.Header.Get("Auto-Submitted"); got != "auto-generated" {
		t.Errorf("Auto-Submitted %q", got)
	}
}
