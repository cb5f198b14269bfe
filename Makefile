# The two commands of this project are `make demo` and `make test`; each makes what it needs in .venv.
.PHONY: help demo test test-compiled lint bench-checking bodies readme peers consumers consumers-migrated mypy-window dist clean corpus bench-plugin bench-plugin-instructions bench bench-quick bench-growth
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
# The first interpreter on the PATH that is new enough; PYTHON=... overrides it.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$p; break; fi; done)

# The core is compiled, and tested so, where there is one.
COMPILER := $(shell command -v $${CC:-cc} 2>/dev/null)

help:
	@echo "make demo   the checker on real packages, then one example program"
	@echo "make test   lint, type tests, unit tests and the Promises/A+ suite"
	@echo "make clean  remove what the others made"

$(VENV)/.ready: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "typedpromise needs Python 3.11 or newer on the PATH (or: make PYTHON=/path/to/python)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --group test
	@touch $@

# Not editable: the tools of the environment then see the layout users get, each .pyi beside its .py.
# pytest itself runs on src/ (see pyproject.toml), so an edit needs no new installation to be tested.
$(VENV)/.installed: $(VENV)/.ready $(shell find src stubs -name '*.py*' -not -path '*/__pycache__/*') README.md
	TYPEDPROMISE_COMPILE=0 $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --force-reinstall .
	@touch $@

# Installed beside the environment, not into it: these packages are read, and only one of them could be run.
build/demo/.ready: examples/demo-packages.txt $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade \
		--target build/demo/packages -r examples/demo-packages.txt
	@touch $@

demo: build/demo/.ready $(VENV)/.installed
	@$(BIN)/python examples/demo.py

# The README's screen is what `make demo` printed last, and its tables are what the code says.
readme: demo
	@$(BIN)/python docs/readme.py

# Other promises and their checkers, downloaded into build/peers; what they say is kept in typecheck/peers/results.toml.
peers: $(VENV)/.installed
	@$(BIN)/python -m typecheck.peers

# Programs of other people's that use `promise` 2.3: their tests against it, and against typedpromise.compat in its place.
build/consumers/.ready: consumers/packages.txt | $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade \
		--target build/consumers/packages -r consumers/packages.txt
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
		--dest build/consumers/sources graphql-core-promise==3.4.2
	@touch $@

consumers: build/consumers/.ready
	@$(BIN)/python -m consumers.upstream
	@$(BIN)/python -m consumers.run

# The same programs, rewritten by `typedpromise migrate --write`, type-checked and run where `promise` is not to be had.
consumers-migrated: build/consumers/.ready $(VENV)/.installed
	@$(BIN)/python -m consumers.upstream
	@$(BIN)/python -m consumers.migrated

lint: $(VENV)/.installed
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --quiet --check
	$(BIN)/mypy
	$(BIN)/pyright
	@echo "lint: ruff, ruff format, mypy --strict and pyright strict have nothing to say"

test: lint
	$(BIN)/python -m pytest -q
ifneq ($(COMPILER),)
	@$(MAKE) --no-print-directory test-compiled
else
	@echo "no C compiler was found: the compiled core was not tested"
endif

# The tests of the run time once more, on the core as mypyc compiles it (hatch_build.py).
RUNTIME_TESTS := tests/core tests/schedulers tests/compliance tests/dataloader tests/compat tests/foreign \
	tests/docs/test_coming_from.py tests/test_import.py tests/test_build.py

test-compiled: build/compiled/.ready
	$(BIN)/python -m pytest -q -o pythonpath="build/compiled/site ." $(RUNTIME_TESTS)

build/compiled/.ready: $(VENV)/.ready hatch_build.py $(shell find src stubs -name '*.py*' -not -path '*/__pycache__/*') README.md
	@rm -rf build/compiled
	TYPEDPROMISE_COMPILE=1 $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation \
		--no-deps --target build/compiled/site .
	@touch $@

# The peers of docs/performance.md: measured, never built on, hence in an environment of their own.
BENCH := build/bench/venv/bin/python

build/bench/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv build/bench/venv
	$(BENCH) -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BENCH) -m pip install --quiet --disable-pip-version-check -c constraints.txt --group bench
	@touch $@

# Without a compiler there is no compiled build, and the tables say so.
bench bench-quick bench-growth: build/bench/.ready $(if $(COMPILER),build/compiled/.ready)

bench:
	@$(BENCH) -m benchmarks.speed

bench-quick:
	@$(BENCH) -m benchmarks.speed --seconds 0.15 --rounds 3 --no-page

bench-growth:
	@$(BENCH) -m benchmarks.growth

# Takes minutes, and measures processor time: other work on the machine disturbs it little.
bench-checking: $(VENV)/.installed
	$(BIN)/python -m benchmarks.checking

# mypy with the plugin and without it, in turn; fails if the plugin costs more than docs/plugin-cost.md allows.
bench-plugin: $(VENV)/.installed
	$(BIN)/python -m benchmarks.overhead

# Needs valgrind. Takes ten minutes; other work on the machine does not disturb it.
bench-plugin-instructions: $(VENV)/.installed
	$(BIN)/python -m benchmarks.overhead --instructions

# Downloads released packages and checks them; fails on a finding that corpus/verdicts.toml does not call true.
corpus: $(VENV)/.installed
	@$(BIN)/python -m corpus

# The oldest mypy of the declared window, in an environment that borrows everything else from the main one.
# The newest is in constraints.txt, so that `make test` runs it.
build/mypy-2.4.0/.ready: $(VENV)/.ready
	$(BIN)/python -m venv build/mypy-2.4.0
	build/mypy-2.4.0/bin/python -m pip install --quiet --disable-pip-version-check --no-deps mypy==2.4.0
	$(BIN)/python -c "import sysconfig; print(sysconfig.get_path('purelib'))" \
		> "$$(build/mypy-2.4.0/bin/python -c "import sysconfig; print(sysconfig.get_path('purelib'))")/main.pth"
	@touch $@

mypy-window: build/mypy-2.4.0/.ready $(VENV)/.installed
	@build/mypy-2.4.0/bin/python -m mypy --version
	build/mypy-2.4.0/bin/python -m pytest -q typecheck/cases -k "mypy+plugin"
	build/mypy-2.4.0/bin/python -m pytest -q tests/inference tests/check

# Both distributions, into dist/: typedpromise, and the stubs for promise 2.3. What is built is looked at and tried.
dist: $(VENV)/.ready
	@$(BIN)/python stubs/dist.py

clean:
	rm -rf build dist $(VENV) .mypy_cache .pytest_cache .ruff_cache
