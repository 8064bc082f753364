package guidance

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/privacy"
)

// Service keeps the organisations' own texts.
type Service struct {
	DB    *db.DB
	Clock clock.Clock

	mu   sync.Mutex
	kept map[int64]kept
}

// Own are an organisation's own texts, as they stand; a topic without one has the product's.
type Own map[Topic]string

type kept struct {
	version int
	own     Own
}

// mostKept is how many organisations' texts are held in memory.
const mostKept = 1000

// row is a text as it was saved; an empty one goes back to the product's.
type row struct {
	Topic   Topic
	Body    string
	Version int
}

const newest = `SELECT DISTINCT ON (topic) topic, body, version FROM help_texts ORDER BY topic, version DESC`

// Of reads the organisation's own texts. version is the number that the actor's session knows, which each saving raises:
// what has been read of it holds.
func (s *Service) Of(ctx context.Context, who access.Actor, version int) (Own, error) {
	if err := who.Require(access.GuidanceRead); err != nil {
		return nil, err
	}
	if version == 0 {
		return nil, nil
	}
	s.mu.Lock()
	k, ok := s.kept[who.OrgID]
	s.mu.Unlock()
	if ok && k.version == version {
		return k.own, nil
	}
	own, err := s.read(ctx, who.OrgID)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept == nil || len(s.kept) >= mostKept {
		s.kept = map[int64]kept{}
	}
	s.kept[who.OrgID] = kept{version, own}
	return own, nil
}

func (s *Service) read(ctx context.Context, org int64) (Own, error) {
	var rows []row
	var b db.Batch
	db.Many(&b, &rows, newest)
	if err := s.DB.ReadOrg(ctx, org, &b); err != nil {
		return nil, fmt.Errorf("reading help texts: %w", err)
	}
	own := Own{}
	for _, r := range rows {
		if r.Body != "" {
			own[r.Topic] = r.Body
		}
	}
	return own, nil
}

// Saved is one text as it was saved.
type Saved struct {
	Topic      Topic
	Version    int
	Body       string // "": back to the product's
	PersonName string
	At         time.Time
}

// Settings reads what the organisation has written: the newest of each topic.
func (s *Service) Settings(ctx context.Context, who access.Actor) (map[Topic]Saved, error) {
	if err := who.Require(access.GuidanceWrite); err != nil {
		return nil, err
	}
	var rows []Saved
	var b db.Batch
	db.Many(&b, &rows, `SELECT DISTINCT ON (h.topic) h.topic, h.version, h.body, p.name AS person_name, h.at FROM help_texts h JOIN people p ON p.id = h.person_id ORDER BY h.topic, h.version DESC`)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, err
	}
	all := map[Topic]Saved{}
	for _, r := range rows {
		all[r.Topic] = r
	}
	return all, nil
}

// History reads all that has been saved of one topic, the newest first.
func (s *Service) History(ctx context.Context, who access.Actor, topic Topic) ([]Saved, error) {
	if err := who.Require(access.GuidanceWrite); err != nil {
		return nil, err
	}
	if !topic.Known() {
		return nil, fail.New(fail.NotFound, "error.not_found")
	}
	var rows []Saved
	var b db.Batch
	db.Many(&b, &rows, `SELECT h.topic, h.version, h.body, p.name AS person_name, h.at FROM help_texts h JOIN people p ON p.id = h.person_id WHERE h.topic = $1 ORDER BY h.version DESC LIMIT 100`, string(topic))
	return rows, s.DB.ReadOrg(ctx, who.OrgID, &b)
}

// Save puts the organisation's own text in the place of the product's; an empty one goes back to the product's. version is
// the newest that the writer has seen, 0 when there was none: Conflict when there is a newer.
func (s *Service) Save(ctx context.Context, who access.Actor, topic Topic, body string, version int) error {
	if err := who.Require(access.GuidanceWrite); err != nil {
		return err
	}
	if !topic.Known() {
		return fail.New(fail.NotFound, "error.not_found")
	}
	var f fail.Form
	body = strings.TrimSpace(body)
	if n := utf8.RuneCountInString(body); n > topic.most() {
		f.Add("body", "error.too_long", "Max", topic.most(), "Over", n-topic.most())
	} else if privacy.HasPersonnummer(body) {
		f.Add("body", "error.personnummer")
	}
	if err := f.Err(); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		now := s.Clock.Now()
		if err := tx.Exec1(ctx, `
			INSERT INTO help_texts (topic, version, body, person_id, at) SELECT $1, $2 + 1, $3, $4, $5
			WHERE $2 = coalesce((SELECT max(version) FROM help_texts WHERE topic = $1), 0) ON CONFLICT (org_id, topic, version) DO NOTHING`,
			string(topic), version, body, who.PersonID, now); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE organisations SET help_version = help_version + 1 WHERE id = $1`, who.OrgID); err != nil {
			return fmt.Errorf("raising the version of the help texts: %w", err)
		}
		kind := "guidance.saved"
		if body == "" {
			kind = "guidance.reverted"
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: kind, Detail: map[string]string{"Topic": string(topic)}})
	})
}
