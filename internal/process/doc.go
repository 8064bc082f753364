// Package process keeps the templates (processmallar) that a matter may start from: steps with forum and questions for
// dialogue, papers, risks to consider, and a timetable backwards from the decision (handbook 9.2-9.4). Ours ship with the
// program; an organisation's own are copies that it edits.
package process
