package server

import (
	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/learning"
)

// seedLearning gives the manager an introduction, and HR a course with an occasion.
func seedLearning(st *stage) {
	st.t.Helper()
	tx, err := st.pg.Super.Begin(st.ctx)
	st.ok(err)
	defer tx.Rollback(st.ctx)
	var id int64
	st.ok(tx.QueryRow(st.ctx, `INSERT INTO introductions (org_id, person_id, role, began_on, due_on) VALUES ($1, $2, 'manager', '2027-02-01', '2027-04-02') RETURNING id`,
		st.org, st.person(st.org, roleNames[access.Manager])).Scan(&id))
	st.ok(tx.Commit(st.ctx))
	st.ids["introduction"] = id
	hr := st.who(st.org, access.HR)
	course, err := st.server.Learning.SaveCourse(st.ctx, hr, learning.Course{Name: "Samverkan från grunden", Arranger: learning.ByBoth})
	st.ok(err)
	st.ok(st.server.Learning.AddOccasion(st.ctx, hr, course, clock.NewDate(2027, 2, 10), "Stadshuset"))
	st.ids["course"], st.ids["occasion"] = course, st.number(st.org, `SELECT id FROM course_occasions WHERE course_id = $1`, course)
}

func init() {
	seeds = append(seeds, seedLearning)
	own, course := map[string]string{"id": "introduction"}, map[string]string{"id": "course", "occasion": "occasion"}
	for _, route := range []string{"POST /introduktion/{id}/punkt", "POST /introduktion/{id}/genomgang", "POST /introduktion/{id}/bekrafta"} {
		accessRows = append(accessRows, accessRow{route: route, as: access.Manager, ids: own, signedOut: 303, other: 404, noMandate: 404, unknown: 404})
	}
	for route, status := range map[string]int{"GET /introduktioner": 200, "GET /utbildningar": 200, "GET /utbildningar/ny": 200, "POST /utbildningar": 422} {
		accessRows = append(accessRows, accessRow{route: route, as: access.HR, signedOut: 303, other: status, noMandate: 403, unknown: status})
	}
	for _, route := range []string{"GET /utbildningar/{id}", "GET /utbildningar/{id}/andra", "POST /utbildningar/{id}/andra", "POST /utbildningar/{id}/tillfallen",
		"POST /utbildningar/{id}/tillfallen/{occasion}/deltagare", "POST /utbildningar/{id}/tillfallen/{occasion}/avanmal", "POST /utbildningar/{id}/tillfallen/{occasion}/narvaro"} {
		accessRows = append(accessRows, accessRow{route: route, as: access.HR, ids: course, signedOut: 303, other: 404, noMandate: 403, unknown: 404})
	}
	accessRows = append(accessRows, mine("GET /introduktion", 200))
}
