package demo

import (
	"bytes"
	"context"
	"fmt"

	"github.com/xuri/excelize/v2"

	"samverka/internal/clock"
	"samverka/internal/matter"
)

// attach gives the proposal a file to be read with, where there is one: what is done when, and the hours that it takes.
func (s *stage) attach(ctx context.Context, h *hand, j *journey, day clock.Date) error {
	if j.n%4 != 0 && j.units[0] != homeCare {
		return nil
	}
	data, err := timetable(day)
	if err != nil {
		return err
	}
	return h.matters.Attach(ctx, j.who(s), j.id, matter.AttachmentForm{Title: "Tidplan och timmar", Name: "Tidplan " + day.String() + ".xlsx", Data: data})
}

func timetable(day clock.Date) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	rows := [][]any{{"Vad", "När", "Timmar per person"}}
	for i, what := range []string{"Genomgång på APT", "Introduktion i mindre grupper", "Uppstart", "Första avstämningen", "Utvärdering"} {
		rows = append(rows, []any{what, day.Add(70 + 21*i).OrNextWorkingDay().String(), 1 + i%3})
	}
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			return nil, err
		}
	}
	if err := f.SetColWidth("Sheet1", "A", "C", 28); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := f.Write(&b)
	return b.Bytes(), err
}
