// Package apt is the arbetsplatsträff: a manager and all staff of a unit. It plans, invites (inbjudan) and sends the agenda
// (dagordning), holds one or several sittings (tillfällen), keeps the notes (minnesanteckningar), and sees that every
// item ends with an answer: klart, chefen beslutar, till samverkansgrupp, till högre nivå or ny dialog (handbook 5.3).
// There are no parties here, so no positions and no approval, and nothing ties what was said to who said it.
package apt
