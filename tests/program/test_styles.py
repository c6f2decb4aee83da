"""Prosody, languages and voices inside a script, as they are heard."""
import json
import math
import statistics

from lab import CONFIG, INPUT, RATE, Case

WORDS = "The harbour of Krzeszkowo will remain open for all of January"
HEAD = "---\nlanguage: en\nbriefcast: 1\ncast:\n  Ines Okafor: {voice}\n---\n\n# Tides\n\n**Ines Okafor:** "


def script(*paragraphs, voice="baritone"):
    return HEAD.format(voice=voice) + "\n\n".join(paragraphs) + "\n"


def decibels(samples):
    """Of what is louder than a hundredth of the peak, so that pauses do not count."""
    floor = max(map(abs, samples)) / 100
    heard = [s * s for s in samples if abs(s) > floor]
    return 10 * math.log10(sum(heard) / len(heard))


def pitch_hz(samples, low=60, high=420):
    """The median F0 of voiced frames, by normalised autocorrelation at 8 kHz."""
    rate = 8000
    step = RATE // rate
    slow = [sum(samples[i:i + step]) / step for i in range(0, len(samples) - step, step)]
    frame, found = rate // 20, []
    loud = max(map(abs, slow)) / 8
    for at in range(0, len(slow) - 2 * frame, frame // 2):
        window = slow[at:at + 2 * frame]
        if max(map(abs, window)) < loud:
            continue
        best, best_lag = 0, 0
        for lag in range(rate // high, rate // low):
            ahead = window[lag:lag + frame]
            energy = math.sqrt(sum(x * x for x in window[:frame]) * sum(x * x for x in ahead)) or 1
            value = sum(x * y for x, y in zip(window, ahead)) / energy
            if value > best + 0.02:
                best, best_lag = value, lag
        if best > 0.7:
            found.append(rate / best_lag)
    return statistics.median(found)


class Styles(Case):
    weight = 3

    def heard(self, *paragraphs, voice="baritone"):
        """For each paragraph its seconds, F0 and loudness, wherever it stands."""
        self.make("--voices", self.flat_voices(), self.write("talk.md", script(*paragraphs, voice=voice)))
        episode = self.episode("talk")
        pcm = episode.pcm()
        spoken = [r for r in episode.coverage["ranges"] if r["kind"] == "spoken"]
        times = {r["segment"]: (r["start"], r["stop"]) for r in spoken}
        self.assertEqual(len(times), len(paragraphs))
        parts = [pcm[int(a * RATE):int(b * RATE)] for a, b in times.values()]
        return [(len(p) / RATE, pitch_hz(p), decibels(p)) for p in parts]

    def say(self, attributes):
        return f"<prosody {attributes}>{WORDS}.</prosody>"

    def test_rate(self):
        plain, slow, fast = self.heard(WORDS + ".", self.say('rate="70%"'), self.say('rate="150%"'))
        self.assertAlmostEqual(slow[0] / plain[0], 1 / 0.7, delta=0.12)
        self.assertAlmostEqual(fast[0] / plain[0], 1 / 1.5, delta=0.08)
        for other in (slow, fast):
            self.assertAlmostEqual(other[1] / plain[1], 1, delta=0.06)
            self.assertAlmostEqual(other[2], plain[2], delta=1.5)

    def test_pitch(self):
        plain, high, low, fixed = self.heard(WORDS + ".", self.say('pitch="+4st"'), self.say('pitch="-20%"'),
                                             self.say('pitch="140Hz"'))
        self.assertAlmostEqual(12 * math.log2(high[1] / plain[1]), 4, delta=0.7)
        self.assertAlmostEqual(low[1] / plain[1], 0.8, delta=0.05)
        self.assertAlmostEqual(fixed[1], 140, delta=10)
        for other in (high, low, fixed):
            self.assertAlmostEqual(other[0] / plain[0], 1, delta=0.06)

    def test_place(self):
        """The first sentence of a turn is higher, the last of a paragraph lower; with `shape: off` neither is."""
        talk = self.write("talk.md", script(f"{WORDS}. {WORDS}. {WORDS}."))

        def heard(*options):
            self.make("--no-cache", *options, talk)
            pcm, ranges = self.episode("talk").pcm(), self.episode("talk").coverage["ranges"]
            times = {r["segment"]: (r["start"], r["stop"]) for r in ranges if r["kind"] == "spoken"}
            return [pitch_hz(pcm[int(a * RATE):int(b * RATE)]) for a, b in times.values()]
        first, middle, last = heard()
        self.assertAlmostEqual(12 * math.log2(first / middle), 1, delta=0.4)
        self.assertAlmostEqual(12 * math.log2(last / middle), -1, delta=0.4)
        first, middle, last = heard("--voices", self.flat_voices())
        self.assertEqual((first, last), (middle, middle))

    def test_volume(self):
        plain, soft, loud = self.heard(WORDS + ".", self.say('volume="-10dB"'), self.say('volume="+3dB"'))
        self.assertAlmostEqual(soft[2] - plain[2], -10, delta=1.0)
        self.assertGreater(loud[2] - plain[2], 1)  # the limiter keeps its peaks where they may be

    def test_emphasis_is_louder_higher_and_slower(self):
        plain, strong = self.heard(WORDS + ".", f'<emphasis level="strong">{WORDS}.</emphasis>')
        for k in range(3):
            self.assertGreater(strong[k], plain[k])

    def test_the_same_speaker_in_another_language(self):
        german = "Der Hafen bleibt im Januar für alle Schiffe offen."
        for voice in ("baritone", "contralto"):
            plain, other = self.heard(WORDS + ".", f'<lang xml:lang="de">{german}</lang>', voice=voice)
            self.assertAlmostEqual(other[1] / plain[1], 1, delta=0.2, msg=voice)
            self.assertAlmostEqual(other[2], plain[2], delta=2.5, msg=voice)

    def test_another_voice(self):
        plain, other = self.heard(WORDS + ".", f'<voice name="soprano">{WORDS}.</voice>')
        self.assertGreater(other[1] / plain[1], 1.3)
        run = self.run_briefcast("check", self.write("x.md", script(f'<voice name="sopranno">{WORDS}.</voice>')),
                                 status=CONFIG)
        self.assertRegex(run.err, r"x\.md:10:18: error: unknown voice 'sopranno' \(did you mean 'soprano'\?\)")

    def test_a_sentence_goes_on_without_a_pause(self):
        self.make(self.write("talk.md", script("They <emphasis>never</emphasis> met. They met.")))
        times = {r["segment"]: (r["start"], r["stop"])
                 for r in self.episode("talk").coverage["ranges"] if r["kind"] == "spoken"}
        gaps = [times[i + 1][0] - times[i][1] for i in range(len(times) - 1)]
        self.assertEqual(len(gaps), 3)
        for gap in gaps[:2]:
            self.assertLess(gap, 0.09)
        self.assertGreater(gaps[2], 0.2)

    def test_a_sentence_of_several_styles_is_one_cue(self):
        self.make(self.write("talk.md", script(
            "The tide will <emphasis>not</emphasis> wait, <break time='300ms'/> she said, for a "
            '<prosody rate="80%">slow</prosody> boat.', "It is <emphasis>un</emphasis>heard of.")))
        episode = self.episode("talk")
        self.assertEqual([c.text for c in episode.cues], ["The tide will not wait, she said, for a slow boat.",
                                                          "It is unheard of."])
        onsets = sorted({r["start"] for r in episode.coverage["ranges"] if r["kind"] == "spoken"})
        self.assertEqual(len(onsets), 9)
        shown = {t for c in episode.cues for t in [c.start, *c.times]}
        for onset in onsets: # each segment's first word has its own time
            self.assertTrue(any(abs(onset - t) < 0.002 for t in shown), f"{onset} is not in {sorted(shown)}")

    def test_a_change_compiles_what_changed(self):
        path = self.write("talk.md", script(WORDS + ".", self.say('rate="90%"')))
        self.assertIn("2 clips compiled", self.make(path).err)
        path = self.write("talk.md", script(WORDS + ".", self.say('rate="80%"')))
        self.assertIn("1 clip compiled, 1 reused", self.make(path).err)

    def test_limits_are_told(self):
        run = self.run_briefcast("check", self.write("talk.md", script(self.say('rate="500%"'),
                                                                       '<lang xml:lang="tlh">Qapla.</lang>')))
        self.assertIn("[prosody-limit]", run.err)
        self.assertIn("[language-unvoiced]", run.err)

    def test_transcripts_hold_words_only(self):
        text = 'Ines Okafor: <prosody rate="10%">So</prosody> it is <voice name="x">said</voice> here today.\n'
        spoken = self.script_json(self.write("talk.txt", text))["turns"][0]["segments"]
        self.assertEqual(len(spoken), 1)

    def test_marks(self):
        self.make(self.write("talk.md", script(f'{WORDS}. <mark name="there"/>And there.')))
        coverage = self.episode("talk").coverage
        self.assertEqual([m["name"] for m in coverage["marks"]], ["there"])
        second = max(r["start"] for r in coverage["ranges"] if r["kind"] == "spoken")
        self.assertAlmostEqual(coverage["marks"][0]["start"], second, delta=0.02)

    def test_phonemes_are_heard(self):
        path = self.write("talk.md", script('<phoneme ph="ˈkɹeɪnzbɹi ˈhɑɹbə">Krzeszkowo</phoneme> is open.'))
        spoken = self.script_json(path)["turns"][0]["segments"][0]["spoken"]
        self.assertRegex(spoken, r"^\[\[\S+\]\] \[\[\S+\]\] is open\.$")
        self.make(path)
        path = self.write("bad.md", script('<phoneme ph="kɾ">Krzeszkowo</phoneme> is open.'))
        run = self.run_briefcast("check", path, status=INPUT)
        self.assertRegex(run.err, r"bad\.md:10:3\d: error: ")
        self.assertIn("[phoneme]", run.err)
