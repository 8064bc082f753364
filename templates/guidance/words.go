// Package guidance shows the help beside the work: as tips on the pages, whole on a page of its own, and where the
// organisation writes its own.
package guidance

import (
	"context"

	"samverka/internal/guidance"
	"samverka/internal/i18n"
)

var topicKeys = map[guidance.Topic]string{
	guidance.Idea: "guidance.topic.ide", guidance.APT: "guidance.topic.apt", guidance.Preparation: "guidance.topic.beredning", guidance.Notice: "guidance.topic.kallelse",
	guidance.Meeting: "guidance.topic.motet", guidance.Disagreement: "guidance.topic.oenighet", guidance.Decision: "guidance.topic.beslut",
	guidance.Afterwards: "guidance.topic.efterat", guidance.Tools: "guidance.topic.verktyg", guidance.About: "guidance.topic.om",
}

var nameKeys = map[guidance.Topic]string{
	guidance.Idea: "guidance.name.ide", guidance.APT: "guidance.name.apt", guidance.Preparation: "guidance.name.beredning", guidance.Notice: "guidance.name.kallelse",
	guidance.Meeting: "guidance.name.motet", guidance.Disagreement: "guidance.name.oenighet", guidance.Decision: "guidance.name.beslut",
	guidance.Afterwards: "guidance.name.efterat", guidance.Tools: "guidance.name.verktyg", guidance.About: "guidance.name.om",
}

// textKeys are the product's own texts. The public page is one of itself: there the organisation only adds.
var textKeys = map[guidance.Topic]string{
	guidance.Idea: "guidance.text.ide", guidance.APT: "guidance.text.apt", guidance.Preparation: "guidance.text.beredning", guidance.Notice: "guidance.text.kallelse",
	guidance.Meeting: "guidance.text.motet", guidance.Disagreement: "guidance.text.oenighet", guidance.Decision: "guidance.text.beslut",
	guidance.Afterwards: "guidance.text.efterat", guidance.Tools: "guidance.text.verktyg",
}

// Name is what the topic is called.
func Name(ctx context.Context, t guidance.Topic) string { return i18n.T(ctx, nameKeys[t]) }

// Ours is the product's text; "": there is none.
func Ours(ctx context.Context, t guidance.Topic) string {
	if key := textKeys[t]; key != "" {
		return i18n.T(ctx, key)
	}
	return ""
}

func tipsTitle(ctx context.Context, t guidance.Topic) string {
	return i18n.T(ctx, "guidance.tips", "Topic", i18n.T(ctx, topicKeys[t]))
}

func settingsPath(t guidance.Topic) string { return "/installningar/stod/" + string(t) }
