package meeting

import (
	"cmp"
	"slices"
	"time"

	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// Content is what the minutes say: built from agenda, attendance, notes, positions and outcomes, and fixed as canonical
// JSON when they are sent for approval. HTML and PDF are made from it and from nothing else. Who approved it, and when what
// it says took effect, is the Approval's: the text that is approved is to the byte the text that was read.
//
// Fields are added and never renamed or removed, new ones with omitempty, so that what was fixed before stays readable.
type Content struct {
	Format    int `json:",omitempty"` // contentFormat; 0: before formats were counted, with Objection and Adjusters inside
	Group     string
	Number    int64 // the meeting's number in the organisation
	Date      clock.Date
	OpenedAt  *time.Time
	ClosedAt  *time.Time
	Place     string
	Extra     bool
	Chair     string
	Present   []Presentee
	Absent    []Presentee
	Paragraph []Paragraph
	Addition  string   // the chair's additions and changes in words
	Objection []Remark `json:",omitempty"`
	Adjusters []string `json:",omitempty"`
}

// contentFormat is the form in which contents are fixed now.
const contentFormat = 2

// Presentee is one person on the attendance list.
type Presentee struct {
	Name      string
	Role      string   // chair, or the mandate's role; "": guest
	Unions    []string // whom the person spoke for
	Remote    bool
	ArrivedAt *time.Time
	LeftAt    *time.Time
	Replaces  string
}

// Paragraph is one numbered § of the minutes.
type Paragraph struct {
	No           int
	Title        string
	MatterNumber string
	Class        string
	ProposalNo   int
	Proposal     string // the proposal's text, for matters before decision
	Note         string
	Positions    []Said
	Silent       []string // entitled organisations that were called and did not attend: "ej närvarande – kallad"
	LateAccepted []string // organisations that accepted late papers
	Actions      []Asked  `json:",omitempty"` // what somebody was asked to do
	Outcome      string   // agreed, disagreed, tabled, handled, not_treated, open, outdated
	TabledTo     clock.Date
	TabledReason string
	WindowUntil  clock.Date // last day to request central negotiation, for those who disagreed
	EffectiveAt  *time.Time
	Item         int64   `json:",omitempty"` // the agenda's item
	Effective    string  `json:",omitempty"` // when a conclusion takes effect: organisation.AtMeetingEnd or AtApproval
	Secrecy      string  `json:",omitempty"` // the paragraph of OSL under which the § is secret, as it was when the text was fixed
	Alone        *Lonely `json:",omitempty"` // concluded, or to be, although no organisation came
	Presenter    string  `json:",omitempty"` // who presented it, by name
	Role         string  `json:",omitempty"` // or by role
	Late         string  `json:",omitempty"` // why it was added late
	Request      bool    `json:",omitempty"` // a request under AML 6:6a
	Withdrawn    bool    `json:",omitempty"` // which was taken back
	Masked       bool    `json:",omitempty"` // what is secret has been left out for this reader
}

// Said is one organisation's position.
type Said struct {
	Union  string
	Stance string
	Reason string
	By     string
	// Recorder wrote it down in the room for who said it; "": the organisation gave it itself.
	Recorder    string `json:",omitempty"`
	Unconfirmed bool   `json:",omitempty"` // the organisation had not said that it is right
}

// Lonely is why samverkan is concluded, or proposed to be, although no organisation came. Outcome says which.
type Lonely struct {
	Reason, By  string
	Confirmed   string     `json:",omitempty"` // who confirmed it at HR
	ConfirmedAt *time.Time `json:",omitempty"`
}

// Asked is an åtgärd as the meeting asked for it: who does what, and by when. What is moved or handed on later is not of the minutes.
type Asked struct {
	What, Name string
	DueOn      clock.Date
}

// Remark is an objection that an adjuster maintains.
type Remark struct{ Name, Text string }

// Content builds the minutes from what is recorded.
func (r Record) Content() Content {
	c := Content{Format: contentFormat, Group: r.GroupName, Number: r.ID, Date: r.Day(), OpenedAt: r.OpenedAt, ClosedAt: r.ClosedAt, Place: r.Place, Extra: r.Extra, Chair: r.ChairName}
	for _, a := range r.Attendance {
		p := Presentee{Name: a.Name, Remote: a.Presence == "remote", ArrivedAt: a.ArrivedAt, LeftAt: a.LeftAt, Replaces: a.ReplacesName}
		for _, m := range r.MembersOn(r.Day()) {
			if m.PersonID == a.PersonID {
				if p.Role == "" {
					p.Role = m.Role
				}
				if m.UnionName != "" {
					p.Unions = append(p.Unions, m.UnionName)
				}
			}
		}
		if a.Present() {
			c.Present = append(c.Present, p)
		} else {
			c.Absent = append(c.Absent, p)
		}
	}
	slices.SortStableFunc(c.Present, func(a, b Presentee) int { return cmp.Compare(place(a), place(b)) })
	for i, it := range r.Items {
		c.Paragraph = append(c.Paragraph, r.fixed(i+1, it))
	}
	if r.Minutes != nil {
		c.Addition = r.Minutes.Addition
	}
	return c
}

// place is where somebody stands among those present: who leads the meeting first, then the others by name.
func place(p Presentee) int {
	if p.Role == "chair" {
		return 0
	}
	return 1
}

// fixed is the item's §: as it was approved at once, otherwise as it stands now.
func (r Record) fixed(no int, it Item) Paragraph {
	if part, ok := r.Immediate(it.ID); ok {
		if x, err := part.Read(); err == nil {
			x.Paragraph.No = no
			return x.Paragraph
		}
	}
	return r.paragraph(no, it)
}

func (r Record) paragraph(no int, it Item) Paragraph {
	p := Paragraph{No: no, Item: it.ID, Title: it.Title, Class: it.Class, ProposalNo: it.ProposalNo, Note: it.Note, TabledTo: it.TabledTo, TabledReason: it.TabledReason,
		Outcome: "not_treated"}
	p.Presenter, p.Request, p.Withdrawn = it.PresenterName, it.RequestID != 0, it.RequestWithdrawn
	if it.Class != matter.Standing && p.Presenter == "" {
		p.Role = it.PresenterRole
	}
	if it.LateAt != nil {
		p.Late = it.LateReason
	}
	for _, a := range r.Actions {
		if a.ItemID == it.ID {
			p.Actions = append(p.Actions, Asked{a.What, a.FirstPersonName, a.FirstDueOn})
		}
	}
	switch it.Status {
	case "handled", "tabled", "open":
		p.Outcome = it.Status
	}
	p.Secrecy = r.SecrecyOf(it)
	m, ok := r.Matter(it.MatterID)
	if !ok {
		return p
	}
	p.MatterNumber = m.Number
	if it.Class == matter.BeforeDecision {
		r.treatment(&p, m, it)
	}
	return p
}

func (r Record) treatment(p *Paragraph, m matter.Record, it Item) {
	for _, pr := range m.Proposals {
		if pr.No == it.ProposalNo {
			p.Proposal = pr.Body
		}
	}
	t, _ := m.Item(it.ID)
	if it.Status == "concluded" {
		p.Outcome, p.Effective = "agreed", m.AgreementIn(t.GroupID).EffectiveAt
	}
	if it.AloneAt != nil {
		p.Alone = &Lonely{it.ConcludedReason, it.AloneByName, it.AloneConfirmedName, it.AloneConfirmedAt}
		if it.Status == "concluded" {
			p.Outcome = "alone"
		}
	}
	if p.Effective != organisation.AtApproval {
		p.EffectiveAt = it.EffectiveAt
	}
	said := map[int64]bool{}
	for _, x := range m.Positions {
		if x.ItemID != it.ID {
			continue
		}
		said[x.UnionID] = true
		p.Positions = append(p.Positions, Said{x.UnionName, x.Stance, x.Reason, x.PersonName, x.RecorderName, x.Unconfirmed()})
		if x.Stance == matter.Disagrees && it.Status == "concluded" {
			p.Outcome = "disagreed"
			if p.EffectiveAt != nil {
				p.WindowUntil = x.WindowUntil
			}
		}
	}
	for _, u := range m.Entitled(r.GroupID, r.Day()) {
		if !said[u.ID] && it.OpenedAt != nil && !r.attended(u.ID) {
			p.Silent = append(p.Silent, u.Name)
		}
		for _, a := range m.Answers {
			if a.ItemID == t.ID && a.UnionID == u.ID {
				if a.Accepted {
					p.LateAccepted = append(p.LateAccepted, u.Name)
				}
				break
			}
		}
	}
}

// attended reports whether anybody with a mandate for the union took part.
func (r Record) attended(unionID int64) bool {
	return slices.ContainsFunc(r.MembersOn(r.Day()), func(m Member) bool {
		return m.UnionID == unionID && slices.ContainsFunc(r.Attendance, func(a Attendance) bool { return a.PersonID == m.PersonID && a.Present() })
	})
}
