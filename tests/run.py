#!/usr/bin/env python3
"""Runs everything that is tested, some jobs at a time, and counts.

usage: tests/run.py [-j N] [-v] [WORD...]      only jobs whose names hold one of the words

A job is a program that prints TAP: the checks of structure, each module's test in the release and
the sanitizer build, each replayed fuzz corpus, each class of whole-program tests. What fails is
shown as it fails and once more at the end; every skipped test says why. The last line but one
names the slowest jobs, the last is "N passed, N failed", with ", N skipped" when there are any.
"""
import importlib
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / ".build"
SECONDS_MOST = 420


class Job:
    def __init__(self, name, command, weight=1, **env):
        self.name, self.command, self.weight, self.env = name, command, weight, env
        self.passed, self.failed, self.skipped = [], [], []
        self.output, self.seconds = "", 0.0


def program_classes():
    """(module, class, weight, sanitized) of every class of whole-program tests."""
    sys.path.insert(0, str(ROOT / "tests/program"))
    for path in sorted((ROOT / "tests/program").glob("test_*.py")):
        module = importlib.import_module(path.stem)
        for name, kind in vars(module).items():
            if isinstance(kind, type) and kind.__module__ == path.stem and issubclass(kind, unittest.TestCase) \
                    and unittest.defaultTestLoader.getTestCaseNames(kind):
                yield path.stem, name, kind.weight, kind.sanitized


def all_jobs():
    python = [sys.executable, "-B"]
    yield Job("structure", python + ["tests/structure.py"])
    for build in ("release", "asan"):
        for source in sorted((ROOT / "tests/unit").glob("test_*.c")):
            yield Job(f"unit/{build}/{source.stem[5:]}", [str(BUILD / build / "tests" / source.stem)],
                      CMOCKA_MESSAGE_OUTPUT="TAP", TESTED_BUILD=build)
    for source in sorted((ROOT / "tests/fuzz").glob("fuzz_*.c")):
        corpus = ROOT / "tests/fuzz/corpus" / source.stem[5:]
        yield Job(f"corpus/{source.stem[5:]}", [str(BUILD / "asan/fuzz" / source.stem), str(corpus)])
    for module, name, weight, sanitized in program_classes():
        command = python + ["tests/program/tap.py", f"{module}.{name}"]
        label = f"{module[5:]}.{name}"
        yield Job(f"program/{label}", command, weight, BRIEFCAST=str(BUILD / "release/briefcast"))
        if sanitized:
            yield Job(f"program-asan/{label}", command, 3 * weight, BRIEFCAST=str(BUILD / "asan/briefcast"),
                      BRIEFCAST_SANITIZED="1")


def environment(job, scratch):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("BRIEFCAST", "XDG_", "MAKE", "MFLAGS", "LC_"))}
    for kept in ("BRIEFCAST_SEED",):
        if kept in os.environ:
            env[kept] = os.environ[kept]
    env.update(HOME=scratch, TMPDIR=scratch, LANG="C.UTF-8", TERM="dumb", PYTHONDONTWRITEBYTECODE="1",
               ASAN_OPTIONS="detect_leaks=1:abort_on_error=0:allocator_may_return_null=1",
               UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1", **job.env)
    return env


def run(job):
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="briefcast-test-") as scratch:
        os.chmod(scratch, 0o755)
        try:
            process = subprocess.Popen(job.command, cwd=ROOT, env=environment(job, scratch), stdin=subprocess.DEVNULL,
                                       stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        except OSError as error:
            job.output = f"cannot start: {error}\n"
            job.failed.append("the job itself")
            return job
        timer = threading.Timer(SECONDS_MOST, lambda: os.killpg(process.pid, signal.SIGKILL))
        timer.start()
        output, _ = process.communicate()
        timer.cancel()
    job.seconds = time.monotonic() - started
    job.output = output.decode("utf-8", "replace")
    count(job, process.returncode)
    return job


def count(job, status):
    planned = None
    for line in job.output.splitlines():
        if m := re.match(r"1\.\.(\d+)", line):
            planned = (planned or 0) + int(m.group(1))
        elif m := re.match(r"(not )?ok (?:\d+ )?(?:- )?(.*)", line):
            name = m.group(2)
            if not m.group(1) and (s := re.search(r"# ?skip\S* ?(.*)", name, re.I)):
                job.skipped.append((name[:s.start()].strip(), s.group(1)))
            else:
                (job.failed if m.group(1) else job.passed).append(name)
    seen = len(job.passed) + len(job.failed) + len(job.skipped)
    if planned is None:
        job.failed.append(f"the job itself: exit status {status} and no plan")
    elif seen != planned:
        job.failed.append(f"the job itself: {seen} of {planned} tests reported, exit status {status}")
    elif status and not job.failed:
        job.failed.append(f"the job itself: exit status {status}")


def main(arguments):
    at_once, verbose, words = os.cpu_count() or 1, False, []
    arguments = iter(arguments)
    for a in arguments:
        if a == "-j":
            at_once = int(next(arguments))
        elif a == "-v":
            verbose = True
        else:
            words.append(a)
    jobs = [j for j in all_jobs() if not words or any(w in j.name for w in words)]
    jobs.sort(key=lambda j: -j.weight)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="briefcast-tests-") as shared, ThreadPoolExecutor(at_once) as pool:
        for job in jobs:
            job.env["TESTS_SHARED"] = shared
        for future in as_completed([pool.submit(run, j) for j in jobs]):
            job = future.result()
            verdict = "FAILED" if job.failed else "ok"
            extra = f", {len(job.skipped)} skipped" if job.skipped else ""
            print(f"{verdict:6} {job.name:44} {len(job.passed):3} passed{extra}  {job.seconds:5.1f} s", flush=True)
            if job.failed or verbose:
                print("".join(f"    {line}\n" for line in job.output.splitlines()), end="", flush=True)
    skipped = [(j, *s) for j in jobs for s in j.skipped]
    if skipped:
        print("\nSkipped:")
        for why in sorted({why for _, _, why in skipped}):
            names = [job.name for job, _, w in skipped if w == why]
            print(f"  {len(names)} tests of {', '.join(sorted(set(names)))}:\n    {why}")
    failed = [(j, f) for j in jobs for f in j.failed]
    if failed:
        print("\nFailed (details above):")
        for job, name in failed:
            print(f"  {job.name}: {name}")
    slowest = ", ".join(f"{j.name} {j.seconds:.0f} s" for j in sorted(jobs, key=lambda j: -j.seconds)[:5])
    print(f"\n{len(jobs)} jobs in {time.monotonic() - started:.0f} s; slowest: {slowest}")
    passed = sum(len(j.passed) for j in jobs)
    print(f"{passed} passed, {len(failed)} failed" + (f", {len(skipped)} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
