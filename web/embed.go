// Package web serves the static files: one stylesheet, one small script, htmx
// for the pages that ask for it, and the icon. Their URLs carry a fingerprint
// of the content, so browsers may keep them for ever.
package web

import "embed"

//go:generate go run ./bundle

//go:embed static/*
var files embed.FS
