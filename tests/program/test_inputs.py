"""Several inputs at once: folders, what of them is read, and one that is wrong."""
import json
import shutil

from lab import CONFIG, INPUT, NOINPUT, USAGE, Case, sha256
from texts import TOWN


class SeveralInputs(Case):
    weight = 2
    sanitized = True

    def test_files_and_folders(self):
        self.write("in/a.txt", TOWN), self.write("in/deep/b.md", TOWN), self.write("c.txt", TOWN)
        self.write("in/picture.jpg", b"\xff\xd8"), self.write("in/.hidden.txt", TOWN)
        self.make("in", "c.txt")
        self.assertEqual([o for o in self.outputs() if o.endswith(".opus")], ["a.opus", "c.opus", "deep/b.opus"])

    def test_sorted_and_stable(self):
        """The order on the command line changes nothing in any episode."""
        for name in "abc":
            self.write(f"{name}.txt", TOWN.replace("gearbox", f"gearbox {name}"))
        self.make("a.txt", "b.txt", "c.txt", out=self.dir / "one")
        shutil.rmtree(self.cache)
        self.make("-j1", "c.txt", "a.txt", "b.txt", out=self.dir / "two")
        for name in self.outputs(self.dir / "one"):
            self.assertEqual(sha256(self.dir / "one" / name), sha256(self.dir / "two" / name))

    def bad_and_good(self, *arguments):
        self.write("bad.txt", b"Hello \xff there.\n"), self.write("good.txt", TOWN)
        return self.make(*arguments, "--report", "report.json", "bad.txt", "nowhere.txt", "good.txt", status=None)

    def test_one_fault_and_keep_going(self):
        run = self.bad_and_good("--keep-going")
        self.assertEqual(run.status, INPUT)
        self.assertRegex(run.err, r"bad\.txt:1:7: error: ")
        self.assertRegex(run.err, r"nowhere\.txt")
        self.assertEqual([o for o in self.outputs() if o.endswith(".opus")], ["good.opus"])

    def test_one_fault(self):
        run = self.bad_and_good()
        self.assertEqual(run.status, INPUT)
        self.assertRegex(run.err, r"bad\.txt:1:7: error: ")

    def test_worst_status_counts(self):
        self.write("script.md", "---\nbriefcast: 1\nlanguage: en\ncast:\n  Ada Brandt: {voice: nosuchvoice}\n---\n# A\n\n"
                   "**Ada Brandt:** Hello.\n")
        self.write("bad.txt", b"\xff")
        self.make("--keep-going", "nowhere.txt", "bad.txt", "script.md", status=CONFIG)
        self.make("--keep-going", "nowhere.txt", "bad.txt", status=INPUT)
        self.make("--keep-going", "nowhere.txt", status=NOINPUT)


class TwoOfOneName(Case):
    def test_a_script_takes_its_transcript_s_place(self):
        self.write("in/talk.txt", TOWN), self.write("in/b.txt", TOWN)
        script = self.run_briefcast("script", "in/talk.txt").out
        self.write("in/talk.md", script.replace("gearbox", "engine"))
        run = self.make("in")
        self.assertIn("'talk.txt' is left out: its script 'talk.md' lies beside it", run.err)
        self.assertIn("engine", (self.out / "talk.vtt").read_text())
        self.write("in/talk.md", script.replace("source: talk.txt", "source: b.txt"))
        self.assertIn("would both become", self.make("in", status=USAGE).err)
        self.write("in/talk.md", script), self.make("in/talk.txt", "in/talk.md", status=USAGE)

    def test_the_others_are_made(self):
        """With --keep-going it is the fault of these two, not of the night."""
        for name in "in/a.txt", "in/b.txt", "in/b.md":
            self.write(name, TOWN)
        self.assertIn("would both become", self.make("in", status=USAGE).err)
        self.assert_no_output()
        run = self.make("-k", "--report", "r.json", "in", status=USAGE)
        self.assertEqual(run.err.count("would both become"), 1)
        self.assertEqual([o for o in self.outputs() if o.endswith(".opus")], ["a.opus"])
        self.assertEqual(json.loads((self.dir / "r.json").read_text())["exit_status"], USAGE)
