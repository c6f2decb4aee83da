"""The cast register: one person, one voice, in every file of an archive."""
import json
import random
import subprocess
import time

from lab import BRIEFCAST, CONFIG, NOINPUT, USAGE, Case

FILES, PEOPLE = 200, 500
LINES = ("The channel is open.", "We begin on Monday.", "Nobody was hurt.", "That is all I know.", "Thank you.")
SYLLABLES = "bal dor fen gil hol jas kem lor mip nar ost pel rud sab tev vin wol yar zim ket".split()


def names(count, seed=7):
    random.seed(seed)
    found = {}
    while len(found) < count:
        name = " ".join("".join(random.sample(SYLLABLES, random.choice((2, 3)))).capitalize() for _ in range(2))
        found[name] = None
    return list(found)


def archive(folder, files=FILES, people=PEOPLE, seed=11):
    """Talks of three to six people, everybody in one at least."""
    random.seed(seed)
    everybody, paths = names(people), []
    waiting = list(everybody)
    for number in range(files):
        size = random.randint(3, 6)
        here = [waiting.pop() for _ in range(min(size, len(waiting)))]
        here += random.sample([n for n in everybody if n not in here], size - len(here)) if len(here) < size else []
        text = "".join(f"{here[i % size]}: {random.choice(LINES)}\n\n" for i in range(3 * size))
        path = folder / f"{number:03}.txt"
        path.write_text(text)
        paths.append(path)
    return paths


class Register(Case):
    weight = 4

    def register(self, text=None):
        path = self.dir / "cast.yaml"
        if text is not None:
            path.write_text(text)
        return path.read_text()

    def casts(self, paths, register="cast.yaml"):
        """{file: {speaker: voices}} as they are rendered."""
        found = {}
        for path in paths:
            run = subprocess.run([BRIEFCAST, "script", "--format", "json", "--cast", register, path], cwd=self.dir,
                                 capture_output=True, env=self.environment(), check=True)
            found[path] = json.loads(run.stdout)["cast"]
        return found

    def update(self, *arguments, **options):
        return self.run_briefcast("make", "--cast", "cast.yaml", "--update-cast", "-o", self.out, *arguments, **options)

    def assert_nobody_is_mistaken(self, casts):
        voices = {}
        for path, cast in casts.items():
            people = {name: v for name, v in cast.items() if name != "Narrator"}
            self.assertEqual(len({tuple(v) for v in people.values()}), len(people), (path, cast))
            for name, voice in people.items():
                voices.setdefault(name, set()).add(tuple(voice))
        self.assertEqual([n for n, v in voices.items() if len(v) != 1], [])
        return voices

    def test_an_archive_in_any_order(self):
        (self.dir / "in").mkdir()
        paths = archive(self.dir / "in")
        registers = set()
        for seed in (1, 2, 3):
            random.seed(seed)
            random.shuffle(paths)
            (self.dir / "cast.yaml").unlink(missing_ok=True)
            self.update("-j", "2", *paths)
            registers.add(self.register())
        self.assertEqual(len(registers), 1)
        voices = self.assert_nobody_is_mistaken(self.casts(paths))
        self.assertEqual(len(voices), PEOPLE)

    def test_an_archive_that_grows(self):
        """Nobody moves; where two who are old clash, the file says so and no voice is heard for two."""
        (self.dir / "in").mkdir()
        paths = archive(self.dir / "in", 60, 150)
        before = {}
        for i in range(0, len(paths), 6):
            self.update("-n", *paths[i:i + 6])
            self.assertFalse((self.dir / "cast.yaml").exists() and i == 0)
            self.update(*paths[i:i + 6])
            now = dict(line.split(": ") for line in self.register().splitlines()[1:])
            self.assertEqual({k: now[k] for k in before}, before)
            before = now
        for path in paths:
            run = self.run_briefcast("check", "--cast", "cast.yaml", path)
            cast = self.casts([path])[path]
            people = {n: v for n, v in cast.items() if n != "Narrator"}
            self.assertEqual(len({tuple(v) for v in people.values()}), len(people), cast)
            moved = [n for n, v in people.items() if [before[n]] != v]
            self.assertEqual(len(moved), run.err.count("[cast-clash]"), run.err)

    def test_two_jobs_at_once(self):
        (self.dir / "in").mkdir()
        paths = archive(self.dir / "in", 40, 100)
        jobs = [subprocess.Popen([BRIEFCAST, "make", "-n", "--cast", "cast.yaml", "--update-cast", *paths[i::4]],
                                 cwd=self.dir, env=self.environment(), stdout=subprocess.DEVNULL) for i in range(4)]
        self.assertEqual([j.wait() for j in jobs], [0] * 4)
        self.assertFalse((self.dir / "cast.yaml").exists())
        jobs = [subprocess.Popen([BRIEFCAST, "make", "-o", f"out{i}", "--cast", "cast.yaml", "--update-cast",
                                  *paths[i::8]], cwd=self.dir, env=self.environment(), stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL) for i in range(8)]
        self.assertEqual([j.wait() for j in jobs], [0] * 8)
        self.assertEqual(len(self.register().splitlines()), 101)
        self.assertEqual([p.name for p in self.dir.iterdir() if p.name.startswith(".")], [])

    def test_killed_at_any_time(self):
        """Whoever is killed leaves a register that is whole, and a folder that others can hold."""
        (self.dir / "in").mkdir()
        paths = archive(self.dir / "in", 30, 80)
        before = ""
        for i in range(30):
            job = subprocess.Popen([BRIEFCAST, "make", "-o", "out", "--cast", "cast.yaml", "--update-cast",
                                    *paths[:i + 1]], cwd=self.dir, env=self.environment(),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(i / 1000)
            job.kill()
            job.wait()
            path = self.dir / "cast.yaml"
            now = path.read_text() if path.exists() else ""
            self.assertTrue(not now or now.endswith("\n"))
            self.assertLessEqual(set(before.splitlines()), set(now.splitlines()))
            before = now
        self.update(*paths)
        self.assertEqual(len(self.register().splitlines()), 81)

    def test_a_register_is_only_read(self):
        path = self.write("talk.txt", "Ann Lee: Good morning.\n\nBo Strand: Good morning.\n\nAnn Lee: So it is.\n\n"
                          "Bo Strand: Yes.\n")
        self.register("Bo Strand: bass\n")
        cast = self.dir / "cast.yaml"
        before = cast.stat()
        for command in (["make"], ["check"], ["script"], ["make", "-n"]):
            self.run_briefcast(*command, "--cast", "cast.yaml", path)
        after = cast.stat()
        self.assertEqual((before.st_ino, before.st_mtime_ns, before.st_ctime_ns, cast.read_bytes()),
                         (after.st_ino, after.st_mtime_ns, after.st_ctime_ns, b"Bo Strand: bass\n"))

    def test_a_register_behind_a_link(self):
        """The file is changed, whatever it is called; a link to nothing is not overwritten."""
        path = self.write("talk.txt", "Ann Lee: Good morning.\n\nBo Strand: Good morning.\n\nAnn Lee: So it is.\n\n"
                          "Bo Strand: Yes.\n")
        real = self.write("elsewhere/real.yaml", "# Ours.\nBo Strand: {say: Beau}\n")
        (self.dir / "cast.yaml").symlink_to(real)
        self.update(path)
        self.assertTrue((self.dir / "cast.yaml").is_symlink())
        self.assertRegex(real.read_text(), r"\A# Ours\.\nAnn Lee: [\w-]+\nBo Strand: \{voice: [\w-]+, say: Beau\}\n\Z")
        (self.dir / "cast.yaml").unlink()
        (self.dir / "cast.yaml").symlink_to("nothing.yaml")
        self.assertIn("'cast.yaml' is a link to nothing", self.update(path, status=NOINPUT).err)
        (self.dir / "nothing.yaml").symlink_to("cast.yaml")
        self.assertIn("leads in a circle", self.update(path, status=NOINPUT).err)

    def test_only_with_the_option(self):
        path = self.write("talk.txt", "Ann Lee: Good morning.\n\nBo Strand: Good morning.\n\nAnn Lee: So it is.\n\n"
                          "Bo Strand: Yes.\n")
        self.register("# Ours.\nBo Strand: {voice: bass, say: Beau} # low\n# The end.\n")
        self.make("--cast", "cast.yaml", path)
        self.assertEqual(self.register(), "# Ours.\nBo Strand: {voice: bass, say: Beau} # low\n# The end.\n")
        run = self.update(path)
        self.assertIn("1 person is added to 'cast.yaml'", run.err)
        self.assertRegex(self.register(), r"\A# Ours\.\nAnn Lee: [\w-]+\nBo Strand: \{voice: bass, say: Beau\} # low\n"
                         r"# The end\.\n\Z")
        self.assertNotIn("added", self.update(path).err)

    def test_faults(self):
        path = self.write("talk.txt", "Ann Lee: Good morning.\n\nBo Strand: Good morning.\n\nAnn Lee: So it is.\n\n"
                          "Bo Strand: Yes.\n")
        self.assertIn("--cast", self.run_briefcast("make", "--update-cast", path, status=USAGE).err)
        self.assertIn("standard input", self.update("--name", "x", "-", status=USAGE).err)
        self.assertRegex(self.run_briefcast("make", "--cast", "none.yaml", path, status=NOINPUT).err,
                         r"there is no cast 'none.yaml' \(.*--update-cast.*\) \[cast-missing\]")
        for text in ("Bo Strand: basss\n", "Bo: bass\nBO: alto\n", "{Bo Strand: bass}\n", "- Bo\n", "Bo: [\n"):
            self.register(text)
            run = self.update(path, status=CONFIG)
            self.assertRegex(run.err, r"cast\.yaml:\d+:\d+: error: ", text)
            self.assertEqual(self.register(), text)
            self.assert_no_output()
