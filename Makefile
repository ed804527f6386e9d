# Short names for ./dev, which sets up what is missing and does the work.
.DEFAULT_GOAL := help
.PHONY: help run test lint types translations dependencies screenshots bench soak faults tour

help:
	@./dev help

run:
	@./dev demo

test lint types translations dependencies screenshots bench soak faults:
	@./dev $@

# make tour OUT=folder
tour:
	@./dev tour "$(or $(OUT),tour-out)"
