package apt

// standard is the agenda that an APT begins with (handbook 5.3). Themes of the year plan come where dialogue begins.
var standard = []struct {
	position int
	title    string
	form     string
	minutes  int
}{
	{1000, "Föregående anteckningar", FormInformation, 5},
	{2000, "Återkoppling från samverkansgrupper", FormInformation, 10},
	{3000, "Verksamhet och mål", FormOpen, 15},
	{4000, "Ekonomi", FormInformation, 10},
	{5000, "Arbetsmiljö, tillbud och risker", FormRound, 15},
	{6000, "Aktuell dialogfråga", FormGroups, 20},
	{7000, "Fackens och skyddsombudets punkt", FormOpen, 5},
	{8000, "Information", FormInformation, 5},
	{9000, "Övrigt", FormOpen, 5},
}

// placeOf is where items of a kind come on the agenda.
var placeOf = map[string]int{KindCarried: 1100, KindFeedback: 2100, KindTheme: 6100, KindProposal: 6500, KindOwn: 6800}
