package meeting

import (
	"context"

	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// NoticeFacts are when and where the meeting is, as the notice says it on a page and on paper.
func NoticeFacts(ctx context.Context, p NoticePage) []ui.SummaryRow { return noticeFacts(ctx, p) }

// Called are those whom the notice calls, each once, with all that they are there for.
func Called(ctx context.Context, r meeting.Record) []ui.ListRow { return members(ctx, r) }

// Editable reports whether the reader still changes the minutes, and may take a copy to work on.
func (p MinutesPage) Editable() bool { return p.CanRun && !p.Minutes.Final() }

// Masked reports whether something of the minutes is hidden from the reader.
func (p MinutesPage) Masked() bool { return p.Content.Secret() && !p.Unmasked }

// DispatchLabel says what was sent out.
func DispatchLabel(ctx context.Context, kind string) string { return say(ctx, dispatchKeys, kind) }

// Class says how an item is to be treated.
func Class(ctx context.Context, c string) string { return class(ctx, c) }
