package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
)

func optional[T any](parse func(string) (T, error)) func(string) (T, error) {
	return func(s string) (T, error) {
		if s == "" {
			var none T
			return none, nil
		}
		return parse(s)
	}
}

func databaseURL(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "postgres" && u.Scheme != "postgresql") || strings.Trim(u.Path, "/") == "" {
		return "", errors.New("must be like postgres://user:password@host:5432/database")
	}
	return s, nil
}

func directory(s string) (string, error) {
	if s != "" && !filepath.IsAbs(s) {
		return "", fmt.Errorf("must be a full path that begins with /, not %q", s)
	}
	return s, nil
}

func pooler(s string) (bool, error) {
	switch s {
	case "", "none":
		return false, nil
	case "transaction":
		return true, nil
	}
	return false, fmt.Errorf("must be transaction, or left out, not %q", s)
}

func address(s string) (string, error) {
	_, port, err := net.SplitHostPort(s)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return "", fmt.Errorf("must be like 127.0.0.1:8080 or :8080, not %q", s)
	}
	return s, nil
}

// reachable turns an address to listen on into one to open in a browser.
func reachable(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return "localhost"
	}
	if ip, err := netip.ParseAddr(host); host == "" || (err == nil && ip.IsUnspecified()) {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}

func baseURL(s string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimRight(s, "/"))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.User != nil || u.Path != "" || u.RawQuery != "" || u.Fragment != "" {
		return &url.URL{Scheme: "http", Host: "localhost"}, fmt.Errorf("must be like https://samverka.example.se, not %q", s)
	}
	return u, nil
}

func prefixes(s string) ([]netip.Prefix, error) {
	var all []netip.Prefix
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' }) {
		p, err := netip.ParsePrefix(part)
		if err != nil {
			ip, ipErr := netip.ParseAddr(part)
			if ipErr != nil {
				return nil, fmt.Errorf("must be addresses or networks with commas between, like 10.0.0.5,192.168.0.0/16, not %q", part)
			}
			p = netip.PrefixFrom(ip, ip.BitLen())
		}
		all = append(all, p.Masked())
	}
	return all, nil
}

func smtp(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err == nil && u.Port() != "" {
		_, err = address(u.Host)
	}
	if err != nil || (u.Scheme != "smtp" && u.Scheme != "smtps") || u.Hostname() == "" || strings.Trim(u.Path, "/") != "" {
		return "", errors.New("must be like smtp://user:password@mail.example.se:587, or smtps://… for TLS from the start")
	}
	return s, nil
}

func sender(s string) (string, error) {
	a, err := mail.ParseAddress(s)
	if s != "" && (err != nil || a.Address != s) {
		return "", fmt.Errorf("must be an e-mail address alone, like samverka@example.se, not %q", s)
	}
	return s, nil
}

func level(s string) (slog.Level, error) {
	switch strings.ToLower(s) {
	case "debug":
		return slog.LevelDebug, nil
	case "info":
		return slog.LevelInfo, nil
	case "warn":
		return slog.LevelWarn, nil
	case "error":
		return slog.LevelError, nil
	}
	return 0, fmt.Errorf("must be debug, info, warn or error, not %q", s)
}
