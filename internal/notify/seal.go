package notify

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// A sealed number names one mail outside the system, in links that need no signing in and in addresses that mail comes back
// to: organisation, mail, and a seal that only the organisation's key makes. It is lower-case, since mail servers may make
// an address so, and short enough for the local part of one (64 octets; RFC 5321 4.5.3.1).
type use string

const (
	toUnsubscribe use = "unsubscribe"
	toReturn      use = "return"
)

// sealBytes is half of SHA-256: nobody guesses 128 bits.
const sealBytes = 16

func sealed(u use, org, mailID int64, key []byte) string {
	return fmt.Sprintf("%d.%d.%s", org, mailID, hex.EncodeToString(seal(u, org, mailID, key)))
}

// UnsubscribePath is the page that turns off what a mail was about, with the organisation's key (organisations.mail_key).
func UnsubscribePath(org, mailID int64, key []byte) string {
	return "/avsluta-mejl/" + sealed(toUnsubscribe, org, mailID, key)
}

func seal(u use, org, mailID int64, key []byte) []byte {
	h := hmac.New(sha256.New, key)
	fmt.Fprintf(h, "%s/%d/%d", u, org, mailID)
	return h.Sum(nil)[:sealBytes]
}

// unseal reads a sealed number; whether its seal is right, holds tells.
func unseal(s string) (org, mailID int64, mark []byte, ok bool) {
	parts := strings.Split(strings.ToLower(s), ".")
	if len(parts) != 3 {
		return 0, 0, nil, false
	}
	org, err := strconv.ParseInt(parts[0], 10, 64)
	if err != nil || org <= 0 {
		return 0, 0, nil, false
	}
	mailID, err = strconv.ParseInt(parts[1], 10, 64)
	if err != nil || mailID <= 0 {
		return 0, 0, nil, false
	}
	mark, err = hex.DecodeString(parts[2])
	return org, mailID, mark, err == nil && len(mark) == sealBytes
}

// holds reports whether the mark is the seal of the mail for this use.
func holds(mark []byte, u use, org, mailID int64, key []byte) bool {
	return hmac.Equal(mark, seal(u, org, mailID, key))
}
