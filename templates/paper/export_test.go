package paper

import "fmt"

// Colour is a palette's colour in hexadecimal.
func Colour(palette string) string {
	c := colours[palette]
	return fmt.Sprintf("%02x%02x%02x", c.R, c.G, c.B)
}
