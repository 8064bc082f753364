// Package pgserver runs a private Postgres for Samverka: it finds server
// binaries on the machine, creates a cluster the first time, starts it as a
// child process and stops it cleanly, whatever way the product itself ends.
//
// The server listens on no TCP port, only on a Unix socket in a directory that
// is closed to other users, which is why it asks for no passwords.
//
// One rule stands above the others: nothing here ever deletes a cluster. What
// cannot be used as it is is refused with words that say what to do.
package pgserver
