package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"samverka/internal/fail"
	"samverka/internal/importer"
)

// importFiles tells what files would change in an organisation, and changes it with --apply.
func importFiles(ctx context.Context, c console, args []string) error {
	var org string
	var apply bool
	paths, err := flags(c, "import", func(f *flag.FlagSet) {
		f.StringVar(&org, "organisation", "", "organisationens namn")
		f.BoolVar(&apply, "apply", false, "gör ändringarna; annars visas de bara")
	}, args)
	if err != nil {
		return err
	}
	if org == "" || len(paths) == 0 {
		fmt.Fprintln(c.err, "samverka import --organisation NAMN [--apply] FIL…")
		return errUsage
	}
	files, err := readFiles(paths)
	if err != nil {
		return err
	}
	in, err := open(ctx, c, use{share: true})
	if err != nil {
		return err
	}
	defer in.close()
	return importer.Run(ctx, in.db, in.clock, org, files, apply, c.out)
}

func readFiles(paths []string) ([]importer.File, error) {
	var files []importer.File
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, err
		}
		if info.Size() > importer.MaxFileBytes {
			return nil, fail.New(fail.TooLarge, "error.too_large")
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		files = append(files, importer.File{Name: filepath.Base(p), Data: data})
	}
	return files, nil
}
