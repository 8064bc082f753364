package ui

var galleryNotYet = PanelProps{
	Label:   "Beslutsläge",
	Heading: "Du får inte besluta ännu. 2 saker saknas.",
	Missing: []PanelItem{
		{What: "Vision har inte tagit ställning.", Who: "Vision", When: "LSG 26 november 2026", Href: "#punkt", Link: "Se punkten på dagordningen", Why: "Varje förbund som berörs ska ha kunnat ta ställning innan du beslutar.", Source: "MBL 11 §"},
		{What: "Riskbedömningen är inte fastställd.", Who: "Du och skyddsombudet", Href: "#rok", Link: "Fortsätt riskbedömningen", Why: "Risker ska bedömas innan en ändring görs.", Source: "AFS 2023:1 2 kap. 10 §"},
	},
	Earliest: "Tidigast 27 november 2026, om alla är eniga.",
}

var galleryClosed = PanelProps{ID: "avslutat", State: PanelClosed, Label: "Beslutsläge", Heading: "Beslutat 27 november 2026.", Text: "Återkoppla på APT 3 december 2026."}

var galleryTasks = []TaskGroup{
	{Title: "Förbered", Tasks: []Task{
		{Text: "Beskriv förändringen", Href: "#t1", Status: TaskDone},
		{Text: "Kontrollera vem som får besluta", Href: "#t2", Status: TaskDone},
	}},
	{Title: "Tidig dialog", Tasks: []Task{{Text: "Ta upp på APT", Href: "#t3", Status: TaskDone, State: "Klar 5 november 2026"}}},
	{Title: "Underlag", Tasks: []Task{
		{Text: "Gör riskbedömning med skyddsombud", Href: "#t4", Status: TaskOngoing},
		{Text: "Undersök lokalerna", Status: TaskNotNeeded, Hint: "Lokalerna ändras inte."},
	}},
	{Title: "Samverka", Tasks: []Task{{Text: "Behandla i LSG Förskola Norr", Href: "#t5", Status: TaskOngoing, State: "26 november 2026", Hint: "Kommunal enig · Vision inget svar"}}},
	{Title: "Besluta", Tasks: []Task{{Text: "Fatta beslut"}}},
}

var galleryEvents = []Event{
	{When: "12 november 2026 kl. 09.10", Title: "Handlingarna skickades", Who: "Åsa Lindqvist, chef"},
	{When: "5 november 2026", Title: "Frågan togs upp på APT", Text: "Medarbetarna vill ha längre framförhållning."},
	{When: "2 november 2026", Title: "Ärendet startades", Who: "Åsa Lindqvist, chef"},
}

var galleryErrors = Errors{
	{Field: "title", Text: "Skriv vilken fråga det gäller"},
	{Field: "position", Text: "Välj en ståndpunkt"},
}

var galleryRows = []TableRow{
	{Cells: []Cell{{Text: "Kommunal"}, {Text: "Enig", Tone: Success}, {Text: "2"}, {Text: "2026-11-12"}}},
	{Cells: []Cell{{Text: "Vision", Href: "#vision"}, {Text: "Oenig", Tone: Warning}, {Text: "2"}, {Text: "2026-11-13"}}},
	{Cells: []Cell{{Text: "Sveriges Lärare"}, {Text: "Inget svar", Tone: Neutral}, {Text: "–"}, {Text: "–"}}},
}

var galleryHeat = []HeatRow{
	{Text: "Barn och utbildning", Href: "#bou", Cells: []HeatCell{{Text: "86 %", Level: 3}, {Text: "71 %", Level: 1, Below: true}, {Text: "3", Level: 2, Href: "#sena"}}},
	{Text: "Vård och omsorg", Href: "#voo", Cells: []HeatCell{{Text: "54 %", Level: 0, Below: true}, {Text: "92 %", Level: 4}, {Text: "–", Level: -1}}},
	{Text: "Hemtjänst Norr", Depth: 1, Cells: []HeatCell{{Text: "31 %", Level: 0, Below: true}, {Text: "80 %", Level: 3}, {Text: "2", Level: 2}}},
}

var galleryTree = []TreeNode{{
	Text: "Barn- och utbildningsförvaltningen", Meta: "Maria Ek", Href: "#forv", Open: true,
	Children: []TreeNode{
		{Text: "Förskola Norr", Meta: "Jonas Berg", Href: "#norr", Children: []TreeNode{{Text: "Äppelgården", Href: "#appel"}}},
		{Text: "Förskola Söder", Meta: "Vakant", Href: "#soder", Warning: "Skyddsombud saknas"},
	},
}}

// galleryMatrix is a small one, of two by two.
var galleryMatrix = MatrixProps{ID: "matris", Caption: "Riskerna före åtgärder", Corner: "Sannolikhet ↓ Konsekvens →", Word: "Rad",
	Columns: []MatrixHead{{"1", "1 – obetydlig"}, {"2", "2 – liten"}},
	Rows: []MatrixRow{
		{MatrixHead{"2", "2 – osannolikt"}, []MatrixCell{{ID: "matris-2-1", Level: 3}, {ID: "matris-2-2", Level: 1, Marks: []MatrixMark{{"1", "#"}, {"3", "#"}}}}},
		{MatrixHead{"1", "1 – mycket osannolikt"}, []MatrixCell{{ID: "matris-1-1", Level: 4, Marks: []MatrixMark{{"2", "#"}}}, {ID: "matris-1-2", Level: 3}}},
	}}
