// Package booking knows when people and rooms are taken, and when union and safety representatives have said that they can
// meet (tider, union_slots). It reads the meetings of all groups and the sittings of all APTs; those who plan ask it before
// a date is fixed. A clash (krock) warns and never refuses.
//
// Published times carry no reasons, and nothing is kept of what union time is used for (FML 3-4 §§).
package booking
