# Every command of the project; each does the set-up it needs. `make` alone lists them.

PYTHON ?= python3
BIN    := .venv/bin
STATIC := src/samenspel/web/static
PO     := $(wildcard src/samenspel/locale/*/LC_MESSAGES/*.po src/samenspel/web/locale/*/LC_MESSAGES/*.po)
MO     := $(PO:.po=.mo)

# Stamps: files that tell when something was installed last.
RUN    := .venv/.run-installed
DEV    := .venv/.dev-installed
NPM    := node_modules/.installed
FONTS  := src/samenspel/drawing/fonts/widths.json

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help setup setup-dev run test check format bench soak pictures gallery messages clean \
        static-files machine lint types borders scripts translations fast-tests tests journeys

help:  ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | awk -F'\t' '{printf "make %-11s %s\n", $$1, $$2}'

# --- Set-up -------------------------------------------------------------------------------------

setup: $(RUN) static-files $(FONTS) $(MO)  ## Install what running needs and build the static files

setup-dev: setup $(DEV)  ## The same, with what the tests need

$(RUN): requirements.lock pyproject.toml tools/install.py
	@$(PYTHON) tools/install.py requirements.lock .
	@touch $@

$(DEV): requirements-dev.lock | $(RUN)
	@$(PYTHON) tools/install.py requirements-dev.lock
	@touch $@

$(NPM): package.json package-lock.json | $(RUN)
	@echo "Installing the packages of package-lock.json …"
	@$(BIN)/python tools/node.py npm ci --ignore-scripts --loglevel=error
	@touch $@

# build.mjs knows itself whether something changed.
static-files: $(NPM)
	@$(BIN)/python tools/node.py node frontend/build.mjs

# The fonts of the drawings: for measuring, PDF, and files that carry their font.
$(FONTS): tools/fonts.py package-lock.json | $(NPM)
	@$(BIN)/python tools/fonts.py
	@touch $@

%.mo: %.po | $(RUN)
	@$(BIN)/python tools/translations.py compile

# --- Run ----------------------------------------------------------------------------------------

run: setup  ## Start Samenspel; with the demonstration when the database is empty
	@exec $(BIN)/samenspel serve

# --- Check --------------------------------------------------------------------------------------

check: setup-dev lint types borders scripts translations fast-tests  ## Quick checks, under a minute

test: machine setup-dev lint types borders scripts translations tests journeys  ## Every check

machine:
	@$(PYTHON) tools/prerequisites.py

lint: setup-dev
	@echo "· ruff"
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "Not formatted: make format"; exit 1; }

types: setup-dev
	@echo "· mypy"
	@$(BIN)/mypy

borders: setup-dev
	@echo "· import-linter"
	@$(BIN)/lint-imports --no-logo || { echo "An import crosses a border; see CONTRIBUTING.md"; exit 1; }

scripts: setup-dev
	@echo "· tsc"
	@$(BIN)/python tools/node.py npm run --silent check

translations: setup-dev
	@echo "· translations"
	@$(BIN)/python tools/translations.py check

fast-tests: setup-dev
	@echo "· the fast tests, on SQLite"
	@$(BIN)/python -m pytest -q -m "not slow"

tests: setup-dev
	@echo "· all tests, on SQLite"
	@$(BIN)/python -m pytest
	@echo "· all tests, on PostgreSQL"
	@$(BIN)/python tools/postgres.py -- $(BIN)/python -m pytest

journeys: machine setup-dev  ## The journeys in a real browser
	@echo "· journeys in a browser"
	@$(BIN)/python -m pytest tests/journeys

# --- Other --------------------------------------------------------------------------------------

format: setup-dev  ## Format the code and mend what ruff can mend
	@$(BIN)/ruff check --fix --quiet; $(BIN)/ruff format --quiet

messages: setup-dev  ## Collect the texts to translate into the .po files
	@$(BIN)/python tools/translations.py extract

pictures: machine setup-dev  ## Renew the pictures of the manual
	@SAMENSPEL_PICTURES=1 $(BIN)/python -m pytest tests/journeys

gallery: setup-dev  ## Draw the invented families of docs/gallery again
	@$(BIN)/python -m tools.gallery

bench: setup-dev  ## Measure against the budgets
	@$(BIN)/python -m bench

soak: setup-dev  ## The long runs: drawing together under load, and many examples for every property
	@$(BIN)/python -m bench opening live
	@HYPOTHESIS_PROFILE=many $(BIN)/python -m pytest
	@HYPOTHESIS_PROFILE=many $(BIN)/python tools/postgres.py -- $(BIN)/python -m pytest

clean:  ## Remove all that was installed or built; var/ stays
	@rm -rf .venv node_modules $(STATIC) $(dir $(FONTS)) $(MO) .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis test-results src/*.egg-info
