package guidance

import "context"

type key struct{}

// With gives pages the organisation's own texts.
func With(ctx context.Context, own Own) context.Context { return context.WithValue(ctx, key{}, own) }

// From are the organisation's own texts that the page has.
func From(ctx context.Context) Own {
	own, _ := ctx.Value(key{}).(Own)
	return own
}
