"""Same input, same bytes: whatever the jobs, the cache, the folder, the clock, the zone, the language."""
import os
import shutil

from lab import SAMPLE, USAGE, Case, needs_seed, sha256, shared_episode
from texts import TOWN


class Same(Case):
    weight = 8

    def source(self):
        return SAMPLE

    def setUp(self):
        super().setUp()
        self.given = self.source()
        self.shared = shared_episode(self.given)
        self.wanted = self.hashes(self.shared.stem)

    def hashes(self, stem):
        """Of all outputs of one episode."""
        return {suffix: sha256(f"{stem}{suffix}") for suffix in (".opus", ".vtt", ".chapters.json", ".coverage.json")}

    def assert_same(self, *arguments, cold=True, source=None, **options):
        if cold:
            shutil.rmtree(self.cache, ignore_errors=True)
        out = self.dir / "again"
        shutil.rmtree(out, ignore_errors=True)
        self.make(*arguments, source or self.given, out=out, **options)
        self.assertEqual(self.hashes(out / self.given.stem), self.wanted, f"with {arguments} {options}")

    def test_one_job_two_jobs_cold_and_warm(self):
        self.assert_same("-j1")
        self.assert_same("-j1", cold=False)
        self.assert_same("-j2")
        self.assert_same("-j2", cold=False)
        self.assert_same("-j5", "--no-cache")

    def test_another_folder_clock_zone_and_language(self):
        elsewhere = self.dir / "a folder with blanks"
        elsewhere.mkdir()
        shutil.copy(self.given, elsewhere / self.given.name)
        env = self.environment(TZ="Pacific/Kiritimati", LANG="de_DE.UTF-8", LC_ALL="tr_TR.UTF-8")
        self.assert_same(cwd=elsewhere, env=env)
        # A relative path, a clock nine years on, the C locale.
        env = self.environment(TZ="America/St_Johns", LANG="C", LC_ALL="C")
        self.assert_same_but_source("../" + os.path.relpath(self.given, "/"), env, elsewhere)

    def assert_same_but_source(self, path, env, folder):
        """Coverage names its source as it was given; the rest is the same."""
        out = self.dir / "faked"
        shutil.rmtree(self.cache, ignore_errors=True)
        self.make(os.path.relpath(self.given, folder), out=out, cwd=folder, env=env,
                  before=["faketime", "-m", "2035-07-01 12:00:00"])
        found = self.hashes(out / self.given.stem)
        for suffix in (".opus", ".vtt", ".chapters.json"):
            self.assertEqual(found[suffix], self.wanted[suffix], suffix)

    def test_part_of_the_cache(self):
        """Half the clips from the cache, half new."""
        self.make("-j2", self.given, out=self.dir / "first")
        clips = sorted(p for p in self.cache.rglob("*.opus"))
        self.assertGreater(len(clips), 20)
        for clip in clips[::2]:
            clip.unlink()
        self.assert_same("-j2", cold=False)

    def test_beside_other_inputs(self):
        """The same episode when others are rendered in the same run, before and after it."""
        first, last = self.write("aaa.txt", TOWN), self.write("zzz.txt", TOWN.replace("Ines Okafor", "Ada Brandt"))
        out = self.dir / "many"
        self.make("-j2", first, self.given, last, out=out)
        self.assertEqual(self.hashes(out / self.given.stem), self.wanted)


class SameSeed(Case):
    weight = 8

    def test_jobs_cache_and_clock(self):
        source = needs_seed("mfa-press-1.txt")
        wanted = sha256(shared_episode(source).opus)
        for number, (arguments, env, before) in enumerate([
                (["-j1"], {}, []),
                (["-j2"], {"TZ": "Asia/Kathmandu"}, ["faketime", "-m", "2030-02-28 23:59:50"]),
                (["-j2", "--no-cache"], {"LC_ALL": "fr_FR.UTF-8"}, [])]):
            folder = self.dir / f"cwd {number}"
            folder.mkdir()
            self.cache = self.dir / f"cache {number}"
            self.make(*arguments, source, out=folder, cwd=folder, env=self.environment(**env), before=before)
            self.assertEqual(sha256(folder / "mfa-press-1.opus"), wanted, f"{arguments} {env}")


class Dates(Case):
    def test_source_date_epoch_dates_an_undated_transcript(self):
        undated = self.write("undated.txt", TOWN.replace("12 March 2026", "Port Kestrel"))
        self.make(undated, env=self.environment(SOURCE_DATE_EPOCH="1767225600"))
        self.assertEqual(self.episode("undated").tags["DATE"], "2026-01-01")
        self.make(undated, out=self.dir / "none")
        self.assertNotIn("DATE", self.episode("undated", self.dir / "none").tags)

    def test_source_date_epoch_that_is_none(self):
        talk = self.write("talk.txt", TOWN)
        self.make(talk)
        run = self.make(talk, status=USAGE, env=self.environment(SOURCE_DATE_EPOCH="soon"))
        self.assertIn("SOURCE_DATE_EPOCH is no date: 'soon' (unset it, or say it in seconds since 1970)", run.err)

    def test_source_date_epoch_leaves_a_dated_transcript_alone(self):
        dated = self.write("dated.txt", TOWN)
        self.make(dated, env=self.environment(SOURCE_DATE_EPOCH="1"))
        first = sha256(self.episode("dated").opus)
        self.make(dated, out=self.dir / "again")
        self.assertEqual(sha256(self.dir / "again/dated.opus"), first)
        self.assertEqual(self.episode("dated").tags["DATE"], "2026-03-12")


