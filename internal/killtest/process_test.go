package killtest

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
)

var build struct {
	once sync.Once
	path string
	err  error
}

func TestMain(m *testing.M) {
	code := m.Run()
	if build.path != "" {
		_ = os.RemoveAll(filepath.Dir(build.path))
	}
	os.Exit(code)
}

// program builds the real binary, once.
func program(t *testing.T) string {
	t.Helper()
	build.once.Do(func() {
		dir, err := os.MkdirTemp("", "samverka-kill")
		if err != nil {
			build.err = err
			return
		}
		build.path = filepath.Join(dir, "samverka")
		out, err := exec.Command("go", "build", "-o", build.path, "samverka/cmd/samverka").CombinedOutput()
		if err != nil {
			build.err = fmt.Errorf("%w: %s", err, out)
		}
	})
	if build.err != nil {
		t.Fatal(build.err)
	}
	return build.path
}

// process is one running program, which may be killed and started again on the same address.
type process struct {
	t    *testing.T
	addr string
	env  []string
	cmd  *exec.Cmd
	log  *bytes.Buffer
}

func newProcess(t *testing.T, env ...string) *process {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &process{t: t, addr: l.Addr().String()}
	_ = l.Close()
	p.env = append(env, "SAMVERKA_ADDR="+p.addr, "SAMVERKA_LOG_LEVEL=warn", "PATH="+os.Getenv("PATH"), "HOME="+t.TempDir())
	t.Cleanup(func() {
		p.kill()
		if t.Failed() && p.log != nil {
			t.Logf("the last process said:\n%s", p.log)
		}
	})
	return p
}

// start runs the program until it is ready.
func (p *process) start() {
	p.t.Helper()
	p.cmd, p.log = exec.Command(program(p.t), "serve"), new(bytes.Buffer)
	p.cmd.Env, p.cmd.Stderr = p.env, p.log
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	for end := time.Now().Add(2 * time.Minute); ; time.Sleep(10 * time.Millisecond) {
		res, err := http.Get("http://" + p.addr + "/readyz")
		if err == nil {
			_ = res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return
			}
		}
		if time.Now().After(end) {
			p.t.Fatalf("the program is not ready: %s", p.log)
		}
	}
}

// kill is kill -9: nothing is tidied up.
func (p *process) kill() {
	if p.cmd == nil {
		return
	}
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
	p.cmd = nil
}

// visitor is somebody with a browser, which outlives the process.
type visitor struct {
	t      *testing.T
	client *http.Client
}

// newVisitor signs somebody in.
func newVisitor(t *testing.T, p *process, email, password string) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	v := &visitor{t: t, client: &http.Client{Jar: jar, Timeout: time.Minute, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
	if err := v.submit(p, "/logga-in", "sign-in", url.Values{"email": {email}, "password": {password}}); err != nil {
		t.Fatalf("%s cannot sign in: %v", email, err)
	}
	return v
}

// page opens a page.
func (v *visitor) page(p *process, path string) (*goquery.Document, error) {
	res, err := v.client.Get("http://" + p.addr + path)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	doc, err := goquery.NewDocumentFromReader(res.Body)
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s answers %d: %s", path, res.StatusCode, strings.Join(strings.Fields(doc.Find("main").Text()), " "))
	}
	return doc, err
}

// errNoForm says that the page does not offer the form: what it does is done.
type errNoForm struct{ form string }

func (e errNoForm) Error() string { return "there is no form " + e.form }

// submit fills a form of a page and sends it; nil means that it was taken.
func (v *visitor) submit(p *process, path, form string, fields url.Values) error {
	doc, err := v.page(p, path)
	if err != nil {
		return err
	}
	f := doc.Find(`form[data-form="` + form + `"]`).First()
	if f.Length() == 0 {
		return errNoForm{form}
	}
	values := url.Values{}
	f.Find("input, textarea").Each(func(_ int, s *goquery.Selection) {
		if kind := s.AttrOr("type", ""); kind != "checkbox" && kind != "radio" {
			values.Set(s.AttrOr("name", ""), s.AttrOr("value", s.Text()))
		}
	})
	for name, vs := range fields {
		values[name] = vs
	}
	res, err := v.client.PostForm("http://"+p.addr+f.AttrOr("action", path), values)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusSeeOther {
		doc, _ := goquery.NewDocumentFromReader(res.Body)
		return fmt.Errorf("%s answers %d: %s", form, res.StatusCode, strings.Join(strings.Fields(doc.Find("main").Text()), " "))
	}
	return nil
}

// post presses a button by its address.
func (v *visitor) post(p *process, path string) error {
	res, err := v.client.PostForm("http://"+p.addr+path, nil)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusSeeOther {
		return fmt.Errorf("%s answers %d", path, res.StatusCode)
	}
	return nil
}
