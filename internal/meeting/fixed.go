package meeting

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"samverka/internal/clock"
	"samverka/internal/fail"
)

// fix is a text as canonical JSON, and its SHA-256.
func fix(v any) (text string, digest []byte, err error) {
	b, err := json.Marshal(v)
	if err != nil {
		return "", nil, fmt.Errorf("fixing a text: %w", err)
	}
	sum := sha256.Sum256(b)
	return string(b), sum[:], nil
}

// Read is the content that holds: what was approved, what was sent for approval, otherwise as built now.
func (r Record) Read() (Content, error) {
	if r.Minutes == nil || len(r.Minutes.Content) == 0 {
		return r.Content(), nil
	}
	return unfix(r.ID, r.Minutes.Content)
}

func unfix(id int64, text []byte) (c Content, err error) {
	if err := json.Unmarshal(text, &c); err != nil {
		return c, fmt.Errorf("reading the fixed minutes of meeting %d: %w", id, err)
	}
	return c, nil
}

// Seen is the text that somebody has before them when they answer: nothing is approved that differs from it.
type Seen struct {
	Version int    // 0: whichever; only for what is no approval
	Digest  string // SHA-256 in hexadecimal
	Method  string // how the person had proved who they are
}

// Seen is the minutes' text as it stands, for whoever reads it now.
func (r Record) Seen() Seen {
	if r.Minutes == nil {
		return Seen{}
	}
	return Seen{Version: r.Minutes.Version, Digest: hex.EncodeToString(r.Minutes.Digest)}
}

// Approval is who approved the minutes, when and how, and what took effect by it; fixed beside the content.
type Approval struct {
	Digest     string // of the content, in hexadecimal
	Status     string
	At         time.Time
	Signatures []Signature
	Effects    []Effect `json:",omitempty"`
}

// Signature is one adjuster's answer.
type Signature struct {
	Name      string
	Side      string // employer or union
	Role      string `json:",omitempty"`
	Answer    string // approved, maintained; "": a substitute answered instead
	Objection string `json:",omitempty"`
	At        time.Time
	Method    string `json:",omitempty"`
	Digest    string `json:",omitempty"` // of the text that was approved
	Replaces  string `json:",omitempty"`
	Replaced  bool   `json:",omitempty"`
}

// Effect is when a conclusion took effect, and until when central negotiation may be requested.
type Effect struct {
	Item        int64
	At          time.Time
	WindowUntil clock.Date
}

// Effects are the meeting's conclusions that have taken effect.
func (r Record) Effects() []Effect {
	if r.Minutes != nil && r.Minutes.Final() {
		return r.Approved().Effects
	}
	var all []Effect
	for _, it := range r.Items {
		if it.EffectiveAt == nil {
			continue
		}
		e := Effect{Item: it.ID, At: *it.EffectiveAt}
		m, _ := r.Matter(it.MatterID)
		for _, x := range m.Positions {
			if x.ItemID == it.ID && !x.WindowUntil.IsZero() {
				e.WindowUntil = x.WindowUntil
			}
		}
		all = append(all, e)
	}
	return all
}

// Approved is the approval as it was fixed; of minutes from before approvals were fixed, and of those that wait, as the
// answers say.
func (r Record) Approved() Approval {
	var a Approval
	if r.Minutes != nil && json.Unmarshal([]byte(r.Minutes.Approval), &a) == nil && len(a.Signatures) > 0 {
		return a
	}
	return r.approval(time.Time{})
}

func (r Record) approval(at time.Time) Approval {
	a := Approval{At: at}
	if r.Minutes != nil {
		a.Digest, a.Status = hex.EncodeToString(r.Minutes.Digest), r.Minutes.Status
		if r.Minutes.ApprovedAt != nil {
			a.At = *r.Minutes.ApprovedAt
		}
	}
	for _, x := range r.Adjusters {
		s := Signature{Name: x.Name, Side: x.Side, Role: x.Role, Answer: x.Answer, Objection: x.Objection, Method: x.Method, Digest: hex.EncodeToString(x.Digest),
			Replaces: x.ReplacesName, Replaced: x.ReplacedAt != nil}
		if x.AnsweredAt != nil {
			s.At = *x.AnsweredAt
		}
		a.Signatures = append(a.Signatures, s)
	}
	return a
}

// sendText fixes the text as it stands now, as what is sent in the minutes' version, and is what everybody reads from then on.
func (c *change) sendText(ctx context.Context, version int) error {
	text, digest, err := fix(c.rec.Content())
	if err != nil {
		return err
	}
	return c.exec(ctx, `INSERT INTO minutes_versions (meeting_id, version, content, digest, at) VALUES ($1, $2, $3, $4, $5)`, c.rec.ID, version, text, digest, c.now)
}

// sees refuses unless what the person saw is what stands. A missing digest is Invalid: nobody approves what they have not
// read.
func sees(seen Seen, version int, digest []byte) error {
	switch {
	case seen.Digest == "":
		return fail.New(fail.Invalid, "minutes.error.unread")
	case seen.Digest != hex.EncodeToString(digest), seen.Version != 0 && seen.Version != version:
		return fail.New(fail.Conflict, "meeting.error.minutes_changed")
	}
	return nil
}

// Sections lists the content's §§ with the numbers given.
func (c Content) Sections(numbers []int) []Paragraph {
	return slices.DeleteFunc(slices.Clone(c.Paragraph), func(x Paragraph) bool { return !slices.Contains(numbers, x.No) })
}
