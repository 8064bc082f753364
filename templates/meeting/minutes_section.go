package meeting

import (
	"context"
	"fmt"
	"slices"
	"strings"

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

// ChangedSince says which §§ have changed since the reader read the minutes: "Ändrat sedan du läste: § 5".
func ChangedSince(ctx context.Context, p MinutesPage) string {
	var names []string
	for _, c := range p.Changes {
		names = append(names, changeShort(ctx, c))
	}
	return i18n.T(ctx, "minutes.changed.title", "Paragraphs", i18n.List(ctx, names))
}

func changeShort(ctx context.Context, c meeting.Change) string {
	if c.No == 0 {
		return i18n.T(ctx, "minutes.changed.addition")
	}
	return i18n.T(ctx, "meeting.doc.no", "No", c.No)
}

func changeName(ctx context.Context, c meeting.Change) string {
	return strings.TrimSpace(changeShort(ctx, c) + " " + c.Title)
}

func tall(f ui.FieldProps, n int) ui.FieldProps {
	f.Rows, f.Lang = n, "sv"
	return f
}

var remarkKeys = map[string]string{"changed": "minutes.remark.changed", "kept": "minutes.remark.kept"}

func remarkForm(id int64) string { return "remark-answer-" + number(id) }

func remarkAnswer(ctx context.Context, r meeting.ParagraphRemark) string {
	return i18n.T(ctx, "minutes.remark.answered", "Answer", say(ctx, remarkKeys, r.Answer), "Name", r.Answerer)
}

// replaceable are the adjusters who have not answered, for whom a substitute may be named.
func (p MinutesPage) replaceable() []ui.Option {
	var all []ui.Option
	for _, a := range meeting.Active(p.Adjusters) {
		if a.Answer == "" || a.Answer == "objected" {
			all = append(all, ui.Option{Value: number(a.PersonID), Label: a.Name, Selected: p.Sent.value("minutes-substitute", "adjuster", "") == number(a.PersonID)})
		}
	}
	return all
}

// substitutes are those who may answer instead.
func (p MinutesPage) substitutes() []ui.Option {
	var all []ui.Option
	for _, c := range p.Candidate {
		if !slices.ContainsFunc(meeting.Active(p.Adjusters), func(a meeting.Adjuster) bool { return a.PersonID == c.PersonID }) {
			all = append(all, ui.Option{Value: number(c.PersonID), Label: c.Name + " (" + c.What + ")", Selected: p.Sent.value("minutes-substitute", "substitute", "") == number(c.PersonID)})
		}
	}
	return all
}

func (p MinutesPage) writersTitle(ctx context.Context) string {
	if len(p.Writers) == 0 {
		return i18n.T(ctx, "minutes.writers.none")
	}
	return i18n.N(ctx, "minutes.writers.title", len(p.Writers))
}

// writerOptions are those of the meeting whom the chair may let write.
func (p MinutesPage) writerOptions() []ui.Option {
	var all []ui.Option
	for _, c := range p.Candidate {
		if c.PersonID != p.ChairID {
			all = append(all, ui.Option{Value: number(c.PersonID), Label: c.Name, Hint: c.What, Selected: slices.ContainsFunc(p.Writers, func(w meeting.MinutesWriter) bool { return w.PersonID == c.PersonID })})
		}
	}
	return all
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

// PhrasesPage is the organisation's phrases.
type PhrasesPage struct {
	Phrases []meeting.Phrase
	Sent    Sent
}

var phraseOutcomes = map[string]string{"": "minutes.phrases.any", "agreed": "minutes.phrases.agreed", "disagreed": "minutes.phrases.disagreed",
	"tabled": "minutes.phrases.tabled", "handled": "minutes.phrases.handled"}

func phraseClass(ctx context.Context, c string) string {
	if c == "" {
		return i18n.T(ctx, "minutes.phrases.every")
	}
	return i18n.T(ctx, matter.ClassKey(c))
}

func phraseKey(i int) string { return fmt.Sprintf("phrase-%d", i) }

// phraseAbout says where a phrase comes from, and when it is offered.
func phraseAbout(ctx context.Context, x meeting.Phrase) string {
	from := i18n.T(ctx, "minutes.phrases.own")
	switch {
	case x.Seed != "" && x.ID == 0:
		from = i18n.T(ctx, "minutes.phrases.ours")
	case x.Seed != "":
		from = i18n.T(ctx, "minutes.phrases.reworded")
	}
	if x.Outcome != "" {
		from += " · " + i18n.T(ctx, "minutes.phrases.when", "Outcome", lowerFirst(say(ctx, phraseOutcomes, x.Outcome)))
	}
	if x.Hidden {
		from += " · " + i18n.T(ctx, "minutes.phrases.hidden")
	}
	return from
}

func removePhrase(ctx context.Context, x meeting.Phrase) string {
	if x.Seed != "" {
		return i18n.T(ctx, "minutes.phrases.restore")
	}
	return i18n.T(ctx, "minutes.phrases.remove")
}

// PartsPage is what has an approval of its own.
type PartsPage struct {
	MinutesPage
	Rows []PartRow
}

// PartRow is one part with the reader's share in it.
type PartRow struct {
	meeting.Part
	Text      meeting.PartText
	Adjusters []meeting.PartAdjuster
	Mine      *meeting.PartAdjuster // nil: none
	Heading   string
}

func (p PartsPage) back() string { return partsBack(p.MinutesPage) }

// PartRows are the meeting's parts as the reader may read them, newest first.
func PartRows(ctx context.Context, p MinutesPage) []PartRow {
	var all []PartRow
	for _, part := range slices.Backward(p.Parts) {
		x, err := p.PartText(part)
		if err != nil || !p.Unmasked && x.Paragraph.Secrecy != "" {
			continue
		}
		row := PartRow{Part: part, Text: x, Adjusters: p.AdjustersOf(part.ID)}
		switch {
		case part.Kind == meeting.Immediate:
			row.Heading = i18n.T(ctx, "meeting.doc.no", "No", x.Paragraph.No) + " " + x.Paragraph.Title
		case x.Paragraph.No != 0:
			row.Heading = i18n.T(ctx, "minutes.correction.of", "No", x.Paragraph.No)
		default:
			row.Heading = i18n.T(ctx, "minutes.correction.whole")
		}
		for _, a := range meeting.ActiveIn(row.Adjusters) {
			if a.PersonID == p.Who.PersonID && p.Who.May(access.MinutesApprove) {
				row.Mine = &a
			}
		}
		all = append(all, row)
	}
	return all
}

var partKeys = map[string]string{"sent": "minutes.parts.sent", "approved": "minutes.parts.approved", "withdrawn": "minutes.parts.withdrawn"}

var partTones = map[string]ui.Tone{"sent": ui.Info, "approved": ui.Success}

func partKey(form string, id int64) string { return form + "-" + number(id) }

func partPath(id, part int64, action string) string {
	return fmt.Sprintf("/moten/%d/protokoll/delar/%d%s", id, part, action)
}

func partAnswer(ctx context.Context, a meeting.PartAdjuster) string {
	if a.ReplacedAt != nil {
		return i18n.T(ctx, "minutes.adjuster.replaced")
	}
	text := say(ctx, adjusterKeys, a.Answer)
	if a.AnsweredAt != nil {
		text += " " + i18n.DateTime(ctx, *a.AnsweredAt)
	}
	if a.ReplacesName != "" {
		text += ", " + i18n.T(ctx, "minutes.adjuster.replaces", "Name", a.ReplacesName)
	}
	return text
}

// replaceable are those who have not approved, for whom a substitute may be named.
func (x PartRow) replaceable(p PartsPage) []ui.Option {
	var all []ui.Option
	for _, a := range meeting.ActiveIn(x.Adjusters) {
		if a.Answer != "approved" {
			all = append(all, ui.Option{Value: number(a.PersonID), Label: a.Name, Selected: p.Sent.value(partKey("part-substitute", x.ID), "adjuster", "") == number(a.PersonID)})
		}
	}
	return all
}

// substitutes are those who may answer instead.
func (x PartRow) substitutes(p PartsPage) []ui.Option {
	var all []ui.Option
	for _, c := range p.Candidate {
		if !slices.ContainsFunc(meeting.ActiveIn(x.Adjusters), func(a meeting.PartAdjuster) bool { return a.PersonID == c.PersonID }) {
			all = append(all, ui.Option{Value: number(c.PersonID), Label: c.Name + " (" + c.What + ")", Selected: p.Sent.value(partKey("part-substitute", x.ID), "substitute", "") == number(c.PersonID)})
		}
	}
	return all
}

// ExcerptPage lets one choose §§ and shows them.
type ExcerptPage struct {
	MinutesPage
	Choices []ui.Option
	Chosen  bool
	File    string
}

// Attended is who was there, in one line.
func Attended(ctx context.Context, c meeting.Content) string {
	var all []string
	for _, x := range c.Present {
		all = append(all, x.Name+" ("+Presentee(ctx, x, true)+")")
	}
	return i18n.T(ctx, "minutes.excerpt.present", "People", strings.Join(all, "; "))
}

// ExcerptOf says what the excerpt is taken from.
func ExcerptOf(ctx context.Context, p MinutesPage) string {
	if p.Signed == "" {
		return i18n.T(ctx, "minutes.excerpt.unapproved")
	}
	return i18n.T(ctx, "minutes.excerpt.of", "Date", i18n.Date(ctx, *p.Minutes.ApprovedAt), "Digest", p.Signed)
}
