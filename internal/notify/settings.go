package notify

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Settings is how each person wants their mail.
type Settings struct {
	DB    *db.DB
	Clock clock.Clock
}

// Setting is one topic with what may be chosen and what is.
type Setting struct {
	Topic   Topic
	Manners []Manner // what may be chosen; one alone is no choice
	Chosen  Manner
}

// Mine is how the actor's own mail comes, with the address that it goes to.
type Mine struct {
	Settings []Setting
	Email    string // "": no mail at all
	Problem  string // what came back from the address; "": nothing
}

// Mine reads the actor's settings in the order of the page.
func (s *Settings) Mine(ctx context.Context, who access.Actor) (Mine, error) {
	if err := who.Require(access.MailSettings); err != nil {
		return Mine{}, err
	}
	type row struct {
		Topic  Topic
		Manner Manner
	}
	type person struct{ Email, Problem string }
	var rows []row
	var p person
	var b db.Batch
	db.Many(&b, &rows, `SELECT topic, manner FROM mail_settings WHERE org_id = $1 AND person_id = $2`, who.OrgID, who.PersonID)
	db.One(&b, &p, fail.New(fail.NotFound, "error.not_found"), `SELECT coalesce(email, '') AS email, mail_problem AS problem FROM people WHERE org_id = $1 AND id = $2`,
		who.OrgID, who.PersonID)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Mine{}, fmt.Errorf("reading mail settings: %w", err)
	}
	m := Mine{Email: p.Email, Problem: p.Problem}
	for _, r := range rules {
		set := Setting{Topic: r.Topic, Manners: slices.Clone(r.Manners), Chosen: r.usual()}
		for _, x := range rows {
			if x.Topic == r.Topic && r.may(x.Manner) {
				set.Chosen = x.Manner
			}
		}
		m.Settings = append(m.Settings, set)
	}
	return m, nil
}

// Choose stores what the actor wants for each topic named; others stay. A manner that its topic does not allow is Invalid.
func (s *Settings) Choose(ctx context.Context, who access.Actor, chosen map[Topic]Manner) error {
	if err := who.Require(access.MailSettings); err != nil {
		return err
	}
	var f fail.Form
	for t, m := range chosen {
		if !ruleOf(t).may(m) {
			f.Add(string(t), "post.settings.error")
		}
	}
	if err := f.Err(); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error { return s.store(ctx, tx, who.PersonID, chosen) })
}

func (s *Settings) store(ctx context.Context, tx *db.OrgTx, person int64, chosen map[Topic]Manner) error {
	var topics, manners []string
	for t, m := range chosen {
		topics, manners = append(topics, string(t)), append(manners, string(m))
	}
	_, err := tx.Exec(ctx, `
		INSERT INTO mail_settings (person_id, topic, manner, changed_at) SELECT $1, t, m, $2 FROM unnest($3::text[], $4::text[]) x (t, m)
		ON CONFLICT (org_id, person_id, topic) DO UPDATE SET manner = excluded.manner, changed_at = excluded.changed_at
		WHERE mail_settings.manner <> excluded.manner`, person, s.Clock.Now(), topics, manners)
	if err != nil {
		return fmt.Errorf("storing mail settings: %w", err)
	}
	return nil
}

// Unsubscription is what a link in a mail turns off.
type Unsubscription struct {
	Topic Topic // TopicTasks: the whole morning letter
	Done  bool  // it is off already
}

// Unsubscription tells what a token would turn off, without doing it. NotFound when the token is not ours.
func (s *Settings) Unsubscription(ctx context.Context, token string) (u Unsubscription, err error) {
	org, m, err := s.tokenMail(ctx, token)
	if err != nil {
		return u, err
	}
	u.Topic = topics[m.Kind]
	var manner []Manner
	var b db.Batch
	db.Scalars(&b, &manner, `SELECT manner FROM mail_settings WHERE org_id = $1 AND person_id = $2 AND topic = $3`, org, m.PersonID, string(u.Topic))
	err = s.DB.ReadOrg(ctx, org, &b)
	u.Done = len(manner) == 1 && manner[0] == Never
	return u, err
}

// Unsubscribe turns off what the mail with the token was about, without signing in: the token is the leave. A morning
// letter turns off all that comes in the morning; what may not be turned off comes at once instead. Done twice, it is
// done. NotFound when the token is not ours.
func (s *Settings) Unsubscribe(ctx context.Context, token string) (u Unsubscription, err error) {
	org, m, err := s.tokenMail(ctx, token)
	if err != nil {
		return u, err
	}
	u = Unsubscription{Topic: topics[m.Kind], Done: true}
	return u, s.DB.InOrg(ctx, org, func(tx *db.OrgTx) error {
		chosen := map[Topic]Manner{u.Topic: Never}
		if m.Kind != morningLetter {
			return s.store(ctx, tx, m.PersonID, chosen)
		}
		rows, err := readManners(ctx, tx, m.PersonID)
		if err != nil {
			return err
		}
		for _, r := range rules {
			switch now, set := rows[r.Topic]; {
			case r.fixed(), set && now != Morning, !set && r.usual() != Morning:
			case r.may(Never):
				chosen[r.Topic] = Never
			default:
				chosen[r.Topic] = AtOnce
			}
		}
		return s.store(ctx, tx, m.PersonID, chosen)
	})
}

func readManners(ctx context.Context, tx *db.OrgTx, person int64) (map[Topic]Manner, error) {
	type row struct {
		Topic  Topic
		Manner Manner
	}
	var rows []row
	var b db.Batch
	db.Many(&b, &rows, `SELECT topic, manner FROM mail_settings WHERE person_id = $1`, person)
	if err := tx.Send(ctx, &b); err != nil {
		return nil, fmt.Errorf("reading mail settings: %w", err)
	}
	out := map[Topic]Manner{}
	for _, r := range rows {
		out[r.Topic] = r.Manner
	}
	return out, nil
}

type tokenMail struct {
	PersonID int64
	Kind     announce.Kind
	MailKey  []byte
}

// tokenMail finds the mail that an unsubscribe link was in.
func (s *Settings) tokenMail(ctx context.Context, token string) (int64, tokenMail, error) {
	none := fail.New(fail.NotFound, "post.unsubscribe.dead")
	org, id, mark, ok := unseal(token)
	if !ok {
		return 0, tokenMail{}, none
	}
	var m tokenMail
	var b db.Batch
	db.One(&b, &m, none, `SELECT m.person_id, m.kind, o.mail_key FROM mails m JOIN organisations o ON o.id = m.org_id WHERE m.org_id = $1 AND m.id = $2`, org, id)
	if err := s.DB.ReadOrg(ctx, org, &b); err != nil {
		return 0, tokenMail{}, err
	}
	if !holds(mark, toUnsubscribe, org, id, m.MailKey) || !ruleOf(topics[m.Kind]).may(Never) {
		return 0, tokenMail{}, none
	}
	return org, m, nil
}
