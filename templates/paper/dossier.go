package paper

import (
	"context"
	"strconv"
	"strings"

	"samverka/internal/document"
	content "samverka/internal/dossier"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/dossier"
	meetings "samverka/templates/meeting"
)

// Dossier is a matter with all its papers (akt): the story, each version of the proposal whole, the risk assessments, what
// the minutes say, the decisions, what followed, and the log with its digests.
func Dossier(ctx context.Context, b content.Bundle, l Look) document.Doc {
	ctx = swedish(ctx)
	heading := i18n.T(ctx, "paper.dossier.heading", "Number", b.Number)
	d := sheet(l, heading, heading+", "+b.Title, i18n.T(ctx, "paper.dossier.subject", "Number", b.Number))
	d.Created, d.Footer = b.Written(), dossierFooter(ctx, b)
	d.Blocks = append(d.Blocks, facts(dossier.About(ctx, b.Story)))
	d.Blocks = append(d.Blocks, said(dossierNotes(ctx, b)...)...)
	parts := []struct {
		key    string
		blocks []document.Block
	}{
		{"paper.dossier.story", storyBlocks(ctx, b)}, {"paper.dossier.proposals", proposalBlocks(ctx, b)}, {"paper.dossier.risk", riskBlocks(ctx, b)},
		{"paper.dossier.minutes", minutesBlocks(ctx, b)}, {"paper.dossier.decisions", decisionBlocks(ctx, b)}, {"paper.dossier.after", afterBlocks(ctx, b)},
		{"paper.dossier.log", logBlocks(ctx, b)},
	}
	var contents document.List
	contents.Numbered = true
	var body []document.Block
	for _, p := range parts {
		if len(p.blocks) == 0 {
			continue
		}
		contents.Items = append(contents.Items, i18n.T(ctx, partKeys[p.key]))
		body = append(body, document.Heading{Level: 2, Text: strconv.Itoa(len(contents.Items)) + " " + i18n.T(ctx, partKeys[p.key])})
		body = append(body, p.blocks...)
	}
	d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: i18n.T(ctx, "paper.dossier.contents")}, contents)
	d.Blocks = append(d.Blocks, body...)
	return d
}

var partKeys = map[string]string{
	"paper.dossier.story": "paper.dossier.story", "paper.dossier.proposals": "paper.dossier.proposals", "paper.dossier.risk": "paper.dossier.risk",
	"paper.dossier.minutes": "paper.dossier.minutes", "paper.dossier.decisions": "paper.dossier.decisions", "paper.dossier.after": "paper.dossier.after",
	"paper.dossier.log": "paper.dossier.log",
}

// DossierName is what the bundle's file is called, without its ending.
func DossierName(ctx context.Context, b content.Bundle) string {
	name := i18n.T(swedish(ctx), "paper.file.dossier", "Number", strings.ReplaceAll(b.Number, "/", "-"))
	if b.Masked && b.Secrecy != "" {
		name += " " + i18n.T(swedish(ctx), "paper.file.masked")
	}
	return name
}

// dossierFooter says on every page what the file is, and that it holds secrets where it does (OSL 10:12-13).
func dossierFooter(ctx context.Context, b content.Bundle) string {
	f := i18n.T(ctx, "paper.dossier.footer", "Number", b.Number, "When", i18n.DateTime(ctx, b.Written()))
	switch {
	case b.Secrecy != "" && b.Masked:
		f += "\n" + i18n.T(ctx, "paper.dossier.footer_masked", "Law", b.Secrecy)
	case b.Secrecy != "":
		f += "\n" + i18n.T(ctx, "paper.dossier.footer_secret", "Law", b.Secrecy)
	}
	return f
}

func dossierNotes(ctx context.Context, b content.Bundle) []string {
	var notes []string
	switch {
	case b.Secrecy != "" && b.Masked:
		notes = append(notes, i18n.T(ctx, "paper.dossier.masked", "Law", b.Secrecy, "Mask", content.Mask))
	case b.Secrecy != "":
		notes = append(notes, i18n.T(ctx, "paper.dossier.secret", "Law", b.Secrecy))
	}
	if b.Given != nil {
		notes = append(notes, i18n.T(ctx, "paper.dossier.given", "Name", b.Given.PersonName, "When", i18n.DateTime(ctx, b.Given.At)))
	}
	return append(notes, i18n.T(ctx, "paper.dossier.about"))
}

func storyBlocks(ctx context.Context, b content.Bundle) []document.Block {
	var blocks []document.Block
	for _, c := range content.Chapters(b.Moments()) {
		blocks = append(blocks, document.Heading{Level: 3, Text: dossier.StageLabel(ctx, c.Stage) + ", " + dossier.Between(ctx, c.From(), c.To())})
		for _, m := range c.Moments {
			t := dossier.Tell(ctx, b.Story, m)
			blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: t.When + " ", Bold: false}, {Text: t.Title, Bold: true}}})
			about := []string{}
			for _, s := range []string{t.Who, t.Source, t.Late} {
				if s != "" {
					about = append(about, s)
				}
			}
			blocks = append(blocks, said(strings.Join(about, " · "), strings.Join(t.Notes, " "))...)
			blocks = append(blocks, said(t.Texts...)...)
		}
	}
	return blocks
}

func proposalBlocks(ctx context.Context, b content.Bundle) []document.Block {
	var blocks []document.Block
	for _, p := range b.Proposals {
		blocks = append(blocks, document.Heading{Level: 3, Text: i18n.T(ctx, "paper.dossier.version", "No", p.No)},
			document.Paragraph{Text: i18n.T(ctx, "paper.dossier.version_by", "Name", p.AuthorName, "When", i18n.DateTime(ctx, p.CreatedAt))})
		if p.Editorial {
			blocks = append(blocks, said(i18n.T(ctx, "paper.dossier.editorial"))...)
		}
		if len(p.Objections) > 0 {
			blocks = append(blocks, said(i18n.T(ctx, "paper.dossier.objected", "Unions", i18n.List(ctx, p.Objections)))...)
		}
		blocks = append(blocks, said(p.Body)...)
		if p.Alternatives != "" {
			blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: i18n.T(ctx, "dossier.proposal.alternatives"), Bold: true}}})
			blocks = append(blocks, said(p.Alternatives)...)
		}
		blocks = append(blocks, attachmentBlocks(ctx, b.AttachmentsOf(p.No))...)
	}
	return blocks
}

// attachmentBlocks name the files of a version, with the digest that each is known by.
func attachmentBlocks(ctx context.Context, as []matter.Attachment) []document.Block {
	if len(as) == 0 {
		return nil
	}
	var items []string
	for _, a := range as {
		text := i18n.T(ctx, "paper.dossier.attachment", "No", a.No, "Title", a.Title, "Name", a.Name, "Digest", a.Digest)
		if a.ErasedAt != nil {
			text = i18n.T(ctx, "paper.dossier.attachment_erased", "No", a.No, "Title", a.Title, "Date", i18n.Date(ctx, *a.ErasedAt), "Reason", a.ErasedReason)
		}
		items = append(items, text)
	}
	return []document.Block{document.Paragraph{Runs: []document.Run{{Text: i18n.T(ctx, "attachment.title"), Bold: true}}}, document.List{Items: items}}
}

// minutesBlocks are the §§ about the matter, each meeting's as they were approved, or marked as a draft.
func minutesBlocks(ctx context.Context, b content.Bundle) []document.Block {
	var blocks []document.Block
	for _, x := range b.Sections {
		state := i18n.T(ctx, "paper.dossier.unapproved", "State", meetings.MinutesLabel(ctx, x.Minutes.State(b.Now)))
		if x.Final() {
			state = i18n.T(ctx, "paper.dossier.approved", "When", i18n.DateTime(ctx, *x.Minutes.ApprovedAt), "Digest", x.Digest)
		}
		blocks = append(blocks, document.Heading{Level: 3, Text: x.Meeting.GroupName + ", " + i18n.Date(ctx, x.Meeting.StartsAt)}, document.Paragraph{Text: state})
		for _, y := range x.Paragraphs {
			blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: i18n.T(ctx, "meeting.doc.no", "No", y.No) + " " + meetings.Title(ctx, y), Bold: true}}})
			blocks = append(blocks, paragraph(ctx, y)[1:]...)
		}
		blocks = append(blocks, signers(ctx, x)...)
	}
	return blocks
}

func signers(ctx context.Context, x content.Section) []document.Block {
	var items []string
	for _, s := range x.Approved.Signatures {
		if s.Answer != "" || s.Replaced {
			items = append(items, s.Name+": "+meetings.SignatureText(ctx, s))
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []document.Block{document.List{Items: items}}
}
