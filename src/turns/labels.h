/* turns/labels.h -- what at the beginning of a line could be a speaker's label.
 *
 * This looks at shapes only: every place where a label could stand is a candidate. Equal strings
 * are one label_string, whatever their case, and turns/convention.h decides about those.
 */
#ifndef BRIEFCAST_TURNS_LABELS_H
#define BRIEFCAST_TURNS_LABELS_H

#include "turns/layout.h"
#include "turns/shape.h"
#include "turns/strset.h"

enum label_style {
    LABEL_MARKED,       /* the format says so: <cite> */
    LABEL_BOLD,         /* **Name:** */
    LABEL_COLON,        /* Name: */
    LABEL_BARE,         /* Q and blanks; Q. and A. */
    LABEL_ALONE,        /* a name on a line of its own */
    LABEL_BOLD_BARE,    /* **Name** and text */
    LABEL_MIDLINE,      /* Name: behind a full stop */
    LABEL_BARE_MIDLINE, /* Q and blanks there: only a partner of names with a colon */
    LABEL_STOP,         /* Mr. Name. Text; NAME. Text */
    LABEL_STOP_BRACKET, /* NAME [direction] Text: a partner of LABEL_STOP */
    LABEL_DASH,         /* Name – Text */
    LABEL_STYLES
};

/* One candidate. Offsets are bytes of its block's text. */
struct label {
    int32_t block, line; /* 32 bits: there are as many as turns */
    ptrdiff_t lead; /* where the line begins: a clock time or a dash may stand before */
    ptrdiff_t begin, end; /* the label as printed, without its colon */
    ptrdiff_t colon;      /* behind the colon; == end when there is none */
    ptrdiff_t after;      /* where speech begins: behind blanks and a clock time */
    int32_t string;       /* index into labels.strings */
    enum label_style style : 8;
    bool alone : 1; /* nothing follows on its line */
    bool bold : 1;  /* the name, all of it, stands in bold or italics */
    bool timed;     /* a clock time stands beside it */
};

/* What speaks for or against a string; each has its points in label_string.signals. */
enum label_signal {
    SIGNAL_ANONYMOUS,
    SIGNAL_ROLE,
    SIGNAL_TITLED,
    SIGNAL_ANSWER,
    SIGNAL_CAPITALS,
    SIGNAL_INITIALS,
    SIGNAL_NAME,
    SIGNAL_NAMED_INSIDE,
    SIGNAL_SURNAME,
    SIGNAL_RECURS,
    SIGNAL_MARKED,
    SIGNAL_BOLD,
    SIGNAL_TIMED,
    SIGNAL_ALTERNATES,
    SIGNAL_EXCHANGE,
    SIGNAL_CALLED,
    SIGNAL_WHOLE,
    SIGNAL_SPEECH,
    SIGNAL_METADATA,
    SIGNAL_FUNCTION_WORD,
    SIGNAL_LOWER_CASE,
    SIGNAL_NUMBERS,
    SIGNAL_DESCRIPTION,
    SIGNAL_LONG,
    SIGNAL_WORDS_IN_TEXT,
    SIGNAL_VALUES,
    SIGNAL_BROKEN,
    LABEL_SIGNALS
};

struct label_string {
    struct str key;     /* lower case, blanks folded */
    struct str printed; /* as it stands first */
    /* 32 bits: a file may have a hundred thousand strings */
    int32_t count; /* candidates */
    int32_t named; /* of its name: "Lund A.B." and "Lund A.B., secretary." are one */
    int32_t styles[LABEL_STYLES];
    int32_t alone, bold, timed;
    int32_t follows_itself; /* no other candidate with a colon stands between */
    int32_t first;          /* its first candidate, before any are dropped */
    int32_t block; /* where that stands; `printed` is a part of the block's text */
    struct label_shape shape;
    signed char signals[LABEL_SIGNALS]; /* points for (> 0) and against (< 0) */
    int points;                         /* their sum: turns/points.h */
    bool accepted;
};

struct labels {
    struct label *items; /* in reading order */
    ptrdiff_t count, capacity;
    struct strset keys;
    struct label_string *strings; /* parallel to keys.items */
    ptrdiff_t string_count;
};

/* Behind what may stand before a label at s[at]: clock times, dashes of a list, the ">>" of
 * captions, a direction, a question's number. */
ptrdiff_t label_lead(struct str s, ptrdiff_t at, bool *timed);
ptrdiff_t label_skip_blanks(struct str s, ptrdiff_t at);
/* Is there a label that ends in a full stop, or before a direction, at l->begin of `s`? Sets end,
 * colon and style then. */
bool label_stop_find(struct label *l, struct str s);
/* Adds each "Q" of line `i` that a sentence's end stands before, and a gap and a capital behind. */
void labels_add_bare_midline(struct labels *labels, struct arena *a,
                             const struct layout *layout, ptrdiff_t i);
/* Numbers the strings of all items and counts them. */
void labels_number(struct labels *labels, struct arena *a, const struct layout *layout);

/* All candidates at line starts; lives in `a`. */
struct labels labels_find(struct arena *a, const struct layout *layout);
/* Candidates behind full stops in mid-line. */
struct labels labels_find_midline(struct arena *a, const struct layout *layout);
/* Adds the places in mid-line where an accepted string stands before a colon: `anywhere`, or only
 * behind the end of a sentence and in capitals. The items stay in reading order. */
void labels_add_midline(struct labels *labels, struct arena *a,
                        const struct layout *layout, bool anywhere);

#endif
