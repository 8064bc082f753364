package privacy

import (
	"regexp"
	"slices"
	"strings"
)

// always are words that tell of one person's health or union membership wherever they stand (GDPR 9.1 art.).
var always = regexp.MustCompile(`(?i)^(?:(?:lång(?:tids|)|hel|halv|del)?sjukskriv(?:en|na|er|s|as|it|ning|ningen)|diagnos(?:en|er|erna|tiserad|tiserats)?|läkarintyg(?:et)?|sjukintyg(?:et)?|` +
	`utbränd(?:a)?|utmattning(?:en|ssyndrom)?|depression(?:en)?|deprimerad|cancer(?:n)?|missbruk(?:et|ar|are)?|gravid(?:a)?|missfall|` +
	`fackmedlem(?:mar|marna|men|skap|skapet)?|fackansluten|fackanslutna|oorganiserad(?:e)?)$`)

// ofOne are words that do so when the sentence is about somebody.
var ofOne = regexp.MustCompile(`(?i)^(?:sjuk|sjukdom(?:en)?|magsjuk|förkyld|feber|migrän|influensa(?:n)?|covid|vab(?:bar|bade|bat)?|rehab|rehabilitering(?:en)?|hjärtproblem|ryggont|operera(?:s|d|des|ts)|operation(?:en)?|ångest|sömnproblem|alkohol(?:problem)?|beroende|symtom(?:en)?)$`)

// memberOf is membership in words: "är med i Kommunal", "gick ur facket", "medlem i Vision".
var memberOf = regexp.MustCompile(`(?i)(?:^|[^\pL])((?:(?:är|var|blev|står|gick|går|gått) (?:med|ur|inte med)(?: i| ur)?|gick ur|går ur|gått ur|medlem(?:mar)? i) (?:facket|kommunal|vision|vårdförbundet|läkarförbundet|sveriges lärare|lärarförbundet|lärarnas riksförbund|ssr|akademikerförbundet|ledarna|fysioterapeuterna|brandmännens)|fackligt (?:ansluten|anslutna|organiserade?))(?:$|[^\pL])`)

// somebody are the words by which a sentence is about one person.
var somebody = []string{"han", "hon", "hen", "henne", "honom", "hans", "hennes", "hens", "kollegan", "kollegans", "medarbetaren", "medarbetarens",
	"vikarien", "vikariens"}

var (
	oneOfUs  = regexp.MustCompile(`(?i)\ben (?:kollega|medarbetare|vikarie|av oss|i gruppen|person)\b`)
	namedIs  = regexp.MustCompile(`(?:^|[\s,;(])(\p{Lu}\p{Ll}+)(?:s|\s\p{Lu}\p{Ll}+)? (?:är|var|blev|blir|har|hade|ligger|ska|kommer)\b`)
	things   = regexp.MustCompile(`(?:arna|erna|orna|ingen|heten|tionen)$`)
	sentence = regexp.MustCompile(`[.!?;\n]+`)
	letters  = regexp.MustCompile(`\p{L}+`)
)

// notNames begin sentences without naming anybody.
var notNames = strings.Fields(`Det Den De Detta Dessa Vi Ni Man Som Om När Nu Här Där Alla Många Flera Några Ingen Inget Inga Alltid Chefen Gruppen Enheten
	Avdelningen Personalen Frågan Rutinen Schemat Facket Skyddsombudet Arbetsgivaren Kommunen Regionen Förvaltningen Företagshälsovården Jag Du Vad Vem Hur Var`)

// Individual lists the words in s, as they are written and each once, that suggest one person's sickness, diagnosis or
// union membership. What is said of a group ("sjukfrånvaron i gruppen minskar") is no such thing, and neither are routines
// ("vid sjukdom ringer du chefen"). It is help to read through once more, not proof.
func Individual(s string) []string {
	var found []string
	add := func(w string) {
		if !slices.Contains(found, w) {
			found = append(found, w)
		}
	}
	for _, part := range sentence.Split(s, -1) {
		about := aboutOne(part)
		for _, w := range letters.FindAllString(part, -1) {
			if always.MatchString(w) || about && ofOne.MatchString(w) {
				add(w)
			}
		}
		for _, m := range memberOf.FindAllStringSubmatch(part, -1) {
			add(m[1])
		}
	}
	return found
}

// aboutOne reports whether the sentence is about one person: a pronoun, "en kollega", or a name that is or has something.
func aboutOne(part string) bool {
	if oneOfUs.MatchString(part) {
		return true
	}
	for _, m := range namedIs.FindAllStringSubmatch(part, -1) {
		if !slices.Contains(notNames, m[1]) && !ofOne.MatchString(m[1]) && !things.MatchString(m[1]) {
			return true
		}
	}
	return slices.ContainsFunc(letters.FindAllString(part, -1), func(w string) bool { return slices.Contains(somebody, strings.ToLower(w)) })
}
