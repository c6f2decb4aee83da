/* bytes.h -- tests: is every byte of a source that is not blank in exactly one place? */
#ifndef BRIEFCAST_TESTS_BYTES_H
#define BRIEFCAST_TESTS_BYTES_H

#include "turns/turns.h"

struct bytes_tally {
    const struct source *source;
    unsigned char *claims; /* how often each byte is claimed, up to 255 */
};

static inline struct bytes_tally bytes_tally_make(struct arena *a,
                                                  const struct source *source)
{
    struct bytes_tally t = {source, arena_alloc(a, source->bytes.len + 1, 1)};
    return t;
}

static inline void bytes_claim(struct bytes_tally *t, ptrdiff_t begin, ptrdiff_t end)
{
    for (ptrdiff_t i = begin; i < end; i++)
        t->claims[i] = (unsigned char)(t->claims[i] < 255 ? t->claims[i] + 1 : 255);
}

/* Claims what a text stands for. False when its map is not in order. */
static inline bool bytes_claim_text(struct bytes_tally *t, struct text text)
{
    if (text.str.len && (!text.run_count || text.runs[0].at))
        return false;
    for (ptrdiff_t i = 0; i < text.run_count; i++) {
        const struct text_run *r = &text.runs[i];
        ptrdiff_t len = (i + 1 < text.run_count ? r[1].at : text.str.len) - r->at;
        if (len <= 0 || r->begin < 0 || r->end < r->begin ||
            r->end > t->source->bytes.len)
            return false;
        if (r->verbatim && (r->end - r->begin != len ||
                            !str_eq(str_slice(text.str, r->at, r->at + len),
                                    str_slice(t->source->bytes, r->begin, r->end))))
            return false;
        bytes_claim(t, r->begin, r->end);
    }
    return true;
}

static inline void bytes_claim_disposals(struct bytes_tally *t,
                                         const struct disposal *disposals,
                                         ptrdiff_t count)
{
    for (ptrdiff_t i = 0; i < count; i++)
        bytes_claim(t, disposals[i].begin, disposals[i].end);
}

/* The first byte that is not blank and not claimed exactly once; -1 when there is none. */
static inline ptrdiff_t bytes_first_wrong(const struct bytes_tally *t)
{
    struct str s = t->source->bytes;
    for (ptrdiff_t at = 0; at < s.len;) {
        ptrdiff_t begin = at;
        if (utf8_is_space(utf8_next(s, &at)))
            continue;
        for (ptrdiff_t i = begin; i < at; i++)
            if (t->claims[i] != 1)
                return i;
    }
    return -1;
}

static inline ptrdiff_t bytes_wrong_in_document(struct arena *a,
                                                const struct document *doc)
{
    struct bytes_tally t = bytes_tally_make(a, doc->source);
    bytes_claim_disposals(&t, doc->disposals, doc->disposal_count);
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (!bytes_claim_text(&t, doc->blocks[i].text))
            return 0;
    return bytes_first_wrong(&t);
}

static inline ptrdiff_t bytes_wrong_in_turns(struct arena *a, const struct turns *turns)
{
    struct bytes_tally t = bytes_tally_make(a, turns->source);
    bytes_claim_disposals(&t, turns->disposals, turns->disposal_count);
    for (ptrdiff_t i = 0; i < turns->item_count; i++)
        if (!bytes_claim_text(&t, turns->items[i].text))
            return 0;
    return bytes_first_wrong(&t);
}

#endif
