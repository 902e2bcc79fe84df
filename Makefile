# Everything a newcomer needs: `make run`, `make test`. The environment is made when it is missing or out of date.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Compiled modules are kept whatever the environment says: the tests start a thousand processes.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test peers check format bench screenshots translate package clean help
help:
	@echo "make run | test | peers | check | format | bench | screenshots | translate | package | clean"

# What running needs, and what working on it needs besides.
$(VENV)/.run: pyproject.toml packaging/environment.sh
	@bash packaging/environment.sh $(PYTHON) $(VENV) run

$(VENV)/.ready: pyproject.toml packaging/environment.sh
	@bash packaging/environment.sh $(PYTHON) $(VENV) ready

run: $(VENV)/.run
	@$(BIN)/python -m garfio $(ARGS)

# Side by side, one more at once than the machine has processors: many tests wait for a process or a deadline.
PYTEST := QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest
test: $(VENV)/.ready
ifdef ARGS
	@$(PYTEST) $(ARGS)
else
	@$(PYTEST) -n $$(( $$(getconf _NPROCESSORS_ONLN) + 1 )) --maxprocesses 6 --dist loadfile --no-loadscope-reorder
endif

# The official SDKs from npm that tests/peers holds signatures against; those tests are skipped without them.
peers:
	@command -v npm >/dev/null || { echo "The peers need Node.js 20 or newer with npm; on Debian and Ubuntu: sudo apt-get install npm"; exit 1; }
	@cd tests/peers && npm install --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error

check: $(VENV)/.ready
	@$(BIN)/ruff format --check src tests packaging
	@$(BIN)/ruff check src tests packaging
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python packaging/docs.py --check

format: $(VENV)/.ready
	@$(BIN)/ruff format src tests packaging
	@$(BIN)/ruff check --fix src tests packaging

bench: $(VENV)/.ready
	@$(BIN)/python -m tests.bench $(ARGS)

screenshots: $(VENV)/.ready
	@$(BIN)/python packaging/screenshots.py $(ARGS)

translate: $(VENV)/.ready
	@$(BIN)/python packaging/translate.py

package: $(VENV)/.ready
	@$(BIN)/python -m pip -q install build
	@$(BIN)/python -m build

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
