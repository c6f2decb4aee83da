"""Building, setting up and installing: from nothing to a program that finds its voices."""
import os
import re
import shutil
import subprocess

from lab import BRIEFCAST, MISSING, ROOT, Case, sha256, tool
from texts import TOWN


def copy_of_project(folder):
    """A copy without build products."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".git", ".build", "out", "__pycache__"))
    return folder


def run_make(*arguments, cwd=ROOT, status=0, **env):
    clean = {k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")}
    return tool("make", "--no-print-directory", *arguments, cwd=cwd, status=status, env={**clean, **env})


class Installed(Case):
    weight = 2

    def setUp(self):
        super().setUp()
        run_make("install", f"DESTDIR={self.dir}/root")
        self.root = self.dir / "root"

    def test_what_is_installed(self):
        found = sorted(str(p.relative_to(self.root)) for p in self.root.rglob("*") if p.is_file())
        rest = [f for f in found if not f.startswith("usr/local/share/briefcast/voices/")]
        self.assertEqual(rest, ["usr/local/bin/briefcast", "usr/local/share/bash-completion/completions/briefcast",
                                "usr/local/share/man/man1/briefcast.1"])
        self.assertGreaterEqual(len(found) - len(rest), 12)
        self.assertEqual(os.stat(self.root / "usr/local/bin/briefcast").st_mode & 0o777, 0o755)

    def test_finds_its_voices_wherever_it_is(self):
        self.write("talk.txt", TOWN)
        program = self.root / "usr/local/bin/briefcast"
        self.run_briefcast("make", "-o", self.out, "talk.txt", program=program)
        self.make("talk.txt", out=self.dir / "wanted")
        self.assertEqual(sha256(self.out / "talk.opus"), sha256(self.dir / "wanted/talk.opus"))
        shutil.move(self.root / "usr/local", self.dir / "moved")
        self.run_briefcast("make", "-o", self.dir / "again", "talk.txt", program=self.dir / "moved/bin/briefcast")
        link = self.dir / "link"
        link.symlink_to(self.dir / "moved/bin/briefcast")
        self.run_briefcast("voices", program=link)

    def test_without_voices_it_says_where_it_looked(self):
        shutil.rmtree(self.root / "usr/local/share/briefcast")
        self.write("talk.txt", TOWN)
        result = self.run_briefcast("make", "-o", self.out, "talk.txt", program=self.root / "usr/local/bin/briefcast",
                                    status=MISSING)
        self.assertIn("voices", result.err)
        self.assertIn("--voices", result.err)

    def test_the_page_is_clean(self):
        run = tool("mandoc", "-Tlint", "-W", "warning", self.root / "usr/local/share/man/man1/briefcast.1", status=None)
        self.assertEqual(run.out + run.err, "")

    def test_completion_completes(self):
        script = self.root / "usr/local/share/bash-completion/completions/briefcast"
        tool("bash", "-n", script)

        def complete(*words):
            line = " ".join(words)
            return tool("bash", "-c", f'source "$1"; COMP_WORDS=("${{@:2}}"); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); '
                        f'COMP_LINE="{line}"; COMP_POINT=${{#COMP_LINE}}; '
                        'f=$(complete -p briefcast | sed "s/.*-F \\([^ ]*\\) .*/\\1/"); $f briefcast "${COMP_WORDS[COMP_CWORD]}" '
                        '"${COMP_WORDS[COMP_CWORD-1]}"; printf "%s\\n" "${COMPREPLY[@]}"', "bash", script, *words).out.split()
        self.assertIn("make", complete("briefcast", "ma"))
        self.assertIn("--keep-going", complete("briefcast", "make", "--keep"))
        self.assertNotIn("--keep-going", complete("briefcast", "voices", "--keep"))

    def test_another_prefix_compiles_only_the_command_line_again(self):
        said = run_make("-n", "V=1", "install", "PREFIX=/opt/x", f"DESTDIR={self.dir}/root").out
        self.assertEqual([o for o in re.findall(r" -o \S*?release/(\S+\.o)", said) if not o.startswith("cli/")], [])
        for path in ("/opt/x/bin/briefcast", "/opt/x/share/briefcast/voices", "/opt/x/share/man/man1/briefcast.1"):
            self.assertIn(f"{self.dir}/root{path}", said)

    def test_uninstall(self):
        run_make("uninstall", f"DESTDIR={self.dir}/root")
        self.assertEqual([p for p in self.root.rglob("*") if p.is_file()], [])


class Building(Case):
    weight = 2

    def test_nothing_to_do_does_nothing(self):
        before = os.stat(BRIEFCAST).st_mtime_ns
        self.assertRegex(run_make("BUILD=release", "all").out, r"^(make(\[\d+\])?: .*(Nothing to be done|up to date).*\n)?$")
        self.assertEqual(os.stat(BRIEFCAST).st_mtime_ns, before)

    def test_objects_do_not_depend_on_the_folder(self):
        """The same bytes from another folder: a copy compiles some files and they are compared."""
        names = [".build/release/base/str.o", ".build/release/base/arena.o", ".build/release/mix/timeline.o"]
        for folder in ("one", "some/other folder".replace(" ", "-")):
            copy_of_project(self.dir / folder)
            run_make(*names, cwd=self.dir / folder)
        for name in names:
            self.assertEqual(sha256(self.dir / "one" / name), sha256(self.dir / "some/other-folder" / name), name)

    def test_changed_flags_rebuild(self):
        copy = copy_of_project(self.dir / "copy")
        target = ".build/release/base/arena.o"
        run_make(target, cwd=copy)
        first = sha256(copy / target)
        run_make(target, "CFLAGS=-O0", cwd=copy)
        self.assertNotEqual(sha256(copy / target), first)

    def test_help_names_every_target(self):
        said = run_make("help").out
        for target in ("all", "setup", "briefing", "test", "unit", "bench", "lint", "fuzz", "install", "clean"):
            self.assertRegex(said, rf"make {target} +\S")


class SetUp(Case):
    """.ci/setup on machines that we don't have: the tools it asks are replaced by our own."""

    def path_with(self, *tools, **scripts):
        folder = self.dir / "bin"
        folder.mkdir()
        for name in tools:
            os.symlink(shutil.which(name), folder / name)
        for name, text in scripts.items():
            script = folder / name.replace("_", "-")
            script.write_text(f"#!/bin/sh\n{text}\n")
            script.chmod(0o755)
        return str(folder)

    BASICS = ("bash", "sh", "sed", "cut", "sort", "tr", "grep", "dirname", "env", "mktemp", "cat", "rm", "id")

    def setup(self, *arguments, status, path):
        run = subprocess.run([shutil.which("bash"), str(ROOT / ".ci/setup"), *arguments], env={"PATH": path},
                             capture_output=True, text=True, timeout=60)
        self.assertEqual(run.returncode, status, run.stdout + run.stderr)
        return run.stderr

    def test_all_there_says_and_does_nothing(self):
        path = self.path_with(*self.BASICS, "pkg-config", "gcc", apt_get="echo no >&2; exit 1", sudo="exit 1")
        self.assertEqual(self.setup("build", status=0, path=path), "")

    def test_installs_only_what_is_missing(self):
        log = self.dir / "log"
        path = self.path_with(*(b for b in self.BASICS if b != "id"), "ln", "pkg-config", "gcc", apt_cache="exit 0",
                              id="echo 0", apt_get=f'echo "$*" >>{log}; ln -s /bin/true "{self.dir}/bin/shellcheck"')
        os.symlink(shutil.which("true"), self.dir / "bin/clang")
        os.symlink(shutil.which("true"), self.dir / "bin/clang-format")
        os.symlink(shutil.which("true"), self.dir / "bin/mandoc")
        os.symlink(shutil.which("true"), self.dir / "bin/python3")
        self.assertIn("shellcheck", self.setup("lint", status=0, path=path))
        lines = log.read_text().splitlines()
        self.assertEqual(len(lines), 1, lines)
        self.assertRegex(lines[0], r"install -y --no-install-recommends shellcheck$")

    def path_without_libraries(self, **scripts):
        return self.path_with(*(b for b in self.BASICS if b not in scripts), "gcc", **scripts)

    def test_updates_once_when_packages_are_unknown(self):
        log = self.dir / "log"
        path = self.path_without_libraries(apt_cache="exit 100", id="echo 0", apt_get=f'echo "$*" >>{log}')
        said = self.setup("build", status=MISSING, path=path)
        self.assertIn("still missing", said)
        self.assertEqual([re.search(r"update|install", x).group() for x in log.read_text().splitlines()],
                         ["update", "install"])

    def test_sudo_when_not_root(self):
        log = self.dir / "log"
        path = self.path_without_libraries(id="echo 1000", apt_cache="exit 0", apt_get="exit 1",
                                           sudo=f'echo "sudo $*" >>{log}')
        self.setup("build", status=MISSING, path=path)
        self.assertRegex(log.read_text(), r"^sudo env DEBIAN_FRONTEND=noninteractive apt-get .*install")

    def test_neither_root_nor_sudo(self):
        path = self.path_without_libraries(id="echo 1000", apt_cache="exit 0", apt_get="exit 1")
        said = self.setup("build", status=MISSING, path=path)
        self.assertRegex(said, r"apt-get install .*libopus-dev.*pkg-config")

    def test_elsewhere_than_debian(self):
        said = self.setup("build", status=MISSING, path=self.path_without_libraries())
        self.assertRegex(said, r"no Debian system")
        self.assertRegex(said, r"libespeak-ng-dev")

    def test_apt_that_fails_is_quoted(self):
        path = self.path_without_libraries(id="echo 0", apt_cache="exit 0", apt_get="echo E: no network; exit 100")
        said = self.setup("build", status=MISSING, path=path)
        self.assertIn("E: no network", said)

    def test_make_without_libraries_says_what_to_do(self):
        copy = copy_of_project(self.dir / "copy")
        path = self.path_with(*self.BASICS, "gcc", "make", "nproc", "mkdir", "cmp", "echo", "true", "ar")
        clean = {"PATH": path, "HOME": str(self.dir)}
        run = subprocess.run([shutil.which("make")], cwd=copy, env=clean, capture_output=True, text=True, timeout=60)
        said = run.stdout + run.stderr
        self.assertEqual(run.returncode, 2)
        self.assertIn("make briefing", said)
        self.assertLess(len(said.splitlines()), 6, said)
        self.assertNotIn("fatal error", said)

    def test_unknown_group(self):
        self.assertIn("no group", self.setup("bild", status=64, path=os.environ["PATH"]))

    def test_quick_when_all_is_there(self):
        import time
        started = time.monotonic()
        for _ in range(5):
            self.setup("build", status=0, path=os.environ["PATH"])
        self.assertLess((time.monotonic() - started) / 5, 0.1)
