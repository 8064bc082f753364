package config

import (
	"errors"
	"slices"
	"strings"
)

// elsewhere are variables of ours that other parts read.
var elsewhere = []string{"SAMVERKA_PGBIN", "SAMVERKA_TEST_DATABASE_URL"}

// Load reads a list of NAME=value, as os.Environ gives it. The error names every
// variable that is wrong and says what it should be; values that may hold a
// password are not repeated in it.
func Load(environ []string) (Config, error) {
	e := environment{values: map[string]string{}, known: slices.Clone(elsewhere)}
	for _, line := range environ {
		name, value, _ := strings.Cut(line, "=")
		if strings.HasPrefix(name, "SAMVERKA_") {
			e.values[name] = strings.TrimSpace(value)
		}
	}
	c := Config{
		DatabaseURL:    read(&e, "SAMVERKA_DATABASE_URL", "", databaseURL),
		DataDir:        read(&e, "SAMVERKA_DATA_DIR", "", directory),
		Pooler:         read(&e, "SAMVERKA_DB_POOLER", "", pooler),
		Addr:           read(&e, "SAMVERKA_ADDR", "127.0.0.1:8080", address),
		TrustedProxies: read(&e, "SAMVERKA_TRUSTED_PROXIES", "", prefixes),
		MetricsAddr:    read(&e, "SAMVERKA_METRICS_ADDR", "", optional(address)),
		SMTPURL:        read(&e, "SAMVERKA_SMTP_URL", "", smtp),
		MailFrom:       read(&e, "SAMVERKA_MAIL_FROM", "", sender),
		MailBounce:     read(&e, "SAMVERKA_MAIL_BOUNCE", "", sender),
		LogLevel:       read(&e, "SAMVERKA_LOG_LEVEL", "info", level),
	}
	c.BaseURL = read(&e, "SAMVERKA_BASE_URL", "http://"+reachable(c.Addr), baseURL)
	e.check("SAMVERKA_MAIL_FROM", c.SMTPURL == "" || e.values["SAMVERKA_MAIL_FROM"] != "",
		"is needed when SAMVERKA_SMTP_URL is set: the address that mail comes from")
	e.check("SAMVERKA_DB_POOLER", !c.Pooler || c.DatabaseURL != "", "needs SAMVERKA_DATABASE_URL: the private server has no pooler")
	c.Unknown = e.unknown()
	return c, e.err()
}

// environment collects what is wrong while it is read.
type environment struct {
	values   map[string]string
	known    []string
	problems []string
}

func read[T any](e *environment, name, fallback string, parse func(string) (T, error)) T {
	e.known = append(e.known, name)
	value := e.values[name]
	if value == "" {
		value = fallback
	}
	v, err := parse(value)
	if err != nil {
		e.problems = append(e.problems, name+" "+err.Error())
	}
	return v
}

func (e *environment) check(name string, ok bool, problem string) {
	if !ok {
		e.problems = append(e.problems, name+" "+problem)
	}
}

func (e *environment) err() error {
	if len(e.problems) == 0 {
		return nil
	}
	slices.Sort(e.problems)
	return errors.New("the settings in the environment cannot be used:\n  " + strings.Join(e.problems, "\n  "))
}

func (e *environment) unknown() []string {
	var names []string
	for name := range e.values {
		if !slices.Contains(e.known, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
