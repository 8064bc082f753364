package accesstest_test

import (
	"testing"

	"samverka/internal/access/accesstest"
	"samverka/internal/apt"
	"samverka/internal/booking"
	"samverka/internal/dossier"
	"samverka/internal/guidance"
	"samverka/internal/importer"
	"samverka/internal/learning"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/notify"
	"samverka/internal/organisation"
	"samverka/internal/overview"
	"samverka/internal/retention"
	"samverka/internal/yearplan"
)

func TestEveryOperationAsks(t *testing.T) {
	t.Parallel()
	accesstest.EveryOperationAsks(t, &organisation.Service{}, nil)
	accesstest.EveryOperationAsks(t, &matter.Service{}, nil)
	accesstest.EveryOperationAsks(t, &meeting.Service{}, nil)
	accesstest.EveryOperationAsks(t, &dossier.Service{}, nil)
	accesstest.EveryOperationAsks(t, &guidance.Service{}, map[string]string{"Public": "the page is open to everybody: an organisation's name and what it has written for all"})
	accesstest.EveryOperationAsks(t, &apt.Service{}, nil)
	accesstest.EveryOperationAsks(t, &overview.Service{}, nil)
	accesstest.EveryOperationAsks(t, &importer.Service{}, nil)
	accesstest.EveryOperationAsks(t, &notify.Outbox{}, nil)
	accesstest.EveryOperationAsks(t, &booking.Service{}, nil)
	accesstest.EveryOperationAsks(t, &retention.Service{}, nil)
	accesstest.EveryOperationAsks(t, &yearplan.Service{}, nil)
	accesstest.EveryOperationAsks(t, &learning.Service{}, nil)
	accesstest.EveryOperationAsks(t, &notify.Settings{}, map[string]string{
		"Unsubscription": "the link in a mail is the leave: whoever holds the mail may turn it off",
		"Unsubscribe":    "the link in a mail is the leave: whoever holds the mail may turn it off",
	})
}
