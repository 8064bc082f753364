package pgserver

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Options say where and how the private server runs. The zero value is the
// ordinary installation.
type Options struct {
	// Dir holds the cluster, its socket, log and lock. Empty means DefaultDir.
	Dir string
	// BinDir holds postgres and initdb. Empty means that they are looked for.
	BinDir string
	// Account is whom the server runs as when we are root. Empty means postgres.
	Account string
	// Database is created if it is missing. Empty means samverka.
	Database string
	// Log receives the supervisor's own lines. Postgres's log is a file in Dir.
	Log io.Writer
	// MaxConnections is 50 when zero.
	MaxConnections int
	// Throwaway trades the safety of the data for speed. For tests only.
	Throwaway bool
	// Settings are further server settings. Those that risk data are refused
	// unless Throwaway is set.
	Settings map[string]string

	// outliveUs leaves out the signal that ends the server with its parent, so
	// that tests can make an orphan.
	outliveUs bool
}

// unsafeSettings lose or tear committed data when the machine stops.
var unsafeSettings = map[string]string{
	"fsync":              "off",
	"full_page_writes":   "off",
	"synchronous_commit": "off",
}

// ownedSettings belong to the supervisor: changing them would open the server
// to others or hide it from us.
var ownedSettings = []string{
	"listen_addresses", "unix_socket_directories", "unix_socket_permissions", "port", "data_directory", "external_pid_file",
}

func (o Options) complete() (Options, error) {
	if o.Dir == "" {
		dir, err := DefaultDir(os.Getuid(), os.Getenv)
		if err != nil {
			return o, err
		}
		o.Dir = dir
	}
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return o, err
	}
	o.Dir = dir
	if o.Account == "" {
		o.Account = "postgres"
	}
	if o.Database == "" {
		o.Database = "samverka"
	}
	if o.Log == nil {
		o.Log = io.Discard
	}
	if o.MaxConnections == 0 {
		o.MaxConnections = 50
	}
	return o, o.checkSettings()
}

func (o Options) checkSettings() error {
	for name := range o.Settings {
		lower := strings.ToLower(name)
		if _, ok := unsafeSettings[lower]; ok && !o.Throwaway {
			return fmt.Errorf("the setting %s can lose committed data and is only for throwaway servers", name)
		}
		for _, owned := range ownedSettings {
			if lower == owned {
				return fmt.Errorf("the setting %s is decided by the supervisor", name)
			}
		}
	}
	return nil
}

// serverArgs are the command line of postgres. Settings given here beat the
// cluster's configuration files. Error texts are kept terse and statements out
// of the log, because both repeat what people have written.
func (o Options) serverArgs(p paths) []string {
	set := map[string]string{
		"max_connections":           fmt.Sprint(o.MaxConnections),
		"log_error_verbosity":       "terse",
		"log_min_error_statement":   "panic",
		"log_timezone":              "UTC",
		"timezone":                  "UTC",
		"cluster_name":              "samverka",
		"password_encryption":       "scram-sha-256",
		"max_prepared_transactions": "0",
	}
	if o.Throwaway {
		for name, value := range unsafeSettings {
			set[name] = value
		}
		set["wal_level"] = "minimal"
		set["max_wal_senders"] = "0"
	}
	for name, value := range o.Settings {
		set[strings.ToLower(name)] = value
	}
	args := []string{
		"-D", p.data, "-p", port,
		"-c", "listen_addresses=",
		"-c", "unix_socket_directories=" + p.socket,
		"-c", "unix_socket_permissions=0700",
	}
	for name, value := range set {
		args = append(args, "-c", name+"="+value)
	}
	return args
}

// DefaultDir is where the cluster lives when nobody has said anything else.
// Root gets a place outside its home, since the server drops to an account that
// cannot reach into /root.
func DefaultDir(uid int, getenv func(string) string) (string, error) {
	if uid == 0 {
		return "/var/lib/samverka", nil
	}
	if x := getenv("XDG_DATA_HOME"); filepath.IsAbs(x) {
		return filepath.Join(x, "samverka"), nil
	}
	if home := getenv("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, ".local", "share", "samverka"), nil
	}
	return "", fmt.Errorf("no home directory is known for this user; set SAMVERKA_DATA_DIR to a directory that you may write to")
}
