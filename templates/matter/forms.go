package matter

import (
	"context"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

var mannerHintKeys = map[string]string{
	matter.InAgreement: "matter.manner_hint.agreement", matter.InDisagreement: "matter.manner_hint.disagreement", matter.ByWithdrawal: "matter.manner_hint.withdrawal",
}

func mannerOptions(ctx context.Context, chosen string) []ui.Option {
	os := options(ctx, mannerKeys, []string{matter.InAgreement, matter.InDisagreement, matter.ByWithdrawal}, chosen)
	for i := range os {
		os[i].Hint = i18n.T(ctx, mannerHintKeys[os[i].Value])
	}
	return os
}
