package acceptance

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"samverka/internal/clock"
)

// The parts of a step: "P", "X", "ORG", "TEXT" stand for a quoted text, M for a meeting of a group on a day.
var parts = strings.NewReplacer(
	`"…"`, `"((?:[^"\\]|\\.)*)"`,
	`MÖTET`, `mötet? med "((?:[^"\\]|\\.)*)" (\d{4}-\d{2}-\d{2})`,
	`DATUM`, `(\d{4}-\d{2}-\d{2})`,
	`KLOCKSLAG`, `(\d{1,2}[:.]\d{2})`,
	`TAL`, `(\d+)`,
)

// book is where steps are written down.
type book interface{ Step(expr, do any) }

// phrase registers one step. In the pattern "…" is a quoted text, MÖTET "mötet med "GRUPP" DATE", DATUM, KLOCKSLAG and TAL
// what they say; they become the function's arguments, MÖTET two of them. A table or a doc string comes last.
func phrase(sc book, pattern string, do any) {
	if k := reflect.TypeOf(do); k.Kind() != reflect.Func {
		panic("phrase: no function for " + pattern)
	}
	expr := "^" + parts.Replace(pattern) + "$"
	if _, err := regexp.Compile(expr); err != nil {
		panic(fmt.Sprintf("phrase %q: %v", pattern, err))
	}
	sc.Step(expr, unquoting(do))
}

// unquoting lets the function see its quoted texts without their backslashes.
func unquoting(do any) any {
	f := reflect.ValueOf(do)
	return reflect.MakeFunc(f.Type(), func(in []reflect.Value) []reflect.Value {
		for i, v := range in {
			if v.Kind() == reflect.String {
				in[i] = reflect.ValueOf(unquote(v.String())).Convert(v.Type())
			}
		}
		return f.Call(in)
	}).Interface()
}

// day reads 2027-03-31.
func day(text string) (clock.Date, error) { return clock.ParseDate(text) }
