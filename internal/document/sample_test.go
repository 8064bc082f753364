package document_test

import (
	"fmt"
	"time"

	"samverka/internal/document"
)

// minutes is a document such as a samverkansgrupp's protokoll, with a number of
// matters on its agenda.
func minutes(matters int) document.Doc {
	d := document.Doc{
		Title:   "Protokoll LSG Förskola Norr 12 november 2026",
		Lang:    "sv-SE",
		Author:  "Ekby kommun",
		Subject: "Samverkansmöte enligt samverkansavtalet",
		Created: time.Date(2026, 11, 20, 14, 32, 0, 0, time.UTC),
		Footer:  "Justerat 20 november 2026. Kontrollsumma för innehållet: 9f2c 41aa 07d3 58be.",
	}
	d.Blocks = []document.Block{
		document.Heading{Level: 1, Text: "Protokoll från samverkansgrupp"},
		document.Facts{Rows: []document.Fact{
			{Term: "Grupp", Value: "LSG Förskola Norr"},
			{Term: "Tid", Value: "Torsdag 12 november 2026 kl. 13.00–14.30"},
			{Term: "Plats", Value: "Sammanträdesrum Ängen, Stadshuset, och digitalt"},
			{Term: "Ordförande", Value: "Åsa Öberg, rektor"},
			{Term: "Sekreterare", Value: "Märta Lindqvist"},
			{Term: "Diarienummer", Value: "FSK 2026/0412"},
		}},
		document.Heading{Level: 2, Text: "Närvarande"},
		document.Table{
			Caption: "Ledamöter och övriga", Header: []string{"Namn", "Roll", "Organisation", "Närvaro"}, RowHeader: true,
			Rows: [][]string{
				{"Åsa Öberg", "Ordförande", "Arbetsgivaren", "På plats"},
				{"Örjan Ängström", "Facklig företrädare", "Kommunal", "På plats"},
				{"Máret Áŋŋe Šáŧŧo", "Facklig företrädare", "Vision", "Digitalt, från § 2"},
				{"Đorđe Čavić", "Huvudskyddsombud", "Sveriges Lärare", "Frånvarande, kallad"},
			},
		},
		document.Heading{Level: 2, Text: "§ 1 Mötet öppnas"},
		document.Paragraph{Text: "Ordföranden öppnar mötet och hälsar alla välkomna. Kallelsen skickades 26 oktober 2026. Gruppen godkänner dagordningen."},
	}
	for i := 2; i < matters+2; i++ {
		d.Blocks = append(d.Blocks, matter(i)...)
	}
	d.Blocks = append(d.Blocks,
		document.Heading{Level: 2, Text: "Justering"},
		document.Signatures{Caption: "Protokollet är justerat av", Rows: []document.Signature{
			{Name: "Åsa Öberg", Role: "Ordförande, arbetsgivaren", When: "18 november 2026 kl. 09.12", How: "Inloggad med e-tjänstekort"},
			{Name: "Örjan Ängström", Role: "Justerare, Kommunal", When: "20 november 2026 kl. 14.32", How: "Inloggad med engångskod"},
			{Name: "Máret Áŋŋe Šáŧŧo", Role: "Justerare, Vision"},
		}},
		document.Paragraph{Runs: []document.Run{
			{Text: "Protokollet finns också på "}, {Text: "mötets sida", Link: "https://samverka.example.se/moten/12"}, {Text: "."},
		}},
	)
	return d
}

func matter(number int) []document.Block {
	return []document.Block{
		document.Heading{Level: 2, Text: fmt.Sprintf("§ %d Nytt schema på Äppelgårdens förskola", number)},
		document.Paragraph{Runs: []document.Run{
			{Text: "Samverkan före beslut.", Bold: true},
			{Text: " Arbetsgivaren föreslår ett nytt schema från 1 mars 2027. Förslaget innebär att arbetspassen förläggs enligt bilaga 1, att rasterna samordnas mellan avdelningarna och att förskolan öppnar 06.30. Dygnsvilan är alltid ≥ 11 timmar."},
		}},
		document.Heading{Level: 3, Text: "Dialog"},
		document.Paragraph{Text: "Kommunal påpekar att medarbetare på avdelningen ”Lönnen” får fler delade turer. Arbetsgivaren svarar att turerna fördelas lika efter sommaren."},
		document.List{Items: []string{
			"Risk- och konsekvensbedömningen kompletteras med ensamarbete vid öppning.",
			"Uppföljning sker i gruppen i juni 2027.",
		}},
		document.Table{
			Caption: "Parternas ställningstaganden", Header: []string{"Part", "Ställningstagande", "Motivering"}, RowHeader: true,
			Rows: [][]string{
				{"Kommunal", "Enig", ""},
				{"Vision", "Oenig", "Vision anser att riskbedömningen behöver kompletteras före beslut, eftersom öppningen 06.30 innebär ensamarbete."},
				{"Sveriges Lärare", "Ej närvarande – kallad", ""},
			},
		},
		document.Paragraph{Text: "Samverkan är därmed fullgjord i oenighet."},
	}
}
