/* Which line of the head is the title. */
#include "transcript/vocabulary.h"
#include "turns/head_look.h"
#include "turns/head_reading.h"

enum { RUBRIC_WORDS_MOST = 3 };

static bool same_words(struct arena *scratch, struct str x, struct str y)
{
    return str_eq(label_key(scratch, x), label_key(scratch, y));
}

/* "The Lamp", "A Comedy in One Act": says what kind of work the title above it is of. A rubric is a
 * word of its site: "Speeches", "A talk with the mayor". */
static bool is_subtitle(const struct head_reading *r, struct arena *scratch,
                        ptrdiff_t title, ptrdiff_t part)
{
    struct str above = head_part_text(r, &r->head->parts[title]);
    struct str rest = head_part_text(r, &r->head->parts[part]);
    struct str article = word_form(scratch, next_word(&rest));
    bool acts = false; /* "COMÉDIE EN UN ACTE" */
    for (struct str word; r->c->play && (word = next_word(&rest)).len;)
        acts = acts || vocabulary_has(WORD_SCENE, word_form(scratch, word));
    if (!acts && !str_eq(article, S("a")) && !str_eq(article, S("an")))
        return false;
    for (struct str word; (word = next_word(&above)).len;) {
        struct str form = word_form(scratch, word);
        if (vocabulary_has(WORD_OCCASION, form) || vocabulary_has(WORD_METADATA, form))
            return false;
    }
    return true;
}

static bool holds_occasion(struct arena *scratch, struct str s)
{
    for (struct str word; (word = next_word(&s)).len;)
        if (vocabulary_has(WORD_OCCASION, word_form(scratch, word)))
            return true;
    return false;
}

/* Is the first title a rubric of its site, and the second the title: "Official visits"? Between them
 * may stand nothing, or the date when the second says what was held. */
static bool is_rubric(const struct head_reading *r, struct arena *scratch,
                      ptrdiff_t rubric, ptrdiff_t title)
{
    const struct head *h = r->head;
    struct str above = head_part_text(r, &h->parts[rubric]),
               below = head_part_text(r, &h->parts[title]);
    int words = head_words(above);
    bool next = title == rubric + 1;
    for (ptrdiff_t i = rubric + 1; i < title; i++)
        if (h->parts[i].kind == HEAD_CAPTION)
            return false;
    return words <= RUBRIC_WORDS_MOST - !next && head_words(below) >= words + 2 &&
           (next || holds_occasion(scratch, below)) &&
           !is_subtitle(r, scratch, rubric, title);
}

/* Leaves only the titles that may be the document's. */
static void drop_other_titles(struct head_reading *r)
{
    ptrdiff_t kept = 0, count = r->title_count;
    for (int numbered = 0; numbered < 2 && !kept; numbered++)
        for (ptrdiff_t i = 0; i < count; i++)
            if (head_may_be_title(head_part_text(r, &r->head->parts[r->titles[i]]),
                                  numbered))
                r->titles[kept++] = r->titles[i];
    r->title_count = kept;
}

/* Is the title printed as the first heading of several, as in e-books? */
static bool heads_a_chapter(const struct head_reading *r, struct arena *scratch)
{
    const struct document *doc = head_document(r);
    ptrdiff_t first = 0;
    while (first < doc->block_count && doc->blocks[first].kind != BLOCK_HEADING)
        first++;
    return r->head->title && first < doc->block_count &&
           same_words(scratch, doc->blocks[first].text.str, r->head->title->text.str);
}

void head_choose_title(struct head_reading *r)
{
    struct head *h = r->head;
    struct arena scratch = {0};
    ptrdiff_t chosen = -1;
    drop_other_titles(r);
    for (ptrdiff_t i = 0; i < r->title_count && h->title && chosen < 0; i++)
        if (same_words(&scratch, head_part_text(r, &h->parts[r->titles[i]]),
                       h->title->text.str))
            chosen = i;
    if (!h->title && !r->heading_title && r->title_count)
        chosen = r->title_count > 1 && is_rubric(r, &scratch, r->titles[0], r->titles[1]);
    h->title_printed = h->title_printed || chosen >= 0 || heads_a_chapter(r, &scratch);
    arena_clear(&scratch);
    if (chosen < 0)
        return;
    h->parts[r->titles[chosen]].kind = HEAD_TITLE;
    for (ptrdiff_t i = 0; i < chosen; i++) {
        h->parts[r->titles[i]].kind = HEAD_FURNITURE;
        h->parts[r->titles[i]].reason = REASON_RUBRIC;
    }
}
