package matter_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// packed is an office file with the parts.
func packed(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A file is a paper of a known kind, without macros and without a personnummer (handbook, hard case 9).
func TestAttachmentForm(t *testing.T) {
	t.Parallel()
	word := func(body string, more ...string) []byte {
		return packed(t, append([]string{"[Content_Types].xml", "<Types/>", "_rels/.rels", "<r/>", "word/document.xml", body}, more...)...)
	}
	pdf := []byte("%PDF-1.7\n%âãÏÓ\n1 0 obj\n")
	tests := map[string]struct {
		name string
		data []byte
		want string
	}{
		"text":                             {"Schema.txt", []byte("Måndag 7–15"), ""},
		"text that a program wrote":        {"Schema.txt", []byte(`{"vecka": 3}`), ""},
		"PDF":                              {"Schema.PDF", pdf, ""},
		"Word":                             {"Schema.docx", word("<w:p><w:t>Måndag</w:t></w:p>"), ""},
		"nothing chosen":                   {"", nil, "attachment.error.file_needed"},
		"larger than the limit":            {"Schema.txt", bytes.Repeat([]byte("a"), matter.MaxAttachment+1), "attachment.error.large"},
		"a kind that runs":                 {"Schema.exe", []byte("MZ"), "attachment.error.kind"},
		"Word with macros by its name":     {"Schema.docm", word(""), "attachment.error.kind"},
		"a page that calls itself PDF":     {"Schema.pdf", []byte("<html><script>alert(1)</script>"), "attachment.error.not_what_it_says"},
		"another encoding":                 {"Schema.txt", []byte("M\xe5ndag klockan sju"), "attachment.error.not_utf8"},
		"macros inside":                    {"Schema.docx", word("<w:p/>", "word/vbaProject.bin", "x"), "attachment.error.macros"},
		"a personnummer in the text":       {"Lista.txt", []byte("Anna 811218-9876"), "attachment.error.personnummer"},
		"a personnummer in the name":       {"811218-9876.txt", []byte("Anna"), "error.personnummer"},
		"a personnummer cut up by markup":  {"Lista.docx", word("<w:p><w:t>811218</w:t><w:t>-9876</w:t></w:p>"), "attachment.error.personnummer"},
		"numbers of two cells are not one": {"Lista.docx", word("<w:p>811218</w:p><w:p>9876</w:p>"), ""},
		"a bomb":                           {"Stor.docx", word(strings.Repeat("a", 201<<20)), "attachment.error.unpacked"},
		"a Word file that breaks off":      {"Schema.docx", word("<w:p/>")[:60], "attachment.error.not_what_it_says"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := ""
			form := matter.AttachmentForm{Name: test.name, Data: test.data}
			if err := form.Check(); err != nil {
				var e *fail.Error
				if !errors.As(err, &e) || len(e.Fields) == 0 {
					t.Fatalf("got %v, want a refusal of a field", err)
				}
				got = e.Fields[0].Key
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if test.want == "" && form.Title != strings.TrimSuffix(test.name, test.name[strings.LastIndexByte(test.name, '.'):]) {
				t.Errorf("got title %q, want the file's name", form.Title)
			}
		})
	}
}

func TestAttachmentRules(t *testing.T) {
	t.Parallel()
	owner, other := access.Actor{PersonID: 1, Role: access.Manager}, access.Actor{PersonID: 2, Role: access.Manager}
	hr, rep := access.Actor{PersonID: 3, Role: access.HR}, access.Actor{PersonID: 4, Role: access.UnionRep}
	gone := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	open := func(change func(*matter.Record)) matter.Record {
		r := matter.Record{Matter: matter.Matter{OwnerID: 1, Status: "open"}, Attachments: []matter.Attachment{{ID: 7, Listed: true}, {ID: 8, Versions: []int{1}}}}
		if change != nil {
			change(&r)
		}
		return r
	}
	full := open(func(r *matter.Record) { r.Attachments = make([]matter.Attachment, matter.MaxAttachments) })
	for i := range full.Attachments {
		full.Attachments[i].Listed = true
	}
	tests := []struct {
		name string
		err  error
		want string
	}{
		{"the owner adds", open(nil).CanAttach(owner), ""},
		{"another manager does not", open(nil).CanAttach(other), "error.not_owner"},
		{"not when withdrawn", open(func(r *matter.Record) { r.Status = "withdrawn" }).CanAttach(owner), "error.not_open_matter"},
		{"not when decided", open(func(r *matter.Record) { r.Decisions = []matter.Decision{{}} }).CanAttach(owner), "error.already_decided"},
		{"but after a deviating decision", open(func(r *matter.Record) { r.Decisions = []matter.Decision{{Deviation: matter.MaterialDeviation}} }).CanAttach(owner), ""},
		{"not to a full list", full.CanAttach(owner), "attachment.error.many"},
		{"the owner erases", open(nil).CanErase(owner, matter.Attachment{}), ""},
		{"HR erases", open(nil).CanErase(hr, matter.Attachment{}), ""},
		{"another manager does not erase", open(nil).CanErase(other, matter.Attachment{}), "error.not_owner"},
		{"nor a representative", open(nil).CanErase(rep, matter.Attachment{}), "error.not_owner"},
		{"not twice", open(nil).CanErase(hr, matter.Attachment{ErasedAt: &gone}), "attachment.error.erased"},
		{"what is only on the list is the owner's", errOf(open(nil).Attachment(rep, 7)), "error.not_found"},
		{"what a version has is for all readers", errOf(open(nil).Attachment(rep, 8)), ""},
		{"none by that number", errOf(open(nil).Attachment(owner, 9)), "error.not_found"},
	}
	for _, test := range tests {
		if got := refusal(test.err); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func errOf[T any](_ T, err error) error { return err }
