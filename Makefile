# Wraps the scripts; they are what the documentation speaks of.
.PHONY: all demo test asan tsan fuzz quality speed ci
all:
	cmake --preset release && cmake --build build/release
demo:
	scripts/demo
test:
	scripts/test
asan tsan:
	scripts/test $@
fuzz:
	scripts/fuzz 60
quality:
	bench/quality all
speed:
	bench/speed
ci:
	.ci/run
