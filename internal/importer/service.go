package importer

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

// Service answers for imports. Every operation asks who may first (access.OrganisationWrite).
type Service struct {
	DB    *db.DB
	Clock clock.Clock
}

// The states of an import.
const (
	Preview   = "preview"
	Done      = "done"
	Discarded = "discarded"
)

// Import is one import with what it would do, or did.
type Import struct {
	ID        int64
	Status    string
	CreatedAt time.Time
	ByName    string
	Files     []FileInfo
	Summary   Summary
	Plan      Plan // of a preview, against the register as it is now
}

// FileInfo names a file of an import.
type FileInfo struct {
	Name string `json:"name"`
	Kind Kind   `json:"kind"`
	Rows int    `json:"rows"`
}

// Summary is what an import did.
type Summary struct {
	Kinds []KindSum   `json:"kinds,omitempty"`
	Moved []MovedUnit `json:"moved,omitempty"`
}

// Moved are the units that the import moves or ends, or did.
func (im Import) Moved() []MovedUnit {
	if im.Status == Preview {
		return im.Plan.Moved
	}
	return im.Summary.Moved
}

// KindSum is how many rows of a kind an import touched.
type KindSum struct {
	Kind      Kind `json:"kind"`
	New       int  `json:"new"`
	Changed   int  `json:"changed"`
	Closed    int  `json:"closed"`
	Unchanged int  `json:"unchanged"`
}

// Start reads the files and keeps what is needed of them until the import is confirmed or discarded; it returns the
// import's id. An earlier preview of the organisation is discarded. No file at all is Invalid; what is wrong inside files
// is told by Show.
func (s *Service) Start(ctx context.Context, who access.Actor, files []File) (int64, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return 0, err
	}
	if len(files) == 0 {
		var f fail.Form
		f.Add("files", "import.error.no_files")
		return 0, f.Err()
	}
	m, err := s.mapping(ctx, who.OrgID)
	if err != nil {
		return 0, err
	}
	tables, broken, err := Read(ctx, files, m)
	if err != nil {
		return 0, err
	}
	if len(tables) == 0 && len(broken) > 0 {
		var f fail.Form
		for _, b := range broken {
			f.Add("files", b.Key, append([]any{"File", b.File}, b.Args...)...)
		}
		return 0, f.Err()
	}
	var id int64
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		id, err = keep(ctx, tx, who, s.Clock.Now(), payload{tables, broken})
		return err
	})
	return id, err
}

// Show reads one import. A preview is worked out anew against the register of today. One that is not there is NotFound.
func (s *Service) Show(ctx context.Context, who access.Actor, id int64) (Import, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return Import{}, err
	}
	var b db.Batch
	var row stored
	var reg register
	queueImport(&b, &row, id)
	reg.queue(&b, s.today())
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Import{}, err
	}
	im := row.Import()
	if im.Status != Preview {
		return im, nil
	}
	p, err := unpack(row.Payload)
	if err != nil {
		return Import{}, err
	}
	im.Plan = build(reg, p.Tables, p.Broken, s.today())
	return im, nil
}

// Choice is what somebody says about one column of a table that was not understood.
type Choice struct {
	Table  int // place among the plan's unmapped tables
	Kind   Kind
	Fields []Field // one for each of the table's columns; Undecided: not needed
}

// Map says what the tables are that were not understood, and remembers it for the files of next time. A table that is
// still not understood is Invalid.
func (s *Service) Map(ctx context.Context, who access.Actor, id int64, choices []Choice) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		row, p, err := open(ctx, tx, id)
		if err != nil {
			return err
		}
		var f fail.Form
		remembered := Mapping{}
		place := 0
		for i := range p.Tables {
			t := &p.Tables[i]
			if t.Understood() {
				continue
			}
			if c := slices.IndexFunc(choices, func(c Choice) bool { return c.Table == place }); c >= 0 {
				choices[c].apply(t, remembered)
			}
			if !t.Understood() {
				f.Add(KindField(place), "import.error.not_mapped", "File", t.File)
			}
			place++
		}
		if err := f.Err(); err != nil {
			return err
		}
		if err := remember(ctx, tx, remembered); err != nil {
			return err
		}
		return rekeep(ctx, tx, row.ID, p)
	})
}

// apply gives the table's columns their fields and notes them to be remembered.
func (c Choice) apply(t *Table, remembered Mapping) {
	if !slices.Contains(Kinds, c.Kind) || len(c.Fields) != len(t.Columns) {
		return
	}
	m := Mapping{}
	for i, col := range t.Columns {
		field := c.Fields[i]
		if !slices.Contains(c.Kind.Fields(), field) {
			field = NotNeeded
		}
		if header := plain(col.Header); header != "" {
			m[MappingKey{c.Kind, header}] = field
			remembered[MappingKey{c.Kind, header}] = field
		}
	}
	t.Map(c.Kind, m)
}

// Confirm carries out the plan that was shown, in one transaction. digest is the shown plan's: when the register has
// changed so that the plan is another one, it is Conflict and nothing is written. An import that is done already is left as
// it is: confirming twice does one thing. Errors in the files are Invalid.
func (s *Service) Confirm(ctx context.Context, who access.Actor, id int64, digest string) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if err := organisation.Lock(ctx, tx); err != nil {
			return err
		}
		row, p, err := open(ctx, tx, id)
		if err != nil {
			return err
		}
		if row.Status == Done {
			return nil
		}
		plan, err := planNow(ctx, tx, p, s.today())
		switch {
		case err != nil:
			return err
		case !plan.Ready():
			return fail.New(fail.Invalid, "import.error.not_ready")
		case plan.Digest != digest:
			return fail.New(fail.Conflict, "import.error.changed_meanwhile")
		}
		if err := apply(ctx, tx, plan.writes, s.today()); err != nil {
			return err
		}
		if err := finish(ctx, tx, id, plan.summary()); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, s.Clock.Now(), audit.Event{Kind: "organisation.imported", Detail: plan.detail(id)})
	})
}

// Discard throws the preview away with what was kept of its files.
func (s *Service) Discard(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error { return discard(ctx, tx, id) })
}

// History lists the imports, the newest first.
func (s *Service) History(ctx context.Context, who access.Actor) ([]Import, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return nil, err
	}
	var b db.Batch
	var rows []stored
	db.Many(&b, &rows, imports+` WHERE i.status <> 'discarded' ORDER BY i.id DESC LIMIT 50`)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, err
	}
	var list []Import
	for _, r := range rows {
		list = append(list, r.Import())
	}
	return list, nil
}

func (s *Service) today() clock.Date { return clock.Today(s.Clock) }

func (s *Service) mapping(ctx context.Context, org int64) (Mapping, error) {
	var b db.Batch
	m := Mapping{}
	queueMapping(&b, m)
	return m, s.DB.ReadOrg(ctx, org, &b)
}
