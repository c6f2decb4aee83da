/* script/markdown_inline.h -- what stands inside the paragraphs, headings and labels of a script.
 *
 * Bytes are read piece by piece, across lines, and settled into a text with its tags when the
 * paragraph ends. What is mark-up is disposed of; comments are kept as notes.
 */
#ifndef BRIEFCAST_SCRIPT_MARKDOWN_INLINE_H
#define BRIEFCAST_SCRIPT_MARKDOWN_INLINE_H

#include "script/script.h"
#include "script/ssml.h"

enum piece_kind {
    PIECE_TEXT,      /* bytes as they are, blanks between words included */
    PIECE_CHARACTER, /* one that was escaped */
    PIECE_BLANK,
    PIECE_EMPHASIS, /* a run of '*' or '_' */
    PIECE_TAG,
};

struct piece {
    enum piece_kind kind;
    ptrdiff_t begin, end;       /* source bytes */
    int32_t character;          /* PIECE_CHARACTER */
    const struct ssml_tag *tag; /* PIECE_TAG */
    bool opens, closes;         /* PIECE_EMPHASIS: may begin it, may end it */
    bool paired;                /* PIECE_EMPHASIS: is mark-up */
};

/* An element that has not ended yet. Those that may hold paragraphs go on in the next one. */
struct open_element {
    struct ssml_tag tag;
    int32_t style;       /* in it */
    ptrdiff_t index;     /* among the paragraph's tags; -1: no word of it has come yet */
    struct sound *sound; /* SSML_AUDIO, and SSML_DESC in it */
    struct strbuf told;  /* the words of these */
};

/* A comment inside the paragraph that is being read: a note right behind it. */
struct comment {
    struct text text;
    enum reason reason;
};

/* An element that stands for its words: what is said for them waits for the script's language, which
 * may be a guess from all paragraphs. */
struct pending_words {
    struct ssml_tag written;
    ptrdiff_t index; /* of its tag, in the paragraph that is being settled */
    struct tag *tag;
    struct str text; /* of the paragraph */
};

struct inline_reader {
    struct script *script; /* takes notes and disposals */
    struct arena *a;
    struct arena scratch; /* of the paragraph */
    struct diag *d;
    bool wrong; /* an error was reported */
    struct piece *pieces;
    ptrdiff_t piece_count, piece_capacity;
    struct open_element open[SSML_DEPTH_MOST];
    int open_count;
    struct pending_words *pending;
    ptrdiff_t pending_count, pending_capacity;
    struct comment *comments;
    ptrdiff_t comment_count, comment_capacity;
    struct disposal *disposals;
    ptrdiff_t disposal_capacity;
};

/* Has anything but blanks been read since the last inline_settle? */
bool inline_is_empty(const struct inline_reader *r);
/* Source bytes [begin, end) are mark-up, or not spoken for another reason. */
void inline_dispose(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t end,
                    enum reason reason);
/* Reads from `begin` to `end`, the end of a line; where a comment or tag goes on in later lines, to
 * the end of its last line, at most `limit`. Returns where it stopped. */
ptrdiff_t inline_read(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t end,
                      ptrdiff_t limit);
/* For other readers: source bytes that are words and blanks, whatever they look like; a reference or
 * line end at [begin, end) that stands for `text`; a tag. */
void inline_add_words(struct inline_reader *r, ptrdiff_t begin, ptrdiff_t end);
void inline_add_character(struct inline_reader *r, struct str text, ptrdiff_t begin,
                          ptrdiff_t end);
void inline_add_tag(struct inline_reader *r, const struct ssml_tag *tag);
/* Are there words behind the last <break>, or the beginning? */
bool inline_ends_in_words(const struct inline_reader *r);
/* The text that was read, on one line; its tags when `tags` is not NULL (else tags are errors).
 * Both live in the script's arena. */
struct text inline_settle(struct inline_reader *r, const struct tag **tags,
                          ptrdiff_t *tag_count);
/* Once, behind all paragraphs: what is said for the words of <sub>, <phoneme> and <say-as>. */
void inline_settle_words(struct inline_reader *r);
/* Is there anything in a paragraph to be heard? */
bool inline_is_heard(struct text text, const struct tag *tags, ptrdiff_t tag_count);
/* What is open here does not end in its turn: reported. */
void inline_end_elements(struct inline_reader *r);
/* Adds the comments since the last call as notes, at the script's end. */
void inline_add_notes(struct inline_reader *r);

#endif
