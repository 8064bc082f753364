// Package sweep looks at every page in a real browser: the demo municipality is loaded, each role follows the links it is
// given, and one page of every route is audited in light and dark, on a desk and on a phone. A route that nobody reaches
// fails the test. The three journeys take a task through without JavaScript.
package sweep
