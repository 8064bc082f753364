package demo_test

import (
	"context"
	"testing"
	"time"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/demo"
	"samverka/internal/testdb"
)

func TestLoadTime(t *testing.T) {
	d := testdb.New(t)
	start := time.Now()
	if err := demo.Load(context.Background(), db.New(d.App), clock.System{}); err != nil {
		t.Fatal(err)
	}
	t.Log(time.Since(start))
	for _, q := range []string{`select count(*) from people`, `select count(*) from matters`, `select count(*) from meetings`, `select count(*) from events`, `select count(*) from decisions`,
		`select count(*) from mandates where role like 'union%'`, `select count(distinct person_id) from mandates where role like 'union%'`, `select count(distinct person_id) from mandates where role like '%safety%'`} {
		var n int
		if err := d.Super.QueryRow(context.Background(), q).Scan(&n); err != nil {
			t.Fatal(err)
		}
		t.Log(q, n)
	}
}
