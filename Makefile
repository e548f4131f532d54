# Everything that people do here, by name. `make demo` and `make test` set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export TF_CPP_MIN_LOG_LEVEL := 3
export NO_MKDOCS_2_WARNING := 1
# Quick tests first; each of the others starts a sandbox or a browser.
QUICK := not slow and not proof and not sandbox and not browser
FULL := not slow and not proof and (sandbox or browser)

.PHONY: help setup demo test test-slow test-hostile prove lint format release verify lab site quizzes serve bench results clean

help:            ## show this list
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.ready  ## install everything into .venv

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --editable '.[dev]'
	@# Imported once where bytecode can be kept: the sandbox sees its packages read-only, and imports
	@# take twice as long without. Some machines' environment asks Python not to keep any.
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -c 'from autograder.warm.zygote import preload; preload()' 2>/dev/null
	@touch $@

demo: setup      ## grade a sample class, show its gradebook, build the site
	$(BIN)/autograder demo

test: setup      ## run all tests but the slow ones
	$(BIN)/pytest -q -m '$(QUICK)'
	$(BIN)/pytest -q -m '$(FULL)'

test-slow: setup ## run the tests that take long
	$(BIN)/autograder verify
	$(BIN)/pytest -q -m slow

test-hostile: setup ## run the hostile and the broken class, and show what came of it
	rm -rf build/hostile
	$(BIN)/pytest -q tests/hostile tests/sandbox; tests=$$?; \
	$(BIN)/python tests/hostile/summary.py && exit $$tests

prove: setup     ## prove all ten sections: checks, solved notebooks, JupyterLab, mutants
	$(BIN)/autograder verify --seeds 2
	$(BIN)/pytest -q -m proof

lint: setup      ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup    ## mend style
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

release: setup   ## make the learners' notebooks from solutions/
	$(BIN)/autograder release

verify: setup    ## prove the checks on stubs, solutions, mistakes and variants
	$(BIN)/autograder verify

lab: setup       ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab exercises

site: setup      ## build the website into build/site
	$(BIN)/mkdocs build --strict --quiet

quizzes: setup   ## pack the lessons' quizzes for a learning platform, into build/quizzes
	$(BIN)/python -m autograder.website.quizzes

serve: setup     ## show the website while you write it
	$(BIN)/mkdocs serve

bench: setup     ## measure grading against stock nbgrader and against the cells alone
	$(BIN)/python -m autograder.bench

results: setup   ## measure what is not measured yet, hours on the full set; ARGS=--quick in minutes
	$(BIN)/python -m autograder.results $(ARGS)

clean:           ## remove what was generated
	rm -rf build
