"""Transcripts for tests, invented. TOWN is the usual one: head, caption, opening remarks, questions."""

TOWN = """Ferry service

Winter timetable ends on Sunday

12 March 2026

Remarks and answers to questions by the director of ferries, Ines Okafor, at a news conference (Port Kestrel, 12 March 2026).

Good morning, everyone. The winter timetable ends on Sunday, and from Monday the early boat sails at ten past six.

We carried 41,200 passengers in February. That is more than in any February before.

Question: When will the second boat be back from the yard?

Ines Okafor: In the last week of April. The new gearbox was tested on Tuesday, and it runs well.

Question: Will a ticket cost more this summer?

Ines Okafor: No. A single stays at 3.50 until October.

(Laughter.)

I know that some of you had a bet on it.

Tomas Weir: Thank you all for coming. The next briefing is on 9 April.
"""

# Who says what in TOWN, in order: (speaker, first words).
TOWN_TURNS = [
    ("Narrator", "Winter timetable ends on Sunday"),
    ("Ines Okafor", "Good morning, everyone."),
    ("Question", "When will the second boat"),
    ("Ines Okafor", "In the last week of April."),
    ("Question", "Will a ticket cost more"),
    ("Ines Okafor", "No."),
    ("Tomas Weir", "Thank you all for coming."),
]

SCRIPT = """---
title: Winter timetable ends on Sunday
date: 2026-03-12
language: en
briefcast: 1
cast:
  Ines Okafor: {voice: %(voice)s}
  Tomas Weir: {voice: %(other)s}
---
# Opening

**Ines Okafor:** Good morning, everyone. The early boat sails at ten past six.

## Questions

**Tomas Weir:** Thank you all for coming.
"""


def turns(count, words=12):
    """A long transcript: `count` questions and answers, no two sentences alike."""
    names = "amber birch cedar dune ember fjord grove heron inlet juniper kelp larch moss nettle osprey".split()
    lines = ["Harbour notes\n"]
    for i in range(count):
        a, b = names[i % len(names)], names[(i * 7 + 3) % len(names)]
        lines.append(f"Question: How is the {a} doing near the {b} this week, number {i}?\n")
        lines.append(f"Ines Okafor: The {a} is doing well, and so is the {b} of pier {i}. "
                     + " ".join(names[(i + k) % len(names)] for k in range(words)) + ".\n")
    return "\n".join(lines)
