package notify

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"net/url"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// postman hands mails to one mail server.
type postman struct {
	host string
	port int
	opts []gomail.Option
	from string
	back string // mailbox that mail comes back to, as studs@example.se; "": the sender's
}

// conversation is how long talking to the mail server may take, from dialling to its last answer.
const conversation = 30 * time.Second

func newPostman(address, from, back string) (*postman, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" {
		return nil, errors.New("the mail server's address is not smtp://host:port or smtps://host:port")
	}
	p := &postman{host: u.Hostname(), port: 25, from: from, back: back}
	if u.Scheme == "smtps" {
		p.port = 465
		p.opts = append(p.opts, gomail.WithSSL())
	} else {
		p.opts = append(p.opts, gomail.WithTLSPolicy(gomail.TLSOpportunistic))
	}
	if u.Port() != "" {
		if p.port, err = strconv.Atoi(u.Port()); err != nil {
			return nil, errors.New("the mail server's port is no number")
		}
	}
	p.opts = append(p.opts, gomail.WithPort(p.port), gomail.WithTimeout(conversation))
	if u.User != nil {
		password, _ := u.User.Password()
		p.opts = append(p.opts, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover),
			gomail.WithUsername(u.User.Username()), gomail.WithPassword(password))
	}
	if err := gomail.NewMsg().From(from); err != nil {
		return nil, errors.New("the address that mails come from is no e-mail address")
	}
	if back != "" && gomail.NewMsg().EnvelopeFrom(back) != nil {
		return nil, errors.New("the address that mails come back to is no e-mail address")
	}
	if _, err := gomail.NewClient(p.host, p.opts...); err != nil {
		return nil, fmt.Errorf("setting up the mail server: %w", err)
	}
	return p, nil
}

// message is t as it goes over the wire. The same id gives the same Message-ID, whichever worker sends it.
func (p *postman) message(t text, id string, at time.Time) (*gomail.Msg, error) {
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := m.FromFormat(t.from, p.from); err != nil {
		return nil, fmt.Errorf("writing the sender: %w", err)
	}
	if err := m.AddToFormat(t.name, t.to); err != nil {
		return nil, &refusal{stage: "address"}
	}
	_, domain, _ := strings.Cut(p.from, "@")
	m.SetMessageIDWithValue(id + "@" + domain)
	m.SetDateWithValue(at)
	m.SetGenHeader("Auto-Submitted", "auto-generated")
	if t.returns != "" {
		if err := m.EnvelopeFrom(t.returns); err != nil {
			return nil, fmt.Errorf("writing the address that mail comes back to: %w", err)
		}
	}
	if t.unsubscribe != "" { // RFC 2369 and 8058
		m.SetGenHeaderPreformatted("List-Unsubscribe", "<"+t.unsubscribe+">")
		m.SetGenHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
	}
	m.Subject(t.subject)
	m.SetBodyString(gomail.TypeTextPlain, t.body)
	attach(m, t.invites)
	return m, nil
}

// returnTo is the envelope's sender of the mail with that sealed number: what comes back to studs+NUMBER@example.se tells
// by its address which mail it was. "" when no mailbox is named for it.
func (p *postman) returnTo(number string) string {
	local, domain, ok := strings.Cut(p.back, "@")
	if !ok {
		return ""
	}
	return local + "+" + number + "@" + domain
}

// refusal is the mail server's no. Its text stays behind: it may hold an address, and what is said here is logged.
type refusal struct {
	stage string
	code  int // 0: not sent to the server at all
}

func (r *refusal) Error() string {
	if r.code == 0 {
		return "mail " + r.stage + " refused"
	}
	return fmt.Sprintf("mail server said %d to %s", r.code, r.stage)
}

// final reports whether asking again is of no use.
func (r *refusal) final() bool { return r.code == 0 || r.code >= 500 }

// errUnclear: the message was handed over whole, and no answer came.
var errUnclear = errors.New("no answer from the mail server after the whole message")

// errTaken: somebody else has claimed the mail.
var errTaken = errors.New("the mail is being sent elsewhere")

// send talks to the server up to the message's last line, asks claim, and only then ends the message: before that the
// server delivers nothing. An error before the claim means not sent; a *refusal after it means not sent either;
// errUnclear means that nobody knows.
func (p *postman) send(ctx context.Context, t text, id string, at time.Time, claim func() error) error {
	msg, err := p.message(t, id, at)
	if err != nil {
		return err
	}
	client, err := gomail.NewClient(p.host, p.opts...)
	if err != nil {
		return fmt.Errorf("setting up the mail server: %w", err)
	}
	conn, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return dialError(err)
	}
	defer conn.Close() // never Quit before the message is ended: that would end it
	sender, err := msg.GetSender(false)
	if err != nil {
		return fmt.Errorf("reading the sender: %w", err)
	}
	to, err := msg.GetRecipients()
	if err != nil {
		return fmt.Errorf("reading the recipient: %w", err)
	}
	if err := conn.Mail(sender); err != nil {
		return answer("MAIL", err)
	}
	for _, r := range to {
		if err := conn.Rcpt(r); err != nil {
			return answer("RCPT", err)
		}
	}
	data, err := conn.Data()
	if err != nil {
		return answer("DATA", err)
	}
	if _, err := msg.WriteTo(data); err != nil {
		return answer("DATA", err)
	}
	if err := claim(); err != nil {
		return err
	}
	if err := end(data); err != nil {
		return err
	}
	_ = conn.Quit()
	return nil
}

func end(data io.Closer) error {
	err := data.Close()
	var said *textproto.Error
	if err == nil || errors.As(err, &said) {
		return answer("the message", err)
	}
	return errUnclear
}

// answer turns what the server said into a refusal; a broken connection stays what it is, without the server's words.
func answer(stage string, err error) error {
	var said *textproto.Error
	if errors.As(err, &said) {
		return &refusal{stage: stage, code: said.Code}
	}
	return err
}

// dialError is about the server, not about the recipient: always worth another try.
func dialError(err error) error {
	var said *textproto.Error
	if errors.As(err, &said) {
		return fmt.Errorf("mail server answered %d to the greeting or sign-in", said.Code)
	}
	return fmt.Errorf("reaching the mail server: %w", err)
}
