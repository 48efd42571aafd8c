# The commands of this project. `make` alone lists them.

explainer = .build/release/explainer

.DEFAULT_GOAL := help
.PHONY: help demo build test test-browser test-build lint bench samples music clean

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 21

demo: build ## Set up, build, and make the explainer of a sample picture: out/demo.mp4
	@mkdir -p out
	$(explainer) make samples/dusk.png "explain what an AI image is and how it was created" --duration 30 -o out/demo.mp4

build: ## Set up and build the release program
	@scripts/setup
	swift build -c release --product explainer

test: test-build ## Set up, build and run every test but those in a browser
	swift test --skip-build --disable-xctest --skip BrowserTests

test-browser: test-build ## Set up, build and run the tests in a browser
	@scripts/setup --browser
	swift test --skip-build --disable-xctest --filter BrowserTests

# Apart from `test` so that CI can time it; a second call compiles nothing.
test-build:
	@scripts/setup --validators
	swift build --build-tests --explicit-target-dependency-import-check error

lint: ## Check the formatting of every Swift file
	swift format lint --strict --recursive --parallel Sources Tests Fonts Music Pages Package.swift

bench: build ## Measure speed and quality against the bars; ARGS='--only r30' narrows it
	@scripts/setup --bench
	scripts/bench/run $(ARGS)

samples: ## Make the sample pictures and sounds again
	scripts/make-samples/run

music: ## Make the bundled music again
	scripts/make-music/run

clean: ## Remove what was built and rendered
	rm -rf .build out
