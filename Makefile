# `make run` opens the app, `make test` runs every test; both prepare what they need, also on a bare Debian.
# ARGS="..." goes to the program behind a target: make test ARGS="tests/core -k merge"
PYTHON := .venv/bin/python
DESKTOP := tools/with_desktop.sh

.PHONY: help run test lint shots bench setup lock strings package-check
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 15

run: ## open the app
	@tools/run.sh $(ARGS)

test: ## run the tests, with a screen in memory and a message bus of their own
	@tools/setup.sh test
	@$(DESKTOP) tools/tests.sh $(ARGS)

lint: ## check style, types and the directions of imports
	@tools/setup.sh lint
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-logo

shots: ## draw every screen into shots/
	@tools/setup.sh test
	@$(DESKTOP) $(PYTHON) main.py shots --out shots $(ARGS)

bench: ## measure start, memory and speed against plain programs
	@tools/setup.sh test
	@$(DESKTOP) $(PYTHON) -m bench.run $(ARGS)

package-check: ## check the packages of the phones as far as that goes without an SDK
	@tools/setup.sh test
	@packaging/android/check.sh $(ARGS)

setup: ## prepare .venv and the system packages
	@tools/setup.sh test

lock: ## remake requirements*.txt from pyproject.toml
	@tools/setup.sh lint
	@tools/lock.sh

strings: ## collect the texts of code and content into locale/*/*.po and compile them; ARGS=de begins a language
	@tools/setup.sh lint
	@$(PYTHON) tools/strings.py $(ARGS)
