package acceptance

import (
	"context"
	"io"
	"runtime"
	"sync"
	"testing"

	"github.com/cucumber/godog"
)

// TestStepsCanFail runs scenarios that claim what is not so. One that passes means that its step looks at nothing.
func TestStepsCanFail(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	ran := 0
	suite := godog.TestSuite{
		Name: "faller",
		ScenarioInitializer: func(sc *godog.ScenarioContext) {
			initialise(t, sc)
			last := ""
			sc.StepContext().Before(func(ctx context.Context, st *godog.Step) (context.Context, error) {
				last = st.Text
				return ctx, nil
			})
			sc.After(func(ctx context.Context, s *godog.Scenario, err error) (context.Context, error) {
				mu.Lock()
				defer mu.Unlock()
				ran++
				switch claim := s.Steps[len(s.Steps)-1].Text; {
				case err == nil:
					t.Errorf("%s: passes", s.Name)
				case last != claim:
					t.Errorf("%s: fails already at %q: %v", s.Name, last, err)
				}
				return ctx, nil
			})
		},
		Options: &godog.Options{Format: "progress", Output: io.Discard, Paths: []string{"testdata/faller"}, Strict: true, NoColors: true,
			Concurrency: 2 * runtime.NumCPU()},
	}
	if status := suite.Run(); status == 0 || ran == 0 {
		t.Errorf("got status %d after %d scenarios, want failures", status, ran)
	}
}
