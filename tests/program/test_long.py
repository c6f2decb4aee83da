"""Long episodes: over an hour, over 99 questions. Few sentences, often repeated, so that little is compiled."""
import json
import re

from lab import Case, clock, tool, validate


class Hour(Case):
    weight = 5

    def test_more_than_an_hour(self):
        answer = ("The tide was high at noon, and the pilot boat stayed in, because the wind had gone round to the north "
                  "and the bar was breaking from one side to the other.")
        text = "Harbour log\n\n" + "".join(
            f"Question: What about day {i}?\n\n" + "Ines Okafor: " + "\n\n".join([f"{answer} {answer}"] * 16) + "\n\n"
            for i in range(1, 16))
        self.make("--report", self.dir / "report.json", self.write("log.txt", text), timeout=240)
        e, report = self.episode("log"), json.loads((self.dir / "report.json").read_text())
        validate(report, "report")
        self.assertGreater(e.duration, 3600)
        self.assertEqual(e.probe.warnings, "")
        wanted = [(c["startTime"], c["title"]) for c in e.chapters["chapters"]]
        self.assertEqual([(float(c["start_time"]), c["tags"]["title"]) for c in e.probe.chapters], wanted)
        self.assertGreater(wanted[-1][0], 3400)
        said = tool("opusinfo", e.opus).out
        self.assertNotRegex(said, "(?i)warning|hole|invalid")
        starts = [clock(t) for t in re.findall(r"CHAPTER\d{3}=(\S+)", said)]
        self.assertEqual(starts, [s for s, _ in wanted])
        self.assertGreater(e.cues[-1].start, 3600)
        self.assertLess(e.cues[-1].end, e.duration)
        # One process must not grow with the episode beyond reason.
        peak = max(report["totals"]["peak_kib"], report["totals"]["children_peak_kib"])
        self.assertLess(peak, 64 << 10)
        self.assertLess(report["totals"]["link_wall_us"], 2_000_000)


class ManyChapters(Case):
    weight = 2

    def test_chapters_past_the_99th_join_their_predecessor(self):
        text = "Harbour log\n\n" + "".join(f"Question: And pier {i}?\n\nInes Okafor: It is closed.\n\n" for i in range(1, 131))
        run = self.make(self.write("log.txt", text))
        self.assertEqual(len(re.findall(r"warning: .*chapters", run.err)), 1, run.err)
        e = self.episode("log")
        titles = [c["title"] for c in e.chapters["chapters"]]
        self.assertEqual(len(titles), 99)
        self.assertEqual([c["tags"]["title"] for c in e.probe.chapters], titles)
        self.assertEqual(len(re.findall(r"CHAPTER\d{3}NAME=", tool("opusinfo", e.opus).out)), 99)
        self.assertEqual(len({c.text for c in e.cues if "pier" in c.text}), 130, "a question is lost")
