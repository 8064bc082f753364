package importer

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
)

// payload is what is kept between preview and confirmation: tables without columns that are not needed, and without any
// personnummer.
type payload struct {
	Tables []Table
	Broken []Problem
}

func (p payload) pack() ([]byte, error) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if err := json.NewEncoder(z).Encode(p); err != nil {
		return nil, fmt.Errorf("packing the import: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func unpack(data []byte) (p payload, err error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return p, fmt.Errorf("unpacking the import: %w", err)
	}
	if err := json.NewDecoder(io.LimitReader(z, maxUnpacked)).Decode(&p); err != nil {
		return p, fmt.Errorf("unpacking the import: %w", err)
	}
	return p, nil
}
