// Package accesstest holds the capabilities to their promise: every operation asks who may first.
package accesstest

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"samverka/internal/access"
	"samverka/internal/fail"
)

var (
	contextType = reflect.TypeFor[context.Context]()
	actorType   = reflect.TypeFor[access.Actor]()
	errorType   = reflect.TypeFor[error]()
)

// EveryOperationAsks calls every exported method of service that takes an Actor second, with nobody and with zero values,
// on a service without a database. Anything but Forbidden fails: also a panic, which says that the method went to work
// before it asked. A method that takes a context and no Actor fails too, unless it is named in but, each with its reason.
func EveryOperationAsks(t *testing.T, service any, but map[string]string) {
	t.Helper()
	for _, complaint := range complaints(service, but) {
		t.Error(complaint)
	}
}

func complaints(service any, but map[string]string) (all []string) {
	complain := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	v := reflect.ValueOf(service)
	asked := 0
	for i := range v.NumMethod() {
		name, m := v.Type().Method(i).Name, v.Method(i)
		if _, excused := but[name]; excused {
			continue
		}
		typ := m.Type()
		if typ.NumIn() < 1 || typ.In(0) != contextType {
			continue
		}
		if typ.NumIn() < 2 || typ.In(1) != actorType {
			complain("%T.%s takes a context and does not ask who: give it an access.Actor second, or say why not", service, name)
			continue
		}
		asked++
		if err := call(m); fail.KindOf(err) != fail.Forbidden {
			complain("%T.%s lets nobody in: got %v, want Forbidden", service, name, err)
		}
	}
	for name := range but {
		if !v.MethodByName(name).IsValid() {
			complain("%T has no method %s to excuse", service, name)
		}
	}
	if asked == 0 {
		complain("%T has no operation that asks who", service)
	}
	return all
}

// call calls an operation as nobody. Each argument is its type's zero value.
func call(m reflect.Value) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("it panics before it asks: %v", p)
		}
	}()
	args := []reflect.Value{reflect.ValueOf(context.Background()), reflect.ValueOf(access.Actor{})}
	for i := 2; i < m.Type().NumIn(); i++ {
		if m.Type().IsVariadic() && i == m.Type().NumIn()-1 {
			break
		}
		args = append(args, reflect.Zero(m.Type().In(i)))
	}
	for _, out := range m.Call(args) {
		if out.Type() == errorType && !out.IsNil() {
			return out.Interface().(error)
		}
	}
	return nil
}
