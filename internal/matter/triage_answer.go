package matter

import (
	"slices"

	"samverka/internal/clock"
)

// forums are where the matter is taken up, in order: with all staff first, then from group to group, negotiations beside.
func (in Situation) forums(t Triage, plan fitted) []Forum {
	var fs []Forum
	if t.Duty == DutyNegotiate && !in.Secret && len(in.Units) > 0 {
		fs = append(fs, Forum{Kind: ForumAPT, Class: EarlyDialogue, Reason: "triage.forum.apt", Source: "Avtalet: dialog på APT innan frågan når gruppen"})
	}
	for _, s := range plan.steps {
		f := Forum{Kind: s.track.Kind, Class: BeforeDecision, GroupID: s.track.GroupID, Name: s.track.Name, Day: s.meeting.Day, Reason: s.track.Reason, Source: s.track.Source}
		if s.track.Kind == KindInfo {
			f.Class = Information
		}
		if t.Type == TypeEarly && s.track.Kind == KindGroup {
			fs = append(fs, Forum{Kind: s.track.Kind, Class: EarlyDialogue, GroupID: s.track.GroupID, Name: s.track.Name, Day: s.early.Day,
				Reason: "triage.forum.early", Source: "Avtalet: tidig dialog, medan frågan är öppen"})
		}
		fs = append(fs, f)
	}
	for _, n := range t.Tracks {
		if n.UnionID != 0 {
			fs = append(fs, Forum{Kind: n.Kind, UnionID: n.UnionID, Name: n.Name, Reason: n.Reason, Source: n.Source})
		}
	}
	return fs
}

// needs are what has to be there before samverkan can be concluded or the unions be informed.
func (in Situation) needs(t Triage) []Reason {
	var ns []Reason
	add := func(when bool, key, source string) {
		if when {
			ns = append(ns, Reason{Key: key, Source: source})
		}
	}
	negotiate := t.Duty == DutyNegotiate
	near := in.near()
	add(in.Decider == ByManager, "triage.need.mandate", "KL 7:5-6; delegationsordningen")
	add(negotiate, "triage.need.proposal", "MBL 11 §; avtalet: förslag och alternativ, även att inget ändra")
	add(!negotiate, "triage.need.information", "MBL 19 §")
	add(t.Risk, "triage.need.risk", "AML 6:4; AFS 2023:1")
	add(in.WorkEnvironment && !in.Correction.NoRisk, "triage.need.safety_rep", "AML 6:4")
	add(negotiate, "triage.need.papers", "Avtalet: handlingar")
	add(negotiate && len(near) > 1 && in.central(t), "triage.need.plan", "Handboken 4: hur varje berört sammanhang omfattas")
	add(negotiate && in.Decider == ByBoard, "triage.need.board", "Avtalet: samverkan är klar innan nämnden beslutar")
	add(in.Secret, "triage.need.secrecy", "OSL; företag: MBL 21 §")
	return ns
}

// central reports whether the whole organisation's group treats the matter.
func (in Situation) central(t Triage) bool {
	return slices.ContainsFunc(t.Tracks, func(x SuggestedTrack) bool {
		return x.Kind == KindGroup && slices.ContainsFunc(in.Coverage, func(c Coverage) bool { return c.GroupID == x.GroupID && c.Wide })
	})
}

// ways are the unions concerned and how each is met. Agreements are judged on the day of the treatment (handbook "Split
// regime").
func (in Situation) ways(t Triage, day clock.Date) []UnionWay {
	var ws []UnionWay
	for _, u := range in.Unions {
		if w, ok := in.way(t, u, day); ok {
			w.ID, w.Name, w.Args = u.ID, u.Name, []any{"Date", day.String()}
			ws = append(ws, w)
		}
	}
	return ws
}

func (in Situation) way(t Triage, u PartyChoice, day clock.Date) (UnionWay, bool) {
	seat := ""
	for _, x := range t.Tracks {
		switch {
		case x.UnionID == u.ID && x.Kind == KindMBL11:
			return UnionWay{Way: KindMBL11, Reason: Reason{Key: "triage.union.mbl11", Source: "MBL 11 §"}}, true
		case x.UnionID == u.ID && x.Kind == KindMBL13:
			return UnionWay{Way: KindMBL13, Reason: Reason{Key: "triage.union.mbl13", Source: "MBL 13 §"}}, true
		case slices.Contains(u.Groups, x.GroupID) && x.GroupID != 0 && (seat == "" || x.Kind == KindGroup):
			seat = x.Kind
		}
	}
	outside := u.Collective && !u.covered(day)
	switch {
	case seat == KindGroup:
		return UnionWay{Way: KindGroup, Reason: Reason{Key: "triage.union.group", Source: "Avtalet: samverkan i stället för MBL 11 §"}}, true
	case seat == KindInfo && !outside:
		return UnionWay{Way: KindInfo, Reason: Reason{Key: "triage.union.info", Source: "Avtalet: information i gruppen i stället för MBL 19 §"}}, true
	case outside && (seat != "" || slices.Contains(in.Concerned, u.ID)):
		return UnionWay{Way: WayDirect, Reason: Reason{Key: "triage.union.direct", Source: "MBL 19 §"}}, true
	}
	return UnionWay{}, false
}
