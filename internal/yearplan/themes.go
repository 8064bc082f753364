package yearplan

import (
	"context"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Theme is something that is taken up in its month every year.
type Theme struct {
	Month int
	Title string
	Class string // matter.Information, matter.EarlyDialogue or matter.FollowUp
}

// Classes are those that a theme may have. What is decided needs a matter of its own.
var Classes = []string{matter.EarlyDialogue, matter.Information, matter.FollowUp}

// Seed is the årshjul that every organisation begins with (handbook 5.1).
var Seed = []Theme{
	{1, "Bokslut", matter.Information}, {1, "Uppföljning av det systematiska arbetsmiljöarbetet", matter.FollowUp},
	{2, "Plan för årets skyddsronder", matter.EarlyDialogue},
	{3, "Sommarbemanning", matter.EarlyDialogue}, {3, "Löneöversyn", matter.Information},
	{4, "Medarbetarenkät, resultat och åtgärder", matter.EarlyDialogue}, {4, "Tertial 1", matter.FollowUp},
	{5, "Riskbedömning inför sommaren", matter.EarlyDialogue}, {5, "Budgetförutsättningar", matter.Information},
	{6, "Lönekartläggning och aktiva åtgärder", matter.Information}, {6, "Höstens planering", matter.EarlyDialogue},
	{8, "Utvärdering av sommaren", matter.FollowUp},
	{9, "Tertial 2", matter.FollowUp}, {9, "Dialog om budget och verksamhetsplan", matter.EarlyDialogue},
	{10, "Budget inför nämndens beslut", matter.EarlyDialogue},
	{11, "Verksamhetsplan", matter.EarlyDialogue}, {11, "Arbetsmiljömål", matter.EarlyDialogue}, {11, "Utbildningsplan", matter.Information},
	{12, "Utvärdering av samverkan", matter.FollowUp}, {12, "Nästa års mötesdagar", matter.Information},
}

// themeRow is a theme as it is stored; a removed one says that the scope does without it.
type themeRow struct {
	Theme
	Own     bool // the scope's, not the organisation's
	Removed bool
}

const themesOf = `SELECT month, title, class, group_id IS NOT NULL OR unit_id IS NOT NULL OR ($1 = 0 AND $2 = 0) AS own, removed FROM year_themes
	WHERE ` + where + ` OR group_id IS NULL AND unit_id IS NULL ORDER BY month, id`

// effective are the themes that a scope follows: its own when it has any rows, else the organisation's, else the seed.
func effective(rows []themeRow) (themes []Theme, own bool) {
	own = slices.ContainsFunc(rows, func(r themeRow) bool { return r.Own })
	if len(rows) == 0 {
		return slices.Clone(Seed), false
	}
	for _, r := range rows {
		if r.Own == own && !r.Removed {
			themes = append(themes, r.Theme)
		}
	}
	return themes, own
}

func inMonth(themes []Theme, month int) (some []Theme) {
	for _, t := range themes {
		if t.Month == month {
			some = append(some, t)
		}
	}
	return some
}

// Themes is the årshjul of a scope with whether it is the scope's own.
func (s *Service) Themes(ctx context.Context, who access.Actor, scope Scope) (p ThemesPage, err error) {
	if err := requireEdit(who, scope); err != nil {
		return p, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if p.Name, err = editable(ctx, tx, who, scope); err != nil {
			return err
		}
		p.Scope = scope
		p.Themes, p.Own, err = themesIn(ctx, tx, scope)
		return err
	})
	return p, err
}

// ThemesPage is an årshjul to be edited.
type ThemesPage struct {
	Scope  Scope
	Name   string // "" for the organisation's
	Themes []Theme
	Own    bool
}

func themesIn(ctx context.Context, tx *db.OrgTx, scope Scope) ([]Theme, bool, error) {
	var rows []themeRow
	var b db.Batch
	db.Many(&b, &rows, themesOf, scope.GroupID, scope.UnitID)
	if err := tx.Send(ctx, &b); err != nil {
		return nil, false, err
	}
	themes, own := effective(rows)
	return themes, own, nil
}

// AddTheme adds a theme to the scope's årshjul. The first change makes the årshjul the scope's own.
func (s *Service) AddTheme(ctx context.Context, who access.Actor, scope Scope, t Theme) error {
	if err := requireEdit(who, scope); err != nil {
		return err
	}
	t.Title = strings.Join(strings.Fields(t.Title), " ")
	var f fail.Form
	if t.Month < 1 || t.Month > 12 {
		f.Add("month", "year.error.month")
	}
	if t.Title == "" {
		f.Add("title", "year.error.theme_title")
	}
	checkText(&f, "title", t.Title, 200)
	if !slices.Contains(Classes, t.Class) {
		f.Add("class", "year.error.theme_class")
	}
	if err := f.Err(); err != nil {
		return err
	}
	return s.changeThemes(ctx, who, scope, "year.theme_added", t, false)
}

// RemoveTheme takes a theme out of the scope's årshjul; one that is not there is nothing to remove.
func (s *Service) RemoveTheme(ctx context.Context, who access.Actor, scope Scope, t Theme) error {
	if err := requireEdit(who, scope); err != nil {
		return err
	}
	return s.changeThemes(ctx, who, scope, "year.theme_removed", t, true)
}

func (s *Service) changeThemes(ctx context.Context, who access.Actor, scope Scope, kind string, t Theme, removed bool) error {
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		name, err := editable(ctx, tx, who, scope)
		if err != nil {
			return err
		}
		themes, own, err := themesIn(ctx, tx, scope)
		if err != nil {
			return err
		}
		if i := slices.IndexFunc(themes, func(x Theme) bool { return x.Month == t.Month && strings.EqualFold(x.Title, t.Title) }); removed && i < 0 {
			return fail.New(fail.NotFound, "error.not_found")
		} else if removed {
			t = themes[i]
		}
		var b db.Batch
		if !own {
			for _, x := range themes {
				b.Exec(putTheme, scope.GroupID, scope.UnitID, x.Month, x.Title, x.Class, false)
			}
		}
		b.Exec(putTheme, scope.GroupID, scope.UnitID, t.Month, t.Title, t.Class, removed)
		if err := tx.Send(ctx, &b); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, s.Clock.Now(), audit.Event{Kind: kind, Detail: map[string]string{"Name": name, "Title": t.Title}})
	})
}

const putTheme = `INSERT INTO year_themes (group_id, unit_id, month, title, class, removed) VALUES (nullif($1::bigint, 0), nullif($2::bigint, 0), $3, $4, $5, $6)
	ON CONFLICT (org_id, coalesce(group_id, 0), coalesce(unit_id, 0), month, lower(title)) DO UPDATE SET class = excluded.class, removed = excluded.removed`

// ResetThemes lets the scope follow the organisation's årshjul again; the organisation itself goes back to the seed.
func (s *Service) ResetThemes(ctx context.Context, who access.Actor, scope Scope) error {
	if err := requireEdit(who, scope); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		name, err := editable(ctx, tx, who, scope)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `DELETE FROM year_themes WHERE `+where, scope.GroupID, scope.UnitID); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, s.Clock.Now(), audit.Event{Kind: "year.themes_reset", Detail: map[string]string{"Name": name}})
	})
}
