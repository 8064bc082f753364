package learning

import (
	"slices"
	"strings"
	"unicode/utf8"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/privacy"
)

// Who arranges a course.
const (
	ByBoth     = "both"
	ByEmployer = "employer"
	ByUnion    = "union"
)

// The sides.
const (
	EmployerSide = "employer"
	UnionSide    = "union"
)

// Course is a training that is given now and then.
type Course struct {
	ID        int64
	Name      string
	About     string
	Arranger  string
	UnionID   int64 // 0: no union's own
	UnionName string
	Joint     bool // partsgemensam
	Version   int
}

// Keeps reports whether the actor keeps the course and sees who takes part: HR what is joint and what is the employer's, a
// union's representatives what is the union's own. Each side answers for its own (handbook 7), and nobody keeps a register
// of another's members (GDPR 9.2 b).
func (c Course) Keeps(who access.Actor) bool {
	if !who.May(access.TrainingWrite) {
		return false
	}
	if c.Arranger == ByUnion {
		return who.Represents(c.UnionID)
	}
	return who.Role == access.HR
}

// Sides are the sides that the course is for.
func (c Course) Sides() []string {
	switch {
	case c.Arranger == ByUnion:
		return []string{UnionSide}
	case c.Joint:
		return []string{EmployerSide, UnionSide}
	}
	return []string{EmployerSide}
}

// Lengths that forms hold to.
const (
	nameLength  = 100
	aboutLength = 1000
	mostAtOnce  = 200 // participants in one form
)

// check notes what the form lacks. A union's own course is not joint, and what both arrange is.
func (c *Course) check(who access.Actor) error {
	c.Name, c.About = strings.TrimSpace(c.Name), strings.TrimSpace(c.About)
	var f fail.Form
	switch {
	case c.Name == "":
		f.Add("name", "learning.error.name")
	case utf8.RuneCountInString(c.Name) > nameLength:
		f.Add("name", "error.too_long", "Max", nameLength, "Over", utf8.RuneCountInString(c.Name)-nameLength)
	}
	if n := utf8.RuneCountInString(c.About); n > aboutLength {
		f.Add("about", "error.too_long", "Max", aboutLength, "Over", n-aboutLength)
	} else if privacy.HasPersonnummer(c.About) {
		f.Add("about", "error.personnummer")
	}
	switch {
	case who.Role == access.HR:
		c.UnionID = 0
		if c.Arranger != ByBoth && c.Arranger != ByEmployer {
			f.Add("arranger", "learning.error.arranger")
		}
		c.Joint = c.Joint || c.Arranger == ByBoth
	default:
		c.Arranger, c.Joint = ByUnion, false
		if !slices.Contains(who.Unions(), c.UnionID) {
			f.Add("union", "learning.error.union")
		}
	}
	return f.Err()
}

// Participant is somebody who is signed up for an occasion.
type Participant struct {
	OccasionID int64
	PersonID   int64
	Name       string
	Side       string
	TookPart   bool
}

// Occasion is one time that a course is given.
type Occasion struct {
	ID           int64
	CourseID     int64
	HeldOn       clock.Date
	Place        string
	Signed       int // how many are signed up
	Took         int // how many took part
	Version      int
	Participants []Participant // for those who keep the course
}

// candidate is somebody with a role, who may be signed up.
type candidate struct {
	ID    int64
	Name  string
	Email string
	Side  string
}

// pick finds the people whom the lines name, each by name or e-mail address, among those with roles. A line that fits
// nobody, or several, is refused by its words.
func pick(text string, among []candidate) (found []candidate, err error) {
	var f fail.Form
	for line := range strings.Lines(text) {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			continue
		}
		var fits []candidate
		for _, c := range among {
			if strings.EqualFold(c.Name, line) || c.Email != "" && strings.EqualFold(c.Email, line) {
				fits = append(fits, c)
			}
		}
		switch {
		case len(fits) == 0:
			f.Add("people", "learning.error.nobody", "Line", line)
		case len(fits) > 1:
			f.Add("people", "learning.error.several", "Line", line)
		case !slices.ContainsFunc(found, func(c candidate) bool { return c.ID == fits[0].ID }):
			found = append(found, fits[0])
		}
	}
	if len(f.Fields) == 0 && (len(found) == 0 || len(found) > mostAtOnce) {
		f.Add("people", "learning.error.people", "Max", mostAtOnce)
	}
	if len(f.Fields) > 1 {
		f.Fields = f.Fields[:1] // one field has one message
	}
	return found, f.Err()
}
