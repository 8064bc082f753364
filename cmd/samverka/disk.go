package main

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"samverka/internal/pgserver"
)

const lookAtDiskEvery = 30 * time.Second

// watchDisk looks at the room left for the private server's data now and then, warns while it is low, and answers whether
// it is so full that nothing more should be written. Without a private server it is somebody else's disk.
func (in *installation) watchDisk(ctx context.Context) (full func() bool) {
	if in.pg == nil {
		return nil
	}
	var readOnly atomic.Bool
	look := func() {
		d, err := in.pg.Disk()
		if err != nil {
			in.log.Warn("the disk cannot be measured", slog.String("error", err.Error()))
			return
		}
		readOnly.Store(d.Level() == pgserver.DiskReadOnly)
		if d.Level() != pgserver.DiskOK {
			in.log.Warn("the disk is filling up", slog.Uint64("free_mib", d.Free>>20), slog.Bool("read_only", readOnly.Load()))
		}
	}
	look()
	go func() {
		tick := time.NewTicker(lookAtDiskEvery)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				look()
			}
		}
	}()
	return readOnly.Load
}
