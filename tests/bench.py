#!/usr/bin/env python3
"""How fast briefcast is beside what everybody has: espeak-ng --stdout | opusenc --bitrate 24 -.

usage: tests/bench.py [ROUNDS] [TRANSCRIPT]       (5 rounds; the seed transcript, else the sample)

Each round runs everything once, one after the other: the pipeline on the very words that briefcast
speaks, briefcast with nothing cached, with nothing changed, and with one sentence edited (of
median, 90th-percentile and greatest length). Printed are medians. Nothing here fails: it measures.
"""
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BRIEFCAST = Path(os.environ.get("BRIEFCAST") or ROOT / ".build/release/briefcast").resolve()
SEED = Path(os.environ.get("BRIEFCAST_SEED") or ROOT.parent / "shared") / "transcripts/mfa-press-1.txt"
SAMPLE = ROOT / "scripts/harbour-briefing.txt"
PROCESSORS = 2
EDITS = (("median", 0.5), ("90th percentile", 0.9), ("longest", 1.0))


class Bench:
    def __init__(self, source, folder):
        self.source, self.folder = source, folder
        self.times, self.cpu, self.peak_kib, self.report = {}, {}, 0, None
        self.text = source.read_text(encoding="utf-8")
        script = json.loads(subprocess.run([BRIEFCAST, "script", "--format=json", source], check=True,
                                           capture_output=True, env=self.environment()).stdout)
        self.segments = [s for t in script["turns"] for s in t["segments"]]
        self.words = folder / "words.txt"
        self.words.write_text("\n".join(s["spoken"] for s in self.segments) + "\n", encoding="utf-8")

    def environment(self):
        return {**os.environ, "BRIEFCAST_CACHE": str(self.folder / "cache")}

    def timed(self, name, command, **options):
        started, before = time.monotonic(), os.times()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=self.folder, **options)
        after = os.times()
        self.times.setdefault(name, []).append(time.monotonic() - started)
        self.cpu.setdefault(name, []).append(after.children_user - before.children_user
                                             + after.children_system - before.children_system)

    def pipeline(self):
        self.timed("pipeline", ["sh", "-c", 'espeak-ng --stdout -f "$1" | opusenc --quiet --bitrate 24 - reference.opus',
                                "sh", self.words])

    def briefcast(self, name, source):
        report = self.folder / f"{name}.json"
        self.timed(name, [BRIEFCAST, "make", "--progress=none", "-o", self.folder / "out", "--report", report, source],
                   env=self.environment())
        return json.loads(report.read_text())

    def edited(self, segment):
        """The transcript with one word more in this segment."""
        lines = self.text.splitlines(keepends=True)
        line, column = lines[segment["line"] - 1], segment["column"] - 1
        words = re.match(r"\S+", line[column:])
        at = column + words.end()
        lines[segment["line"] - 1] = line[:at] + " again" + line[at:]
        path = self.folder / "edited" / self.source.name
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8")
        return path

    def pick(self, share):
        """The segment at this share of the lengths, among those whose words stand in the file as they are spoken."""
        lines = self.text.splitlines()
        plain = [s for s in self.segments if s["text"].strip() and s["line"] <= len(lines)
                 and lines[s["line"] - 1][s["column"] - 1:].startswith(s["text"].split()[0])]
        plain.sort(key=lambda s: len(s["spoken"]))
        return plain[min(len(plain) - 1, int(share * len(plain)))]

    def round(self):
        self.pipeline()
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        self.report = self.briefcast("cold", self.source)
        self.briefcast("unchanged", self.source)
        for name, share in EDITS:
            report = self.briefcast(name, self.edited(self.pick(share)))
            if compiled(report) != 1:
                print(f"note: editing the {name} sentence compiled {compiled(report)} clips", file=sys.stderr)


def compiled(report):
    return report["totals"]["clips"]["compiled"]


def row(name, measured, target="", verdict=""):
    print(f"  {name:44} {measured:>12}   {target:>16}   {verdict}")


def verdict(value, limit):
    return "met" if value <= limit else "MISSED"


def show(bench, rounds):
    median = {name: statistics.median(times) for name, times in bench.times.items()}
    spread = {name: f"{min(t):.3f} to {max(t):.3f}" for name, t in bench.times.items()}
    reference = median["pipeline"]
    report = bench.report
    totals = report["totals"]
    seconds = totals["duration"]
    count = sum(len(s["spoken"].split()) for s in bench.segments)
    print(f"{bench.source.name}: {count} words in {len(bench.segments)} segments, {seconds / 60:.1f} minutes of audio; "
          f"{len(os.sched_getaffinity(0))} processors, load {os.getloadavg()[0]:.1f}; medians of {rounds} rounds\n")
    row("", "measured", "target", "")
    row("espeak-ng --stdout | opusenc --bitrate 24", f"{reference:.3f} s", "", spread["pipeline"])
    ratio = median["cold"] / reference
    row("briefcast, nothing cached", f"{median['cold']:.3f} s", "", spread["cold"])
    row("    share of the pipeline", f"{ratio:.3f}", "at most 0.45", verdict(ratio, 0.45))
    row("    times real time", f"{seconds / median['cold']:.0f} x")
    row("    CPU beside the pipeline's", f"{statistics.median(bench.cpu['cold']):.2f} s", "",
        f"pipeline {statistics.median(bench.cpu['pipeline']):.2f} s")
    for name, share in EDITS:
        length = len(bench.pick(share)["spoken"])
        part = median[name] / reference
        row(f"one sentence edited, {name} ({length} characters)", f"{median[name]:.4f} s", "", spread[name])
        row("    share of the pipeline", f"{100 * part:.2f} %", "at most 2 %" if name == "median" else "",
            verdict(part, 0.02) if name == "median" else "")
    part = median["unchanged"] / reference
    row("nothing changed", f"{median['unchanged']:.4f} s", "", spread["unchanged"])
    row("    share of the pipeline", f"{100 * part:.2f} %", "at most 0.5 %", verdict(part, 0.005))
    peak = max(totals["peak_kib"], totals["children_peak_kib"]) / 1024
    row("largest process", f"{peak:.1f} MiB", "at most 64 MiB", verdict(peak, 64))
    row("    as the kernel counted it", f"{bench.peak_kib / 1024:.1f} MiB", "", "(this script's own included)")
    row("linking", f"{totals['link_wall_us'] / 1000:.1f} ms")
    cpu = totals["cpu_us"]
    stages = {**cpu["stages"], **{f"parent: {k}": v for k, v in cpu.items() if k in ("script", "keys", "link", "publish", "write")}}
    total = cpu["children"] + cpu["parent"]
    part = cpu["script"] / total
    row("from transcript to script", f"{cpu['script'] / 1000:.1f} ms")
    row("    share of all CPU time, nothing cached", f"{100 * part:.2f} %", "at most 3 %", verdict(part, 0.03))
    print(f"\n  CPU by stage, nothing cached: {total / 1e6:.2f} s in all")
    for name, value in stages.items():
        print(f"    {name:20} {value / 1e6:8.3f} s {100 * value / total:6.1f} %")


def main(arguments):
    rounds = int(arguments[0]) if arguments else 5
    source = Path(arguments[1]).resolve() if len(arguments) > 1 else SEED if SEED.exists() else SAMPLE
    if source == SAMPLE:
        print(f"The seed transcript is not there ({SEED}); measuring with the sample.", file=sys.stderr)
    if os.getloadavg()[0] > 0.5:
        print(f"Others are at work on this machine (load {os.getloadavg()[0]:.1f}): times below are not its best.",
              file=sys.stderr)
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:PROCESSORS])
    with tempfile.TemporaryDirectory(prefix="briefcast-bench-") as folder:
        bench = Bench(source, Path(folder))
        for number in range(rounds):
            bench.round()
            print(f"\rround {number + 1} of {rounds}", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        bench.peak_kib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        show(bench, rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
