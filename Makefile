# Two words are enough: `make demo`, `make test`. Everything lands in .venv, build and dist.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: environment demo test quick check format bench lock wheel

environment: $(STAMP)

$(BIN)/uv:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

$(STAMP): pyproject.toml requirements.lock | $(BIN)/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable . && touch $@

demo: $(STAMP)
	mkdir -p build && $(BIN)/crosscase demo build/demo.crosscase

test: $(STAMP)
	$(BIN)/pytest tests -n 2

quick: $(STAMP)
	$(BIN)/pytest tests -m "not slow" -x -q

check: $(STAMP)
	$(BIN)/ruff format --check . && $(BIN)/ruff check .
	$(BIN)/mypy src tests

format: $(STAMP)
	$(BIN)/ruff format . && $(BIN)/ruff check --fix .

bench: $(STAMP)
	$(BIN)/python -m benchmarks

# Keeps the versions that still fit; `make lock UPGRADE=--upgrade` takes the newest.
lock: $(BIN)/uv
	$(BIN)/uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --custom-compile-command "make lock" \
	  --extra postgres --group dev pyproject.toml --output-file requirements.lock

wheel: $(STAMP)
	$(BIN)/python -m build --no-isolation
