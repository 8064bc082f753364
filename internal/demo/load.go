package demo

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

// loading marks the name of an organisation whose demo is not whole yet; abandoned that of one whose loading was
// interrupted: its event log cannot be taken away, so it stays, empty of people.
const (
	loading   = " (läses in)"
	abandoned = " (avbruten inläsning %d)"
)

// loadLock keeps two processes from loading at the same time.
const loadLock = 20_270_331

// Option is a wish about how the demo is loaded.
type Option func(*options)

type options struct {
	owner   string
	refused func(what string, err error)
}

// Owner gives the address of whoever owns the tables: then Postgres counts what is in them now and then while they grow,
// and the load and the first pages go about twice as fast.
func Owner(url string) Option { return func(o *options) { o.owner = url } }

// Refused is told of everything in the story that a rule has stood in the way of, which then has not happened. It may be
// called from several goroutines.
func Refused(tell func(what string, err error)) Option { return func(o *options) { o.refused = tell } }

// Load makes the demo's organisations unless they are there, dated around the clock's now. It is one step: organisations
// appear under their names when everything is in place, and what an interrupted load left is put aside and made again. It
// refuses, with Conflict, a database that holds any organisation that is not a demo, and touches none but its own.
func Load(ctx context.Context, d *db.DB, c clock.Clock, os ...Option) error {
	var o options
	for _, set := range os {
		set(&o)
	}
	conn, err := d.Pool().Acquire(ctx)
	if err != nil {
		return fmt.Errorf("loading the demo: %w", err)
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, `SELECT pg_advisory_lock($1)`, loadLock); err != nil {
		return fmt.Errorf("waiting to load the demo: %w", err)
	}
	defer func() { _, _ = conn.Exec(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1)`, loadLock) }()
	there, err := look(ctx, d)
	if err != nil || there {
		return err
	}
	quick, err := open(ctx, d)
	if err != nil {
		return err
	}
	defer quick.Close()
	return loadAll(ctx, quick, c.Now(), o)
}

// open is a pool of its own for the load: what is lost in a crash is made again, so no commit waits for the disk.
func open(ctx context.Context, d *db.DB) (*db.DB, error) {
	config := d.Pool().Config()
	config.ConnConfig.RuntimeParams["synchronous_commit"] = "off"
	config.MaxConns, config.MinConns = atOnce+2, 0
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("opening the database to load the demo: %w", err)
	}
	return db.New(pool), nil
}

// look reports whether the demo is there, refuses other data, and puts aside what was interrupted.
func look(ctx context.Context, d *db.DB) (there bool, err error) {
	type org struct {
		ID   int64
		Name string
		Demo bool
	}
	var orgs []org
	var b db.Batch
	db.Many(&b, &orgs, `SELECT id, name, demo FROM organisations ORDER BY id`)
	if err := d.ReadOrg(ctx, 0, &b); err != nil {
		return false, fmt.Errorf("looking for a demo: %w", err)
	}
	for _, o := range orgs {
		if !o.Demo {
			return false, fail.New(fail.Conflict, "identity.demo.other_data", "Name", o.Name)
		}
		there = there || o.Name == kommunName
	}
	for _, o := range orgs {
		if o.Name == kommunName+loading || o.Name == companyName+loading {
			if err := putAside(ctx, d, o.ID, o.Name[:len(o.Name)-len(loading)]); err != nil {
				return false, err
			}
		}
	}
	return there, nil
}

// putAside gives a half loaded organisation a name that says so, and nobody whom a visitor could be.
func putAside(ctx context.Context, d *db.DB, org int64, name string) error {
	err := d.InOrg(ctx, org, func(tx *db.OrgTx) error {
		if _, err := tx.Exec(ctx, `UPDATE people SET closed_on = '1900-01-01' WHERE org_id = $1`, org); err != nil {
			return err
		}
		return tx.Exec1(ctx, `UPDATE organisations SET name = $2 WHERE id = $1 AND demo`, org, name+fmt.Sprintf(abandoned, org))
	})
	if err != nil {
		return fmt.Errorf("putting an interrupted demo aside: %w", err)
	}
	return nil
}

// loadAll makes the organisations and gives them their names last, all in one statement.
func loadAll(ctx context.Context, d *db.DB, now time.Time, o options) error {
	subjects, err := readSubjects()
	if err != nil {
		return err
	}
	today := clock.DateOf(now)
	done := make(chan error, 2)
	sketches := []*sketch{drawKommun(today), drawCompany(today)}
	stages := make([]*stage, len(sketches))
	for i, s := range sketches {
		if stages[i], err = begin(ctx, d, s, now); err != nil {
			return err
		}
		stages[i].refused = o.refused
	}
	if err := o.count(ctx); err != nil {
		return err
	}
	stages[0].pause = o.count
	for _, s := range stages {
		go func() {
			s.script(subjects)
			done <- s.play(ctx)
		}()
	}
	if err := errors.Join(<-done, <-done); err != nil {
		return fmt.Errorf("playing the demo: %w", err)
	}
	if err := o.count(ctx); err != nil {
		return err
	}
	return finish(ctx, d, stages)
}

// finish gives the organisations their names, in one transaction, and notes it in each one's log.
func finish(ctx context.Context, d *db.DB, stages []*stage) error {
	err := d.InOrg(ctx, 0, func(tx *db.OrgTx) error {
		for _, s := range stages {
			if _, err := tx.Exec(ctx, `SELECT set_config('app.org_id', $1, true)`, strconv.FormatInt(s.org, 10)); err != nil {
				return err
			}
			if err := tx.Exec1(ctx, `UPDATE organisations SET name = $2 WHERE id = $1 AND demo`, s.org, s.name); err != nil {
				return err
			}
			if err := s.writePost(ctx, &db.OrgTx{Tx: tx.Tx, OrgID: s.org}); err != nil {
				return err
			}
			err := audit.Write(ctx, &db.OrgTx{Tx: tx.Tx, OrgID: s.org}, access.Actor{OrgID: s.org}, s.end,
				audit.Event{Kind: "organisation.profile_saved", Detail: map[string]string{"name": s.name, "palette": s.palette}})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("opening the demo: %w", err)
	}
	return nil
}

// count lets Postgres count what is in the tables.
func (o options) count(ctx context.Context) error {
	if o.owner == "" {
		return nil
	}
	c, err := pgx.Connect(ctx, o.owner)
	if err != nil {
		return fmt.Errorf("counting the demo: %w", err)
	}
	defer func() { _ = c.Close(context.WithoutCancel(ctx)) }()
	if _, err := c.Exec(ctx, "ANALYZE"); err != nil {
		return fmt.Errorf("counting the demo: %w", err)
	}
	return nil
}

// begin makes one organisation with its people, as it stood when its agreement was made.
func begin(ctx context.Context, d *db.DB, s *sketch, now time.Time) (*stage, error) {
	then := clock.NewTest(s.agreement.ValidFrom.At(9, 0))
	org, err := organisation.CreateOrganisation(ctx, d, then, organisation.NewOrganisation{Name: s.name + loading, Demo: true, Palette: s.palette, Agreement: s.agreement})
	if err != nil {
		return nil, err
	}
	if err := s.store(ctx, d, then, org); err != nil {
		return nil, err
	}
	w, err := readWorld(ctx, d, org, s)
	if err != nil {
		return nil, err
	}
	if err := w.dress(ctx, d, then); err != nil {
		return nil, err
	}
	if err := w.guide(ctx, d, then); err != nil {
		return nil, err
	}
	if err := w.rules(ctx, d, then); err != nil {
		return nil, err
	}
	if err := w.keep(ctx, d, then, clock.DateOf(now)); err != nil {
		return nil, err
	}
	return &stage{world: w, end: now}, nil
}
