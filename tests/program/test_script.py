"""The script: what `briefcast script` prints renders the same, and editing it does what it says."""
import re

from lab import CONFIG, INPUT, RATE, ROOT, SAMPLE, Case, first_sound, needs_seed, sha256, shared_episode, validate, words_of
from texts import SCRIPT, TOWN, TOWN_TURNS


class Turns(Case):
    sanitized = True

    def test_who_says_what(self):
        script = self.script_json(self.write("town.txt", TOWN))
        validate(script, "script")
        spoken = [t for t in script["turns"]]
        found = [(t["speaker"], t["text"]) for t in spoken]
        self.assertEqual([f[0] for f in found], [t[0] for t in TOWN_TURNS])
        for (_, text), (_, begins) in zip(found, TOWN_TURNS):
            self.assertTrue(text.startswith(begins), f"{text!r} begins not with {begins!r}")
        self.assertEqual(script["title"], "Winter timetable ends on Sunday")
        self.assertEqual(script["date"], "2026-03-12")

    def test_places(self):
        """A segment's line and column are where its words stand in the file."""
        script, lines = self.script_json(self.write("town.txt", TOWN)), TOWN.splitlines()
        for turn in script["turns"]:
            for segment in turn["segments"]:
                there = lines[segment["line"] - 1][segment["column"] - 1:]
                word = segment["text"].split()[0]
                self.assertTrue(there.startswith(word), f"{segment} points at {there[:40]!r}")

    def test_what_is_not_spoken(self):
        script = self.script_json(self.write("town.txt", TOWN))
        self.assertIn(("(Laughter.)", "stage direction", TOWN.splitlines().index("(Laughter.)") + 1),
                      [(n["text"], n["reason"], n["line"]) for n in script["not_spoken"]])
        self.assertFalse([t for t in script["turns"] if "Laughter" in t["text"]])
        all_words = words_of(TOWN)
        labels = words_of(" ".join(t["label"] for t in script["turns"]))
        told = words_of(" ".join(t["text"] for t in script["turns"]))
        left = words_of(" ".join(n["text"] for n in script["not_spoken"]))
        self.assertEqual(sorted(all_words), sorted(labels + told + left), "a word is lost or made up")

    def test_cast(self):
        script = self.script_json(self.write("town.txt", TOWN))
        one = [v[0] for s, v in script["cast"].items() if s != "Question"]
        self.assertEqual(len(one), len(set(one)), "two people share a voice")
        questions = [t["voice"] for t in script["turns"] if t["speaker"] == "Question"]
        self.assertEqual(len(set(questions)), 2)
        self.assertFalse(set(questions) & set(one))
        printed = self.run_briefcast("script", self.dir / "town.txt").out
        for speaker in ("Narrator", "Ines Okafor", "Tomas Weir"):
            line = next(x for x in printed.splitlines() if x.strip().startswith(f"{speaker}:"))
            self.assertRegex(line, r"#\s*\w+", f"no reason beside the voice: {line}")


class RoundTripCase(Case):
    @staticmethod
    def unexplained(script):
        """Without the reasons for the cast, and the name of the source: those are of the moment."""
        head, _, rest = script.partition("\n---\n")
        return re.sub(r"  # .*|\nsource: .*", "", head) + rest

    def assert_round_trip(self, source, wanted=None):
        """Rendering the printed script gives the same audio, and printing it again the same script."""
        if wanted is None:
            self.make(source, out=self.dir / "direct")
            wanted = sha256(self.dir / "direct" / f"{source.stem}.opus")
        printed = self.run_briefcast("script", source)
        script = self.write("script/printed.md", printed.bytes)
        self.make(script, out=self.dir / "scripted")
        self.assertEqual(sha256(self.dir / "scripted/printed.opus"), wanted)
        self.assertEqual(self.unexplained(self.run_briefcast("script", script).out), self.unexplained(printed.out))
        before, after = (self.script_json(path, announce="first") for path in (source, script))
        for name in ("title", "date", "language", "cast"):
            self.assertEqual(after[name], before[name])
        self.assertEqual([c["title"] for c in after["chapters"]], [c["title"] for c in before["chapters"]])
        for a, b in zip(after["turns"], before["turns"], strict=True):
            for name in ("speaker", "voice", "text", "chapter"):
                self.assertEqual(a[name], b[name])
            self.assertEqual([(s["text"], s["spoken"], s["pause_after_ms"]) for s in a["segments"]],
                             [(s["text"], s["spoken"], s["pause_after_ms"]) for s in b["segments"]])


class RoundTrip(RoundTripCase):
    weight = 4
    sanitized = True

    def test_small(self):
        self.assert_round_trip(self.write("town.txt", TOWN))

    def test_awkward(self):
        awkward = TOWN + (
            "\n---\n\nQuestion: Is it 3 < 4 & 5 > 2, or *not*, #1, `so`, [[x]], -->, <!-- no -->, \\* and __init__?\n\n"
            "Ines Okafor: # not a heading\n\n1. First of all, no list.\n\n- Nor this one.\n\n"
            "    Indented, but no code.\n\n**Bold** start, and <b>tags</b>; <sub alias=\"x\">y</sub>; &amp; and &lt;.\n\n"
            "Note to all: this paragraph looks like a label.\n\n> Quoted? Not really. \\\n\n| a | b |\n\n"
            "~~~\n\n```\n\n[link](http://example.org) and ![image](x.png).\n\nIt costs $5.00 – or 4,50 € – a day…\n")
        self.assert_round_trip(self.write("awkward.txt", awkward))

    def test_markdown(self):
        text = ("---\ntitle: Bridge works\ndate: 2026-05-04\n---\n\n# Opening\n\n**Ada Brandt:** Good *morning*. The bridge is "
                "shut.\n\n## How long\n\n**Question:** For how long?\n\n**Ada Brandt:** For two weeks, says "
                "[the plan](https://example.org/plan).\n\n**Question:** Really?\n\n**Ada Brandt:** Really.\n")
        self.assert_round_trip(self.write("bridge.md", text))
        script = self.script_json(self.dir / "bridge.md")
        self.assertEqual([c["title"] for c in script["chapters"]][-2:], ["Opening", "How long"])
        self.assertEqual([t["speaker"] for t in script["turns"] if t["speaker"] != "Narrator"],
                         ["Ada Brandt", "Question", "Ada Brandt", "Question", "Ada Brandt"])


class RoundTripSample(RoundTripCase):
    weight = 3

    def test_sample(self):
        self.assert_round_trip(SAMPLE, sha256(shared_episode(SAMPLE).opus))


class RoundTripSeed(RoundTripCase):
    weight = 3

    def test_seed(self):
        source = needs_seed("mfa-press-1.txt")
        self.assert_round_trip(source, sha256(shared_episode(source).opus))


class Editing(Case):
    weight = 3

    def setUp(self):
        super().setUp()
        voices = self.voices = sorted(p.stem for p in (ROOT / "voices").glob("*.yaml")
                                      if "espeak:" in p.read_text(encoding="utf-8"))
        self.assertGreaterEqual(len(voices), 12)
        self.script = SCRIPT % {"voice": voices[0], "other": voices[1]}

    def render(self, name, text):
        self.make(self.write(f"{name}.md", text))
        return self.episode(name)

    def test_another_voice(self):
        a = self.render("a", self.script)
        b = self.render("b", self.script.replace(f"Ines Okafor: {{voice: {self.voices[0]}}}",
                                                 f"Ines Okafor: {{voice: {self.voices[2]}}}"))
        self.assertNotEqual(sha256(a.opus), sha256(b.opus))
        self.assertEqual([c.text for c in a.cues], [c.text for c in b.cues])
        self.assertEqual({c["title"] for c in a.chapters["chapters"]}, {c["title"] for c in b.chapters["chapters"]})
        script = self.script_json(self.dir / "b.md")
        self.assertEqual(script["cast"]["Ines Okafor"], [self.voices[2]])
        self.assertEqual(script["cast"]["Tomas Weir"], [self.voices[1]])

    def test_another_pause(self):
        for name, pause, seconds in (("short", "200ms", 0.2), ("long", "2.5s", 2.5)):
            with self.subTest(pause=pause):
                e = self.render(name, self.script.replace("everyone. The", f'everyone. <break time="{pause}"/> The'))
                first, second = e.cues[0], next(c for c in e.cues if c.text.startswith("The early"))
                before = next(c for c in reversed(e.cues) if c.start < second.start)
                samples, middle = e.pcm(), int((before.end + second.start) / 2 * RATE)
                still = first_sound(samples, middle, most=5 * RATE) + first_sound(samples[middle::-1], 0, most=5 * RATE)
                self.assertAlmostEqual(still / RATE, seconds, delta=0.06)
                self.assertAlmostEqual(second.start - before.end, seconds, delta=0.06)
                self.assertNotIn("break", " ".join(c.text for c in e.cues))
                self.assertLess(first.start, second.start)

    def test_another_chapter_title(self):
        a, b = self.render("a", self.script), self.render("b", self.script.replace("## Questions", "## After the break"))
        self.assertEqual([c["title"] for c in b.chapters["chapters"]],
                         [c["title"].replace("Questions", "After the break") for c in a.chapters["chapters"]])
        self.assertEqual(a.pcm(), b.pcm(), "a heading is not spoken")

    def test_a_word_said_otherwise(self):
        e = self.render("sub", self.script.replace("early boat", '<sub alias="first ferry of the day">early boat</sub>'))
        self.assertIn("The early boat sails", " ".join(c.text for c in e.cues))
        spoken = " ".join(s["spoken"] for t in self.script_json(self.dir / "sub.md")["turns"] for s in t["segments"])
        self.assertIn("first ferry of the day", spoken)
        plain = self.render("plain", self.script)
        self.assertGreater(e.duration, plain.duration - 0.01)
        self.assertNotEqual(sha256(e.opus), sha256(plain.opus))

    def test_head(self):
        """What the front matter says is in the episode's tags."""
        tags = self.render("a", self.script.replace("language: en\n", "language: en-GB\n")).tags
        self.assertEqual((tags["TITLE"], tags["DATE"], tags["LANGUAGE"]),
                         ("Winter timetable ends on Sunday", "2026-03-12", "en-GB"))

    def test_not_spoken(self):
        e = self.render("a", self.script.replace("## Questions", "<!-- not spoken (clock time): 11:52 A.M. -->\n\n## Questions"))
        self.assertNotIn("11:52", " ".join(c.text for c in e.cues))
        reasons = {r.get("reason") for r in e.coverage["ranges"]}
        self.assertTrue({"clock time", "comment"} & reasons, reasons)


class PlainLabels(Case):
    def test_a_label_without_stars(self):
        head = "---\ntitle: T\nbriefcast: 1\ncast:\n  Anna: anchor\n---\n\n**Anna:** Hello.\n\n"
        script = self.write("a.md", head + "Anna: Hi there.\n\nBob: no. And Anna: yes.\n\n**Anna:** Anna: no.\n")
        run = self.run_briefcast("check", script)
        self.assertEqual(re.findall(r"a\.md:(\d+):1: warning: .* \[label-plain\]", run.err), ["10"])
        self.assertIn("write **Anna:**", run.err)


class ScriptErrors(Case):
    """A script's faults are told with line, column and what to do."""
    sanitized = True

    def fault(self, text, status, pattern):
        path = self.write("talk.md", text)
        result = self.make(path, status=status)
        self.assertRegex(result.err, pattern)
        self.assertIn("^", result.err)
        self.assert_no_output()

    def good(self):
        return SCRIPT % {"voice": "anchor", "other": "anchor"}

    def test_unknown_voice(self):
        self.fault(self.good().replace("Weir: {voice: anchor}", "Weir: {voice: anchr}"), CONFIG,
                   r"talk\.md:8:\d+: error: .*anchr.*anchor")

    def test_broken_front_matter(self):
        self.fault(self.good().replace("language: en", "language: [en"), INPUT, r"talk\.md:\d+:\d+: error: ")

    def test_pause_out_of_range(self):
        for time in ("-1s", "900s", "soon", "1e99s", ""):
            self.fault(self.good().replace("everyone.", f'everyone. <break time="{time}"/>'), INPUT,
                       r"talk\.md:12:\d+: error: ")

    def test_unknown_element(self):
        self.fault(self.good().replace("everyone.", "<video src=\"/etc/passwd\"/>everyone."), INPUT,
                   r"talk\.md:12:\d+: error: .*video")
        self.fault(self.good().replace("everyone.", "<audio src=\"/etc/passwd\"/>everyone."), INPUT,
                   r"talk\.md:12:\d+: error: .*outside of this file's folder")

    def test_reports_all(self):
        text = self.good().replace("everyone.", '<break time="x"/>everyone.').replace("coming.", '<break time="y"/>coming.')
        result = self.make(self.write("talk.md", text), status=INPUT)
        self.assertEqual(len(re.findall(r"talk\.md:\d+:\d+: error: ", result.err)), 2, result.err)
