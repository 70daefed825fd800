# Two words are enough: `make demo`, `make test`. Everything lands in .venv, build and dist.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
MODULES := web/node_modules/.installed
CLIENT := src/crosscase/static/index.html
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: environment demo test quick proof edits crash fuzz check format bench lock pictures wheel web api browser budgets

environment: $(STAMP)

$(BIN)/uv:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

$(STAMP): pyproject.toml requirements.lock | $(BIN)/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode \
	  --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable . && touch $@

# Node is the one in the lock file; what the lock file of npm says is installed, and nothing else.
$(MODULES): web/package.json web/package-lock.json | $(STAMP)
	cd web && npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.installed

$(CLIENT): $(MODULES) web/index.html web/vite.config.ts $(shell find web/src web/public -type f)
	cd web && npm run --silent build -- --logLevel warn

# The pages of the workbench: built, and everything that is checked of them without a browser.
web: $(CLIENT)
	cd web && npm run --silent types && npm run --silent lint && npm run --silent test

# The client's types, from what the server says of itself.
api: $(MODULES)
	$(BIN)/python -m crosscase.server.openapi web/openapi.json && cd web && node make-api.js && rm openapi.json

# What a person does, done in a Chromium; PICTURES=folder keeps pictures. The study that they begin with is made once.
browser: $(CLIENT)
	rm -rf build/browser && mkdir -p build/browser
	CROSSCASE_STATE_DIR=build/browser/state CROSSCASE_BACKUPS=off $(BIN)/crosscase demo build/browser/demo.crosscase
	cd web && CROSSCASE_BROWSER_DEMO=$(CURDIR)/build/browser CROSSCASE_CHROMIUM=$${CROSSCASE_CHROMIUM:-$$(command -v chromium)} CROSSCASE_PICTURES=$(PICTURES) \
	  node --test --test-concurrency=1 $(or $(TESTS),browser/*.test.ts)

# How fast the workbench is, measured in a Chromium on a study larger than most; takes minutes, and prints the figures.
budgets: $(CLIENT)
	cd web && CROSSCASE_CHROMIUM=$$(command -v chromium) node --test browser/budgets.ts

# The study is made anew each time: nothing of yours lies in build. The workbench is served where somebody sits at a
# terminal, until Ctrl-C; elsewhere it is said how to open it.
demo: $(STAMP)
	mkdir -p build && rm -rf build/demo.crosscase* && $(BIN)/crosscase demo build/demo.crosscase
	$(BIN)/crosscase matrix build/demo.crosscase --rows themes --columns sector
	$(BIN)/crosscase report build/demo.crosscase -o build/demo-report.docx --as Ines && echo "The report: build/demo-report.docx"
	@if [ -t 1 ] && [ -z "$$CI" ]; then \
	  $(MAKE) --no-print-directory $(CLIENT) && echo "The workbench opens on this study; Ctrl-C ends it." && \
	  $(BIN)/crosscase open build/demo.crosscase --as Ines; \
	else echo "The workbench on it: make $(CLIENT) && $(BIN)/crosscase open build/demo.crosscase --as Ines"; fi

test: $(STAMP) $(CLIENT)
	$(BIN)/pytest tests -n 2 --dist loadgroup

quick: $(STAMP)
	$(BIN)/pytest tests -m "not slow" -x -q

# Copies that part, fork and come together for 20,000 steps, then the rest of the kernel tried for as long as it takes.
proof: $(STAMP)
	$(BIN)/python -m tests.kernel.proof
	CROSSCASE_EXAMPLES=$${CROSSCASE_EXAMPLES:-2000} $(BIN)/pytest tests/kernel -n 2 \
	  --ignore tests/kernel/test_edits.py --ignore tests/kernel/test_converge.py
	$(MAKE) edits

# 100,000 random corrections of transcripts; under every coding stand the same characters afterwards.
edits: $(STAMP)
	CROSSCASE_EDITS=$${CROSSCASE_EDITS:-100000} $(BIN)/pytest tests/kernel/test_edits.py -n 2 --durations=0

# Ten thousand kills at random points of every act; KILLS=500 for fewer. Prints what became of them.
crash: $(STAMP)
	$(BIN)/python -m tests.crash --kills $${KILLS:-10000}

# Every importer and study file read with broken bytes, for MINUTES (10).
fuzz: $(STAMP)
	$(BIN)/python -m tests.fuzz --minutes $${MINUTES:-10}

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

# Figures for the README, drawn by the commands that anyone can run; pictures of screens are taken by the browser tests.
# The same picture gives the same bytes; of the demonstration study anew, times of day and colours of codes may differ.
SHOWN := overview read compare-matrix report matrix
pictures: $(STAMP) $(CLIENT)
	mkdir -p build/pictures docs/pictures && rm -rf build/pictures/*.png build/pictures.crosscase*
	$(MAKE) browser PICTURES=$(CURDIR)/build/pictures \
	  TESTS="browser/workbench.test.ts browser/compare.test.ts browser/report.test.ts"
	$(BIN)/crosscase demo build/pictures.crosscase
	$(BIN)/crosscase matrix build/pictures.crosscase --rows categories --columns cases -o build/pictures/matrix.png
	node web/browser/pictures.ts $(foreach one,$(SHOWN),build/pictures/$(one).png docs/pictures/$(one).png)

wheel: $(STAMP)
	$(BIN)/python -m build --no-isolation
