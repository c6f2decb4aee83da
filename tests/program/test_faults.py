"""What goes wrong around the program: full disks, forbidden folders, damaged caches, signals, dying children."""
import contextlib
import os
import resource
import shutil
import signal
import subprocess
import threading
import time

from lab import BRIEFCAST, BUG, CREATE, IO, RETRY, ROOT, Case, sha256
from texts import TOWN, turns


class Running:
    """briefcast under way, with its children in sight."""

    def __init__(self, case, *arguments, env=None, signals=("--default-signal=INT",)):
        """What the tests' own caller ignores, as a shell does for its background, it does not."""
        self.case = case
        self.process = subprocess.Popen(["env", *signals, str(BRIEFCAST), *map(str, arguments)], cwd=case.dir, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
                                        env=env or case.environment())

    def finish(self, timeout=60):
        out, err = self.process.communicate(timeout=timeout)
        self.case.assert_clean(err, err.decode("utf-8", "replace"))
        return self.process.returncode, out.decode(), err.decode()


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as f:
            return [int(p) for p in f.read().split()]
    except OSError:
        return []


def of_session(session):
    """Living processes of a session."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError, IndexError, ValueError):
            with open(f"/proc/{name}/stat") as f:
                fields = f.read().rpartition(")")[2].split()
            if int(fields[3]) == session and fields[0] not in "ZX":
                found.append(int(name))
    return found


class Faulty(Case):
    def long_source(self, count=60):
        return self.write("long.txt", turns(count))

    def assert_no_one_left(self, running):
        limit = time.monotonic() + 5
        while (left := of_session(running.process.pid)) and time.monotonic() < limit:
            time.sleep(0.05)
        self.assertEqual(left, [], "processes are left behind")

    def assert_no_temporaries(self):
        clips = [str(p) for p in self.cache.rglob("*") if p.is_file() and p.suffix != ".opus"] if self.cache.exists() else []
        self.assertEqual(clips, [])
        self.assert_nothing_half_written(self.out)


class Interrupted(Faulty):
    weight = 5
    sanitized = True

    def test_what_is_ignored_stays_so(self):
        """In a script's background, or under nohup."""
        running = Running(self, "make", "-j2", "-o", self.out, self.long_source(60),
                          signals=("--ignore-signal=INT", "--ignore-signal=HUP"))
        while not list(self.cache.rglob("*.opus")) and running.process.poll() is None:
            time.sleep(0.01)
        self.assertIsNone(running.process.poll(), "it was done before it could be interrupted")
        running.process.send_signal(signal.SIGINT)
        running.process.send_signal(signal.SIGHUP)
        status, _, err = running.finish()
        self.assertEqual(status, 0, err)

    def interrupt(self, number, expected):
        running = Running(self, "make", "-j2", "-o", self.out, self.long_source(400))
        limit = time.monotonic() + 30
        while not list(self.cache.rglob("*.opus")) and time.monotonic() < limit:
            time.sleep(0.01)
        self.assertIsNone(running.process.poll(), "it was done before it could be interrupted")
        running.process.send_signal(number)
        started = time.monotonic()
        status, _, err = running.finish(20)
        self.assertLess(time.monotonic() - started, 5)
        self.assertIn(status, expected, err)
        self.assert_no_one_left(running)
        self.assert_no_output()
        return err

    def test_interrupt(self):
        err = self.interrupt(signal.SIGINT, (128 + signal.SIGINT, -signal.SIGINT))
        self.assertRegex(err, "(?i)interrupted|stopped")
        self.assert_no_temporaries()

    def test_terminate(self):
        self.interrupt(signal.SIGTERM, (128 + signal.SIGTERM, -signal.SIGTERM))
        self.assert_no_temporaries()

    def test_hang_up(self):
        self.interrupt(signal.SIGHUP, (128 + signal.SIGHUP, -signal.SIGHUP))

    def test_killed(self):
        """Nobody can clean up then; but no child lives on, and the next run is none the worse."""
        self.interrupt(signal.SIGKILL, (-signal.SIGKILL,))
        self.make("-j2", self.write("long.txt", TOWN))
        self.assertEqual(len(self.outputs()), 4)

    def test_work_done_before_is_kept(self):
        self.interrupt(signal.SIGINT, (128 + signal.SIGINT, -signal.SIGINT))
        kept = len(list(self.cache.rglob("*.opus")))
        self.assertGreater(kept, 0)


class DyingChildren(Faulty):
    weight = 5

    def wanted(self, source):
        self.make("-j2", source, out=self.dir / "wanted")
        shutil.rmtree(self.cache)
        return sha256(self.dir / "wanted/long.opus")

    def hunt(self, running, choose, most):
        """Kills up to `most` of the processes that choose(parent) names, while the run lasts."""
        killed = 0
        while running.process.poll() is None and killed < most:
            for pid in choose(running.process.pid):
                with contextlib.suppress(OSError):
                    os.kill(pid, signal.SIGKILL)
                    killed += 1
                if killed >= most:
                    break
        return killed

    def workers(self, parent):
        return [w for z in children(parent) for w in children(z)]

    def test_one_child_dies(self):
        source = self.long_source()
        wanted = self.wanted(source)
        running = Running(self, "make", "-j2", "-o", self.out, source)
        self.assertEqual(self.hunt(running, self.workers, 1), 1)
        status, _, err = running.finish()
        self.assertEqual(status, 0, err)
        self.assertEqual(sha256(self.out / "long.opus"), wanted)

    def hunt_all(self, *arguments):
        source = self.long_source(20)
        running = Running(self, "make", "-j1", *arguments, "-o", self.out, source)
        hunter = threading.Thread(target=self.hunt, args=(running, self.workers, 1 << 30))
        hunter.start()
        status, _, err = running.finish()
        hunter.join()
        self.assert_no_one_left(running)
        return status, err

    def test_every_child_dies(self):
        status, err = self.hunt_all()
        self.assertEqual(status, BUG, err)
        self.assertRegex(err, r"long\.txt:\d+:\d+: error: ")
        self.assertRegex(err, r"(?i)killed|signal|SIGKILL")
        self.assert_no_output()

    def test_keep_going_announces_the_gaps(self):
        status, err = self.hunt_all("--keep-going")
        self.assertNotEqual(status, 0)
        self.assertRegex(err, r"long\.txt:\d+:\d+: (error|warning): ")
        self.assert_nothing_half_written(self.out)

    def test_the_zygote_dies(self):
        source = self.long_source()
        wanted = self.wanted(source)
        running = Running(self, "make", "-j2", "-o", self.out, source)
        limit = time.monotonic() + 20
        while not self.workers(running.process.pid) and time.monotonic() < limit:
            pass
        self.assertEqual(self.hunt(running, children, 1), 1)
        status, _, err = running.finish(30)
        self.assert_no_one_left(running)
        if status == 0:
            self.assertEqual(sha256(self.out / "long.opus"), wanted)
        else:
            self.assertEqual(status, BUG, err)
            self.assertRegex(err, "error: ")
            self.assert_no_output()


class Disks(Faulty):
    weight = 2

    def on_full_disk(self, size, script):
        """Runs a shell script with $D a file system of `size`; None when this machine allows no mount."""
        folder = self.dir / "small"
        folder.mkdir()
        command = ["sh", "-c", f'D="{folder}"; mount -t tmpfs -o size={size} none "$D" || exit 99; {script}; s=$?; '
                   'find "$D" -type f | sed "s/^/LEFT /"; umount "$D"; exit $s']
        # Best in a name space of its own, where nobody sees the mount; in a chroot there may be none.
        for prefix in (["unshare", "-m"], []):
            run = subprocess.run(prefix + command, cwd=self.dir, env=self.environment(), capture_output=True, timeout=120)
            if run.returncode != 99 and b"unshare:" not in run.stderr:
                return run
        return None

    def test_full_disk(self):
        """No room for the episode: says so, leaves nothing. By a small file system, else by a limit on file size."""
        self.write("talk.txt", TOWN)
        self.make("talk.txt", out=self.dir / "warm")
        run = self.on_full_disk("32k", f'"{BRIEFCAST}" make -o "$D/out" talk.txt')
        if run is None:
            run = subprocess.run([str(BRIEFCAST), "make", "-o", "out", "talk.txt"], cwd=self.dir, capture_output=True,
                                 env=self.environment(), timeout=60, preexec_fn=lambda: resource.setrlimit(
                                     resource.RLIMIT_FSIZE, (32 << 10, 32 << 10)))
        said = (run.stdout + run.stderr).decode()
        self.assertEqual(run.returncode, IO, said)
        self.assertRegex(said, r"error: .*(No space left|File too large)")
        self.assertNotIn("LEFT", said)
        self.assert_no_output()

    def test_file_size_limit(self):
        self.write("talk.txt", TOWN)
        result = self.make("talk.txt", status=None, preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_FSIZE, (4 << 10, 4 << 10)))
        self.assertIn(result.status, (IO, BUG), result.said)
        self.assertIn("error: ", result.err)
        self.assert_no_output()

    def test_full_cache_disk(self):
        """A cache without room is no reason to fail."""
        self.write("talk.txt", TOWN)
        run = self.on_full_disk("16k", f'BRIEFCAST_CACHE="$D/cache" "{BRIEFCAST}" make -o "{self.out}" talk.txt')
        if run is None:
            self.skipTest("this machine allows no mount of a small file system")
        said = (run.stdout + run.stderr).decode()
        self.assertEqual(run.returncode, 0, said)
        self.assertEqual(len(self.outputs()), 4)

    def test_full_standard_output(self):
        path = self.write("talk.txt", TOWN)
        with open("/dev/full", "wb") as full:
            run = subprocess.run([str(BRIEFCAST), "script", str(path)], stdout=full, stderr=subprocess.PIPE,
                                 env=self.environment(), timeout=60)
        self.assertEqual(run.returncode, IO, run.stderr)
        self.assertIn(b"error: ", run.stderr)

    def test_closed_pipe(self):
        path = self.write("talk.txt", turns(200))
        run = subprocess.run(f'"{BRIEFCAST}" script "{path}" | head -n 1', shell=True, capture_output=True, timeout=60,
                             env=self.environment())
        self.assertEqual(run.stdout, b"---\n")
        self.assertNotIn(b"Broken pipe", run.stderr)


class Rights(Faulty):
    """As somebody who may not write: root becomes nobody for it."""

    def as_nobody(self):
        return {"user": 65534, "group": 65534, "extra_groups": []} if os.getuid() == 0 else {}

    def program(self):
        """The program where anybody may run it, with its voices."""
        folder = self.dir / "installed"
        shutil.copytree(ROOT / "voices", folder / "voices")
        shutil.copy(BRIEFCAST, folder / "briefcast")
        os.chmod(folder / "briefcast", 0o755)
        return ["make", "--voices", folder / "voices"], folder / "briefcast"

    def try_it(self, *arguments, status, **env):
        arguments, program = [*self.program()[0], *arguments], self.dir / "installed/briefcast"
        return self.run_briefcast(*arguments, status=status, program=program, env=self.environment(
            HOME=self.dir / "home", TMPDIR=self.everyones(), **env), **self.as_nobody())

    def everyones(self):
        """A folder in which anybody may write."""
        folder = self.dir / "everyones"
        folder.mkdir(exist_ok=True)
        os.chmod(folder, 0o777)
        return folder

    def test_read_only_output_folder(self):
        self.write("talk.txt", TOWN)
        self.out.mkdir(mode=0o555)
        (self.dir / "cache").mkdir(mode=0o777)
        os.chmod(self.dir / "cache", 0o777)
        result = self.try_it("-o", self.out, "talk.txt", status=CREATE)
        self.assertRegex(result.err, r"error: .*out.*(Permission denied|not writable|cannot)")
        self.assert_no_output()
        self.assertEqual(list((self.dir / "cache").rglob("*.opus")), [], "it was rendered before it was looked")

    def test_output_folder_is_a_file(self):
        self.write("talk.txt", TOWN)
        self.write("out", "a file\n")
        result = self.run_briefcast("make", "-o", self.out, "talk.txt", status=CREATE)
        self.assertRegex(result.err, r"error: .*out")
        self.assertEqual((self.dir / "out").read_text(), "a file\n")

    def test_unreadable_input(self):
        os.chmod(self.write("talk.txt", TOWN), 0)
        result = self.try_it("-o", self.everyones() / "out", "talk.txt", status=None)
        self.assertIn(result.status, (66, IO), result.said)
        self.assertRegex(result.err, r"talk\.txt.*Permission denied|Permission denied.*talk\.txt")

    def test_read_only_cache(self):
        """Clips that are there are used; the others are made and thrown away."""
        self.write("talk.txt", TOWN)
        self.make("talk.txt", out=self.dir / "wanted")
        for clip in sorted(self.cache.rglob("*.opus"))[::2]:
            clip.unlink()
        os.chmod(self.dir, 0o777)
        for folder in [self.cache, *(p for p in self.cache.rglob("*") if p.is_dir())]:
            os.chmod(folder, 0o555)
        result = self.try_it("-o", self.out, "talk.txt", status=0)
        self.assertEqual(sha256(self.out / "talk.opus"), sha256(self.dir / "wanted/talk.opus"))
        self.assertRegex(result.err, r"warning: .*cache")

    def test_no_home(self):
        self.write("talk.txt", TOWN)
        os.chmod(self.dir, 0o777)
        env = self.environment(HOME=self.dir / "no/such/home", TMPDIR=self.everyones())
        env.pop("BRIEFCAST_CACHE")
        arguments, program = self.program()
        self.run_briefcast(*arguments, "-o", self.out, "talk.txt", program=program, env=env, **self.as_nobody())
        self.assertEqual(len(self.outputs()), 4)

    def test_descriptors_run_short(self):
        self.write("talk.txt", turns(40))
        result = self.make("-j2", "talk.txt", status=None,
                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24)))
        self.assertIn(result.status, (0, BUG, RETRY, IO, CREATE), result.said)
        if result.status:
            self.assert_no_output()


class DamagedCache(Faulty):
    weight = 4
    sanitized = True

    def setUp(self):
        super().setUp()
        self.source = self.write("talk.txt", TOWN)
        self.make(self.source, out=self.dir / "wanted")
        self.wanted = sha256(self.dir / "wanted/talk.opus")
        self.clips = sorted(self.cache.rglob("*.opus"))
        self.assertGreater(len(self.clips), 10)

    def assert_mended(self):
        self.make(self.source)
        self.assertEqual(sha256(self.out / "talk.opus"), self.wanted)
        shutil.rmtree(self.out)
        self.make(self.source)
        self.assertEqual(sha256(self.out / "talk.opus"), self.wanted)

    def test_every_kind_of_damage(self):
        """Each clip in another way: cut, flipped, emptied, swapped, replaced, a folder in its place."""
        for number, clip in enumerate(self.clips):
            content = bytearray(clip.read_bytes())
            kind = number % 8
            if kind == 0:
                clip.write_bytes(b"")
            elif kind == 1:
                clip.write_bytes(content[:len(content) // 2])
            elif kind == 2:
                content[-20] ^= 0x40
                clip.write_bytes(content)
            elif kind == 3:
                content[60] ^= 1
                clip.write_bytes(content)
            elif kind == 4:
                clip.write_bytes(self.clips[(number + 1) % len(self.clips)].read_bytes())
            elif kind == 5:
                clip.write_bytes(b"OggS" + bytes(5000))
            elif kind == 6:
                clip.write_bytes(content + b"more")
            else:
                clip.write_bytes(content.replace(b"SPEECH=", b"SPEECH=9", 1))
        self.assert_mended()

    def test_every_byte_of_a_clip_counts(self):
        """One flipped bit anywhere is found, or is of no consequence."""
        clip = self.clips[0]
        content = clip.read_bytes()
        for at in range(0, len(content), max(1, len(content) // 25)):
            damaged = bytearray(content)
            damaged[at] ^= 0x10
            clip.write_bytes(damaged)
            self.make(self.source)
            self.assertEqual(sha256(self.out / "talk.opus"), self.wanted, f"byte {at} flipped in {clip.name}")

    def test_a_folder_where_a_clip_belongs(self):
        self.clips[0].unlink()
        self.clips[0].mkdir()
        self.make(self.source)
        self.assertEqual(sha256(self.out / "talk.opus"), self.wanted)

    def test_links(self):
        """A link is followed for reading and never written through."""
        victim = self.write("victim.txt", "do not touch\n")
        self.clips[0].unlink()
        self.clips[0].symlink_to(victim)
        moved = self.dir / "moved.opus"
        self.clips[1].rename(moved)
        self.clips[1].symlink_to(moved)
        self.clips[2].unlink()
        self.clips[2].symlink_to(self.dir / "nowhere")
        self.assert_mended()
        self.assertEqual(victim.read_text(), "do not touch\n")
        self.assertFalse((self.dir / "nowhere").exists())

    def test_the_cache_is_a_link(self):
        self.cache.rename(self.dir / "elsewhere")
        self.cache.symlink_to(self.dir / "elsewhere")
        self.assert_mended()

    def test_the_cache_is_a_file(self):
        shutil.rmtree(self.cache)
        self.cache.write_text("not a folder\n")
        result = self.make(self.source)
        self.assertEqual(sha256(self.out / "talk.opus"), self.wanted)
        self.assertRegex(result.err, r"warning: .*cache")

    def test_two_at_once(self):
        """Two runs fill one cache at the same time, and a third one clears it."""
        shutil.rmtree(self.cache)
        runs = [Running(self, "make", "-j2", "-o", self.dir / f"o{i}", self.source) for i in range(3)]
        self.run_briefcast("cache", "--clear")
        for number, running in enumerate(runs):
            status, _, err = running.finish()
            self.assertEqual(status, 0, err)
            self.assertEqual(sha256(self.dir / f"o{number}/talk.opus"), self.wanted)
