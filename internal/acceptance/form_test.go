package acceptance

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// form is one form on a page, filled in as a browser does before anybody touches it.
type form struct {
	sel    *goquery.Selection
	action string
	values url.Values
}

// form finds the page's form by its data-form; which picks among several, nil takes the first.
func (a answer) form(name string, which func(*goquery.Selection) bool) *form {
	if a.doc == nil {
		return nil
	}
	var found *form
	a.doc.Find("form").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		if s.AttrOr("data-form", "") == name && (which == nil || which(s)) {
			found = newForm(s, a.path)
		}
		return found == nil
	})
	return found
}

// newForm reads the controls that would be sent if the form were submitted as it stands, without any button.
func newForm(s *goquery.Selection, page string) *form {
	f := &form{sel: s, action: s.AttrOr("action", page), values: url.Values{}}
	controls := s.Find("input[name], textarea[name], select[name]")
	if id := s.AttrOr("id", ""); id != "" { // controls may name their form from elsewhere on the page
		controls = controls.AddSelection(s.Parents().Last().Find(`input[name][form="` + id + `"]`))
	}
	controls.Each(func(_ int, c *goquery.Selection) {
		if _, off := c.Attr("disabled"); off {
			return
		}
		name, _ := c.Attr("name")
		switch goquery.NodeName(c) {
		case "textarea":
			f.values.Add(name, c.Text())
		case "select":
			chosen := c.Find("option[selected]")
			if chosen.Length() == 0 {
				chosen = c.Find("option").First()
			}
			chosen.Each(func(_ int, o *goquery.Selection) { f.values.Add(name, optionValue(o)) })
		default:
			_, checked := c.Attr("checked")
			switch c.AttrOr("type", "text") {
			case "radio", "checkbox":
				if checked {
					f.values.Add(name, c.AttrOr("value", "on"))
				}
			case "submit", "button", "image", "reset", "file":
			default:
				f.values.Add(name, c.AttrOr("value", ""))
			}
		}
	})
	return f
}

func optionValue(o *goquery.Selection) string {
	if v, ok := o.Attr("value"); ok {
		return v
	}
	return squeeze(o.Text())
}

// set fills in one field. A field that the form lacks, and a choice that it does not offer, are errors: a person could not
// have made it.
func (f *form) set(name string, values ...string) error {
	controls := f.sel.Find(fmt.Sprintf(`[name=%q]`, name))
	if controls.Length() == 0 {
		return fmt.Errorf("formuläret %s saknar fältet %q", f.sel.AttrOr("data-form", ""), name)
	}
	if offered, free := choices(controls); !free {
		for _, v := range values {
			if v != "" && !slices.Contains(offered, v) {
				return fmt.Errorf("formuläret %s erbjuder inte %q i fältet %q", f.sel.AttrOr("data-form", ""), v, name)
			}
		}
	}
	f.values.Del(name)
	for _, v := range values {
		f.values.Add(name, v)
	}
	return nil
}

// choices lists what the controls of one name offer; free: anything may be written.
func choices(controls *goquery.Selection) (offered []string, free bool) {
	controls.Each(func(_ int, c *goquery.Selection) {
		switch goquery.NodeName(c) {
		case "select":
			c.Find("option").Each(func(_ int, o *goquery.Selection) { offered = append(offered, optionValue(o)) })
		case "textarea":
			free = true
		default:
			switch c.AttrOr("type", "") {
			case "radio", "checkbox", "hidden", "submit":
				offered = append(offered, c.AttrOr("value", ""))
			default:
				free = free || goquery.NodeName(c) == "input"
				offered = append(offered, c.AttrOr("value", ""))
			}
		}
	})
	return offered, free
}

// holding picks the form whose hidden or chosen field holds the value.
func holding(name, value string) func(*goquery.Selection) bool {
	return func(s *goquery.Selection) bool {
		found := false
		s.Find(fmt.Sprintf(`[name=%q]`, name)).Each(func(_ int, c *goquery.Selection) {
			offered, _ := choices(c)
			found = found || slices.Contains(offered, value)
		})
		return found
	}
}

// to picks the form that is sent to the address.
func to(action string) func(*goquery.Selection) bool {
	return func(s *goquery.Selection) bool {
		got, _, _ := strings.Cut(s.AttrOr("action", ""), "#")
		return got == action
	}
}
