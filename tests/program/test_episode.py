"""An episode as other people's tools see it: the sample, and the seed transcript where it is there."""
import json
import re
import unittest
import xml.etree.ElementTree as ElementTree

from lab import (RATE, RAW, SAMPLE, Case, clock, first_sound, loudness_of, needs_seed, sha256, shared_episode, tool,
                 validate, words_of, write_pcm)


class OfSample:
    def setUp(self):
        super().setUp()
        self.e = shared_episode(SAMPLE)


class OfSeed:
    def setUp(self):
        super().setUp()
        self.e = shared_episode(needs_seed("mfa-press-1.txt"))


class Readers:
    """ffprobe, opusinfo, mediainfo, mkvmerge and mpv: no warning, and all the same chapters."""

    def wanted(self):
        return [(c["startTime"], c["title"]) for c in self.e.chapters["chapters"]]

    def test_json_chapters_follow_the_schema(self):
        validate(self.e.chapters, "chapters")
        starts = [c["startTime"] for c in self.e.chapters["chapters"]]
        self.assertEqual(starts, sorted(set(starts)))
        self.assertLessEqual(starts[0], 1)
        self.assertGreaterEqual(len(starts), 3)

    def test_ffprobe(self):
        probe = self.e.probe
        self.assertEqual(probe.warnings, "")
        self.assertEqual(probe.format["format_name"], "ogg")
        self.assertEqual([(s["codec_name"], s["channels"]) for s in probe.streams], [("opus", 1)])
        self.assertEqual([(float(c["start_time"]), c["tags"]["title"]) for c in probe.chapters], self.wanted())
        for chapter, following in zip(probe.chapters, probe.chapters[1:]):
            self.assertEqual(chapter["end_time"], following["start_time"])

    def test_opusinfo(self):
        run = tool("opusinfo", self.e.opus)
        self.assertNotRegex(run.out + run.err, r"(?i)warning|error|invalid|illegal|hole|missing|not found")
        starts = dict(re.findall(r"CHAPTER(\d{3})=(\S+)", run.out))
        names = dict(re.findall(r"CHAPTER(\d{3})NAME=(.*)", run.out))
        self.assertEqual(sorted(starts), [f"{i:03}" for i in range(1, len(starts) + 1)])
        for start in starts.values():
            self.assertRegex(start, r"^\d\d:\d\d:\d\d\.\d{3}$")
        self.assertEqual([(clock(starts[k]), names[k]) for k in sorted(starts)], self.wanted())
        self.assertIn("Pre-skip: 312", run.out)
        length = re.search(r"Playback length: (\d+)m:([\d.]+)s", run.out)
        self.assertAlmostEqual(int(length.group(1)) * 60 + float(length.group(2)), self.e.duration, delta=0.03)

    def test_mediainfo(self):
        report = json.loads(tool("mediainfo", "--Output=JSON", self.e.opus).out)
        tracks = {t["@type"]: t for t in report["media"]["track"]}
        self.assertEqual(tracks["Audio"]["Format"], "Opus")
        found = [(int(k[1:3]) * 3600 + int(k[4:6]) * 60 + int(k[7:9]) + int(k[10:]) / 1000, v)
                 for k, v in tracks["Menu"]["extra"].items() if re.fullmatch(r"_\d\d_\d\d_\d\d_\d{3}", k)]
        self.assertEqual(sorted(found), self.wanted())

    def test_mkvmerge(self):
        # It warns of every Ogg file with chapters that it cannot know their charset, unless it is told; -J cannot be
        # told. Any other warning counts.
        report = json.loads(tool("mkvmerge", "-J", self.e.opus).out)
        warnings = [w for w in report["warnings"] if "--chapter-charset" not in w]
        self.assertEqual((warnings, report["errors"]), ([], []))
        self.assertEqual(report["chapters"], [{"num_entries": len(self.wanted())}])
        matroska = self.dir / "episode.mka"
        said = tool("mkvmerge", "--chapter-charset", "UTF-8", "-o", matroska, self.e.opus).out
        self.assertNotRegex(said, "(?i)warning|error")
        tree = ElementTree.fromstring(tool("mkvextract", matroska, "chapters", "-").out.lstrip("\ufeff"))
        found = [(clock(a.findtext("ChapterTimeStart")[:12]), a.findtext("ChapterDisplay/ChapterString"))
                 for a in tree.iter("ChapterAtom")]
        self.assertEqual(found, self.wanted())

    def test_mpv_plays_to_the_end(self):
        script = self.write("report.lua", """
            mp.register_event("file-loaded", function()
                print("CHAPTERS " .. require("mp.utils").format_json(mp.get_property_native("chapter-list"))) end)
            mp.register_event("end-file", function(e) print("END " .. e.reason) end)
            """)
        plain = ("mpv", "--no-config", "--msg-level=all=warn,report=info")
        said = tool(*plain, "--ao=null", "--ao-null-untimed", f"--script={script}", self.e.opus)
        lines = [re.sub(r"^\[report\] ", "", line) for line in (said.out + said.err).splitlines() if line.strip()]
        self.assertEqual(len(lines), 2, "mpv says more than our script does")
        listed = json.loads(lines[0].removeprefix("CHAPTERS "))
        self.assertEqual([(c["time"], c["title"]) for c in listed], self.wanted())
        self.assertEqual(lines[1].strip(), "END eof")
        tool(*plain, "--ao=pcm", f"--ao-pcm-file={self.dir}/out.wav", "--audio-format=s16", self.e.opus)
        frames = ((self.dir / "out.wav").stat().st_size - 44) / 2
        self.assertAlmostEqual(frames / RATE, self.e.duration, delta=0.06)

    def test_decodes_to_the_sample(self):
        """Two decoders, one length; and it is the one that the last page says."""
        ours, theirs = self.e.pcm(), self.e.pcm("ffmpeg")
        self.assertEqual(len(ours), len(theirs))
        self.assertAlmostEqual(len(ours) / RATE, self.e.duration, delta=0.021)

    def test_tags(self):
        tags = self.e.tags
        said = ["LANGUAGE"] if self.script_json(self.e.source)["language"] else []
        for name in ("TITLE", "ARTIST", "DATE", "ENCODER", "R128_TRACK_GAIN", *said):
            self.assertTrue(tags.get(name), f"no {name} tag in {sorted(tags)}")
        self.assertRegex(tags["DATE"], r"^\d{4}-\d\d-\d\d$")
        self.assertFalse([t for t in tags if t.startswith("REPLAYGAIN") or t.endswith("URL")])
        # RFC 7845 section 5.2.1: relative to the header's gain, at -23 LUFS.
        self.assertAlmostEqual(int(tags["R128_TRACK_GAIN"]) / 256, -23 - self.e.loudness().lufs, delta=0.5)


class Sound:
    """What is measured on the decoded signal."""

    def test_chapters_start_on_whole_seconds_just_before_the_sound(self):
        samples = self.e.pcm()
        for chapter in self.e.chapters["chapters"]:
            with self.subTest(chapter=chapter["title"]):
                start = chapter["startTime"]
                self.assertEqual(start, int(start))
                begin = int(start * RATE)
                delay = first_sound(samples, begin)
                self.assertIsNotNone(delay, "no sound within a second")
                self.assertLessEqual(delay / RATE, 0.040)
                before = samples[begin - int(0.5 * RATE):begin]
                self.assertLess(max(map(abs, before)), 66, "the half second before a chapter is not silent")

    def test_begins_and_ends_in_silence(self):
        samples = self.e.pcm()
        edge = samples[:int(0.4 * RATE)], samples[-int(0.4 * RATE):]
        for part in edge:
            self.assertLess(max(map(abs, part)), 66)
        self.assertLess(first_sound(samples, 0, most=2 * RATE) / RATE, 1.1)

    def test_programme_loudness(self):
        measured = self.e.loudness()
        self.assertAlmostEqual(measured.lufs, -19.0, delta=0.5)
        self.assertLessEqual(measured.peak, -1.0)

    def test_every_speaker_is_as_loud_as_the_programme(self):
        programme, samples, spans = self.e.loudness().lufs, self.e.pcm(), {}
        for r in self.e.coverage["ranges"]:
            if r["kind"] == "spoken":
                spans.setdefault(r["speaker"], {})[r["segment"]] = (r["start"], r["stop"])
        measured = 0
        for speaker, segments in spans.items():
            seconds = sum(b - a for a, b in segments.values())
            if seconds <= 10:
                continue
            part = samples[:0]
            for a, b in sorted(segments.values()):
                part += samples[int(a * RATE):int(b * RATE)]
            write_pcm(self.dir / "speaker.raw", part)
            with self.subTest(speaker=speaker, seconds=round(seconds, 1)):
                self.assertAlmostEqual(loudness_of(self.dir / "speaker.raw", *RAW).lufs, programme, delta=1.0)
            measured += 1
        self.assertGreaterEqual(measured, 2, "fewer than two speakers were measured")

    def test_pauses_are_silent(self):
        """Between two cues of different segments the signal is still."""
        samples, looked = self.e.pcm(), 0
        for a, b in zip(self.e.cues, self.e.cues[1:]):
            if b.start - a.end >= 0.25:
                still = samples[int((a.end + 0.06) * RATE):int((b.start - 0.02) * RATE)]
                self.assertLess(max(map(abs, still), default=0), 66, f"sound between {a.text!r} and {b.text!r}")
                looked += 1
        self.assertGreater(looked, 10)

    def test_no_clicks(self):
        """No sample jumps from stillness: before and after every silence of 100 ms the signal is small."""
        samples = self.e.pcm()
        run = 0
        for at in range(1, len(samples)):
            if -4 < samples[at] < 4:
                run += 1
                continue
            if run > RATE // 10:
                self.assertLess(abs(samples[at] - samples[at - 1]), 1500, f"a click at {at / RATE:.3f} s")
            run = 0


class Texts:
    """Captions and coverage against the source and against the sound."""

    def test_captions_follow_the_specification(self):
        cues = self.e.cues
        for a, b in zip(cues, cues[1:]):
            self.assertLessEqual(a.end, b.start + 0.0005, f"cues overlap: {a.text!r}, {b.text!r}")
        for cue in cues:
            self.assertLess(cue.start, cue.end)
            self.assertTrue(cue.speaker, f"no <v Name>: {cue.text!r}")
            self.assertLessEqual(len(cue.lines), 2)
            self.assertLessEqual(max(map(len, cue.lines)), 65)
            inside = [cue.start, *cue.times, cue.end]
            self.assertEqual(inside, sorted(set(inside)), f"word times in {cue.text!r}")
            self.assertIsNone(cue.words[0][0], f"the first word has a time of its own: {cue.text!r}")
        timed = sum(len(c.times) for c in cues)
        words = sum(len(words_of(c.text)) for c in cues)
        self.assertGreater(timed, 0.7 * words, "most words are to be timed")
        self.assertLessEqual(cues[-1].end, self.e.duration)

    def test_ffprobe_reads_the_captions(self):
        probe = json.loads(tool("ffprobe", "-v", "error", "-show_packets", "-of", "json", self.e.vtt).out)
        self.assertEqual(len(probe["packets"]), len(self.e.cues))

    def test_cues_begin_with_their_sound(self):
        samples, late = self.e.pcm(), []
        for previous, cue in zip(self.e.cues, self.e.cues[1:]):
            if cue.start - previous.end >= 0.2:
                onset = first_sound(samples, int((cue.start - 0.1) * RATE), threshold=100)
                late.append(abs(onset / RATE - 0.1) if onset is not None else 9)
        late.sort()
        self.assertGreater(len(late), 10)
        self.assertLess(late[len(late) // 2], 0.02)
        self.assertLess(late[-1], 0.1)

    def test_coverage_is_the_file(self):
        coverage, source = self.e.coverage, self.e.source.read_bytes()
        validate(coverage, "coverage")
        self.assertEqual((coverage["bytes"], coverage["sha256"]), (len(source), sha256(self.e.source)))
        at = 0
        for r in coverage["ranges"]:
            self.assertEqual(r["begin"], at)
            self.assertLess(at, r["end"])
            at = r["end"]
            self.assertEqual(r["line"], source.count(b"\n", 0, r["begin"]) + 1)
            text = source[r["begin"]:r["end"]].decode("utf-8")
            if r["kind"] == "blank":
                self.assertEqual(words_of(text), [], f"words in a blank range: {text!r}")
            elif r["kind"] == "spoken":
                self.assertLess(r["start"], r["stop"])
                self.assertLessEqual(r["stop"], self.e.duration)
        self.assertEqual(at, len(source))
        spoken = sum(r["end"] - r["begin"] for r in coverage["ranges"] if r["kind"] == "spoken")
        self.assertEqual(spoken, coverage["spoken_bytes"])
        self.assertGreater(spoken, 0.8 * len(source))

    def test_every_spoken_word_is_in_the_captions_with_its_speaker(self):
        source = self.e.source.read_bytes()
        spoken = {}
        for r in self.e.coverage["ranges"]:
            if r["kind"] == "spoken":
                entry = spoken.setdefault(r["segment"], [r["speaker"], r["start"], r["stop"], b""])
                entry[3] += b" " + source[r["begin"]:r["end"]]
        for speaker, start, stop, text in spoken.values():
            cues = [c for c in self.e.cues if c.end > start + 0.001 and c.start < stop - 0.001]
            self.assertEqual({c.speaker for c in cues}, {speaker}, text)
            shown = " ".join(words_of("".join(c.text + " " for c in cues)))
            self.assertIn(f" {' '.join(words_of(text.decode('utf-8')))} ", f" {shown} ")
        all_shown = words_of("".join(c.text + " " for c in self.e.cues))
        turns = self.script_json(self.e.source, announce="first")["turns"]
        self.assertEqual([w for t in turns for w in words_of(t["text"])], all_shown)
        self.assertEqual([w for t in turns if not t.get("added") for w in words_of(t["text"])],
                         [w for *_, text in spoken.values() for w in words_of(text.decode("utf-8"))])

    def test_nothing_is_said_that_was_not_written(self):
        source = self.e.source.read_text(encoding="utf-8")
        written = words_of(source)
        written += words_of(re.sub(r"[’']", "", source))
        script = self.script_json(self.e.source, announce="first")
        written += words_of(" ".join(t["text"] for t in script["turns"] if t.get("added")))
        extra = [w for c in self.e.cues for w in words_of(c.text) if w not in set(written)]
        self.assertEqual(extra, [])


class SampleReaders(OfSample, Readers, Case):
    weight = 3


class SampleSound(OfSample, Sound, Case):
    weight = 6


class SampleTexts(OfSample, Texts, Case):
    weight = 3


class SeedReaders(OfSeed, Readers, Case):
    weight = 3


class SeedSound(OfSeed, Sound, Case):
    weight = 6


class SeedTexts(OfSeed, Texts, Case):
    weight = 3


class SeedScript(OfSeed, Case):
    def test_the_caption_names_who_opens(self):
        script = self.script_json(self.e.source)
        validate(script, "script")
        opening = next(t for t in script["turns"] if t["text"].startswith("Ladies and gentlemen"))
        self.assertEqual(opening["speaker"], "Sergey Lavrov")
        narrated = " ".join(t["text"] for t in script["turns"] if t["speaker"] == "Narrator")
        for part in ("good neighbour and strategic partner", "20 January, 2017", "news conference following talks"):
            self.assertIn(part, narrated)
        self.assertEqual((script["date"], script["turns"][0]["speaker"]), ("2017-01-20", "Narrator"))
        self.assertEqual({t["speaker"] for t in script["turns"]}, {"Narrator", "Sergey Lavrov", "Question"})

    def test_questioners_take_turns(self):
        script = self.script_json(self.e.source)
        voices = [t["voice"] for t in script["turns"] if t["speaker"] == "Question"]
        self.assertGreaterEqual(len(set(voices)), 2)
        for a, b in zip(voices, voices[1:]):
            self.assertNotEqual(a, b)
        self.assertNotIn(script["cast"]["Sergey Lavrov"][0], voices)


class SeedTurns(Case):
    """Turns of every seed transcript that has a list of them; only the reading that this version promises is
    required (plain text, Name:, Q, bold, labels on their own line)."""

    PROMISED = ["mfa-press-1"]

    def test_turns_are_the_listed_ones(self):
        for name in self.PROMISED:
            source = needs_seed(f"{name}.txt")
            expected = json.loads(source.with_name(f"{name}.expected.json").read_text(encoding="utf-8"))
            turns = [t for t in self.script_json(source)["turns"] if t["speaker"] != "Narrator"]
            wanted = [(t.get("better_speaker") or t["speaker"], words_of(t["starts"])[:3])
                      for t in expected["turns"] if not t.get("no_speech")]
            with self.subTest(name=name):
                self.assertEqual([(t["speaker"], words_of(t["text"])[:3]) for t in turns],
                                 [t for t in wanted if t[0].casefold() != "narrator"])


if __name__ == "__main__":
    unittest.main()
