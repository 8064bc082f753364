package matter

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gabriel-vasile/mimetype"

	"samverka/internal/fail"
	"samverka/internal/privacy"
)

// The limits of an attachment.
const (
	MaxAttachment  = 10 << 20 // bytes
	MaxAttachments = 20       // on a matter's list
	maxUnpacked    = 200 << 20
)

// attachmentKinds are the files that may be attached, by their ending: papers that people read. Pictures, with what a
// telephone writes into them, and everything that runs are left out.
var attachmentKinds = map[string]string{
	".pdf":  "application/pdf",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".odt":  "application/vnd.oasis.opendocument.text",
	".ods":  "application/vnd.oasis.opendocument.spreadsheet",
	".odp":  "application/vnd.oasis.opendocument.presentation",
	".txt":  "text/plain",
}

// AttachmentEndings are the endings of the files that may be attached, as a file field wants them.
const AttachmentEndings = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt"

// inspect refuses a file that is no paper of a known kind, holds macros, unpacks to something vast, or holds what is a
// personnummer (handbook, hard case 9). Words inside a PDF are not read.
func inspect(f *fail.Form, name string, data []byte) {
	kind, known := attachmentKinds[strings.ToLower(path.Ext(name))]
	switch {
	case len(data) == 0:
		f.Add("file", "attachment.error.file_needed")
	case len(data) > MaxAttachment:
		f.Add("file", "attachment.error.large", "Max", MaxAttachment>>20)
	case !known:
		f.Add("file", "attachment.error.kind")
	case !is(data, kind):
		f.Add("file", "attachment.error.not_what_it_says", "Ending", path.Ext(name))
	case privacy.HasPersonnummer(name):
		f.Add("file", "error.personnummer")
	default:
		words, key := readable(kind, data)
		if key == "" && privacy.HasPersonnummer(words) {
			key = "attachment.error.personnummer"
		}
		if key != "" {
			f.Add("file", key)
		}
	}
}

// is reports whether the bytes are of the kind, or of one that is a sort of it: JSON is text.
func is(data []byte, kind string) bool {
	for m := mimetype.Detect(data); m != nil; m = m.Parent() {
		if m.Is(kind) {
			return true
		}
	}
	return false
}

// readable are the words of the file, as far as they can be read; key says why it is refused.
func readable(kind string, data []byte) (words, key string) {
	switch kind {
	case "application/pdf":
		return "", ""
	case "text/plain":
		if !utf8.Valid(data) {
			return "", "attachment.error.not_utf8"
		}
		return string(data), ""
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", "attachment.error.broken"
	}
	var b strings.Builder
	left := int64(maxUnpacked)
	for _, f := range z.File {
		switch {
		case strings.HasSuffix(strings.ToLower(f.Name), "vbaproject.bin"):
			return "", "attachment.error.macros"
		case f.UncompressedSize64 > uint64(left):
			return "", "attachment.error.unpacked"
		case !strings.HasSuffix(f.Name, ".xml"):
			left -= int64(f.UncompressedSize64)
			continue
		}
		r, err := f.Open()
		if err != nil {
			return "", "attachment.error.broken"
		}
		part, err := io.ReadAll(io.LimitReader(r, left))
		if err != nil { // the reader also refuses a part that is larger than it says
			return "", "attachment.error.broken"
		}
		left -= int64(len(part))
		b.Write(paragraphs(part))
	}
	return b.String(), ""
}

var (
	blockEnds = regexp.MustCompile(`</(w:p|a:p|si|c|row|text:p|table:table-cell)>`)
	anyTag    = regexp.MustCompile(`<[^>]*>`)
)

// paragraphs are the part's words, a line for each paragraph or cell: a word may be cut up by markup.
func paragraphs(xml []byte) []byte {
	return append(anyTag.ReplaceAll(blockEnds.ReplaceAll(xml, []byte("\n")), nil), '\n')
}
