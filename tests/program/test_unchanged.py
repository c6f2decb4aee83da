"""What was made is not made again, and whatever has changed since is noticed."""
import hashlib
import json
import os
import shutil
import subprocess
import time
from pathlib import Path

from lab import BRIEFCAST, MISSING, ROOT, Case, tool
from texts import TOWN

LIBRARY = "libespeak-ng.so.1"


def engine_folder():
    return Path(tool("pkg-config", "--variable=libdir", "espeak-ng").out.strip())


class Engine(Case):
    """The engine is loaded by those who speak, and is known by its files."""

    def setUp(self):
        super().setUp()
        self.given = self.write("town.txt", TOWN)
        self.folder = self.dir / "engine"
        self.folder.mkdir()
        os.symlink(engine_folder() / "espeak-ng-data", self.folder / "espeak-ng-data")
        self.other = self.environment(LD_LIBRARY_PATH=self.folder)

    def test_is_not_loaded_to_start(self):
        needed = tool("ldd", BRIEFCAST).out
        for library in ("libespeak", "libpulse", "libasound", "libX11"):
            self.assertNotIn(library, needed)

    def test_another_library_is_noticed(self):
        self.make(self.given)
        before = {name: (self.out / name).read_bytes() for name in self.outputs()}
        self.assertIn(" 0 to compile", self.make("-n", self.given).out)
        shutil.copyfile(engine_folder() / LIBRARY, self.folder / LIBRARY)  # as good, and of another date
        self.assertIn(" 0 in the cache", self.make("-n", self.given, env=self.other).out)
        result = self.make(self.given, env=self.other)
        self.assertRegex(result.err, r" [1-9]\d* clips compiled, 0 reused")
        self.assertEqual({name: (self.out / name).read_bytes() for name in self.outputs()}, before)

    def test_no_library(self):
        (self.folder / LIBRARY).write_bytes(b"")
        result = self.make(self.given, env=self.other, status=MISSING)
        self.assertIn("the library of eSpeak NG is not", result.err)
        self.assert_no_output()


class Made(Case):
    """An episode that is made. Whether it was linked again stands in the report, as the time that it took."""

    def setUp(self):
        super().setUp()
        self.given = self.write("town.txt", TOWN)
        self.assertGreater(self.render()["totals"]["clips"]["compiled"], 5)
        self.wanted = self.contents()
        self.clips = sorted(self.cache.rglob("*.opus"))

    def contents(self, out=None):
        return {name: (Path(out or self.out) / name).read_bytes() for name in self.outputs(out)}

    def render(self, *arguments, given=None, **options):
        self.make("--report", self.dir / "report.json", *arguments, given or self.given, **options)
        return json.loads((self.dir / "report.json").read_text())

    def assert_stands(self, *arguments, **options):
        """Nothing is linked or written, and all is reported as if it were."""
        times = {p: p.stat().st_mtime_ns for p in self.out.iterdir()}
        report = self.render(*arguments, **options)
        self.assertEqual(report["totals"]["cpu_us"]["link"], 0, "it was linked again")
        self.assertEqual(report["totals"]["clips"]["compiled"], 0)
        self.assertEqual(report["totals"]["clips"]["reused"], report["inputs"][0]["sentences"])
        self.assertEqual({p: p.stat().st_mtime_ns for p in self.out.iterdir()}, times)
        return report

    def assert_linked(self, *arguments, compiled=0, **options):
        """All is linked again, to the very bytes of a run that knows nothing of earlier ones; then it stands."""
        report = self.render(*arguments, **options)
        self.assertGreater(report["totals"]["cpu_us"]["link"], 0, "it was not linked again")
        if compiled is not None:
            self.assertEqual(report["totals"]["clips"]["compiled"], compiled)
        options["env"] = {**options.get("env", self.environment()), "BRIEFCAST_CACHE": str(self.dir / "cold")}
        shutil.rmtree(self.dir / "cold", ignore_errors=True)
        self.render(*arguments, out=self.dir / "fresh", **options)
        self.assertEqual(self.contents(), self.contents(self.dir / "fresh"))
        options["env"]["BRIEFCAST_CACHE"] = str(self.cache)
        self.assert_stands(*arguments, **options)
        return report


class Unchanged(Made):
    sanitized = True
    weight = 2

    def test_nothing_changed(self):
        first = self.render()
        second = self.assert_stands()
        for report in (first, second):
            del report["totals"]["cpu_us"], report["totals"]["wall"], report["totals"]["link_wall_us"]
            del report["totals"]["peak_kib"]
        self.assertEqual(second, first)
        self.assertEqual(self.contents(), self.wanted)

    def test_report_is_wanted_later(self):
        """The outputs' SHA-256 are only reckoned for a report."""
        given, out = self.write("other.txt", TOWN), self.dir / "out2"
        for arguments in ((), ("--report", self.dir / "first.json"), ("--report", self.dir / "second.json")):
            self.make(*arguments, given, out=out)
        want = {hashlib.sha256(content).hexdigest() for content in self.contents(out).values()}
        for name in ("first.json", "second.json"):
            report = json.loads((self.dir / name).read_text())
            self.assertEqual(report["totals"]["cpu_us"]["link"], 0)
            self.assertEqual({o["sha256"] for o in report["inputs"][0]["outputs"]}, want)

    def test_outputs_that_were_touched(self):
        """Removed, cut short, longer, or with one other bit and the old time: each is made again."""
        for name, content in self.wanted.items():
            path = self.out / name
            before = path.stat()
            changed = bytearray(content)
            changed[len(content) // 2] ^= 1
            for damage in (None, content[:-1], b"", content + b"\n", changed):
                with self.subTest(name=name, damage=damage and len(damage)):
                    path.unlink()
                    if damage is not None:
                        path.write_bytes(damage)
                        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
                    report = self.render()
                    self.assertGreater(report["totals"]["cpu_us"]["link"], 0)
                    self.assertEqual(self.contents(), self.wanted)

    def test_clips_that_were_touched(self):
        """With one other bit and the old time, cut short, or removed: compiled again, though nobody needs it now."""
        for damage in (lambda b: b[:-9] + bytes([b[-9] ^ 1]) + b[-8:], lambda b: b[:len(b) // 2], None):
            clip = self.clips[0]
            before, content = clip.stat(), clip.read_bytes()
            clip.unlink() if damage is None else clip.write_bytes(damage(content))
            if damage:
                os.utime(clip, ns=(before.st_atime_ns, before.st_mtime_ns))
            self.assert_linked(compiled=1)
            self.assertEqual(clip.read_bytes(), content)
            self.assertEqual(self.contents(), self.wanted)

    def test_clips_stay_in_use(self):
        """What is used counts as used, though it is not read: else it would be pruned."""
        old = time.time() - 3 * 86400
        for clip in self.clips:
            os.utime(clip, (old, old))
        self.assert_linked()
        self.assertGreater(min(clip.stat().st_mtime for clip in self.clips), old + 86400)

    def test_text(self):
        self.given.write_text(TOWN + "\n")  # nobody hears it, but the coverage accounts for it
        self.assert_linked()
        self.given.write_text(TOWN.replace(".", ", too.", 1))
        self.assert_linked(compiled=1)
        self.given.write_text(TOWN)
        self.assert_linked()  # the outputs are those of the other text
        self.assertEqual(self.contents(), self.wanted)

    def test_name_of_the_source(self):
        other = self.dir / "below" / "town.txt"
        other.parent.mkdir()
        shutil.copy2(self.given, other)
        self.assert_linked(given=other)

    def test_options(self):
        covers = [self.dir / "navy.png", self.dir / "green.png"]
        for cover in covers:
            tool("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", f"color=c={cover.stem}:s=300x300", "-frames:v", "1",
                 cover)
        self.assert_linked("--title", "Another title")
        self.assert_linked("--bitrate", "32", compiled=None)
        for cover in covers:
            self.assert_linked("--cover", cover)
        self.assert_linked(env=self.environment(SOURCE_DATE_EPOCH="1700000000"))
        self.assert_stands()  # it is dated itself
        self.assertEqual(self.contents(), self.wanted)

    def test_voices(self):
        voices = self.dir / "voices"
        shutil.copytree(ROOT / "voices", voices)
        self.assert_stands("--voices", voices)
        for profile in voices.glob("*.yaml"):
            profile.write_text(profile.read_text() + "# nothing else\n")
        self.assert_linked("--voices", voices)
        for profile in voices.glob("*.yaml"):
            profile.write_text(profile.read_text().replace("rate: 1", "rate: 2"))
        self.assert_linked("--voices", voices, compiled=len(self.clips))

    def test_cast_register(self):
        cast = self.write("cast.yaml", "Ines Okafor: flute\n")
        self.assert_linked("--cast", cast, compiled=None)
        cast.write_text(cast.read_text() + "Tomas Weir: {say: Tomash Veer}\n")
        self.assert_linked("--cast", cast, compiled=None)
        cast.write_text(cast.read_text() + "# nothing else\n")
        self.assert_linked("--cast", cast)

    def test_another_program(self):
        """The same version, but another file: who builds one and tries it gets what it makes."""
        folder = self.dir / "bin"
        folder.mkdir()
        shutil.copy(BRIEFCAST, folder / "briefcast")
        self.assert_linked("--voices", ROOT / "voices", program=folder / "briefcast")

    def test_damaged_receipts(self):
        receipt, = self.cache.rglob("*.receipt")
        content = receipt.read_bytes()
        other = self.write("other.txt", TOWN.replace("again", "once more"))
        self.make(other, out=self.dir / "second")
        foreign, = set(self.cache.rglob("*.receipt")) - {receipt}
        damages = [content[:at] + bytes([content[at] ^ 4]) + content[at + 1:] for at in range(0, len(content), 37)]
        for damage in [*damages, b"", content[:-1], content + b"x", foreign.read_bytes()]:
            receipt.write_bytes(damage)
            self.assertGreater(self.render()["totals"]["cpu_us"]["link"], 0)
            self.assertEqual(self.contents(), self.wanted)
            self.assertEqual(receipt.read_bytes()[:8], content[:8])
        receipt.unlink()
        os.mkfifo(receipt)
        self.assertGreater(self.render()["totals"]["cpu_us"]["link"], 0)

    def test_receipts_are_pruned(self):
        receipt, = self.cache.rglob("*.receipt")
        self.run_briefcast("cache", "--prune")
        self.assertTrue(receipt.exists())
        old = time.time() - 400 * 86400
        os.utime(receipt, (old, old))
        self.run_briefcast("cache", "--prune")
        self.assertFalse(receipt.exists())
        self.render()
        self.run_briefcast("cache", "--clear")
        self.assertFalse(receipt.exists())

    def test_no_cache_compiles_all(self):
        report = self.render("--no-cache")
        self.assertEqual(report["totals"]["clips"]["reused"], 0)
        self.assertGreater(report["totals"]["clips"]["compiled"], 5)

    def test_complaints_are_repeated(self):
        """What is said of an input is said each time."""
        self.given.write_text("The boat sails at ten.\n")
        first = self.make(self.given)
        self.assertIn("[no-speakers]", first.err)
        report = self.assert_stands()
        self.assertEqual([d["code"] for d in report["inputs"][0]["diagnostics"]], ["no-speakers"])


class Unknown(Made):
    """(Sanitizers need /proc themselves.)"""

    def test_unknown_program(self):
        """Where there is no /proc it cannot be told which program this is: then everything is linked each time."""
        hidden = ["unshare", "-m", "sh", "-c", 'mount -t tmpfs none /proc || exit 99; exec "$@"', "sh"]
        if subprocess.run([*hidden, "true"], capture_output=True).returncode:
            self.skipTest("this machine allows nobody to hide /proc")
        for _ in range(2):
            report = self.render("--voices", ROOT / "voices", before=hidden)
            self.assertGreater(report["totals"]["cpu_us"]["link"], 0)
            self.assertEqual(self.contents(), self.wanted)
