# From a fresh clone to a running window: make run.  GNU make 3.81 (macOS) is enough.

PYTHON ?= python3
ENV ?= .venv
CORE_ENV ?= .venv-core
BENCH_ENV ?= .venv-bench
ARGS ?=
ONLY ?=

# Every target makes sure of its environment first; that takes a moment when nothing has changed.
BOOTSTRAP = $(PYTHON) tools/bootstrap.py
IN_ENV = $(ENV)/bin/
# pyproject.toml's qt_ keys mean nothing to a pytest without pytest-qt, hence no --strict-config there.
CORE_PYTEST = $(CORE_ENV)/bin/python -m pytest -o addopts="-ra --strict-markers" \
	-W "ignore:Unknown config option" --ignore=tests/training/test_worker.py

.DEFAULT_GOAL := help
.PHONY: help run test test-core test-slow test-nightly lint format tour screenshots pictures digits formulas lesson-reference translations example-network bench clean \
	distclean env env-test env-core env-bench python

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: env ## open the window (ARGS="..." is passed on)
	$(IN_ENV)python app.py $(ARGS)

# Pictures and tests are the same with and without a display.
test test-slow test-nightly tour screenshots bench: export QT_QPA_PLATFORM = offscreen

# A process for each core; a file's tests stay together, for they share what is slow to make.
IN_PARALLEL = -n auto --dist loadfile

test: lint ## everything that has to pass before a commit
	$(IN_ENV)python -m pytest $(IN_PARALLEL) -m "not slow and not nightly"

test-core: env-core ## the mathematics and the training, without Qt
	PYTHONPATH=. $(CORE_PYTEST) -m "not slow" tests/core tests/training

test-slow: env-test ## the long proofs
	$(IN_ENV)python -m pytest $(IN_PARALLEL) -m slow

test-nightly: env-test ## ten minutes of use without a pause
	$(IN_ENV)python -m pytest -m nightly

lint: env-test ## style, types and the direction of imports
	$(IN_ENV)ruff check
	$(IN_ENV)ruff format --check
	$(IN_ENV)mypy
	$(IN_ENV)lint-imports

format: env-test ## put the code into shape
	$(IN_ENV)ruff check --fix
	$(IN_ENV)ruff format

tour: env ## write the guided tour's pictures to build/tour
	$(IN_ENV)python app.py tour --out build/tour

screenshots: tour ## render README's pictures to docs/screenshots
	mkdir -p docs/screenshots
	for name in hidden-neuron weight trained light wishes exam; do \
	  cp build/tour/*-$$name.png docs/screenshots/$$name.png; done

pictures: env ## render the window in every look and three sizes to docs/pictures
	$(IN_ENV)python tools/make_pictures.py

digits: env ## make resources/digits.npz anew
	$(IN_ENV)python tools/make_digits.py

formulas: env ## typeset anew the formulas that a start shows
	$(IN_ENV)python tools/make_formulas.py

lesson-reference: env ## write the lists of docs/lessons.md: commands, quantities, places
	PYTHONPATH=. $(IN_ENV)python tools/make_lesson_reference.py

translations: env ## collect the texts into resources/translations, and compile what is translated
	$(IN_ENV)python tools/make_translations.py

example-network: env ## train the network that ships as an example again (needs MNIST)
	$(IN_ENV)python app.py train --data mnist --hidden 16,16 --epochs 30 --batch 10 --rate 1 --seed 2 \
	  --save resources/networks/mnist-16-16.safetensors

bench: env-bench ## measure against PyTorch and others, all or ONLY=training; writes benchmarks/results.md
	$(BENCH_ENV)/bin/python -m benchmarks $(ONLY) $(ARGS)

clean: ## remove build output and caches
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -path './.venv*' -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the environments too
	rm -rf $(ENV) $(CORE_ENV) $(BENCH_ENV)

python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "nnviz: there is no $(PYTHON) here; Python 3.11 or newer is needed (Debian: apt-get install -y python3)" >&2; \
	  exit 1; }

env: python
	@$(BOOTSTRAP) --env $(ENV)

env-test: python
	@$(BOOTSTRAP) --env $(ENV) --extra test

env-core: python
	@$(BOOTSTRAP) --env $(CORE_ENV) --only numpy scipy threadpoolctl pytest hypothesis

# An environment of its own: torch, a peer, must not come into the one that people run.
env-bench: python
	@$(BOOTSTRAP) --env $(BENCH_ENV) --extra bench
