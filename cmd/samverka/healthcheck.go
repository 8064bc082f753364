package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"samverka/internal/config"
	"samverka/internal/migrate"
)

// healthcheck asks the program that serves at SAMVERKA_ADDR whether it is ready; a container's health check.
func healthcheck(ctx context.Context, c console, args []string) error {
	if err := noArgs(c, "healthcheck", args); err != nil {
		return err
	}
	cfg, err := config.Load(c.environ)
	if err != nil {
		return err
	}
	host, port, err := net.SplitHostPort(cfg.Addr)
	if err != nil {
		return err
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/readyz", nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("inte redo: %s", res.Status)
	}
	return nil
}

// migrateUp brings the database to this version; serve does the same at its start.
func migrateUp(ctx context.Context, c console, args []string) error {
	if err := noArgs(c, "migrate", args); err != nil {
		return err
	}
	in, err := open(ctx, c, use{share: true})
	if err != nil {
		return err
	}
	defer in.close()
	state, err := migrate.Status(ctx, in.ownerURL)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "Databasen är på version %d.\n", state.Have)
	return nil
}
