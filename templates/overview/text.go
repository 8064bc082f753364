// Package overview shows how it stands in the organisation, unit by unit.
package overview

import (
	"context"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"samverka/internal/i18n"
	"samverka/internal/organisation"
	"samverka/internal/overview"
	"samverka/templates/ui"
)

// look is how a measure is shown.
type look struct {
	name  string  // message key: "undantag enligt synnerliga skäl", to follow a number
	short string  // message key: the head of a narrow column
	how   string  // message key: how it is counted
	slug  string  // in addresses
	tone  ui.Tone // what a figure above zero means
}

var looks = map[overview.Measure]look{
	overview.Exceptions:       {"overview.measure.exceptions", "overview.short.exceptions", "overview.how.exceptions", "undantag", ui.Warning},
	overview.Deviations:       {"overview.measure.deviations", "overview.short.deviations", "overview.how.deviations", "avvikande-beslut", ui.Danger},
	overview.EarlyPlans:       {"overview.measure.early_plans", "overview.short.early_plans", "overview.how.early_plans", "for-tidiga-beslut", ui.Danger},
	overview.LateNotices:      {"overview.measure.late_notices", "overview.short.late_notices", "overview.how.late_notices", "sena-kallelser", ui.Warning},
	overview.LatePapers:       {"overview.measure.late_papers", "overview.short.late_papers", "overview.how.late_papers", "sena-handlingar", ui.Warning},
	overview.MinutesWaiting:   {"overview.measure.minutes_waiting", "overview.short.minutes_waiting", "overview.how.minutes_waiting", "vantar-pa-justering", ui.Neutral},
	overview.MinutesOverdue:   {"overview.measure.minutes_overdue", "overview.short.minutes_overdue", "overview.how.minutes_overdue", "ojusterade", ui.Danger},
	overview.InSamverkan:      {"overview.measure.in_samverkan", "overview.short.in_samverkan", "overview.how.in_samverkan", "under-samverkan", ui.Neutral},
	overview.RisksMissing:     {"overview.measure.risks_missing", "overview.short.risks_missing", "overview.how.risks_missing", "riskbedomningar", ui.Warning},
	overview.RisksOverdue:     {"overview.measure.risks_overdue", "overview.short.risks_overdue", "overview.how.risks_overdue", "sena-riskatgarder", ui.Warning},
	overview.SafetyGaps:       {"overview.measure.safety_gaps", "overview.short.safety_gaps", "overview.how.safety_gaps", "skyddskommitteer", ui.Warning},
	overview.GroupsIdle:       {"overview.measure.groups_idle", "overview.short.groups_idle", "overview.how.groups_idle", "grupper-utan-mote", ui.Warning},
	overview.MandatesEnding:   {"overview.measure.mandates_ending", "overview.short.mandates_ending", "overview.how.mandates_ending", "mandat", ui.Warning},
	overview.QuestionsWaiting: {"overview.measure.questions_waiting", "overview.short.questions_waiting", "overview.how.questions_waiting", "vackta-fragor", ui.Warning},
	overview.AgreementsEnding: {"overview.measure.agreements_ending", "overview.short.agreements_ending", "overview.how.agreements_ending", "avtal-upphor", ui.Warning},
	overview.AfterwardsOwed:   {"overview.measure.afterwards_owed", "overview.short.afterwards_owed", "overview.how.afterwards_owed", "samverkan-i-efterhand", ui.Warning},
	overview.MattersLoose:     {"overview.measure.matters_loose", "overview.short.matters_loose", "overview.how.matters_loose", "losa-arenden", ui.Warning},
	overview.RequestsOverdue:  {"overview.measure.requests_overdue", "overview.short.requests_overdue", "overview.how.requests_overdue", "skyddsombuds-begaran", ui.Danger},
	overview.APTsBehind:       {"overview.measure.apts_behind", "overview.short.apts_behind", "overview.how.apts_behind", "for-fa-apt", ui.Warning},
	overview.APTOverruled:     {"overview.measure.apt_overruled", "overview.short.apt_overruled", "overview.how.apt_overruled", "apt-beslut", ui.Warning},
	overview.IntroductionsDue: {"overview.measure.introductions_due", "overview.short.introductions_due", "overview.how.introductions_due", "introduktioner", ui.Warning},
	overview.SeatsVacant:      {"overview.measure.seats_vacant", "overview.short.seats_vacant", "overview.how.seats_vacant", "lediga-platser", ui.Warning},
}

// Name is the measure as it follows a number: "sena kallelser".
func Name(ctx context.Context, m overview.Measure) string { return i18n.T(ctx, looks[m].name) }

// Title is the measure as a heading: "Sena kallelser".
func Title(ctx context.Context, m overview.Measure) string {
	s := Name(ctx, m)
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// MeasureOf finds the measure of an address; "" when there is none.
func MeasureOf(slug string) overview.Measure {
	for m, l := range looks {
		if l.slug == slug {
			return m
		}
	}
	return ""
}

// All is the address's word for everything that the person may see.
const All = "alla"

// Path is the address of a unit's overview; 0 is all.
func Path(unit int64) string {
	if unit == 0 {
		return "/oversikt"
	}
	return "/oversikt/" + strconv.FormatInt(unit, 10)
}

// BehindPath is the address of what is behind one figure.
func BehindPath(unit int64, m overview.Measure) string {
	id := All
	if unit != 0 {
		id = strconv.FormatInt(unit, 10)
	}
	return "/oversikt/" + id + "/" + looks[m].slug
}

func csvPath(unit int64) string {
	if unit == 0 {
		return "/oversikt/" + All + "/oversikt.csv"
	}
	return Path(unit) + "/oversikt.csv"
}

// section is a heading with the measures below it.
type section struct {
	title    string
	measures []overview.Measure
}

func sections(ctx context.Context) []section {
	return []section{
		{i18n.T(ctx, "overview.section.decisions"), []overview.Measure{overview.EarlyPlans, overview.Deviations, overview.Exceptions, overview.APTOverruled, overview.RisksMissing, overview.RisksOverdue, overview.InSamverkan}},
		{i18n.T(ctx, "overview.section.meetings"), []overview.Measure{overview.LateNotices, overview.LatePapers, overview.MinutesOverdue, overview.MinutesWaiting, overview.SafetyGaps, overview.GroupsIdle, overview.APTsBehind}},
		{i18n.T(ctx, "overview.section.roles"), []overview.Measure{overview.RequestsOverdue, overview.QuestionsWaiting, overview.MattersLoose, overview.SeatsVacant, overview.MandatesEnding, overview.IntroductionsDue}},
	}
}

// figures are a unit's counts as rows; one above nought leads to what is behind it.
func figures(ctx context.Context, u overview.UnitRow, ms []overview.Measure) []ui.ListRow {
	var rows []ui.ListRow
	for _, m := range ms {
		n := u.Figures[m]
		r := ui.ListRow{Text: Title(ctx, m), Meta: i18n.Number(ctx, n)}
		if n > 0 {
			r = ui.ListRow{Text: Title(ctx, m), Href: BehindPath(u.ID, m), Tag: i18n.Number(ctx, n), TagTone: looks[m].tone}
		}
		rows = append(rows, r)
	}
	return rows
}

// heat shades a figure; nought has none.
func heat(m overview.Measure, n int) string {
	switch {
	case n == 0 || looks[m].tone == ui.Neutral:
		return "num"
	case looks[m].tone == ui.Danger:
		return "num heat-1"
	}
	return "num heat-2"
}

func crumbs(ctx context.Context, s overview.Status) []ui.Crumb {
	cs := []ui.Crumb{{Text: i18n.T(ctx, "overview.show.title"), Href: Path(0)}}
	for _, u := range s.Path {
		cs = append(cs, ui.Crumb{Text: u.Name, Href: Path(u.ID)})
	}
	return append(cs, ui.Crumb{Text: s.Unit.Name})
}

// place names what the figures are about.
func place(ctx context.Context, s overview.Status) string {
	switch {
	case s.Unit.ID != 0:
		return s.Unit.Name
	case s.Own:
		return i18n.T(ctx, "overview.show.own")
	}
	return i18n.T(ctx, "overview.show.all")
}

func facts(ctx context.Context, b overview.Behind) []ui.ListRow {
	var rows []ui.ListRow
	for _, f := range b.Facts {
		switch {
		case f.MatterID != 0:
			rows = append(rows, matterRow(ctx, b.Measure, f))
		case f.APTID != 0:
			r := ui.ListRow{Text: f.Title, Lang: "sv", Detail: join(i18n.T(ctx, "overview.fact.meeting", "Group", "APT "+f.GroupName, "Date", i18n.Date(ctx, *f.StartsAt)), f.Reason)}
			if f.Visible {
				r.Href = "/apt/" + strconv.FormatInt(f.APTID, 10)
			}
			rows = append(rows, r)
		case b.Measure == overview.IntroductionsDue:
			rows = append(rows, ui.ListRow{Text: f.GroupName, Meta: i18n.T(ctx, "todo.due.late", "Date", i18n.Date(ctx, f.Day))})
		case b.Measure == overview.APTsBehind:
			r := ui.ListRow{Text: f.GroupName, Detail: f.PersonName, Meta: i18n.T(ctx, "overview.behind.apt_never")}
			if f.StartsAt != nil {
				r.Meta = i18n.T(ctx, "overview.behind.apt_last", "Date", i18n.Date(ctx, *f.StartsAt))
			}
			rows = append(rows, r)
		case f.QuestionID != 0:
			rows = append(rows, ui.ListRow{Text: f.Title, Href: "/vackta/" + strconv.FormatInt(f.QuestionID, 10), Detail: join(strings.Join(f.UnitNames, ", "), f.PersonName),
				Meta: i18n.T(ctx, "todo.due.by", "Date", i18n.Date(ctx, f.Day))})
		case f.RequestID != 0:
			rows = append(rows, ui.ListRow{Text: f.Title, Href: "/begaran/" + strconv.FormatInt(f.RequestID, 10), Detail: join(strings.Join(f.UnitNames, ", "), f.PersonName),
				Meta: i18n.T(ctx, "todo.due.late", "Date", i18n.Date(ctx, f.Day))})
		case f.MeetingID != 0:
			r := ui.ListRow{Text: i18n.T(ctx, "overview.fact.meeting", "Group", f.GroupName, "Date", i18n.Date(ctx, *f.StartsAt)), Href: "/moten/" + strconv.FormatInt(f.MeetingID, 10)}
			if !f.Day.IsZero() && (b.Measure == overview.MinutesWaiting || b.Measure == overview.MinutesOverdue) {
				r.Meta = i18n.T(ctx, "overview.fact.approve_by", "Date", i18n.Date(ctx, f.Day))
			}
			rows = append(rows, r)
		case f.PersonName != "" && f.Role != "":
			rows = append(rows, ui.ListRow{Text: f.PersonName, Href: "/organisation/mandat",
				Detail: join(i18n.T(ctx, organisation.RoleKey(f.Role)), f.GroupName, strings.Join(f.UnitNames, ", ")),
				Meta:   i18n.T(ctx, "overview.fact.ends", "Date", i18n.Date(ctx, f.Day))})
		default:
			r := ui.ListRow{Text: f.GroupName, Href: "/organisation/grupper/" + strconv.FormatInt(f.GroupID, 10)}
			if f.StartsAt != nil {
				r.Meta = i18n.T(ctx, "overview.fact.last_met", "Date", i18n.Date(ctx, *f.StartsAt))
			}
			rows = append(rows, r)
		}
	}
	return rows
}

func matterRow(ctx context.Context, m overview.Measure, f overview.Fact) ui.ListRow {
	r := ui.ListRow{Text: f.Title, Detail: join(f.Number, strings.Join(f.UnitNames, ", "))}
	if f.Visible {
		r.Href = "/arenden/" + strconv.FormatInt(f.MatterID, 10)
	} else {
		r.Text, r.Detail = f.Number, strings.Join(f.UnitNames, ", ")
	}
	if m != overview.Deviations && m != overview.Exceptions {
		r.Meta = i18n.T(ctx, "overview.fact.planned", "Date", i18n.Date(ctx, f.Day))
	}
	return r
}

func join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " · ")
}
