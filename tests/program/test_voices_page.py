"""The listener's page about the voices: whole, well-formed, and every sample plays."""
import re
from html.parser import HTMLParser

from lab import ROOT, USAGE, Case, tool

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """Elements with their attributes; what is opened must be closed in order."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.found, self.wrong, self.words = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        names = [n for n, _ in attributes]
        if len(names) != len(set(names)):
            self.wrong.append(f"<{tag}> has an attribute twice")
        self.found.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data):
        self.words.append(data)

    def all(self, tag):
        return [a for t, a in self.found if t == tag]


class VoicesPage(Case):
    weight = 3

    def report(self, *arguments):
        run = self.run_briefcast("voices", "--report", self.dir / "page", *arguments)
        self.assertEqual(run.out.strip(), str(self.dir / "page/index.html"))
        text = (self.dir / "page/index.html").read_text(encoding="utf-8")
        page = Page(text)
        self.assertEqual((page.wrong, page.open), ([], []))
        return page, text

    def assert_usable(self, page, text):
        ids = [a["id"] for _, a in page.found if "id" in a]
        self.assertEqual(len(ids), len(set(ids)))
        for _, attributes in page.found:
            for name in ("aria-labelledby",):
                for target in attributes.get(name, "").split():
                    self.assertIn(target, ids)
        for link in page.all("a"):
            self.assertIn(link["href"][1:], ids)
        self.assertEqual(page.all("html")[0]["lang"], "en")
        self.assertTrue(all("scope" in a for a in page.all("th")))
        levels = [int(t[1]) for t, _ in page.found if re.fullmatch("h[1-6]", t)]
        self.assertEqual(levels[0], 1)
        self.assertTrue(all(b <= a + 1 for a, b in zip(levels, levels[1:])), "a heading is skipped")
        # What may be wider than the window scrolls by itself: it has a name, and the keyboard reaches it.
        wide = [a for _, a in page.found if a.get("class") == "wide"]
        self.assertTrue(wide and all(a.get("tabindex") == "0" and "aria-labelledby" in a for a in wide))
        self.assertEqual(len(page.all("caption")), len(page.all("table")))
        self.assertNotIn("<script", text)
        self.assertNotIn("http", text)

    def test_every_voice_is_there_and_plays(self):
        names = sorted(p.stem for p in (ROOT / "voices").glob("*.yaml"))
        page, text = self.report()
        self.assert_usable(page, text)
        samples = {a["src"]: a for a in page.all("audio")}
        self.assertEqual(sorted(samples), [f"{n}.opus" for n in names])
        self.assertEqual(sorted(p.name for p in (self.dir / "page").iterdir()), sorted(["index.html", *samples]))
        for name in names:
            self.assertEqual(samples[f"{name}.opus"]["aria-label"], f"Sample of {name}")
            self.assertIn("controls", samples[f"{name}.opus"])
            self.assertIn(f'<h4 id="voice-{name}">{name}</h4>', text)
            self.assertEqual(text.count(f'<th scope="row">{name}</th>'), 2)  # figures, distances
            self.assertRegex(text, rf'<text class="name"[^>]*>{name}</text>')
            path = self.dir / "page" / f"{name}.opus"
            found = tool("ffmpeg", "-v", "error", "-i", path, "-f", "null", "-")
            self.assertEqual(found.err, "", path)
            seconds = float(tool("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path).out)
            self.assertTrue(5 < seconds < 30, (name, seconds))
        self.assertNotIn(" near<", text)
        self.assertEqual(len(re.findall(r"<p>Closest: [a-z0-9-]+ and [a-z0-9-]+, \d+\. Farthest: ", text)), 6)

    def test_a_description_is_text(self):
        folder = self.dir / "voices"
        folder.mkdir()
        text = (ROOT / "voices/baritone.yaml").read_text(encoding="utf-8")
        odd = 'description: "<b onclick=\\"x\\"> & \u201cso\u201d"'
        (folder / "odd.yaml").write_text(re.sub("description: .*", lambda _: odd, text), encoding="utf-8")
        page, text = self.report("--voices", folder)
        self.assertIn("<b onclick=\"x\"> & “so”", "".join(page.words))
        self.assertEqual(page.all("b"), [])
        self.assertIn("&lt;b onclick=&quot;x&quot;&gt; &amp; “so”", text)
        (folder / "new.yaml").write_text("espeak: it\nlanguage: it\n")  # never measured, and no text
        page, text = self.report("--voices", folder)
        self.assertIn("no sample", text)

    def test_only_those_named(self):
        page, text = self.report("bass", "ru-bass")
        self.assertEqual([a["src"] for a in page.all("audio")], ["bass.opus", "ru-bass.opus"])
        self.assert_usable(page, text)

    def test_usage(self):
        self.run_briefcast("voices", "--report", self.dir / "page", "--say", "Good morning.", status=USAGE)
        self.run_briefcast("voices", "--report", self.dir / "page", "--calibrate", status=USAGE)

    def test_html5(self):
        self.report("bass", "treble", "kk-bass")
        found = tool("tidy", "-q", "-e", "--drop-empty-elements", "no", self.dir / "page/index.html", status=None)
        self.assertEqual(found.err, "")
