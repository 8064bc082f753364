// Package followup is the parties' yearly follow-up of samverkan (årlig partsgemensam uppföljning): a round (uppföljningsomgång)
// visits the groups, each side of a group answers by itself (svar), then both write together (gemensam text), and the top group
// ends in a joint statement (gemensamt uttalande) and actions (åtgärder) with owner and day.
//
// In Stockholm the parties follow up and evaluate the system every year and visit all groups (S:SEED3); the states and guards are
// the handbook's model of it (section 7 [D]). The package comes after meeting and apt in the line of capabilities, since it counts
// what they hold, and before overview, whose Att göra leads to it.
package followup
