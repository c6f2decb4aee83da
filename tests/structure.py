#!/usr/bin/env python3
"""Checks what no compiler checks: the order of the folders, where libraries are met, and the like.

usage: tests/structure.py          prints TAP (https://testanything.org)
"""
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = "base transcript turns readings speak script voice synth mix publish cli".split()

# Header -> (folder, may several files of the folder include it?). The system's own are not here.
LIBRARIES = {
    "sodium.h": ("base", False),
    "yaml.h": ("base", False),
    "unicode/": ("base", True),
    "expat.h": ("base", False),
    "zip.h": ("base", False),
    "cmark.h": ("transcript", False),
    "espeak-ng/": ("synth", False),
    "seccomp.h": ("synth", False),
    "soxr.h": ("mix", False),
    "ebur128.h": ("mix", False),
    "sndfile.h": ("mix", False),
    "opus.h": ("mix", False),
    "ogg/": ("mix", False),
}

# Function -> what to use instead.
BANNED = {
    "strcpy": "struct str", "strcat": "struct strbuf", "strncpy": "memcpy", "strncat": "strbuf",
    "sprintf": "strbuf_addf or snprintf", "vsprintf": "vsnprintf", "gets": "file_read",
    "strtok": "str_cut", "atoi": "str_to_int", "atol": "str_to_int", "atof": "str_to_double",
    "strtod": "str_to_double (strtod reads by the locale)", "scanf": "str_to_int",
    "sscanf": "str_to_int", "system": "nothing: no shell", "popen": "nothing: no shell",
    "alloca": "an arena", "tmpnam": "file_temporary_folder", "mktemp": "file_temporary_folder",
    "rand": "nothing: no chance", "random": "nothing: no chance", "setlocale": "nothing: the C locale",
}

# What is asked of the operating system is asked in base/; the zygote and its sandbox are let off
# for processes.
SYSTEM = set(
    "open openat fopen fdopen creat stat fstat lstat access mkdir rmdir unlink rename opendir readdir "
    "fsync ftruncate mkstemp realpath getenv secure_getenv setenv time clock_gettime gettimeofday "
    "sysconf isatty sched_getaffinity execv execve execvp sigaction signal".split()
)
PROCESS = {"fork", "vfork", "waitpid", "wait4", "wait", "poll", "kill", "pipe", "socketpair", "sendmsg",
           "recvmsg", "setrlimit", "prctl", "memfd_create", "mmap", "dlopen"}
PROCESS_FOLDERS = ("base", "synth")

LINES_MOST, FUNCTION_LINES_MOST = 520, 70
TOP_LEVEL = {"Makefile", "README.md", "CONTRIBUTING.md", "LICENSE", "src", "voices", "scripts", "tests", "out"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|not implemented|stub)\b")


def tracked():
    """The project's files: what git knows and what is new, without what it ignores."""
    run = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True)
    if run.returncode == 0:
        return [f for f in run.stdout.splitlines() if (ROOT / f).exists()]
    return [str(p.relative_to(ROOT)) for p in ROOT.rglob("*")
            if p.is_file() and not {".git", ".build", "out"} & set(p.relative_to(ROOT).parts)]


def code_of(text):
    """The text with comments, strings and character constants blanked; lines stay where they are."""
    def blank(m):
        return re.sub(r"[^\n]", " ", m.group(0))
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text, flags=re.S)


class Files:
    def __init__(self):
        self.all = tracked()
        self.c = sorted(f for f in self.all if re.fullmatch(r"src/\w+/\w+\.[ch]", f))
        self.text = {f: (ROOT / f).read_text(encoding="utf-8") for f in self.c}
        self.code = {f: code_of(t) for f, t in self.text.items()}

    def folder(self, f):
        return f.split("/")[1]

    def includes(self, f):
        for number, line in enumerate(self.text[f].splitlines(), 1):
            m = re.match(r'\s*#\s*include\s+(["<])([^">]+)[">]', line)
            if m:
                yield number, m.group(1) == '"', m.group(2)

    def calls(self, f):
        """(line, name) of everything that looks like a call of a function."""
        for number, line in enumerate(self.code[f].splitlines(), 1):
            for m in re.finditer(r"(?<![\w.>])([A-Za-z_]\w*)\s*\(", line):
                yield number, m.group(1)


def folders_in_order(files):
    for f in files.c:
        here = files.folder(f)
        if here not in FOLDERS:
            yield f"{f}: no such folder in the plan ({' '.join(FOLDERS)})"
            continue
        for number, own, header in files.includes(f):
            if not own:
                continue
            there = header.split("/")[0]
            if there not in FOLDERS:
                yield f"{f}:{number}: \"{header}\" should name its folder, or stand in < >"
            elif FOLDERS.index(there) > FOLDERS.index(here):
                yield f"{f}:{number}: {here}/ includes {there}/, which comes after it"


def libraries_at_home(files):
    met = {}
    for f in files.c:
        for number, own, header in files.includes(f):
            if own:
                continue
            for library, (folder, several) in LIBRARIES.items():
                if header == library or (library.endswith("/") and header.startswith(library)):
                    if files.folder(f) != folder:
                        yield f"{f}:{number}: <{header}> belongs to {folder}/"
                    if not f.endswith(".c"):
                        yield f"{f}:{number}: <{header}> in a header: every file that includes this one meets the library"
                    met.setdefault(library, set()).add(f)
    for library, where in met.items():
        if len(where) > 1 and not LIBRARIES[library][1]:
            yield f"<{library}> is met in {len(where)} files ({', '.join(sorted(where))}); one is to hold it"


def libraries_are_met(files):
    met = {header for f in files.c for _, own, header in files.includes(f) if not own}
    for library in sorted(LIBRARIES):
        if library not in met and not (library.endswith("/") and any(h.startswith(library) for h in met)):
            yield f"<{library}> is met nowhere: is its package needed?"


def nothing_banned(files):
    for f in files.c:
        for number, name in files.calls(f):
            if name in BANNED:
                yield f"{f}:{number}: {name}() is banned; use {BANNED[name]}"


def system_calls_in_base(files):
    for f in files.c:
        folder = files.folder(f)
        for number, name in files.calls(f):
            if folder != "base" and name in SYSTEM or folder not in PROCESS_FOLDERS and name in PROCESS:
                yield f"{f}:{number}: {name}() belongs into base/"


def only_cli_prints(files):
    for f in files.c:
        # base/ may say its last words when memory runs out.
        if files.folder(f) in ("cli", "base"):
            continue
        for number, name in files.calls(f):
            if name in ("printf", "puts", "putchar", "perror", "exit", "abort"):
                yield f"{f}:{number}: {name}(): only cli/ prints and exits"


def no_globals(files):
    pattern = re.compile(r"^(?:static\s+)?(?!const\b|typedef\b|struct \w+ \{|enum\b|extern\b)"
                         r"(?:unsigned |struct |enum )?\w+[ *]+\w+(?:\[[^\]]*\])*\s*(?:=|;)")
    allowed = re.compile(r"volatile|_Thread_local|const\b")
    for f in files.c:
        if not f.endswith(".c"):
            continue
        for number, line in enumerate(files.code[f].splitlines(), 1):
            if pattern.match(line) and not allowed.search(line):
                yield f"{f}:{number}: a variable of the whole file: {line.strip()[:60]}"


def short_files(files):
    for f in files.c + [f for f in files.all if re.fullmatch(r"tests/.*\.[chp]y?", f)]:
        lines = (ROOT / f).read_text(encoding="utf-8").count("\n")
        if lines > LINES_MOST:
            yield f"{f}: {lines} lines; over {LINES_MOST} a file has two nouns in it"


def short_functions(files):
    for f in files.c:
        if not f.endswith(".c"):
            continue
        begin, name = 0, ""
        lines = files.code[f].splitlines()
        for number, line in enumerate(lines, 1):
            if line.startswith("{") and not begin:
                begin = number
                head = " ".join(lines[max(0, number - 4):number - 1])
                found = re.findall(r"(\w+)\s*\(", head)
                name = found[0] if found else "?"
            elif line.startswith("}") and begin:
                if number - begin > FUNCTION_LINES_MOST and not line.startswith("};"):
                    yield f"{f}:{begin}: {name}() has {number - begin} lines, over {FUNCTION_LINES_MOST}"
                begin = 0


def headers_stand_alone(files):
    flags = subprocess.run(["pkg-config", "--cflags", "opus", "icu-uc"], capture_output=True, text=True).stdout.split()
    headers = [f for f in files.c if f.endswith(".h")]
    compiler = os.environ.get("CC", "gcc")

    def compile_alone(header):
        run = subprocess.run(
            [compiler, "-std=c17", "-D_GNU_SOURCE", "-Isrc", "-Wall", "-Wextra", "-Werror", *flags, "-fsyntax-only",
             "-x", "c", "-"], input=f'#include "{header[4:]}"\n', cwd=ROOT, capture_output=True, text=True)
        return f"{header} does not compile alone: {run.stderr.splitlines()[0] if run.stderr else ''}" \
            if run.returncode else None

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        yield from filter(None, pool.map(compile_alone, headers))


def headers_guarded_and_described(files):
    for f in (f for f in files.c if f.endswith(".h")):
        short = f[4:]
        if not files.text[f].startswith(f"/* {short} -- "):
            yield f"{f}:1: begins not with '/* {short} -- what it is'"
        guard = "BRIEFCAST_" + re.sub(r"[/.]", "_", short).upper()
        if f"#ifndef {guard}\n#define {guard}\n" not in files.text[f]:
            yield f"{f}: has not the guard {guard}"


def declared_in(files, header):
    names = re.findall(r"^(?!typedef|static inline)[A-Za-z][\w \*]*?[ \*](\w+)\(", files.code[header], re.M)
    return [n for n in names if n != "BC_PRINTF"]


def no_circles(files):
    """Of two nouns only one knows the other. A header without a file of its own name belongs to the noun that
    implements it, and a part of a noun that has a header of its own (labels_scan.h) may know the whole."""
    noun = {f: f[4:-2] for f in files.c}
    defined = {}
    for f in files.c:
        if f.endswith(".c"):
            for name in re.findall(r"^(?!static)[A-Za-z_][\w \*]*?[ \*](\w+)\([^;]*?\)\s*\{", files.code[f], re.M):
                defined.setdefault((files.folder(f), name), f)

    def unite(kept, other):
        for f in [f for f in noun if noun[f] == noun[other]]:
            noun[f] = noun[kept]

    for f in files.c:
        for name in declared_in(files, f) if f.endswith(".h") else ():
            code = defined.get((files.folder(f), name))
            if code and f[:-1] + "c" not in noun:
                unite(f, code)
    unite("src/synth/zygote.h", "src/synth/nursery.h")  # the zygote's own side
    knows = {}
    for f in files.c:
        for _, own, header in files.includes(f):
            if own and "src/" + header in noun and noun["src/" + header] != noun[f]:
                knows.setdefault(noun[f], set()).add(noun["src/" + header])

    def reached(start):
        seen, look = set(), [start]
        while look:
            for other in knows.get(look.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    look.append(other)
        return seen

    all_reached = {n: reached(n) for n in knows}
    for n in sorted(knows):
        for other in sorted(all_reached[n]):
            if n < other and n in all_reached.get(other, ()) and not other.startswith(n + "_"):
                yield f"src/{n} and src/{other} know each other"


def one_function_a_name(files):
    """The linker takes from the archive whichever it meets first, without a word."""
    defined = {}
    for f in files.c:
        if f.endswith(".c") and f != "src/transcript/make_vocabulary_index.c":
            for name in re.findall(r"^(?!static)[A-Za-z_][\w \*]*?[ \*](\w+)\([^;]*?\)\s*\{", files.code[f], re.M):
                if defined.setdefault(name, f) != f:
                    yield f"{f}: {name}() is defined in {defined[name]} too"


def headers_have_code(files):
    """One noun, one .h and one .c: a header that nobody implements is a promise."""
    for f in files.c:
        if f.endswith(".h"):
            folder = files.folder(f)
            names = declared_in(files, f)
            code = "\n".join(t for g, t in files.code.items() if g.endswith(".c") and files.folder(g) == folder)
            lost = [n for n in names if not re.search(
                rf"^[A-Za-z][^;=#]*\b{n}\([^;]*?\)\s*\{{", code, re.M)]
            if lost:
                yield f"{f}: declared and not defined in {folder}/: {', '.join(lost)}"


def top_level(files):
    for name in sorted({f.split("/")[0] for f in files.all}):
        if name not in TOP_LEVEL and not name.startswith("."):
            yield f"{name} stands at the top level"
    for name in sorted(TOP_LEVEL):
        if not (ROOT / name).exists():
            yield f"{name} is missing"


def nothing_unfinished(files):
    for f in files.all:
        if not re.match(r"(src|tests|scripts|voices)/|Makefile$|README|CONTRIBUTING", f) or f == "tests/structure.py":
            continue
        try:
            text = (ROOT / f).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if f.startswith("tests/") and not f.endswith((".c", ".py", ".sh")):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if UNFINISHED.search(line):
                yield f"{f}:{number}: left for later: {line.strip()[:60]}"


def every_package_explained(files):
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8") if (ROOT / "CONTRIBUTING.md").exists() else ""
    for line in (ROOT / ".ci/packages").read_text().splitlines():
        words = line.split()
        if words and not words[0].startswith("#") and f"`{words[2]}`" not in text:
            yield f".ci/packages: CONTRIBUTING.md does not say what {words[2]} is for"


CHECKS = [folders_in_order, no_circles, libraries_at_home, libraries_are_met, nothing_banned, system_calls_in_base, only_cli_prints, no_globals,
          short_files, short_functions, headers_stand_alone, headers_guarded_and_described, headers_have_code, one_function_a_name,
          top_level, nothing_unfinished, every_package_explained]


def main():
    files = Files()
    print(f"1..{len(CHECKS)}")
    failed = 0
    for number, check in enumerate(CHECKS, 1):
        faults = sorted(set(check(files)))
        failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {number} - {check.__name__}")
        for fault in faults:
            print(f"#   {fault}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
