"""The checks of tests/structure.py find what they are there for."""
import sys

from lab import ROOT, Case

sys.path.insert(0, str(ROOT / "tests"))
import structure  # noqa: E402


class Planted(structure.Files):
    """A source tree that exists in memory only."""

    def __init__(self, **files):
        self.text = {f"src/{name.replace('__', '/').replace('_h', '.h').replace('_c', '.c')}": text
                     for name, text in files.items()}
        self.all = self.c = sorted(self.text)
        self.code = {f: structure.code_of(t) for f, t in self.text.items()}


class Checks(Case):
    def assert_found(self, check, word, **files):
        found = list(check(Planted(**files)))
        self.assertEqual(len(found), 1, found)
        self.assertIn(word, found[0])

    def assert_fine(self, check, **files):
        self.assertEqual(list(check(Planted(**files))), [])

    def test_order_of_folders(self):
        check = structure.folders_in_order
        self.assert_found(check, "src/base/x.c:2", base__x_c='/* */\n#include "mix/clip.h"\n')
        self.assert_found(check, "name its folder", mix__x_c='#include "clip.h"\n')
        self.assert_fine(check, mix__x_c='#include "mix/clip.h"\n#include "base/str.h"\n#include <stdio.h>\n')

    def test_libraries(self):
        check = structure.libraries_at_home
        self.assert_found(check, "belongs to synth/", mix__x_c="#include <espeak-ng/speak_lib.h>\n")
        self.assert_found(check, "2 files", mix__x_c="#include <ogg/ogg.h>\n", mix__y_c="#include <ogg/ogg.h>\n")
        self.assert_found(check, "in a header", mix__x_h="#include <soxr.h>\n")
        self.assert_fine(check, mix__x_c="#include <ogg/ogg.h>\n")

    def test_libraries_needed(self):
        every = "".join(f"#include <{name}{'x.h' if name.endswith('/') else ''}>\n" for name in structure.LIBRARIES)
        self.assert_fine(structure.libraries_are_met, mix__x_c=every)
        self.assert_found(structure.libraries_are_met, "<ogg/>", mix__x_c=every.replace("<ogg/x.h>", "<stdio.h>"))

    def test_banned(self):
        check = structure.nothing_banned
        self.assert_found(check, "strcpy", mix__x_c="void f(void)\n{\n    strcpy(a, b);\n}\n")
        self.assert_fine(check, mix__x_c='/* strcpy(a, b) */ int f(void) { return g("system(x)"); }\n')

    def test_system_calls(self):
        check = structure.system_calls_in_base
        self.assert_found(check, "getenv", mix__x_c="a = getenv(b);\n")
        self.assert_found(check, "fork", mix__x_c="a = fork();\n")
        self.assert_fine(check, base__x_c="a = getenv(b);\n", synth__x_c="a = fork();\n", mix__y_c="r->open(x);\n")

    def test_printing(self):
        self.assert_found(structure.only_cli_prints, "printf", mix__x_c='    printf("x");\n')
        self.assert_fine(structure.only_cli_prints, cli__x_c='    printf("x");\n', mix__x_c="    snprintf(a, 1, b);\n")

    def test_globals(self):
        check = structure.no_globals
        self.assert_found(check, "x.c:1", mix__x_c="static int count;\n")
        self.assert_found(check, "x.c:1", mix__x_c="struct cache *open_caches[4];\n")
        self.assert_fine(check, mix__x_c="static const int table[] = {1};\nstatic int f(void);\nstruct x {\n    int y;\n};\n")

    def test_long_functions(self):
        long = "static int f(int a)\n{\n" + "    a++;\n" * 80 + "    return a;\n}\n"
        self.assert_found(structure.short_functions, "f() has", mix__x_c=long)
        self.assert_fine(structure.short_functions, mix__x_c=long.replace("    a++;\n" * 80, "    a++;\n" * 50))

    def test_one_function_a_name(self):
        check = structure.one_function_a_name
        self.assert_found(check, "scan()", base__x_c="void scan(int a)\n{\n}\n", mix__y_c="int scan(void)\n{\n}\n")
        self.assert_fine(check, base__x_c="void scan(int a)\n{\n}\n", mix__y_c="static int scan(void)\n{\n}\n")

    def test_headers(self):
        good = "/* mix/x.h -- a thing. */\n#ifndef BRIEFCAST_MIX_X_H\n#define BRIEFCAST_MIX_X_H\nint x_open(void);\n#endif\n"
        self.assert_fine(structure.headers_guarded_and_described, mix__x_h=good)
        self.assert_found(structure.headers_guarded_and_described, "guard", mix__x_h=good.replace("MIX_X_H", "MIX_Y_H"))
        self.assert_found(structure.headers_guarded_and_described, "begins not", mix__x_h=good.replace("mix/x.h", "x.h"))
        self.assert_found(structure.headers_have_code, "x_open", mix__x_h=good)
        self.assert_fine(structure.headers_have_code, mix__x_h=good, mix__x_c="int x_open(void)\n{\n    return 1;\n}\n")

    def test_blanking_keeps_lines(self):
        text = 'a /* x\n y */ b "c \\" // d" // e\nf\n'
        self.assertEqual(structure.code_of(text).count("\n"), text.count("\n"))
        self.assertEqual(structure.code_of(text).split(), ["a", "b", "f"])
