"""A stranger's text is safe: it runs nothing, reads nothing, brings nothing down, and loses no word."""
import os
import re
import time

from lab import CONFIG, CREATE, INPUT, IO, NOINPUT, USAGE, RATE, Case, validate, words_of
from texts import TOWN


class Hostile(Case):
    """What the classes below share: render a text, and settle the account of its words."""

    def render(self, text, name="stranger.txt", **options):
        path = self.write(name, text)
        result = self.make(path, **options)
        e = self.episode(path.stem)
        e.source, e.said = path, result.said
        self.assert_account(e)
        return e

    def assert_account(self, e):
        """The ranges of the coverage are the file; what is spoken is shown; what is not has a reason."""
        validate(e.coverage, "coverage")
        source, at = e.source.read_bytes(), 0
        shown = words_of(" ".join(c.text for c in e.cues))
        for r in e.coverage["ranges"]:
            self.assertEqual(r["begin"], at)
            at = r["end"]
            text = source[r["begin"]:r["end"]].decode("utf-8")
            if r["kind"] == "blank":
                self.assertEqual(text.strip(), "")
        self.assertEqual(at, len(source))
        spoken = b" ".join(source[r["begin"]:r["end"]] for r in e.coverage["ranges"] if r["kind"] == "spoken")
        left = list(shown)
        for word in words_of(spoken.decode("utf-8")):
            if word in left:
                left.remove(word)
            else:
                self.assertIn(word, "".join(shown), f"the word {word!r} is spoken by the coverage and in no caption")

    def reasons(self, e):
        source = e.source.read_bytes()
        return [(r["reason"], source[r["begin"]:r["end"]].decode("utf-8"))
                for r in e.coverage["ranges"] if r["kind"] == "not-spoken"]


class Refused(Case):
    """Inputs that cannot be rendered: a message with the place, the right status, no output."""
    sanitized = True

    def refuse(self, path, status, pattern):
        result = self.make(path, status=status)
        self.assertRegex(result.err, pattern)
        self.assert_no_output()
        checked = self.run_briefcast("check", path, status=status)
        self.assertRegex(checked.err + checked.out, pattern)

    def test_empty_file(self):
        self.refuse(self.write("empty.txt", ""), INPUT, r"empty\.txt(:1:1)?: error: ")

    def test_only_blanks(self):
        self.refuse(self.write("blank.txt", " \n\t\n\u00a0\n\n"), INPUT, r"blank\.txt(:\d+:\d+)?: error: ")

    def test_nothing_to_say(self):
        self.refuse(self.write("dots.txt", "* * *\n\n-----\n\n...\n"), INPUT, r"dots\.txt(:\d+:\d+)?: error: ")

    def test_missing_file(self):
        self.refuse(self.dir / "nowhere.txt", NOINPUT, r"nowhere\.txt.*: error: |error: .*nowhere\.txt")

    def test_folder_without_transcripts(self):
        (self.dir / "bare").mkdir()
        self.write("bare/picture.png", b"\x89PNG\r\n\x1a\n")
        result = self.make(self.dir / "bare", status=NOINPUT)
        self.assertRegex(result.err, r"error: .*bare|bare.*error: ")
        self.assert_no_output()

    def test_link_to_nothing_in_a_folder(self):
        self.write("archive/a.txt", TOWN)
        os.symlink("../not-fetched", self.dir / "archive/b.txt")
        result = self.make(self.dir / "archive", status=NOINPUT)
        self.assertRegex(result.err, r"archive/b\.txt")

    def test_invalid_utf8(self):
        self.refuse(self.write("latin.txt", TOWN.encode().replace(b"Tuesday", "Tuesd\u00e9".encode() + b"\xe9y")), INPUT,
                    r"latin\.txt:15:\d+: error: ")
        self.refuse(self.write("cut.txt", TOWN.encode() + "\u2013".encode() + b"\xe2\x82"), INPUT, r"cut\.txt:\d+:\d+: error: ")
        self.refuse(self.write("utf16.txt", TOWN.encode("utf-16-le") + b"x"), INPUT, r"utf16\.txt:1:2: error: ")
        self.refuse(self.write("odd.txt", TOWN.encode("utf-16") + b"x"), INPUT, r"odd\.txt:\d+:\d+: error: ")

    def test_nul_bytes(self):
        self.refuse(self.write("nul.txt", TOWN.replace("gearbox", "gear\0box")), INPUT, r"nul\.txt:15:\d+: error: ")

    def test_binary(self):
        self.refuse(self.write("random.txt", bytes((i * 7919 + (i >> 3)) & 255 for i in range(50000))), INPUT,
                    r"random\.txt:\d+:\d+: error: ")

    def test_a_device_and_a_pipe(self):
        os.mkfifo(self.dir / "pipe.txt")
        self.make(self.dir / "pipe.txt", status=NOINPUT, timeout=10)
        self.make("/dev/zero", status=NOINPUT, timeout=10)
        self.assert_no_output()


class Markup(Hostile):
    """What looks like markup or commands is text, or is left out with a reason; it is never obeyed."""
    weight = 2
    sanitized = True

    def with_words(self, words):
        return TOWN.replace("The new gearbox", f"The {words} gearbox")

    def test_break_is_text(self):
        plain = self.render(TOWN, "plain.txt")
        e = self.render(self.with_words('<break time="20s"/> new'))
        self.assertLess(e.duration, plain.duration + 8, "a stranger's <break> was obeyed")
        self.assertIn("break", " ".join(c.text for c in e.cues))

    def test_audio_is_text(self):
        marker = self.dir / "run"
        e = self.render(self.with_words(f'<audio src="x;touch {marker}"/> <audio src="`touch {marker}`">new</audio>'))
        self.assertFalse(marker.exists(), "the text was run")
        self.assertIn("audio", " ".join(c.text for c in e.cues))

    def test_ssml_document(self):
        """It is a script, read by us and never by the engine, which would run what <audio> names."""
        e = self.render('<speak xml:lang="en"><voice name="anchor"><prosody rate="x-slow">The boat sails.</prosody>'
                        '<mark name="m"/></voice></speak>\n')
        self.assertIn("The boat sails", " ".join(c.text for c in e.cues))
        marker = self.dir / "run"
        path = self.write("audio.txt", f'<speak>The boat <audio src="x;touch {marker}">sails</audio>.</speak>\n')
        self.assertRegex(self.run_briefcast("make", path, status=NOINPUT).err, r"audio\.txt:1:17: error: ")
        self.assertFalse(marker.exists(), "the text was run")

    def test_phoneme_brackets(self):
        e = self.render(self.with_words("[[h@l'oU]] and [[ or ]] new"))
        shown = " ".join(c.text for c in e.cues)
        self.assertIn("[[", shown)
        self.assertIn("oU", shown)

    def test_control_characters(self):
        e = self.render(self.with_words("\x01120S \x0150P \x02[[x]] \x1b[2J \x7f\x85 new"))
        gone = "".join(text for reason, text in self.reasons(e) if reason == "unspeakable")
        for character in "\x01\x02\x1b\x7f":
            self.assertIn(character, gone)
        self.assertNotRegex(e.vtt.read_text(encoding="utf-8"), "[\x00-\x08\x0b-\x1f\x7f]")
        self.assertIn("120S", " ".join(c.text for c in e.cues))

    def test_control_characters_change_nothing_else(self):
        """What stands around a control character sounds as it does without it."""
        clean, dirty = self.render(TOWN, "clean.txt"), self.render(self.with_words("\x01\x01new"), "dirty.txt")
        self.assertEqual(len(clean.cues), len(dirty.cues))
        self.assertAlmostEqual(clean.duration, dirty.duration, delta=1.1)

    def test_markup_in_names(self):
        e = self.render(TOWN.replace("Ines Okafor", 'Ines <b>"O\'Kafor" & Sons'))
        self.assertTrue(e.cues)

    def test_arrows_in_captions(self):
        e = self.render(self.with_words("00:00:01.000 --> 00:00:02.000 <v Mallory>new"))
        self.assertNotIn("Mallory", {c.speaker for c in e.cues})

    def test_front_matter_of_a_stranger(self):
        e = self.render("---\ntitle: Tides\ncast: {Ines Okafor: {voice: /etc/passwd}}\nlexicon: /etc/passwd\n---\n\n"
                        "**Ines Okafor:** The tide is high. <break time=\"20s\"/> It is.\n", "tides.md")
        self.assertLess(e.duration, 15)


class Text(Hostile):
    """Unusual text: nothing of it is lost without a word."""
    weight = 3
    sanitized = True

    def test_hundred_dotted_letters(self):
        e = self.render(TOWN.replace("gearbox", "U." * 100 + " gearbox"))
        self.assertIn("U.U.U.U.", "".join(c.text for c in e.cues).replace(" ", ""))

    def test_many_years(self):
        e = self.render(TOWN.replace("Tuesday", " ".join(str(1801 + 3 * i) for i in range(120))))
        shown = words_of(" ".join(c.text for c in e.cues))
        for year in (1801, 1801 + 3 * 119):
            self.assertIn(str(year), shown)

    def test_characters_that_stand_for_many(self):
        """Compatibility characters are cut into sentences by what they become."""
        for name, character in (("phrase", "\ufdfa"), ("square", "\u337f"), ("month", "\u32cb")):
            with self.subTest(name=name):
                self.render(TOWN.replace("gearbox", (character + " ") * 30), f"{name}.txt")

    def test_numbers_behind_dashes(self):
        for words in ("1941 - 1945", "it was 3 - 5 and -- 6", "- 7", "a \u2013 8 \u2014 9 + 10 = 11"):
            with self.subTest(words=words):
                self.render(TOWN.replace("on Tuesday", words), f"dash{len(words)}.txt")

    def test_long_words(self):
        e = self.render(TOWN.replace("gearbox", "gear" * 200 + " " + "x" * 3000 + " gearbox"))
        shown = "".join(c.text for c in e.cues).replace(" ", "")
        self.assertIn("gear" * 200, shown)
        self.assertIn("x" * 3000, shown)

    def test_no_punctuation(self):
        text = "and the boat went on to the next pier " * 60
        e = self.render(f"Harbour\n\nInes Okafor: {text.strip()}\n\nQuestion: Why?\n\nInes Okafor: Because.\n")
        self.assertEqual(words_of(" ".join(c.text for c in e.cues)).count("pier"), 60)

    def test_foreign_scripts(self):
        e = self.render(TOWN.replace("gearbox", "gearbox «Москва» 東京 Αθήνα ﷺ ½ ℃ ﬁne e\u0301clair \U0001F6A2 ①"))
        shown = " ".join(c.text for c in e.cues)
        for word in ("Москва", "東京", "Αθήνα"):
            self.assertIn(word, shown)

    def test_bidi_and_invisible_characters(self):
        e = self.render(TOWN.replace("Ines Okafor:", "Ines \u202eOka\u2066for\u200b:")
                        .replace("gearbox", "gear\u00adbox \u202egnp.exe\u202c"))
        for path in (e.vtt, e.chapters_path):
            self.assertNotRegex(path.read_text(encoding="utf-8"), "[\u202a-\u202e\u2066-\u2069]", path.name)
        self.assertNotRegex(" ".join(e.tags.values()), "[\u202a-\u202e\u2066-\u2069]")
        self.assertIn("Ines Okafor", {c.speaker for c in e.cues})

    def test_holes_in_what_is_not_spoken(self):
        """What is taken out between two blanks is listed once, in a line that nobody speaks, too."""
        for name, line in (("entity", "... &nbsp; ..."), ("control", "* \x01 * \x01\x02 *"), ("tag", "... <b> </b> ...")):
            with self.subTest(name=name):
                self.render(TOWN.replace("(Laughter.)", line), f"{name}.txt")

    def test_line_ends_and_byte_order_mark(self):
        plain = self.render(TOWN, "plain.txt")
        for name, text in (("crlf", TOWN.replace("\n", "\r\n")), ("cr", TOWN.replace("\n", "\r")),
                           ("bom", "\ufeff" + TOWN), ("open", TOWN.rstrip("\n"))):
            with self.subTest(name=name):
                e = self.render(text, f"{name}.txt")
                self.assertEqual([(c.speaker, c.text) for c in e.cues], [(c.speaker, c.text) for c in plain.cues])
                self.assertEqual(e.opus.read_bytes(), plain.opus.read_bytes())


class Size(Hostile):
    """Length and depth: time stays in proportion."""
    weight = 6

    def test_megabyte_line_is_read_in_time(self):
        """A 1 MB line without punctuation: hours of audio, so only the script is made of it here."""
        path = self.write("line.txt", "Harbour\n\nInes Okafor: " + "and so on " * 105000 + "\n")
        started = time.monotonic()
        script = self.script_json(path, timeout=60)
        self.assertLess(time.monotonic() - started, 20)
        said = words_of(" ".join(t["text"] for t in script["turns"]))
        self.assertEqual(said.count("so"), 105000)
        segments = [s for t in script["turns"] for s in t["segments"]]
        self.assertLessEqual(max(len(s["spoken"].encode()) for s in segments), 700)

    def test_a_sentence_without_a_place_to_cut_it(self):
        """Much longer when it is spoken than when it is printed, it is spoken all the same."""
        path = self.write("row.txt", "Ines Okafor: It is 5" + "(a)" * 300 + ".\n\nQuestion: Is that so?\n\nInes Okafor: I think so.\n")
        self.make(path)
        self.assertGreater(self.episode("row").duration, 20)

    def test_megabyte_word(self):
        path = self.write("word.txt", "Harbour\n\nInes Okafor: " + "x" * 1000000 + "\n")
        started = time.monotonic()
        result = self.run_briefcast("check", path, status=None, timeout=60)
        self.assertIn(result.status, (0, INPUT))
        self.assertLess(time.monotonic() - started, 20)

    def test_time_grows_with_length(self):
        def seconds(text):
            path = self.write("grow.txt", text)
            best = 1e9
            for _ in range(2):
                started = time.monotonic()
                self.run_briefcast("script", "--format=json", path, status=None, timeout=100)
                best = min(best, time.monotonic() - started)
            return best
        for name, piece in (("labels", "Name%d: word\n\n"), ("stars", "**"), ("brackets", "[("), ("lines", "a\n"),
                            ("quotes", ">"), ("colons", "a: "), ("sentences", "A. b. "), ("angles", "<b><"),
                            ("amps", "&amp;"), ("dashes", "-- "), ("backticks", "`"), ("dots", "..."), ("tabs", "\t-")):
            with self.subTest(name=name):
                def text(count):
                    return "Harbour\n\nInes Okafor: " + "".join(piece % i if "%" in piece else piece for i in range(count))
                small, large = seconds(text(20000)), seconds(text(80000))
                self.assertLess(large, max(8 * small, 2), f"{small:.2f} s for 20,000, {large:.2f} s for 80,000")

    def test_deep_markdown(self):
        for name, text in (("quotes", ">" * 50000 + " a\n"), ("lists", "".join("  " * i + "- a\n" for i in range(2000))),
                           ("stars", "*a" * 50000 + "\n"), ("brackets", "[" * 50000 + "a" + "]" * 50000 + "\n"),
                           ("tags", "<b>" * 50000 + "a\n")):
            with self.subTest(name=name):
                path = self.write(f"{name}.md", "**Ines Okafor:** Hello.\n\n" + text)
                result = self.run_briefcast("script", "--format=json", path, status=None, timeout=60)
                self.assertIn(result.status, (0, INPUT), result.said)

    def test_deep_yaml(self):
        for name, text in (("flow", "a: " + "[" * 100000), ("block", "".join(" " * i + "a:\n" for i in range(3000))),
                           ("laughs", "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
                               f"{chr(98 + i)}: &{chr(98 + i)} [" + ",".join([f"*{chr(97 + i)}"] * 9) + "]\n" for i in range(12)))):
            with self.subTest(name=name):
                path = self.write(f"{name}.md", f"---\nbriefcast: 1\n{text}\n---\n# A\n\n**Narrator:** Hello.\n")
                result = self.run_briefcast("script", path, status=None, timeout=30)
                self.assertIn(result.status, (0, INPUT, CONFIG), result.said)


class Names(Hostile):
    """File names: every byte but the slash, and they become no option, no path, no command."""
    sanitized = True

    def test_strange_names(self):
        for name in ("-o.txt", "--help.txt", "a b.txt", "quo\"te'.txt", "new\nline.txt", "semi;$(touch x)`.txt",
                     "ünï→.txt", "per%cent%s%n.txt", ".hidden.txt", "colon:3:4.txt", "a" * 200 + ".txt", "noextension",
                     "two.dots.txt", "\u202egnp.txt", "x\x1b[2Jy.txt"):
            with self.subTest(name=name):
                self.out = self.dir / f"out-{abs(hash(name))}"
                self.write(name, TOWN)
                self.make("--", name)
                made = self.outputs()
                self.assertEqual(len(made), 4, made)
                self.assertNotRegex("".join(made), "[\n\x1b/\u202e]")
                self.assertFalse((self.dir / "x").exists())

    def test_name_that_is_no_utf8(self):
        path = os.fsencode(self.dir) + b"/la\xe9tin.txt"
        with open(path, "wb") as f:
            f.write(TOWN.encode())
        result = self.run_briefcast("make", "-o", self.out, path, status=None)
        self.assertIn(result.status, (0, INPUT, NOINPUT), result.said)
        self.assert_nothing_half_written(self.out)

    def test_title_is_no_path(self):
        e = self.render("---\ntitle: ../../../evil/../x\n---\n\n**Ines Okafor:** Hello there, everybody.\n", "title.md")
        self.assertEqual(e.tags["TITLE"], "../../../evil/../x")
        self.assertEqual(len(self.outputs()), 4)
        self.assertFalse(list(self.dir.rglob("*evil*")))

    def test_two_inputs_one_output(self):
        self.write("a/talk.txt", TOWN), self.write("b/talk.txt", TOWN)
        result = self.make("a/talk.txt", "b/talk.txt", status=None)
        self.assertIn(result.status, (USAGE, INPUT), result.said)
        self.assertRegex(result.err, r"a/talk\.txt.*b/talk\.txt|b/talk\.txt.*a/talk\.txt|talk\.opus")
        self.assert_no_output()

    def test_the_same_input_twice(self):
        self.write("talk.txt", TOWN)
        result = self.make("talk.txt", "./talk.txt", status=None)
        self.assertIn(result.status, (0, USAGE, INPUT), result.said)

    def test_an_output_that_is_a_folder(self):
        self.write("talk.txt", TOWN)
        (self.out / "talk.opus").mkdir(parents=True)
        result = self.run_briefcast("make", "-o", self.out, "talk.txt", status=None)
        self.assertIn(result.status, (CREATE, IO), result.said)
        self.assertRegex(result.err, r"error: .*talk\.opus|talk\.opus.*error: ")
        self.assertEqual(self.outputs(), [], "something was written beside it")

    def test_output_never_replaces_the_input(self):
        source = self.write("talk.vtt", TOWN)
        result = self.run_briefcast("make", "-o", self.dir, "talk.vtt", status=None)
        if result.status == 0:
            self.assertNotEqual(source.read_bytes()[:6], b"WEBVTT", "the input was overwritten")
        self.assertEqual(source.read_bytes().decode(), TOWN)


class Cues(Hostile):
    def test_long_sentences_are_split_between_words(self):
        sentence = "The committee met " + ", ".join(f"on the {w} pier" for w in
                   "first second third fourth fifth sixth seventh eighth ninth tenth".split()) + ", and then it rose."
        e = self.render(f"Harbour\n\nInes Okafor: {sentence}\n")
        self.assertGreater(len(e.cues), 2)
        for cue in e.cues:
            self.assertLessEqual(max(map(len, cue.lines)), 65)
            self.assertLess(cue.end, e.duration + 1 / RATE)
        self.assertRegex(" ".join(c.text for c in e.cues), re.escape(sentence))
