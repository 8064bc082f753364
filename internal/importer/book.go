package importer

// book holds the rows of one kind as they were and as they will be.
type book[T any] struct {
	before map[int64]T
	after  map[int64]*T
	order  []int64        // ids, the register's first
	from   map[int64]line // the row of the files that names it first
	last   int64          // the latest negative id given out
	inFile bool           // the kind is part of the import
	setID  func(*T, int64)
}

func newBook[T any](rows []T, id func(T) int64, setID func(*T, int64)) *book[T] {
	b := &book[T]{before: make(map[int64]T, len(rows)), after: make(map[int64]*T, len(rows)), from: map[int64]line{}, setID: setID}
	for _, r := range rows {
		n := r
		b.before[id(r)], b.after[id(r)] = r, &n
		b.order = append(b.order, id(r))
	}
	return b
}

// add takes in a new row and gives it an id.
func (b *book[T]) add(r T) int64 {
	b.last--
	b.setID(&r, b.last)
	b.after[b.last] = &r
	b.order = append(b.order, b.last)
	return b.last
}

// named reports whether the files name the row.
func (b *book[T]) named(id int64) bool { _, ok := b.from[id]; return ok }
