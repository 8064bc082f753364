package demo

import (
	"strings"
)

// A kind is what a workplace does: it decides which questions come up there and which unions have members to speak for.
type kind string

// area is a part of a förvaltning with a manager, a local group (LSG) and units.
type area struct {
	name  string
	kind  kind
	units []string
}

// department is a förvaltning with its group (FSG).
type department struct {
	name  string
	areas []area
}

func units(list string) []string { return strings.Split(list, ", ") }

// kommun is Älvsunda kommun below its root: six förvaltningar, thirty areas and 133 units.
var kommun = []department{
	{"Vård och omsorg", []area{
		{"Hemtjänst Väst", "hemtjanst", units("Hemtjänst Ekbacken, Hemtjänst Sjöängen, Hemtjänst Kvarnby, Hemtjänst Björkliden, Nattpatrullen Väst, Hemtjänst Strandvägen")},
		{"Hemtjänst Öst", "hemtjanst", units("Hemtjänst Solgläntan, Hemtjänst Hagaby, Hemtjänst Storängen, Hemtjänst Åkerlyckan, Nattpatrullen Öst")},
		{"Hemtjänst Norr", "hemtjanst", units("Hemtjänst Bruket, Hemtjänst Skogsbyn, Hemtjänst Älvbrinken, Trygghetslarm och planering")},
		{"Särskilt boende Centrum", "boende", units("Äppelgården, Lindhaga, Rosenlund, Kajutan, Parkgläntan, Sofiagården")},
		{"Särskilt boende Norr", "boende", units("Norrgården, Tallmon, Bäckaskog, Furuhöjd, Korttidsboendet Vilan")},
		{"LSS och daglig verksamhet", "lss", units("Gruppbostad Ängsvägen, Gruppbostad Timotejen, Gruppbostad Kantarellen, Serviceboendet Fyren, Daglig verksamhet Verkstan, Daglig verksamhet Trädgården, Personlig assistans")},
		{"Hälso- och sjukvård", "halsa", units("Sjuksköterskor Väst, Sjuksköterskor Öst, Sjuksköterskor natt, Rehabenheten, Hjälpmedel och teknik, Hemgångsteamet")},
		{"Bistånd och stöd", "bistand", units("Biståndshandläggare äldre, Biståndshandläggare LSS, Anhörigstöd och träffpunkter, Planering och bemanning, Kvalitet och utveckling")},
	}},
	{"Utbildning", []area{
		{"Förskola Norr", "forskola", units("Förskolan Tallkotten, Förskolan Granen, Förskolan Ripan, Förskolan Myran, Förskolan Lingonet, Förskolan Kojan")},
		{"Förskola Söder", "forskola", units("Förskolan Solrosen, Förskolan Humlan, Förskolan Smultronet, Förskolan Draken, Förskolan Bryggan, Förskolan Blåklinten")},
		{"Förskola Centrum", "forskola", units("Förskolan Domherren, Förskolan Kotten, Förskolan Kastanjen, Förskolan Tornet, Förskolan Regnbågen, Öppna förskolan")},
		{"Grundskola Norr", "grundskola", units("Bruksskolan, Skogsbyskolan, Norrängsskolan, Fritidshemmen Norr, Anpassad grundskola, Älvbrinksskolan")},
		{"Grundskola Söder", "grundskola", units("Sjöängsskolan, Kvarnbyskolan, Hagabyskolan, Fritidshemmen Söder, Ekbackeskolan, Strandskolan")},
		{"Grundskola Centrum", "grundskola", units("Centralskolan 4–6, Centralskolan 7–9, Lindskolan, Fritidshemmen Centrum, Förberedelseklasserna, Parkskolan")},
		{"Gymnasium", "gymnasium", units("Älvgymnasiet yrkesprogram, Älvgymnasiet teori, Introduktionsprogrammen, Anpassad gymnasieskola, Gymnasiets service")},
		{"Vuxenutbildning", "vux", units("Komvux, Svenska för invandrare, Yrkeshögskolan, Lärcentrum")},
		{"Elevhälsa", "elevhalsa", units("Elevhälsan Norr, Elevhälsan Söder, Elevhälsan Centrum, Resurs och stöd, Skoladministration")},
	}},
	{"Samhällsbyggnad", []area{
		{"Gata och park", "gata", units("Gatudrift, Parkskötsel, Renhållning, Trafik och projekt")},
		{"Fastighet och lokalvård", "fastighet", units("Fastighetsdrift, Lokalvård Norr, Lokalvård Söder, Lokalvård Centrum")},
		{"Plan och bygg", "plan", units("Planenheten, Bygglov, Miljö och hälsoskydd")},
		{"Räddningstjänst", "raddning", units("Räddningsstyrka heltid, Räddningsstyrka deltid, Förebyggande och tillsyn")},
	}},
	{"Kultur och fritid", []area{
		{"Bibliotek", "bibliotek", units("Stadsbiblioteket, Närbiblioteken")},
		{"Kultur och unga", "kultur", units("Kulturskolan, Konsthallen och museet, Fritidsgårdarna")},
		{"Fritid och anläggningar", "fritid", units("Badhuset Forsen, Ishall och idrottsplatser")},
	}},
	{"Individ och familj", []area{
		{"Barn och unga", "barn", units("Mottagning barn, Utredning barn och unga, Familjehem, Placeringar och uppföljning")},
		{"Vuxna och försörjning", "forsorjning", units("Ekonomiskt bistånd, Vuxenenheten, Arbetsmarknad")},
		{"Öppenvård och boende", "oppenvard", units("Familjecentrum, Öppenvården Bron, Stödboendet")},
	}},
	{"Kommunledning", []area{
		{"Ekonomi och upphandling", "ekonomi", units("Ekonomistyrning, Redovisning och lön")},
		{"HR, kommunikation och digitalisering", "stab", units("HR-enheten, Kommunikation, IT och digitalisering, Kansli och arkiv")},
		{"Måltid och service", "maltid", units("Måltid skola, Måltid omsorg")},
	}},
}

// staff is about how many people work in a unit of the kind.
var staff = map[kind]int{"hemtjanst": 25, "boende": 31, "lss": 24, "halsa": 17, "bistand": 12, "forskola": 20, "grundskola": 31, "gymnasium": 29,
	"vux": 16, "elevhalsa": 14, "gata": 16, "fastighet": 19, "plan": 13, "raddning": 19, "bibliotek": 13, "kultur": 12, "fritid": 14, "barn": 15,
	"forsorjning": 15, "oppenvard": 14, "ekonomi": 13, "stab": 13, "maltid": 24}

// The unions of Älvsunda kommun.
const (
	kommunal   = "Kommunal"
	vision     = "Vision"
	larare     = "Sveriges Lärare"
	vard       = "Vårdförbundet"
	ssr        = "Akademikerförbundet SSR"
	ledarna    = "Ledarna"
	brand      = "Brandmännens Riksförbund"
	fysio      = "Fysioterapeuterna"
	arbetster  = "Sveriges Arbetsterapeuter"
	dik        = "DIK"
	akavia     = "Akavia"
	ingenjorer = "Sveriges Ingenjörer"
)

// seats are the unions in an area's local group.
var seats = map[kind][]string{
	"hemtjanst": {kommunal, vision, vard}, "boende": {kommunal, vision, vard}, "lss": {kommunal, vision, ssr}, "halsa": {vard, fysio, arbetster, kommunal},
	"bistand": {ssr, vision}, "forskola": {kommunal, larare}, "grundskola": {larare, kommunal, vision}, "gymnasium": {larare, vision, kommunal},
	"vux": {larare, vision}, "elevhalsa": {ssr, vard, vision, larare}, "gata": {kommunal, vision, ingenjorer}, "fastighet": {kommunal, vision},
	"plan": {vision, ingenjorer, akavia}, "raddning": {brand, kommunal, vision}, "bibliotek": {dik, vision}, "kultur": {dik, vision, larare},
	"fritid": {kommunal, vision}, "barn": {ssr, vision}, "forsorjning": {ssr, vision}, "oppenvard": {ssr, vision, kommunal},
	"ekonomi": {vision, akavia}, "stab": {akavia, vision, ssr}, "maltid": {kommunal, vision},
}

// departmentSeats are the unions in a förvaltning's group, in the order of kommun.
var departmentSeats = [][]string{
	{kommunal, vision, vard, fysio, arbetster, ssr, ledarna},
	{larare, kommunal, vision, ssr, ledarna},
	{kommunal, vision, ingenjorer, brand, ledarna},
	{dik, vision, kommunal},
	{ssr, vision, kommunal},
	{vision, akavia, ssr, ingenjorer},
}

// everyUnion is the order in which the unions sit in the central group.
var everyUnion = []string{kommunal, vision, larare, vard, ssr, ledarna, brand, fysio, arbetster, dik, akavia, ingenjorer}
