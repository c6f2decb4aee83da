"""Editions by rate: every voice faster or slower, pauses with it, and all else as it was."""
import shutil

from lab import CREATE, NOINPUT, ROOT, SAMPLE, USAGE, Case, sha256, tool

TALK = """Mara Lindqvist: The channel is open again. Seven vessels are waiting outside, among them the mail boat, and I
know what that means to the islands. We expect the first of them before noon.

Oswin Vane: The crane lifts the whole box on Tuesday, slowly, between the quarter and the half hour.

Mara Lindqvist: Thank you all, and mind the breakwater.
"""
RATES = {"0.5": "talk-0.5x", "1": "talk", "1.5": "talk-1.5x", "2.50": "talk-2.5x"}


class Rates(Case):
    weight = 2
    sanitized = True

    def words(self, name):
        return [word.strip() for cue in self.episode(name).cues for _, word in cue.words]

    def test_an_edition_for_each_rate(self):
        talk = self.write("talk.txt", TALK)
        run = self.make(talk, "--rate", ",".join(RATES))
        self.assertEqual(run.out.splitlines(), [str(self.out / f"{stem}.opus") for stem in RATES.values()])
        own = self.episode("talk").duration
        for rate, stem in RATES.items():
            with self.subTest(rate=rate):
                self.assertAlmostEqual(own / self.episode(stem).duration, float(rate), delta=0.1 * float(rate))
                self.assertEqual(self.words(stem), self.words("talk"))
                tags = tool("opusinfo", self.out / f"{stem}.opus").out
                self.assertEqual("VERSION=" in tags, rate != "1")
        self.assertIn("VERSION=2.5x", tool("opusinfo", self.out / "talk-2.5x.opus").out)

    def test_one_edition_is_that_of_many(self):
        talk = self.write("talk.txt", TALK)
        self.make(talk, "--rate=1, 1.5 ,1.5")
        self.make(talk, "--rate", "1.5", out=self.dir / "alone")
        self.assertEqual(self.outputs(self.dir / "alone"), [n for n in self.outputs() if "-1.5x" in n])
        self.assertEqual(sha256(self.dir / "alone/talk-1.5x.opus"), sha256(self.out / "talk-1.5x.opus"))
        self.make(talk, out=self.dir / "plain")
        self.assertEqual(sha256(self.dir / "plain/talk.opus"), sha256(self.out / "talk.opus"))

    def test_nothing_changed(self):
        talk = self.write("talk.txt", TALK)
        self.make(talk, "--rate", "1,2")
        self.assertIn("0 clips compiled", self.make(talk, "--rate", "1,2", "--progress", "plain").err)

    def test_what_is_wrong_is_told_once(self):
        talk = self.write("talk.md", "---\ntitle: Talk\nbriefcast: 1\n---\n\n"
                          "**Mara:** The <lang xml:lang=\"vo\">channel</lang> is open.\n")
        alone = self.make(talk).err.count("warning: ")
        self.assertGreater(alone, 0)
        self.assertEqual(self.make(talk, "--rate", "0.5,1,2").err.count("warning: "), alone)
        self.assertEqual(self.make(self.dir / "none.txt", "--rate", "1,2", "-k", status=NOINPUT,
                                   out=self.dir / "other").err.count("none.txt"), 1)

    def test_a_voice_that_cannot_be_so_fast(self):
        voices = self.dir / "voices"
        shutil.copytree(ROOT / "voices", voices)
        profile = voices / "anchor.yaml"
        profile.write_text(profile.read_text().replace("rate: 1", "rate: 2", 1))
        talk = self.write("talk.md", "---\ntitle: Talk\nbriefcast: 1\ncast:\n  Mara: anchor\n---\n\n"
                          "**Mara:** The channel is open.\n\n**Mara:** It is.\n")
        self.assertNotIn("rate-limit", self.make(talk, "--voices", voices).err)
        self.assertEqual(self.make(talk, "--voices", voices, "--rate", "1,2.4,2.5").err.count("449"), 1)

    def test_refused(self):
        talk = self.write("talk.txt", TALK)
        for rate in ("3", "0.4", "1,", ",1", "x", "1.2345", "-1", "1..2", "1e0", "99999999999999999999", ".", "2.501"):
            with self.subTest(rate=rate):
                self.assertIn("--rate", self.make(talk, f"--rate={rate}", status=USAGE).err)
        self.assertIn("standard input", self.make("-", "--name", "x", "--rate", "1,2", status=USAGE).err)
        self.assertIn("would both become", self.make(talk, self.write("talk-2x.txt", TALK), "--rate", "1,2", status=USAGE).err)
        self.make(talk, "--rate", "2", "--report", self.out / "talk-2x.vtt", status=CREATE)
        self.assert_no_output()
