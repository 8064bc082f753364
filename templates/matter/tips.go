package matter

import (
	"samverka/internal/guidance"
	"samverka/internal/matter"
)

// topics are the help that suits where a matter stands (handbook 9.1).
var topics = map[matter.State]guidance.Topic{
	matter.Draft: guidance.Idea, matter.Early: guidance.APT, matter.Preparation: guidance.Preparation, matter.InSamverkan: guidance.Meeting,
	matter.AwaitsRequest: guidance.Disagreement, matter.Central: guidance.Disagreement, matter.Deviates: guidance.Disagreement, matter.Ready: guidance.Decision,
	matter.BeforeSamv: guidance.Meeting, matter.Decided: guidance.Afterwards, matter.Executing: guidance.Afterwards, matter.Following: guidance.Afterwards,
}

// topic is the help that stands on the matter's page.
func (s Show) topic() guidance.Topic {
	if t, ok := topics[s.State(s.Now)]; ok {
		return t
	}
	return guidance.Afterwards
}
