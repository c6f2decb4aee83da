# briefcast -- transcripts to audio briefings. `make help` lists the targets.

BUILD ?= release
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share
MANDIR ?= $(DATADIR)/man
COMPLETIONDIR ?= $(DATADIR)/bash-completion/completions

VERSION := 0.1.0
B := .build/$(BUILD)
program := $(B)/briefcast
sample := scripts/harbour-briefing.txt

# Every processor, unless -j says otherwise.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 1)
endif
# Only the rules below: a built-in one would make a file of dependencies from a program.
MAKEFLAGS += -r

ifeq ($(origin CC),default)
CC := gcc
endif
AR ?= ar
# Debian's own Python has Debian's modules; another one may stand before it on the PATH.
PYTHON ?= $(firstword $(wildcard /usr/bin/python3) python3)

warnings := -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes -Wvla -Wformat=2 \
            -Wstrict-prototypes -Wundef -Wno-sign-conversion
hardening := -fstack-protector-strong -fPIE
common := -std=c17 -D_GNU_SOURCE -DBRIEFCAST_VERSION='"$(VERSION)"' -Isrc $(warnings) $(hardening) \
          -ffile-prefix-map=$(CURDIR)=.
# Only cli/ knows where the program will live, so that another PREFIX compiles little again.
place := -DBRIEFCAST_DATADIR='"$(DATADIR)/briefcast"'
sanitizers := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

flags.release := -O2 -g -D_FORTIFY_SOURCE=2
flags.debug := -O0 -g3
flags.asan := -O1 -g $(sanitizers)
flags.tsan := -O1 -g -fsanitize=thread
flags.coverage := -O0 -g --coverage
flags.fuzz := -O1 -g -fsanitize=fuzzer-no-link $(sanitizers)
link.release := -Wl,-z,relro,-z,now
link.asan := $(sanitizers)
link.fuzz := $(sanitizers)
link.tsan := -fsanitize=thread
link.coverage := --coverage

# Whole command lines are shown with V=1 only.
say = $(if $(V),,$(if $(findstring s,$(filter-out -%,$(firstword $(MAKEFLAGS)))),@,@echo '  $1 $(subst $(B)/,,$@)';))

# .ci/packages is the one list of what is needed. What pkg-config says is asked when make starts:
# targets that install something first start make again for the rest.
modules = $(shell sed -n 's/^$1 *module:\([^ ]*\).*/\1/p' .ci/packages)
package_cflags := $(shell pkg-config --cflags $(call modules,build) 2>/dev/null)
package_libs := $(shell pkg-config --libs $(call modules,build) 2>/dev/null) -lm
# The engine is not linked: who speaks loads it (synth/engine_data.h), from where it is found here.
package_libs := $(filter-out -lespeak-ng,$(package_libs))
package_cflags += -DENGINE_LIBDIR='"$(shell pkg-config --variable=libdir espeak-ng 2>/dev/null)"'
test_cflags := $(shell pkg-config --cflags $(call modules,test) 2>/dev/null)
test_libs := $(shell pkg-config --libs $(call modules,test) 2>/dev/null)

compile := $(CC) $(common) $(flags.$(BUILD)) $(package_cflags) $(CPPFLAGS) $(CFLAGS)
link := $(CC) -pie -Wl,--as-needed $(flags.$(BUILD)) $(link.$(BUILD)) $(LDFLAGS)

# Programs that write a source file when the program is built.
makers := $(sort $(wildcard src/*/make_*.c))
sources := $(filter-out $(makers),$(sort $(wildcard src/*/*.c)))
headers := $(sort $(wildcard src/*/*.h))
objects := $(sources:src/%.c=$(B)/%.o) $(makers:src/%.c=$(B)/made/%.o)
library_objects := $(filter-out $(B)/cli/main.o,$(objects))
unit_sources := $(sort $(wildcard tests/unit/test_*.c))
unit_tests := $(unit_sources:tests/unit/%.c=$(B)/tests/%)
fuzz_sources := $(sort $(wildcard tests/fuzz/fuzz_*.c))
replays := $(fuzz_sources:tests/fuzz/%.c=$(B)/fuzz/%)

all: $(program) ## build .build/release/briefcast (BUILD=debug|asan|tsan|coverage for others)

setup: ## install what building needs (Debian and relatives)
	@.ci/setup build

briefing: ## set up, build, and render the sample into out/
	@.ci/setup build
	@$(MAKE) --no-print-directory BUILD=release render

render: $(program)
	$(program) make -o out $(sample)
	@echo
	@echo 'Play it: mpv out/$(basename $(notdir $(sample))).opus'

voices-report: ## write a page about the voices, with samples, into out/voices
	@.ci/setup build
	@$(MAKE) --no-print-directory BUILD=release all
	.build/release/briefcast voices --report out/voices

test: ## set up what the tests need, and run them all
	@.ci/setup build test
	@$(MAKE) --no-print-directory BUILD=release tested
	@$(MAKE) --no-print-directory BUILD=asan tested
	@$(PYTHON) tests/run.py $(TESTS)

# What tests/run.py runs of one build.
tested: $(program) $(unit_tests) $(if $(filter asan,$(BUILD)),$(replays))

unit: $(unit_tests) ## build and run the module tests only
	@set -e; for t in $(unit_tests); do $$t; done

bench: ## measure against espeak-ng | opusenc on this machine, and print a table
	@.ci/setup build bench
	@$(MAKE) --no-print-directory BUILD=release all
	@$(PYTHON) tests/bench.py $(BENCH)
	@$(PYTHON) tests/bench_reading.py $(READING)

prosody: ## measure pitch, pauses and tempo of an episode (PROSODY=TRANSCRIPT), with and without shape
	@.ci/setup build test
	@$(MAKE) --no-print-directory BUILD=release all .build/release/tests/track_pitch
	@$(PYTHON) tests/prosody.py $(PROSODY)

lint: ## format, warnings of gcc and clang, structure, static analysis
	@.ci/setup build lint
	@$(MAKE) --no-print-directory --keep-going lint-format lint-gcc lint-clang lint-shell lint-structure

$(program): $(B)/cli/main.o $(B)/libbriefcast.a
	$(call say,LINK)$(link) -o $@ $^ $(package_libs) $(LDLIBS)

$(B)/libbriefcast.a: $(library_objects)
	@rm -f $@
	$(call say,AR  )$(AR) rcsD $@ $^

# A change of flags rebuilds everything; without the libraries this is where it ends.
flags := $(compile) / $(link) $(package_libs)
$(B)/flags: $(if $(findstring +$(flags)+,+$(file <$(B)/flags)+),,FORCE)
	@[ -n '$(package_libs:-lm=)' ] || .ci/setup --check build
	@mkdir -p $(B)
	@echo '$(subst ','\'',$(flags))' > $@
$(B)/place: $(if $(findstring +$(place)+,+$(file <$(B)/place)+),,FORCE)
	@mkdir -p $(B)
	@echo '$(subst ','\'',$(place))' > $@
$(B)/cli/%.o: private compile += $(place)
$(filter $(B)/cli/%,$(objects)): $(B)/place

$(B)/%.o: src/%.c $(B)/flags
	@mkdir -p $(@D)
	$(call say,CC  )$(compile) -MMD -MP -c -o $@ $<

# make_NAME.c writes made/make_NAME.c, from what it is linked with.
$(B)/transcript/make_vocabulary_index: $(addprefix $(B)/transcript/, \
    make_vocabulary_index.o vocabulary_labels.o vocabulary_speech.o)
	$(call say,LINK)$(link) -o $@ $^ $(LDLIBS)
$(makers:src/%.c=$(B)/made/%.c): $(B)/made/%.c: $(B)/%
	@mkdir -p $(@D)
	$(call say,MAKE)$< > $@
$(B)/made/%.o: $(B)/made/%.c $(B)/flags
	$(call say,CC  )$(compile) -MMD -MP -c -o $@ $<

$(B)/tests/%.o: tests/unit/%.c $(B)/flags
	@mkdir -p $(@D)
	$(call say,CC  )$(compile) $(test_cflags) -DTEST_BUILD='"$(B)"' -Itests/unit -MMD -MP -c -o $@ $<

$(B)/tests/%: $(B)/tests/%.o $(B)/libbriefcast.a
	$(call say,LINK)$(link) -o $@ $^ $(package_libs) $(test_libs) $(LDLIBS)

# A fuzz target with a main that feeds it files: tests replay the corpus with it.
$(B)/fuzz/%.o: tests/fuzz/%.c $(B)/flags
	@mkdir -p $(@D)
	$(call say,CC  )$(compile) -MMD -MP -c -o $@ $<
$(B)/fuzz/%: $(B)/fuzz/%.o $(B)/fuzz/replay.o $(B)/libbriefcast.a
	$(call say,LINK)$(link) -o $@ $^ $(package_libs) $(LDLIBS)

fuzz: ## fuzz every parser for FUZZ_SECONDS (default 60) each, with clang's libFuzzer
	@.ci/setup build fuzz
	@$(MAKE) --no-print-directory BUILD=fuzz CC=clang fuzzed

FUZZ_SECONDS ?= 60
fuzzers := $(fuzz_sources:tests/fuzz/fuzz_%.c=.build/fuzz/run/%)
.build/fuzz/run/%: tests/fuzz/fuzz_%.c .build/fuzz/libbriefcast.a
	@mkdir -p $(@D) .build/fuzz/found/$*
	$(call say,LINK)$(compile) -pie $(link.fuzz) -fsanitize=fuzzer -o $@ $^ $(package_libs) $(LDLIBS)
fuzzed: $(fuzzers)
	@set -e; for f in $(fuzzers); do n=$${f##*/}; echo "== $$n"; \
	 $$f -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=1024 -print_final_stats=0 \
	  -artifact_prefix=.build/fuzz/found/$$n- .build/fuzz/found/$$n tests/fuzz/corpus/$$n; done

install: $(program) $(B)/briefcast.1 $(B)/briefcast.bash ## install below PREFIX (/usr/local); DESTDIR is put before it
	install -Dm 755 $(program) $(DESTDIR)$(BINDIR)/briefcast
	install -d $(DESTDIR)$(DATADIR)/briefcast/voices
	install -m 644 $(wildcard voices/*.*) $(DESTDIR)$(DATADIR)/briefcast/voices
	install -Dm 644 $(B)/briefcast.1 $(DESTDIR)$(MANDIR)/man1/briefcast.1
	install -Dm 644 $(B)/briefcast.bash $(DESTDIR)$(COMPLETIONDIR)/briefcast

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(BINDIR)/briefcast $(DESTDIR)$(MANDIR)/man1/briefcast.1 $(DESTDIR)$(COMPLETIONDIR)/briefcast
	rm -rf $(DESTDIR)$(DATADIR)/briefcast

$(B)/briefcast.1: $(program)
	@$(program) man > $@
$(B)/briefcast.bash: $(program)
	@$(program) completion > $@

c_files := $(sources) $(makers) $(headers) $(sort $(wildcard tests/*/*.c tests/*/*.h))
format: ## lay out the C files by .clang-format
	clang-format -i $(c_files)
lint-format:
	@clang-format --dry-run -Werror $(c_files)
lint_c := $(sources) $(makers) $(unit_sources) $(wildcard tests/fuzz/*.c)
lint-gcc: $(lint_c:%=%.lint-gcc)
%.lint-gcc: %
	@gcc $(common) $(place) $(package_cflags) $(test_cflags) -O2 -Werror $(if $(filter src/%,$<),-fanalyzer) -DTEST_BUILD='""' -Itests/unit -c -o /dev/null $<
lint-clang: $(lint_c:%=%.lint-clang)
%.lint-clang: %
	@clang $(common) $(place) $(package_cflags) $(test_cflags) -Werror -DTEST_BUILD='""' -Itests/unit -fsyntax-only $<
lint-shell:
	shellcheck .ci/setup .ci/run $(wildcard tests/*.sh)
lint-structure:
	@$(PYTHON) tests/structure.py

compile_commands.json: ## write it, for editors and clangd
	@{ echo '['; n=; for f in $(sources); do [ -z "$$n" ] || echo ,; n=1; \
	 printf '{"directory": "%s", "file": "%s", "command": "%s -c %s"}' '$(CURDIR)' $$f \
	 "$$(echo '$(subst ','\'',$(compile))' | sed 's/[\\"]/\\&/g')" $$f; done; echo; echo ']'; } > $@
	@echo "wrote $@"

clean: ## remove what was built
	rm -rf .build compile_commands.json

help: ## list these targets
	@sed -n 's/^\([a-z][a-z_.-]*\):.*## \(.*\)/\1\t\2/p' Makefile | sort | \
	 awk -F '\t' '{printf "  make %-22s %s\n", $$1, $$2}'

FORCE:
.PHONY: all setup briefing render voices-report test tested unit bench prosody lint fuzz fuzzed install uninstall clean \
        help format lint-format lint-gcc lint-clang lint-shell lint-structure FORCE compile_commands.json
.DELETE_ON_ERROR:
.SECONDARY:

-include $(objects:.o=.d) $(makers:src/%.c=$(B)/%.d) $(unit_tests:%=%.d) $(replays:%=%.d)
