package server

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"samverka/internal/document"
	"samverka/internal/organisation"
	"samverka/templates/paper"
)

// kinds of files by their endings.
var fileKinds = map[string]string{
	".pdf":  "application/pdf",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".zip":  "application/zip",
}

// download sends a file to be kept under a name that people understand. It is written whole first, so that one that breaks
// half-way is a clean 500.
func download(w http.ResponseWriter, name, ending string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return fmt.Errorf("writing a file of kind %s: %w", ending, err)
	}
	sendFile(w, fileKinds[ending], name+ending, b.Bytes())
	return nil
}

// sendFile sends a file to be kept, never to be shown as a page of ours.
func sendFile(w http.ResponseWriter, mediaType, name string, data []byte) {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Disposition", attachment(name))
	_, _ = w.Write(data) // a failed write means that the browser left
}

// downloadPaper sends a document in the form that its ending asks for.
func downloadPaper(w http.ResponseWriter, name, ending string, d document.Doc) error {
	if ending == ".docx" {
		return download(w, name, ending, d.DOCX)
	}
	return download(w, name, ending, d.PDF)
}

// dressed is the paper in the organisation's looks at the time that the paper is from.
func (s *Server) dressed(r *http.Request, paper func(paper.Look) document.Doc) (document.Doc, error) {
	l, err := s.Organisation.LookAt(r.Context(), actor(r), paper(organisation.Look{}).Created)
	if err != nil {
		return document.Doc{}, err
	}
	return paper(l), nil
}

// attachment names the file twice: in ASCII for old programs, and as it is (RFC 6266, RFC 8187).
func attachment(name string) string {
	name = strings.Join(strings.FieldsFunc(name, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(`/\:*?"<>|;%`, r)
	}), " ")
	var plain, coded strings.Builder
	for _, r := range norm.NFD.String(name) {
		switch {
		case r < unicode.MaxASCII:
			plain.WriteRune(r)
		case !unicode.Is(unicode.M, r):
			plain.WriteByte('_')
		}
	}
	for _, c := range []byte(norm.NFC.String(name)) {
		if c < 0x80 && (unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c)) || strings.ContainsRune("-._", rune(c))) {
			coded.WriteByte(c)
		} else {
			fmt.Fprintf(&coded, "%%%02X", c)
		}
	}
	return fmt.Sprintf(`attachment; filename="%s"; filename*=UTF-8''%s`, plain.String(), coded.String())
}
