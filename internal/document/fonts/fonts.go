// Package fonts holds the two faces that documents are set in: Noto Sans under
// the SIL Open Font License 1.1 (OFL.txt). README.md tells how they were made.
package fonts

import _ "embed"

// Regular is Noto Sans Regular with Latin, Greek, Cyrillic and a few signs.
//
//go:embed Regular.ttf
var Regular []byte

// Bold is Noto Sans Bold with the same letters.
//
//go:embed Bold.ttf
var Bold []byte
