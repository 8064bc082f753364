package privacy

import (
	"regexp"
	"slices"
)

var (
	nameWord = regexp.MustCompile(`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`)
	alone    = regexp.MustCompile(`(?i)(?:^|[^\pL\d])((?:en|1|den enda|en enda) (?:person|medarbetare|anställd|kollega|kvinna|man)|den enda som)(?:$|[^\pL])`)
)

// FullNames lists what in s may be somebody's first and last name: two or three words beside each other that begin with capitals.
// Whether anybody is called so, the people of the organisation tell.
func FullNames(s string) []string {
	var found []string
	at := nameWord.FindAllStringIndex(s, -1)
	for i := range at {
		for n := 1; n <= 2 && i+n < len(at) && at[i+n][0] == at[i+n-1][1]+1 && s[at[i+n-1][1]] == ' '; n++ {
			if name := s[at[i][0]:at[i+n][1]]; !slices.Contains(found, name) {
				found = append(found, name)
			}
		}
	}
	return found
}

// Alone lists the words in s that suggest that it is about one person in a group: "en medarbetare", "den enda som".
func Alone(s string) []string {
	var found []string
	for _, m := range alone.FindAllStringSubmatch(s, -1) {
		if !slices.Contains(found, m[1]) {
			found = append(found, m[1])
		}
	}
	return found
}
