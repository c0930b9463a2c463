# Everything is set up on first use, in .venv; after that nothing needs the network.
# PYTHON names the interpreter to use, ARGS goes to the command.

PYTHON ?=
ARGS ?=

BIN := .venv/bin
EMULATED := tests/end_to_end/emulated
PLAYGROUND := tests/end_to_end/playground
IN_VENV := $(BIN)/python -m
export PYTHON

.PHONY: help run test check bench pictures node lock clean

help:
	@echo "make run      start the bot; the chat page is on http://127.0.0.1:8080"
	@echo "make test     run the tests (ARGS='-k slack' runs some of them)"
	@echo "make check    everything that must pass: lint, types, layers, knowledge base, tests"
	@echo "make bench    measure beside other libraries (ARGS=../shared/bench, where the data is)"
	@echo "make pictures draw what people see in Slack and Teams, into docs/pictures"
	@echo "make node     install what some tests take from Node: types, schemas, a Slack and a Teams"
	@echo "make lock     write requirements/ anew (ARGS=--upgrade takes newer versions)"
	@echo "make clean    remove what was installed"

# The settings in .env, where there is one, are added to those of the environment.
run: $(BIN)/.run
	@if [ -f .env ]; then set -a; . ./.env; set +a; fi; exec $(IN_VENV) bot serve $(ARGS)

test: $(BIN)/.dev
	$(IN_VENV) pytest $(ARGS)

check: $(BIN)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(IN_VENV) mypy
	$(BIN)/lint-imports
	$(IN_VENV) bot check
	$(IN_VENV) pytest

bench: $(BIN)/.bench
	@$(IN_VENV) bench $(ARGS)

pictures: $(BIN)/.run
	@$(IN_VENV) scripts.pictures $(ARGS)

node: tests/node/node_modules/.package-lock.json $(EMULATED)/node_modules/.package-lock.json \
	$(PLAYGROUND)/node_modules/.package-lock.json

lock: .venv-lock/bin/.uv
	.venv-lock/bin/python scripts/lock.py .venv-lock/bin/uv $(ARGS)

clean:
	rm -rf .venv .venv-lock tests/node/node_modules $(EMULATED)/node_modules $(PLAYGROUND)/node_modules

# Each of these stamps is as old as the last installation of its lock.
$(BIN)/.run: requirements/run.txt requirements/semantic.txt pyproject.toml scripts/setup
	@scripts/setup run

$(BIN)/.dev: requirements/dev.txt requirements/semantic.txt pyproject.toml scripts/setup
	@scripts/setup dev
	@touch $(BIN)/.run # all that it needs is there

$(BIN)/.bench: requirements/bench.txt requirements/semantic.txt pyproject.toml scripts/setup
	@scripts/setup bench

.venv-lock/bin/.uv: requirements/uv.txt scripts/setup
	@scripts/setup uv

# npm's own stamp; what needs it is skipped without it. npm reads a folder's .npmrc only inside it.
%/node_modules/.package-lock.json: %/package-lock.json %/package.json
	cd $* && npm ci --loglevel=error
	@touch $@
