package demo

import (
	"math/rand/v2"
	"strings"
)

// Names as a Swedish municipality's are: each line pairs given names with family names that go with them, and how many
// of a hundred people have such a name.
var names = []struct {
	share         int
	given, family []string
}{
	{68, strings.Fields(`Anna Eva Maria Karin Sara Kristina Lena Emma Ingrid Malin Jenny Hanna Annika Susanne Elin Monica Jessica Ida Linda
		Helena Åsa Camilla Pia Ulrika Gunilla Marie Therese Cecilia Sofia Frida Johanna Katarina Lisa Josefin Birgitta Petra Agneta Elisabet
		Charlotta Maja Klara Ebba Wilma Alva Tove Matilda Erika Carina Lotta Moa Anneli Siv Agnes Märta Veronica Ylva Lars Anders Johan Per
		Karl Mikael Jan Peter Thomas Daniel Fredrik Andreas Hans Magnus Mats Stefan Jonas Erik Bengt Niklas Martin Björn Patrik Ulf Mattias
		Henrik Joakim Robert Göran Christer Simon Oskar Viktor Emil Gustav Rickard Håkan Tommy Kent Roger Leif Tobias Jakob Axel Ludvig Linus
		Urban Staffan Kjell Arne Pontus`),
		strings.Fields(`Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson
		Bengtsson Carlsson Jönsson Lindberg Magnusson Lindström Lindgren Olofsson Axelsson Bergström Lundberg Lundgren Jakobsson Lundqvist
		Berglund Mattsson Berg Fredriksson Sandberg Henriksson Forsberg Sjöberg Wallin Danielsson Engström Eklund Lundin Håkansson Gunnarsson
		Björk Bergman Holm Samuelsson Wikström Isaksson Fransson Bergqvist Nyström Holmberg Arvidsson Löfgren Söderberg Nyberg Blomqvist
		Claesson Nordström Mårtensson Lundström Eliasson Björklund Viklund Berggren Sandström Nordin Ström Hermansson Åberg Ekström Holmgren
		Hedlund Sundberg Dahlberg Hellström Abrahamsson Falk Öberg Martinsson Andreasson Månsson Blom Ek Åkesson Strömberg Jonasson Hansen
		Norberg Åström Lindholm Sundström Öhman Ivarsson Dahl Sjögren Lund Hallberg Palm Lindqvist Holmqvist Nylander Granath Sand Edlund
		Rosén Norling Wahlström Ahlström Stenberg Melin Åkerlund Backman Malm Skoglund Hedberg Ottosson Tapper Forslund Ringdahl`)},
	{4, strings.Fields(`Tuula Päivi Anneli Marja Riitta Sirpa Kari Timo Juha Pekka Jari Mika Heikki Sanna`),
		strings.Fields(`Korhonen Virtanen Mäkinen Nieminen Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Salonen Niemi`)},
	{8, strings.Fields(`Amina Fatima Layla Nour Zahra Mariam Rania Hiba Dina Samira Yasmin Ahmad Omar Ali Hassan Mohammed Yousef Khaled Samir
		Tariq Bilal Karim Nadia Rasha`), strings.Fields(`Haddad Al-Khalil Mansour Saleh Khoury Hamdan Nasser Rahimi Aziz Darwish Hussein Najjar
		Sabbagh Ibrahim Othman Barakat Jaber Kassem`)},
	{4, strings.Fields(`Hodan Ayaan Sahra Ifrah Fadumo Abdi Mahad Liban Ismail Khadra Asha Yusuf`),
		strings.Fields(`Warsame Abdullahi Farah Jama Nur Osman Hirsi Mohamud Duale Roble`)},
	{5, strings.Fields(`Jasmina Amra Selma Lejla Emina Dragana Milica Adnan Haris Mirza Goran Nermin Zoran Edin`),
		strings.Fields(`Hodžić Begić Kovačević Delić Petrović Jovanović Marković Halilović Omerović Babić Softić`)},
	{4, strings.Fields(`Shirin Parisa Leila Maryam Nasrin Arash Reza Behzad Farhad Soheila Ramin`),
		strings.Fields(`Tehrani Karimi Hosseini Ahmadi Rostami Moradi Sohrabi Jafari Ebrahimi Farahani`)},
	{3, strings.Fields(`Agnieszka Katarzyna Magdalena Ewa Dorota Piotr Tomasz Krzysztof Marek Paweł`),
		strings.Fields(`Kowalska Nowak Wójcik Lewandowska Zielińska Mazur Dudek Wieczorek Krawczyk`)},
	{3, strings.Fields(`Selam Feven Rahel Senait Dawit Yonas Tesfay Abel Miriam Helen`),
		strings.Fields(`Tesfamariam Haile Gebremedhin Kidane Tekle Berhane Woldu Mehari Habte`)},
	{1, strings.Fields(`Siriporn Malee Nok Ying Mei Linh Thanh Minh`), strings.Fields(`Srisuk Nguyen Tran Chen Wang Pham Saelim`)},
}

// roster hands out names, each once: in a demo no two people are to be mixed up.
type roster struct {
	rng   *rand.Rand
	taken map[string]bool
}

func newRoster(rng *rand.Rand, reserved ...string) *roster {
	r := &roster{rng, map[string]bool{}}
	for _, n := range reserved {
		r.taken[n] = true
	}
	return r
}

func (r *roster) next() string {
	for {
		n := r.rng.IntN(100)
		for _, origin := range names {
			if n -= origin.share; n >= 0 {
				continue
			}
			name := pick(r.rng, origin.given) + " " + pick(r.rng, origin.family)
			if !r.taken[name] {
				r.taken[name] = true
				return name
			}
			break
		}
	}
}

func pick[T any](rng *rand.Rand, of []T) T { return of[rng.IntN(len(of))] }
