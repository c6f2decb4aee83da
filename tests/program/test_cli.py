"""The command line: what it prints where, what it exits with, and what stays as it was."""
import base64
import json
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import time

from lab import (BRIEFCAST, CONFIG, CREATE, INPUT, NOINPUT, ROOT, SAMPLE, USAGE, Case, sha256, shared_episode, tool, validate)
from texts import TOWN, turns

COMMANDS = ("make", "script", "check", "voices", "info", "cache")


class Help(Case):
    sanitized = True

    def test_help(self):
        for arguments in (["--help"], *([c, "--help"] for c in COMMANDS)):
            with self.subTest(arguments=arguments):
                run = self.run_briefcast(*arguments)
                self.assertEqual(run.err, "")
                self.assertRegex(run.out, r"(?i)^usage: briefcast")
                self.assertLessEqual(max(map(len, run.out.splitlines())), 80)
        for command in COMMANDS:
            self.assertRegex(self.run_briefcast("--help").out, rf"(?m)^ +{command}\b +\S")

    def test_help_on_a_command(self):
        for command in COMMANDS:
            self.assertEqual(self.run_briefcast("help", command).out, self.run_briefcast(command, "--help").out)
        self.assertIn("'make'", self.run_briefcast("help", "mkae", status=USAGE).err)

    def test_nothing_said(self):
        run = self.run_briefcast(status=USAGE)
        self.assertEqual(run.out, "")
        self.assertRegex(run.err, "(?i)usage: briefcast")

    def test_version(self):
        version = re.search(r"^VERSION := (\S+)", (ROOT / "Makefile").read_text(), re.M).group(1)
        self.assertEqual(self.run_briefcast("--version").out, f"briefcast {version}\n")

    def test_misspelt(self):
        for arguments, meant in ((["mkae", "x"], "make"), (["make", "--keep-goin", "x"], "--keep-going"),
                                 (["make", "--progress=plane", "x"], "plain"), (["script", "--format=jsn", "x"], "json")):
            with self.subTest(arguments=arguments):
                self.assertIn(meant, self.run_briefcast(*arguments, status=USAGE).err)

    def test_asked_for_under_another_name(self):
        for arguments, advice in ((["make", "--voice", "anchor", "x"], "--cast FILE"), (["script", "--speed=2", "x"], "--rate"),
                                  (["check", "--language", "de", "x"], "language: de"), (["--rate", "2", "x"], "behind the command"),
                                  (["talk.txt"], "'briefcast make talk.txt'"), (["./talk"], "'briefcast make ./talk'")):
            with self.subTest(arguments=arguments):
                self.assertIn(advice, self.run_briefcast(*arguments, status=USAGE).err)

    def test_wrong_values(self):
        talk = self.write("talk.txt", TOWN)
        for arguments in (["-j0"], ["-j", "many"], ["-j", "-3"], ["--bitrate", "1"], ["--bitrate", "9999"], ["-o"],
                          ["--bitrate", "24k"], ["-j", "99999999999999999999"], ["--progress"]):
            with self.subTest(arguments=arguments):
                run = self.make(talk, *arguments, status=USAGE)
                self.assertIn(arguments[0].strip("0"), run.err)
                self.assert_no_output()

    def test_no_input(self):
        self.make(status=USAGE)
        self.run_briefcast("script", status=USAGE)
        self.run_briefcast("info", status=USAGE)

    def test_every_exit_status_is_in_the_page_and_in_the_readme(self):
        statuses = dict(re.findall(r"(BC_E\w+) = (\d+)", (ROOT / "src/base/status.h").read_text()))
        page = tool("mandoc", "-Tutf8", self.write("briefcast.1", self.run_briefcast("man").out)).out
        page = re.sub(".\b", "", page)
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        for name, number in statuses.items():
            self.assertRegex(page, rf"(?m)^ +{number}\b", f"{name} is not in the man page")
            self.assertRegex(readme, rf"(?m)^\| *`?{number}`? *\|", f"{name} is not in README.md's table")

    def test_every_option_is_in_the_page_and_in_the_readme(self):
        page = re.sub(".\b", "", tool("mandoc", "-Tutf8", self.write("b.1", self.run_briefcast("man").out)).out)
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        for command in COMMANDS:
            for option in re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", self.run_briefcast(command, "--help").out, re.M):
                self.assertIn(option, page.replace("\u2010", "-"), f"{command} {option}")
                self.assertIn(option, readme, f"{command} {option}")

    def test_page_is_clean(self):
        run = tool("mandoc", "-Tlint", "-W", "warning", self.write("briefcast.1", self.run_briefcast("man").out), status=None)
        self.assertEqual(run.out + run.err, "")


class Standard(Case):
    """Standard input, standard output, standard error."""
    sanitized = True

    def test_standard_input(self):
        self.make("--name", "town", "-", input=TOWN.encode())
        self.assertEqual(self.outputs(), ["town.chapters.json", "town.coverage.json", "town.opus", "town.vtt"])
        file = self.write("town.txt", TOWN)
        self.make(file, out=self.dir / "file")
        self.assertEqual(sha256(self.out / "town.opus"), sha256(self.dir / "file/town.opus"))
        self.assertEqual(self.run_briefcast("script", "-", input=TOWN.encode()).out.splitlines()[5:],
                         self.run_briefcast("script", file).out.splitlines()[5:])
        self.run_briefcast("check", "-", input=TOWN.encode())

    def test_standard_input_needs_a_name(self):
        self.assertIn("--name", self.make("-", status=USAGE, input=TOWN.encode()).err)
        self.assert_no_output()

    def test_a_script_on_standard_input(self):
        printed = self.run_briefcast("script", self.write("town.txt", TOWN)).bytes
        self.make("--name", "town", "-", input=printed)
        self.make("town.txt", out=self.dir / "file")
        self.assertEqual(sha256(self.out / "town.opus"), sha256(self.dir / "file/town.opus"))

    def test_fault_on_standard_input_has_a_place(self):
        self.assertRegex(self.make("--name", "x", "-", status=INPUT, input=b"ab\xff").err, r"(?m)^\S+:1:3: error: ")

    def test_results_only_on_standard_output(self):
        run = self.make(self.write("town.txt", TOWN))
        for line in run.out.splitlines():
            self.assertTrue((self.dir / line).exists() or os.path.exists(line), f"no result: {line!r}")

    def test_closed_descriptors(self):
        """Started without standard input, output or error: no output file takes their place."""
        self.write("town.txt", TOWN)
        for closed in ("0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"):
            with self.subTest(closed=closed):
                shutil.rmtree(self.out, ignore_errors=True)
                run = subprocess.run(f'"{BRIEFCAST}" make -o out town.txt {closed}', shell=True, cwd=self.dir,
                                     env=self.environment(), capture_output=True, timeout=100)
                self.assertEqual(run.returncode, 0, run.stderr)
                self.assertEqual(self.episode("town").probe.warnings, "")


class Progress(Case):
    def test_none_is_silent(self):
        run = self.make("--progress=none", self.write("town.txt", TOWN))
        self.assertEqual(run.err, "")

    def test_plain_lines_where_there_is_no_terminal(self):
        run = self.make(self.write("town.txt", TOWN))
        self.assertNotIn("\r", run.err)
        self.assertNotIn("\x1b", run.err)
        self.assertLess(len(run.err.splitlines()), 12)

    def test_json_lines(self):
        run = self.make("--progress=json", self.write("long.txt", turns(60)))
        lines = [json.loads(line) for line in run.err.splitlines()]
        self.assertTrue(lines)
        for line in lines:
            self.assertIsInstance(line, dict)

    def on_terminal(self, *arguments, columns=80):
        """Runs with standard error on a terminal; what was written there, as it came."""
        import fcntl
        import termios
        primary, secondary = pty.openpty()
        fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = subprocess.Popen([str(BRIEFCAST), *map(str, arguments)], stdin=secondary, stdout=subprocess.DEVNULL,
                                   stderr=secondary, cwd=self.dir, env={**self.environment(), "TERM": "xterm"})
        os.close(secondary)
        said, limit = b"", time.monotonic() + 120
        while time.monotonic() < limit:
            if select.select([primary], [], [], 0.2)[0]:
                try:
                    data = os.read(primary, 65536)
                except OSError:
                    break
                said += data
            elif process.poll() is not None:
                break
        os.close(primary)
        self.assertEqual(process.wait(10), 0, said)
        return said.decode("utf-8")

    def test_bar_on_a_terminal(self):
        for columns in (80, 40):
            with self.subTest(columns=columns):
                shutil.rmtree(self.cache, ignore_errors=True)
                said = self.on_terminal("make", "-o", "out", self.write("long.txt", turns(60)), columns=columns)
                self.assertIn("\r", said)
                drawn = [x for x in re.split(r"[\r\n]", re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said)) if "%" in x]
                self.assertGreater(len(drawn), 1)
                self.assertLessEqual(max(map(len, drawn)), columns)


class Report(Case):
    sanitized = True

    def report(self, *arguments, **options):
        self.make("--report", self.dir / "report.json", *arguments, **options)
        report = json.loads((self.dir / "report.json").read_text())
        validate(report, "report")
        return report

    def test_what_it_says_is_so(self):
        self.write("a.txt", TOWN), self.write("b.txt", TOWN.replace("gearbox", "engine"))
        report = self.report("a.txt", "b.txt")
        self.assertEqual([i["input"] for i in report["inputs"]], ["a.txt", "b.txt"])
        for entry in report["inputs"]:
            e = self.episode(entry["input"][0])
            self.assertEqual(entry["status"], 0)
            self.assertAlmostEqual(entry["duration"], e.duration, delta=0.03)
            outputs = {os.path.basename(o["path"]): o["sha256"] for o in entry["outputs"]}
            self.assertEqual(outputs, {p.name: sha256(p) for p in (e.opus, e.vtt, e.chapters_path, e.coverage_path)})
            self.assertAlmostEqual(entry["loudness_lufs"], e.loudness().lufs, delta=0.2)
            self.assertAlmostEqual(entry["true_peak_dbtp"], e.loudness().peak, delta=0.5)
            self.assertEqual(entry["chapters"], len(e.probe.chapters))
        clips = report["totals"]["clips"]
        segments = len([s for t in self.script_json("a.txt", announce="first")["turns"] for s in t["segments"]])
        self.assertEqual(clips["compiled"], segments + 1, "two texts that differ in one sentence")
        self.assertEqual(clips["compiled"] + clips["reused"], 2 * segments)
        self.assertEqual(clips["compiled"], len(list(self.cache.rglob("*.opus"))))

    def test_failures_are_named(self):
        self.write("bad.txt", b"\xff"), self.write("good.txt", TOWN)
        report = self.report("--keep-going", "bad.txt", "nowhere.txt", "good.txt", status=INPUT)
        self.assertEqual([(i["input"], i["status"]) for i in report["inputs"]],
                         [("bad.txt", INPUT), ("nowhere.txt", NOINPUT), ("good.txt", 0)])

    def test_a_plan_says_that_nothing_was_made(self):
        self.write("a.txt", TOWN), self.write("bad.txt", b"x\xff")
        report = self.report("-n", "--keep-going", "a.txt", "bad.txt", status=INPUT)
        self.assertEqual([i["result"] for i in report["inputs"]], ["planned", "failed"])
        self.assertEqual([(report["totals"][k]) for k in ("done", "planned", "failed")], [0, 1, 1])
        planned = report["inputs"][0]
        self.assertEqual(planned["clips"], {"compiled": planned["sentences"], "reused": 0, "failed": 0})
        self.assertIn(str(self.out / "a.opus"), [o["path"] for o in planned["outputs"]])
        self.assertEqual({k for o in planned["outputs"] for k in o}, {"path"})

    def test_report_takes_no_file_s_place(self):
        """Not an input's, even where another one is missing, and not an episode's."""
        self.write("town.txt", TOWN)
        os.symlink("town.txt", self.dir / "link")
        for report in ("town.txt", "./town.txt", "link"):
            for more in ((), ("missing.txt",)):
                result = self.make("--report", report, "town.txt", *more, status=CREATE)
                self.assertIn("it is an input", result.err)
                self.assertEqual((self.dir / "town.txt").read_text(encoding="utf-8"), TOWN)
        self.make("--report", self.out / "town.opus", "town.txt", status=CREATE)
        self.assert_no_output()

    def test_report_that_cannot_be_written(self):
        self.write("a.txt", TOWN)
        self.make("--report", "/dev/null/report.json", "a.txt", status=73)


class OneSentence(Case):
    """Compile and link: what did not change is not made again."""
    weight = 2

    def compiled(self, text):
        self.write("talk.txt", text)
        self.make("--report", self.dir / "report.json", "talk.txt")
        return json.loads((self.dir / "report.json").read_text())["totals"]["clips"]["compiled"]

    def test_compiled_is_what_changed(self):
        self.assertGreater(self.compiled(TOWN), 10)
        self.assertEqual(self.compiled(TOWN), 0, "nothing changed")
        self.assertEqual(self.compiled(TOWN.replace("early boat", "first boat")), 1, "one sentence changed")
        self.assertEqual(self.compiled(TOWN), 0, "changed back")
        self.assertEqual(self.compiled(TOWN.replace("Thank you all", "Please ask more. Thank you all")), 2,
                         "one added, and that which was the first of its turn before")
        self.assertEqual(self.compiled(TOWN.replace("We carried 41,200 passengers in February. ", "")), 1,
                         "one taken out, and what was the end of a paragraph stands alone")
        self.assertEqual(self.compiled(TOWN.replace("That is more", "Nobody knew it. That is more")), 1,
                         "one added in the middle")
        self.assertEqual(self.compiled(TOWN.replace("\n\n", "\n\n\n").replace("(Laughter.)", "(Applause.)")), 0, "blanks")

    def test_the_same_sentence_is_compiled_once(self):
        text = "Harbour\n\nThe pier is open.\n\n" + "The boat sails at noon. " * 8 + "\n\nThe pier is open.\n"
        self.assertEqual(self.compiled(text), 6, "title, the first of the turn, begin, middle and end of a "
                         "paragraph, one that stands alone")


class DryRun(Case):
    def test_says_and_writes_nothing(self):
        self.write("town.txt", TOWN)
        run = self.make("-n", "town.txt")
        self.assert_no_output()
        self.assertEqual(list(self.cache.rglob("*.opus")), [])
        self.assertIn("town", run.out + run.err)
        self.make("-n", "nowhere.txt", status=NOINPUT)


class Options(Case):
    weight = 2

    def test_title(self):
        self.make("--title", "Ferries & <more>", self.write("town.txt", TOWN))
        self.assertEqual(self.episode("town").tags["TITLE"], "Ferries & <more>")

    def test_bitrate(self):
        self.write("town.txt", TOWN)
        sizes = []
        for rate in (16, 24, 40):
            self.make("--bitrate", rate, "town.txt", out=self.dir / str(rate))
            sizes.append((self.dir / f"{rate}/town.opus").stat().st_size)
        self.assertLess(sizes[0] * 1.15, sizes[1])
        self.assertLess(sizes[1] * 1.3, sizes[2])

    def test_cover(self):
        for name in ("cover.png", "cover.jpg"):
            with self.subTest(name=name):
                tool("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "color=c=navy:s=300x300", "-frames:v", "1",
                     self.dir / name)
                self.make("--cover", name, self.write("town.txt", TOWN))
                e = self.episode("town")
                pictures = [s for s in e.probe.streams if s["codec_type"] == "video"]
                self.assertEqual([(p["width"], p["height"], p["disposition"]["attached_pic"]) for p in pictures],
                                 [(300, 300, 1)])
                content = e.opus.read_bytes()
                self.assertLess(content.index(b"CHAPTER001="), content.index(b"METADATA_BLOCK_PICTURE="))
                block = base64.b64encode((self.dir / name).read_bytes()[:3000])[:3000]
                self.assertTrue(block)
                self.assertNotRegex(tool("opusinfo", e.opus).out, "(?i)warning")
                self.assertEqual(len(e.probe.chapters), len(e.chapters["chapters"]))

    def test_cover_that_is_no_image(self):
        self.write("town.txt", TOWN), self.write("cover.png", "no image\n")
        run = self.make("--cover", "cover.png", "town.txt", status=None)
        self.assertIn(run.status, (INPUT, CONFIG, USAGE), run.said)
        self.assertIn("cover.png", run.err)
        self.assert_no_output()
        self.make("--cover", "nowhere.png", "town.txt", status=NOINPUT)

    def test_cast_register(self):
        self.write("town.txt", TOWN), self.write("cast.yaml", "Ines Okafor: flute\nTomas Weir: {voice: gravel, say: Tomash Veer}\n")
        script = self.script_json("town.txt", env=self.environment())
        self.make("--cast", "cast.yaml", "town.txt")
        printed = json.loads(self.run_briefcast("script", "--format=json", "--cast", "cast.yaml", "town.txt").out)
        self.assertEqual((printed["cast"]["Ines Okafor"], printed["cast"]["Tomas Weir"]), (["flute"], ["gravel"]))
        self.assertEqual(script["title"], printed["title"])
        self.write("cast.yaml", "Ines Okafor: flut\n")
        self.assertRegex(self.make("--cast", "cast.yaml", "town.txt", status=CONFIG, out=self.dir / "no").err,
                         r"cast\.yaml:1:\d+: error: .*flut.*flute")

    def test_voices_folder(self):
        folder = self.dir / "voices"
        shutil.copytree(ROOT / "voices", folder)
        (folder / "anchor.yaml").write_text((folder / "anchor.yaml").read_text().replace("espeak: ", "espeak: xx-"))
        run = self.make("--voices", folder, self.write("town.txt", TOWN), status=CONFIG)
        self.assertRegex(run.err, r"anchor\.yaml:\d+:\d+: error: ")
        self.make("--voices", self.dir / "nowhere", "town.txt", status=69)
        for name, fault in (("range", "pitch: 100"), ("key", "colour: red"), ("type", "pitch: high"), ("yaml", "a: [")):
            with self.subTest(name=name):
                shutil.copy(ROOT / "voices/anchor.yaml", folder / "anchor.yaml")
                text = (folder / "anchor.yaml").read_text()
                (folder / "anchor.yaml").write_text(re.sub(r"pitch: \d+", fault, text) if ":" in fault and "pitch" in fault
                                                    else text + fault + "\n")
                run = self.make("--voices", folder, "town.txt", status=CONFIG)
                self.assertRegex(run.err, r"anchor\.yaml:\d+:\d+: error: ")


class Voices(Case):
    def test_list(self):
        run = self.run_briefcast("voices")
        for path in (ROOT / "voices").glob("*.yaml"):
            if "espeak:" in path.read_text():
                self.assertRegex(run.out, rf"(?m)^{path.stem}\b")

    def test_every_shipped_voice_is_calibrated(self):
        for path in sorted((ROOT / "voices").glob("*.yaml")):
            text = path.read_text(encoding="utf-8")
            if "espeak:" in text:
                self.assertRegex(text, r"(?m)^gain:", path.name)
                self.assertRegex(text, r"(?m)^measured:", path.name)

    def test_calibration_finds_the_shipped_gain(self):
        folder = self.dir / "voices"
        folder.mkdir()
        text = (ROOT / "voices/baritone.yaml").read_text(encoding="utf-8")
        shipped = float(re.search(r"gain: \{\s*en: (-?[\d.]+)", text).group(1))
        (folder / "baritone.yaml").write_text(re.sub(r"gain: \{[^}]*\}", "gain: {en: 0}", text), encoding="utf-8")
        self.run_briefcast("voices", "--calibrate", "--voices", folder, "baritone")
        again = (folder / "baritone.yaml").read_text(encoding="utf-8")
        self.assertAlmostEqual(float(re.search(r"gain: \{\s*en: (-?[\d.]+)", again).group(1)), shipped, delta=0.15)
        self.assertEqual(re.sub(r"gain: .*", "", again), re.sub(r"gain: .*", "", text))

    def test_unknown_voice(self):
        run = self.run_briefcast("voices", "barytone", status=None)
        self.assertIn(run.status, (USAGE, NOINPUT, CONFIG), run.said)
        self.assertIn("baritone", run.err)


class Info(Case):
    sanitized = True

    def test_episode(self):
        e = shared_episode(SAMPLE)
        info = json.loads(self.run_briefcast("info", "--json", e.opus).out)
        self.assertEqual([(c["start"], c["title"]) for c in info["chapters"]],
                         [(c["startTime"], c["title"]) for c in e.chapters["chapters"]])
        self.assertAlmostEqual(info["duration"], e.duration, delta=0.03)
        text = self.run_briefcast("info", e.opus).out
        for c in e.chapters["chapters"]:
            self.assertIn(c["title"], text)
        for speaker in {c.speaker for c in e.cues}:
            self.assertIn(speaker, text)

    def test_clip(self):
        self.make(self.write("town.txt", TOWN))
        self.run_briefcast("info", next(self.cache.rglob("*.opus")))

    def test_not_an_episode(self):
        self.run_briefcast("info", self.write("x.opus", "OggS but no more"), status=INPUT)
        self.run_briefcast("info", self.write("town.txt", TOWN), status=INPUT)
        self.run_briefcast("info", self.dir / "nowhere.opus", status=NOINPUT)
        self.make("town.txt")
        content = (self.out / "town.opus").read_bytes()
        for number, cut in enumerate((30, 100, len(content) // 2, len(content) - 10)):
            self.run_briefcast("info", self.write(f"cut{number}.opus", content[:cut]), status=None)


class Cache(Case):
    def test_count_prune_clear(self):
        self.make(self.write("town.txt", TOWN))
        clips = list(self.cache.rglob("*.opus"))
        said = self.run_briefcast("cache").out
        self.assertIn(str(len(clips)), said)
        self.assertIn(str(self.cache), said)
        bystander = self.cache / "notes.txt"
        bystander.write_text("mine\n")
        self.run_briefcast("cache", "--prune")
        self.assertEqual(len(list(self.cache.rglob("*.opus"))), len(clips), "fresh clips were pruned")
        old = time.time() - 400 * 86400
        os.utime(clips[0], (old, old))
        self.run_briefcast("cache", "--prune")
        self.assertEqual(len(list(self.cache.rglob("*.opus"))), len(clips) - 1)
        self.run_briefcast("cache", "--clear")
        self.assertEqual(list(self.cache.rglob("*.opus")), [])
        self.assertEqual(bystander.read_text(), "mine\n")

    def test_no_cache_leaves_none(self):
        private = self.dir / "tmp"
        private.mkdir()
        self.make("--no-cache", self.write("town.txt", TOWN), env=self.environment(TMPDIR=private))
        self.assertEqual(list(self.cache.rglob("*.opus")), [])
        self.assertEqual(os.listdir(private), [])

    def test_clips_play(self):
        """A compiled segment is an Opus file that other people's tools read."""
        self.make(self.write("town.txt", TOWN))
        for clip in sorted(self.cache.rglob("*.opus"))[:6]:
            probe = tool("ffprobe", "-v", "warning", "-show_format", "-of", "json", clip)
            self.assertEqual(probe.err, "")
            self.assertGreater(float(json.loads(probe.out)["format"]["duration"]), 0.2)
            self.assertNotRegex(tool("opusinfo", clip).out, "(?i)warning|error")

    def test_where(self):
        for env, where in (({"BRIEFCAST_CACHE": self.dir / "a"}, "a"), ({"XDG_CACHE_HOME": self.dir / "b"}, "b/briefcast"),
                           ({"HOME": self.dir / "c"}, "c/.cache/briefcast")):
            (self.dir / where).parent.mkdir(parents=True, exist_ok=True)
            clean = {k: v for k, v in self.environment(**env).items() if k in env or k not in ("BRIEFCAST_CACHE", "XDG_CACHE_HOME")}
            self.make(self.write("town.txt", TOWN), env=clean)
            self.assertTrue(list((self.dir / where).rglob("*.opus")), where)
