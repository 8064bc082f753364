// Package locales holds every text a person can read, one pair of files per
// subject: <subject>.sv.json and <subject>.en.json. A file is one flat object
// from key ("subject.place.word") to text, or to {"one": …, "other": …} where
// the text depends on a count.
package locales

import "embed"

// FS holds all *.json files of this directory.
//
//go:embed *.json
var FS embed.FS
