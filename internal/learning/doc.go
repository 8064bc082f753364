// Package learning sees to it that samverkan does not rest on single persons (handbook 7): who is new in a role has an
// introduction (introduktion) with a checklist, and the parties keep a register of trainings (utbildningar), each side
// answering for its own. The introduction is the person's own: others see counts, and HR the walk-throughs that wait.
//
// It stands after the capabilities that give people their roles and their meetings, whose tables it reads, and before the
// overview and the clockwork, which count and begin introductions.
package learning
