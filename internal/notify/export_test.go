package notify

import "samverka/internal/announce"

// TopicOf is the topic of a kind, and whether it has one.
func TopicOf(k announce.Kind) (Topic, bool) {
	t, ok := topics[k]
	return t, ok
}

// HasLetter reports whether a mail is written for the kind, with its subject and its body.
func HasLetter(k announce.Kind) bool {
	l, ok := letters[k]
	return ok && l.subject != "" && l.body != ""
}
