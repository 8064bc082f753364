package meeting

import (
	"context"
	"fmt"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
)

// PhrasesPage is the organisation's phrases.
type PhrasesPage struct {
	Phrases []meeting.Phrase
	Sent    Sent
}

var phraseOutcomes = map[string]string{"": "minutes.phrases.any", "agreed": "minutes.phrases.agreed", "disagreed": "minutes.phrases.disagreed",
	"tabled": "minutes.phrases.tabled", "handled": "minutes.phrases.handled"}

func phraseClass(ctx context.Context, c string) string {
	if c == "" {
		return i18n.T(ctx, "minutes.phrases.every")
	}
	return i18n.T(ctx, matter.ClassKey(c))
}

func phraseKey(i int) string { return fmt.Sprintf("phrase-%d", i) }

// phraseAbout says where a phrase comes from, and when it is offered.
func phraseAbout(ctx context.Context, x meeting.Phrase) string {
	from := i18n.T(ctx, "minutes.phrases.own")
	switch {
	case x.Seed != "" && x.ID == 0:
		from = i18n.T(ctx, "minutes.phrases.ours")
	case x.Seed != "":
		from = i18n.T(ctx, "minutes.phrases.reworded")
	}
	if x.Outcome != "" {
		from += " · " + i18n.T(ctx, "minutes.phrases.when", "Outcome", lowerFirst(say(ctx, phraseOutcomes, x.Outcome)))
	}
	if x.Hidden {
		from += " · " + i18n.T(ctx, "minutes.phrases.hidden")
	}
	return from
}

func removePhrase(ctx context.Context, x meeting.Phrase) string {
	if x.Seed != "" {
		return i18n.T(ctx, "minutes.phrases.restore")
	}
	return i18n.T(ctx, "minutes.phrases.remove")
}
