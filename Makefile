# Every task in a line; each is a script or a command that can be run by itself.
.DEFAULT_GOAL := help
.PHONY: help run test lint fmt gen spa build bench bench-web screenshots clean

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build and start the desk with demo data on http://127.0.0.1:8080
	@scripts/run

test: ## Run every check and every test, on SQLite, on PostgreSQL and in a browser
	@scripts/setup-test && scripts/test

lint: ## Run the checks alone, without the tests
	@scripts/setup-test && scripts/test lint

fmt: ## Format the Rust code
	cargo fmt --all

gen: ## Generate openapi/openapi.json and the pages of docs/reference from the code
	cargo run -p mesa -- gen

spa: ## Build what a browser loads, as it is shipped, into target/spa
	@scripts/setup-run && cargo run -p bundle

build: ## Build the one file to install, target/release/mesa
	@scripts/build

bench: ## Measure the speeds promised and write them into docs/reference/benchmarks.md
	@scripts/bench --write

bench-web: ## Measure the pages in a browser and write docs/reference/benchmarks-web.md
	@scripts/bench-web --write

screenshots: ## Take the pictures in docs/screenshots anew
	@scripts/screenshots

clean: ## Remove everything built or downloaded; data/ stays
	cargo clean && rm -rf frontend/node_modules
