# Two commands: `make run` starts Yatri, `make test` proves it. The rest is listed by `make help`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes
ARGS   ?=

# What is compiled is kept: the tests start Yatri some fifty times, and each start would compile all of it again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test lint format accuracy bench-search bench-rush bench-push explore fuzz simulate storm pushes pictures lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Yatri needs Python 3.11 or newer: make run PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(PIP) -r requirements-dev.lock
	@touch $@

run: $(VENV)/.run ## start Yatri and print the address of its chat
	@$(BIN)/yatri run $(ARGS)

test: $(VENV)/.dev ## every test that this machine can run; what is skipped says why
	$(BIN)/pytest -n 2 --dist loadgroup $(ARGS)

lint: $(VENV)/.dev ## ruff, mypy strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev ## let ruff fix and lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

accuracy: $(VENV)/.dev ## how well stations and journeys are understood (needs ../shared)
	$(BIN)/python -m tests.accuracy $(ARGS)
	$(BIN)/python -m tests.accuracy_journeys $(ARGS)

bench-search: $(VENV)/.dev ## how quickly stations, journeys and trains are found, beside others in the same run (needs ../shared)
	$(BIN)/python -m tests.benchmarks.search
	$(BIN)/python -m tests.benchmarks.requests
	$(BIN)/python -m tests.benchmarks.trains

bench-rush: $(VENV)/.dev ## 5,000 buyers on one train, beside the engine alone
	$(BIN)/python -m tests.benchmarks.rush $(ARGS)

bench-push: $(VENV)/.dev ## a promotion to 100,000 users, and what else is told meanwhile
	$(BIN)/python -m tests.benchmarks.push $(ARGS)

explore: $(VENV)/.dev ## the property tests on examples that nobody has tried yet, 2,000 each
	HYPOTHESIS_PROFILE=explore $(BIN)/pytest -n 2 --dist loadgroup -m hypothesis tests/unit $(ARGS)

fuzz: $(VENV)/.dev ## any Unicode at everything that reads text: make fuzz ARGS="--minutes 60"
	$(BIN)/python -m tests.fuzzing $(ARGS)

simulate: $(VENV)/.dev ## the berths against a reference model: make simulate ARGS="--steps 100000"
	$(BIN)/python -m tests.simulation.long $(ARGS)

storm: $(VENV)/.dev ## payments over a hostile gateway, with crashes: make storm ARGS="--payments 10000 --seed 7"
	$(BIN)/python -m tests.simulation.payments.storm $(ARGS)

pushes: $(VENV)/.dev ## news pushed by workers that are killed: make pushes ARGS="--due 10000 --workers 3"
	$(BIN)/python -m tests.simulation.pushes $(ARGS)

pictures: $(VENV)/.dev ## the pictures of docs/desk.md, taken of a running Yatri (needs chromium)
	$(BIN)/python -m tests.e2e.desk_pictures $(ARGS)

lock: $(VENV)/.dev ## pin every dependency anew
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate -p 3.11 --extra dev pyproject.toml -o requirements-dev.lock
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate -p 3.11 pyproject.toml -c requirements-dev.lock -o requirements.lock

clean: ## forget the environment and the caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache *.egg-info build
