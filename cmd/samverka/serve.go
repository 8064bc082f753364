package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"samverka/internal/metrics"
	"samverka/internal/migrate"
	"samverka/internal/notify"
	"samverka/internal/reminder"
	"samverka/internal/server"
)

// How long each part of a shutdown may take.
const (
	drainFor    = 5 * time.Second  // whoever balances traffic sees /readyz and sends none
	finishFor   = 20 * time.Second // requests in hand
	sweepEvery  = 15 * time.Minute
	readHeaders = 5 * time.Second
	idleFor     = 2 * time.Minute
)

// requestLimit is per minute and client address: high, since a whole municipality may sit behind one.
const requestLimit = 20_000

func serve(ctx context.Context, c console, args []string) error {
	if err := noArgs(c, "serve", args); err != nil {
		return err
	}
	in, err := open(ctx, c, use{})
	if err != nil {
		return err
	}
	defer in.close()
	return in.serve(ctx, c, false)
}

// serve runs pages and jobs until ctx ends or the database server does.
func (in *installation) serve(ctx context.Context, c console, demo bool) error {
	measured := metrics.New(in.db)
	mailer, err := in.mailer(demo, measured)
	if err != nil {
		return err
	}
	deps := server.Assemble(in.db, in.clock, mailer)
	deps.Log, deps.Demo, deps.Secure, deps.TrustedProxies = in.log, demo, in.cfg.Secure(), in.cfg.TrustedProxies
	deps.BaseURL, deps.RequestLimit = in.cfg.BaseURL.String(), requestLimit
	deps.Identity.BaseURL = deps.BaseURL
	if mailer.Sends() {
		deps.Identity.Mail = mailer
	}
	if demo {
		if err := deps.Identity.RequireDemoOnly(ctx); err != nil {
			return err
		}
	}
	deps.Ready = []func(context.Context) error{in.db.Ping, func(ctx context.Context) error { return migrate.AtVersion(ctx, in.db.Pool()) }}
	deps.ReadOnly = in.watchDisk(ctx)
	deps.Observe = measured.Request
	stop, err := in.measure(measured)
	if err != nil {
		return err
	}
	defer stop()
	due := &reminder.Service{DB: in.db, Clock: in.clock, Announce: mailer, Letters: mailer}
	mailer.Remind(due.Run)
	mailer.Missing(due.Missing)
	if err := mailer.Start(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	defer func() {
		stopping, cancel := context.WithTimeout(context.Background(), finishFor)
		defer cancel()
		if err := mailer.Stop(stopping); err != nil {
			in.log.Error("mail jobs did not stop cleanly", slog.String("error", err.Error()))
		}
	}()
	go in.sweep(ctx, deps)
	go deps.Listen(ctx, in.db, in.cfg.Pooler)
	return in.listen(ctx, c, server.New(deps))
}

// mailer sends what is announced; the demo sends nothing, whatever the settings say.
func (in *installation) mailer(demo bool, m *metrics.Metrics) (*notify.Notifier, error) {
	nc := notify.Config{DB: in.db, Clock: in.clock, BaseURL: in.cfg.BaseURL.String(), Log: in.log, Poll: in.cfg.Pooler, Settled: m.Mail}
	if !demo && in.cfg.SMTPURL != "" {
		nc.SMTP, nc.From, nc.Back = in.cfg.SMTPURL, in.cfg.MailFrom, in.cfg.MailBounce
	}
	return notify.New(nc)
}

// measure serves the measurements on an address of their own, which strangers should not reach.
func (in *installation) measure(m *metrics.Metrics) (stop func(), err error) {
	if in.cfg.MetricsAddr == "" {
		return func() {}, nil
	}
	l, err := net.Listen("tcp", in.cfg.MetricsAddr)
	if err != nil {
		return nil, fmt.Errorf("adressen %s går inte att använda (SAMVERKA_METRICS_ADDR väljer en annan): %w", in.cfg.MetricsAddr, err)
	}
	routes := http.NewServeMux()
	routes.Handle("GET /metrics", m.Handler())
	h := &http.Server{Handler: routes, ReadHeaderTimeout: readHeaders, WriteTimeout: time.Minute, ErrorLog: slog.NewLogLogger(in.log.Handler(), slog.LevelWarn)}
	go func() { _ = h.Serve(l) }()
	return func() { _ = h.Close() }, nil
}

// sweep removes what has run out, now and then.
func (in *installation) sweep(ctx context.Context, deps server.Deps) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		if err := deps.Identity.Sweep(ctx); err != nil && ctx.Err() == nil {
			in.log.Warn("sweeping failed", slog.String("error", err.Error()))
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// listen serves until ctx ends, then drains: not ready, a pause, and time for the requests in hand.
func (in *installation) listen(ctx context.Context, c console, s *server.Server) error {
	l, err := net.Listen("tcp", in.cfg.Addr)
	if err != nil {
		return fmt.Errorf("adressen %s går inte att använda (SAMVERKA_ADDR väljer en annan): %w", in.cfg.Addr, err)
	}
	h := &http.Server{Handler: s, ReadHeaderTimeout: readHeaders, ReadTimeout: time.Minute, WriteTimeout: time.Minute, IdleTimeout: idleFor,
		MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(in.log.Handler(), slog.LevelWarn)}
	served := make(chan error, 1)
	go func() { served <- h.Serve(l) }()
	fmt.Fprintf(c.out, "\n  Samverka: %s\n\n", in.cfg.BaseURL)
	select {
	case err := <-served:
		return err
	case <-in.ended():
		_ = h.Close()
		return fmt.Errorf("databasservern slutade: %w", in.pg.Wait())
	case <-ctx.Done():
	}
	s.Drain()
	if in.cfg.Secure() { // somebody balances traffic before us only then
		time.Sleep(drainFor)
	}
	finishing, cancel := context.WithTimeout(context.Background(), finishFor)
	defer cancel()
	if err := h.Shutdown(finishing); err != nil {
		_ = h.Close()
		in.log.Warn("requests in hand were cut off", slog.String("error", err.Error()))
	}
	if err := <-served; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
