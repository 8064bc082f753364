// Package organisation keeps who is who: organisations, units with their managers (enheter), people, unions
// (arbetstagarorganisationer), groups (samverkansgrupper), mandates (mandat) and the local agreement (samverkansavtal).
package organisation
