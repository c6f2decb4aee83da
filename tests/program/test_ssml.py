"""SSML documents as input."""
import json

from lab import CONFIG, INPUT, Case

TALK = """<?xml version="1.0" encoding="UTF-8"?>
<!-- of the tides -->
<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-GB">
  <meta name="author" content="nobody"/>
  Good evening &amp; welcome.
  <p>The <sub alias="Regional Pilotage Board">RPB</sub> met <emphasis>twice</emphasis> &lt;today&gt;.</p>
  <voice name="tenor">
    <p><s>First sentence</s> <s xml:lang="de">Zweiter Satz</s><break time="1s"/> <s>Third one</s></p>
    Loose words here, with *stars* and **more**.
    <p xml:lang="fr">Bonjour <prosody rate="slow">tout le monde</prosody>.</p>
  </voice>
  <mark name="end"/>
  <p>That is <say-as interpret-as="digits">007</say-as> all<![CDATA[ & <done>]]>. <voice name="soprano">Bye.</voice></p>
</speak>
"""
SPEAK = '<speak version="1.1" xml:lang="en">{}</speak>'


class Ssml(Case):
    sanitized = True

    def texts(self, document):
        return [(t["speaker"], [s["text"] for s in t["segments"]]) for t in document["turns"]]

    def test_a_document(self):
        document = self.script_json(self.write("talk.ssml", TALK))
        self.assertEqual(document["language"], "en-GB")
        self.assertEqual(self.texts(document), [
            ("Narrator", ["Good evening & welcome.", "The RPB met", "twice", "<today>."]),
            ("tenor", ["First sentence", "Zweiter Satz", "Third one", "Loose words here, with *stars* and **more**.",
                       "Bonjour", "tout le monde."]),
            ("Narrator", ["That is 007 all & <done>.", "Bye."])])
        self.assertEqual(document["cast"]["tenor"], ["tenor"])
        pauses = [s["pause_after_ms"] for s in document["turns"][1]["segments"]]
        self.assertEqual(pauses[:2], [300, 1000])
        self.assertTrue(420 < pauses[2] < 780, "a paragraph's, with some breath")
        self.assertEqual(document["turns"][1]["segments"][2]["line"], 8)

    def test_printed_as_a_script_it_is_the_same(self):
        self.make(self.write("talk.ssml", TALK))
        first = (self.out / "talk.opus").read_bytes()
        printed = self.run_briefcast("script", "talk.ssml").out
        (self.dir / "talk.ssml").unlink()
        run = self.make(self.write("talk.md", printed))
        self.assertIn("0 clips compiled", run.err)
        self.assertEqual(first, (self.out / "talk.opus").read_bytes())

    def test_sentences_without_a_blank_between(self):
        document = self.script_json(self.write("s.ssml", SPEAK.format("<s>One thing</s><s>Two things</s>")))
        self.assertEqual(document["turns"][0]["text"], "One thing Two things")
        self.assertEqual(self.texts(document), [("Narrator", ["One thing", "Two things"])])

    def test_a_lexicon_is_read(self):
        self.write("names.txt", "Belvek = bell veck\n")
        talk = SPEAK.format('<lexicon uri="{}"/>Belvek rose.')
        document = self.script_json(self.write("l.ssml", talk.format("names.txt")))
        self.assertEqual(document["turns"][0]["segments"][0]["spoken"], "bell veck rose.")
        for uri, said in (("https://belvek.example/a.pls", "lies elsewhere"), ("", "needs a 'uri'"), ("../x.pls", "outside"),
                          ("sub/", "names no file")):
            run = self.run_briefcast("check", self.write("l.ssml", talk.format(uri)), status=None)
            self.assertNotEqual(run.status, 0, uri)
            self.assertRegex(run.err, r"l\.ssml:1:\d+: error: .*" + said)

    def test_a_voice_inside_prosody(self):
        talk = '<prosody rate="slow">One. <voice name="tenor">Two.</voice></prosody> <voice name="tenor">Three.</voice>'
        self.assertEqual(self.texts(self.script_json(self.write("v.ssml", SPEAK.format(talk)))),
                         [("Narrator", ["One.", "Two."]), ("tenor", ["Three."])])

    def test_every_byte_is_accounted_for(self):
        path = self.write("talk.ssml", TALK)
        self.make(path)
        ranges = self.episode("talk").coverage["ranges"]
        whole = b"".join(path.read_bytes()[r["begin"]:r["end"]] for r in ranges)
        self.assertEqual(whole, TALK.encode())
        spoken = b" ".join(path.read_bytes()[r["begin"]:r["end"]] for r in ranges if r["kind"] == "spoken")
        self.assertNotIn(b"prosody", spoken)

    def test_known_by_its_root_not_by_its_name(self):
        path = self.write("talk.xml", SPEAK.format("It is <emphasis>so</emphasis>."))
        self.assertEqual(self.texts(self.script_json(path)), [("Narrator", ["It is", "so."])])

    def test_what_is_wrong_has_a_place(self):
        cases = (
            ("One.\n<p>Two.</q>", r":2:\d+: error: not well-formed XML: mismatched tag \(end the element"),
            ("One&nbsp;two.", r":1:\d+: error: not well-formed XML: undefined entity \(write the character itself"),
            ("One <two", r"error: not well-formed XML: .* \(\w+"),
            ("One & two.", r"error: not well-formed XML: .* \(a plain '<' is written &lt;"),
            ("One &#160; two.\n<voise name='x'>x</voise>", r":2:1: error: unknown tag <voise> \(did you mean <voice>"),
            ("One.\n<prosody rate='quick'>Two.</prosody>", r":2:10: error: <prosody> cannot have this rate"),
            ("One <break time='soon'/> two.", r":1:\d+: error: <break> cannot have this time"),
            ("", r"there is nothing to be spoken"),
            ("<sub alias='x'><emphasis>a</emphasis></sub>", r"\[tag-nested\]"),
            ("<p xml:lang='12'>One.</p>", r"this is no language"),
            ("<emphasis>" * 20 + "deep" + "</emphasis>" * 20, r"too deep \(end some of them before\) \[tag-nested\]"),
            ("<voice name='tenor'>" * 20 + "deep" + "</voice>" * 20, r"too deep \(end some of them before\)"),
            ("<blink>One.</blink>", r"unknown tag <blink> \(here are known <p>, <s>, <break>[^\\]*\) \[tag-unknown\]"),
            ("<sub alias='" + "x" * 1000000 + "'>One.</sub>",
             r":1:\d+: error: this tag is longer than 4096 bytes \(shorten .*\) \[tag-long\]"),
        )
        for inside, message in cases:
            run = self.run_briefcast("check", self.write("bad.ssml", SPEAK.format(inside)), status=INPUT)
            self.assertRegex(run.err, message)
        run = self.run_briefcast("check", self.write("bad.ssml", SPEAK.format("<voice name='tenner'>One.</voice>")),
                                 status=CONFIG)
        self.assertRegex(run.err, r"bad\.ssml:1:\d+: error: .*'tenner'.*did you mean 'tenor'")

    def test_no_bombs_and_nothing_fetched(self):
        bomb = '<!DOCTYPE speak [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n' + SPEAK.format("&b;")
        run = self.run_briefcast("check", self.write("bomb.ssml", bomb), status=INPUT)
        self.assertIn("[xml-entity]", run.err)
        self.write("secret.txt", "Krzeszkowo")
        outside = '<!DOCTYPE speak [<!ENTITY a SYSTEM "secret.txt">]>\n' + SPEAK.format("&a;")
        run = self.run_briefcast("check", self.write("outside.ssml", outside), status=INPUT)
        self.assertNotIn("Krzeszkowo", run.err + run.out)

    def test_many_voices_end_quickly(self):
        many = "".join(f"<voice name='v{i}'>x</voice>" for i in range(20000))
        run = self.run_briefcast("check", self.write("many.ssml", SPEAK.format(many)), status=INPUT, timeout=20)
        self.assertIn("[voices-many]", run.err)
