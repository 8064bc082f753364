package document

import (
	"fmt"
	"strings"
)

// words are the few that a document adds by itself. They follow the document's
// language, which need not be that of the person who asks for it.
type words struct {
	page     string // with this page and the number of pages
	untitled string
	name     string
	role     string
	when     string
	how      string
	copy     string // of a paper that one may change
	copyText string
}

var (
	swedish = words{page: "Sida %d (%d)", untitled: "Dokument", name: "Namn", role: "Roll", when: "Tidpunkt", how: "Sätt",
		copy: "Arbetskopia", copyText: "Det här är en arbetskopia som går att ändra. Originalet finns i Samverka."}
	english = words{page: "Page %d (%d)", untitled: "Document", name: "Name", role: "Role", when: "Time", how: "Manner",
		copy: "Working copy", copyText: "This is a working copy that can be changed. The original is in Samverka."}
)

func wordsFor(lang string) words {
	if strings.HasPrefix(lang, "en") {
		return english
	}
	return swedish
}

func (w words) pageOf(page, pages int) string { return fmt.Sprintf(w.page, page, pages) }

// language is the document's language tag, or Swedish when it has none that a
// reader would understand.
func language(tag string) string {
	if len(tag) < 2 || len(tag) > 35 {
		return "sv-SE"
	}
	for _, r := range tag {
		if r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return "sv-SE"
		}
	}
	return tag
}
