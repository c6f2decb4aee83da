"""Formats of transcripts: what is asked for, and what is found in folders."""
from lab import USAGE, Case
from texts import TOWN

CAPTIONS = """1
00:00:01,000 --> 00:00:03,000
Pilot: Is the quay
free?

2
00:00:03,000 --> 00:00:05,000
Harbour Master: It is. I see you.

3
00:00:05,000 --> 00:00:07,000
Pilot: Thank you.

4
00:00:07,000 --> 00:00:09,000
Harbour Master: You are welcome.
"""


class Formats(Case):
    sanitized = True

    def test_a_format_that_nobody_reads(self):
        file = self.write("town.txt", TOWN)
        for command in "make", "script", "check":
            said = self.run_briefcast(command, "--from", "papyrus", file, status=USAGE).err
            self.assertIn("one of auto, ", said)
            self.assertIn("'papyrus'", said)

    def test_a_script_is_a_transcript_when_its_format_is_named(self):
        file = self.write("town.md", self.run_briefcast("script", self.write("town.txt", TOWN)).out)
        self.assertIn("# named in the script", self.run_briefcast("script", file).out)
        self.assertNotIn("# named in the script", self.run_briefcast("script", "--from", "markdown", file).out)

    def test_captions_are_told_by_what_they_hold(self):
        text, captions = self.write("talk.txt", CAPTIONS), self.write("talk.srt", CAPTIONS)
        said = self.run_briefcast("script", text).out
        self.assertIn("**Pilot:** Is the quay free?", said)
        self.assertNotIn("00:00", said)
        self.assertEqual(said.replace("talk.txt", ""), self.run_briefcast("script", captions).out.replace("talk.srt", ""))

    def test_what_was_written_into_the_folder_is_not_read_the_next_time(self):
        self.write("in/talk.srt", CAPTIONS)
        self.run_briefcast("make", "-o", self.dir / "in", self.dir / "in")
        again = self.run_briefcast("make", "-n", "-o", self.dir / "in", self.dir / "in").out
        self.assertEqual(again.count("->"), 1)
        self.assertIn("talk.srt", again)
