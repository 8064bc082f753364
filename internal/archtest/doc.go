// Package archtest holds tests that hold the code to its layout; it is empty otherwise.
package archtest
