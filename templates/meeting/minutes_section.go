package meeting

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
	"samverka/templates/ui"
)

// SectionPage is one § of the minutes on a page of its own: to write, to say something about, or to approve at once.
type SectionPage struct {
	MinutesPage
	Item    meeting.Item
	Section meeting.Paragraph
	Edit    bool
}

// sectionPath is a page of one § of the minutes.
func sectionPath(id, item int64, part string) string {
	return fmt.Sprintf("/moten/%d/protokoll/paragraf/%d%s", id, item, part)
}

// link is a way on.
type link struct{ Href, Text string }

// links are what the reader may do with a §.
func (p MinutesPage) links(ctx context.Context, x meeting.Paragraph) []link {
	var all []link
	if p.CanWriteSection(p.Who, x.Item) {
		all = append(all, link{sectionPath(p.ID, x.Item, ""), i18n.T(ctx, "minutes.section.edit", "No", x.No)})
	}
	if p.Who.May(access.MinutesApprove) && !p.CanRun && p.CanRemark(p.Who, x.Item) == nil {
		all = append(all, link{sectionPath(p.ID, x.Item, "/synpunkt"), i18n.T(ctx, "minutes.section.remark", "No", x.No)})
	}
	if it, ok := p.Item(x.Item); ok && x.Class != matter.Standing && p.CanRun && p.CanApproveAtOnce(it) == nil {
		all = append(all, link{sectionPath(p.ID, x.Item, "/justera"), i18n.T(ctx, "minutes.section.at_once", "No", x.No)})
	}
	if part, ok := p.Waiting(x.Item); ok && !p.Employee {
		all = append(all, link{fmt.Sprintf("/moten/%d/protokoll/delar#del-%d", p.ID, part.ID), i18n.T(ctx, "minutes.section.waits", "No", x.No)})
	}
	if it, ok := p.Item(x.Item); ok && p.CanRun {
		text := i18n.T(ctx, "meeting.secret.mark", "No", x.No)
		if p.SecrecyOf(it) != "" {
			text = i18n.T(ctx, "meeting.secret.change", "No", x.No)
		}
		all = append(all, link{ItemPath(p.ID, it.ID, "/sekretess"), text})
	}
	return all
}

// editText says what comes of a change.
func (p SectionPage) editText(ctx context.Context) string {
	if p.Minutes.Status == "draft" {
		return i18n.T(ctx, "minutes.section.draft")
	}
	return i18n.T(ctx, "meeting.change.text_sent")
}

// fitting are the phrases for the §, to choose from.
func (p SectionPage) fitting() []ui.Option {
	var all []ui.Option
	for _, x := range meeting.Fitting(p.Phrases, p.Section) {
		all = append(all, ui.Option{Value: x.Text, Label: x.Text})
	}
	return all
}

// atOnceOptions are those who may approve the § at once: the unions' side, and the chair, who always does.
func (p SectionPage) atOnceOptions() []ui.Option {
	var all []ui.Option
	for _, c := range p.Candidate {
		if c.PersonID == p.ChairID {
			continue
		}
		chosen := c.Chosen
		if p.Sent.is("section-approve") {
			chosen = slices.Contains(p.Sent.Values["adjuster"], number(c.PersonID))
		}
		all = append(all, ui.Option{Value: number(c.PersonID), Label: c.Name, Hint: c.What, Selected: chosen})
	}
	return all
}

// no is the number that the item's § has in the minutes.
func (p LivePage) no() int {
	return 1 + slices.IndexFunc(p.Items, func(it meeting.Item) bool { return it.ID == p.Current.ID })
}

// offersAtOnce reports whether the reader may have the item's § approved at once, and a decision waits for that.
func (p LivePage) offersAtOnce() bool {
	m, _ := p.Matter(p.Current.MatterID)
	return p.CanRun && p.Current.Status == "concluded" && m.Agreement.EffectiveAt == organisation.AtApproval && p.CanApproveAtOnce(p.Current) == nil
}

func (p SectionPage) partsBack() string { return partsBack(p.MinutesPage) }

func partsBack(p MinutesPage) string {
	if p.Minutes == nil {
		return Path(p.ID, "/lage")
	}
	return Path(p.ID, "/protokoll")
}

// canOpen reports whether the reader may open what is secret.
func (p MinutesPage) canOpen() bool { return p.Who.May(access.MinutesOpen) }

func tall(f ui.FieldProps, n int) ui.FieldProps {
	f.Rows, f.Lang = n, "sv"
	return f
}

var remarkKeys = map[string]string{"changed": "minutes.remark.changed", "kept": "minutes.remark.kept"}

func remarkForm(id int64) string { return "remark-answer-" + number(id) }

func remarkAnswer(ctx context.Context, r meeting.ParagraphRemark) string {
	return i18n.T(ctx, "minutes.remark.answered", "Answer", say(ctx, remarkKeys, r.Answer), "Name", r.Answerer)
}

// sectionOptions are the §§ that a correction may be about.
func (p MinutesPage) sectionOptions(ctx context.Context) []ui.Option {
	var all []ui.Option
	for _, x := range p.Content.Paragraph {
		if x.Item != 0 {
			all = append(all, ui.Option{Value: number(x.Item), Label: i18n.T(ctx, "meeting.doc.no", "No", x.No) + " " + Title(ctx, x), Selected: p.Sent.value("minutes-correct", "item", "") == number(x.Item)})
		}
	}
	return all
}
