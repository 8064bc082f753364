// Package layout holds the frame around every page: head, header, navigation,
// the line that says which role the person acts in, and the footer.
package layout

import "samverka/web"

// Section is one of the five places of the main navigation.
type Section string

// The sections.
const (
	ToDo     Section = "todo"
	Meetings Section = "meetings"
	Matters  Section = "matters"
	Minutes  Section = "minutes"
	Overview Section = "overview"
)

// NavItem is one link of the main navigation. There are at most five, in the
// same order everywhere: Att göra, Möten, Ärenden, Protokoll, Översikt.
type NavItem struct {
	Section Section
	Text    string
	Href    string
	Count   int // things waiting; not shown when 0
}

// ActorView is the signed-in person as the header shows them.
type ActorView struct {
	Name      string
	RoleLabel string // "Chef, Hemtjänst Väst"
	CanSwitch bool   // several roles: show "Byt roll"
}

// Palette is an organisation's colour.
type Palette string

// The palettes. The zero value is blue.
const (
	Blue   Palette = "blue"
	Green  Palette = "green"
	Red    Palette = "red"
	Purple Palette = "purple"
	Teal   Palette = "teal"
	Slate  Palette = "slate"
)

// Palettes lists the choices in the order they are offered.
var Palettes = []Palette{Blue, Green, Red, Purple, Teal, Slate}

// Frame is what surrounds a page.
type Frame struct {
	Title     string     // unique; the organisation's name is added
	Settings  bool       // leads to the organisation's settings
	OrgName   string     // "" before an organisation is known
	Actor     *ActorView // nil when signed out: no navigation
	Nav       []NavItem  // at most five; use DefaultNav
	Active    Section    // marks the navigation
	Demo      bool       // the permanent banner "Påhittade uppgifter"
	Notice    string     // receipt of what was just done, read aloud
	HasError  bool       // the title begins "Fel: "
	Palette   Palette
	Scheme    string // "light" or "dark" when the person chose; auto when empty
	LogoURL   string // the organisation's mark; its name alone when empty
	Path      string // this page's path, for "Byt språk"
	Wide      bool   // tables and meeting mode: use the whole width
	Script    string // a script of the page's own; none when empty
	Htmx      bool   // the page replaces regions: load htmx too
	Live      bool   // the page follows a meeting: load its script
	Bare      bool   // a screen in a room: no header, no footer, nobody's name
	SignedOut bool   // public page: offer "Logga in" in the header
}

func (f Frame) scheme() string {
	if f.Scheme == "light" || f.Scheme == "dark" {
		return f.Scheme
	}
	return "auto"
}

func (f Frame) palette() string {
	for _, p := range Palettes {
		if p == f.Palette {
			return string(p)
		}
	}
	return string(Blue)
}

// asset is the fingerprinted URL of a static file.
func asset(name string) string { return web.Path(name) }
