package server

import (
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/a-h/templ"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

// bodyLimit is the largest form that is read; routes that take files say their own with limitBody.
const bodyLimit = 1 << 20

// textLimit is the most characters of one answer whose field says no other (tag max).
const textLimit = 20_000

// bind fills the struct that form points to with what was sent. Fields are string, []string or bool, named by the tag
// `form:"name"`; `form:"name,raw"` keeps spaces at the ends (passwords); `max:"200"` is the most characters. Line ends become \n.
//
// A body that is too large is TooLarge. An answer that is too long or no valid text is Invalid with a message about its
// field; all fields are filled all the same, so the form can be handed back as it was written.
func bind(r *http.Request, form any) error {
	if err := parse(r); err != nil {
		return err
	}
	var f fail.Form
	v := reflect.ValueOf(form).Elem()
	for i := range v.NumField() {
		tag := v.Type().Field(i).Tag
		name, raw, _ := strings.Cut(tag.Get("form"), ",")
		if name == "" {
			continue
		}
		most := textLimit
		if m, err := strconv.Atoi(tag.Get("max")); err == nil {
			most = m
		}
		var texts []string
		for _, sent := range r.PostForm[name] {
			texts = append(texts, clean(&f, name, sent, raw == "raw", most))
		}
		fill(v.Field(i), texts)
	}
	return f.Err()
}

func fill(field reflect.Value, texts []string) {
	switch field.Kind() {
	case reflect.String:
		if len(texts) > 0 {
			field.SetString(texts[0])
		}
	case reflect.Bool:
		field.SetBool(len(texts) > 0 && texts[0] != "" && texts[0] != "nej" && texts[0] != "false" && texts[0] != "0")
	case reflect.Slice:
		field.Set(reflect.ValueOf(texts).Convert(field.Type()))
	default:
		panic(fmt.Sprintf("bind: a form field cannot be a %s", field.Type()))
	}
}

func clean(f *fail.Form, name, sent string, raw bool, most int) string {
	text := strings.ReplaceAll(strings.ReplaceAll(sent, "\r\n", "\n"), "\r", "\n")
	if !raw {
		text = strings.TrimSpace(text)
	}
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		f.Add(name, "error.utf8")
		return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD")
	}
	if n := utf8.RuneCountInString(text); n > most {
		f.Add(name, "error.too_long", "Max", most, "Over", n-most)
	}
	return text
}

// parse reads the body once, within its limit.
func parse(r *http.Request) error {
	var err error
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		err = r.ParseMultipartForm(8 << 20)
	} else {
		err = r.ParseForm()
	}
	var large *http.MaxBytesError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &large), errors.Is(err, multipart.ErrMessageTooLarge):
		return fail.Wrap(fail.TooLarge, err, "error.too_large")
	}
	return fail.Wrap(fail.Invalid, err, "error.body")
}

// limitBody sets how large the bodies of some routes may be: r.With(limitBody(20 << 20)).Post(…).
func limitBody(most int64) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if b, ok := r.Body.(*limitedBody); ok {
				r.Body = http.MaxBytesReader(w, b.whole, most)
			}
			next.ServeHTTP(w, r)
		})
	}
}

// again answers a form that was refused: its page once more with what was written, and why. A *fail.Confirm asks for a
// reason instead. Only Invalid and Conflict are answered so; any other error is returned as it is.
func (s *Server) again(w http.ResponseWriter, r *http.Request, err error, v view, form func(why ui.ErrorSummaryProps) templ.Component) error {
	var c *fail.Confirm
	if errors.As(err, &c) {
		return err
	}
	status := http.StatusUnprocessableEntity
	switch fail.KindOf(err) {
	case fail.Invalid:
	case fail.Conflict:
		status = http.StatusConflict
	default:
		return err
	}
	s.logRefusal(r, status, err)
	return s.render(w, r, status, v, form(whyOf(r, err)))
}

// whyOf puts a refusal into words: the messages of its fields, or the one message of the whole.
func whyOf(r *http.Request, err error) ui.ErrorSummaryProps {
	var why ui.ErrorSummaryProps
	why.Errors = ui.ErrorsOf(r.Context(), fail.Fields(err))
	if len(why.Errors) == 0 {
		why.Text = message(r, err)
	}
	return why
}

// message says a refusal's key in the reader's language.
func message(r *http.Request, err error) string {
	var e *fail.Error
	if errors.As(err, &e) && e.Key != "" {
		return i18n.T(r.Context(), e.Key, e.Args...)
	}
	return i18n.T(r.Context(), "error.internal")
}
