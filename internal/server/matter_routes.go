package server

import (
	"github.com/go-chi/chi/v5"
)

// matterRoutes are the pages and actions of matters (ärenden).
func (s *Server) matterRoutes(r chi.Router) {
	r.Get("/arenden", s.page(s.matterList))
	r.Get("/arenden/ny", s.page(s.newMatterForm))
	r.Post("/arenden/ny", s.page(s.newMatter))
	s.wizardRoutes(r)
	s.triageRoutes(r)
	s.processRoutes(r)
	r.Get("/arenden/{id}", s.page(s.showMatter))
	s.matterWorkRoutes(r)
	s.matterDecisionRoutes(r)
	s.matterUnionRoutes(r)
	s.riskRoutes(r)
	s.afterRoutes(r)
	s.dossierRoutes(r)
	s.attachmentRoutes(r)
	s.pathRoutes(r)
}

// wizardRoutes are the steering questions, one a page.
func (s *Server) wizardRoutes(r chi.Router) {
	r.Get("/arenden/nytt", s.page(s.wizardStart))
	r.Post("/arenden/nytt", s.page(s.startWizard))
	r.Get("/arenden/nytt/{draft}/kontrollera", s.page(s.wizardCheck))
	r.Post("/arenden/nytt/{draft}/kontrollera", s.page(s.finishWizard))
	r.Get("/arenden/nytt/{draft}/stopp", s.page(s.wizardStopped))
	r.Post("/arenden/nytt/{draft}/ta-bort", s.page(s.dropWizard))
	r.Get("/arenden/nytt/{draft}/{step}", s.page(s.wizardStep))
	r.Post("/arenden/nytt/{draft}/{step}", s.page(s.saveWizardStep))
}

// matterWorkRoutes are what the owner prepares.
func (s *Server) matterWorkRoutes(r chi.Router) {
	r.Get("/arenden/{id}/forslag", s.page(s.proposalForm))
	r.Post("/arenden/{id}/forslag", s.page(s.propose))
	r.Get("/arenden/{id}/forslag/{no}", s.page(s.showProposal))
	r.Get("/arenden/{id}/apt", s.page(s.dialogueForm))
	r.Post("/arenden/{id}/apt", s.page(s.recordDialogue))
	r.Get("/arenden/{id}/plan", s.page(s.matterPlanForm))
	r.Post("/arenden/{id}/plan", s.page(s.confirmPlan))
	r.Get("/arenden/{id}/steg", s.page(s.matterSteps))
	r.Post("/arenden/{id}/steg", s.page(s.tickStep))
	r.Post("/arenden/{id}/steg/rakna-om", s.page(s.recountSteps))
	r.Get("/arenden/{id}/mote", s.page(s.setUpForm))
	r.Get("/arenden/{id}/aterta", s.page(s.withdrawForm))
	r.Post("/arenden/{id}/aterta", s.page(s.withdraw))
}

// matterDecisionRoutes are the decision, the exception and the end of negotiations.
func (s *Server) matterDecisionRoutes(r chi.Router) {
	r.Get("/arenden/{id}/beslut", s.page(s.decideForm))
	r.Post("/arenden/{id}/beslut", s.page(s.decide))
	r.Get("/arenden/{id}/namndbeslut", s.page(s.boardForm))
	r.Post("/arenden/{id}/namndbeslut", s.page(s.recordBoard))
	r.Get("/arenden/{id}/undantag", s.page(s.exceptionForm))
	r.Post("/arenden/{id}/undantag", s.page(s.askException))
	r.Get("/arenden/{id}/undantag/svar", s.page(s.exceptionAnswerForm))
	r.Post("/arenden/{id}/undantag/svar", s.page(s.answerException))
	r.Get("/arenden/{id}/forhandling", s.page(s.negotiations))
	r.Post("/arenden/{id}/forhandling", s.page(s.endNegotiation))
}

// matterUnionRoutes are what a union's representatives do besides taking positions.
func (s *Server) matterUnionRoutes(r chi.Router) {
	r.Get("/arenden/{id}/mbl", s.page(s.mblForm))
	r.Post("/arenden/{id}/mbl", s.page(s.requestMBL))
	r.Get("/arenden/{id}/mbl/sent", s.page(s.lateForm))
	r.Post("/arenden/{id}/mbl/sent", s.page(s.requestLate))
	r.Get("/arenden/{id}/mbl/sent/{late}", s.page(s.lateAnswerForm))
	r.Post("/arenden/{id}/mbl/sent/{late}", s.page(s.answerLate))
	r.Get("/arenden/{id}/oenighet", s.page(s.claimForm))
	r.Post("/arenden/{id}/oenighet", s.page(s.requestStep))
	r.Post("/arenden/{id}/oenighet/{step}/aterta", s.page(s.withdrawStep))
	r.Get("/arenden/{id}/spar/{track}", s.page(s.trackPage))
	r.Post("/arenden/{id}/spar/{track}", s.page(s.logEntry))
	r.Post("/arenden/{id}/spar/{track}/aterta", s.page(s.withdrawRequest))
	r.Get("/arenden/{id}/central", s.page(s.centralForm))
	r.Post("/arenden/{id}/central", s.page(s.requestCentral))
	r.Get("/arenden/{id}/avsta", s.page(s.waiveForm))
	r.Post("/arenden/{id}/avsta", s.page(s.waive))
	r.Get("/arenden/{id}/forslag/{no}/invandning", s.page(s.objectForm))
	r.Post("/arenden/{id}/forslag/{no}/invandning", s.page(s.objectEditorial))
	r.Post("/arenden/{id}/anteckning", s.page(s.saveNote))
}
