# briefcast -- transcripts to audio briefings. `make help` lists the targets.

BUILD ?= release
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share
MANDIR ?= $(DATADIR)/man

VERSION := 0.1.0
B := .build/$(BUILD)
program := $(B)/briefcast

PACKAGES := espeak-ng sndfile opus ogg soxr libebur128 libseccomp libsodium yaml-0.1 jansson \
            icu-uc icu-i18n libcmark
CC ?= gcc
AR ?= ar
warnings := -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes -Wvla -Wformat=2 \
            -Wstrict-prototypes -Wundef -Wno-sign-conversion
hardening := -fstack-protector-strong -fPIE
common := -std=c17 -D_GNU_SOURCE -DBRIEFCAST_VERSION='"$(VERSION)"' \
          -DBRIEFCAST_DATADIR='"$(DATADIR)/briefcast"' -Isrc -MMD -MP $(warnings) $(hardening) \
          -ffile-prefix-map=$(CURDIR)=.
sanitizers := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

flags.release := -O2 -g -D_FORTIFY_SOURCE=2
flags.debug := -O0 -g3
flags.asan := -O1 -g $(sanitizers)
flags.tsan := -O1 -g -fsanitize=thread
flags.coverage := -O0 -g --coverage
link.release := -Wl,-z,relro,-z,now
link.asan := $(sanitizers)
link.tsan := -fsanitize=thread
link.coverage := --coverage

package_cflags := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
package_libs := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm

compile := $(CC) $(common) $(flags.$(BUILD)) $(package_cflags) $(CPPFLAGS) $(CFLAGS)
link := $(CC) -pie $(flags.$(BUILD)) $(link.$(BUILD)) $(LDFLAGS)

sources := $(sort $(wildcard src/*/*.c))
objects := $(sources:src/%.c=$(B)/%.o)
library_objects := $(filter-out $(B)/cli/main.o,$(objects))
unit_sources := $(sort $(wildcard tests/unit/test_*.c))
unit_tests := $(unit_sources:tests/unit/%.c=$(B)/tests/%)

all: $(program) ## build .build/release/briefcast (BUILD=debug|asan|tsan|coverage for others)

$(program): $(B)/cli/main.o $(B)/libbriefcast.a
	$(link) -o $@ $^ $(package_libs) $(LDLIBS)

$(B)/libbriefcast.a: $(library_objects)
	@rm -f $@
	$(AR) rcsD $@ $^

# A change of flags rebuilds everything.
$(B)/flags: FORCE
	@mkdir -p $(B)
	@echo '$(subst ','\'',$(compile) $(link) $(package_libs))' | cmp -s - $@ || \
	 echo '$(subst ','\'',$(compile) $(link) $(package_libs))' > $@

$(B)/%.o: src/%.c $(B)/flags
	@mkdir -p $(@D)
	$(compile) -c -o $@ $<

$(B)/tests/%.o: tests/unit/%.c $(B)/flags
	@mkdir -p $(@D)
	$(compile) $(shell pkg-config --cflags cmocka 2>/dev/null) -DTEST_BUILD='"$(B)"' -Itests/unit -c -o $@ $<

$(B)/tests/%: $(B)/tests/%.o $(B)/libbriefcast.a
	$(link) -o $@ $^ $(package_libs) $(shell pkg-config --libs cmocka 2>/dev/null) $(LDLIBS)

unit: $(unit_tests) ## build and run the module tests
	@set -e; for t in $(unit_tests); do $$t; done

clean: ## remove what was built
	rm -rf .build

help: ## list these targets
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | sort | \
	 awk -F '\t' '{printf "  make %-14s %s\n", $$1, $$2}'

FORCE:
.PHONY: all unit clean help FORCE
.DELETE_ON_ERROR:
.SECONDARY:

-include $(objects:.o=.d) $(unit_tests:%=%.d)
