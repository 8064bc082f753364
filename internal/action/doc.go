// Package action holds åtgärder: who does what, and by when. A meeting asks for one, a decision needs one, a risk assessment
// plans one; they stand in one table, follow the same rules and are done on the same page (AFS 2023:1 2 kap. 13 §: measures that
// are not taken at once stand in a written plan with when and by whom).
package action
