"""Every printed word of an archive is spoken, or accounted for; and the engine's word events prove it per sentence.

Rendered whole: the seed transcripts, and ours in tests/cases/transcripts. What is looked at:
* coverage: a partition of the file's bytes; each letter and figure lies in what is spoken or in what is not, with a reason;
* captions: each word of each sentence that is spoken, in order, at times that never go back;
* clips: a time for each token of what is spoken, and no run of tokens without an event that is longer than what the
  engine says in one breath ("of the").
"""
import collections
import json
import re
import unicodedata

from lab import ROOT, Case, Episode, needs_seed, words_of

FOLDER = ROOT / "tests/cases/transcripts"
TEXTS = (".txt", ".md", ".html", ".vtt", ".srt", ".json", ".fountain")
RUN_MOST = 2            # src/synth/words.h
INTERPOLATED_MOST = 0.05  # of all tokens; 0.025 in English


def tokens_of(spoken):
    """The tokens that src/synth/words.h gives times to."""
    return [t for t in spoken.split() if any(unicodedata.category(c)[0] == "L" or c.isdecimal() for c in t)]


def longest_run(marks):
    return max((len(r) for r in re.findall("~+", "".join("~" if m else "." for m in marks))), default=0)


def words_comment(clip):
    """Whether each token of a clip is interpolated, from the WORDS comment in its OpusTags packet."""
    found = re.search(rb"WORDS=([0-9~ -]*)", clip)
    return [w.endswith(b"~") for w in found.group(1).split()] if found else None


class Archive(Case):
    weight = 20

    def check_coverage(self, source, coverage):
        """Yields what is wrong; the partition, and that no word of the file is without a fate."""
        data = source.read_bytes()
        at, unspoken = 0, 0
        for r in coverage["ranges"]:
            if r["kind"] == "added":
                continue
            if r["begin"] != at:
                yield f"the ranges leave out or repeat bytes {at} to {r['begin']}"
            at = r["end"]
            words = words_of(data[r["begin"]:r["end"]].decode("utf-8", "replace"))
            if r["kind"] == "spoken" and not 0 <= r["start"] <= r["stop"]:
                yield f"spoken, but not at a time: {r}"
            if r["kind"] == "blank" and words:
                yield f"called blank: {words}"
            if r["kind"] == "not-spoken":
                unspoken += len(words)
                if not r.get("reason"):
                    yield f"not spoken without a reason: {words}"
            if r["kind"] not in ("spoken", "not-spoken", "blank", "mark-up"):
                yield f"a kind that nobody knows: {r}"
        if at != len(data):
            yield f"the ranges end at byte {at} of {len(data)}"

    def check_captions(self, script, episode):
        printed = [w for t in script["turns"] for w in t["text"].split()]
        shown = [w for c in episode.cues for w in c.text.split()]
        if printed != shown:
            at = next((i for i, (a, b) in enumerate(zip(printed, shown)) if a != b), min(len(printed), len(shown)))
            yield f"the captions show {shown[at - 2:at + 4]} where {printed[at - 2:at + 4]} is spoken"
        last = 0.0
        for cue in episode.cues:
            for time in [cue.start, *cue.times, cue.end]:
                if time < last - 0.0005:
                    yield f"a time goes back in {cue.text!r}"
                last = time

    def check_clips(self, scripts):
        """The clips in the cache against the sentences that asked for them. Equal ones, wherever they stand, are
        compiled once, as these voices say them alike."""
        wanted = {(s["spoken"], t["voice"]) for script in scripts for t in script["turns"] for s in t["segments"]}
        counts = collections.Counter(len(tokens_of(spoken)) for spoken, _ in wanted)
        clips = [words_comment(p.read_bytes()[:65536 * 4]) for p in self.cache.rglob("*.opus")]
        self.assertNotIn(None, clips)
        got = collections.Counter(map(len, clips))
        self.assertEqual(got, counts, "clips have other numbers of words than what is spoken")
        tokens, without = sum(map(len, clips)), sum(map(sum, clips))
        run = max(map(longest_run, clips))
        print(f"# {len(scripts)} files, {len(clips)} clips, {tokens} tokens: {without} without an event of their own "
              f"({100 * without / tokens:.1f} %), {run} in a row at most")
        self.assertLessEqual(run, RUN_MOST)
        self.assertLessEqual(without, tokens * INTERPOLATED_MOST)

    def check_all(self, sources):
        self.make("--voices", self.flat_voices(), *sources, timeout=600)
        scripts = []
        for source in sources:
            with self.subTest(source=source.name):
                script = self.script_json(source, announce="first")
                scripts.append(script)
                episode = Episode(self.out / source.stem)
                wrong = [*self.check_captions(script, episode)]
                if source.suffix in TEXTS:
                    wrong += self.check_coverage(source, episode.coverage)
                self.assertEqual(wrong, [])
        self.check_clips(scripts)

    def test_of_the_seed(self):
        folder = needs_seed("")
        self.check_all(sorted(p for p in folder.glob("*.txt")))

    def test_of_our_own(self):
        sources = {p.stem: p for p in sorted(FOLDER.iterdir()) if not p.name.endswith(".expected.json")}
        self.check_all(list(sources.values()))
