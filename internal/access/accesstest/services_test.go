package accesstest_test

import (
	"testing"

	"samverka/internal/access/accesstest"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
)

func TestEveryOperationAsks(t *testing.T) {
	t.Parallel()
	accesstest.EveryOperationAsks(t, &organisation.Service{}, nil)
	accesstest.EveryOperationAsks(t, &matter.Service{}, nil)
	accesstest.EveryOperationAsks(t, &meeting.Service{}, nil)
}
