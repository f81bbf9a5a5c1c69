# Servanda. `make` alone prints what can be made.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
SOURCES ?=
LOCK := uv pip compile --universal --generate-hashes --python-version 3.11 --no-header pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help run test lint bench interop soak lock messages clean

help: ## print this help
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	$(PYTHON) -m venv .venv

# An environment is made again only when what it is made from has changed. Modules are compiled with it: where Python may
# not write beside them, every start would compile them all.
.venv/run-installed: requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	$(BIN)/python -m compileall -q src
	@touch $@

.venv/test-installed: requirements/test.txt .venv/run-installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

run: .venv/run-installed ## install, load both plans, read their documents (and those in SOURCES=folder), serve on 127.0.0.1
	$(BIN)/servanda serve --plans plans --port $(PORT) $(if $(SOURCES),--sources "$(SOURCES)")

test: .venv/test-installed ## install, then lint, check types, rooms and licences, and run every test
	$(MAKE) --no-print-directory lint
	$(BIN)/pytest

lint: .venv/test-installed ## check style, types, import directions and licences
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/reuse --suppress-deprecation lint --quiet

# What Servanda is measured against is installed for measuring only.
.venv/bench-installed: requirements/bench.txt .venv/test-installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

bench: .venv/bench-installed ## measure reading beside its peers in the same run, and print the tables
	$(BIN)/python benchmarks/run.py

interop: .venv/test-installed ## have programs that others wrote check the ledger's notes, proofs and envelopes (needs Go)
	$(BIN)/pytest tests/interop
	@command -v go >/dev/null || { echo; echo "SKIPPED: Go is not installed, so no independent program checked the notes and proofs."; \
	  echo "         On Debian: apt-get install golang-go"; }

soak: .venv/test-installed ## the long tests, for over an hour and a half: fuzzing, faults, and every look of every page
	$(BIN)/pytest -m soak -v

lock: ## resolve the dependencies again and pin them with their hashes (needs uv)
	$(LOCK) --extra portal --extra build -o requirements/run.txt
	$(LOCK) --extra portal --extra build --extra monitor --extra test -c requirements/run.txt -o requirements/test.txt
	$(LOCK) --extra portal --extra build --extra monitor --extra test --extra bench --prerelease allow -c requirements/test.txt -o requirements/bench.txt

messages: .venv/run-installed ## bring the catalogues up to date with the words of the portal
	$(BIN)/python -m servanda_portal.translations

clean: ## remove the environment, caches and the local database
	rm -rf .venv .servanda .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
