package demo

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/apt"
	"samverka/internal/clock"
)

// said is what an APT wrote about one item, and how it ended.
type said struct {
	item, form, category string
	minutes              int
	notes                []string // one for each sitting
	end                  apt.EndForm
	answer               string // what came of it, some days later
}

// spring and lately are two APT of the personas' workplaces.
var (
	spring = []said{
		{item: "Städrutiner i förrådet", form: apt.FormOpen, minutes: 10, notes: []string{"Förrådet städas på måndagar. Listan sitter på dörren."}, end: apt.EndForm{Outcome: apt.Done, Text: "Listan gäller från i dag"}},
		{item: "Två nya elcyklar", form: apt.FormRound, minutes: 10, notes: []string{"Cyklarna räcker inte på förmiddagarna. Många tar bilen i onödan."},
			end: apt.EndForm{Outcome: apt.ManagerDecides, Text: "Chefen ser vad som ryms i budgeten"}, answer: "Två elcyklar är beställda och kommer om fyra veckor."},
		{item: "Parkeringen på kvällstid", form: apt.FormOpen, minutes: 5, notes: []string{"Det är mörkt mellan parkeringen och entrén. Flera undviker att gå ensamma."},
			end: apt.EndForm{Outcome: apt.LevelUp, Text: "Belysningen är fastighetsenhetens fråga"}, answer: "Fastighet sätter upp två nya lampor. Det är klart före den första."},
	}
	lateWinter = []said{
		{item: "Gemensam introduktion för vikarier", form: apt.FormGroups, category: "working_time", minutes: 20,
			notes: []string{"Smågrupperna vill ha två dagar bredvid och en fast handledare. Schemat behöver då göras om.", "Kvällspasset vill att en av dagarna är en kväll."},
			end:   apt.EndForm{Outcome: apt.ToGroup, Category: "working_time", Text: "Vi vill ändra schemat så att nya vikarier går bredvid i två dagar."}},
		{item: "Flytt av personalrummet", form: apt.FormOpen, category: "premises", minutes: 10, notes: []string{"Rummet är trångt. Förslaget är att byta med mötesrummet på samma plan.", "Bra, om kaffet följer med."},
			end: apt.EndForm{Outcome: apt.ManagerDecides, Category: "premises", Text: "Chefen provar bytet i tre månader", Reason: "Det är ett prov på samma våningsplan och går att ta tillbaka."}},
		{item: "Rasterna på helgpassen", form: apt.FormPairs, minutes: 10, notes: []string{"Rasterna blir ofta korta. Paren skrev ner tre sätt att lösa det.", "Samma bild här. Vi vill se hur det ser ut i fyra veckor till."},
			end: apt.EndForm{Outcome: apt.NewDialogue, Text: "Tas upp igen när vi har provat"}},
	}
)

// full lets a workplace meet through every sort of APT: one long ago with all its answers, one with two sittings whose notes
// wait for readers, one whose notes are not published yet, and two to come.
func (s *stage) full(unit string) {
	today := clock.DateOf(s.end)
	at := func(days, n int) *gathering {
		return &gathering{unit: unit, manager: s.boss[unit], branch: "", day: workday(today.Add(days), 0), n: n}
	}
	old, last, unread, next, after := at(-66, 3), at(-27, 4), at(-5, 5), at(8, 6), at(37, 7)
	last.second = true
	for _, g := range []*gathering{old, last, unread, next, after} {
		s.plan14(g)
	}
	s.hear(old, spring)
	s.hear(last, lateWinter)
	s.askAfter(last)
	s.then(unread.day.At(14, 0), "", "APT of "+unit, func(ctx context.Context, h *hand) error {
		return s.meet(ctx, h, unread, func(p apt.Page, si apt.Sitting) error {
			return s.ordinaryNotes(ctx, h, s.actor(unread.manager, access.Manager), p, si)
		})
	})
	s.proposals(next)
}

// hear lets the APT talk about its items, publish the notes, and answer what was left open.
func (s *stage) hear(g *gathering, items []said) {
	s.later(at(before(g.day, 12), 13, g.n), g, "agenda", func(ctx context.Context, h *hand, who access.Actor) error {
		for _, x := range items {
			if err := h.apts.AddItem(ctx, who, g.id, apt.ItemForm{Title: x.item, Form: x.form, Minutes: x.minutes, Category: x.category}); err != nil {
				return err
			}
		}
		return h.apts.SendAgenda(ctx, who, g.id, holidays)
	})
	days := []clock.Date{g.day}
	if g.second {
		days = append(days, workday(g.day, 1))
	}
	for n, day := range days {
		hour := 14 - 6*n
		s.then(day.At(hour, 0), g.branch, "APT of "+g.unit, func(ctx context.Context, h *hand) error {
			return s.meet(ctx, h, g, func(p apt.Page, si apt.Sitting) error { return s.noteAPT(ctx, h, p, si, items, n, n == len(days)-1) })
		})
	}
	s.later(at(workday(days[len(days)-1], 3), 11, g.n), g, "notes", func(ctx context.Context, h *hand, who access.Actor) error {
		return h.apts.Publish(ctx, who, g.id, holidays)
	})
	s.later(at(workday(g.day, 12), 10, g.n), g, "answers", func(ctx context.Context, h *hand, _ access.Actor) error { return s.answerAPT(ctx, h, g, items) })
}

// noteAPT writes down what a sitting said; at the last one the items end.
func (s *stage) noteAPT(ctx context.Context, h *hand, p apt.Page, si apt.Sitting, items []said, n int, last bool) error {
	who := s.actor(s.boss[p.UnitName], access.Manager)
	if n == 0 {
		if err := s.ordinaryNotes(ctx, h, who, p, si); err != nil {
			return err
		}
	}
	for _, x := range items {
		i := slices.IndexFunc(p.Items, func(it apt.Item) bool { return it.Title == x.item })
		if i < 0 {
			continue
		}
		h.wait(6)
		if err := h.apts.WriteNote(ctx, who, p.Items[i].ID, apt.NoteForm{SittingID: si.ID, Text: x.notes[min(n, len(x.notes)-1)]}); err != nil {
			return err
		}
		if !last {
			continue
		}
		end := x.end
		end.Version = p.Items[i].Version
		if end.Outcome == apt.ToGroup {
			end.Planned = workday(clock.DateOf(h.clock.Now()), 45)
		}
		if err := h.apts.EndItem(ctx, who, p.Items[i].ID, end); err != nil {
			return err
		}
	}
	if last {
		return s.giveFeedback(ctx, h, p, si, who)
	}
	return nil
}

// giveFeedback tells what became of matters that have been decided, and ends the items that every APT has.
func (s *stage) giveFeedback(ctx context.Context, h *hand, p apt.Page, si apt.Sitting, who access.Actor) error {
	for _, it := range p.Items {
		if it.Kind != apt.KindFeedback && everyAPT[it.Title] == "" || it.Outcome != "" {
			continue
		}
		if it.Kind == apt.KindFeedback {
			if err := s.noteDecision(ctx, h, it, si, who); err != nil {
				return err
			}
		}
		if err := h.apts.EndItem(ctx, who, it.ID, apt.EndForm{Outcome: apt.Done, Version: it.Version}); err != nil {
			return err
		}
	}
	return nil
}

func (s *stage) noteDecision(ctx context.Context, h *hand, it apt.Item, si apt.Sitting, who access.Actor) error {
	return h.apts.WriteNote(ctx, who, it.ID, apt.NoteForm{SittingID: si.ID, Text: "Beslutet är fattat. Synpunkterna från gruppen är med i underlaget."})
}

// answerAPT tells what came of what was to be decided or was lifted.
func (s *stage) answerAPT(ctx context.Context, h *hand, g *gathering, items []said) error {
	p, err := h.apts.Show(ctx, s.actor(g.manager, access.Manager), g.id)
	if err != nil {
		return err
	}
	for _, x := range items {
		i := slices.IndexFunc(p.Items, func(it apt.Item) bool { return it.Title == x.item })
		if i < 0 || x.answer == "" {
			continue
		}
		if err := h.apts.Answer(ctx, s.actor(p.Items[i].AnswerName, access.Manager), p.Items[i].ID, x.answer, false); err != nil {
			return err
		}
	}
	return nil
}

// everyAPT is what an APT says about the items that every APT has.
var everyAPT = map[string]string{
	"Föregående anteckningar":             "Gicks igenom och lades till handlingarna. Inget var kvar att svara på.",
	"Återkoppling från samverkansgrupper": "Chefen berättade vad gruppen har tagit upp sedan sist. Protokollet finns att läsa.",
	"Verksamhet och mål":                  "Kontinuiteten är bättre än i fjol. Målet är högst tolv personer hos varje brukare.",
	"Ekonomi":                             "Vi ligger nära budget. Vikariekostnaden är högre än planerat.",
	"Arbetsmiljö, tillbud och risker":     "Två tillbud med halka. Broddar finns att hämta i förrådet. Sjukfrånvaron i gruppen minskar.",
	"Aktuell dialogfråga":                 "Vad gör en bra arbetsdag? Grupperna skrev lappar. De vanligaste svaren: lugn start, tid för överlämning och fasta raster.",
	"Fackens och skyddsombudets punkt":    "Skyddsombudet påminde om skyddsronden och vill ha in förslag en vecka före.",
	"Information":                         "Nya inloggningen börjar gälla den första. Guiden ligger på intranätet.",
	"Övrigt":                              "Inget övrigt togs upp.",
}

// ordinaryNotes writes down what a sitting said about them.
func (s *stage) ordinaryNotes(ctx context.Context, h *hand, who access.Actor, p apt.Page, si apt.Sitting) error {
	for _, it := range p.Items {
		if everyAPT[it.Title] == "" {
			continue
		}
		h.wait(3)
		if err := h.apts.WriteNote(ctx, who, it.ID, apt.NoteForm{SittingID: si.ID, Text: everyAPT[it.Title]}); err != nil {
			return err
		}
	}
	return nil
}

// askAfter lets colleagues who were away ask afterwards; one question waits.
func (s *stage) askAfter(g *gathering) {
	s.then(at(workday(g.day, 6), 12, 2), g.branch, "questions to "+g.unit, func(ctx context.Context, h *hand) error {
		for n, text := range []string{"När börjar provet med personalrummet?", "Gäller introduktionen även de som hoppar in på helger?"} {
			if err := h.apts.Ask(ctx, s.colleague(g.unit, 3+n), g.id, 0, text, false); err != nil {
				return err
			}
		}
		for n := range 4 {
			if err := h.apts.MarkRead(ctx, s.colleague(g.unit, 3+n), g.id); err != nil {
				return err
			}
		}
		return nil
	})
	s.later(at(workday(g.day, 8), 9, 4), g, "answer to a question", func(ctx context.Context, h *hand, who access.Actor) error {
		p, err := h.apts.Show(ctx, who, g.id)
		if err != nil || len(p.Questions) == 0 {
			return err
		}
		return h.apts.AnswerQuestion(ctx, who, p.Questions[0].ID, "Vi börjar när mötesrummet är tömt, om ungefär två veckor.", p.Questions[0].Version, false)
	})
}

// proposals let the employee persona and a colleague propose what to talk about; one proposal waits.
func (s *stage) proposals(g *gathering) {
	persona := s.personas[Code(access.Employee)]
	propose := func(n int, who access.Actor, f apt.ProposalForm) {
		s.then(at(before(g.day, 14), 14, n), g.branch, "proposal to "+g.unit, func(ctx context.Context, h *hand) error { return h.apts.Propose(ctx, who, g.id, f) })
	}
	mine := s.actor(persona, access.Employee)
	mine.Mandates = []access.Mandate{{Role: "employee", UnitID: s.unit(g.unit), UnitName: g.unit}}
	propose(1, mine, apt.ProposalForm{Title: "Nyckelskåpet krånglar", Text: "Det tar flera minuter varje morgon.", Named: true})
	propose(2, mine, apt.ProposalForm{Title: "Gemensam fika en gång i månaden"})
	propose(3, s.colleague(g.unit, 6), apt.ProposalForm{Title: "Hur överlämnar vi mellan passen?", Text: "Det vi säger på morgonen når inte alltid kvällen."})
	s.later(at(before(g.day, 13), 15, 5), g, "answers to proposals", func(ctx context.Context, h *hand, who access.Actor) error {
		p, err := h.apts.Show(ctx, who, g.id)
		if err != nil || len(p.Proposals) < 2 {
			return err
		}
		if err := h.apts.Accept(ctx, who, g.id, p.Proposals[0].ID, apt.ItemForm{Form: apt.FormOpen, Minutes: 10}); err != nil {
			return err
		}
		return h.apts.Decline(ctx, who, g.id, p.Proposals[1].ID, "Bra idé. Den behöver inte ett möte: fikat börjar nästa fredag.")
	})
}
