"""What was made is not made again, and whatever has changed since is noticed."""
import os
import shutil
from pathlib import Path

from lab import BRIEFCAST, MISSING, Case, tool
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
