package guidance

import "slices"

// Topic is what a text is about.
type Topic string

// The topics: the steps of handbook 9.1, then what stands on pages of its own.
const (
	Idea         Topic = "ide"
	APT          Topic = "apt"
	Preparation  Topic = "beredning"
	Notice       Topic = "kallelse"
	Meeting      Topic = "motet"
	Disagreement Topic = "oenighet"
	Decision     Topic = "beslut"
	Afterwards   Topic = "efterat"
	Tools        Topic = "verktyg" // links to what others have made
	About        Topic = "om"      // what the organisation adds to the public page
)

// Steps are the topics that stand beside the work, in the order of the work.
var Steps = []Topic{Idea, APT, Preparation, Notice, Meeting, Disagreement, Decision, Afterwards}

// Topics are all that an organisation may write of.
var Topics = append(slices.Clone(Steps), Tools, About)

// Known reports whether there is such a topic.
func (t Topic) Known() bool { return slices.Contains(Topics, t) }

// most is how long a text may be, in characters.
func (t Topic) most() int {
	if t == About {
		return 20_000
	}
	return 5_000
}
