// Package guidance holds the help that stands beside the work (chefsstöd): a short text for each step from idea to
// follow-up, links to tools, and what the organisation adds to the public page on samverkan. The product has a text of its own
// for each topic; an organisation may put its words in that text's place, and go back (handbook 9).
//
// Names: topic/ämne, guidance/stöd, own text/egen text.
package guidance
