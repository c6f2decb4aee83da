"""Transcripts of our own, one trap each: who says what, from which words to which, and what is not said.

tests/cases/transcripts/WHICH-TRAP.* beside WHICH-TRAP.expected.json, which holds what a careful listener would
want: `title` (null: not asked), every turn that is not the narrator's, in order ("anonymous": several people share
the label, so that several voices do), the narrator's turns that matter, what is `not_spoken` and why, `narrator`
(nobody is marked as speaking) and `warns` (the code of the one warning, or null).
"""
import json
import re
import unicodedata

from lab import OK, ROOT, Case, validate

FOLDER = ROOT / "tests/cases/transcripts"
NARRATOR = "Narrator"


def fold(text):
    """Letters, marks and digits as they are printed; blanks of all kinds are one, quotes and dashes do not count."""
    kept = ("".join(c if unicodedata.category(c)[0] in "LMN" or c.isspace() else " " if c in "-–—‑" else ""
                    for c in text))
    return " ".join(unicodedata.normalize("NFC", kept).split())


def turns_as_printed(script):
    """The turns as labels divide them: what goes on, without a label, after a heading is the same turn; a turn
    of which nothing is said may be there or be left out."""
    turns, last = [], None
    for turn in script["turns"]:
        if not turn["text"].strip():
            continue
        if last and turn["speaker"] == last["speaker"] != NARRATOR and not turn["label"]:
            last["text"] += "\n\n" + turn["text"]
            continue
        turns.append(dict(turn))
        last = turns[-1] if turn["speaker"] != NARRATOR else last
    return turns


def tell(turn):
    text = " ".join(turn["text"].split())
    return f"{turn['speaker']!r} [{turn['label']}] {text[:60]!r} … {text[-40:]!r}"


def turn_differences(want, got):
    """What differs between a turn that is wanted and the one that stands there."""
    text, label = fold(got["text"]), want["label"]
    if got["speaker"] != want["speaker"]:
        yield f"the speaker is {got['speaker']!r}, not {want['speaker']!r}"
    if fold(got["label"]) != fold(label):
        yield f"the label is {got['label']!r}, not {label!r}"
    if not text.startswith(fold(want["starts"])):
        yield f"it begins with {got['text'][:50]!r}, not with {want['starts']!r}"
    if not text.endswith(fold(want["ends"])):
        yield f"it ends with {got['text'][-50:]!r}, not with {want['ends']!r}"


def without_other_narration(got, wanted):
    """The narrator may say more (title, date, headings): only the turns of his that are asked for are kept."""
    asked = [fold(w["starts"]) for w in wanted if w["speaker"] == NARRATOR]
    return [g for g in got if g["speaker"] != NARRATOR or any(fold(g["text"]).startswith(a) for a in asked)]


def what_is_said_of(text, reason, turns, script, account):
    """`text` must be told of with its reason: in the list, or, when its reader had disposed of it before there was
    anything to say, in the account of bytes; and none but the narrator may say it."""
    words = f" {fold(text)} "
    listed = any(fold(text) in fold(n["text"]) and n["reason"] == reason for n in script["not_spoken"])
    if not listed and f" {reason} " not in account.partition("not spoken:")[2]:
        yield f"not among what is not spoken: {text!r} ({reason})"
    for turn in turns:
        if turn["speaker"] != NARRATOR and words in f" {fold(turn['text'])} " and (len(words) > 8 or not listed):
            yield f"{text!r} ({reason}) is said by {turn['speaker']!r}"


def script_differences(expected, script, account):
    if expected["title"] is not None and fold(script["title"]) != fold(expected["title"]):
        yield f"the title is {script['title']!r}, not {expected['title']!r}"
    wanted = expected["turns"]
    got = without_other_narration(turns_as_printed(script), wanted)
    for i in range(max(len(wanted), len(got))):
        if i >= len(got):
            yield f"turn {i + 1} is missing: {wanted[i]['speaker']!r} {wanted[i]['starts']!r}"
        elif i >= len(wanted):
            yield f"turn {i + 1} is one too many: {tell(got[i])}"
        else:
            differences = list(turn_differences(wanted[i], got[i]))
            if differences:
                yield f"turn {i + 1}, {tell(got[i])}:\n" + "\n".join(f"    {d}" for d in differences)
    speakers = {w["speaker"]: w.get("anonymous", False) for w in wanted if w["speaker"] != NARRATOR}
    for speaker, anonymous in speakers.items():
        voices = script["cast"].get(speaker, [])
        if voices and (len(voices) > 1) != anonymous:
            yield f"{speaker!r} has {len(voices)} voices, but is {'' if anonymous else 'not '}shared by several people"
    if expected["narrator"] and (others := {t["speaker"] for t in script["turns"]} - {NARRATOR}):
        yield f"nobody is marked as speaking, but {sorted(others)} do"
    for text, reason in expected["not_spoken"]:
        yield from what_is_said_of(text, reason, got, script, account)


class TranscriptCase(Case):
    """What the classes below share: each has a method for every file of its formats."""

    def check(self, source):
        expected = json.loads((FOLDER / f"{source.stem}.expected.json").read_text(encoding="utf-8"))
        run = self.run_briefcast("script", "--format=json", "--announce=never", source)
        script = json.loads(run.out)
        validate(script, "script")
        account = self.run_briefcast("check", source, status=OK).out
        differences = list(script_differences(expected, script, account))
        warned = re.findall(r"warning: .*\[([a-z0-9-]+)\]$", run.err, re.M)
        if warned != [w for w in [expected["warns"]] if w]:
            differences.append(f"warns {warned}, not {expected['warns']}")
        if lost := re.search(r"lost \d+", account):
            differences.append(f"{lost.group()} bytes: {account}")
        if differences:
            told = "\n".join(["", *differences, "The turns:", *(f"  {tell(t)}" for t in script["turns"]), run.err])
            self.fail(f"{source.name}: {len(differences)} differences{told}")


def cases_of(*suffixes):
    """A test method for every transcript with one of these suffixes."""
    methods = {}
    for source in sorted(FOLDER.glob("*.*")):
        if source.suffix in suffixes and not source.name.endswith(".expected.json"):
            name = "test_" + re.sub(r"\W", "_", source.stem)
            methods[name] = lambda self, source=source: self.check(source)
    return methods


class Files(Case):
    def test_every_transcript_has_its_expectation(self):
        sources = sorted(p.stem for p in FOLDER.iterdir() if not p.name.endswith(".expected.json"))
        wanted = sorted(p.name.removesuffix(".expected.json") for p in FOLDER.glob("*.expected.json"))
        self.assertEqual(sources, wanted)
        self.assertGreaterEqual(len(sources), AT_LEAST)


AT_LEAST = 60

PlainText = type("PlainText", (TranscriptCase,), {"__module__": __name__, **cases_of(".txt")})
Markdown = type("Markdown", (TranscriptCase,), {"__module__": __name__, **cases_of(".md")})
Pages = type("Pages", (TranscriptCase,), {"__module__": __name__, **cases_of(".html", ".xml")})
Captions = type("Captions", (TranscriptCase,), {"__module__": __name__, **cases_of(".vtt", ".srt", ".json")})
Screenplays = type("Screenplays", (TranscriptCase,), {"__module__": __name__, **cases_of(".fountain")})
