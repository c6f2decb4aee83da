"""What the narrator adds to a transcript: what this is, who takes part, how long it takes, who speaks, and the end."""
import re

from lab import CONFIG, SAMPLE, Case, sha256, shared_episode
from texts import TOWN

WEBVTT = """WEBVTT

00:01.000 --> 00:04.000
<v Ada Brandt>The bridge is shut. It opens in two weeks.

00:05.000 --> 00:07.000
<v Otto Reiher>And the ferry runs.
"""


class Shown(Case):
    def shown(self, name):
        return " ".join(" ".join(cue.text for cue in self.episode(name).cues).split())


class Announced(Shown):
    sanitized = True

    def added(self, path, *options, **arguments):
        """(text of an announcement's paragraph, speaker of the turn behind it), in order."""
        turns = self.script_json(path, *options, **arguments)["turns"]
        for turn, behind in zip(turns, [*turns[1:], {"speaker": ""}]):
            if turn.get("added"):
                self.assertEqual(turn["speaker"], "Narrator")
                yield from ((text, behind["speaker"]) for text in turn["text"].split("\n\n"))

    def test_first_words(self):
        town = self.write("town.txt", TOWN)
        self.assertEqual(list(self.added(town, announce="first")), [
            ("With Ines Okafor and Tomas Weir.", "Ines Okafor"),
            ("It takes about a minute.", "Ines Okafor"),
            ("Ines Okafor.", "Ines Okafor"),
            ("Question 1.", "Question"),
            ("Question 2.", "Question"),
            ("Tomas Weir.", "Tomas Weir"),
            ("This was: Winter timetable ends on Sunday.", "")])

    def test_only_questions_of_nobody_are_counted(self):
        """In a dialogue both have names, and who asks is heard."""
        talk = self.write("talk.txt", "A walk by the sea\n\n" + "\n".join(
            f"Menon: And what is the {x} that they speak of so often here?\n\nLysis: It is what the {y} is to the sailors.\n"
            for x, y in (("tide", "wind"), ("salt", "bread"), ("foam", "snow"), ("sand", "dust"))))
        told = [text for text, _ in self.added(talk, announce="first")]
        self.assertEqual([t for t in told if not t.startswith("It takes")],
                         ["With Menon and Lysis.", "Menon.", "Lysis.", "This was: A walk by the sea."])
        self.assertGreater(len(self.script_json(talk)["chapters"]), 2)

    def test_answer_is_nobody(self):
        talk = self.write("talk.txt", "A walk by the sea\n\n" + "\n".join(
            f"Q: And what is the {x} that they speak of so often here?\n\nA: It is what the {y} is to the sailors.\n"
            for x, y in (("tide", "wind"), ("salt", "bread"), ("foam", "snow"), ("sand", "dust"))))
        told = [text for text, _ in self.added(talk, announce="first")]
        self.assertEqual(told, ["It takes about a minute.", "Question 1.", "Answer.", "Question 2.", "Question 3.", "Question 4.",
                                "This was: A walk by the sea."])

    def test_every_change(self):
        town = self.write("town.txt", TOWN)
        self.assertEqual([text for text, _ in self.added(town, announce="change")][2:-1],
                         ["Ines Okafor.", "Question 1.", "Ines Okafor.", "Question 2.", "Ines Okafor.", "Tomas Weir."])

    def test_never(self):
        town = self.write("town.txt", TOWN)
        self.assertEqual(list(self.added(town, announce="never")), [])
        self.assertNotIn("added", self.run_briefcast("script", "--announce=never", town).out)

    def test_nothing_is_told_twice(self):
        """Title and date are read where they stand, in the head or in the metadata; captions have neither."""
        talk = self.write("talk.md", "---\ntitle: Bridge works\ndate: 2026-05-04\n---\n\n**Ada Brandt:** The bridge is shut.\n\n"
                          "**Otto Reiher:** And the ferry runs.\n\n**Ada Brandt:** It does.\n")
        told = [text for text, _ in self.added(talk, announce="first")]
        self.assertEqual(told[0], "With Ada Brandt and Otto Reiher.")
        heard = [t["text"] for t in self.script_json(talk, announce="first")["turns"] if t["speaker"] == "Narrator"]
        self.assertEqual([" ".join(heard).count(text) for text in ("Bridge works", "2026-05-04")], [2, 1])
        told = [text for text, _ in self.added(self.write("talk.vtt", WEBVTT), announce="first")]
        self.assertEqual(told[0], "With Ada Brandt and Otto Reiher.")

    def test_many_people(self):
        names = ["Ada Brandt", "Otto Reiher", "Ines Okafor", "Tomas Weir", "Mara Lindqvist", "Oswin Vane", "Petra Hallam",
                 "Tobias Quill", "Ifeoma Sallow"]
        for count, told in ((7, "Oswin Vane and Petra Hallam."), (9, "Oswin Vane and 3 others.")):
            text = "\n\n".join(f"{name}: The bridge is shut, says the harbour. We agree." for name in 2 * names[:count])
            with self.subTest(count=count):
                self.assertIn(told, next(self.added(self.write(f"talk{count}.txt", text), announce="first"))[0])

    def test_languages(self):
        for language, text in (("de", "Ada Brandt: Die Brücke ist heute gesperrt, und wir warten.\n\n"
                                      "Otto Reiher: Aber die Fähre fährt, und das ist gut so.\n\nAda Brandt: Ja, das ist sie.\n"),
                               ("ru", "Анна Орлова: Мост сегодня закрыт, и мы ждём.\n\n"
                                      "Пётр Лебедев: Но паром ходит, и это хорошо.\n\nАнна Орлова: Да, это так.\n")):
            with self.subTest(language=language):
                told = [text for text, _ in self.added(self.write(f"{language}.txt", text), announce="first")]
                self.assertRegex(told[0], "^Mit Ada Brandt und Otto" if language == "de" else "^Участвуют: Анна Орлова и Пётр")

    def test_how_long_it_takes(self):
        sample = shared_episode(SAMPLE)
        minutes = int(next(re.search(r"about (\d+) minutes", text).group(1)
                           for text, _ in self.added(SAMPLE, announce="first") if "minutes" in text))
        self.assertAlmostEqual(minutes, sample.duration / 60, delta=0.75)
        self.make(SAMPLE, "--rate", "2")
        self.assertIn("about 3 minutes", self.shown(f"{SAMPLE.stem}-2x"))

    def test_a_script_says_it_itself(self):
        town = self.write("town.txt", TOWN)
        script = self.write("script.md", self.run_briefcast("script", "--announce=change", town).bytes)
        self.assertEqual(script.read_text(encoding="utf-8").count("<!-- added -->"), 7)
        for mode in "first", "never":
            self.make(script, f"--announce={mode}", out=self.dir / mode)
        self.assertEqual(sha256(self.dir / "first/script.opus"), sha256(self.dir / "never/script.opus"))
        self.make(town, "--announce=change")
        self.assertEqual(sha256(self.dir / "first/script.opus"), sha256(self.out / "town.opus"))

    def test_it_is_heard_and_covers_nothing(self):
        town = self.write("town.txt", TOWN)
        self.make(town)
        self.make(town, "--announce=never", out=self.dir / "never")
        with_it, without = self.episode("town"), self.episode("town", self.dir / "never")
        self.assertGreater(with_it.duration, without.duration + 5)
        self.assertIn("Tomas Weir", " ".join(c.text for c in with_it.cues if c.speaker == "Narrator"))
        ranges = [[(r["begin"], r["end"], r["kind"]) for r in e.coverage["ranges"]] for e in (with_it, without)]
        self.assertEqual(*ranges)
        voices = [{t["speaker"]: t["voice"] for t in self.script_json(town, announce=mode)["turns"]}
                  for mode in ("first", "change", "never")]
        self.assertEqual(voices[0], voices[1])
        self.assertEqual(voices[0], voices[2])

    def test_a_change_of_mode_is_a_change(self):
        town = self.write("town.txt", TOWN)
        for mode in "first", "change", "never", "first":
            self.make(town, f"--announce={mode}")
            text = self.shown("town")
            self.assertEqual("This was:" in text, mode != "never")


class OwnWords(Shown):
    sanitized = True

    def test_own_words(self):
        words = self.write("words.yaml", "en:\n  people: ''\n  minute: ''\n  closing: The end.\n  speaker: 'Now {name}.'\n")
        town = self.write("town.txt", TOWN)
        out = self.run_briefcast("script", "--announcements", words, town).out
        for text in "Now Ines Okafor.", "The end.", "Question 2.":
            self.assertIn(text, out)
        for text in "With Ines", "a minute", "This was":
            self.assertNotIn(text, out)
        self.make(town, "--announcements", words)
        self.assertIn("Now Tomas Weir.", self.shown("town"))
        self.make(town)
        self.assertNotIn("Now Tomas Weir.", self.shown("town"))

    def test_mistakes(self):
        town = self.write("town.txt", TOWN)
        for text, told in (("en:\n  speeker: x\n", "words.yaml:2:3: error: no announcement is called 'speeker' (did you mean 'speaker'?)"),
                           ("en:\n  speaker: 'Now {nom}.'\n", "words.yaml:2:17: error: this cannot stand in 'speaker' ({name} can)"),
                           ("en:\n  and: ' {name} '\n", "words.yaml:2:10: error: "),
                           ("en:\n  speaker: 'Now {name.'\n", "words.yaml:2:17: error: "),
                           ("en: [x]\n", "words.yaml:1:5: error: "), ("- en\n", "words.yaml:1:1: error: "),
                           ("en:\n  speaker: [x]\n", "words.yaml:2:12: error: "), ("en: {\n", "words.yaml:"),
                           ("en:\n  speaker: |\n    Now\n    {name}\n", "words.yaml:2:12: error: ")):
            with self.subTest(text=text):
                words = self.write("words.yaml", text)
                self.assertIn(told, self.make(town, "--announcements", words, status=CONFIG).err)
        self.make(town, "--announcements", "nowhere.yaml", status=None)
        self.assert_no_output()
