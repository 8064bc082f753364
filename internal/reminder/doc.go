// Package reminder does what time brings about: it reminds those who have not answered, tells that a decision may be made
// when the last limit has run out, warns before agreements and mandates end, and lets the morning's letters be written.
// What is due is a pure question about facts and the time; each thing is told once.
package reminder
