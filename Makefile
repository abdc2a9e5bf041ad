# `make help` lists what there is. Every target may be run again: what is done is not done twice.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

TOWN ?= towns/demo.toml
PORT ?= 8080

town_id = $(basename $(notdir $(TOWN)))
web_sources := $(shell find src public style locales -type f 2>/dev/null) index.html build.rs Cargo.toml Cargo.lock Trunk.toml .cargo/config.toml package-lock.json $(wildcard tools/build.sh tools/finish-dist.mjs tools/headers.mjs tools/accessibility-statement.mjs docs/accessibility.json)

.PHONY: accessibility help setup setup-test build serve test bench bench-lab bench-peers screenshots fuzz clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "  TOWN=towns/berlin.toml   the town to serve (default: $(TOWN))"
	@echo "  PORT=8080                where to serve it, on 127.0.0.1 only"
	@echo "  PUBLIC_URL=/path/        where a built dist/ will live; only its 404 page needs to know"

setup: ## install what a build needs and is missing
	@tools/setup.sh build

setup-test:
	@tools/setup.sh test

build: setup dist/index.html ## build dist/, a folder for any static host, with the demonstration town
	@tools/publish.sh towns/demo.toml
	@tools/fill-data.sh demo
	@echo "dist/ is ready: $$(du -sh dist | cut -f1)"

dist/index.html: $(web_sources)
	@tools/build.sh

serve: setup dist/index.html ## build what changed, publish TOWN, serve it and print the address
	@tools/publish.sh $(TOWN)
	@node tools/serve.mjs --dist dist --data build/towns/$(town_id) --port $(PORT)

test: setup-test ## everything: format, lints, licences, native tests, budgets, browser journeys
	@tools/test.sh

bench: setup-test build ## rows per second, first answer, sizes, then what bench-peers does
	@node tools/bench.mjs
	@node tools/bench-peers.mjs $(ARGS)

bench-lab: setup-test build ## web vitals on a slow processor, first answer on slow networks (RUNS=5)
	@node tools/lab.mjs

bench-peers: setup-test build ## our engine beside DuckDB-WASM, hyparquet and parquet-wasm (ARGS="--runs 5 --segments 500")
	@node tools/bench-peers.mjs $(ARGS)

accessibility: setup-test build ## every page in every language, scheme and size through axe; what the statement says
	@node tools/accessibility.mjs

screenshots: setup-test build ## pictures of home and street into docs/screenshots/
	@node tools/screenshots.mjs

fuzz: ## any bytes in every reader, 5 minutes each (TARGETS="awv csv", SECONDS=60)
	@SECONDS_EACH=$(or $(SECONDS),300) tools/fuzz.sh $(TARGETS)

clean: ## remove what was built (tools and downloads stay)
	rm -rf dist build/texts build/towns build/stamps
	cargo clean
