package organisation

import (
	"context"
	"time"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Settings is the page /installningar: what is set up and what remains.
type Settings struct {
	Organisation Organisation
	Agreement    Agreement
	Units        int
	People       int
	Unions       int
	Groups       int
	Mandates     int
	NoManager    int // units without
	NoChair      int // groups without
	ImportedAt   time.Time
}

// Settings reads how far the set-up has come.
func (s *Service) Settings(ctx context.Context, who access.Actor) (Settings, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return Settings{}, err
	}
	var set Settings
	var counts []struct{ Units, People, Unions, Groups, Mandates, NoManager, NoChair int }
	var imported []*time.Time
	var b db.Batch
	db.One(&b, &set.Organisation, notFound(), `SELECT id, name, demo, palette, coalesce(logo_type, '') AS logo_type, created_at, `+version+` AS version
		FROM organisations WHERE id = $1`, who.OrgID)
	QueueAgreement(&b, &set.Agreement, s.today(), Scope{})
	db.Many(&b, &counts, `SELECT
		(SELECT count(*) FROM units WHERE closed_on IS NULL OR closed_on > $1) AS units,
		(SELECT count(*) FROM people WHERE closed_on IS NULL OR closed_on > $1) AS people,
		(SELECT count(*) FROM unions WHERE closed_on IS NULL OR closed_on > $1) AS unions,
		(SELECT count(*) FROM groups WHERE closed_on IS NULL OR closed_on > $1) AS groups,
		(SELECT count(*) FROM mandates WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until >= $1)) AS mandates,
		(SELECT count(*) FROM units WHERE manager_id IS NULL AND (closed_on IS NULL OR closed_on > $1)) AS no_manager,
		(SELECT count(*) FROM groups WHERE chair_id IS NULL AND (closed_on IS NULL OR closed_on > $1)) AS no_chair`, s.today())
	db.Scalars(&b, &imported, `SELECT max(created_at) FROM imports WHERE status = 'done'`)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Settings{}, err
	}
	c := counts[0]
	set.Units, set.People, set.Unions, set.Groups, set.Mandates = c.Units, c.People, c.Unions, c.Groups, c.Mandates
	set.NoManager, set.NoChair = c.NoManager, c.NoChair
	if imported[0] != nil {
		set.ImportedAt = *imported[0]
	}
	return set, nil
}

// Profile is the organisation's name and looks as a form writes them.
type Profile struct {
	Version string
	Name    string
	Palette string
	Logo    []byte // a new one; nil: as it is
	NoLogo  bool   // take the logo away
}

// SaveProfile changes name, colour and logo. A logo that is no PNG or JPEG, is too large or cannot be
// seen on white is Invalid, as is a name that another organisation has; Conflict when somebody changed them meanwhile.
func (s *Service) SaveProfile(ctx context.Context, who access.Actor, in Profile) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	return s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		var f fail.Form
		in.Name = CleanName(in.Name)
		checkProfile(&f, in.Name, in.Palette)
		logo := cleanLogo(&f, in.Logo)
		var taken bool
		if err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM organisations WHERE lower(name) = lower($1) AND id <> $2)`, in.Name, who.OrgID).Scan(&taken); err != nil {
			return audit.Event{}, err
		}
		if taken {
			f.Add("name", "organisation.error.name_taken", "Name", in.Name)
		}
		if err := f.Err(); err != nil {
			return audit.Event{}, err
		}
		if err := keepLook(ctx, tx, s.Clock.Now(), Look{Name: in.Name, Palette: in.Palette, Logo: logo}, logo == nil && !in.NoLogo); err != nil {
			return audit.Event{}, err
		}
		return audit.Event{Kind: "organisation.profile_saved", Detail: map[string]string{"name": in.Name, "palette": in.Palette}},
			update(ctx, tx, "organisations", who.OrgID, in.Version, `name = $3, palette = $4,
				logo = CASE WHEN $5::bytea IS NOT NULL THEN $5 WHEN NOT $6 THEN logo END,
				logo_type = CASE WHEN $5::bytea IS NOT NULL THEN 'image/png' WHEN NOT $6 THEN logo_type END`,
				in.Name, in.Palette, logo, in.NoLogo)
	})
}
