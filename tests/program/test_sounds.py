"""Sounds in scripts: <audio src="...">, a file beside the script that is heard in place of speech."""
import cmath
import math
import os
import random
import re
import struct
import wave

from lab import INPUT, NOINPUT, RATE, RAW, Case, loudness_of, tool, write_pcm

TOP = "---\ntitle: Bells\ndate: 2026-11-20\nlanguage: en-GB\nbriefcast: 1\n---\n# Opening\n\n"
SCRIPT = TOP + """**Narrator:** <mark name="a"/><audio src="bell.wav"><desc>A ship's bell</desc>The *bell* &lt; rings.</audio><mark name="b"/>

**Mara Vind:** Good morning. <break time="1s"/><audio src="low/noise.flac"/> <break time="2s"/> The lamp is a hundred <audio src="bell.wav">a bell</audio> years old.

## Next

<audio src="bell.ogg"/>

**Mara Vind:** <audio src="bell.mp3"/> And — <audio src="bell.wav"/> .
"""


def tone(seconds, level=0.5, rate=44100, channels=2):
    frames = b"".join(struct.pack("<h", int(32767 * level * math.sin(2 * math.pi * 440 * i / rate))) * channels
                      for i in range(int(seconds * rate)))
    return frames


class SoundCase(Case):
    def wav(self, name, seconds=1.5, level=0.1, rate=44100, channels=2, frames=None):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with wave.open(str(path), "wb") as w:
            w.setnchannels(channels)
            w.setsampwidth(2)
            w.setframerate(rate)
            w.writeframes(tone(seconds, level, rate, channels) if frames is None else frames)
        return path

    def convert(self, source, name):
        (self.dir / name).parent.mkdir(parents=True, exist_ok=True)
        tool("ffmpeg", "-v", "error", "-y", "-i", self.dir / source, self.dir / name)

    def sounds(self):
        self.wav("bell.wav")
        noise = random.Random(7)
        self.wav("noise.wav", rate=48000, channels=1,
                 frames=b"".join(struct.pack("<h", noise.randrange(-900, 900)) for _ in range(60000)))
        self.convert("noise.wav", "low/noise.flac")
        self.convert("bell.wav", "bell.ogg")
        self.convert("bell.wav", "bell.mp3")
        return self.write("talk.md", SCRIPT)


class Heard(SoundCase):
    sanitized = True

    def test_it_is_a_segment_with_its_pauses(self):
        document = self.script_json(self.sounds())
        turns = [[(s["text"], s.get("audio"), s["pause_after_ms"]) for s in t["segments"]] for t in document["turns"]]
        self.assertEqual(turns, [
            [("", "bell.wav", 500)],
            [("Good morning.", None, 1000), ("", "low/noise.flac", 2000), ("The lamp is a hundred", None, 300),
             ("", "bell.wav", 300), ("years old.", None, 1200)],
            [("", "bell.ogg", 500)],
            [("", "bell.mp3", 300), ("And —", None, 300), ("", "bell.wav", 500)]])
        self.assertEqual(document["turns"][1]["text"], "Good morning. The lamp is a hundred years old.")
        self.assertEqual([(t["speaker"], t["line"]) for t in document["turns"]],
                         [("Narrator", 9), ("Mara Vind", 11), ("Narrator", 15), ("Mara Vind", 17)])
        self.assertEqual(document["turns"][1]["segments"][1]["column"], 48)

    def test_printed_and_read_again_it_gives_the_same_bytes(self):
        path = self.sounds()
        first = self.run_briefcast("script", path).out
        printed = self.write("printed.md", first)
        self.assertIn('<audio src="bell.wav"><desc>A ship\'s bell</desc>The bell < rings.</audio>', first)
        again = self.run_briefcast("script", printed).out
        self.assertEqual(re.sub("  #.*", "", first), re.sub("  #.*", "", again))
        self.make(path)
        self.make("--name", "talk", printed, out=self.dir / "again")
        self.assertEqual((self.out / "talk.opus").read_bytes(), (self.dir / "again/talk.opus").read_bytes())
        self.assertEqual((self.out / "talk.vtt").read_bytes(), (self.dir / "again/talk.vtt").read_bytes())

    def test_every_byte_is_accounted_for(self):
        path = self.sounds()
        self.make(path)
        coverage = self.episode("talk").coverage
        source = path.read_bytes()
        self.assertEqual(b"".join(source[r["begin"]:r["end"]] for r in coverage["ranges"]), source)
        told = [source[r["begin"]:r["end"]] for r in coverage["ranges"] if r.get("reason") == "alternate content"]
        self.assertIn(b"A ship's bell", told)
        self.assertIn(b"rings.", told)
        self.assertIn(b"a bell", told)
        self.assertEqual([s["src"] for s in coverage["sounds"]],
                         ["bell.wav", "low/noise.flac", "bell.wav", "bell.ogg", "bell.mp3", "bell.wav"])
        first = coverage["sounds"][0]
        self.assertEqual([(m["name"], m["start"]) for m in coverage["marks"]],
                         [("a", first["start"]), ("b", first["stop"])])
        dot = [r for r in coverage["ranges"] if r["end"] == len(source) - 1]
        self.assertEqual(dot[0].get("reason"), "unspeakable")

    def test_captions_tell_of_it_and_chapters_begin_with_it(self):
        self.make(self.sounds())
        episode = self.episode("talk")
        told = [(c.text, c.speaker) for c in episode.cues]
        self.assertEqual(told[0], ("[A ship's bell]", None))
        self.assertIn(("[a bell]", None), told)
        self.assertEqual(len(told), 6)  # nothing is told of those without words
        ogg = [s for s in episode.coverage["sounds"] if s["src"] == "bell.ogg"][0]
        chapter = episode.chapters["chapters"][1]
        self.assertTrue(chapter["startTime"] <= ogg["start"] <= chapter["startTime"] + 0.04)

    def test_in_an_ssml_file(self):
        self.sounds()
        path = self.write("talk.ssml", '<speak version="1.1" xml:lang="en"><audio src="bell.wav"/>'
                          '<p>Good evening.<audio src="bell.ogg"><desc>A bell</desc> no &amp; sound </audio></p>'
                          '<voice name="tenor"><audio src="bell.mp3"></audio></voice></speak>')
        document = self.script_json(path)
        self.assertEqual([(t["speaker"], [s["text"] or s["audio"] for s in t["segments"]]) for t in document["turns"]],
                         [("Narrator", ["bell.wav", "Good evening.", "bell.ogg"]), ("tenor", ["bell.mp3"])])
        self.make(path)
        printed = self.run_briefcast("script", path).out
        self.assertIn('<desc>A bell</desc>no & sound</audio>', printed)
        path.unlink()
        self.make(self.write("talk.md", printed), out=self.dir / "again")
        self.assertEqual((self.out / "talk.opus").read_bytes(), (self.dir / "again/talk.opus").read_bytes())

    def test_only_a_sound(self):
        self.wav("bell.wav")
        self.make(self.write("only.md", TOP + '<audio src="bell.wav"/>\n'))
        self.assertEqual(self.episode("only").cues, [])


class Measured(SoundCase):
    weight = 2

    def piece(self, episode, sound, name):
        """The sound as decoded, by itself."""
        pcm = episode.pcm()
        begin, end = (int(sound[k] * RATE) for k in ("start", "stop"))
        path = self.dir / name
        write_pcm(path, pcm[begin:end])
        return path

    def test_right_place_and_level(self):
        for name, level in (("soft.wav", 0.003), ("middle.wav", 0.1), ("loud.wav", 1.0)):
            self.wav(name, seconds=3, level=level)
        self.make(self.write("talk.md", TOP + "**Narrator:** The soft one is first, and it is followed by others. "
                  '<audio src="soft.wav"/> This is said between them. <audio src="middle.wav"/>\n\n'
                  '<audio src="loud.wav"/>\n\nThat was all of it, ladies and gentlemen.\n'))
        episode = self.episode("talk")
        pcm = episode.pcm()
        programme = episode.loudness()
        self.assertAlmostEqual(programme.lufs, -19, delta=0.5)
        self.assertLessEqual(programme.peak, -1)
        for sound in episode.coverage["sounds"]:
            self.assertAlmostEqual(sound["stop"] - sound["start"], 3, delta=0.002)
            measured = loudness_of(self.piece(episode, sound, "piece.pcm"), *RAW)
            self.assertAlmostEqual(measured.lufs, -19, delta=0.7, msg=sound["src"])
            begin, end = (int(sound[k] * RATE) for k in ("start", "stop"))
            self.assertLess(max(map(abs, pcm[begin - 4800:begin - 960])), 60, "not silent before it")
            self.assertGreater(max(map(abs, pcm[begin:begin + 480])), 1000, "it begins late")
            self.assertGreater(max(map(abs, pcm[end - 480:end])), 1000, "it ends early")
            self.assertLess(max(map(abs, pcm[end + 960:end + 4800])), 60, "not silent behind it")

    def test_treble_is_kept(self):
        """Speech is coded up to 12 kHz; a sound has all that Opus takes."""
        high = b"".join(struct.pack("<h", int(8000 * math.sin(2 * math.pi * 15000 * i / 48000))) for i in range(48000))
        self.wav("high.wav", rate=48000, channels=1, frames=high)
        self.make(self.write("talk.md", TOP + '**Narrator:** One. <audio src="high.wav"/> Two.\n'))
        episode = self.episode("talk")
        begin = int(episode.coverage["sounds"][0]["start"] * RATE) + RATE // 4
        piece = episode.pcm()[begin:begin + 4800]
        tone15 = abs(sum(x * cmath.exp(-2j * math.pi * 15000 * i / RATE) for i, x in enumerate(piece))) / len(piece)
        self.assertGreater(2 * tone15 * tone15, 0.8 * sum(x * x for x in piece) / len(piece))

    def test_silence_at_its_ends_is_not_added_to_the_pauses(self):
        self.wav("padded.wav", frames=bytes(4 * 44100) + tone(1) + bytes(4 * 22050))
        self.make(self.write("talk.md", TOP + '**Narrator:** One. <audio src="padded.wav"/> Two.\n'))
        sound = self.episode("talk").coverage["sounds"][0]
        self.assertAlmostEqual(sound["stop"] - sound["start"], 1, delta=0.002)


class Changed(SoundCase):
    sanitized = True

    def test_a_changed_file_is_noticed(self):
        path = self.sounds()
        self.assertIn("8 clips compiled", self.make(path).err)
        first = (self.out / "talk.opus").read_bytes()
        self.assertIn("0 clips compiled", self.make(path).err)
        before = os.stat(self.dir / "bell.wav")
        self.wav("bell.wav", level=0.2, seconds=1.5, rate=44100)
        self.assertEqual(os.stat(self.dir / "bell.wav").st_size, before.st_size)
        os.utime(self.dir / "bell.wav", ns=(before.st_atime_ns, before.st_mtime_ns))
        run = self.make(path)
        self.assertIn("1 clip compiled", run.err)
        self.assertNotEqual(first, (self.out / "talk.opus").read_bytes())

    def test_one_that_only_moved_is_not(self):
        path = self.sounds()
        self.make(path)
        (self.dir / "bell.wav").rename(self.dir / "other.wav")
        path.write_text(SCRIPT.replace("bell.wav", "other.wav"))
        self.assertIn("0 clips compiled", self.make(path).err)

    def test_dry_run_plans_it(self):
        path = self.sounds()
        self.assertIn("10 to compile", self.run_briefcast("make", "-n", path).out)

    def test_jobs_and_order_change_nothing(self):
        path = self.sounds()
        self.make("-j", "1", "--no-cache", path)
        first = (self.out / "talk.opus").read_bytes()
        self.make("-j", "4", "--no-cache", path, out=self.dir / "again")
        self.assertEqual(first, (self.dir / "again/talk.opus").read_bytes())


class Refused(SoundCase):
    sanitized = True

    def refused(self, inside, message, command="check", status=INPUT):
        path = self.write("bad.md", TOP + f"**Narrator:** Good morning. {inside}\n")
        run = self.run_briefcast(command, *(("-o", self.out) if command == "make" else ()), path, status=status)
        self.assertRegex(run.err, r"bad\.md:9:\d+: error: " + message)
        self.assert_no_output()
        return run

    def test_one_that_is_not_there(self):
        message = r"cannot read 'no\.wav': no such file \(.*folder of this file\) \[file-missing\]"
        for command in ("check", "script", "make"):
            run = self.refused('<audio src="no.wav">so</audio>', message, command, NOINPUT)
            self.assertIn(":9:29: ", run.err)
        path = self.write("bad.md", TOP + '**Narrator:** Hello. <audio src="no.wav"/> <audio src="no.wav"/>\n')
        run = self.run_briefcast("make", "-n", path, status=NOINPUT)
        self.assertEqual(run.err.count("no such file"), 1)

    def test_what_is_outside_of_the_folder(self):
        self.wav("bell.wav")
        inner = self.dir / "inner"
        inner.mkdir()
        os.symlink(self.dir / "bell.wav", inner / "link.wav")
        os.symlink(self.dir, inner / "up")
        os.mkfifo(inner / "pipe.wav")
        cases = (("../bell.wav", "outside of this file's folder"), (str(self.dir / "bell.wav"), "outside"),
                 ("link.wav", "links are not followed"), ("up/bell.wav", "links are not followed"),
                 ("pipe.wav", "not a regular file"), (".", "."), ("x/../../bell.wav", "outside"))
        for src, message in cases:
            path = self.write("inner/bad.md", TOP + f'**Narrator:** Hello. <audio src="{src}"/>\n')
            run = self.run_briefcast("check", path, status=INPUT)
            self.assertRegex(run.err, rf"bad\.md:9:22: error: .*{message}")
        for src in ("http://example.org/bell.wav", "file:bell.wav", "data:audio/wav;base64,AAAA", ""):
            self.refused(f'<audio src="{src}"/>', r"<audio> cannot have this src \(.*nothing is fetched\) \[audio\]")

    def test_from_standard_input(self):
        self.wav("bell.wav")
        script = (TOP + '**Narrator:** Hello. <audio src="bell.wav"/>\n').encode()
        run = self.run_briefcast("make", "-o", self.out, "--name", "x", "-", input=script, status=INPUT)
        self.assertRegex(run.err, r"<stdin>:9:22: error: .*standard input has no folder.*give the script as a file")

    def test_elements_that_do_not_fit(self):
        self.wav("bell.wav")
        for inside, message in (
                ("<audio/>", r"<audio> needs 'src'"),
                ('<audio src="bell.wav" loop="2"/>', r"<audio> has no attribute 'loop' \(it has 'src'\)"),
                ('<audio src="bell.wav">words', r"this <audio> has no end in its paragraph"),
                ('<audio src="bell.wav"><emphasis>so</emphasis></audio>', r"a <emphasis> inside a <audio>"),
                ('<sub alias="x">y<audio src="bell.wav"/></sub>', r"a <audio> inside a <sub>"),
                ("<desc>words</desc>", r"a <desc> outside of an <audio>"),
                ('<audio src="bell.wav"><desc>a</desc><desc>b</desc></audio>', r"an <audio> has one <desc>"),
                ('<audio src="bell.wav"><desc>a</audio>', r"</audio> while <desc> is open")):
            self.refused(inside, message)

    def test_files_that_cannot_be_played(self):
        bell = self.wav("bell.wav").read_bytes()
        self.write("cut.wav", bell[:len(bell) // 2])
        for name in ("bell.flac", "bell.ogg", "bell.mp3"):
            self.convert("bell.wav", name)
        flac = (self.dir / "bell.flac").read_bytes()
        self.write("cut.flac", flac[:len(flac) // 2])
        ogg = (self.dir / "bell.ogg").read_bytes()
        self.write("cut.ogg", ogg[:len(ogg) * 9 // 10])
        self.convert("bell.wav", "bell.aiff")
        self.write("cut.aiff", (self.dir / "bell.aiff").read_bytes()[:90000])
        self.write("damaged.flac", flac[:9000] + bytes(500) + flac[9500:])
        self.write("empty.wav", b"")
        self.wav("none.wav", frames=b"")
        self.wav("silent.wav", frames=bytes(40000))
        self.wav("faint.wav", frames=b"\1\0\0\0" * 40000, channels=1)
        self.wav("slow.wav", rate=999, seconds=2)
        self.wav("long.wav", rate=8000, seconds=61, channels=1)
        self.convert("long.wav", "long.flac")
        self.write("noise.mp3", random.Random(3).randbytes(5000))
        self.write("frames.mp3", b"\xff\xfb\x90\0" + random.Random(1).randbytes(200000))
        self.write("words.wav", "These are words.\n")
        floats = struct.pack("<4f", 0.1, math.nan, 0.1, 0.1)
        head = b"RIFF" + struct.pack("<I", 36 + 16) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 3, 1, 8000, 32000, 4, 32)
        self.write("nan.wav", head + b"data" + struct.pack("<I", 16) + floats)
        for name, message in (
                ("cut.wav", "it is cut off"), ("cut.ogg", "it is cut off"), ("cut.aiff", "it is cut off"), ("cut.flac", "it is cut off, or damaged"),
                ("damaged.flac", "it is cut off, or damaged"), ("none.wav", "there is no sound in it"),
                ("silent.wav", "there is no sound in it"), ("faint.wav", "there is nothing but silence"),
                ("slow.wav", "its sampling rate of 999 Hz is not between 1000 and 768000 Hz"),
                ("long.wav", "it is longer than a minute; cut it"), ("long.flac", "it is longer than a minute; cut it"),
                ("noise.mp3", "it is no sound file that can be read .*; convert it to WAV, FLAC, Ogg or MP3"),
                ("frames.mp3", r"it is no sound file that can be read \(its frames make no sense\)"),
                ("words.wav", "it is no sound file"), ("nan.wav", "it holds samples that are no numbers")):
            run = self.refused(f'<audio src="{name}"/>', rf"'{re.escape(name)}' cannot be played: {message}", "make")
            self.assertIn(":9:29: ", run.err)
        inside = '<audio src="cut.wav"/> <audio src="bell.wav"/> <audio src="nan.wav"/>'
        run = self.refused(inside, r"'cut\.wav' cannot be played")
        self.assertEqual(run.err.count("cannot be played"), 2)
        self.refused('<audio src="empty.wav"/>', r"this sound file is empty \[audio\]")
        with open(self.dir / "huge.wav", "wb") as huge:
            huge.truncate(33 << 20)
        self.refused('<audio src="huge.wav"/>', r"'huge\.wav' is larger than 33554432 bytes")

    def test_a_gap_is_announced_when_asked_for(self):
        self.write("words.wav", "These are words.\n")
        path = self.write("bad.md", TOP + '**Narrator:** Good morning. <audio src="words.wav"/> Good night.\n')
        self.make("--keep-going", path, status=INPUT)
        self.assertIn("A sound is missing here.", [c.text for c in self.episode("bad").cues])

    def test_too_many(self):
        for i in range(201):
            self.write(f"s/{i}.wav", "x")
        many = " ".join(f'<audio src="s/{i}.wav"/>' for i in range(201))
        self.refused(many, r"over 200 different sound files")

    def test_a_file_of_many_elements_ends_quickly(self):
        self.wav("bell.wav", seconds=0.1)
        path = self.write("many.md", TOP + "**Narrator:** Hello. " + '<audio src="bell.wav">a*b </audio> ' * 20000 + "\n")
        self.run_briefcast("check", path, timeout=20)
        words = "<audio src='bell.wav'>" + "*a &amp; " * 100000 + "</audio>"
        self.run_briefcast("check", self.write("words.md", TOP + "Hello. " + words + "\n"), timeout=20)
