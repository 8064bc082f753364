package organisation_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

func (w *world) service() *organisation.Service {
	return &organisation.Service{DB: w.db, Clock: w.clock}
}

// as is an actor of the organisation in the role.
func (w *world) as(role access.Role) access.Actor {
	return access.Actor{OrgID: w.org, PersonID: w.id(`SELECT min(id) FROM people`), Role: role}
}

func (w *world) id(sql string, args ...any) int64 {
	w.t.Helper()
	var id int64
	w.inOrg(func(ctx context.Context, tx *db.OrgTx) error { return tx.QueryRow(ctx, sql, args...).Scan(&id) })
	return id
}

// told is the field messages of a refusal, or its key.
func told(err error) string {
	var parts []string
	for _, f := range fail.Fields(err) {
		parts = append(parts, f.Name+":"+strings.TrimPrefix(strings.TrimPrefix(f.Key, "organisation.error."), "agreement.error."))
	}
	if len(parts) == 0 && err != nil {
		return strings.TrimPrefix(fail.KeyOf(err), "organisation.error.")
	}
	return strings.Join(parts, " ")
}

func TestSaveUnit(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	ctx, s, who := context.Background(), w.service(), w.as(access.Admin)
	id, err := s.SaveUnit(ctx, who, organisation.UnitForm{Name: " Hemtjänst  Öst ", Code: "77", Parent: "Vård och omsorg", Manager: "amina.larsson@alvsunda.example", Headcount: 12})
	if err != nil {
		t.Fatal(err)
	}
	page, err := s.Unit(ctx, who, id)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := []string{page.Unit.Name, page.Unit.Code, page.Unit.ParentName, page.Unit.ManagerName, page.Path[0].Name}, []string{"Hemtjänst Öst", "77", "Vård och omsorg", "Amina Larsson", "Vård och omsorg"}; !cmp.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	in := organisation.UnitForm{ID: id, Version: page.Unit.Version, Name: "Hemtjänst Syd", Code: "77"}
	if _, err := s.SaveUnit(ctx, who, in); err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveUnit(ctx, who, in); fail.KindOf(err) != fail.Conflict {
		t.Errorf("a stale version: got %v, want Conflict", err)
	}
	in.ID = 987654321
	in.Name, in.Code = "X", ""
	if _, err := s.SaveUnit(ctx, who, in); fail.KindOf(err) != fail.NotFound {
		t.Errorf("an unknown unit: got %v, want NotFound", err)
	}
	root := w.id(`SELECT id FROM units WHERE name = 'Vård och omsorg'`)
	version := func(id int64) string {
		p, err := s.Unit(ctx, who, id)
		if err != nil {
			t.Fatal(err)
		}
		return p.Unit.Version
	}
	for _, c := range []struct {
		in   organisation.UnitForm
		want string
	}{
		{organisation.UnitForm{}, "name:name_needed"},
		{organisation.UnitForm{Name: strings.Repeat("å", 201)}, "name:name_long"},
		{organisation.UnitForm{Name: "Anna 811218-9876"}, "name:personal_number"},
		{organisation.UnitForm{Name: "Ny", Parent: "Ingenstans", Manager: "Ingen Alls", Headcount: -1}, "headcount:headcount parent:unit_unknown manager:person_unknown"},
		{organisation.UnitForm{Name: "hemtjänst väst", Parent: "Vård och omsorg"}, "name:unit_namesake"},
		{organisation.UnitForm{Name: "Ny", Code: "77"}, "code:unit_code_taken"},
		{organisation.UnitForm{ID: root, Version: version(root), Name: "Vård och omsorg", Parent: "Hemtjänst Väst"}, "parent:unit_cycle"},
	} {
		if _, err := s.SaveUnit(ctx, who, c.in); told(err) != c.want || fail.KindOf(err) != fail.Invalid {
			t.Errorf("%+v: got %q, want %q", c.in, told(err), c.want)
		}
	}
	if err := s.CloseUnit(ctx, who, root, version(root), clock.NewDate(2027, 2, 1)); told(err) != "unit_has_children" {
		t.Errorf("closing a unit with open ones below: got %v", err)
	}
	if err := s.CloseUnit(ctx, who, id, version(id), clock.NewDate(2027, 1, 20)); err != nil {
		t.Error(err)
	}
	tree, err := s.Tree(ctx, who, 0, "")
	if err != nil || tree.Total != 3 {
		t.Errorf("got %d open units (%v), want 3", tree.Total, err)
	}
	if err := s.CloseUnit(ctx, who, id, version(id), clock.Date{}); err != nil {
		t.Errorf("opening it again: %v", err)
	}
}

func TestTreeKnowsVacancies(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	tree, err := w.service().Tree(context.Background(), w.as(access.Employee), 0, "")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, u := range tree.Units {
		got[u.Name] = ""
		if u.NoManager() {
			got[u.Name] += "chef "
		}
		if u.NoSafety() {
			got[u.Name] += "skyddsombud"
		}
	}
	want := map[string]string{"Vård och omsorg": "", "Hemtjänst Väst": "", "Äldreboendet Åsen": "chef skyddsombud"}
	if diff := cmp.Diff(want, got); diff != "" || tree.NoChief != 1 || tree.Unsafe != 1 || tree.Write {
		t.Errorf("%d without manager, %d without safety representative (-want +got):\n%s", tree.NoChief, tree.Unsafe, diff)
	}
	found, err := w.service().Tree(context.Background(), w.as(access.Employee), 0, "amina")
	if err != nil || len(found.Units) != 1 || found.Units[0].Path != "Vård och omsorg" {
		t.Errorf("got %+v, %v; want Hemtjänst Väst by its manager", found.Units, err)
	}
	if none, err := w.service().Tree(context.Background(), w.as(access.Employee), 0, "%"); err != nil || len(none.Units) != 0 {
		t.Errorf("a sign of patterns finds %d units (%v), want none", len(none.Units), err)
	}
}

func TestUnionsAndGroups(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	ctx, s, who := context.Background(), w.service(), w.as(access.HR)
	for _, c := range []struct {
		in   organisation.Union
		want string
	}{
		{organisation.Union{}, "name:name_needed"},
		{organisation.Union{Name: "KOMMUNAL"}, "name:union_taken"},
		{organisation.Union{Name: "Ledarna", AgreementFrom: clock.NewDate(2027, 2, 1), AgreementUntil: clock.NewDate(2027, 1, 1)}, "agreement_until:dates_in_order"},
	} {
		if _, err := s.SaveUnion(ctx, who, c.in); told(err) != c.want {
			t.Errorf("%+v: got %q, want %q", c.in, told(err), c.want)
		}
	}
	if _, err := s.SaveUnion(ctx, who, organisation.Union{Name: "Ledarna", CollectiveAgreement: true}); err != nil {
		t.Error(err)
	}
	fsg := w.id(`SELECT id FROM groups WHERE name = 'FSG VO'`)
	page, err := s.Group(ctx, who, fsg)
	if err != nil || !page.NoSafety() || len(page.Members) != 2 || len(page.Unions) != 2 {
		t.Fatalf("got %+v, %v", page, err)
	}
	for _, c := range []struct {
		in   organisation.GroupForm
		want string
	}{
		{organisation.GroupForm{}, "name:name_needed level:level_needed units:units_needed"},
		{organisation.GroupForm{Name: "FSG vo", Level: "FSG", Units: []string{"Vård och omsorg"}}, "name:group_taken"},
		{organisation.GroupForm{Name: "Ny", Level: "LSG", Units: []string{"Ingenstans"}, Parent: "CSG", Chair: "Ingen"}, "parent:group_unknown chair:person_unknown units:unit_unknown"},
		{organisation.GroupForm{ID: fsg, Version: page.Group.Version, Name: "FSG VO", Level: "FSG", Units: []string{"Vård och omsorg"}, Parent: "LSG VO Väst"}, "parent:group_cycle"},
	} {
		if _, err := s.SaveGroup(ctx, who, c.in); told(err) != c.want {
			t.Errorf("%+v: got %q, want %q", c.in, told(err), c.want)
		}
	}
	id, err := s.SaveGroup(ctx, who, organisation.GroupForm{Name: "CSG", Level: "CSG", Units: []string{"Vård och omsorg", "Äldreboendet Åsen"}, Chair: "Birgitta Ek", SafetyCommittee: true})
	if err != nil {
		t.Fatal(err)
	}
	csg, err := s.Group(ctx, who, id)
	if err != nil || len(csg.Units) != 2 || csg.Group.ChairName != "Birgitta Ek" {
		t.Errorf("got %+v, %v", csg, err)
	}
	if err := s.CloseGroup(ctx, who, id, csg.Group.Version, clock.NewDate(2027, 1, 20)); err != nil {
		t.Error(err)
	}
	list, err := s.Groups(ctx, who)
	if err != nil || len(list) != 2 {
		t.Errorf("got %d groups (%v), want 2", len(list), err)
	}
}

func TestMandates(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	ctx, s, who := context.Background(), w.service(), w.as(access.HR)
	from := clock.NewDate(2027, 1, 20)
	for _, c := range []struct {
		in   organisation.MandateForm
		want string
	}{
		{organisation.MandateForm{}, "person:name_needed role:role from:from_needed"},
		{organisation.MandateForm{Person: "Jonas Berg", Role: "union_rep", From: from}, "union:union_needed group:group_needed"},
		{organisation.MandateForm{Person: "Jonas Berg", Role: "safety_rep", From: from, Until: from.Add(-1)}, "unit:area_needed until:dates_in_order"},
		{organisation.MandateForm{Person: "Ny Person", Email: "ny", Role: "hr", From: from}, "email:email"},
		{organisation.MandateForm{Person: "Ny Person", Role: "hr", From: from}, "person:person_unknown"},
		{organisation.MandateForm{Person: "Hanna Ros", Role: "hr", From: from}, "person:mandate_twice"},
		{organisation.MandateForm{Person: "Hanna Ros", Role: "admin", From: from}, "admin_only"},
	} {
		if _, err := s.SaveMandate(ctx, who, c.in); told(err) != c.want {
			t.Errorf("%+v: got %q, want %q", c.in, told(err), c.want)
		}
	}
	third := organisation.MandateForm{Person: "Tredje Ombud", Email: "tredje@kommunal.example", Role: "union_rep", Union: "Kommunal", Group: "FSG VO", From: from}
	second := third
	second.Person, second.Email = "Andra Ombud", "andra@kommunal.example"
	if _, err := s.SaveMandate(ctx, who, second); err != nil {
		t.Errorf("the second of two seats: %v", err)
	}
	var confirm *fail.Confirm
	if _, err := s.SaveMandate(ctx, who, third); !errors.As(err, &confirm) || confirm.Warnings[0].Key != "organisation.warn.seats" {
		t.Errorf("a third of two seats: got %v, want a question why", err)
	}
	third.Reason = "Överenskommet för våren"
	if _, err := s.SaveMandate(ctx, who, third); err != nil {
		t.Errorf("a third with a reason: %v", err)
	}
	if _, err := s.SaveMandate(ctx, w.as(access.Admin), organisation.MandateForm{Person: "Hanna Ros", Role: "admin", From: from}); err != nil {
		t.Errorf("an administrator appoints another: %v", err)
	}
	id, err := s.SaveMandate(ctx, who, organisation.MandateForm{Person: "Olle Ombudsman", Email: "Olle@Vision.se", Role: "union_rep", Union: "Vision", Group: "LSG VO Väst", From: from})
	if err != nil {
		t.Fatal(err)
	}
	m, _, err := s.Mandate(ctx, who, id)
	if err != nil || m.PersonName != "Olle Ombudsman" || m.Email != "olle@vision.se" || !m.Holds(from) {
		t.Errorf("got %+v, %v", m, err)
	}
	seen, err := s.Representatives(ctx, w.as(access.Employee), organisation.MandateFilter{Text: "ombudsman"})
	if err != nil || len(seen.Rows) != 1 {
		t.Errorf("staff see %d rows (%v), want 1", len(seen.Rows), err)
	}
	if all, err := s.Representatives(ctx, w.as(access.Employee), organisation.MandateFilter{}); err != nil || len(all.Rows) != 6 {
		t.Errorf("staff see %d rows (%v), want 6: neither HR nor administrators", len(all.Rows), err)
	}
	if err := s.EndMandate(ctx, who, id, m.Version, clock.Date{}); err != nil {
		t.Fatal(err)
	}
	if m, _, _ := s.Mandate(ctx, who, id); m.Holds(from) || m.ValidUntil.String() != "2027-01-19" {
		t.Errorf("ended today, the mandate still holds: %+v", m)
	}
	ended, err := s.Mandates(ctx, who, organisation.MandateFilter{Ended: true})
	if err != nil || len(ended.Rows) != 1 {
		t.Errorf("got %d ended (%v), want 1", len(ended.Rows), err)
	}
}

func TestProfileAndLogo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	w.create("Grannkommunen")
	ctx, s, who := context.Background(), w.service(), w.as(access.Admin)
	set, err := s.Settings(ctx, who)
	if err != nil || set.Units != 3 || set.NoManager != 1 || set.Groups != 2 || set.Mandates != 4 {
		t.Fatalf("got %+v, %v", set, err)
	}
	var small bytes.Buffer
	if err := png.Encode(&small, image.NewGray(image.Rect(0, 0, 40, 40))); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		in   organisation.Profile
		want string
	}{
		{organisation.Profile{Name: "", Palette: "rosa"}, "name:name_needed palette:palette"},
		{organisation.Profile{Name: "GRANNKOMMUNEN", Palette: "blue"}, "name:name_taken"},
		{organisation.Profile{Name: "Älvsunda", Palette: "blue", Logo: []byte("<svg onload=alert(1)>")}, "logo:logo_format"},
		{organisation.Profile{Name: "Älvsunda", Palette: "blue", Logo: bytes.Repeat([]byte("x"), 600<<10)}, "logo:logo_large"},
		{organisation.Profile{Name: "Älvsunda", Palette: "blue", Version: "0"}, "changed_meanwhile"},
	} {
		if err := s.SaveProfile(ctx, who, c.in); told(err) != c.want {
			t.Errorf("%s: got %q, want %q", c.in.Name, told(err), c.want)
		}
	}
	if err := s.SaveProfile(ctx, who, organisation.Profile{Version: set.Organisation.Version, Name: "Älvsunda", Palette: "teal", Logo: small.Bytes()}); err != nil {
		t.Fatal(err)
	}
	if set, _ = s.Settings(ctx, who); set.Organisation.Name != "Älvsunda" || set.Organisation.LogoType != "image/png" || set.Organisation.Palette != "teal" {
		t.Errorf("got %+v", set.Organisation)
	}
}

func TestMandatesPageByPage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	w.lines(`WITH p AS (INSERT INTO people (name, sort_name) SELECT 'Person ' || i, CASE i % 3 WHEN 0 THEN 'Öberg' WHEN 1 THEN 'Ek' ELSE 'Åberg' END || ', ' || i
			FROM generate_series(1, 120) i RETURNING id)
		INSERT INTO mandates (person_id, role, unit_id, valid_from) SELECT id, 'safety_rep', (SELECT min(id) FROM units), '2027-01-01' FROM p RETURNING ''`)
	var names []string
	f := organisation.MandateFilter{Role: organisation.SafetyRep}
	for {
		page, err := w.service().Representatives(context.Background(), w.as(access.Employee), f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range page.Rows {
			names = append(names, m.SortName)
		}
		if f.After = page.Next; f.After == "" {
			break
		}
	}
	if len(names) != 121 || names[0] != "Berg, Jonas" || names[1][:2] != "Ek" || names[120][:3] != "Öb" {
		t.Errorf("got %d names from %q to %q, want 121 in Swedish order", len(names), names[0], names[len(names)-1])
	}
}
