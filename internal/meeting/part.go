package meeting

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// The kinds of parts.
const (
	Immediate  = "immediate"  // a § that is approved at once (omedelbar justering), in the meeting or after it
	Correction = "correction" // a note that corrects approved minutes (rättelse)
)

// Part is a text of its own with its own approval. Its text never changes: another is proposed instead.
type Part struct {
	ID         int64
	Kind       string
	ItemID     int64 // the §; 0: the minutes as a whole
	Content    []byte
	Digest     []byte
	Status     string // sent, approved, withdrawn
	ProposerID int64
	Proposer   string
	At         time.Time
	EndedAt    *time.Time
}

// PartAdjuster is one of those who approve a part.
type PartAdjuster struct {
	PartID     int64
	PersonID   int64
	Name       string
	Side       string
	Answer     string // "", approved, objected
	Objection  string
	AnsweredAt *time.Time
	Method     string
	Role       string
	// A substitute answers instead; and the other way round.
	ReplacedAt   *time.Time
	ReplacesName string
}

// PartText is what a part says.
type PartText struct {
	Format    int
	Kind      string
	Group     string
	Number    int64 // the meeting's
	Date      clock.Date
	Paragraph Paragraph // the whole § when it is approved at once; of a correction its number, title and secrecy
	Text      string    `json:",omitempty"` // the correction
	Of        string    `json:",omitempty"` // digest of the minutes that are corrected
}

// Read is the part's text.
func (p Part) Read() (x PartText, err error) {
	if err := json.Unmarshal(p.Content, &x); err != nil {
		return x, fmt.Errorf("reading part %d of some minutes: %w", p.ID, err)
	}
	return x, nil
}

// Seen is the part's text, for whoever reads it now.
func (p Part) Seen() Seen { return Seen{Digest: hex.EncodeToString(p.Digest)} }

// Part returns the part with the id.
func (r Record) Part(id int64) (Part, bool) {
	i := slices.IndexFunc(r.Parts, func(p Part) bool { return p.ID == id })
	if i < 0 {
		return Part{}, false
	}
	return r.Parts[i], true
}

// Waiting is the item's § that waits for immediate approval; Immediate the one that has it.
func (r Record) Waiting(itemID int64) (Part, bool) { return r.immediate(itemID, "sent") }

// Immediate is the item's § as it was approved at once.
func (r Record) Immediate(itemID int64) (Part, bool) { return r.immediate(itemID, "approved") }

func (r Record) immediate(itemID int64, status string) (Part, bool) {
	i := slices.IndexFunc(r.Parts, func(p Part) bool { return p.Kind == Immediate && p.ItemID == itemID && p.Status == status })
	if i < 0 {
		return Part{}, false
	}
	return r.Parts[i], true
}

// Corrections are the corrections of the minutes that have not been withdrawn, oldest first.
func (r Record) Corrections() []Part {
	return slices.DeleteFunc(slices.Clone(r.Parts), func(p Part) bool { return p.Kind != Correction || p.Status == "withdrawn" })
}

// AdjustersOf are those who approve the part.
func (r Record) AdjustersOf(partID int64) []PartAdjuster {
	return slices.DeleteFunc(slices.Clone(r.PartAdjusters), func(a PartAdjuster) bool { return a.PartID != partID })
}

// ActiveIn are the adjusters of a part whose answers count.
func ActiveIn(as []PartAdjuster) []PartAdjuster {
	return slices.DeleteFunc(slices.Clone(as), func(a PartAdjuster) bool { return a.ReplacedAt != nil })
}

// Section is the item's § as it stands: as approved at once, as sent, or as built now.
func (r Record) Section(itemID int64) (Paragraph, bool) {
	c, err := r.Read()
	if err != nil {
		return Paragraph{}, false
	}
	i := slices.IndexFunc(c.Paragraph, func(x Paragraph) bool { return x.Item == itemID })
	if i < 0 {
		return Paragraph{}, false
	}
	return c.Paragraph[i], true
}

// partText is the § as it would be approved at once.
func (r Record) partText(itemID int64) (PartText, bool) {
	x, ok := r.Section(itemID)
	return PartText{Format: contentFormat, Kind: Immediate, Group: r.GroupName, Number: r.ID, Date: r.Day(), Paragraph: x}, ok
}

// SeenSection is the item's § as it would be approved at once, for whoever reads it now.
func (r Record) SeenSection(itemID int64) Seen {
	x, ok := r.partText(itemID)
	if !ok {
		return Seen{}
	}
	_, digest, err := fix(x)
	if err != nil {
		return Seen{}
	}
	return Seen{Digest: hex.EncodeToString(digest)}
}

// CanApproveAtOnce refuses a § whose treatment is not over, or that has its approval or waits for it.
func (r Record) CanApproveAtOnce(it Item) error {
	_, waiting := r.Waiting(it.ID)
	_, done := r.Immediate(it.ID)
	switch {
	case r.Minutes != nil && r.Minutes.Final():
		return fail.New(fail.Conflict, "error.minutes_immutable")
	case r.Status != "open" && r.Status != "closed":
		return fail.New(fail.Invalid, "meeting.error.status")
	case waiting || done:
		return fail.New(fail.Conflict, "minutes.error.part_standing")
	case it.Status != "concluded" && it.Status != "handled" && it.Status != "tabled":
		return fail.New(fail.Invalid, "minutes.error.section_open")
	}
	return nil
}

// ApproveAtOnce lays one § before the chair and the adjusters named, at least one of the unions' side, for approval at once
// (handbook 5.2). Who asks approves by asking, the text that they saw.
func (s *Service) ApproveAtOnce(ctx context.Context, who access.Actor, itemID int64, adjusters []int64, seen Seen) (id int64, err error) {
	if err := who.Require(access.MeetingRun); err != nil {
		return 0, err
	}
	err = s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run(); err != nil {
			return err
		}
		if err := c.rec.CanApproveAtOnce(it); err != nil {
			return err
		}
		if len(adjusters) == 0 {
			return fail.New(fail.Invalid, "meeting.error.adjusters_needed")
		}
		if err := c.rec.canAdjust(adjusters); err != nil {
			return err
		}
		text, ok := c.rec.partText(itemID)
		if !ok {
			return fail.New(fail.NotFound, "error.not_found")
		}
		if !slices.Contains(adjusters, c.rec.ChairID) {
			adjusters = append([]int64{c.rec.ChairID}, adjusters...)
		}
		c.log("meeting.part_immediate", it.MatterID, "Title", it.Title, "No", number(text.Paragraph.No))
		id, err = s.propose(ctx, c, itemID, text, adjusters, seen)
		return err
	})
	return id, err
}

// Correct proposes a correction of approved minutes, which the same adjusters approve. item 0: of the minutes as a whole.
func (s *Service) Correct(ctx context.Context, who access.Actor, id, itemID int64, text, method string) (partID int64, err error) {
	if err := who.Require(access.MeetingRun); err != nil {
		return 0, err
	}
	var f fail.Form
	checkText(&f, "text", text, 10000, "minutes.error.correction_needed")
	if err := f.Err(); err != nil {
		return 0, err
	}
	err = s.change(ctx, who, id, func(c *change) error {
		if err := c.run(); err != nil {
			return err
		}
		if c.rec.Minutes == nil || !c.rec.Minutes.Final() {
			return fail.New(fail.Invalid, "minutes.error.not_approved")
		}
		x := PartText{Format: contentFormat, Kind: Correction, Group: c.rec.GroupName, Number: c.rec.ID, Date: c.rec.Day(), Text: text, Of: hex.EncodeToString(c.rec.Minutes.Digest)}
		if itemID != 0 {
			p, ok := c.rec.Section(itemID)
			if !ok {
				return fail.New(fail.Invalid, "minutes.error.section_unknown")
			}
			x.Paragraph = Paragraph{No: p.No, Item: p.Item, Title: p.Title, MatterNumber: p.MatterNumber, Class: p.Class, Secrecy: p.Secrecy}
		}
		var adjusters []int64
		for _, a := range Active(c.rec.Adjusters) {
			adjusters = append(adjusters, a.PersonID)
		}
		c.log("meeting.part_correction", 0, "No", number(x.Paragraph.No), "Text", text)
		partID, err = s.propose(ctx, c, itemID, x, adjusters, Seen{Method: method})
		return err
	})
	return partID, err
}

// propose stores the text with those who approve it. Who proposes has approved by that, when they are one of them; for a §
// only the text that they saw.
func (s *Service) propose(ctx context.Context, c *change, itemID int64, x PartText, adjusters []int64, seen Seen) (id int64, err error) {
	text, digest, err := fix(x)
	if err != nil {
		return 0, err
	}
	if x.Kind == Immediate {
		if err := sees(seen, 0, digest); err != nil {
			return 0, err
		}
	}
	if err := c.tx.QueryRow(ctx, `
		INSERT INTO minutes_parts (meeting_id, kind, item_id, content, digest, proposed_by, at) VALUES ($1, $2, nullif($3::bigint, 0), $4, $5, $6, $7) RETURNING id`,
		c.rec.ID, x.Kind, itemID, text, digest, c.who.PersonID, c.now).Scan(&id); err != nil {
		return 0, fmt.Errorf("proposing a part: %w", err)
	}
	var tasks []matter.Task
	var to []int64
	for _, p := range adjusters {
		if err := c.exec(ctx, `INSERT INTO minutes_part_adjusters (part_id, person_id, side) VALUES ($1, $2, $3)`, id, p, c.rec.side(p)); err != nil {
			return 0, err
		}
		if p != c.who.PersonID {
			to = append(to, p)
			tasks = append(tasks, matter.Task{PersonID: p, Role: c.rec.roleOf(p), Kind: partTask(x.Kind), MeetingID: c.rec.ID, DueOn: c.rec.partDue(x.Kind, c.today())})
		}
	}
	c.tell(announce.ApprovePart, id, to)
	if err := matter.AddTasks(ctx, c.tx, s.Clock, tasks...); err != nil {
		return 0, err
	}
	if len(to) == len(adjusters) {
		return id, nil
	}
	part := Part{ID: id, Kind: x.Kind, ItemID: itemID, Digest: digest, Status: "sent"}
	return id, s.answerPart(ctx, c, part, "approved", "", seen.Method)
}

func partTask(kind string) string {
	if kind == Immediate {
		return matter.TaskApprovePart
	}
	return matter.TaskApproveCorrection
}

// partDue is when the adjusters should have answered: of a § the same day.
func (r Record) partDue(kind string, today clock.Date) clock.Date {
	if kind == Immediate {
		return today
	}
	return r.Agreement.ApprovalUntil(today)
}
