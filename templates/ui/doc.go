// Package ui holds the parts pages are built of: buttons, fields, tables, the
// task list, the Beslutsläge panel. A part knows nothing of the domain: it gets
// texts already in the reader's language, and booleans instead of permissions.
//
// Classes beginning with ds- (Designsystemet) appear in this package alone, so
// that another design system would touch one directory. Pages write plain
// elements (h1-h3, p, a, ul, dl), which web/static styles as they stand, and
// these classes of our own:
//
//	stack      children below each other with even space
//	cluster    children beside each other, wrapping
//	split      main column and aside, one column on phones
//	measure    text no wider than is good to read
//	meta       secondary text
//	num        digits of equal width
//	noprint    not on paper
package ui

// Tone is the meaning a colour carries. Colour never stands alone: the text
// says the same.
type Tone string

// The tones.
const (
	Neutral Tone = "neutral"
	Accent  Tone = "accent"
	Info    Tone = "info"
	Success Tone = "success"
	Warning Tone = "warning"
	Danger  Tone = "danger"
)

func (t Tone) or(other Tone) string {
	if t == "" {
		return string(other)
	}
	return string(t)
}

// Variant is how much a button asks for attention. The zero value is the one
// main action of a page.
type Variant string

// The variants.
const (
	Primary   Variant = ""
	Secondary Variant = "secondary"
	Tertiary  Variant = "tertiary"
)
