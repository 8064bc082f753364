package server

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
	"samverka/internal/db"
)

// order reads the items of the agenda's page, first to last, and the version that its forms carry.
func order(t *testing.T, v visitor, id int64) (items []string, version string) {
	t.Helper()
	got := v.get(fmt.Sprintf("/moten/%d/dagordning", id))
	if got.status != http.StatusOK {
		t.Fatalf("the agenda's page: got %d", got.status)
	}
	d := got.doc(t)
	d.Find("ol.agenda > li").Each(func(_ int, s *goquery.Selection) { items = append(items, s.AttrOr("data-item-id", "")) })
	return items, d.Find(`form[data-form="item-move"] input[name="version"]`).First().AttrOr("value", "")
}

func (st *stage) move(v visitor, meeting int64, item, version string, to int) reply {
	return v.post(fmt.Sprintf("/moten/%d/punkter/%s/flytta", meeting, item), url.Values{"to": {fmt.Sprint(to)}, "version": {version}, "from": {"dagordning"}})
}

// Two people who order one agenda at the same time never overwrite each other: of those who saw the same order, one moves
// an item, and the others are shown the order that stands, with nothing lost.
func TestTwoOrderOneAgenda(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.secretary("Hanna Ros")
	chair, secretary := st.as(access.Manager), st.named(st.org, "Hanna Ros")
	if got := secretary.post("/valj-roll", url.Values{"role": {string(access.Manager)}}); got.status != http.StatusSeeOther {
		t.Fatalf("the secretary's role: got %d", got.status)
	}
	id := st.ids["meeting"]
	for round := range 6 {
		items, version := order(t, chair, id)
		a, b := items[0], items[len(items)-1]
		var wg sync.WaitGroup
		replies := make([]reply, 2)
		wg.Go(func() { replies[0] = st.move(chair, id, a, version, 3) })
		wg.Go(func() { replies[1] = st.move(secretary, id, b, version, 2) })
		wg.Wait()
		after, _ := order(t, chair, id)
		statuses := []int{replies[0].status, replies[1].status}
		slices.Sort(statuses)
		if !slices.Equal(statuses, []int{http.StatusSeeOther, http.StatusConflict}) {
			t.Fatalf("round %d: got %v, want one to move and one to be told", round, statuses)
		}
		want := moveTo(items, a, 3)
		lost := replies[1]
		if replies[0].status == http.StatusConflict {
			want, lost = moveTo(items, b, 2), replies[0]
		}
		if !slices.Equal(after, want) {
			t.Errorf("round %d: the order is %v, want %v", round, after, want)
		}
		var shown []string
		lost.doc(t).Find("ol.agenda > li").Each(func(_ int, s *goquery.Selection) { shown = append(shown, s.AttrOr("data-item-id", "")) })
		if !slices.Equal(shown, want) || !strings.Contains(lost.body, "Någon annan har ändrat dagordningen") {
			t.Errorf("round %d: whoever was late is shown %v, want the order that stands, %v", round, shown, want)
		}
	}
}

// Adding while another orders loses neither.
func TestAddingAndOrderingAtOnce(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	chair, id := st.as(access.Manager), st.ids["meeting"]
	items, _ := order(t, chair, id)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			if i%2 == 0 {
				chair.post(fmt.Sprintf("/moten/%d/egna-punkter", id), url.Values{"title": {fmt.Sprintf("Punkt %d", i)}, "class": {"information"}, "minutes": {"5"}})
			} else {
				chair.post(fmt.Sprintf("/moten/%d/punkter/%s/flytta", id, items[0]), url.Values{"to": {"down"}})
			}
		})
	}
	wg.Wait()
	after, _ := order(t, chair, id)
	if len(after) != len(items)+4 {
		t.Errorf("got %d items, want %d", len(after), len(items)+4)
	}
	if got := slices.Index(after, items[0]); got < 4 {
		t.Errorf("moved down four times, it is at %d", got)
	}
	if n := st.number(st.org, `SELECT count(*) - count(DISTINCT position) FROM agenda_items WHERE meeting_id = $1`, id); n != 0 {
		t.Errorf("%d items share a position", n)
	}
}

func moveTo(items []string, id string, place int) []string {
	rest := slices.DeleteFunc(slices.Clone(items), func(x string) bool { return x == id })
	return slices.Insert(rest, place-1, id)
}

// secretary gives the person the mandate of secretary in FSG Omsorg.
func (st *stage) secretary(name string) {
	st.t.Helper()
	st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(st.ctx, `INSERT INTO mandates (person_id, role, group_id, valid_from) SELECT p.id, 'secretary', g.id, $2 FROM people p, groups g WHERE p.name = $1 AND g.name = 'FSG Omsorg'`, name, stageDay.Add(-30))
		return err
	}))
}
