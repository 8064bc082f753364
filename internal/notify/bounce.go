package notify

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	netmail "net/mail"
	"net/textproto"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// Bounces takes in mail that came back after a mail server had accepted it.
type Bounces struct {
	DB    *db.DB
	Clock clock.Clock
}

// What Take could not use. Neither is worth trying again.
var (
	ErrNoReport = errors.New("not a delivery report")          // an automatic answer, or somebody's own mail
	ErrUnknown  = errors.New("a report about no mail of ours") // forged, or about mail of another installation
)

// reportMost is the most of a report that is read; the original mail at its end is not needed whole.
const reportMost = 1 << 20

// report is what a delivery report (RFC 3464) says of one recipient, without its texts: they repeat addresses.
type report struct {
	number string // the sealed number of the mail, from the address that it came back to or from its Message-ID
	action string // failed, delayed, delivered …
	status string // 5.1.1
	asked  string // the address as we wrote it; "": not said
}

// final reports whether the recipient will not get the mail.
func (r report) final() bool { return r.action == "failed" }

// lasting reports whether the address itself is at fault, and not the hour (RFC 3463).
func (r report) lasting() bool { return strings.HasPrefix(r.status, "5.") }

// Take reads one message that came back, as the mail server hands it over, with the address that it was sent to, if that
// is known. A mail that will not arrive becomes bounced, and the person's address is marked until it is changed. A report
// of a delay changes nothing. ErrNoReport and ErrUnknown say that the message is of no use.
func (b *Bounces) Take(ctx context.Context, message io.Reader, to string) error {
	r, err := readReport(io.LimitReader(message, reportMost), to)
	if err != nil {
		return err
	}
	org, id, mark, ok := unseal(r.number)
	if !ok {
		return ErrUnknown
	}
	err = b.DB.InOrg(ctx, org, func(tx *db.OrgTx) error {
		var key []byte
		if err := tx.QueryRow(ctx, `SELECT o.mail_key FROM mails m JOIN organisations o ON o.id = m.org_id WHERE m.org_id = $1 AND m.id = $2`, org, id).Scan(&key); err != nil {
			return ErrUnknown
		}
		if !holds(mark, toReturn, org, id, key) {
			return ErrUnknown
		}
		if !r.final() {
			return nil
		}
		return b.record(ctx, tx, id, r)
	})
	return err
}

// record marks the mail, and the address when it is the one that the mail went to and is itself at fault.
func (b *Bounces) record(ctx context.Context, tx *db.OrgTx, id int64, r report) error {
	var person int64
	problem := "returned: " + r.status
	err := tx.QueryRow(ctx, `UPDATE mails SET state = 'bounced', problem = $3 WHERE org_id = $1 AND id = $2 AND state IN ('sending', 'sent', 'unclear', 'bounced') RETURNING person_id`,
		tx.OrgID, id, problem).Scan(&person)
	switch {
	case errors.Is(err, pgx.ErrNoRows): // it is being sent again
		return nil
	case err != nil:
		return fmt.Errorf("marking mail %d as returned: %w", id, err)
	}
	if !r.lasting() {
		return nil
	}
	_, err = tx.Exec(ctx, `UPDATE people SET mail_problem = $3, mail_problem_at = $4 WHERE org_id = $1 AND id = $2 AND ($5 = '' OR lower(email) = $5)`,
		tx.OrgID, person, problem, b.Clock.Now(), r.asked)
	if err != nil {
		return fmt.Errorf("marking the address: %w", err)
	}
	return nil
}

// readReport finds in a message what it reports of our mail.
func readReport(message io.Reader, to string) (report, error) {
	m, err := netmail.ReadMessage(bufio.NewReader(message))
	if err != nil {
		return report{}, ErrNoReport
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/report" || !strings.EqualFold(params["report-type"], "delivery-status") {
		return report{}, ErrNoReport
	}
	r := report{number: numberIn(to)}
	for _, h := range []string{"Delivered-To", "X-Original-To", "To"} {
		if r.number == "" {
			r.number = numberIn(m.Header.Get(h))
		}
	}
	for parts := multipart.NewReader(m.Body, params["boundary"]); ; {
		part, err := parts.NextPart()
		if err != nil { // also where the report was cut off
			break
		}
		r.read(part)
	}
	if r.action == "" {
		return report{}, ErrNoReport
	}
	return r, nil
}

// read takes in one part of a report: what became of the recipient, or the head of the original mail.
func (r *report) read(part *multipart.Part) {
	kind, _, _ := mime.ParseMediaType(part.Header.Get("Content-Type"))
	lines := textproto.NewReader(bufio.NewReader(part))
	switch kind {
	case "message/delivery-status", "message/global-delivery-status":
		for { // the first block is about the mail server, each further one about a recipient
			block, err := lines.ReadMIMEHeader()
			if a := block.Get("Action"); a != "" {
				r.action, r.status = strings.ToLower(strings.TrimSpace(a)), statusIn(block.Get("Status"))
				r.asked = addressIn(block.Get("Original-Recipient"))
			}
			if err != nil {
				return
			}
		}
	case "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers":
		head, _ := lines.ReadMIMEHeader()
		id, _, _ := strings.Cut(strings.Trim(head.Get("Message-ID"), " <>"), "@")
		if _, _, _, ok := unseal(id); ok && r.number == "" {
			r.number = id
		}
	}
}

// numberIn is the sealed number in an address such as studs+NUMBER@example.se; "" when there is none.
func numberIn(address string) string {
	if a, err := netmail.ParseAddress(address); err == nil {
		address = a.Address
	}
	local, _, _ := strings.Cut(strings.Trim(address, " <>"), "@")
	_, number, _ := strings.Cut(local, "+")
	if _, _, _, ok := unseal(number); !ok {
		return ""
	}
	return number
}

// statusIn is the code alone, as 5.1.1; whatever else the server wrote stays behind.
func statusIn(field string) string {
	code, _, _ := strings.Cut(strings.TrimSpace(field), " ")
	if len(code) > 9 || strings.Trim(code, "0123456789.") != "" || code == "" {
		return "5.0.0"
	}
	return code
}

// addressIn is the address of a field as "rfc822;eva@example.se".
func addressIn(field string) string {
	_, address, _ := strings.Cut(field, ";")
	return strings.ToLower(strings.Trim(strings.TrimSpace(address), "<>"))
}
