package matter

import (
	"context"
	"crypto/sha256"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Attachment is a file (bilaga) that the proposal is read with. The owner keeps a list, and each version of the proposal
// fixes the list as it stood: another file is another version.
type Attachment struct {
	MatterID     int64
	ID           int64
	No           int // in the matter; never given again
	Title        string
	Name         string // of the file, with its ending
	MediaType    string
	Size         int    // bytes
	Digest       string // SHA-256, in hexadecimal
	Listed       bool   // goes with the next version
	AddedName    string
	AddedAt      time.Time
	ErasedName   string
	ErasedAt     *time.Time // its content is gone
	ErasedReason string
	Versions     []int // of the proposal, that have it; in order
}

// AttachmentsOf are the attachments of a version of the proposal.
func (r Record) AttachmentsOf(version int) []Attachment {
	return r.attachments(func(a Attachment) bool { return slices.Contains(a.Versions, version) })
}

// Listed are the attachments that go with the next version.
func (r Record) Listed() []Attachment {
	return r.attachments(func(a Attachment) bool { return a.Listed })
}

func (r Record) attachments(which func(Attachment) bool) (as []Attachment) {
	for _, a := range r.Attachments {
		if which(a) {
			as = append(as, a)
		}
	}
	return as
}

// Attachment is one of the matter's; NotFound when there is none that the actor may know of: what is only on the list is
// the owner's.
func (r Record) Attachment(who access.Actor, id int64) (Attachment, error) {
	i := slices.IndexFunc(r.Attachments, func(a Attachment) bool { return a.ID == id })
	if i < 0 || len(r.Attachments[i].Versions) == 0 && who.PersonID != r.OwnerID {
		return Attachment{}, fail.New(fail.NotFound, "error.not_found")
	}
	return r.Attachments[i], nil
}

// CanAttach refuses another attachment when the matter is decided, or its list full.
func (r Record) CanAttach(who access.Actor) error {
	switch d, decided := r.LastDecision(); {
	case who.PersonID != r.OwnerID:
		return fail.New(fail.Forbidden, "matter.error.not_owner")
	case r.Status != "open":
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	case decided && d.Deviation != MaterialDeviation && d.ExceptionID == 0:
		return fail.New(fail.Invalid, "matter.error.already_decided")
	case len(r.Listed()) >= MaxAttachments:
		return fail.New(fail.Invalid, "attachment.error.many", "Max", MaxAttachments)
	}
	return nil
}

// CanErase refuses to erase the content of an attachment that the actor may not, or that is gone. The owner and HR may: a
// file with something about one person must not stay (handbook, hard case 9).
func (r Record) CanErase(who access.Actor, a Attachment) error {
	switch {
	case !who.May(access.AttachmentErase), who.Role == access.Manager && who.PersonID != r.OwnerID:
		return fail.New(fail.Forbidden, "matter.error.not_owner")
	case a.ErasedAt != nil:
		return fail.New(fail.Invalid, "attachment.error.erased")
	}
	return nil
}

// AttachmentForm is a file that is added.
type AttachmentForm struct {
	Title string // "": the file's name
	Name  string
	Data  []byte
}

// Check refuses what is no paper of a known kind, and names the file where nobody has.
func (a *AttachmentForm) Check() error {
	var f fail.Form
	if strings.TrimSpace(a.Title) == "" {
		a.Title = strings.TrimSuffix(a.Name, path.Ext(a.Name))
	}
	checkText(&f, "title", a.Title, 200, "")
	inspect(&f, a.Name, a.Data)
	return f.Err()
}

// Attach puts a file on the list of what goes with the matter's next version. Invalid when it is no paper of a known kind,
// too large, or holds a personnummer.
func (s *Service) Attach(ctx context.Context, who access.Actor, id int64, a AttachmentForm) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	if err := a.Check(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.rec.CanAttach(who); err != nil {
			return err
		}
		no, sum := len(c.rec.Attachments)+1, sha256.Sum256(a.Data)
		var added int64
		err := c.tx.QueryRow(ctx, `
			INSERT INTO attachments (matter_id, no, title, name, media_type, size, sha256, added_by, added_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
			id, no, a.Title, a.Name, attachmentKinds[strings.ToLower(path.Ext(a.Name))], len(a.Data), sum[:], who.PersonID, c.now).Scan(&added)
		if err != nil {
			return fmt.Errorf("adding an attachment: %w", err)
		}
		c.log("matter.attached", "No", fmt.Sprint(no), "Title", a.Title, "SHA256", fmt.Sprintf("%x", sum))
		return c.exec(ctx, `INSERT INTO attachment_contents (attachment_id, data) VALUES ($1, $2)`, added, a.Data)
	})
}

// Detach takes an attachment off the list. A file that no version has is gone for good; versions that have it keep it.
func (s *Service) Detach(ctx context.Context, who access.Actor, id, attachmentID int64) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		a, err := c.rec.Attachment(who, attachmentID)
		if err != nil {
			return err
		}
		if err := c.owned(); err != nil {
			return err
		}
		if !a.Listed {
			return fail.New(fail.Invalid, "attachment.error.not_listed")
		}
		c.log("matter.detached", "No", fmt.Sprint(a.No), "Title", a.Title)
		if len(a.Versions) == 0 {
			if err := c.exec(ctx, `DELETE FROM attachment_contents WHERE attachment_id = $1`, a.ID); err != nil {
				return err
			}
		}
		return c.exec(ctx, `UPDATE attachments SET listed = false WHERE id = $1`, a.ID)
	})
}

// fixAttachments gives the version what is on the list.
func (c *change) fixAttachments(ctx context.Context, proposalID int64) error {
	return c.exec(ctx, `INSERT INTO proposal_attachments (proposal_id, attachment_id) SELECT $2, id FROM attachments WHERE matter_id = $1 AND listed ON CONFLICT DO NOTHING`,
		c.rec.ID, proposalID)
}

// Erase takes away the content of an attachment for good and says why; that there was one stays, and who had it sent.
func (s *Service) Erase(ctx context.Context, who access.Actor, id, attachmentID int64, reason string) error {
	if err := who.Require(access.AttachmentErase); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "reason", reason, 2000, "attachment.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		a, err := c.rec.Attachment(who, attachmentID)
		if err == nil {
			err = c.rec.CanErase(who, a)
		}
		if err != nil {
			return err
		}
		c.log("matter.attachment_erased", "No", fmt.Sprint(a.No), "Reason", reason)
		if err := c.exec(ctx, `DELETE FROM attachment_contents WHERE attachment_id = $1`, a.ID); err != nil {
			return err
		}
		return c.exec(ctx, `UPDATE attachments SET listed = false, erased_by = $2, erased_at = $3, erased_reason = $4 WHERE id = $1`, a.ID, who.PersonID, c.now, reason)
	})
}

// AttachmentFile reads an attachment with its content. NotFound when the actor may not know of it, or it is gone.
func (s *Service) AttachmentFile(ctx context.Context, who access.Actor, id, attachmentID int64) (Attachment, []byte, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return Attachment{}, nil, err
	}
	type file struct {
		Name, MediaType string
		Data            []byte
	}
	where, args := Visible(who, 4)
	var f file
	var b db.Batch
	db.One(&b, &f, fail.New(fail.NotFound, "error.not_found"), `
		SELECT a.name, a.media_type, c.data FROM attachments a JOIN attachment_contents c ON c.attachment_id = a.id JOIN matters m ON m.id = a.matter_id
		WHERE  m.id = $1 AND a.id = $2 AND (m.owner_id = $3 OR EXISTS (SELECT FROM proposal_attachments p WHERE p.attachment_id = a.id)) AND `+where,
		slices.Concat([]any{id, attachmentID, who.PersonID}, args)...)
	err := s.DB.ReadOrg(ctx, who.OrgID, &b)
	return Attachment{ID: attachmentID, MatterID: id, Name: f.Name, MediaType: f.MediaType}, f.Data, err
}
