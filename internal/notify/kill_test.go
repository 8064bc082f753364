package notify_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"testing"
	"time"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/notify"
	"samverka/internal/notify/smtptest"
)

// workerEnv makes the test program a process that only sends mail: the database, then the mail server.
const workerEnv = "SAMVERKA_TEST_MAIL_WORKER"

const (
	rescue  = 3 * time.Second
	workers = 8
)

// work is the other process's main.
func work() {
	ctx := context.Background()
	d, err := db.Open(ctx, os.Getenv(workerEnv), db.Options{})
	if err != nil {
		panic(err)
	}
	n, err := notify.New(notify.Config{DB: d, Clock: clock.NewTest(at), SMTP: os.Getenv(workerEnv + "_SMTP"), From: "samverka@alvsunda.example",
		BaseURL: "https://samverka.alvsunda.example", Log: slog.New(slog.DiscardHandler), Workers: workers, Rescue: rescue})
	if err != nil {
		panic(err)
	}
	if err := n.Start(ctx); err != nil {
		panic(err)
	}
	select {} // until it is killed
}

// TestAKilledProcessLosesAndRepeatsNothing kills a process with mails begun, and mails handed over without an answer. Another
// one takes its jobs over, and everybody has got exactly one mail.
func TestAKilledProcessLosesAndRepeatsNothing(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	config := s.config(server.URL)
	config.Rescue = rescue
	n, err := notify.New(config)
	if err != nil {
		t.Fatal(err)
	}
	var people []int64
	for i := range 60 {
		people = append(people, s.person(fmt.Sprintf("Person %d", i), fmt.Sprintf("p%02d@example.se", i)))
	}
	s.announce(n, s.notice(people...))

	// After 20 messages everything stands still: odd people's before the message, even ones' with the whole message
	// handed over but not answered. The process is killed when all that it does stands still there.
	hold, held := make(chan struct{}), make(chan struct{}, len(people))
	server.Before(func(command, to string) {
		if len(server.Received()) >= 20 && (command == "DATA" || (to[2]-'0')%2 == 1) {
			held <- struct{}{}
			<-hold
		}
	})
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), workerEnv+"="+s.super.AppURL, workerEnv+"_SMTP="+server.URL)
	other.Stderr = os.Stderr
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	for range workers {
		select {
		case <-held:
		case <-time.After(time.Minute):
			_ = other.Process.Kill()
			t.Fatal("the other process does not send")
		}
	}
	if err := other.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = other.Wait()
	server.Before(nil)
	close(hold)
	// Time passes: the dead process's lease on leading the maintenance runs out, and its jobs count as stuck.
	s.exec(`DELETE FROM river_leader`)
	s.exec(`UPDATE river_job SET attempted_at = attempted_at - interval '1 hour' WHERE state = 'running'`)
	s.start(n)
	s.drain(n)
	for _, p := range people {
		var email, state string
		s.scan(&email, `SELECT email FROM people WHERE id = $1`, p)
		s.scan(&state, `SELECT state FROM mails WHERE person_id = $1`, p)
		if got := len(server.To(email)); got != 1 {
			t.Errorf("%s got %d mails (%s), want 1", email, got, state)
		}
	}
}
