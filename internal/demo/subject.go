package demo

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"samverka/internal/matter"
)

// subject is a question as municipalities have them, in words of their own. {enhet} in a text stands for the workplace.
type subject struct {
	title        string
	kinds        []kind // workplaces where it comes up; for a förvaltning's or the whole organisation's: none
	level        string // LSG, FSG or CSG
	departments  []string
	category     string
	environment  bool // it touches the work environment: a risk assessment belongs to it
	outsiders    bool // work by others than employees (MBL 38 §)
	urgent       bool // a case for deciding before samverkan
	purpose      string
	proposal     string
	alternatives string
	dialogue     string            // from the APT
	minutes      string            // what the group talked about
	views        string            // how the views were used
	revised      string            // the next version's text
	objection    map[string]string // by union
	risks        []matter.RiskRow
}

//go:embed texts/*.txt
var texts embed.FS

// readSubjects reads the texts. They are part of the program: what is wrong with them is found by the tests.
func readSubjects() ([]*subject, error) {
	files, err := fs.Glob(texts, "texts/*.txt")
	if err != nil {
		return nil, err
	}
	var all []*subject
	for _, f := range files {
		raw, err := texts.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for i, line := range strings.Split(string(raw), "\n") {
			if title, ok := strings.CutPrefix(line, "# "); ok {
				all = append(all, &subject{title: title, level: "LSG", environment: true, objection: map[string]string{}})
				continue
			}
			if line = strings.TrimSpace(line); line == "" {
				continue
			}
			if len(all) == 0 {
				return nil, fmt.Errorf("%s:%d: no subject yet", f, i+1)
			}
			if err := all[len(all)-1].set(line); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", f, i+1, err)
			}
		}
	}
	return all, nil
}

// set takes in one line of a subject: a name, a colon and the text.
func (s *subject) set(line string) error {
	name, text, ok := strings.Cut(line, ": ")
	if !ok {
		return fmt.Errorf("no colon in %q", line)
	}
	fields := map[string]*string{"kategori": &s.category, "nivå": &s.level, "syfte": &s.purpose, "förslag": &s.proposal, "alternativ": &s.alternatives,
		"apt": &s.dialogue, "protokoll": &s.minutes, "synpunkter": &s.views, "omarbetat": &s.revised}
	switch field := fields[name]; {
	case field != nil:
		*field = text
	case name == "för":
		for _, k := range strings.Fields(text) {
			s.kinds = append(s.kinds, kind(k))
		}
	case name == "förvaltning":
		s.departments = strings.Split(text, ", ")
	case name == "särskilt":
		s.environment = !strings.Contains(text, "utan-rok")
		s.outsiders, s.urgent = strings.Contains(text, "mbl38"), strings.Contains(text, "brådskande")
	case strings.HasPrefix(name, "risk "):
		return s.addRisk(name, text)
	default:
		if !slices.Contains(everyUnion, name) {
			return fmt.Errorf("nothing is called %q", name)
		}
		s.objection[name] = text
	}
	return nil
}

// addRisk reads "risk area probability consequence: source | those affected | measure".
func (s *subject) addRisk(name, text string) error {
	var r matter.RiskRow
	if _, err := fmt.Sscanf(name, "risk %s %d %d", &r.Area, &r.Probability, &r.Consequence); err != nil {
		return fmt.Errorf("reading %q: %w", name, err)
	}
	parts := strings.Split(text, " | ")
	if len(parts) != 3 {
		return fmt.Errorf("a risk has three parts: %q", text)
	}
	r.Source, r.Affected, r.Measure = parts[0], parts[1], parts[2]
	r.Serious = r.Value() >= 15
	s.risks = append(s.risks, r)
	return nil
}

// fits reports whether the question can come up in the group.
func (s *subject) fits(level string, k kind, branch string) bool {
	if s.level != level || s.urgent {
		return false
	}
	if level == "LSG" {
		return slices.Contains(s.kinds, k)
	}
	return len(s.departments) == 0 || slices.Contains(s.departments, branch)
}

// in puts the workplace's name into a text.
func in(text, unit string) string { return strings.ReplaceAll(text, "{enhet}", unit) }
