// Package demo makes the demo municipality: Älvsunda kommun and its company Älvsunda Energi AB, with a year of meetings and
// a few hundred matters in every state, dated around today. All that has happened there is brought about by the same
// operations that people use, so no rule is bent and the event log is the real one.
package demo
