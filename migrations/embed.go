// Package migrations holds the schema's history, applied in order by samverka migrate and by serve.
package migrations

import "embed"

// FS holds the SQL files.
//
//go:embed *.sql
var FS embed.FS
