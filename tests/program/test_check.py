"""briefcast check: what it tells of one input and of several, and how it ends."""
import resource
import subprocess

from lab import BRIEFCAST, INPUT, Case, words_of
from texts import TOWN


class Check(Case):
    sanitized = True

    def test_check_explains_itself(self):
        """Why it was read so: candidates, labels, lines; nothing wider than a terminal; the same each time."""
        path = self.write("town.txt", TOWN)
        run = self.run_briefcast("check", "--explain", path)
        self.assertEqual(run.out, self.run_briefcast("check", "--explain", path).out)
        brief, names, _ = self.run_briefcast("check", path).out.partition("Names that no lexicon has")
        self.assertTrue(run.out.startswith(brief) and names)
        for part in ("Convention: ", "Candidates:", ": a label", "    speaker: '", "line 1: ", "turn of '"):
            self.assertIn(part, run.out)
        explained = run.out[run.out.index("Format: "):]
        self.assertLessEqual(max(map(len, explained.splitlines())), 80)
        script = self.run_briefcast("script", path).out
        self.assertIn("A script", self.run_briefcast("check", "--explain", "-", input=script.encode()).out)

    def test_transcript(self):
        run = self.run_briefcast("check", self.write("town.txt", TOWN))
        self.assert_no_output()
        self.assertFalse(self.cache.exists() and list(self.cache.rglob("*.opus")))
        self.assertIn("Okafor", run.out + run.err)
        self.assertTrue(words_of(run.out + run.err))

    def test_all_faults_at_once(self):
        self.write("a.txt", b"x\xff"), self.write("b.txt", b"\xfe")
        run = self.run_briefcast("check", "a.txt", "b.txt", status=INPUT)
        self.assertRegex(run.err, r"a\.txt:1:2: error: ")
        self.assertRegex(run.err, r"b\.txt:1:1: error: ")
        self.assertTrue(run.out.endswith("2 inputs: 0 good, 2 wrong\n  wrong: a.txt\n  wrong: b.txt\n"), run.out)

    def test_a_sum_of_several(self):
        self.write("in/a.txt", TOWN), self.write("in/b.txt", b"x\xff"), self.write("in/c.txt", TOWN)
        run = self.run_briefcast("check", "in", status=INPUT)
        self.assertTrue(run.out.endswith("3 inputs: 2 good, 1 wrong\n  wrong: in/b.txt\n"), run.out)
        self.assertNotIn("good", self.run_briefcast("check", "in/a.txt").out)

    def test_a_name_that_promises_another_format(self):
        for suffix in ("docx", "vtt", "html"):
            run = self.run_briefcast("check", self.write(f"town.{suffix}", TOWN))
            self.assertIn(f"named .{suffix}, and read as text", run.err)
            self.assertNotIn("named", self.run_briefcast("check", "--from", "text", f"town.{suffix}").err)
        self.assertNotIn("named", self.run_briefcast("check", self.write("town.txt", TOWN)).err)

    def test_a_full_disk_behind_standard_output(self):
        """RLIMIT_FSIZE: the kernel's signal is not what the user is told with."""
        with open(self.dir / "full", "wb") as full:
            run = subprocess.run([BRIEFCAST, "script", self.write("town.txt", TOWN)], stdout=full, stderr=subprocess.PIPE,
                                 env=self.environment(), timeout=60, preexec_fn=lambda: resource.setrlimit(
                                     resource.RLIMIT_FSIZE, (16, 16)))
        self.assertEqual(run.returncode, 74, run.stderr)
        self.assertIn(b"cannot write to standard output: File too large", run.stderr)
