package server

import (
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/feed"
	"samverka/internal/identity"
	"samverka/internal/importer"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/notify"
	"samverka/internal/organisation"
	"samverka/internal/overview"
)

// Assemble makes every service of the product on one database, telling the world through send. The command, the acceptance
// scenarios, the browser tests and the benchmarks all start from it.
func Assemble(d *db.DB, c clock.Clock, send announce.Sender) Deps {
	return Deps{
		Clock:        c,
		Identity:     &identity.Service{DB: d, Clock: c},
		Organisation: &organisation.Service{DB: d, Clock: c},
		Matter:       &matter.Service{DB: d, Clock: c, Announce: send},
		Meeting:      &meeting.Service{DB: d, Clock: c, Announce: send},
		Feed:         &feed.Service{DB: d, Clock: c},
		Overview:     &overview.Service{DB: d, Clock: c},
		Outbox:       &notify.Outbox{DB: d},
		Mail:         &notify.Settings{DB: d, Clock: c},
		Importer:     &importer.Service{DB: d, Clock: c},
	}
}
