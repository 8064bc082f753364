package notify

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"samverka/internal/i18n"
)

// resetWaits is how long to wait before each further try.
var resetWaits = []time.Duration{2 * time.Second, 15 * time.Second, time.Minute}

// PasswordReset mails the link where a new password is chosen, valid until the time given. It returns at once, whether the
// address belongs to anybody or not takes equally long for the one who asks. The link holds the only copy of the token,
// of which the database knows the digest: so it goes into no job and no log, and a process that dies before the mail has
// left takes it along. The person then asks again.
func (n *Notifier) PasswordReset(_ context.Context, to, link string, until time.Time) error {
	if n.post == nil {
		n.log.Warn("no mail server is configured: a password reset was not sent")
		return nil
	}
	ctx := i18n.With(context.Background(), i18n.Swedish)
	var b strings.Builder
	say := func(lines ...string) { b.WriteString(strings.Join(lines, "\n") + "\n") }
	say(i18n.T(ctx, "notify.reset.body"), "", link, "")
	say(i18n.T(ctx, "notify.reset.until", "Until", i18n.DateTime(ctx, until)), i18n.T(ctx, "notify.reset.ignore"), "")
	say("-- ", i18n.T(ctx, "notify.mail.automatic"))
	t := text{to: to, from: "Samverka", subject: i18n.T(ctx, "notify.reset.subject"), body: b.String()}
	now := n.clock.Now()
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
