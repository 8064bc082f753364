package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/fail"
)

func formRequest(path string, form url.Values) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "http://samverka.test"+path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return r
}

type everyField struct {
	Title  string   `form:"title" max:"10"`
	Secret string   `form:"secret,raw"`
	Units  []string `form:"unit"`
	Yes    bool     `form:"yes"`
	Unread string
}

func TestBind(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		sent   url.Values
		want   everyField
		fields []string
	}{
		{"nothing", url.Values{}, everyField{}, nil},
		{"all", url.Values{"title": {"  Nytt schema "}, "secret": {" a b "}, "unit": {"1", "2"}, "yes": {"on"}, "Unread": {"x"}},
			everyField{Title: "Nytt schema", Secret: " a b ", Units: []string{"1", "2"}, Yes: true}, []string{"title:error.too_long"}},
		{"line ends", url.Values{"title": {"a\r\nb\rc"}}, everyField{Title: "a\nb\nc"}, nil},
		{"not text", url.Values{"title": {"a\xffb"}, "unit": {"c\x00d"}}, everyField{Title: "a\uFFFDb", Units: []string{"c\uFFFDd"}}, []string{"title:error.utf8", "unit:error.utf8"}},
		{"ten letters are ten, whatever their bytes", url.Values{"title": {"åäöåäöåäöå"}}, everyField{Title: "åäöåäöåäöå"}, nil},
		{"no is no", url.Values{"yes": {"nej"}}, everyField{}, nil},
	} {
		var got everyField
		err := bind(formRequest("/", tc.sent), &got)
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s: %s", tc.name, diff)
		}
		var fields []string
		for _, f := range fail.Fields(err) {
			fields = append(fields, f.Name+":"+f.Key)
		}
		if diff := cmp.Diff(tc.fields, fields); diff != "" {
			t.Errorf("%s: refused fields %s", tc.name, diff)
		}
	}
}

func TestBadBodies(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	for _, tc := range []struct {
		name, body string
		want       int
	}{
		{"too large", "email=" + strings.Repeat("a", bodyLimit+1), http.StatusRequestEntityTooLarge},
		{"broken encoding", "email=%zz", http.StatusUnprocessableEntity},
		{"not text", "email=%ff%fe&password=x", http.StatusUnprocessableEntity},
		{"a zero byte", "email=a%00b&password=x", http.StatusUnprocessableEntity},
		{"too long a field", "email=" + strings.Repeat("a", 300) + "&password=x", http.StatusUnprocessableEntity},
	} {
		r := httptest.NewRequest(http.MethodPost, "http://samverka.test/logga-in", strings.NewReader(tc.body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		got := st.nobody().send(r)
		if got.status != tc.want {
			t.Errorf("%s: got %d, want %d", tc.name, got.status, tc.want)
		}
		title := got.doc(t).Find("title").Text()
		if tc.want == http.StatusUnprocessableEntity && !strings.HasPrefix(title, "Fel: ") {
			t.Errorf("%s: the title is %q", tc.name, title)
		}
	}
}

func TestARefusedFormComesBackAsItWasWritten(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	got := st.nobody().post("/logga-in", url.Values{"email": {"eva.lind@example.se"}, "password": {"inte rätt lösenord"}, "till": {"/konto"}})
	d := got.doc(t)
	if v, _ := d.Find(`input[name=email]`).Attr("value"); got.status != 422 || v != "eva.lind@example.se" {
		t.Errorf("got %d and the address %q", got.status, v)
	}
	if v, _ := d.Find(`input[name=till]`).Attr("value"); v != "/konto" {
		t.Errorf("the way back is %q", v)
	}
	if strings.Contains(got.body, "inte rätt lösenord") {
		t.Error("the page repeats the password")
	}
	if d.Find("main .ds-error-summary").First().Index() < 0 || d.Find(".ds-error-summary").Length() != 1 {
		t.Error("there is no error summary")
	}
}

func TestSomeRoutesTakeLargerBodies(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.server.router.With(limitBody(3<<20)).Post("/prov", st.server.page(func(w http.ResponseWriter, r *http.Request) error {
		if err := parse(r); err != nil {
			return err
		}
		w.WriteHeader(http.StatusNoContent)
		return nil
	}))
	for size, want := range map[int]int{2 << 20: http.StatusNoContent, 4 << 20: http.StatusRequestEntityTooLarge} {
		if got := st.nobody().post("/prov", url.Values{"a": {strings.Repeat("b", size)}}); got.status != want {
			t.Errorf("%d bytes: got %d, want %d", size, got.status, want)
		}
	}
}

func TestTooManyRequestsAreSlowedDown(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	d := st.server.Deps
	d.RequestLimit = 3
	st.server = New(d)
	var got []int
	for range 4 {
		got = append(got, st.nobody().get("/hjalp").status)
	}
	if diff := cmp.Diff([]int{200, 200, 200, 429}, got); diff != "" {
		t.Error(diff)
	}
}
