package notify

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"time"

	gomail "github.com/wneessen/go-mail"

	"samverka/internal/announce"
	"samverka/internal/db"
	"samverka/internal/i18n"
	"samverka/internal/ical"
)

// calendar is what a mail says to its reader's calendar, besides its text.
type calendar struct {
	Sittings []ical.Sitting `db:"-"` // as they stand now; a mail about several sittings of an APT holds them all
	Before   []time.Time    `db:"-"` // when the meeting was to begin before it was moved
}

// methods tells which kinds of mail carry an invitation, and what a calendar is to do with it.
var methods = map[announce.Kind]ical.Method{
	announce.Notice: ical.Request, announce.Moved: ical.Request, announce.Updated: ical.Request, announce.Cancelled: ical.Cancel,
	announce.APTInvitation: ical.Request, announce.APTCancelled: ical.Cancel,
}

// sittings reads what the mail calls to or calls off. The stamp is the mail's own, so that a mail that is tried again says
// the same.
const sittings = `
	SELECT t.calendar_uid::text AS uid, t.calendar_sequence AS sequence, m.queued_at AS stamp, t.starts_at AS starts, t.ends_at AS ends,
	       t.id AS meeting_id, 0::bigint AS apt_id, g.name, t.place, true AS called, t.status = 'cancelled' AS cancelled
	FROM   mails m JOIN meetings t ON t.org_id = m.org_id AND t.id = m.meeting_id JOIN groups g ON g.org_id = t.org_id AND g.id = t.group_id
	WHERE  m.org_id = $1 AND m.id = $2 AND m.kind = ANY ($3)
	UNION  ALL
	SELECT s.calendar_uid::text, s.calendar_sequence, m.queued_at, s.starts_at, s.ends_at, 0, x.id, u.name, s.place, true, s.status = 'cancelled'
	FROM   mails m JOIN apts x ON x.org_id = m.org_id AND x.id = m.apt_id JOIN apt_sittings s ON s.org_id = x.org_id AND s.apt_id = x.id
	JOIN   units u ON u.org_id = x.org_id AND u.id = x.unit_id
	WHERE  m.org_id = $1 AND m.id = $2 AND m.kind = ANY ($3) ORDER BY starts`

const movedFrom = `
	SELECT old.starts_at FROM mails m JOIN meetings old ON old.org_id = m.org_id AND old.moved_to = m.meeting_id
	WHERE  m.org_id = $1 AND m.id = $2 ORDER BY old.id DESC LIMIT 1`

func (c *calendar) queue(b *db.Batch, orgID, id int64) {
	var kinds []string
	for k := range methods {
		kinds = append(kinds, string(k))
	}
	db.Many(b, &c.Sittings, sittings, orgID, id, kinds)
	db.Scalars(b, &c.Before, movedFrom, orgID, id)
}

// from is when the meeting was to begin before it was moved, as people say it.
func (m mail) from(ctx context.Context) string {
	if len(m.Before) == 0 {
		return ""
	}
	return i18n.LongDate(ctx, m.Before[0]) + " " + i18n.Time(ctx, m.Before[0])
}

// standing are the sittings that the mail may still speak of: one that has been called off since, or moved on, is not put
// into anybody's calendar by an older mail.
func (m mail) standing() []ical.Sitting {
	off := methods[m.Kind] == ical.Cancel
	return slices.DeleteFunc(slices.Clone(m.Sittings), func(s ical.Sitting) bool { return s.Cancelled != off })
}

// invites reports whether something goes along for the calendar.
func (m mail) invites() bool { return len(m.standing()) > 0 }

// invite is one iCalendar object on its way in a mail.
type invite struct {
	kind   string // media type with the method
	name   string // of the file
	object []byte
	asks   bool // calendars take it in by themselves; otherwise it is a file to open
}

// invitesOf makes the mail's invitations: from the address that sends it, to its one recipient. A mail about one sitting
// asks the calendar to take it in. Of several sittings of an APT a person comes to one, so each is a file of its own to
// open (RFC 5546, 3.2: one message asks about one entry).
func (n *Notifier) invitesOf(m mail) []invite {
	all := m.standing()
	var files []invite
	for i, s := range all {
		e := s.Event(n.base)
		c := ical.Calendar{Method: methods[m.Kind]}
		f := invite{name: "invite.ics", asks: true}
		if len(all) > 1 && c.Method == ical.Request {
			c.Method, f.name, f.asks = ical.None, fmt.Sprintf("traff-%d.ics", i+1), false
		} else {
			e.Organizer, e.Attendee = ical.Person{Name: line(m.OrgName), Email: n.post.from}, ical.Person{Name: line(m.Name), Email: m.Email}
		}
		c.Events = []ical.Event{e}
		f.kind, f.object = c.Type(), c.Bytes()
		files = append(files, f)
	}
	return files
}

// attach puts the invitations into the mail in the form that calendars look for: beside the text, as another way to read
// it (RFC 6047, 2.4), and once more as a file for programs that only show those.
func attach(m *gomail.Msg, all []invite) {
	if len(all) > 0 && all[0].asks {
		m.AddAlternativeString(gomail.ContentType(all[0].kind), string(all[0].object), gomail.WithPartEncoding(gomail.EncodingB64))
	}
	for _, f := range all {
		m.AttachReadSeeker(f.name, bytes.NewReader(f.object), gomail.WithFileContentType("application/ics"))
	}
}
