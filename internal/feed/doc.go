// Package feed gives each person a secret address from which their calendar reads the meetings and APTs of all their
// roles. The address is all that is needed to read it, so it holds 128 random bits, only its hash is stored, it shows no
// matter's title, and its owner can revoke it at any time.
package feed

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Service makes, revokes and reads feeds.
type Service struct {
	DB    *db.DB
	Clock clock.Clock
}

// Feed is a standing address, as far as it is still known.
type Feed struct {
	CreatedAt time.Time
	FetchedOn clock.Date // when a calendar last read it; zero: never
}

// Mine is the actor's standing address; ok: there is one.
func (s *Service) Mine(ctx context.Context, who access.Actor) (f Feed, ok bool, err error) {
	if err := who.Require(access.FeedOwn); err != nil {
		return f, false, err
	}
	var all []Feed
	var b db.Batch
	db.Many(&b, &all, `SELECT created_at, fetched_on FROM feeds WHERE person_id = $1 AND revoked_at IS NULL`, who.PersonID)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil || len(all) == 0 {
		return f, false, err
	}
	return all[0], true, nil
}

// Create makes a new address and returns its secret, which is never to be had again. An address from before stops working.
func (s *Service) Create(ctx context.Context, who access.Actor) (token string, err error) {
	if err := who.Require(access.FeedOwn); err != nil {
		return "", err
	}
	token = newToken(who.OrgID)
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		// Two at once: the second waits here, and revokes what the first has made.
		if _, err := tx.Exec(ctx, `SELECT FROM people WHERE id = $1 FOR UPDATE`, who.PersonID); err != nil {
			return fmt.Errorf("locking the person: %w", err)
		}
		if err := s.revoke(ctx, tx, who); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `INSERT INTO feeds (person_id, hash, created_at) VALUES ($1, $2, $3)`, who.PersonID, hash(token), s.Clock.Now())
		return err
	})
	return token, err
}

// Revoke stops the actor's address from working, at once and for good.
func (s *Service) Revoke(ctx context.Context, who access.Actor) error {
	if err := who.Require(access.FeedOwn); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error { return s.revoke(ctx, tx, who) })
}

func (s *Service) revoke(ctx context.Context, tx *db.OrgTx, who access.Actor) error {
	_, err := tx.Exec(ctx, `UPDATE feeds SET revoked_at = $1 WHERE person_id = $2 AND revoked_at IS NULL`, s.Clock.Now(), who.PersonID)
	return err
}

// newToken begins with the organisation's number, so that the row is found under the organisation's own lock.
func newToken(orgID int64) string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return strconv.FormatInt(orgID, 36) + "-" + base64.RawURLEncoding.EncodeToString(b[:])
}

func hash(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// orgOf is the organisation that a token names; NotFound when it is no token of ours.
func orgOf(token string) (int64, error) {
	org, secret, ok := strings.Cut(token, "-")
	id, err := strconv.ParseInt(org, 36, 64)
	if !ok || err != nil || id <= 0 || len(secret) != 22 {
		return 0, fail.New(fail.NotFound, "error.not_found")
	}
	return id, nil
}
