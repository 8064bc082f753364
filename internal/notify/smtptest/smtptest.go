// Package smtptest is a real SMTP server for tests: it keeps what it receives and can be told to refuse.
package smtptest

import (
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
)

// Message is one mail as the recipient reads it.
type Message struct {
	From    string // the envelope's sender: where it comes back to
	To      string // the envelope's address
	Subject string
	Body    string // of the first part, where there are several
	Header  mail.Header
	Parts   []Part // all that is no multipart, in order; nil: the mail is one text
}

// Part is one text or file of a mail with several.
type Part struct {
	Type    string // with its parameters
	Name    string // of the file; "": shown in the mail
	Within  string // the multipart that it stands in
	Content string // with the line ends that it came with
}

// Server receives mail on a port of this machine. It is safe for concurrent use.
type Server struct {
	URL string // smtp://127.0.0.1:port

	mu       sync.Mutex
	received []Message
	refuse   func(to string, try int) error
	before   func(command, to string)
	tries    map[string]int
}

// New starts a server that stops when t ends.
func New(t testing.TB) *Server {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{URL: "smtp://" + l.Addr().String(), tries: map[string]int{}}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &session{server: s}, nil }))
	server.Domain = "localhost"
	server.ReadTimeout, server.WriteTimeout = 30*time.Second, 30*time.Second
	server.EnableSMTPUTF8 = true
	server.ErrorLog = silent{}
	done := make(chan struct{})
	go func() { defer close(done); _ = server.Serve(l) }()
	t.Cleanup(func() { _ = server.Close(); <-done })
	return s
}

// Received lists the mails so far, in the order in which they came.
func (s *Server) Received() []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.received)
}

// To lists the mails to one address.
func (s *Server) To(address string) []Message {
	return slices.DeleteFunc(s.Received(), func(m Message) bool { return m.To != address })
}

// Reset forgets the mails so far.
func (s *Server) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.received = nil
}

// Refuse lets f answer each message once it is whole; nil accepts it. try counts from 1 for each address.
func (s *Server) Refuse(f func(to string, try int) error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refuse = f
}

// Before calls f before the server answers RCPT, and before it answers to a whole message (DATA).
func (s *Server) Before(f func(command, to string)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.before = f
}

// Later is the answer "try again later".
func Later() error { return &smtp.SMTPError{Code: 452, Message: "mailbox busy"} }

// Never is the answer "no such mailbox", which as servers do repeats the address.
func Never(to string) error {
	return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no mailbox " + to}
}

type session struct {
	server *Server
	from   string
	to     []string
}

func (s *session) Mail(from string, _ *smtp.MailOptions) error { s.from = from; return nil }
func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.server.hold("RCPT", to)
	s.to = append(s.to, to)
	return nil
}
func (s *session) Reset()        { s.to = nil }
func (s *session) Logout() error { return nil }

// Data reads the whole message first: what is broken off was never delivered.
func (s *session) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	for _, to := range s.to {
		s.server.hold("DATA", to)
	}
	m, err := read(string(raw))
	if err != nil {
		return &smtp.SMTPError{Code: 554, Message: err.Error()}
	}
	m.From = s.from
	return s.server.keep(m, s.to)
}

func (s *Server) hold(command, to string) {
	s.mu.Lock()
	before := s.before
	s.mu.Unlock()
	if before != nil {
		before(command, to)
	}
}

func (s *Server) keep(m Message, to []string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range to {
		s.tries[a]++
		if s.refuse != nil {
			if err := s.refuse(a, s.tries[a]); err != nil {
				return err
			}
		}
	}
	for _, a := range to {
		m.To = a
		s.received = append(s.received, m)
	}
	return nil
}

func read(raw string) (Message, error) {
	msg, err := mail.ReadMessage(strings.NewReader(raw))
	if err != nil {
		return Message{}, err
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(msg.Header.Get("Subject"))
	if err != nil {
		return Message{}, err
	}
	m := Message{Subject: subject, Header: msg.Header}
	if err := m.parts(msg.Header.Get("Content-Type"), msg.Header.Get("Content-Transfer-Encoding"), "", "", msg.Body); err != nil {
		return Message{}, err
	}
	m.Body = strings.ReplaceAll(m.Parts[0].Content, "\r\n", "\n")
	if len(m.Parts) == 1 {
		m.Parts = nil
	}
	return m, nil
}

// parts reads one entity, and the entities in it.
func (m *Message) parts(kind, encoding, disposition, within string, body io.Reader) error {
	media, params, err := mime.ParseMediaType(kind)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(media, "multipart/") {
		switch strings.ToLower(encoding) {
		case "quoted-printable":
			body = quotedprintable.NewReader(body)
		case "base64":
			body = base64.NewDecoder(base64.StdEncoding, body)
		}
		content, err := io.ReadAll(body)
		_, file, _ := mime.ParseMediaType(disposition)
		m.Parts = append(m.Parts, Part{Type: kind, Name: file["filename"], Within: within, Content: string(content)})
		return err
	}
	for r := multipart.NewReader(body, params["boundary"]); ; {
		p, err := r.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := m.parts(p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p.Header.Get("Content-Disposition"), media, p); err != nil {
			return err
		}
	}
}

type silent struct{}

func (silent) Printf(string, ...any) {}
func (silent) Println(...any)        {}
