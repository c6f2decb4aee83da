"""What every whole-program test needs: a bench, a way to run briefcast, and other people's tools.

Nothing here reads an episode with briefcast's own code: ffprobe, opusinfo, mediainfo, mkvmerge and
mpv do, and what they say is compared.
"""
import array
import contextlib
import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parents[2]
BRIEFCAST = Path(os.environ.get("BRIEFCAST") or ROOT / ".build/release/briefcast").resolve()
SANITIZED = bool(os.environ.get("BRIEFCAST_SANITIZED"))
SHARED = Path(os.environ.get("TESTS_SHARED") or ROOT / ".build/test/by-hand")
SAMPLE = ROOT / "scripts/harbour-briefing.txt"
SEED = Path(os.environ.get("BRIEFCAST_SEED") or ROOT.parent / "shared") / "transcripts"
SCHEMAS = ROOT / "tests/schemas"

RATE = 48000
# Exit statuses, as README.md lists them.
OK, USAGE, INPUT, NOINPUT, MISSING, BUG, CREATE, IO, RETRY, CONFIG = 0, 64, 65, 66, 69, 70, 73, 74, 75, 78

SLOWDOWN = 6 if SANITIZED else 1


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def words_of(text):
    """The words of a text, folded: letters and digits, whatever stands between them."""
    return re.findall(r"[^\W_]+", text.casefold())


def tool(*command, status=0, **options):
    """Runs somebody else's tool; its output as text."""
    run = subprocess.run([str(c) for c in command], capture_output=True, timeout=300, **options)
    out, err = run.stdout.decode("utf-8", "replace"), run.stderr.decode("utf-8", "replace")
    if status is not None and run.returncode != status:
        raise AssertionError(f"{' '.join(map(str, command))}: exit status {run.returncode}\n{out}{err}")
    return SimpleNamespace(status=run.returncode, out=out, err=err)


def validate(document, schema):
    """Checks a JSON document against tests/schemas/SCHEMA.schema.json."""
    import jsonschema
    jsonschema.Draft7Validator.check_schema(loaded := json.loads((SCHEMAS / f"{schema}.schema.json").read_text()))
    jsonschema.Draft7Validator(loaded).validate(document)


class Case(unittest.TestCase):
    """A test with a folder of its own (self.dir) and a clip cache of its own (self.cache)."""

    maxDiff = 4000
    weight = 1         # the heavier, the earlier it is begun
    sanitized = False  # to be run on the sanitizer build, too

    def setUp(self):
        self.dir = Path(tempfile.mkdtemp(prefix="briefcast-case-"))
        os.chmod(self.dir, 0o755)
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)
        self.cache = self.dir / "cache"
        self.out = self.dir / "out"

    def write(self, name, content):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def environment(self, **extra):
        return {**os.environ, "BRIEFCAST_CACHE": str(self.cache), **{k: str(v) for k, v in extra.items()}}

    def run_briefcast(self, *arguments, status=OK, cwd=None, env=None, input=b"", program=BRIEFCAST, before=(),
                      timeout=120, **options):
        """Runs briefcast and expects an exit status (None: any). What holds for every run is checked here: no
        sanitizer's report, no raw control character or half a character in what it says."""
        command = [*map(str, before), str(program), *(a if isinstance(a, bytes) else str(a) for a in arguments)]
        run = subprocess.run(command, capture_output=True, cwd=cwd or self.dir, env=env or self.environment(),
                             input=input, timeout=timeout * SLOWDOWN, **options)
        said = f"{' '.join(map(str, command))}\nexit status {run.returncode}\n" \
               f"{run.stdout[-4000:].decode('utf-8', 'replace')}{run.stderr[-8000:].decode('utf-8', 'replace')}"
        self.assert_clean(run.stderr, said)
        if status is not None:
            self.assertEqual(run.returncode, status, said)
            if status:
                self.assertRegex(run.stderr, rb"error: |[Uu]sage: ", "a failure without a message\n" + said)
        return SimpleNamespace(status=run.returncode, out=run.stdout.decode("utf-8", "replace"), bytes=run.stdout,
                               err=run.stderr.decode("utf-8", "replace"), said=said)

    def assert_clean(self, stderr, said):
        for mark in (b"AddressSanitizer", b"LeakSanitizer", b"runtime error:", b"Assertion", b"core dumped"):
            self.assertNotIn(mark, stderr, said)
        try:
            text = stderr.decode("utf-8")
        except UnicodeDecodeError as error:
            self.fail(f"standard error is no UTF-8: {error}\n{said}")
        stray = re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]", text)
        self.assertIsNone(stray, f"a control character ({stray and ascii(stray.group())}) on standard error\n{said}")

    def flat_voices(self):
        """A folder of the voices that say every sentence alike."""
        folder = self.dir / "flat"
        if not folder.exists():
            shutil.copytree(ROOT / "voices", folder)
            for profile in folder.glob("*.yaml"):
                with profile.open("a", encoding="utf-8") as f:
                    f.write("shape: off\n")
        return folder

    def make(self, *arguments, status=OK, out=None, **options):
        """briefcast make into self.out; a failure must leave nothing in it."""
        result = self.run_briefcast("make", "-o", out or self.out, *arguments, status=status, **options)
        self.assert_nothing_half_written(out or self.out)
        return result

    def outputs(self, out=None):
        out = Path(out or self.out)
        return sorted(str(p.relative_to(out)) for p in out.rglob("*") if not p.is_dir()) if out.is_dir() else []

    def assert_nothing_half_written(self, out):
        """Every episode in `out` is whole: opus, vtt, chapters and coverage, and no file besides."""
        names = set(self.outputs(out))
        for name in names:
            stem = re.sub(r"\.(opus|vtt|chapters\.json|coverage\.json)$", "", name)
            self.assertNotEqual(stem, name, f"a file that nobody asked for: {name} of {sorted(names)}")
            self.assertLessEqual({stem + e for e in (".opus", ".vtt", ".chapters.json", ".coverage.json")}, names,
                                 f"half an episode: {sorted(names)}")

    def assert_no_output(self):
        self.assertEqual(self.outputs(), [])

    def script_json(self, path, announce="never", **options):
        """Without what the narrator adds, if nothing else is asked for: what is made of the transcript's own words."""
        return json.loads(self.run_briefcast("script", "--format=json", f"--announce={announce}", path, **options).out)

    def episode(self, name, out=None):
        return Episode(Path(out or self.out) / name)


@contextlib.contextmanager
def locked(name):
    SHARED.mkdir(parents=True, exist_ok=True)
    with open(SHARED / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def shared_episode(source):
    """`source` rendered once for all jobs of a run; whoever comes first does it."""
    build = BRIEFCAST.parent.name
    folder = SHARED / build / source.stem
    with locked(f"{build}-{source.stem}"):
        if not (folder / "report.json").exists():
            env = {**os.environ, "BRIEFCAST_CACHE": str(SHARED / build / "cache")}
            tool(BRIEFCAST, "make", "-o", folder, "--report", folder / "report.new", source, env=env)
            os.rename(folder / "report.new", folder / "report.json")
    episode = Episode(folder / source.stem)
    episode.source = source
    episode.report = json.loads((folder / "report.json").read_text())
    return episode


def needs_seed(name):
    """Skips, loudly, where the seed transcripts folder is not there."""
    path = SEED / name
    if not path.exists():
        raise unittest.SkipTest(f"NO SEED TRANSCRIPTS: {path} is not there (put them in ../shared/transcripts, or set "
                                "BRIEFCAST_SEED to the folder that holds transcripts/)")
    return path


class Cue(SimpleNamespace):
    """start, end (seconds), speaker, text (plain), words [(time or None, text)], lines."""


def clock(text):
    parts = text.split(":")
    return sum(float(p) * 60 ** i for i, p in enumerate(reversed(parts)))


def unescape_vtt(text):
    for name, character in (("lt", "<"), ("gt", ">"), ("nbsp", "\u00a0"), ("lrm", "\u200e"), ("rlm", "\u200f"),
                            ("amp", "&")):
        text = text.replace(f"&{name};", character)
    return text


def read_vtt(path):
    """Cues of a WebVTT file, read strictly by the syntax of the specification."""
    text = Path(path).read_bytes().decode("utf-8")
    assert re.match(r"WEBVTT(?:[ \t][^\n]*)?\n\n", text), f"{path}: not a WebVTT header: {text[:40]!r}"
    cues = []
    for block in re.split(r"\n{2,}", text.strip("\n"))[1:]:
        lines = block.split("\n")
        if lines[0].startswith(("NOTE", "STYLE", "REGION")):
            continue
        if "-->" not in lines[0]:
            lines = lines[1:]
        m = re.fullmatch(r"((?:\d{2,}:)?\d\d:\d\d\.\d{3}) --> ((?:\d{2,}:)?\d\d:\d\d\.\d{3})(?: .*)?", lines[0])
        assert m, f"{path}: not a cue's timings: {lines[0]!r}"
        payload = "\n".join(lines[1:])
        voice = re.match(r"<v(?:\.[^ >]*)? ([^>\n]+)>", payload)
        body = payload[voice.end():] if voice else payload
        body = re.sub(r"</v>$", "", body)
        words, time = [], None
        for piece in re.split(r"(<[^>]*>)", body):
            stamp = re.fullmatch(r"<((?:\d{2,}:)?\d\d:\d\d\.\d{3})>", piece)
            if stamp:
                time = clock(stamp.group(1))
            elif piece.startswith("<"):
                assert re.fullmatch(r"</?[cibu](?:\.[^>]*)?>", piece), f"{path}: tag {piece!r} in {payload!r}"
            elif piece.strip():
                assert not re.search(r"&(?!(?:amp|lt|gt|nbsp|lrm|rlm|#\d+);)", piece), f"{path}: bare & in {piece!r}"
                words.append((time, unescape_vtt(piece)))
        plain = unescape_vtt(re.sub(r"<[^>]*>", "", body))
        cues.append(Cue(start=clock(m.group(1)), end=clock(m.group(2)), text=plain.replace("\n", " "),
                        speaker=unescape_vtt(voice.group(1)) if voice else None, words=words,
                        lines=plain.split("\n"), times=[t for t, _ in words if t is not None]))
    return cues


class Episode:
    """An episode's files as other people's tools see them. Each is asked once."""

    def __init__(self, stem):
        self.stem = Path(stem)
        self.opus, self.vtt = Path(f"{stem}.opus"), Path(f"{stem}.vtt")
        self.chapters_path, self.coverage_path = Path(f"{stem}.chapters.json"), Path(f"{stem}.coverage.json")
        self._kept = {}

    def _once(self, name, make):
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    @property
    def cues(self):
        return self._once("cues", lambda: read_vtt(self.vtt))

    @property
    def coverage(self):
        return self._once("coverage", lambda: json.loads(self.coverage_path.read_bytes()))

    @property
    def chapters(self):
        return self._once("chapters", lambda: json.loads(self.chapters_path.read_bytes()))

    @property
    def probe(self):
        """ffprobe's view; its warnings are in .warnings."""
        def ask():
            run = tool("ffprobe", "-v", "warning", "-show_chapters", "-show_format", "-show_streams", "-of", "json",
                       self.opus)
            return SimpleNamespace(warnings=run.err, **json.loads(run.out))
        return self._once("probe", ask)

    @property
    def duration(self):
        return float(self.probe.format["duration"])

    @property
    def tags(self):
        stream = self.probe.streams[0]
        return {k.upper(): v for k, v in {**stream.get("tags", {}), **self.probe.format.get("tags", {})}.items()}

    def pcm(self, decoder="opusdec"):
        """Decoded samples at 48 kHz, mono, 16 bits."""
        def decode():
            if decoder == "opusdec":
                command = ["opusdec", "--quiet", "--rate", str(RATE), "--no-dither", str(self.opus), "-"]
            else:
                command = ["ffmpeg", "-v", "error", "-i", str(self.opus), "-ac", "1", "-ar", str(RATE), "-f", "s16le", "-"]
            run = subprocess.run(command, capture_output=True, timeout=300)
            assert run.returncode == 0, run.stderr
            samples = array.array("h")
            samples.frombytes(run.stdout[:len(run.stdout) // 2 * 2])
            return samples
        return self._once(f"pcm-{decoder}", decode)

    def loudness(self):
        return self._once("loudness", lambda: loudness_of(self.opus))


def loudness_of(path, *input_options):
    """ffmpeg's EBU R 128 meter: integrated loudness (LUFS) and true peak (dBTP)."""
    run = tool("ffmpeg", "-nostats", "-hide_banner", *input_options, "-i", path, "-filter_complex",
               "ebur128=peak=true:framelog=verbose", "-f", "null", "-")
    summary = run.err[run.err.rindex("Summary:"):]
    return SimpleNamespace(lufs=float(re.search(r"I:\s+(-?[\d.]+) LUFS", summary).group(1)),
                           peak=float(re.search(r"Peak:\s+(-?[\d.]+) dBFS", summary).group(1)))


def write_pcm(path, samples):
    """Raw s16le for ffmpeg: read it with RAW before -i."""
    Path(path).write_bytes(samples.tobytes())


RAW = ("-f", "s16le", "-ar", str(RATE), "-ac", "1")


def first_sound(samples, begin, threshold=66, most=RATE):
    """Samples from `begin` to the first one over the threshold (66 is -54 dBFS)."""
    for i in range(begin, min(begin + most, len(samples))):
        if samples[i] > threshold or samples[i] < -threshold:
            return i - begin
    return None
