# One entry for everybody: `make help`. Needs Python 3.11 or newer and nothing else for the demo.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
CATALOGUE := locale/vi/LC_MESSAGES/django
# What a production installation sets, so that lint sees the settings as an operator would.
AS_PRODUCTION := PORTAL_ENV_FILE=/dev/null PORTAL_DEMO=0 SECRET_KEY=lint-only-$$(printf 'k%.0s' $$(seq 60)) \
	COMMENT_HASH_KEY=lint-only-$$(printf 'h%.0s' $$(seq 60)) ALLOWED_HOSTS=portal.example \
	DATABASE_URL=postgres://portal@localhost/portal PORTAL_BEHIND_PROXY=1 PORTAL_TRUSTED_PROXIES=1 \
	PORTAL_DATA_DIR=$(CURDIR)/var/lint

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo-data serve demo check test lint bench screenshots messages clean

help: ## Explain these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo-data: .env $(VENV)/demo.stamp $(CATALOGUE).mo ## Make the environment, the database and the demo content; a second run changes nothing
	@mkdir -p var
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) demo
	@$(MANAGE) collectstatic --no-input --verbosity 0

serve: .env $(VENV)/demo.stamp $(CATALOGUE).mo ## Serve the portal on 127.0.0.1:$PORT (default 8000)
	@exec $(BIN)/gunicorn portal.wsgi --config deploy/gunicorn.conf.py --bind 127.0.0.1:$(PORT) --workers 1 --threads 8

demo: demo-data ## Both, after printing the addresses and the demo accounts
	@printf '%s\n' '' \
		'  The portal          http://127.0.0.1:$(PORT)/' \
		'  The desk (admin)    http://127.0.0.1:$(PORT)/quan-tri/' '' \
		'  bientap     writes articles' \
		'  duyet       approves them' \
		'  dang        publishes and takes down' \
		'  kiemduyet   decides on comments' \
		'  quanly      manages the department' \
		'  admin       may do everything' '' \
		'  Password of all: portal-demo      Stop with Ctrl-C' ''
	@exec $(MAKE) --no-print-directory serve

check: lint ## Lint and the quick tests, in under two minutes
	@$(BIN)/python -m pytest -q -n 2 -m "not browser and not slow"

test: system-packages lint ## Everything, on SQLite and PostgreSQL, in a real browser
	@$(BIN)/python -m tests.run

lint: $(VENV)/dev.stamp $(CATALOGUE).mo ## Style, types, import direction, migrations, message catalogue, deployment checks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(AS_PRODUCTION) $(BIN)/mypy
	$(BIN)/python -m tests.catalogue
	mkdir -p var/lint/media var/lint/static
	$(AS_PRODUCTION) DATABASE_URL=sqlite:///:memory: $(MANAGE) makemigrations --check --dry-run
	$(AS_PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING

bench: $(VENV)/demo.stamp $(CATALOGUE).mo ## Measure article, list and home against a bare Django view (N="10000 100000")
	@$(BIN)/python -m bench $(N)

screenshots: $(VENV)/dev.stamp $(CATALOGUE).mo ## Make the pictures of docs/screenshots from a fresh demo
	@$(BIN)/python -m tests.screenshots

messages: $(VENV)/dev.stamp ## Bring the message catalogue up to date with the code (needs gettext)
	$(BIN)/django-admin makemessages -l vi --no-location --no-obsolete --no-wrap -i .venv -i var -i tests
	$(MAKE) --no-print-directory $(CATALOGUE).mo

clean: ## Remove the environment, the demo's data and everything else that was made here (keeps .env)
	rm -rf $(VENV) var $(CATALOGUE).mo .ruff_cache .pytest_cache .import_linter_cache .mypy_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- What the verbs stand on ------------------------------------------------------------------------------------

.PHONY: system-packages
system-packages:
	@tests/system-packages

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name another: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo "$(PYTHON) lacks the module venv. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/demo.stamp: requirements.txt | $(BIN)/python
	@echo "Installing the portal's libraries …"
	@$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt | $(BIN)/python
	@echo "Installing the libraries for development …"
	@$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/demo.stamp

# Babel compiles it, so that the demo needs no gettext tools.
$(CATALOGUE).mo: $(CATALOGUE).po | $(BIN)/python
	@test -x $(BIN)/pybabel || $(MAKE) --no-print-directory $(VENV)/demo.stamp
	@$(BIN)/pybabel --quiet compile --directory locale --domain django --locale vi
	@test -f $@ || { echo "$(CATALOGUE).po was not compiled: is its header marked fuzzy?"; exit 1; }

# Written once; an operator's file is never touched.
.env:
	@umask 077; printf 'PORTAL_DEMO=1\nSECRET_KEY=%s\n' "$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))')" > .env
