"""Text in other scripts: said by the same speaker in its language, or transliterated; nothing is lost on the way."""
import unicodedata

from lab import Case, words_of

TALK = """Ferry briefing

MARA LINDQVIST: The paper «Правда» and Олжас Қуанов wrote about Қазақстан. In Greek, Καλημέρα σας; in Arabic صباح الخير.

QUESTION: They said: "Мост открыт." Is that नमस्ते, or 2017年我们建桥, or สวัสดี? And the α-version 🌉?

MARA LINDQVIST: It is. Thank you, \u200fשלום\u200e, all of you.
"""


def letters(text):
    return {unicodedata.name(c, "?").split()[0] for c in text if unicodedata.category(c) in ("Lu", "Ll", "Lo")}


class Foreign(Case):
    def spoken(self, path):
        return [(s["text"], s["spoken"]) for t in self.script_json(path)["turns"] for s in t["segments"]]

    def test_one_script_a_segment(self):
        said = self.spoken(self.write("talk.txt", TALK))
        for text, spoken in said:
            self.assertEqual(len(letters(spoken)), 1, (text, spoken))
        texts = [t for t, _ in said]
        for run in ("«Правда»", "Олжас Қуанов", "Қазақстан.", "صباح الخير.", "नमस्ते,"):
            self.assertIn(run, texts)

    def test_everything_is_said_and_timed(self):
        path = self.write("talk.txt", TALK)
        self.make(path)
        episode = self.episode("talk")
        at = 0
        for r in episode.coverage["ranges"]:
            if r["kind"] == "added":
                continue
            self.assertEqual(r["begin"], at)
            at = r["end"]
        self.assertEqual(at, len(TALK.encode()))
        heard = " ".join(words_of(episode.vtt.read_text(encoding="utf-8")))
        for word in ("Правда", "Қазақстан", "Καλημέρα", "الخير", "建桥", "สวัสดี"):
            self.assertTrue(all(w in heard for w in words_of(word)), word)

    def test_a_printed_script_says_the_same(self):
        path = self.write("talk.txt", TALK)
        printed = self.run_briefcast("script", "--announce=never", path).out
        self.assertNotIn("<lang", printed)
        self.assertEqual(self.spoken(self.write("talk.md", printed)), self.spoken(path))

    def test_arabic_with_braille(self):
        self.make(self.write("talk.txt", "MARA LINDQVIST: We said صباح \u2801\u2802 الخير\u2803 \u202eتحدثنا\u202c.\n\n"
                                         "LARS HOLM: Good.\n"))

    def test_a_text_torn_into_scripts_has_one_voice(self):
        said = self.spoken(self.write("talk.txt", "MARA LINDQVIST: " + "яя bb " * 400 + "\n\nLARS HOLM: Good.\n"))
        self.assertLess(len(said), 40)
        self.assertEqual({s for _, spoken in said for s in letters(spoken)}, {"LATIN"})
