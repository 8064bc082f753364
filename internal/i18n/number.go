package i18n

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Number writes n with its thousands apart: "45 000", in English "45,000".
func Number(ctx context.Context, n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	var groups []string
	for len(digits) > 3 {
		groups = append(groups, digits[len(digits)-3:])
		digits = digits[:len(digits)-3]
	}
	groups = append(groups, digits)
	slices.Reverse(groups)
	return sign + strings.Join(groups, speaking(ctx).thousands)
}

// Percent writes a share in whole per cent: "54 %", in English "54%".
func Percent(ctx context.Context, n int) string {
	return Number(ctx, n) + speaking(ctx).percent
}

// Sort orders items by name the Swedish way, å ä ö last, whatever the reader's
// language: the names are Swedish. It is stable.
func Sort[T any](items []T, name func(T) string) {
	c := collate.New(language.Swedish)
	slices.SortStableFunc(items, func(a, b T) int { return c.CompareString(name(a), name(b)) })
}
