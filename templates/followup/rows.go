package followup

import (
	"context"

	"samverka/internal/followup"
	"samverka/internal/i18n"
	actions "samverka/templates/action"
	"samverka/templates/ui"
)

// state says where a group stands in the round.
func state(ctx context.Context, r followup.Record, e followup.Entry) (string, ui.Tone) {
	switch {
	case e.LeftOut != "":
		return i18n.T(ctx, "followup.group.left_out"), ui.Neutral
	case e.JointAt != nil:
		return i18n.T(ctx, "followup.group.done"), ui.Success
	case r.BothSent(e.ID):
		return i18n.T(ctx, "followup.group.joint_left"), ui.Info
	case e.VisitOn.IsZero():
		return i18n.T(ctx, "followup.group.no_visit"), ui.Warning
	case r.Stage == followup.Planned:
		return i18n.T(ctx, "followup.group.planned"), ui.Info
	}
	return i18n.T(ctx, "followup.group.answers_left"), ui.Info
}

func visit(ctx context.Context, e followup.Entry) string {
	if e.VisitOn.IsZero() {
		return ""
	}
	return i18n.T(ctx, "followup.group.visit", "Date", i18n.Date(ctx, e.VisitOn), "Employer", e.EmployerVisitor, "Union", e.UnionVisitor)
}

func groups(ctx context.Context, p followup.Page) (rows []ui.ListRow) {
	for _, e := range p.Own {
		row := ui.ListRow{Text: e.GroupName, Href: GroupPath(p.ID, e.GroupID, ""), Detail: visit(ctx, e)}
		if e.LeftOut != "" {
			row.Detail = e.LeftOut
		}
		row.Tag, row.TagTone = state(ctx, p.Record, e)
		rows = append(rows, row)
	}
	return rows
}

// share says a part of a whole: "9 av 10". Nothing when there is no whole.
func share(ctx context.Context, part, of int) string {
	if of == 0 {
		return i18n.T(ctx, "followup.fact.none")
	}
	return i18n.T(ctx, "followup.fact.share", "Part", part, "Of", of, "Percent", i18n.Percent(ctx, (100*part+of/2)/of))
}

func factCells(ctx context.Context, name, href string, f followup.Facts) ui.TableRow {
	return ui.TableRow{Cells: []ui.Cell{{Text: name, Href: href}, {Text: share(ctx, f.InTime, f.Meetings)}, {Text: share(ctx, f.Early, f.Matters)}, {Text: share(ctx, f.Late, f.Minutes)},
		{Text: i18n.Number(ctx, f.Excepted)}, {Text: share(ctx, f.Came, f.Called)}}}
}

func factTable(ctx context.Context, p followup.Page) ui.TableProps {
	t := ui.TableProps{Caption: i18n.T(ctx, "followup.fact.table", "From", i18n.Date(ctx, p.Since()), "To", i18n.Date(ctx, p.Until().Add(-1))), Columns: []ui.Column{{Text: i18n.T(ctx, "followup.fact.group")},
		{Text: i18n.T(ctx, "followup.fact.notices")}, {Text: i18n.T(ctx, "followup.fact.early")}, {Text: i18n.T(ctx, "followup.fact.late")}, {Text: i18n.T(ctx, "followup.fact.exceptions")}, {Text: i18n.T(ctx, "followup.fact.came")}}}
	t.Rows = append(t.Rows, factCells(ctx, i18n.T(ctx, "followup.fact.all"), "", p.Sum))
	for _, e := range p.Own {
		for _, f := range p.Facts {
			if f.GroupID == e.GroupID {
				t.Rows = append(t.Rows, factCells(ctx, e.GroupName, GroupPath(p.ID, e.GroupID, ""), f))
			}
		}
	}
	return t
}

func factRows(ctx context.Context, f followup.Facts) []ui.SummaryRow {
	return []ui.SummaryRow{{Key: i18n.T(ctx, "followup.fact.notices"), Value: share(ctx, f.InTime, f.Meetings)}, {Key: i18n.T(ctx, "followup.fact.early"), Value: share(ctx, f.Early, f.Matters)},
		{Key: i18n.T(ctx, "followup.fact.late"), Value: share(ctx, f.Late, f.Minutes)}, {Key: i18n.T(ctx, "followup.fact.exceptions"), Value: i18n.Number(ctx, f.Excepted)},
		{Key: i18n.T(ctx, "followup.fact.came"), Value: share(ctx, f.Came, f.Called)}}
}

// measureRows are what should be done, with who does it when somebody has it.
func measureRows(ctx context.Context, p followup.Page) (rows []ui.ListRow) {
	for _, m := range p.Measures {
		for _, e := range p.Own {
			if e.ID == m.EntryID {
				row := ui.ListRow{Text: m.What, Lang: "sv", Href: GroupPath(p.ID, e.GroupID, "#atgarder"), Detail: e.GroupName}
				if m.ActionID == 0 {
					row.Tag, row.TagTone = i18n.T(ctx, "followup.measure.nobody"), ui.Warning
				} else {
					row.Detail += " · " + actions.When(ctx, m.Action, p.Today)
				}
				rows = append(rows, row)
			}
		}
	}
	return rows
}
