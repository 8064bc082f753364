package config

import (
	"log/slog"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDefaults(t *testing.T) {
	t.Parallel()
	got, err := Load([]string{"HOME=/home/a", "SAMVERKA_ADDR=", "PATH=/bin"})
	if err != nil {
		t.Fatal(err)
	}
	want := Config{Addr: "127.0.0.1:8080", BaseURL: &url.URL{Scheme: "http", Host: "127.0.0.1:8080"}, LogLevel: slog.LevelInfo}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got.Secure() {
		t.Error("plain HTTP was called secure")
	}
}

func TestEverythingSet(t *testing.T) {
	t.Parallel()
	got, err := Load([]string{
		"SAMVERKA_DATABASE_URL=postgres://samverka_owner:p%40ss@db:5432/samverka?sslmode=disable",
		"SAMVERKA_DATA_DIR=/srv/samverka",
		"SAMVERKA_DB_POOLER=transaction",
		"SAMVERKA_ADDR=:9000",
		"SAMVERKA_BASE_URL=https://samverka.alvsunda.se/",
		"SAMVERKA_TRUSTED_PROXIES=10.0.0.5, 192.168.7.9/16,::1",
		"SAMVERKA_METRICS_ADDR=127.0.0.1:9100",
		"SAMVERKA_SMTP_URL=smtp://user:hemligt%21@mail.alvsunda.se",
		"SAMVERKA_MAIL_FROM=samverka@alvsunda.se",
		"SAMVERKA_MAIL_BOUNCE=studs@alvsunda.se",
		"SAMVERKA_LOG_LEVEL=DEBUG",
		"SAMVERKA_PGBIN=/opt/pg/bin",
		"SAMVERKA_ADRESS=:1",
	})
	if err != nil {
		t.Fatal(err)
	}
	want := Config{
		DatabaseURL: "postgres://samverka_owner:p%40ss@db:5432/samverka?sslmode=disable",
		DataDir:     "/srv/samverka", Pooler: true,
		Addr: ":9000", BaseURL: &url.URL{Scheme: "https", Host: "samverka.alvsunda.se"},
		TrustedProxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.5/32"), netip.MustParsePrefix("192.168.0.0/16"), netip.MustParsePrefix("::1/128")},
		MetricsAddr:    "127.0.0.1:9100",
		SMTPURL:        "smtp://user:hemligt%21@mail.alvsunda.se",
		MailFrom:       "samverka@alvsunda.se",
		MailBounce:     "studs@alvsunda.se",
		LogLevel:       slog.LevelDebug,
		Unknown:        []string{"SAMVERKA_ADRESS"},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b netip.Prefix) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	if !got.Secure() {
		t.Error("HTTPS was not called secure")
	}
}

func TestEveryBadVariableIsNamedAtOnce(t *testing.T) {
	t.Parallel()
	bad := []string{
		"SAMVERKA_DATABASE_URL=mysql://a:hemligt@b/c",
		"SAMVERKA_DATA_DIR=data",
		"SAMVERKA_DB_POOLER=session",
		"SAMVERKA_ADDR=8080",
		"SAMVERKA_BASE_URL=samverka.se",
		"SAMVERKA_TRUSTED_PROXIES=10.0.0.1,proxy",
		"SAMVERKA_METRICS_ADDR=localhost",
		"SAMVERKA_SMTP_URL=mail:hemligt",
		"SAMVERKA_MAIL_FROM=samverka",
		"SAMVERKA_MAIL_BOUNCE=studs",
		"SAMVERKA_LOG_LEVEL=loud",
	}
	_, err := Load(bad)
	if err == nil {
		t.Fatal("all of it passed")
	}
	for _, line := range bad {
		name, _, _ := strings.Cut(line, "=")
		if n := strings.Count(err.Error(), "\n  "+name+" "); n != 1 {
			t.Errorf("%s is named %d times in %q, want once", name, n, err)
		}
	}
	if strings.Contains(err.Error(), "hemligt") {
		t.Errorf("a password is repeated in %q", err)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, env, want string }{
		{"database without a name", "SAMVERKA_DATABASE_URL=postgres://a@b", "SAMVERKA_DATABASE_URL must be like postgres://"},
		{"pooler on the private server", "SAMVERKA_DB_POOLER=transaction", "SAMVERKA_DB_POOLER needs SAMVERKA_DATABASE_URL"},
		{"mail without a sender", "SAMVERKA_SMTP_URL=smtp://mail", "SAMVERKA_MAIL_FROM is needed"},
		{"port too high", "SAMVERKA_ADDR=:70000", "SAMVERKA_ADDR must be like"},
		{"base URL with a path", "SAMVERKA_BASE_URL=https://a.se/samverka", "SAMVERKA_BASE_URL must be like"},
		{"base URL with a password", "SAMVERKA_BASE_URL=https://a:b@a.se", "SAMVERKA_BASE_URL must be like"},
		{"SMTP port too high", "SAMVERKA_SMTP_URL=smtp://mail:70000", "SAMVERKA_SMTP_URL must be like"},
		{"SMTP with a path", "SAMVERKA_SMTP_URL=smtps://mail/x", "SAMVERKA_SMTP_URL must be like"},
		{"sender with a name", "SAMVERKA_MAIL_FROM=Samverka <a@b.se>", "SAMVERKA_MAIL_FROM must be an e-mail address alone"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			_, err := Load([]string{tc.env})
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got %v, want %q", err, tc.want)
			}
		})
	}
}

func TestBaseURLFollowsTheAddress(t *testing.T) {
	t.Parallel()
	for addr, want := range map[string]string{
		":8080": "http://localhost:8080", "0.0.0.0:80": "http://localhost:80", "[::]:80": "http://localhost:80",
		"10.1.2.3:8080": "http://10.1.2.3:8080", "[::1]:8080": "http://[::1]:8080",
	} {
		got, err := Load([]string{"SAMVERKA_ADDR=" + addr})
		if err != nil || got.BaseURL.String() != want {
			t.Errorf("%s: got %v, %v, want %s", addr, got.BaseURL, err, want)
		}
	}
}
