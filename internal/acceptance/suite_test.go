package acceptance

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/cucumber/godog"
)

// TestFeatures runs every scenario. An undefined, pending or ambiguous step fails.
func TestFeatures(t *testing.T) {
	t.Parallel()
	files, err := featureFiles(os.Getenv("SAMVERKA_FEATURES"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no .feature files to run")
	}
	suite := godog.TestSuite{
		Name:                "samverka",
		ScenarioInitializer: func(sc *godog.ScenarioContext) { initialise(t, sc) },
		Options: &godog.Options{Format: "progress", Paths: files, Strict: true, NoColors: true, TestingT: t,
			Concurrency: 2 * runtime.NumCPU()},
	}
	if status := suite.Run(); status != 0 && !t.Failed() {
		t.Errorf("the scenarios ended with status %d", status)
	}
}

// featureFiles lists the scenario files of the folder; "" is the project's own. A relative folder is looked for here and
// in every folder above, since the test runs in its package's folder whatever folder its caller stands in.
func featureFiles(folder string) ([]string, error) {
	if folder == "" {
		folder = "features"
	}
	if !filepath.IsAbs(folder) {
		here, err := os.Getwd()
		if err != nil {
			return nil, err
		}
		for dir := here; ; dir = filepath.Dir(dir) {
			if info, err := os.Stat(filepath.Join(dir, folder)); err == nil && info.IsDir() {
				folder = filepath.Join(dir, folder)
				break
			}
			if dir == filepath.Dir(dir) {
				return nil, errors.New("no folder " + folder + " here or above")
			}
		}
	}
	var files []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Ext(path) == ".feature" {
			files = append(files, path)
		}
		return err
	})
	return files, err
}

// initialise gives one scenario its world and its words.
func initialise(t *testing.T, sc *godog.ScenarioContext) {
	w := newWorld(t)
	sc.Before(func(ctx context.Context, _ *godog.Scenario) (context.Context, error) { return ctx, w.start() })
	sc.After(func(ctx context.Context, s *godog.Scenario, err error) (context.Context, error) {
		w.end(s.Name, err)
		return ctx, nil
	})
	w.write(sc)
}
