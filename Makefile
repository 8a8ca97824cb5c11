# Every target sets up what it needs first: a new clone needs no other step.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PORT ?= 7860

.PHONY: app test eval lint index clean

app: $(READY) ## set up, ingest data/articles when there is no index, serve on 127.0.0.1:7860
	$(BIN)/python app.py --port $(PORT)

test: $(READY) ## all tests
	$(BIN)/python -m pytest

eval: $(READY) ## the evaluation gate: non-zero when a measure fell below the committed baseline
	$(BIN)/python -m evals run --gate

lint: $(READY) ## format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

index: $(READY) ## bring data/index up to date with data/articles
	$(BIN)/python -m ingest

clean: ## remove the environment and the index
	rm -rf $(VENV) data/index

$(READY): pyproject.toml
	@echo "Setting up $(VENV): a few minutes, once."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25"
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	touch $(READY)
