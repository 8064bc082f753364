package apt

import (
	"strings"
	"time"

	"samverka/internal/clock"
)

// Notes are what an APT left behind, made to be read, printed or written to a file: no names but the manager's, and nothing
// of who said what.
type Notes struct {
	Unit        string
	Title       string
	Lead        string
	Sittings    []NotesSitting
	PublishedAt *time.Time // nil: not published yet
	ChangedAt   *time.Time // corrected after that
	Items       []NotesItem
	Weeded      *Weeded         // the text is gone; nil: it is not
	Questions   []NotesQuestion // those that are answered
}

// NotesSitting is when and where one sitting was, and how many came.
type NotesSitting struct {
	StartsAt time.Time
	EndsAt   time.Time
	Place    string
	Attended *int
}

// NotesItem is one item with what each sitting wrote, and what it came to.
type NotesItem struct {
	ID           int64
	No           int
	Title        string
	Form         string // form of dialogue
	Texts        []NotesText
	Outcome      string // one of Outcomes; "": none
	OutcomeText  string
	MatterID     int64
	MatterNumber string
	MatterTitle  string // "": secret
	Result       string
	ResultBy     string // who was asked to answer
	ResultAt     *time.Time
}

// NotesText is one sitting's notes. Sitting counts from 1; 0 when there was only one.
type NotesText struct {
	Sitting  int
	StartsAt time.Time
	Text     string
}

// NotesQuestion is a question of the box with its answer.
type NotesQuestion struct {
	ItemID  int64
	Text    string
	AskedOn clock.Date
	Answer  string
}

// Content builds the notes from what is recorded. Items that nobody wrote about and that did not end are left out.
func (r Record) Content() Notes {
	n := Notes{Unit: r.UnitName, Title: r.Title, Lead: r.LeadName, PublishedAt: r.PublishedAt}
	if w, ok := r.WeededOf("apt_notes"); ok {
		n.Weeded = &w
	}
	live := r.Live()
	for _, s := range live {
		n.Sittings = append(n.Sittings, NotesSitting{s.StartsAt, s.EndsAt, s.Place, s.Attended})
	}
	for i, it := range r.Items {
		x := NotesItem{ID: it.ID, No: i + 1, Title: it.Title, Form: it.Form, Outcome: it.Outcome, OutcomeText: it.OutcomeText, MatterID: it.MatterID,
			MatterNumber: it.MatterNumber, MatterTitle: it.MatterTitle, Result: it.Result, ResultBy: it.AnswerName, ResultAt: it.ResultAt}
		for j, s := range live {
			note := r.Note(it.ID, s.ID)
			if strings.TrimSpace(note.Text) == "" {
				continue
			}
			t := NotesText{StartsAt: s.StartsAt, Text: note.Text}
			if len(live) > 1 {
				t.Sitting = j + 1
			}
			x.Texts = append(x.Texts, t)
			if r.PublishedAt != nil && note.UpdatedAt.After(*r.PublishedAt) && (n.ChangedAt == nil || note.UpdatedAt.After(*n.ChangedAt)) {
				n.ChangedAt = &note.UpdatedAt
			}
		}
		if len(x.Texts) > 0 || x.Outcome != "" {
			n.Items = append(n.Items, x)
		}
	}
	for _, q := range r.Questions {
		if q.AnsweredAt != nil {
			n.Questions = append(n.Questions, NotesQuestion{q.ItemID, q.Text, q.AskedOn, q.Answer})
		}
	}
	return n
}
