#include "turns/headings.h"

#include <string.h>

#include "turns/evidence.h"
#include "turns/shape.h"
#include "turns/strset.h"

enum { LEVELS = 7, HEADING_BYTES_MOST = 80, NAMES_LEAST = 4 };

/* What there is of a level. */
struct level {
    ptrdiff_t headings, recurring, people, sounding;
};

static bool is_heading(const struct block *b)
{
    return b->kind == BLOCK_HEADING && b->level >= 0 && b->level < LEVELS;
}

static struct str key_of(struct arena *a, const struct block *b)
{
    return str_format(
        a, "%d %.*s", b->level,
        STR_ARGS(label_key(a, str_slice(b->text.str, 0, HEADING_BYTES_MOST))));
}

/* Could these words be a name, or somebody's role? */
static bool names_somebody(struct arena *a, struct str s)
{
    if (s.len >= HEADING_BYTES_MOST)
        return false;
    struct label_shape w = label_shape(a, s, false);
    bool somebody = w.role || w.titled || w.ranked || (w.words > 1 && !w.numbers);
    return !w.broken && !w.metadata && !w.function_first && !w.plain_words && somebody;
}

static void look_at(struct level *level, struct arena *a, const struct document *doc,
                    ptrdiff_t i, const ptrdiff_t *counts, ptrdiff_t key)
{
    const struct block *next = i + 1 < doc->block_count ? &doc->blocks[i + 1] : NULL;
    level->headings++;
    level->recurring += counts[key] > 1;
    level->people += names_somebody(a, doc->blocks[i].text.str);
    level->sounding +=
        next && next->kind == BLOCK_PARAGRAPH && evidence_sounds(next->text.str);
}

static bool are_names(const struct level *l)
{
    return l->headings >= NAMES_LEAST && 4 * l->recurring >= 3 * l->headings &&
           10 * l->people >= 9 * l->headings && 3 * l->sounding >= l->headings;
}

static struct document *copy_with_names(struct arena *a, const struct document *doc,
                                        const struct level *levels)
{
    struct document *copy = arena_new(a, struct document);
    *copy = *doc;
    copy->blocks = arena_array(a, struct block, doc->block_count);
    copy->block_capacity = doc->block_count;
    memcpy(copy->blocks, doc->blocks, (size_t)doc->block_count * sizeof *doc->blocks);
    for (ptrdiff_t i = 0; i < copy->block_count; i++)
        if (is_heading(&copy->blocks[i]) && are_names(&levels[copy->blocks[i].level]))
            copy->blocks[i].kind = BLOCK_PARAGRAPH;
    return copy;
}

const struct document *headings_as_names(struct arena *a, const struct document *doc)
{
    struct arena scratch = {0};
    ptrdiff_t count = 0;
    struct str *keys = arena_array(&scratch, struct str, doc->block_count);
    struct str *sorted = arena_array(&scratch, struct str, doc->block_count);
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (is_heading(&doc->blocks[i])) {
            keys[i] = key_of(&scratch, &doc->blocks[i]);
            sorted[count++] = keys[i];
        }
    struct strset set = strset_make(&scratch, sorted, count);
    ptrdiff_t *counts = arena_array(&scratch, ptrdiff_t, set.count + 1);
    struct level levels[LEVELS] = {0};
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (is_heading(&doc->blocks[i]))
            counts[strset_find(&set, keys[i])]++;
    for (ptrdiff_t i = 0; i < doc->block_count; i++)
        if (is_heading(&doc->blocks[i]))
            look_at(&levels[doc->blocks[i].level], &scratch, doc, i, counts,
                    strset_find(&set, keys[i]));
    arena_clear(&scratch);
    for (int i = 0; i < LEVELS; i++)
        if (are_names(&levels[i]))
            return copy_with_names(a, doc, levels);
    return doc;
}
