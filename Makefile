# `make` installs what is needed into .venv and builds the site; `make test` runs every check.
# Needs Python 3.11+ with venv, make and git, and nothing else prepared.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test check format serve lock clean

site: $(VENV)/.installed
	$(BIN)/python build.py

check: $(VENV)/.installed
	$(BIN)/python build.py check

serve: $(VENV)/.installed
	$(BIN)/python build.py serve --open

test: $(VENV)/.tested
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python tests/browser/install.py
	$(BIN)/pytest -n auto

format: $(VENV)/.tested
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The lock files pin every package by hash; they hold no address, so any registry will do.
lock: $(VENV)/.tested
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header requirements-build.in pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra dev requirements-build.in pyproject.toml --output-file requirements-dev.lock

$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.tested: requirements-dev.lock $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf site .recoupe $(VENV)
