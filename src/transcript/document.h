/* transcript/document.h -- an input file as blocks with places, whatever its format.
 *
 * Each reader (transcript/read_*.c) only has to produce this. A block's text is normalised: UTF-8
 * NFC-agnostic, line breaks as '\n' (kept: labels may begin at any line; blanks that a plain-text
 * line begins with are kept too), entities and escapes decoded, inline mark-up taken out and
 * remembered as marks, control and invisible format characters disposed of. Every source byte of
 * it is mapped. White space in it stands for white space of the source, or for nothing: a blank
 * that mark-up makes (&nbsp;, <br>) is added, and the mark-up disposed of. So blanks can be
 * trimmed without losing a byte that counts.
 */
#ifndef BRIEFCAST_TRANSCRIPT_DOCUMENT_H
#define BRIEFCAST_TRANSCRIPT_DOCUMENT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/status.h"
#include "base/text.h"

/* Why a part of the source is not spoken. A closed list; names are stable (coverage, scripts). */
enum reason {
    REASON_NONE,     /* spoken */
    REASON_LABEL,    /* a speaker's label, shown but not said */
    REASON_MARKUP,   /* tags, emphasis marks, link targets, escapes */
    REASON_METADATA, /* front matter, production notes */
    REASON_RUBRIC,   /* the heading of a section of the web site */
    REASON_CLOCK_TIME,
    REASON_PLACE,
    REASON_PAGE_FURNITURE, /* running heads, page numbers, footers, disclaimers */
    REASON_LINE_NUMBER,
    REASON_NAVIGATION,
    REASON_STAGE_DIRECTION,
    REASON_COMMENT,       /* in a script, or <!-- --> in Markdown */
    REASON_SEPARATOR,     /* * * *, ----- */
    REASON_UNSPEAKABLE,   /* control characters and the like */
    REASON_REPEATED,      /* lines that captions show again while they roll up */
    REASON_ENGINE_FAILED, /* replaced by an announced gap (--keep-going) */
    REASON_NOTE_MARK,     /* "[18]", a raised figure, a dagger */
    REASON_EDITORIAL,     /* "[sic]", "[citation needed]" */
    REASON_SYMBOL,        /* trade marks, notes of music */
    REASON_ADDRESS,   /* of an address of the net, what is left out of its short form */
    REASON_ALTERNATE, /* what a sound's element holds: for readers */
    REASON_NOTE,      /* what stands at a mark's other end: at the foot, at the end */
    REASON_LISTING,   /* of a program, as it is typed or printed */
    REASON_COUNT
};
/* "label", "clock time", "stage direction", ... */
struct str reason_name(enum reason r);
/* The reason with this name; REASON_NONE when there is none. */
enum reason reason_from_name(struct str name);

enum mark_kind {
    MARK_STRONG,   /* **bold**, <b> */
    MARK_EMPHASIS, /* *italic*, <i> */
    MARK_SPEAKER,  /* the format itself says who speaks: <cite>, <v Name> */
    MARK_LINK,
    MARK_CODE,
};
struct mark {
    ptrdiff_t begin, end; /* bytes of the block's text */
    enum mark_kind kind;
};

enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,   /* marked as one by the format */
    BLOCK_METADATA,  /* a front-matter value; key says which */
    BLOCK_SEPARATOR, /* a thematic break */
};
struct block {
    enum block_kind kind : 8; /* bits: there may be a block for every three bytes */
    /* Nobody in the document is named as saying it (action in a screenplay): unlabelled, it is the
     * narrator's, and ends the turn before it. */
    bool narrated : 1;
    int level;  /* BLOCK_HEADING: 1 to 6 */
    int indent; /* columns before the first line; list and quote nesting count too */
    int32_t mark_count;
    struct str
        key; /* BLOCK_METADATA: "title", "date", "language", ... as printed, lower case */
    struct text text;         /* not empty but for separators; no blanks at line ends */
    const struct mark *marks; /* ascending by begin */
};

/* Source bytes that no block holds, and why: mark-up, comments, front-matter keys ... White space
 * need not be listed. */
struct disposal {
    int32_t begin, end; /* source bytes */
    enum reason reason;
};

struct document {
    const struct source *source; /* borrowed */
    const char *format;          /* "text", "markdown": the reader that made it */
    bool all_speech; /* captions and the like: no title, date or heading in the text */
    struct block *blocks;
    ptrdiff_t block_count, block_capacity;
    struct disposal *disposals;
    ptrdiff_t disposal_count, disposal_capacity;
};

struct block *document_add(struct document *doc, struct arena *a, enum block_kind kind,
                           struct text text);
/* White space at both ends is left out of the disposal, and nothing but white space is none. */
void document_dispose(struct document *doc, struct arena *a, ptrdiff_t begin,
                      ptrdiff_t end, enum reason reason);
/* Neither shown nor said: controls, soft hyphens, marks of writing direction, joiners of no width.
 * Those that shape letters (ZWJ, ZWNJ) are part of the words, and white space is white space. */
bool document_is_unspeakable(int32_t c);
/* "* * *", "-----", "###", "— — —": three marks at least, and nothing else. */
bool document_is_separator(struct str line);
/* Adds source bytes [begin, end) to a block's text in the making, as they are but for control and
 * invisible format characters, which are disposed of. For readers. */
void document_verbatim(struct document *doc, struct arena *a, struct textbuf *out,
                       ptrdiff_t begin, ptrdiff_t end);

#endif
