package dossier

import (
	"context"
	"encoding/hex"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/meeting"
)

// Bundle is a matter with all its papers, as its reader may see them.
type Bundle struct {
	Story
	Masked      bool        // what is secret has been left out
	Given       *Disclosure // nil: the reader's own copy
	Assessments []matter.RiskVersion
	Sections    []Section // what the minutes say of the matter, by meeting
}

// Section is what the minutes of one meeting say of the matter.
type Section struct {
	Meeting    meeting.Meeting
	Minutes    meeting.Minutes // without its content
	Digest     string          // of the text that was sent or approved, in hexadecimal; "": not fixed
	Approved   meeting.Approval
	Paragraphs []meeting.Paragraph
}

// Bundle reads a matter with its papers: as the actor sees them on their pages, or, with the id of a disclosure that the
// actor noted, as it was to be given out. Who gives out without having noted it gets the bundle masked. Conflict when
// something has happened in the matter since the disclosure was noted. NotFound when the actor may not know of the matter.
func (s *Service) Bundle(ctx context.Context, who access.Actor, id, disclosureID int64) (Bundle, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return Bundle{}, err
	}
	st, err := s.Story(ctx, who, id)
	if err != nil {
		return Bundle{}, err
	}
	b := Bundle{Story: st, Masked: who.May(access.MatterDisclose)}
	if disclosureID != 0 {
		if b.Given, err = s.given(ctx, who, st, disclosureID); err != nil {
			return Bundle{}, err
		}
		b.Masked = b.Given.Masked
		b.Story = b.upTo(*b.Given)
	}
	if err := s.papers(ctx, who, &b); err != nil {
		return Bundle{}, err
	}
	if b.Masked {
		b.Story = b.Story.Masked()
	}
	return b, nil
}

// upTo leaves out the note of the disclosure itself and of those after it, so that the same disclosure gives the same file.
func (st Story) upTo(d Disclosure) Story {
	st.Events = slices.DeleteFunc(slices.Clone(st.Events), func(e Event) bool { return e.Seq > d.LastSeq })
	st.Now, st.Stands = d.At, st.State(d.At)
	return st
}

func (s *Service) papers(ctx context.Context, who access.Actor, b *Bundle) error {
	for _, r := range b.Risks {
		v, err := s.Matter.RiskVersion(ctx, who, b.ID, r.No)
		if err != nil {
			return err
		}
		v.Record = matter.Record{} // the bundle has it
		if b.Masked && b.Secrecy != "" {
			v = masked(v)
		}
		b.Assessments = append(b.Assessments, v)
	}
	for _, id := range b.Story.Minutes {
		p, err := s.Meeting.Minutes(ctx, who, id)
		if err != nil {
			return err
		}
		x, ok, err := b.section(who, p)
		if err != nil {
			return err
		}
		if ok {
			b.Sections = append(b.Sections, x)
		}
	}
	return nil
}

// File is an attachment with its content.
type File struct {
	matter.Attachment
	Data []byte
}

// Files reads the attachments of the bundle: none where what is secret is left out, and none that is erased.
func (s *Service) Files(ctx context.Context, who access.Actor, b Bundle) (files []File, err error) {
	if err := who.Require(access.MatterRead); err != nil {
		return nil, err
	}
	if b.Masked && b.Secrecy != "" {
		return nil, nil
	}
	for _, a := range b.Attachments {
		if a.ErasedAt != nil || len(a.Versions) == 0 {
			continue
		}
		f := File{Attachment: a}
		if _, f.Data, err = s.Matter.AttachmentFile(ctx, who, b.ID, a.ID); err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// section is what the meeting's minutes say of the matter; ok: there is something that the reader may read. Minutes are
// masked by their own rules, whatever the matter's are now.
func (b Bundle) section(who access.Actor, p meeting.MinutesPage) (x Section, ok bool, err error) {
	if p.Record.Minutes == nil || !p.Record.Minutes.Final() && !p.Inside(who) {
		return x, false, nil
	}
	c, err := p.For(who, (p.Opened || b.Given != nil) && !b.Masked)
	if err != nil {
		return x, false, err
	}
	if b.Masked {
		c = c.Masked()
	}
	x = Section{Meeting: p.Record.Meeting, Minutes: *p.Record.Minutes, Digest: hex.EncodeToString(p.Record.Minutes.Digest), Approved: p.Approved()}
	x.Minutes.Content = nil
	x.Paragraphs = slices.DeleteFunc(slices.Clone(c.Paragraph), func(y meeting.Paragraph) bool { return y.MatterNumber != b.Number })
	return x, len(x.Paragraphs) > 0, nil
}

// Final reports whether the section's minutes are approved.
func (x Section) Final() bool { return x.Minutes.Final() }

// Written is when the newest thing in the bundle happened: the same content has the same time.
func (b Bundle) Written() time.Time {
	if b.Given != nil {
		return b.Given.At
	}
	at := b.CreatedAt
	for _, m := range b.Moments() {
		if m.At.After(at) {
			at = m.At
		}
	}
	return at
}

var errStale = fail.New(fail.Conflict, "dossier.error.stale")
