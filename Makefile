# `make film` and `make test` set up all they need; see `make help`.

SWIFT ?= swift
STRICT := --explicit-target-dependency-import-check error
WORDS := animate this image into a 5-second cinematic video clip with calm music
PROSE := Package.swift Sources Tests Examples
TESTS = $(SWIFT) test --skip-build --disable-xctest --quiet $(STRICT)
# These hold every core for long. Tests of the services wait for each other, so they run without
# them, and the longest of them one at a time.
HEAVY := (Director|Evaluation|Foley|Inference|Kinora|Language|Libav|MediaTime|Motion|Music|Pixels|Render|Scenes|Sound|SoundFonts|Speech|Subtitles|Tidy|Timeline|Type)Tests
SERVICES := Client Server Studio Workshop

.DEFAULT_GOAL := help
.PHONY: help film gallery serve build test peers check lint format docs bench bootstrap clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

film: build ## Make a film from the picture that comes with the repository
	@mkdir -p film
	.build/release/kinora make Examples/dawn.jpg "$(WORDS)" -o film/dawn.mp4
	@echo
	@echo "The film is at $(CURDIR)/film/dawn.mp4"

serve: build ## Serve the studio over HTTP on port 8787; ARGS="--port 80" changes that
	@.build/release/kinora serve $(ARGS)

build: bootstrap ## Build the kinora command, optimised: .build/release/kinora
	@$(SWIFT) build -c release --static-swift-stdlib --product kinora

gallery: build ## Render a page of drawn scenes, and of photographs: PHOTOS="~/Pictures"
	@scripts/gallery $(PHOTOS)

test: bootstrap ## Run every test, printing failures and a summary; TEST="--filter NAME" picks
	@$(SWIFT) build --build-tests $(STRICT)
ifdef TEST
	@$(TESTS) $(TEST)
else
	@$(TESTS) --filter '^($(HEAVY))\.'
	@for suite in $(SERVICES); do $(TESTS) --filter "^$${suite}Tests\\." || exit; done
	@$(TESTS) --skip '^($(HEAVY)|($(subst $() ,|,$(SERVICES)))Tests)\.'
	@scripts/peers --kinora .build/debug/kinora
	@KINORA=.build/debug/kinora scripts/worker-tests
endif

peers: build ## Try the server with programs that aren't ours: ADK, curl, schemathesis, tuspy, Chromium
	@scripts/peers

check: lint test docs ## Everything that must hold: format, imports, tests, documentation

lint: ## Check the format, changing nothing
	@$(SWIFT) format lint --strict --parallel --recursive $(PROSE)
	@echo "format: as it should be"

format: ## Bring every file into the house's format
	@$(SWIFT) format --in-place --parallel --recursive $(PROSE)

docs: bootstrap ## Build each library's documentation, warnings as errors, into .build/docs
	@SWIFT="$(SWIFT)" scripts/docs

bench: ## Measure against ffmpeg, melt, MoviePy and ADK, as ratios; writes .build-bench/BENCH.md
	@scripts/bootstrap bench
	@$(SWIFT) build -c release --static-swift-stdlib --product kinora
	@$(SWIFT) build -c release --static-swift-stdlib --product evaluate
	@$(SWIFT) build -c release --static-swift-stdlib --product figures
	@scripts/bench $(BENCH)
	@scripts/bench-server $(filter --check,$(BENCH))
	@.build/release/evaluate

bootstrap: ## Install what is missing to build (Debian and Ubuntu; elsewhere it says what)
	@scripts/bootstrap

clean: ## Remove what was built; films stay
	rm -rf .build .build-bench
