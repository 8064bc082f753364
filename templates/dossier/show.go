package dossier

import (
	"context"
	"strconv"

	"samverka/internal/clock"
	"samverka/internal/dossier"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

// Timeline is the page of a matter's story.
type Timeline struct {
	dossier.Story
	Moments []dossier.Moment // all of them
	Sort    dossier.Sort     // what the reader has narrowed them to; "": all
}

func (p Timeline) shown() []dossier.Moment { return dossier.Of(p.Moments, p.Sort) }

// sorts are those that the story has something of.
func (p Timeline) sorts(ctx context.Context) []ui.Option {
	var os []ui.Option
	n := dossier.Counts(p.Moments)
	for _, s := range dossier.Sorts {
		if n[s] > 0 {
			os = append(os, ui.Option{Value: string(s), Label: SortLabel(ctx, s) + " (" + strconv.Itoa(n[s]) + ")", Selected: s == p.Sort})
		}
	}
	return os
}

// heading is a chapter's: its stage, and from when to when.
func heading(ctx context.Context, c dossier.Chapter) string {
	return StageLabel(ctx, c.Stage) + ", " + Between(ctx, c.From(), c.To())
}

// Between is a stretch of days.
func Between(ctx context.Context, from, to clock.Date) string {
	if from == to {
		return i18n.Date(ctx, from)
	}
	fy, fm, day := from.YMD()
	if ty, tm, _ := to.YMD(); fy == ty && fm == tm {
		return strconv.Itoa(day) + "–" + i18n.Date(ctx, to)
	}
	return i18n.Date(ctx, from) + "–" + i18n.Date(ctx, to)
}

func (p Timeline) events(ctx context.Context, c dossier.Chapter) []ui.Event {
	events := make([]ui.Event, len(c.Moments))
	for i, m := range c.Moments {
		t := Tell(ctx, p.Story, m)
		events[i] = ui.Event{When: t.When, Title: t.Title, Who: t.Who, Content: more(t)}
	}
	return events
}
