package truetype

import (
	"bytes"
	"encoding/binary"
)

type table struct {
	name string
	data []byte
}

// assemble writes a font file of the tables, which must be sorted by name.
func assemble(tables []table) []byte {
	var out bytes.Buffer
	put32(&out, 0x00010000)
	power, log := 1, 0
	for power*2 <= len(tables) {
		power, log = power*2, log+1
	}
	for _, v := range []int{len(tables), power * 16, log, (len(tables) - power) * 16} {
		put16(&out, uint16(v))
	}
	offset, headAt := 12+16*len(tables), 0
	for _, t := range tables {
		if t.name == "head" {
			headAt = offset
		}
		out.WriteString(t.name)
		put32(&out, checksum(t.data))
		put32(&out, uint32(offset))
		put32(&out, uint32(len(t.data)))
		offset += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out.Write(t.data)
		for out.Len()%4 != 0 {
			out.WriteByte(0)
		}
	}
	file := out.Bytes()
	binary.BigEndian.PutUint32(file[headAt+8:], 0xB1B0AFBA-checksum(file))
	return file
}

func checksum(data []byte) (sum uint32) {
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	if len(data) > 0 {
		var last [4]byte
		copy(last[:], data)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}

func put16(b *bytes.Buffer, v uint16) { b.Write(binary.BigEndian.AppendUint16(nil, v)) }
func put32(b *bytes.Buffer, v uint32) { b.Write(binary.BigEndian.AppendUint32(nil, v)) }
