// Package yearplan plans a year of meetings (årshjul, årsplan): series (serier) with their rule, the standing themes
// (teman) month by month, drafts (utkast) of a half-year's meetings that are adjusted and published together, the
// organisation's school breaks (lov), and the rule that a safety committee (skyddskommitté) meets at least every third
// month. A plan belongs to one group, or to the APT of one unit.
package yearplan
