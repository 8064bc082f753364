package paper

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	content "samverka/internal/meeting"
	"samverka/templates/meeting"
)

// file is one of a package's.
type file struct {
	name string
	data []byte
}

// ArchiveName is what a meeting's package is called, without its ending.
func ArchiveName(ctx context.Context, p meeting.MinutesPage) string {
	return i18n.T(swedish(ctx), "paper.file.archive", "Group", p.GroupName, "Date", p.Day().String())
}

// Archive writes a meeting with approved minutes as a package that an archive can take in and check by itself (BagIt, RFC
// 8493): the minutes as PDF/A, the canonical text that was approved and who approved it, the notice, the log of dispatches, what the
// package is, and the digest of each file.
func Archive(ctx context.Context, w io.Writer, a content.Archive, p meeting.MinutesPage, l Look) error {
	ctx = swedish(ctx)
	var minutes, notice bytes.Buffer
	if err := Minutes(ctx, p, l).PDF(&minutes); err != nil {
		return err
	}
	if err := Notice(ctx, meeting.NoticePage{Page: a.Page, OrgName: l.Name}, l).PDF(&notice); err != nil {
		return err
	}
	about, err := json.MarshalIndent(aboutMeeting(a, p, l), "", "  ")
	if err != nil {
		return fmt.Errorf("describing meeting %d: %w", a.ID, err)
	}
	payload := []file{
		{"data/kallelse.pdf", notice.Bytes()}, {"data/metadata.json", append(about, '\n')}, {"data/protokoll.json", a.Minutes.Content},
		{"data/protokoll.pdf", minutes.Bytes()}, {"data/utskick.csv", dispatchLog(ctx, a)},
	}
	if a.Minutes.Approval != "" {
		payload = slices.Insert(payload, 1, file{"data/justering.json", []byte(a.Minutes.Approval)})
	}
	payload = append(payload, approvedParts(a)...)
	info := bagInfo(l.Name, ArchiveName(ctx, p), strconv.FormatInt(p.ID, 10), *p.Minutes.ApprovedAt, payload)
	return bag(w, fmt.Sprintf("samverka-mote-%d", a.ID), *a.Minutes.ApprovedAt, info, payload)
}

// bag writes the files into one folder of a zip, with what it is and the digest of each. The same content gives the same
// bytes.
func bag(w io.Writer, folder string, modified time.Time, info []byte, payload []file) error {
	tags := []file{
		{"bag-info.txt", info}, {"bagit.txt", []byte("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")}, {"manifest-sha256.txt", manifest(payload)},
	}
	tags = append(tags, file{"tagmanifest-sha256.txt", manifest(tags)})
	z := zip.NewWriter(w)
	for _, f := range append(tags, payload...) {
		part, err := z.CreateHeader(&zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: modified.UTC()})
		if err != nil {
			return err
		}
		if _, err := part.Write(f.data); err != nil {
			return err
		}
	}
	return z.Close()
}

// approvedParts are §§ that were approved at once and corrections, each a canonical text with an approval of its own.
func approvedParts(a content.Archive) []file {
	names := map[string]string{content.Immediate: "omedelbar", content.Correction: "rattelse"}
	count := map[string]int{}
	var files []file
	for _, part := range a.Parts {
		if part.Status == "approved" {
			count[part.Kind]++
			files = append(files, file{fmt.Sprintf("data/%s-%d.json", names[part.Kind], count[part.Kind]), part.Content})
		}
	}
	return files
}

// manifest is the digest of each file, as sha256sum writes and checks them.
func manifest(files []file) []byte {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(f.data), f.name)
	}
	return b.Bytes()
}

func bagInfo(organisation, description, identifier string, at time.Time, payload []file) []byte {
	octets := 0
	for _, f := range payload {
		octets += len(f.data)
	}
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	return fmt.Appendf(nil, "Source-Organization: %s\nExternal-Description: %s\nExternal-Identifier: %s\nBagging-Date: %s\nPayload-Oxum: %d.%d\n",
		line(organisation), line(description), line(identifier), clock.DateOf(at), octets, len(payload))
}

// about is what a register needs to know of the meeting.
type about struct {
	Organisation  string
	Group         string
	Level         string
	Meeting       int64
	Date          string
	Place         string
	Chair         string
	Matters       []string // their numbers
	Secret        []string // of those under secrecy: number and law
	ApprovedAt    string
	ApprovedBy    []approver
	MinutesSHA256 string // of data/protokoll.json
}

type approver struct {
	Name, Side, Answer, At string
	Method, Replaces       string `json:",omitempty"`
}

// at is a moment as machines and people read it: Swedish time with its distance to UTC.
func at(t time.Time) string { return t.In(clock.Stockholm).Format(time.RFC3339) }

func aboutMeeting(a content.Archive, p meeting.MinutesPage, l Look) about {
	x := about{Organisation: l.Name, Group: a.GroupName, Level: a.Level, Meeting: a.ID, Date: a.Day().String(), Place: a.Place, Chair: p.Content.Chair,
		ApprovedAt: at(*a.Minutes.ApprovedAt), MinutesSHA256: hex.EncodeToString(a.Minutes.Digest)}
	for _, m := range a.Matters {
		x.Matters = append(x.Matters, m.Number)
		if m.Secrecy != "" {
			x.Secret = append(x.Secret, m.Number+": "+m.Secrecy)
		}
	}
	for _, y := range a.Approved().Signatures {
		by := approver{Name: y.Name, Side: y.Side, Answer: y.Answer, Method: y.Method, Replaces: y.Replaces}
		if !y.At.IsZero() {
			by.At = at(y.At)
		}
		x.ApprovedBy = append(x.ApprovedBy, by)
	}
	return x
}

// dispatchLog is who was sent what and when, and when they read it, as spreadsheets in Swedish read it.
func dispatchLog(ctx context.Context, a content.Archive) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	c := csv.NewWriter(&b)
	c.Comma, c.UseCRLF = ';', true
	lines := [][]string{{i18n.T(ctx, "paper.log.kind"), i18n.T(ctx, "paper.log.sent"), i18n.T(ctx, "paper.log.sender"), i18n.T(ctx, "paper.log.reason"),
		i18n.T(ctx, "paper.log.recipient"), i18n.T(ctx, "paper.log.union"), i18n.T(ctx, "paper.log.read")}}
	for _, s := range a.Sent {
		read := ""
		if s.ReadAt != nil {
			read = at(*s.ReadAt)
		}
		lines = append(lines, []string{meeting.DispatchLabel(ctx, s.Kind), at(s.SentAt), s.SenderName, s.Reason, s.Name, s.UnionName, read})
	}
	for _, line := range lines {
		for i, v := range line {
			if v != "" && strings.ContainsRune("=+-@\t\r\n|%", rune(v[0])) { // no spreadsheet takes it for a formula (ASVS 1.2.10)
				line[i] = "'" + v
			}
		}
		_ = c.Write(line) // a bytes.Buffer takes all
	}
	c.Flush()
	return b.Bytes()
}
