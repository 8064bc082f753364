// Package killtest kills the real program in the middle of its work, again and again, and looks at what is left. It is empty
// otherwise.
package killtest
