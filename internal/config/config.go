// Package config is everything that the environment decides, read and checked
// once at the start.
package config

import (
	"log/slog"
	"net/netip"
	"net/url"
)

// Config is what the program was asked to do. Each field names its variable.
type Config struct {
	// DatabaseURL (SAMVERKA_DATABASE_URL) is a Postgres server that somebody else
	// runs. Empty: the program runs a private one in DataDir.
	DatabaseURL string
	// DataDir (SAMVERKA_DATA_DIR) holds the private server. Empty: its default.
	DataDir string
	// Pooler (SAMVERKA_DB_POOLER=transaction) says that a pooler in transaction
	// mode stands between, so nothing may be kept on a connection.
	Pooler bool

	// Addr (SAMVERKA_ADDR) is where the pages are served: 127.0.0.1:8080.
	Addr string
	// BaseURL (SAMVERKA_BASE_URL) is how people reach the program, for links in
	// mail and the rules for cookies: http://<Addr>. It ends without a slash.
	BaseURL *url.URL
	// TrustedProxies (SAMVERKA_TRUSTED_PROXIES) are the addresses whose word on
	// where a request came from is taken. Empty: nobody's.
	TrustedProxies []netip.Prefix
	// MetricsAddr (SAMVERKA_METRICS_ADDR) serves measurements. Empty: nowhere.
	MetricsAddr string

	// SMTPURL (SAMVERKA_SMTP_URL) is the mail server. Empty: no mail is sent.
	SMTPURL string
	// MailFrom (SAMVERKA_MAIL_FROM) is the sender's address, needed with SMTPURL.
	MailFrom string
	// MailBounce (SAMVERKA_MAIL_BOUNCE) is the mailbox that mail comes back to,
	// which must take anything after a plus sign. Empty: MailFrom.
	MailBounce string

	// LogLevel (SAMVERKA_LOG_LEVEL) is debug, info, warn or error: info.
	LogLevel slog.Level

	// Unknown are variables that begin with SAMVERKA_ and mean nothing here:
	// misspelt ones, most likely. Worth a warning.
	Unknown []string
}

// Secure says whether people reach the program over HTTPS.
func (c Config) Secure() bool { return c.BaseURL.Scheme == "https" }
