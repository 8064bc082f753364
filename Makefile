# make run     the product with a demo municipality, on a database of its own
# make test    all tests (needs Postgres and Chromium, installed when root on Debian)
# make bench   how fast the pages are, on a municipality of 45 000 employees
# make help    the rest

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c

# Packages tested at once. Each brings a browser or databases, so few are enough.
P := $(shell n=$$(nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2); echo $$((n < 4 ? n : 4)))

.PHONY: help run build test explore bench generate fmt lint check schema

help:
	@echo 'make run       start the product with the demo municipality'
	@echo 'make build     build bin/samverka'
	@echo 'make test      run every test'
	@echo 'make explore   play random histories that no run has played before'
	@echo 'make bench     measure the pages'
	@echo 'make generate  make the generated files anew'
	@echo 'make fmt       format Go and templ files'
	@echo 'make lint      vet and staticcheck'
	@echo 'make check     what must hold before the tests: formatting, generated files, lint'
	@echo 'make schema    write internal/db/schema.sql from the migrations'

# The program itself says what to do where no Postgres is found and we may not
# install one.
run: build
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then build/need postgres; fi
	@exec bin/samverka demo

build:
	@CGO_ENABLED=0 go build -trimpath -o bin/samverka ./cmd/samverka

test:
	@build/need postgres chromium
	@go test -p $(P) -timeout 20m ./...

# The ordinary tests play the same histories as long as the rules are the same.
explore:
	@build/need postgres
	@SAMVERKA_EVENTS=$${SAMVERKA_EVENTS:-50000} RAPID_SEED=$$(od -An -N7 -tu8 /dev/urandom | tr -d ' ') go test -timeout 60m -run TestHistories ./internal/proptest

bench:
	@build/need postgres
	@go test -run '^$$' -bench . -benchmem -timeout 60m ./internal/bench/...

generate:
	go tool templ generate
	go generate ./...

fmt:
	gofmt -w $$(find . -name '*.go' ! -name '*_templ.go')
	go tool templ fmt .

lint:
	go vet ./...
	go tool staticcheck ./...

check:
	@build/check
	@$(MAKE) --no-print-directory lint

schema:
	go run ./build/schema
