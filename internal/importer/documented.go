package importer

// Documented names the columns of a kind's files as we ask for them, in Swedish as the files are: those that are needed,
// and those that may be there. Synonyms are understood too.
func Documented(k Kind) (needed, optional string) {
	switch k {
	case Units:
		return "Enhet", "Orgid, Överordnad enhet, Chef, Chefens e-post, Antal anställda"
	case People:
		return "Namn (eller Förnamn och Efternamn), Anst nr eller E-post", "Enhet"
	case Unions:
		return "Organisation", "Avtal från, Avtal till, Kollektivavtal"
	case Groups:
		return "Grupp, Nivå, Enheter", "Ordförande, Överordnad, Skyddskommitté"
	}
	return "Person (eller Anst nr eller E-post), Roll", "Organisation, Grupp, Skyddsområde, Från, Till"
}
