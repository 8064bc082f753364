package server

import (
	"encoding/base64"
	"encoding/json"
	"net/http"

	"samverka/internal/i18n"
)

// flash is a receipt that waits for the next page, as a message key: what a cookie says is never shown as it stands.
type flash struct {
	Key  string   `json:"k"`
	Args []string `json:"a,omitempty"`
}

func (s *Server) setFlash(w http.ResponseWriter, key string, args ...any) {
	f := flash{Key: key}
	for _, a := range args {
		text, ok := a.(string)
		if !ok {
			raw, _ := json.Marshal(a)
			text = string(raw)
		}
		f.Args = append(f.Args, text)
	}
	raw, err := json.Marshal(f)
	if err != nil || len(raw) > 2000 {
		return
	}
	http.SetCookie(w, s.cookie("flash", base64.RawURLEncoding.EncodeToString(raw), 120))
}

// takeFlash says the waiting receipt and removes it.
func (s *Server) takeFlash(w http.ResponseWriter, r *http.Request) string {
	c, err := r.Cookie(s.cookieName("flash"))
	if err != nil || c.Value == "" {
		return ""
	}
	http.SetCookie(w, s.cookie("flash", "", -1))
	raw, err := base64.RawURLEncoding.DecodeString(c.Value)
	var f flash
	if err != nil || json.Unmarshal(raw, &f) != nil || !i18n.Known(r.Context(), f.Key) {
		return ""
	}
	args := make([]any, len(f.Args))
	for i, a := range f.Args {
		args[i] = a
	}
	return i18n.T(r.Context(), f.Key, args...)
}
