package paper

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"

	content "samverka/internal/dossier"
	"samverka/internal/matter"
)

// DossierArchive writes a matter as a package that an archive can take in and check by itself: the bundle as PDF/A, the same
// as JSON, the attachments as they were added, and the digest of each file.
func DossierArchive(ctx context.Context, w io.Writer, b content.Bundle, files []content.File, l Look) error {
	ctx = swedish(ctx)
	var pdf bytes.Buffer
	if err := Dossier(ctx, b, l).PDF(&pdf); err != nil {
		return err
	}
	data, err := json.MarshalIndent(dossierData(b, l), "", "  ")
	if err != nil {
		return fmt.Errorf("describing matter %d: %w", b.ID, err)
	}
	payload := []file{{"data/akt.json", append(data, '\n')}, {"data/akt.pdf", pdf.Bytes()}}
	for _, x := range files {
		payload = append(payload, file{"data/" + attachmentName(x.Attachment), x.Data})
	}
	name := "samverka-arende-" + strings.ReplaceAll(strings.ReplaceAll(b.Number, "/", "-"), " ", "-")
	return bag(w, name, b.Written(), bagInfo(l.Name, DossierName(ctx, b), b.Number, b.Written(), payload), payload)
}

// attachmentName is the attachment's place in the package: its number, and the ending that its file had.
func attachmentName(a matter.Attachment) string {
	return fmt.Sprintf("bilagor/bilaga-%02d%s", a.No, strings.ToLower(path.Ext(a.Name)))
}

// keptMatter is the bundle for machines.
type keptMatter struct {
	Format       int
	Organisation string
	Number       string
	Title        string
	Purpose      string `json:",omitempty"`
	Category     string
	Owner        string
	Secrecy      string `json:",omitempty"`
	Masked       bool
	Written      string
	Proposals    []keptProposal
	Minutes      []keptMinutes
	Decisions    []keptDecision
	Events       []keptEvent
}

type keptProposal struct {
	No           int
	By, At       string
	Body         string
	Alternatives string           `json:",omitempty"`
	Editorial    bool             `json:",omitempty"`
	Objections   []string         `json:",omitempty"`
	Attachments  []keptAttachment `json:",omitempty"`
}

type keptAttachment struct {
	No     int
	Title  string
	Name   string // as it was called when it was added
	File   string `json:",omitempty"` // in the package; "": its content was erased
	SHA256 string
}

func keptAttachments(b content.Bundle, proposal int) (ks []keptAttachment) {
	for _, a := range b.AttachmentsOf(proposal) {
		k := keptAttachment{No: a.No, Title: a.Title, Name: a.Name, SHA256: a.Digest}
		if a.ErasedAt == nil && a.Name != content.Mask {
			k.File = attachmentName(a)
		}
		ks = append(ks, k)
	}
	return ks
}

type keptMinutes struct {
	Group, Date string
	Status      string
	SHA256      string `json:",omitempty"`
	Paragraphs  []int
}

type keptDecision struct {
	Date, By, At      string
	Proposal          int
	Deviation, Detail string
	Views             string `json:",omitempty"`
}

type keptEvent struct {
	No     int64
	At     string
	By     string `json:",omitempty"`
	Role   string `json:",omitempty"`
	Kind   string
	Detail map[string]string `json:",omitempty"`
	SHA256 string
}

func dossierData(b content.Bundle, l Look) keptMatter {
	k := keptMatter{Format: 1, Organisation: l.Name, Number: b.Number, Title: b.Title, Purpose: b.Purpose, Category: b.Category, Owner: b.OwnerName, Secrecy: b.Secrecy,
		Masked: b.Masked && b.Secrecy != "", Written: at(b.Written())}
	for _, p := range b.Proposals {
		k.Proposals = append(k.Proposals, keptProposal{p.No, p.AuthorName, at(p.CreatedAt), p.Body, p.Alternatives, p.Editorial, p.Objections, keptAttachments(b, p.No)})
	}
	for _, x := range b.Sections {
		m := keptMinutes{Group: x.Meeting.GroupName, Date: x.Meeting.Day().String(), Status: x.Minutes.Status, SHA256: x.Digest}
		for _, y := range x.Paragraphs {
			m.Paragraphs = append(m.Paragraphs, y.No)
		}
		k.Minutes = append(k.Minutes, m)
	}
	for _, d := range b.Decisions {
		k.Decisions = append(k.Decisions, keptDecision{d.DecidedOn.String(), d.RecorderName, at(d.RecordedAt), d.ProposalNo, d.Deviation, d.DeviationText, d.Views})
	}
	for _, e := range b.Events {
		k.Events = append(k.Events, keptEvent{e.Seq, at(e.At), e.PersonName, e.Role, e.Kind, e.Detail, e.Hash})
	}
	return k
}
