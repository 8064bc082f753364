package server

import (
	"context"
	"log/slog"

	"samverka/internal/action"
	"samverka/internal/announce"
	"samverka/internal/apt"
	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/dossier"
	"samverka/internal/feed"
	"samverka/internal/followup"
	"samverka/internal/guidance"
	"samverka/internal/identity"
	"samverka/internal/importer"
	"samverka/internal/learning"
	"samverka/internal/live"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/notify"
	"samverka/internal/organisation"
	"samverka/internal/overview"
	"samverka/internal/process"
	"samverka/internal/retention"
	"samverka/internal/yearplan"
)

// Assemble makes every service of the product on one database, telling the world through send. The command, the acceptance
// scenarios, the browser tests and the benchmarks all start from it.
func Assemble(d *db.DB, c clock.Clock, send announce.Sender) Deps {
	matters, meetings := &matter.Service{DB: d, Clock: c, Announce: send}, &meeting.Service{DB: d, Clock: c, Announce: send}
	return Deps{
		Clock:        c,
		Identity:     &identity.Service{DB: d, Clock: c},
		Organisation: &organisation.Service{DB: d, Clock: c},
		Matter:       matters,
		Process:      &process.Service{DB: d, Clock: c},
		Meeting:      meetings,
		Dossier:      &dossier.Service{DB: d, Clock: c, Matter: matters, Meeting: meetings},
		Guidance:     &guidance.Service{DB: d, Clock: c},
		Feed:         &feed.Service{DB: d, Clock: c},
		Action:       &action.Service{DB: d, Clock: c},
		APT:          &apt.Service{DB: d, Clock: c, Announce: send},
		Overview:     &overview.Service{DB: d, Clock: c},
		Retention:    &retention.Service{DB: d, Clock: c},
		Booking:      &booking.Service{DB: d, Clock: c},
		Year:         &yearplan.Service{DB: d, Clock: c, Announce: send},
		Learning:     &learning.Service{DB: d, Clock: c},
		FollowUp:     &followup.Service{DB: d, Clock: c},
		Outbox:       &notify.Outbox{DB: d},
		Mail:         &notify.Settings{DB: d, Clock: c},
		Importer:     &importer.Service{DB: d, Clock: c},
		Live:         live.New(),
	}
}

// Listen hears of changes to meetings until ctx ends, for those who follow them here. poll: a transaction pooler stands
// between, through which Postgres can tell nothing.
func (d Deps) Listen(ctx context.Context, database *db.DB, poll bool) {
	log := d.Log
	if log == nil {
		log = slog.Default()
	}
	versions := func(ctx context.Context, org int64, ids []int64) (map[int64]uint64, map[int64]bool, error) {
		return meeting.Versions(ctx, database, org, ids)
	}
	d.Live.Run(ctx, live.Source{DB: database, Channel: meeting.Channel, Poll: poll, Versions: versions, Log: log})
}
