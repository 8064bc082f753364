package notify

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/i18n"
	"samverka/internal/identity"
)

// resetWaits is how long to wait before each further try.
var resetWaits = []time.Duration{2 * time.Second, 15 * time.Second, time.Minute}

var _ identity.Mailer = (*Notifier)(nil)

// SendReset implements identity.Mailer. It returns at once and the mail leaves in the background: the one who asks cannot
// tell by the time it takes whether the address belongs to anybody. The link holds the only copy of a token whose digest
// is all that the database knows, so it goes into no job and no log. A process that dies before the mail has left takes
// it along, and the person asks again.
func (n *Notifier) SendReset(_ context.Context, _ pgx.Tx, r identity.Reset) error {
	if n.post == nil {
		n.log.Warn("no mail server is configured: a password reset was not sent")
		return nil
	}
	now := n.clock.Now()
	ctx := i18n.With(context.Background(), r.Lang)
	var b strings.Builder
	say := func(lines ...string) { b.WriteString(strings.Join(lines, "\n") + "\n") }
	say(i18n.T(ctx, "notify.reset.body"), "", r.Link, "")
	say(i18n.T(ctx, "notify.reset.until", "Until", i18n.DateTime(ctx, now.Add(identity.ResetValid))), i18n.T(ctx, "notify.reset.ignore"), "")
	say("-- ", i18n.T(ctx, "notify.mail.automatic"))
	t := text{to: r.Email, from: "Samverka", subject: i18n.T(ctx, "notify.reset.subject"), body: b.String()}
	n.direct.Go(func() { n.sendReset(t, now) })
	return nil
}

func (n *Notifier) sendReset(t text, now time.Time) {
	for try := 0; ; try++ {
		ctx, cancel := context.WithTimeout(context.Background(), conversation)
		err := n.post.send(ctx, t, fmt.Sprintf("reset.%d", now.UnixNano()), now, func() error { return nil })
		cancel()
		if err == nil {
			return
		}
		n.log.Warn("a password reset was not sent", slog.Int("try", try+1), slog.String("problem", err.Error()))
		if try == len(resetWaits) {
			return
		}
		select {
		case <-n.stop:
			return
		case <-time.After(resetWaits[try]):
		}
	}
}
