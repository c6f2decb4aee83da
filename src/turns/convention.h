/* turns/convention.h -- how this document marks its speakers.
 *
 * Decided once for the document: each string that could be a label is given points for its words,
 * its recurrence and what follows it; the way of marking whose strings win clearly is the
 * document's, and only labels of that way (and of its partner: "Q" beside "NAME:") are accepted.
 * When none wins clearly nothing is a label: one voice is better than wrong voices.
 */
#ifndef BRIEFCAST_TURNS_CONVENTION_H
#define BRIEFCAST_TURNS_CONVENTION_H

#include "turns/labels.h"
#include "turns/questions.h"
#include "turns/rolls.h"
#include "turns/sightings.h"

/* The ways of marking a speaker that exclude each other. */
enum family {
    FAMILY_MARKED,
    FAMILY_COLON,
    FAMILY_LETTER,
    FAMILY_BOLD,
    FAMILY_ALONE,
    FAMILY_STOP,
    FAMILY_DASH,
    FAMILY_MIDLINE, /* looked at only when no other wins */
    FAMILIES
};

/* What there is of a family. */
struct tally {
    ptrdiff_t strong, strong_turns; /* strings, and how often they stand */
    ptrdiff_t weak;
    ptrdiff_t repeated; /* strong strings that stand twice at least */
    ptrdiff_t capital_turns, titled_turns, bold_turns, alone_turns, timed_turns;
    ptrdiff_t record_turns;      /* of people as records name them, not plays */
    ptrdiff_t sounding, sampled; /* turns that sound like speech, of those looked at */
    ptrdiff_t cased;             /* of these, in a script whose words are looked up */
    ptrdiff_t answering; /* strings that ask, answer, or are called (turns/dialogue.h) */
    ptrdiff_t first;     /* the first candidate of a strong one */
    bool people;         /* a strong string says by itself that it is somebody */
    const struct label_string *only; /* a strong one; NULL: none */
    const char *name;                /* what the convention would be called */
    bool wins;                       /* it has what its kind asks for */
    ptrdiff_t score;                 /* of those that win, the highest is taken */
};

struct convention {
    const char *name;     /* NULL: nobody is marked as speaking */
    struct labels labels; /* all strings; of the items only the accepted ones, in order */
    struct sightings sightings;
    struct tally candidates[FAMILIES];
    struct rolls rolls;
    const enum question_part
        *parts; /* of the blocks, when no label says who speaks; or NULL */
    bool play;  /* what has no label between speeches is told by the narrator */
    char
        stage; /* '[' or '(': such brackets hold directions, whatever they say; 0: neither */
};

/* What is borrowed or found lives in `a`. Tells `d` when nothing was accepted: a warning with the
 * two best candidates when speakers were likely, else a note. */
struct convention convention_decide(struct arena *a, const struct layout *layout,
                                    struct diag *d);

#endif
