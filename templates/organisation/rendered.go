package organisation

import (
	"context"
	"strings"

	"github.com/a-h/templ"
)

// rendered is a part as it would be sent, to see whether two say the same.
func rendered(ctx context.Context, c templ.Component) string {
	var b strings.Builder
	if err := c.Render(ctx, &b); err != nil {
		return err.Error()
	}
	return b.String()
}
