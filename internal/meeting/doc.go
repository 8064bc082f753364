// Package meeting runs the meetings of samverkansgrupper: year plan and notice (kallelse), agenda (dagordning), papers
// (handlingar), attendance (närvaro), the treatment of matters (behandling), positions, minutes (protokoll) and their
// approval (justering), with objections (erinran).
package meeting
