#!/usr/bin/env python3
"""Runs one module or class of whole-program tests and prints TAP.

usage: tests/program/tap.py test_audio[.Chapters[.test_name]]
Run by tests/run.py; by hand, set BRIEFCAST to try another build than .build/release/briefcast.
"""
import signal
import sys
import traceback
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))


class Tap(unittest.TestResult):
    number = 0

    def line(self, verdict, test, remark="", details=""):
        self.number += 1
        print(f"{verdict} {self.number} - {str(test).split()[0]}{remark}")
        for line in details.splitlines():
            print(f"#   {line}")
        sys.stdout.flush()

    def details(self, error):
        return "".join(traceback.format_exception(*error))[-12000:]

    def startTest(self, test):
        super().startTest(test)
        self.subfailures = []

    def addSuccess(self, test):
        if not self.subfailures:
            self.line("ok", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.line("not ok", test, "", self.details(err))

    def addError(self, test, err):
        super().addError(test, err)
        self.line("not ok", test, "", self.details(err))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.line("ok", test, f" # SKIP {reason}")

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self.subfailures.append(f"{subtest}\n{self.details(err)}")

    def stopTest(self, test):
        super().stopTest(test)
        if self.subfailures:
            self.line("not ok", test, f" ({len(self.subfailures)} cases)", "\n".join(self.subfailures))


def main(names):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # nohup's programs inherit that it is ignored
    suite = unittest.defaultTestLoader.loadTestsFromNames(names)
    result = Tap()
    suite.run(result)
    # Class and module set-ups that fail report no tests; the plan counts what was reported.
    print(f"1..{max(result.number, suite.countTestCases() if result.number else 1)}")
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
