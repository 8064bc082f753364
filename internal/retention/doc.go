// Package retention keeps and weeds (bevara och gallra, handbook L7): a rule with a day for each kind of document, from the
// organisation's own plan, and weedings that two people make together. It stands after apt in the line, since it knows what
// every earlier capability leaves behind, and before overview, whose Att göra says when something is ripe.
//
// What is preserved whatever anybody decides has no rule: minutes with notice and papers, matters and the event log. What is
// weeded is chosen twice from the same question, when it is proposed and when it is approved; if the two differ, nothing goes.
//
//	bevaras preserved · gallring weeding · gallringsbar ripe · gallringsprotokoll the weeding's page
package retention
