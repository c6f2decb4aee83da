"""Word times: where the captions say that a word begins, there its sound begins in the decoded audio.

Every word that is judged stands behind a comma, a semicolon or a colon, so that a pause is heard before it and energy
alone can find its onset. Other words have no onset that could be found without a recogniser.
"""
import re

from lab import RATE, Case

SCRIPT = """---
title: Onsets
language: {language}
briefcast: 1
cast:
{cast}---
"""

# Stops, fricatives, sonorants and vowels at the beginning; short words, phrases, figures, letters, names.
TEXTS = {
    "en": [
        "Tick, tack, boat, pier, seven ships, apples, Friday, never, the harbour, open water, zero.",
        "In May, in 1887, a pilot came: tall, calm, quick, shy, old, brave, generous, voluble, thin; then, others.",
        "We saw Lavrov, Erdogan, Zelenskyy, Macron, Kyiv, Doha, Ankara, Tbilisi, Riyadh, and, at last, Tehran.",
        "The U.N., the EU, NATO, the OSCE, 12 ferries, 3.5 tonnes, $20m, half, one, two, eighteen, eleven.",
        "Yes, we agree; however, they, for once, do not: gulls, chains, judges, whales, ropes, lamps, yards.",
    ],
    "de": [
        "Hafen, Brücke, Kai, Tor, sieben Schiffe, Äpfel, Freitag, niemals, der Lotse, offenes Wasser, null.",
        "Im Mai, im Sommer, kam ein Lotse: groß, ruhig, schnell, scheu, alt, tapfer, zart; dann, andere.",
    ],
    "fr": [
        "Port, pont, quai, tour, sept bateaux, pommes, vendredi, jamais, le pilote, eau libre, zéro.",
        "En mai, en été, un pilote est venu: grand, calme, rapide, vieux, brave; puis, les autres.",
    ],
    "es": [
        "Puerto, puente, muelle, torre, siete barcos, manzanas, viernes, nunca, el piloto, agua, cero.",
        "En mayo, en verano, vino un piloto: alto, tranquilo, rápido, viejo, bravo; luego, otros.",
    ],
    "ru": [
        "Порт, мост, берег, башня, семь судов, яблоки, пятница, никогда, лоцман, вода, ноль.",
        "В мае, летом, пришёл лоцман: высокий, тихий, быстрый, старый, храбрый; потом, другие.",
    ],
}
VOICES = {
    "en": ["anchor", "contralto", "bass", "treble", "press-1"],
    "de": ["de-anchor", "de-contralto", "de-bass"],
    "fr": ["fr-anchor", "fr-contralto", "fr-bass"],
    "es": ["es-anchor", "es-contralto", "es-bass"],
    "ru": ["ru-anchor", "ru-contralto", "ru-bass"],
}
STEP = RATE // 500    # 2 ms: the grain of the energy
QUIET = 0.03          # of the word's loudest step: -30 dB
PAUSE_LEAST = 0.070   # seconds of quiet before an onset, at the voices' own rate
AROUND = 0.300        # seconds around the time told, likewise
MEDIAN_MOST = 0.005
PERCENTILE_MOST = 0.020  # 0.060 would do; 0.005 is reached


def envelope(pcm):
    """The peak of every 2 ms."""
    return [max(map(abs, pcm[i:i + STEP])) for i in range(0, len(pcm) - STEP, STEP)]


def onset(levels, told, rate):
    """Seconds at which sound begins behind the pause nearest to `told`; None: there is no such pause."""
    at, around = round(told * RATE / STEP), round(AROUND / rate * RATE / STEP)
    quiet = QUIET * max(levels[at:at + around])
    best = None
    run = 0
    for i in range(max(0, at - around), min(len(levels), at + around)):
        if levels[i] <= quiet:
            run += 1
            continue
        if run * STEP >= PAUSE_LEAST / rate * RATE and (best is None or abs(i - at) < abs(best - at)):
            best = i
        run = 0
    return None if best is None else best * STEP / RATE


class WordTimes(Case):
    weight = 3

    def errors(self, language, rate):
        """Of every word behind a pause: its error in seconds (positive: told too late), and itself."""
        voices = VOICES[language]
        cast = "".join(f"  Speaker {i}: {voice}\n" for i, voice in enumerate(voices))
        turns = "".join(f"\n**Speaker {i}:** {text}\n" for i in range(len(voices)) for text in TEXTS[language])
        path = self.write(f"{language}.md", SCRIPT.format(language=language, cast=cast) + turns)
        self.make(path, "--rate", rate)
        episode = self.episode(language if rate == "1" else f"{language}-{rate}x")
        levels = envelope(episode.pcm())
        found, missed = [], []
        for cue in episode.cues:
            for (_, before), (time, word) in zip(cue.words, cue.words[1:]):
                if time is None or not re.search(r"[,;:.]\s*$", before):
                    continue
                heard = onset(levels, time, float(rate))
                if heard is None:
                    missed.append(word)
                else:
                    found.append((time - heard, f"{cue.speaker}: {word.strip()}"))
        return found, missed

    def judged(self, language, rate):
        """The sizes of the errors, ascending; the words whose onset was not found; and what to tell."""
        found, missed = self.errors(language, rate)
        sizes = sorted(abs(e) for e, _ in found)
        worst = sorted(found, key=lambda f: -abs(f[0]))[:5]
        told = f"{language} at {rate}: {len(found)} words: median {sizes[len(sizes) // 2] * 1000:.0f} ms, 95th percentile " \
               f"{sizes[len(sizes) * 95 // 100] * 1000:.0f} ms, worst " + \
               ", ".join(f"{w} {e * 1000:+.0f} ms" for e, w in worst) + \
               f"; {len(missed)} without a pause: {missed[:8]}"
        print(f"# {told}")
        return sizes, missed, told

    def test_lie_at_the_acoustic_onset(self):
        for language, rate in [*((language, "1") for language in TEXTS), ("en", "0.5"), ("en", "1.5")]:
            with self.subTest(language=language, rate=rate):
                sizes, missed, told = self.judged(language, rate)
                self.assertGreater(len(sizes), 50, told)
                self.assertLess(len(missed), len(sizes) / 10, told)
                self.assertLessEqual(sizes[len(sizes) * 95 // 100], PERCENTILE_MOST, told)

    def test_at_twice_the_rate(self):
        """There the pause at most commas is as short as the silence before a "t": of what is taken for an onset some
        is none, so the median is judged."""
        for rate in "2", "2.5":
            with self.subTest(rate=rate):
                sizes, _, told = self.judged("en", rate)
                self.assertGreater(len(sizes), 50, told)
                self.assertLessEqual(sizes[len(sizes) // 2], MEDIAN_MOST, told)
