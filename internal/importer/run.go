package importer

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
)

// Run is samverka import: it tells out what the files would change in the organisation with the name, and changes it when
// confirm is set. It is for whoever has the machine, so it asks nobody; the log names the system. Errors in the files are
// told out and come back as Invalid; then nothing is changed.
func Run(ctx context.Context, d *db.DB, c clock.Clock, org string, files []File, confirm bool, out io.Writer) error {
	id, err := organisation.Named(ctx, d, org)
	if err != nil {
		return err
	}
	return Load(ctx, d, c, id, files, confirm, out)
}

// Load is Run for an organisation whose id is known: for the demo and the tests.
func Load(ctx context.Context, d *db.DB, c clock.Clock, org int64, files []File, confirm bool, out io.Writer) error {
	s := Service{DB: d, Clock: c}
	m, err := s.mapping(ctx, org)
	if err != nil {
		return err
	}
	tables, broken, err := Read(ctx, files, m)
	if err != nil {
		return err
	}
	return d.InOrg(ctx, org, func(tx *db.OrgTx) error {
		if err := organisation.Lock(ctx, tx); err != nil {
			return err
		}
		plan, err := planNow(ctx, tx, payload{tables, broken}, s.today())
		if err != nil {
			return err
		}
		plan.Tell(ctx, out)
		if !plan.Ready() {
			return fail.New(fail.Invalid, "import.error.not_ready")
		}
		if !confirm || plan.Changes() == 0 {
			return nil
		}
		if err := apply(ctx, tx, plan.writes, s.today()); err != nil {
			return err
		}
		if err := record(ctx, tx, c.Now(), payload{tables, broken}, plan.summary()); err != nil {
			return err
		}
		fmt.Fprintln(out, i18n.T(ctx, "import.tell.done"))
		return audit.Write(ctx, tx, access.Actor{OrgID: org}, c.Now(), audit.Event{Kind: "organisation.imported", Detail: plan.detail(0)})
	})
}

// Tell writes the plan as text.
func (p Plan) Tell(ctx context.Context, out io.Writer) {
	say := func(key string, args ...any) { fmt.Fprintln(out, i18n.T(ctx, key, args...)) }
	for _, t := range p.Tables {
		say("import.tell.table", "File", t.File, "Kind", i18n.T(ctx, t.Kind.Key()), "Rows", t.Rows)
		if len(t.Personal) > 0 {
			fmt.Fprint(out, "  ")
			say("import.tell.personal", "Columns", i18n.List(ctx, t.Personal))
		}
		if len(t.Ignored) > 0 {
			fmt.Fprint(out, "  ")
			say("import.tell.ignored", "Columns", i18n.List(ctx, t.Ignored))
		}
	}
	for _, t := range p.Unmapped {
		say("import.tell.unmapped", "File", t.File, "Needed", needed(ctx, t.Missing()))
	}
	for _, n := range p.Notices {
		fmt.Fprintln(out, n.Say(ctx))
	}
	for _, pr := range p.Problems {
		fmt.Fprintln(out, pr.Say(ctx))
	}
	if rest := p.Unlisted(); rest > 0 {
		say("import.tell.more", "Count", rest)
	}
	if p.ProblemCount > 0 || len(p.Unmapped) > 0 {
		return
	}
	for _, k := range p.Kinds {
		say("import.tell.kind", "Kind", i18n.T(ctx, k.Kind.Key()), "New", k.New, "Changed", k.Changed, "Closed", k.Closed, "Unchanged", k.Unchanged)
		if k.Drastic() {
			say("import.warning.drastic", "Closed", k.Closed, "Of", k.Closed+k.Changed+k.Unchanged)
		}
	}
}

// Say is the problem in words, with its place before it: "enheter.csv, rad 14, kolumnen Chef: …".
func (p Problem) Say(ctx context.Context) string {
	return p.Place(ctx) + ": " + i18n.T(ctx, p.Key, p.Args...)
}

// Place is where the problem stands.
func (p Problem) Place(ctx context.Context) string {
	switch rows := p.rows(ctx); {
	case p.Row == 0 && p.Column == "":
		return p.File
	case p.Row == 0:
		return i18n.T(ctx, "import.place.column", "File", p.File, "Column", p.Column)
	case p.Column == "":
		return i18n.T(ctx, "import.place.row", "File", p.File, "Row", rows)
	default:
		return i18n.T(ctx, "import.place.cell", "File", p.File, "Row", rows, "Column", p.Column)
	}
}

// rows lists the rows: "5", "5, 6 och 7", "5, 6, 7, 8 med flera, 32 i allt".
func (p Problem) rows(ctx context.Context) string {
	texts := []string{strconv.Itoa(p.Row)}
	for _, n := range p.Also {
		texts = append(texts, strconv.Itoa(n))
	}
	if p.More == 0 {
		return i18n.List(ctx, texts)
	}
	return i18n.T(ctx, "import.place.rows", "Rows", strings.Join(texts, ", "), "Count", 1+len(p.Also)+p.More)
}

// needed says what a table lacks: "namn, e-post eller anställningsnummer".
func needed(ctx context.Context, missing [][]Field) string {
	var texts []string
	for _, any := range missing {
		text := ""
		for i, f := range any {
			if i > 0 {
				text += " " + i18n.T(ctx, "import.tell.or") + " "
			}
			text += i18n.T(ctx, f.Key())
		}
		texts = append(texts, text)
	}
	return i18n.List(ctx, texts)
}

// Needed is needed for the page.
func (t Table) Needed(ctx context.Context) string { return needed(ctx, t.Missing()) }
