package i18n

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
)

func speaks(lang string) context.Context { return With(context.Background(), lang) }

func TestTexts(t *testing.T) {
	t.Parallel()
	sv, en := speaks("sv"), speaks("en")
	for _, c := range []struct{ name, got, want string }{
		{"plain", T(sv, "ui.task.done"), "Klar"},
		{"English", T(en, "ui.task.done"), "Done"},
		{"places", T(sv, "ui.steps.of", "Current", 2, "Total", 7), "Fråga 2 av 7"},
		{"missing argument shows", T(sv, "ui.steps.of", "Current", 2), "Fråga 2 av !Total"},
		{"odd arguments show", T(sv, "ui.steps.of", "Current"), "!ui.steps.of"},
		{"unknown key shows", T(sv, "ui.no.such"), "!ui.no.such"},
		{"one", N(sv, "ui.errors.title", 1), "Rätta 1 uppgift"},
		{"other", N(sv, "ui.errors.title", 3), "Rätta 3 uppgifter"},
		{"none", N(sv, "ui.errors.title", 0), "Rätta 0 uppgifter"},
		{"unknown count shows", N(sv, "ui.no.such", 1), "!ui.no.such"},
		{"a warning of one day", Say(sv, "meeting.warn.notice_late", "Days", 1, "Agreed", 14), "Kallelsen går ut 1 dag före mötet. Avtalet säger 14."},
		{"a warning of some days", Say(en, "meeting.warn.notice_late", "Days", 3, "Agreed", 14), "The notice goes out 3 days before the meeting. The agreement says 14."},
		{"a warning without a count", Say(sv, "meeting.warn.not_called"), T(sv, "meeting.warn.not_called")},
		{"no language is Swedish", T(context.Background(), "ui.task.done"), "Klar"},
		{"unknown language is Swedish", T(speaks("de"), "ui.task.done"), "Klar"},
		{"list", List(sv, []string{"Kommunal", "Vision", "Saco"}), "Kommunal, Vision och Saco"},
		{"list of one", List(en, []string{"Vision"}), "Vision"},
		{"list of none", List(en, nil), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestChoose(t *testing.T) {
	t.Parallel()
	for header, want := range map[string]string{
		"": "sv", "sv-SE,sv;q=0.9,en;q=0.5": "sv", "en-GB,en;q=0.9": "en", "nb-NO": "sv", "zh": "sv", "§§§": "sv",
	} {
		if got := Choose(header); got != want {
			t.Errorf("Choose(%q) = %q, want %q", header, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	sv, en := speaks("sv"), speaks("en")
	day := clock.NewDate(2026, time.November, 12)
	// 23.30 UTC is half past midnight the next day in Stockholm.
	late := time.Date(2026, time.November, 11, 23, 30, 0, 0, time.UTC)
	for _, c := range []struct{ name, got, want string }{
		{"date", Date(sv, day), "12 november 2026"},
		{"English date", Date(en, day), "12 November 2026"},
		{"instant", Date(sv, late), "12 november 2026"},
		{"no date", Date(sv, clock.Date{}), ""},
		{"no instant", Date(sv, time.Time{}), ""},
		{"long", LongDate(sv, day), "torsdag 12 november 2026"},
		{"short", ShortDate(sv, day), "2026-11-12"},
		{"weekday", Weekday(en, day), "Thursday"},
		{"month", Month(sv, day), "november 2026"},
		{"week", Week(sv, day), "vecka\u00a046"},
		{"week of the year before", Week(sv, clock.NewDate(2027, time.January, 1)), "vecka\u00a053"},
		{"time", Time(sv, day.At(13, 0)), "kl.\u00a013.00"},
		{"English time", Time(en, day.At(9, 5)), "09:05"},
		{"range", TimeRange(sv, day.At(13, 0), day.At(14, 30)), "kl.\u00a013.00–14.30"},
		{"date and time", DateTime(sv, late), "12 november 2026 kl.\u00a000.30"},
		{"English date and time", DateTime(en, late), "12 November 2026, 00:30"},
		{"minutes", Minutes(sv, 45), "45\u00a0min"},
		{"hours", Minutes(sv, 120), "2\u00a0h"},
		{"both", Minutes(sv, 95), "1\u00a0h 35\u00a0min"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	sv, en := speaks("sv"), speaks("en")
	for _, c := range []struct{ got, want string }{
		{Number(sv, 7), "7"}, {Number(sv, 999), "999"}, {Number(sv, 45000), "45\u00a0000"},
		{Number(sv, -1234567), "−1\u00a0234\u00a0567"}, {Number(en, 45000), "45,000"}, {Percent(sv, 54), "54\u00a0%"}, {Percent(en, 54), "54%"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestSort(t *testing.T) {
	t.Parallel()
	got := []string{"Öberg", "Ahl", "Ärlig", "Åberg", "Wik", "Vik", "Zetterlund", "Édouard", "Ek"}
	Sort(got, func(s string) string { return s })
	want := []string{"Ahl", "Édouard", "Ek", "Vik", "Wik", "Zetterlund", "Åberg", "Ärlig", "Öberg"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func BenchmarkT(b *testing.B) {
	ctx := speaks("sv")
	b.ReportAllocs()
	for b.Loop() {
		T(ctx, "ui.task.done")
	}
}
