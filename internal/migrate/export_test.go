package migrate

// For tests that bring migrations of their own.
var (
	UpFiles     = up
	DownFiles   = down
	StatusFiles = status
)
