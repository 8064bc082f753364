package server

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/layout"
	pages "samverka/templates/matter"
)

func (s *Server) matterList(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	f := matter.Filter{Mine: q.Get("mina") != "", Query: firstRunes(q.Get("q"), 200)}
	if c := q.Get("kategori"); slices.Contains(matter.Categories, c) {
		f.Category = c
	}
	f.Before, _ = strconv.ParseInt(q.Get("fore"), 10, 64)
	rs, more, err := s.Matter.List(r.Context(), actor(r), f)
	if err != nil {
		return err
	}
	l := pages.List{Records: rs, More: more, Now: s.Clock.Now(), Filter: f, MayStart: actor(r).May(access.MatterWrite), Register: actor(r).May(access.DecisionsRead),
		Raise: actor(r).May(access.MatterRaise), Raised: actor(r).May(access.RaisedRead), Review: actor(r).May(access.TriageReview)}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "matter.list.title"), Active: layout.Matters}, pages.Index(l))
}

// firstRunes cuts what was searched for; text that is not valid is searched for without what makes it so.
func firstRunes(text string, most int) string {
	runes := []rune(strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), ""))
	return string(runes[:min(len(runes), most)])
}

func (s *Server) showMatter(w http.ResponseWriter, r *http.Request) error {
	p, err := s.matterPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, matterView(p.Title), pages.Page(s.showOf(r, p)))
}

// matterView is the frame of a page about a matter.
func matterView(title string) view { return view{Title: title, Active: layout.Matters} }

// matterPage reads the matter of the path.
func (s *Server) matterPage(r *http.Request) (matter.Page, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return matter.Page{}, err
	}
	return s.Matter.Get(r.Context(), actor(r), id)
}

// showOf adds to what was read what the reader may do about it.
func (s *Server) showOf(r *http.Request, p matter.Page) pages.Show {
	who := actor(r)
	can := matterCan(r, p, who)
	return pages.Show{Page: p, Can: can, Gate: pages.GateOf(p.Record, p.Now, can.Owner && p.Decider == matter.ByManager, can.Reach(p.ID))}
}

// matterCan works out what to offer. The operations decide; this only keeps what would be refused off the page.
func matterCan(r *http.Request, p matter.Page, who access.Actor) pages.Can {
	c := pages.Can{Owner: who.Role == access.Manager && who.PersonID == p.OwnerID}
	open := p.Status == "open"
	d, decided := p.LastDecision()
	settled := decided && d.Deviation != matter.MaterialDeviation && d.ExceptionID == 0
	c.Decide = p.CanDecide(who, p.Now) == nil
	c.Propose = c.Owner && open && !settled
	c.Plan = c.Owner && open && !settled
	c.Withdraw = c.Owner && open && !decided
	c.Dialogue = who.May(access.MatterWrite) && open && answersForAny(who, p)
	c.SetUp = who.May(access.MeetingSetUp) && open && (c.Owner || runsAny(who, p))
	_, waiting := p.OpenException()
	_, approved := p.ApprovedException()
	c.AskException = c.Owner && open && !decided && !waiting && !approved && len(p.Proposals) > 0 && !c.Decide
	c.AnswerException = waiting && who.May(access.ExceptionDecide) && who.Role == p.Approver()
	c.Board = who.May(access.BoardRecord) && p.Decider == matter.ByBoard && open && len(p.Proposals) > 0 && (!decided || d.Deviation == matter.MaterialDeviation)
	c.EndNegotiation = who.May(access.NegotiationEnd) && (c.Owner || who.Role == access.Negotiator) && open && len(p.OpenNegotiations(p.Now)) > 0
	c.StateRisk = who.May(access.RiskState)
	c.Paths = pathsCan(p.Record, who)
	for _, t := range p.AllTracks(p.Now) {
		if t.Negotiation() && p.SeesLog(who, t) {
			c.Negotiations = append(c.Negotiations, matter.TrackRef(t))
		}
	}
	if l, ok := p.OpenLate(0); ok && who.May(access.NegotiationEnd) && (c.Owner || who.Role == access.Negotiator) && open {
		c.Late = l.ID
	}
	for _, it := range p.Items {
		switch {
		case who.InGroup(it.GroupID) || c.Owner:
		case who.Role == access.UnionRep || who.Role == access.SafetyRep:
			c.Foreign = append(c.Foreign, it.MeetingID)
		case who.Role == access.Manager:
			c.Outside = append(c.Outside, it.MeetingID)
		}
	}
	if who.Role == access.UnionRep && open {
		c.Unions = unionsCan(r, p, who)
	}
	return c
}

// pathsCan is where the reader may move the matter.
func pathsCan(m matter.Record, who access.Actor) pages.Paths {
	c := pages.Paths{Edit: m.CanEdit(who, nil) == nil, HandOver: m.CanHandOver(who) == nil, Reopen: m.CanReopen(who) == nil}
	_, waits := m.Waiting()
	_, err := m.CanReturn(who)
	c.Answer, c.HandBack = err == nil && waits, err == nil && !waits
	for _, t := range m.Tracks {
		if _, err := m.CanLiftUp(who, t.GroupID); t.GroupID != 0 && err == nil {
			c.Lift = append(c.Lift, t.GroupID)
		}
		if _, _, err := m.CanSendBack(who, t.HandedTo, t.GroupID); t.HandedTo != 0 && err == nil {
			c.SendBack = append(c.SendBack, t.GroupID)
		}
	}
	return c
}

// answersForAny reports whether the actor may note a dialogue for one of the matter's units.
func answersForAny(who access.Actor, p matter.Page) bool {
	return who.PersonID == p.OwnerID || slices.ContainsFunc(p.Units, func(u matter.Unit) bool { return slices.Contains(who.Units, u.ID) })
}

// runsAny reports whether the actor calls some group of the plan, or a coming meeting where the matter may be set up.
func runsAny(who access.Actor, p matter.Page) bool {
	return slices.ContainsFunc(p.Tracks, func(t matter.Track) bool { return t.GroupID != 0 && who.RunsMeetings(t.GroupID) }) ||
		slices.ContainsFunc(p.Meetings, func(m matter.MeetingChoice) bool { return who.RunsMeetings(m.GroupID) })
}

// unionsCan is what the representative may do for each union they represent in the matter.
func unionsCan(r *http.Request, p matter.Page, who access.Actor) []pages.UnionCan {
	var cs []pages.UnionCan
	for _, u := range unionsOf(p.Record, who) {
		c := pages.UnionCan{ID: u.ID, Name: u.Name, MBL: p.CanRequestMBL(u.ID, p.Now) == nil}
		if until := p.WindowOf(u.ID, p.Now); !until.IsZero() {
			c.Central, c.Waive, c.Until = true, true, i18n.Date(r.Context(), until)
		}
		for _, claim := range p.Claims(u.ID, p.Now) {
			if _, err := p.CanRequestStep(claim.Position.ID, p.Now); err == nil {
				c.Steps, c.Waive = append(c.Steps, claim), true
			}
		}
		c.Late = p.CanRequestLate(u.ID, p.Now) == nil
		if cur, ok := p.Current(); ok && p.CanObjectEditorial(cur.No, p.Now) == nil && !slices.Contains(cur.Objections, u.Name) {
			c.Object = cur.No
		}
		for _, it := range p.Items {
			if p.CanTakePosition(it, who, u.ID, matter.Agrees, "", p.Now) == nil {
				c.Position, c.ItemURL = true, "/moten/"+strconv.FormatInt(it.MeetingID, 10)+"#punkt-"+strconv.FormatInt(it.ID, 10)
			}
		}
		for _, n := range p.Notes {
			if n.UnionID == u.ID {
				c.Note, c.NoteAt, c.Version = n.Body, i18n.DateTime(r.Context(), n.UpdatedAt), n.Version
			}
		}
		cs = append(cs, c)
	}
	return cs
}

// unionsOf are the unions that the actor represents, by name, each once.
func unionsOf(rec matter.Record, who access.Actor) []matter.Union {
	var us []matter.Union
	for _, m := range who.Mandates {
		u := matter.Union{ID: m.UnionID, Name: m.UnionName}
		if who.Role == access.UnionRep && m.UnionID != 0 && !slices.Contains(us, u) {
			us = append(us, u)
		}
	}
	return us
}

// pathNo reads the number of a version.
func pathNo(r *http.Request) (int, error) {
	n, err := strconv.Atoi(chi.URLParam(r, "no"))
	if err != nil || n <= 0 || n > 1_000_000 {
		return 0, fail.New(fail.NotFound, "error.not_found")
	}
	return n, nil
}

// head is the top of a page below the matter's, with a fresh key against double sending.
func head(m matter.Matter) pages.Head {
	h := pages.HeadOf(m)
	h.Once = onceField()
	return h
}

// matterURL is the matter's page.
func matterURL(id int64, part string) string { return "/arenden/" + strconv.FormatInt(id, 10) + part }
