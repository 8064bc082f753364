// Package matter takes a question (ärende) through samverkan to a lawful decision: proposals (förslag), the plan's
// tracks (spår), treatments in groups (behandling), positions (ställningstagande), risk assessments (risk- och
// konsekvensbedömning), negotiations under MBL, exceptions (undantag för synnerliga skäl) and decisions (beslut).
//
// Record is all that is known of one matter. Its methods are the rules: pure, given the time. Gate is the one function
// that says what is still missing before the decision (beslutsspärr); page, POST, lists and the overview all use it, and
// a database trigger repeats its core.
package matter
