"""Lexicons: from the command line, from a script's front matter, and what check tells of names."""
import json
import os
from xml.etree import ElementTree

from lab import CONFIG, CREATE, INPUT, NOINPUT, Case
from texts import TOWN

SCRIPT = """---
title: Tides
lexicon: {lexicon}
briefcast: 1
---

**Ines Okafor:** Krzeszkowo is high today.
"""


class Lexicons(Case):
    sanitized = True

    def spoken(self, path, *options, status=0):
        run = self.run_briefcast("script", "--format", "json", *options, path, status=status)
        return [s["spoken"] for t in json.loads(run.out)["turns"] for s in t["segments"]]

    def test_of_a_script(self):
        self.write("own/words.txt", "Krzeszkowo = Kshesh covo\nOkafor = O caf four\n")
        self.write("base.txt", "Krzeszkowo = Base\n")
        path = self.write("talk.md", SCRIPT.format(lexicon="own/words.txt"))
        self.assertEqual(self.spoken(path), ["Kshesh covo is high today."])
        self.assertEqual(self.spoken(path, "--lexicon", "base.txt"), ["Kshesh covo is high today."])
        printed = self.run_briefcast("script", path).out
        self.assertIn("lexicon: [own/words.txt]\n", printed)
        self.assertEqual(self.spoken(self.write("again.md", printed)), ["Kshesh covo is high today."])

    def test_the_last_of_several_wins(self):
        self.write("a.txt", "Krzeszkowo = One\nhigh = low\n"), self.write("b.txt", "Krzeszkowo = Two\n")
        path = self.write("talk.md", SCRIPT.format(lexicon="[a.txt, b.txt]"))
        self.assertEqual(self.spoken(path), ["Two is low today."])
        town = self.write("talk.md", SCRIPT.format(lexicon="[]"))
        self.assertEqual(self.spoken(town, "--lexicon", "a.txt", "--lexicon=b.txt"), ["Two is low today."])
        self.assertEqual(self.spoken(town, "--lexicon=b.txt", "--lexicon", "a.txt"), ["One is low today."])

    def test_nothing_outside_of_the_scripts_folder(self):
        secret = self.write("secret.txt", "Krzeszkowo = Secret\n")
        (self.dir / "in").mkdir()
        os.symlink(secret, self.dir / "in/link.txt")
        os.symlink(self.dir, self.dir / "in/folder")
        for name in ("../secret.txt", str(secret), "link.txt", "folder/secret.txt", "/etc/passwd", "a/../../secret.txt"):
            path = self.write("in/talk.md", SCRIPT.format(lexicon=name))
            run = self.run_briefcast("check", path, status=INPUT)
            self.assertRegex(run.err, r"in/talk\.md:3:10: error: ", name)
            self.assertNotIn("Krzeszkowo", run.err.replace("Krzeszkowo is high", ""))

    def test_one_that_is_not_there(self):
        path = self.write("talk.md", SCRIPT.format(lexicon="words.txt"))
        run = self.run_briefcast("make", path, status=NOINPUT)
        self.assertRegex(run.err, r"talk\.md:3:10: error: cannot read 'words\.txt': no such file")
        self.assert_no_output()

    def test_one_that_is_wrong(self):
        self.write("words.txt", "Okafor = Ocafor\nno sense\n")
        path = self.write("talk.md", SCRIPT.format(lexicon="words.txt"))
        run = self.run_briefcast("make", path, status=CONFIG)
        self.assertRegex(run.err, r"words\.txt:2:1: error: ")
        self.assert_no_output()
        run = self.run_briefcast("make", "--lexicon", "words.txt", self.write("town.txt", TOWN), status=CONFIG)
        self.assertRegex(run.err, r"words\.txt:2:1: error: ")
        self.assert_no_output()

    def test_a_voice_says_it(self):
        self.write("words.txt", "Krzeszkowo = " + "very long words " * 5 + "\n")
        say = ("voices", "--say", "Krzeszkowo.", "anchor", "-o")
        self.run_briefcast(*say, "plain.opus"), self.run_briefcast(*say, "said.opus", "--lexicon", "words.txt")
        self.assertGreater((self.dir / "said.opus").stat().st_size, 2 * (self.dir / "plain.opus").stat().st_size)


TALK = """Ines Okafor: We met Lindqvist in Krzeszkowo. The RPB asked Lindqvist's staff about Krzeszkowo.

Lars Holm: So it is. Then Lindqvist left, and nobody knows -- as Okafor said -- why.

Ines Okafor: Thank you.

Lars Holm: Goodbye.
"""


class Names(Case):
    """What check tells of names that no lexicon has."""
    sanitized = True
    listed = "Names that no lexicon has, as the engine says them:\n"

    def test_shown(self):
        out = self.run_briefcast("check", self.write("talk.txt", TALK)).out
        self.assertRegex(out, self.listed + r" +3  Lindqvist   l\S+\n +2  Krzeszkowo  k\S+\n +1  Okafor      \S+\n$")
        self.write("words.txt", "Lindqvist = Lindkvist\nKrzeszkowo = Kshesh covo\nOkafor = O caf four\n")
        self.assertNotIn("Names", self.run_briefcast("check", "--lexicon", "words.txt", "talk.txt").out)

    def test_of_several_files_once(self):
        self.write("in/a.txt", TALK), self.write("in/b.txt", TALK)
        out = self.run_briefcast("check", "in").out
        self.assertEqual(out.count("Names that"), 1)
        self.assertRegex(out, r" 6  Lindqvist ")

    def test_suggested(self):
        """Read back, it covers them all, and they are said as before."""
        path = self.write("talk.txt", TALK)
        self.run_briefcast("check", "--suggest", "new/names.pls", path)
        text = (self.dir / "new/names.pls").read_text()
        self.assertIn("talk.txt:1:21: We met Lindqvist in Krzeszkowo. -->\n"
                      "  <lexeme><grapheme>Lindqvist</grapheme><phoneme>", text)
        lexemes = ElementTree.fromstring(text).findall("{http://www.w3.org/2005/01/pronunciation-lexicon}lexeme")
        self.assertEqual([e[0].text for e in lexemes], ["Lindqvist", "Krzeszkowo", "Okafor"])
        self.assertEqual([e[1].tag.rpartition("}")[2] for e in lexemes], ["phoneme"] * 3)
        self.assertNotIn("Names", self.run_briefcast("check", "--lexicon", "new/names.pls", path).out)

    def test_never_written_over(self):
        self.write("names.pls", "mine")
        run = self.run_briefcast("check", "--suggest", "names.pls", self.write("talk.txt", TALK), status=CREATE)
        self.assertIn("names.pls' is there already", run.err)
        self.assertEqual((self.dir / "names.pls").read_text(), "mine")

    def test_hostile(self):
        """Words around a name that would end a comment, and file names that would."""
        path = self.write("--><x a='--.txt", TALK.replace("as Okafor", "--><lexicon> \x07 as Okafor & <!--"))
        self.run_briefcast("check", "--suggest", "names.pls", path)
        ElementTree.parse(self.dir / "names.pls")
        self.assertNotIn("Names", self.run_briefcast("check", "--lexicon", "names.pls", path).out)
