// Package dossier tells a matter from its first day to its last, as one reader may see it: the timeline (tidslinje), and the
// whole as one bundle (akt) to keep, to print, or to give out (handbook L4, L10). It shows nothing that its reader does not
// see on the pages that it comes from.
//
// Names: story/tidslinje, moment/händelse, bundle/akt, disclosure/utlämnande.
package dossier
