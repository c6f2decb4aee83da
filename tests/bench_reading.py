#!/usr/bin/env python3
"""How fast transcripts are read into scripts, and with how much memory, beside wc -w on the same file.

usage: tests/bench_reading.py [ROUNDS] [MEGABYTES]      (3 rounds, 10 MB)

The files of the seed folder (else the samples) are repeated to the size asked for, each alone and all
together, and shapes are made up that a reader could stumble over. Printed are medians. Nothing here fails.
"""
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BRIEFCAST = Path(os.environ.get("BRIEFCAST") or ROOT / ".build/release/briefcast").resolve()
SEEDS = Path(os.environ.get("BRIEFCAST_SEED") or ROOT.parent / "shared") / "transcripts"
TEXTS = [".txt", ".md", ".html", ".vtt", ".srt", ".xml", ".json"]
SECONDS_MOST, TIMES_MOST = 0.15, 12  # for a megabyte; of the file's size


def repeated(*pieces):
    """The pieces again and again, as lines."""
    while True:
        for piece in pieces:
            yield from piece.splitlines(keepends=True)
            yield b"\n\n"


def one_line():
    yield b"Mara Lind: "
    yield from itertools.repeat(b"The harbour is open, and the ferry sails at noon. ")


def many_labels():
    for i in range(100_000):
        name = "".join(chr(97 + i // 26 ** k % 26) for k in range(4)).title()
        yield f"Ada {name}: We have counted the boats twice, and I am sure of it.\n\n".encode()


def inputs(folder, size):
    """Each input's name and file, which is written piece by piece: this process stays small."""
    seeds = sorted(p for p in SEEDS.glob("*") if p.suffix in TEXTS and not p.stem.endswith(".expected"))
    seeds = seeds or [ROOT / "scripts/harbour-briefing.txt"]
    makers = {"all of them": repeated(*(p.read_bytes() for p in seeds))}
    makers |= {p.stem: repeated(p.read_bytes()) for p in seeds}
    makers |= {"one line of 5 MB": one_line(), "100,000 labels": many_labels()}
    for number, (name, pieces) in enumerate(makers.items()):
        most = 5_000_000 if name.startswith("one line") else size
        path = folder / f"{number}.txt"
        with path.open("wb") as out:
            for piece in pieces:
                out.write(piece)
                if out.tell() >= most:
                    break
        yield name, path


def measured(command):
    """Seconds, the largest resident size in bytes, and the exit status of one run."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.monotonic() - started, usage.ru_maxrss * 1024, process.returncode


def main(arguments):
    rounds = int(arguments[0]) if arguments else 3
    size = int(float(arguments[1]) * 1e6) if len(arguments) > 1 else 10_000_000
    if not SEEDS.exists():
        print(f"The seed folder is not there ({SEEDS}); measuring with the sample.", file=sys.stderr)
    print(f"\nReading into a script; medians of {rounds} rounds; load {os.getloadavg()[0]:.1f}; "
          f"targets {SECONDS_MOST * 10} s and {TIMES_MOST} x the size for 10 MB\n")
    print(f"  {'':24} {'MB':>6} {'s':>7} {'MB/s':>7} {'wc -w MB/s':>11} {'memory x':>9}")
    with tempfile.TemporaryDirectory(prefix="briefcast-bench-") as folder:
        for name, path in inputs(Path(folder), size):
            megabytes = path.stat().st_size / 1e6
            runs = [measured([BRIEFCAST, "script", path]) for _ in range(rounds)]
            words = statistics.median(measured(["wc", "-w", path])[0] for _ in range(rounds))
            seconds = statistics.median(r[0] for r in runs)
            times = max(r[1] for r in runs) / 1e6 / megabytes
            missed = seconds > SECONDS_MOST * megabytes or times > TIMES_MOST
            print(f"  {name:24} {megabytes:6.1f} {seconds:7.2f} {megabytes / seconds:7.1f} {megabytes / words:11.0f} "
                  f"{times:9.1f}   {'MISSED' if missed else 'met'}"
                  f"{'' if runs[0][2] == 0 else f' (exit status {runs[0][2]})'}", flush=True)
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
