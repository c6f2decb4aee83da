"""Every command of README.md and CONTRIBUTING.md does what it says there."""
import os
import re
import shutil
import subprocess

from lab import BRIEFCAST, ROOT, Case
from texts import TOWN

# Commands that a test cannot repeat: they install, listen, or run the tests themselves.
NOT_RUN = re.compile(r"^(git clone|cd |sudo |mpv |make( test| briefing| bench| lint| fuzz| install| setup)?( .*)?$)")


def commands(name):
    """(line, command) of every ```sh block; a block's lines that end in a backslash belong together."""
    inside, joined, start = False, "", 0
    for number, line in enumerate((ROOT / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("```"):
            inside = line.strip() == "```sh"
        elif inside and line.strip() and not line.startswith("#"):
            start = start if joined else number
            joined += line
            if joined.endswith("\\"):
                joined = joined[:-1]
                continue
            yield start, joined
            joined = ""


class Commands(Case):
    weight = 3

    def setUp(self):
        super().setUp()
        for name in ("scripts", "voices"):
            shutil.copytree(ROOT / name, self.dir / name)
        shutil.copy(ROOT / "scripts/harbour-briefing.txt", self.dir / "talk.txt")
        self.write("archive/one.txt", TOWN)
        self.write("archive/two.txt", TOWN.replace("gearbox", "engine"))
        (self.dir / "bin").mkdir()
        os.symlink(BRIEFCAST, self.dir / "bin/briefcast")
        (self.dir / ".build/release").mkdir(parents=True)
        os.symlink(BRIEFCAST, self.dir / ".build/release/briefcast")

    def run_all(self, name):
        ran = 0
        env = self.environment(PATH=f"{self.dir}/bin:{os.environ['PATH']}", HOME=self.dir)
        for line, command in commands(name):
            plain = re.sub(r"\s+#.*", "", command).strip()
            if NOT_RUN.match(plain):
                continue
            run = subprocess.run(["bash", "-euo", "pipefail", "-c", plain], cwd=self.dir, env=env, capture_output=True,
                                 timeout=120, text=True)
            self.assertEqual(run.returncode, 0, f"{name}:{line}: {plain}\n{run.stdout[-1500:]}{run.stderr[-3000:]}")
            ran += 1
        return ran

    def test_names_of_transcripts(self):
        """README.md lists the endings that folders are searched for, in the order of the help."""
        told = re.search(r"end in one of (.*?), and keep", " ".join(self.run_briefcast("make", "--help").out.split()))[1]
        readme = re.search(r"Folders are searched for (.*?);", (ROOT / "README.md").read_text(encoding="utf-8"))[1]
        self.assertEqual(re.findall(r"\.\w+", told), re.findall(r"`(\.\w+)`", readme))

    def test_readme(self):
        self.assertGreater(self.run_all("README.md"), 8)

    def test_contributing(self):
        self.run_all("CONTRIBUTING.md")

    def test_make_targets_that_are_named_exist(self):
        targets = set(re.findall(r"^([a-z][a-z_.-]*):", (ROOT / "Makefile").read_text(), re.M))
        for name in ("README.md", "CONTRIBUTING.md"):
            for target in re.findall(r"`make ([a-z-]+)[` ]", (ROOT / name).read_text(encoding="utf-8")):
                self.assertIn(target, targets, f"{name}: make {target}")

    def test_files_that_are_named_exist(self):
        for name in ("README.md", "CONTRIBUTING.md"):
            for path in re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / name).read_text(encoding="utf-8")):
                self.assertTrue((ROOT / path).exists(), f"{name}: {path}")
            for path in re.findall(r"`((?:src|tests|voices|scripts|\.ci)/[\w./-]+)`", (ROOT / name).read_text(encoding="utf-8")):
                if "NAME" not in path:
                    self.assertTrue((ROOT / path.rstrip("/")).exists(), f"{name}: {path}")
