package meeting

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// PenTime is how long the pen stays with whoever wrote last, or whose page says that they are still there.
const PenTime = 2 * time.Minute

// Pen says who writes: one at a time.
type Pen struct {
	WriterID    int64 // who has, or had, the pen
	WriterName  string
	WriterUntil *time.Time
}

// Writer is who has the pen at now; 0: it lies on the table.
func (p Pen) Writer(now time.Time) int64 {
	if p.WriterID == 0 || p.WriterUntil == nil || !now.Before(*p.WriterUntil) {
		return 0
	}
	return p.WriterID
}

// CanWrite refuses with Conflict while somebody else has the pen: one writes at a time.
func (p Pen) CanWrite(person int64, now time.Time) error {
	if w := p.Writer(now); w != 0 && w != person {
		return fail.New(fail.Conflict, "live.error.pen", "Name", p.WriterName)
	}
	return nil
}

// write refuses while somebody else has the pen, and otherwise gives it to the actor: whoever saves is the one who writes.
func (c *change) write(ctx context.Context) error {
	if err := c.rec.CanWrite(c.who.PersonID, c.now); err != nil {
		return err
	}
	return c.pen(ctx)
}

func (c *change) pen(ctx context.Context) error {
	return c.exec(ctx, `UPDATE meetings SET writer_id = $1, writer_until = $2 WHERE id = $3`, c.who.PersonID, c.now.Add(PenTime), c.rec.ID)
}

// TakePen gives the actor the pen. While somebody else has it that is a Conflict, unless the actor says to take it over.
func (s *Service) TakePen(ctx context.Context, who access.Actor, id int64, over bool) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("open"); err != nil {
			return err
		}
		if err := c.rec.CanWrite(who.PersonID, c.now); err != nil {
			if !over {
				return err
			}
			c.log("meeting.pen_taken", 0, "From", c.rec.WriterName)
		}
		return c.pen(ctx)
	})
}

// DropPen lays the actor's pen on the table; somebody else's stays where it is.
func (s *Service) DropPen(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(); err != nil {
			return err
		}
		return c.exec(ctx, `UPDATE meetings SET writer_id = NULL, writer_until = NULL WHERE id = $1 AND writer_id = $2`, id, who.PersonID)
	})
}

// KeepPen says that the actor, who wrote last, is still there. It answers who has the pen and says nothing to anybody:
// nothing has changed for those who follow.
func (s *Service) KeepPen(ctx context.Context, who access.Actor, id int64) (writer Writer, err error) {
	if err := who.Require(access.MeetingRun); err != nil {
		return writer, err
	}
	now := s.Clock.Now()
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		var until *time.Time
		err := tx.QueryRow(ctx, `
			WITH kept AS (UPDATE meetings SET writer_until = $3 WHERE id = $1 AND writer_id = $2 AND status = 'open' AND group_id = ANY ($4) RETURNING writer_id, writer_until)
			SELECT coalesce(k.writer_id, me.writer_id, 0), coalesce(p.name, ''), coalesce(k.writer_until, me.writer_until)
			FROM   meetings me LEFT JOIN kept k ON true LEFT JOIN people p ON p.id = me.writer_id
			WHERE  me.id = $1 AND me.group_id = ANY ($4)`, id, who.PersonID, now.Add(PenTime), runs(who)).Scan(&writer.PersonID, &writer.Name, &until)
		if err == pgx.ErrNoRows {
			return fail.New(fail.NotFound, "error.not_found")
		}
		if err == nil && (until == nil || !now.Before(*until)) {
			writer = Writer{}
		}
		return err
	})
	if err != nil {
		return Writer{}, fmt.Errorf("keeping the pen of meeting %d: %w", id, err)
	}
	return writer, nil
}

// Writer is who has the pen; the zero Writer is nobody.
type Writer struct {
	PersonID int64
	Name     string
}
