# Everything runs from the checkout in a local venv; nothing is installed outside it.
PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo run test test-full lint types imports words unit coverage bench pin clean

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

.venv/run: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/dev: requirements-dev.txt .venv/run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

.venv/bench: requirements-bench.txt .venv/run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	touch $@

demo: .venv/run ## the bot and a Telegram on this machine, with two phones in the browser
	$(BIN)/python -m bot demo

run: .venv/run ## the bot on the real Telegram, with TELEGRAM_BOT_TOKEN in .env
	$(BIN)/python -m bot run

test: lint types imports words unit ## everything that must hold before a change lands

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

imports: .venv/dev
	$(BIN)/lint-imports

words: .venv/dev ## prompts and flows: parity, values, buttons, cycles, dead ends
	$(BIN)/python -m bot check

unit: .venv/dev
	$(BIN)/python -m pytest -n $(WORKERS)

test-full: .venv/dev ## the long walks and the many kills
	$(BIN)/python -m pytest -n $(WORKERS) --full

coverage: .venv/dev ## branch coverage of the whole suite
	$(BIN)/python -m pytest -n $(WORKERS) --cov --cov-report=term-missing

bench: .venv/bench ## speed and memory, beside a stateless echo, as ratios
	$(BIN)/python -m tests.bench

# Extras stay written out: pip takes an extra that is not for a requirement without a pin.
pin: ## pin the three requirement files anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-strip-extras --no-header pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-strip-extras --no-header pyproject.toml --extra dev -c requirements.txt -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-strip-extras --no-header pyproject.toml --extra bench -c requirements.txt -o requirements-bench.txt

clean: ## forget the venv and the caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
