#!/usr/bin/env python3
"""How an episode is intoned and paced: as its voices are shaped, without that (`shape: off`), and as people read news.

usage: tests/prosody.py [TRANSCRIPT ...]       (the seed transcript, else the sample)

Pitch is measured on the decoded episode, by place of the sentence, in semitones from the median of its
voice; pauses from the coverage. Nothing here fails: it measures.
"""
import json
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BRIEFCAST = Path(os.environ.get("BRIEFCAST") or ROOT / ".build/release/briefcast").resolve()
TRACK = ROOT / ".build/release/tests/track_pitch"
SEED = Path(os.environ.get("BRIEFCAST_SEED") or ROOT.parent / "shared") / "transcripts/mfa-press-1.txt"
SAMPLE = ROOT / "scripts/harbour-briefing.txt"
PARAGRAPH_MS, CLAUSE_MS = 600, 200  # script/pauses.h
PLACES = {"turn": "first sentence of a turn", "paragraph": "first of a later paragraph", "body": "between, or alone",
          "last": "last statement of a paragraph"}
PUBLISHED = """
  Place     The first sentence of a passage begins highest, the last lowest; between them there is no steady
            decline (Wichmann, Intonation in Text and Discourse, 2000). In news the higher a sentence stands in
            the text, the higher its F0 maximum and the longer the pause before it (den Ouden, Noordman and
            Terken, Speech Communication 51, 2009).
  Spread    The livelier, the larger the standard deviation of F0 (Traunmueller and Eriksson, PERILUS XVII, 1993).
  Pauses    Between sentences 200 to 980 ms, between paragraphs 400 to 1340 ms, by the faster readers; after long
            sentences up to 1.4 times as long (Kazlauskiene and Kalasinskaite, Respectus Philologicus 37, 2020).
            Short of 300 ms mostly between phrases of at most ten syllables (Zvonik and Cummins, Eurospeech 2003).
            Read speech has pauses of up to a second (Campione and Veronis, Speech Prosody 2002).
  Tempo     160 to 180 words a minute are recommended for radio news; of four stations the BBC kept to it
            (Rodero, Text & Talk 32, 2012). That it goes with the text's structure was not found (den Ouden,
            van Wijk and Swerts, ICSLP 2000)."""


def run(*command, **options):
    return subprocess.run([str(c) for c in command], check=True, stdout=subprocess.PIPE, **options).stdout


def semitones(ratio):
    return 12 * math.log2(ratio)


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def syllables(text):
    """Groups of vowels: what English has, about."""
    return sum(max(1, len(re.findall(r"[aeiouy]+", w.lower())) - bool(re.search(r"[^aeioul]e$", w.lower())))
               for w in re.findall(r"[^\W\d_]+", text))


def correlation(pairs):
    x, y = zip(*pairs)
    return statistics.correlation(x, y) if len(pairs) > 2 and len(set(x)) > 1 and len(set(y)) > 1 else math.nan


class Rendering:
    """The script rendered with the voices of a folder."""
    def __init__(self, script, voices, folder):
        document = json.loads(run(BRIEFCAST, "script", "--format=json", "--voices", voices, script))
        run(BRIEFCAST, "make", "--progress=none", "--voices", voices, "-o", folder, script)
        spoken = defaultdict(list)
        for r in json.loads((folder / f"{script.stem}.coverage.json").read_text())["ranges"]:
            if r["kind"] == "spoken":
                spoken[r["segment"]] += [r["start"], r["stop"]]
        run("ffmpeg", "-v", "error", "-y", "-i", folder / f"{script.stem}.opus", "-ar", "48000", "-ac", "1",
            "-f", "f32le", folder / "pcm")
        self.segments = [{**s, "turn": number, "voice": turn["voice"], "chapter": turn["chapter"]}
                         for number, turn in enumerate(document["turns"]) for s in turn["segments"]]
        times = [(min(spoken[k]), max(spoken[k])) if spoken[k] else (0, 0) for k in range(len(self.segments))]
        lines = run(TRACK, folder / "pcm", input="".join(f"{a} {b}\n" for a, b in times), text=True).splitlines()
        for s, (start, stop), line in zip(self.segments, times, lines, strict=True):
            still, *hz = map(float, line.split())
            s.update(start=start, stop=stop, speech=stop - start - still, hz=hz)

    def places(self, plain):
        """What voice/shape.h calls the places, told from the pauses of the rendering that does not breathe."""
        groups = []
        for k, s in enumerate(plain.segments):
            before = plain.segments[k - 1] if k else None
            if not before or before["turn"] != s["turn"] or before["pause_after_ms"] >= PARAGRAPH_MS:
                groups.append([])
            groups[-1].append(k)
        turns = Counter(s["turn"] for s in plain.segments)
        for group in groups:
            for k in group:
                s = self.segments[k]
                opens = group[0] == 0 or plain.segments[group[0] - 1]["turn"] != s["turn"]
                if k == group[0]:
                    s["place"] = ("turn" if opens and turns[s["turn"]] > 1 else
                                  "paragraph" if not opens and len(group) > 1 else "body")
                else:
                    s["place"] = "last" if k == group[-1] and not s["text"].rstrip("\"'”’)").endswith("?") else "body"

    def figures(self, plain):
        self.places(plain)
        voices = defaultdict(list)
        for s in self.segments:
            voices[s["voice"]] += s["hz"]
        main = max(voices, key=lambda v: len(voices[v]))
        spread = [semitones(hz / statistics.median(voices[main])) for hz in voices[main]]
        yield f"F0 of {main}, median, Hz", f"{statistics.median(voices[main]):.0f}"
        yield "    standard deviation, semitones", f"{statistics.pstdev(spread):.2f}"
        yield "    10th to 90th percentile", f"{percentile(spread, 0.9) - percentile(spread, 0.1):.2f}"
        for place, name in PLACES.items():
            those = [s for s in self.segments if s["place"] == place and len(s["hz"]) > 10]
            if those:
                relative = [semitones(statistics.median(s["hz"]) / statistics.median(voices[s["voice"]])) for s in those]
                peaks = [semitones(percentile(s["hz"], 0.9) / statistics.median(voices[s["voice"]])) for s in those]
                yield f"{name} ({len(those)}), F0", f"{statistics.mean(relative):+.2f}"
                yield "    its peaks (90th percentile)", f"{statistics.mean(peaks):+.2f}"
        pauses, lengths = defaultdict(list), []
        for s, t, p in zip(self.segments, self.segments[1:], plain.segments):
            gap = 1000 * (t["start"] - s["stop"])
            if s["turn"] != t["turn"] or p["pause_after_ms"] < CLAUSE_MS:
                continue
            paragraph = p["pause_after_ms"] >= PARAGRAPH_MS
            pauses["paragraphs" if paragraph else "sentences"].append(gap)
            if not paragraph:
                lengths.append((len(s["text"]) + len(t["text"]), gap))
        for kind, gaps in sorted(pauses.items(), reverse=True):
            yield f"pauses between {kind} ({len(gaps)}), median, ms", f"{statistics.median(gaps):.0f}"
            yield "    10th and 90th percentile", f"{percentile(gaps, 0.1):.0f} {percentile(gaps, 0.9):.0f}"
        yield "    sentences: correlation with length", f"{correlation(lengths):.2f}"
        seconds = self.segments[-1]["stop"] - self.segments[0]["start"]
        words = sum(len(s["spoken"].split()) for s in self.segments)
        count = sum(syllables(s["spoken"]) for s in self.segments)
        yield "words a minute", f"{60 * words / seconds:.0f}"
        yield "syllables a second of speech", f"{count / sum(s['speech'] for s in self.segments):.2f}"
        yield "minutes", f"{seconds / 60:.1f}"


def measure(source, folder):
    script = folder / f"{source.stem}.md"
    script.write_bytes(run(BRIEFCAST, "script", source))
    voices = folder / "voices"
    shutil.copytree(ROOT / "voices", voices)
    for profile in voices.glob("*.yaml"):
        text = re.sub(r"^shape:.*\n", "", profile.read_text(encoding="utf-8"), flags=re.M)
        profile.write_text(text.rstrip("\n") + "\nshape: off\n", encoding="utf-8")
    plain = Rendering(script, voices, folder / "plain")
    shaped = Rendering(script, ROOT / "voices", folder / "shaped")
    print(f"{source.name}: {len(plain.segments)} sentences\n\n  {'':48} {'shape: off':>12} {'shaped':>12}")
    for (name, before), (_, after) in zip(plain.figures(plain), shaped.figures(plain), strict=True):
        print(f"  {name:48} {before:>12} {after:>12}")
    print()


def main(arguments):
    sources = [Path(a).resolve() for a in arguments] or [SEED if SEED.exists() else SAMPLE]
    if sources == [SAMPLE] and not arguments:
        print(f"The seed transcript is not there ({SEED}); measuring with the sample.", file=sys.stderr)
    for source in sources:
        with tempfile.TemporaryDirectory(prefix="briefcast-prosody-") as folder:
            os.environ["BRIEFCAST_CACHE"] = f"{folder}/cache"
            measure(source, Path(folder))
    print("  How people read, as published:" + PUBLISHED)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
