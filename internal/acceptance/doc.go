// Package acceptance runs the agreement as executable scenarios (features/*.feature, in Swedish) against the product over
// HTTP: a server of its own for every scenario, on a database of its own, with a clock that the scenario sets and a mail
// server that keeps what it receives. A step signs in as its person, chooses a role, opens the page, fills in its form and
// reads the answer. Only the tables that set the scene reach past the pages.
//
// go test ./internal/acceptance runs them all; SAMVERKA_FEATURES=<folder> runs the .feature files of another folder
// (with -count=1: changes outside the module are not seen by the cache of test results).
package acceptance
