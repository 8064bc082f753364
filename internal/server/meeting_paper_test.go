package server

import (
	"archive/zip"
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/document/pdftext"
	"samverka/internal/organisation"
)

// printed is the text of a PDF, spaces made one.
func (m *meetingStage) printed(v visitor, path string) string {
	m.t.Helper()
	text, err := pdftext.Text([]byte(v.get(path).body))
	m.ok(err)
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " ")
}

// written is the main part of a Word file.
func (m *meetingStage) written(v visitor, path string) string {
	m.t.Helper()
	body := v.get(path).body
	z, err := zip.NewReader(strings.NewReader(body), int64(len(body)))
	m.ok(err)
	f, err := z.Open("word/document.xml")
	m.ok(err)
	data, err := io.ReadAll(f)
	m.ok(err)
	return string(data)
}

func TestNoticeAsFiles(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	page := m.eva().get(m.path + "/kallelse")
	for _, ending := range []string{".pdf", ".docx"} {
		if page.doc(t).Find(`a[href="`+m.path+"/kallelse"+ending+`"]`).Length() != 1 {
			t.Errorf("the notice's page does not lead to its %s", ending)
		}
	}
	for _, want := range []string{"Kallelse till FSG Omsorg", "Dagordning", "Nya lokaler", "Samverkan före beslut", "Kallade", "Bo Ek"} {
		if text := m.printed(m.bo(), m.path+"/kallelse.pdf"); !strings.Contains(text, want) {
			t.Errorf("the PDF lacks %q: %s", want, text)
		}
		if text := m.written(m.bo(), m.path+"/kallelse.docx"); !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), want) {
			t.Errorf("the Word file lacks %q", want)
		}
	}
	for path, kind := range map[string]string{"/kallelse.pdf": "application/pdf", "/kallelse.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"} {
		got := m.eva().get(m.path + path)
		want := map[string]string{"Content-Type": kind, "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store",
			"Content-Disposition": `attachment; filename="Kallelse FSG Omsorg 2027-03-31` + path[9:] + `"; filename*=UTF-8''Kallelse%20FSG%20Omsorg%202027-03-31` + path[9:]}
		for name, value := range want {
			if got.header.Get(name) != value {
				t.Errorf("%s: %s: got %q, want %q", path, name, got.header.Get(name), value)
			}
		}
	}
	if got := m.as(access.Employee).get(m.path + "/kallelse.docx").status; got != http.StatusNotFound {
		t.Errorf("an employee: got %d, want 404", got)
	}
}

func TestApprovedMinutesHaveNoCopyToWorkOnAndStayAsTheyWere(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	m.risk()
	day := m.call()
	m.at(day, 14, 30)
	m.does(m.eva(), m.path+"/avsluta", nil)
	_, err := m.pg.Super.Exec(m.ctx, `UPDATE matters SET secrecy = 'OSL 19 kap. 3 §' WHERE id = $1`, m.matter)
	m.ok(err)
	page := m.path + "/protokoll"
	if text := m.written(m.eva(), page+".docx"); !strings.Contains(text, "arbetskopia") || !strings.Contains(text, "Nya lokaler") {
		t.Errorf("the draft's copy: %.300s", text)
	}
	if got := m.bo().get(page + ".docx").status; got != http.StatusNotFound {
		t.Errorf("who may not change the minutes: got %d, want 404", got)
	}
	m.does(m.eva(), page+"/skicka", url.Values{"adjuster": {id(m.person(m.org, "Eva Lind")), id(m.person(m.org, "Bo Ek"))}})
	m.does(m.eva(), page+"/justera", m.readBy(m.eva()))
	m.does(m.bo(), page+"/justera", m.readBy(m.bo()))
	if got := m.eva().get(page + ".docx").status; got != http.StatusNotFound || strings.Contains(m.eva().get(page).body, ".docx") {
		t.Errorf("approved minutes offer a copy to work on: %d", got)
	}
	m.packedWhenOpened()
	m.packed(day)
	before := m.eva().get(page + ".pdf").body
	m.at(day.Add(3), 9, 0)
	who := m.who(m.org, access.Admin)
	set, err := m.server.Organisation.Settings(m.ctx, who)
	m.ok(err)
	m.ok(m.server.Organisation.SaveProfile(m.ctx, who, organisation.Profile{Version: set.Organisation.Version, Name: "Nya kommunen", Palette: "red"}))
	if after := m.eva().get(page + ".pdf").body; after != before {
		t.Error("the approved minutes changed with the organisation's looks")
	}
}

// packed takes out the package and checks it as an archive would: every file against its digest, and the approved text
// against the digest that the log holds.
func (m *meetingStage) packed(day clock.Date) {
	m.t.Helper()
	rut := m.as(access.Registrar)
	if rut.get(m.path+"/protokoll").doc(m.t).Find(`a[href="`+m.path+`/arkiv.zip"]`).Length() != 1 {
		m.t.Error("the minutes' page does not lead to the package")
	}
	if got := m.eva().get(m.path + "/arkiv.zip").status; got != http.StatusForbidden {
		m.t.Errorf("the chair: got %d, want 403", got)
	}
	body := rut.get(m.path + "/arkiv.zip").body
	z, err := zip.NewReader(strings.NewReader(body), int64(len(body)))
	m.ok(err)
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		m.ok(err)
		data, err := io.ReadAll(r)
		m.ok(err)
		files[strings.TrimPrefix(f.Name, "samverka-mote-"+id(m.meeting)+"/")] = string(data)
	}
	listed := 0
	for _, manifest := range []string{"manifest-sha256.txt", "tagmanifest-sha256.txt"} {
		for line := range strings.Lines(files[manifest]) {
			digest, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
			listed++
			if got := fmt.Sprintf("%x", sha256.Sum256([]byte(files[name]))); got != digest {
				m.t.Errorf("%s: got %s, want %s", name, got, digest)
			}
		}
	}
	if listed != 9 || len(files) != 10 {
		m.t.Errorf("got %d files with digests of %d", listed, len(files))
	}
	kept := m.number(m.org, `SELECT count(*) FROM minutes WHERE meeting_id = $1 AND digest = sha256($2::bytea) AND content = $3`, m.meeting, []byte(files["data/protokoll.json"]), files["data/protokoll.json"])
	if kept != 1 || files["data/protokoll.pdf"] != m.eva().get(m.path+"/protokoll.pdf").body {
		m.t.Error("the package does not hold what was approved")
	}
	for name, want := range map[string]string{"data/utskick.csv": "Eva Lind", "data/justering.json": "Bo Ek", "data/metadata.json": `"Date": "` + day.String() + `"`, "bag-info.txt": "Bagging-Date: " + day.String(), "data/kallelse.pdf": "%PDF-1.7"} {
		if !strings.Contains(files[name], want) {
			m.t.Errorf("%s lacks %q: %.300s", name, want, files[name])
		}
	}
}

// packedWhenOpened sees that what is secret is not packed for who has not opened it.
func (m *meetingStage) packedWhenOpened() {
	m.t.Helper()
	rut := m.as(access.Registrar)
	m.refused(rut.get(m.path+"/arkiv.zip"), http.StatusForbidden, "det som är dolt")
	if rut.get(m.path+"/protokoll").doc(m.t).Find(`a[href$="/arkiv.zip"]`).Length() != 0 {
		m.t.Error("masked minutes lead to the package")
	}
	m.does(rut, m.path+"/protokoll/sekretess", url.Values{"reason": {"Begäran om allmän handling"}})
}

func TestAttachment(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Protokoll LSG VO Väst 2027-03-31.pdf": `attachment; filename="Protokoll LSG VO Vast 2027-03-31.pdf"; filename*=UTF-8''Protokoll%20LSG%20VO%20V%C3%A4st%202027-03-31.pdf`,
		"A/B\\C:\"D\"\r\n;%.pdf":               `attachment; filename="A B C D .pdf"; filename*=UTF-8''A%20B%20C%20D%20.pdf`,
		"Šáŧŧo 漢\u202e.pdf":                    `attachment; filename="Sa__o _ .pdf"; filename*=UTF-8''%C5%A0%C3%A1%C5%A7%C5%A7o%20%E6%BC%A2%20.pdf`,
	} {
		if got := attachment(name); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
