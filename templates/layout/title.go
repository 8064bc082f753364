package layout

import (
	"context"

	"samverka/internal/i18n"
)

// htmxConfig keeps htmx within the content security policy and lets it show
// refused forms.
const htmxConfig = `{"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true,"historyCacheSize":0,` +
	`"responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"422","swap":true},{"code":"[45]..","swap":false,"error":true}]}`

// title is what the tab shows: error first, then the page, then the place.
func (f Frame) title(ctx context.Context) string {
	t := f.Title + " – " + f.brand(ctx)
	if f.HasError {
		return i18n.T(ctx, "layout.title.error") + " " + t
	}
	return t
}

func (f Frame) brand(ctx context.Context) string {
	if f.OrgName != "" {
		return f.OrgName
	}
	return i18n.T(ctx, "layout.product")
}

func (f Frame) metaScheme() string {
	if s := f.scheme(); s != "auto" {
		return s
	}
	return "light dark"
}

func otherLang(ctx context.Context) string {
	if i18n.Lang(ctx) == i18n.Swedish {
		return i18n.English
	}
	return i18n.Swedish
}
