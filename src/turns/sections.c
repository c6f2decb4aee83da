#include "turns/sections.h"

#include "base/unicode.h"
#include "turns/evidence.h"
#include "turns/furniture.h"
#include "turns/shape.h"

enum {
    COLUMNS_MOST = 100,
    IN_A_ROW = 3,
    NUMBERED_WORDS_MOST = 8,
    NAMED_WORDS_MOST = 5,
    RECORD_BYTES_MOST = 400
};

static struct str text_of(const struct sections *s, ptrdiff_t block)
{
    return s->layout->document->blocks[block].text.str;
}

static bool is_labelled(const struct sections *s, ptrdiff_t block, ptrdiff_t next)
{
    const struct labels *labels = &s->convention->labels;
    return next < labels->count && labels->items[next].block == block;
}

static bool is_one_line(const struct sections *s, ptrdiff_t block)
{
    const struct layout *l = s->layout;
    ptrdiff_t first = l->first_line[block];
    return l->document->blocks[block].kind == BLOCK_PARAGRAPH &&
           l->first_line[block + 1] == first + 1 &&
           l->lines[first].columns <= COLUMNS_MOST;
}

/* A line in capitals that is no sentence. */
static bool is_in_capitals(const struct sections *s, ptrdiff_t block)
{
    static const char *const ends[] = {".", "!", ",", ")", "]", "-", "\u2014", "\u2026"};
    struct str text = text_of(s, block);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(text, str_from(ends[i])))
            return false;
    return text.len > 3 && word_is_capitals(text) &&
           furniture_paragraph(text) == REASON_NONE;
}

static bool names_asker(const struct sections *s, ptrdiff_t block)
{
    const struct layout *l = s->layout;
    ptrdiff_t line = l->first_line[block];
    return line < l->first_line[block + 1] && l->lines[line].record == RECORD_ASKER;
}

/* Are the blocks from here up to the next label headings in capitals, and not many? */
static bool leads_to_label(const struct sections *s, ptrdiff_t block, ptrdiff_t next)
{
    const struct labels *labels = &s->convention->labels;
    if (next >= labels->count || labels->items[next].lead != 0)
        return false;
    ptrdiff_t label = labels->items[next].block;
    if (label <= block || label - block > IN_A_ROW)
        return false;
    for (ptrdiff_t i = block; i < label; i++)
        if (!is_one_line(s, i) || !(names_asker(s, i) || is_in_capitals(s, i)))
            return false;
    return true;
}

/* "Questions and Answers", above a name that stands alone: no sentence, and its words begin with
 * capitals. Speech has full stops in such documents. */
static bool leads_to_name(const struct sections *s, ptrdiff_t block, ptrdiff_t next)
{
    const struct labels *labels = &s->convention->labels;
    if (next >= labels->count || labels->items[next].block != block + 1 ||
        labels->items[next].style != LABEL_ALONE || !labels->items[next].alone)
        return false;
    struct str text = text_of(s, block), rest = text;
    int words = 0, capitals = 0;
    for (struct str word; (word = next_word(&rest)).len; words++) {
        ptrdiff_t at = 0;
        capitals += unicode_is_upper(utf8_next(word, &at));
    }
    ptrdiff_t at = text.len;
    int32_t last = utf8_previous(text, &at);
    return words >= 1 && words <= NAMED_WORDS_MOST && 3 * capitals >= 2 * words &&
           (unicode_is_letter(last) || last == ':') && !evidence_sounds(text);
}

/* The number of a block like "2. Budget"; 0: it has none. */
static int number_of(const struct sections *s, ptrdiff_t block)
{
    struct str text = text_of(s, block);
    int value = 0, words = 0;
    ptrdiff_t at = 0;
    if (!is_one_line(s, block))
        return 0;
    for (; at < text.len && at < 2 && unicode_is_digit((unsigned char)text.ptr[at]); at++)
        value = 10 * value + (text.ptr[at] - '0');
    struct str rest = str_slice(text, at, text.len);
    if (!value || !str_starts(rest, S(". ")))
        return 0;
    rest = str_trim(str_slice(rest, 1, rest.len));
    at = rest.len;
    int32_t last = utf8_previous(rest, &at);
    at = 0;
    if (!unicode_is_upper(utf8_next(rest, &at)) ||
        !(unicode_is_letter(last) || unicode_is_digit(last) || last == ')'))
        return 0;
    while (next_word(&rest).len)
        words++;
    return words <= NUMBERED_WORDS_MOST ? value : 0;
}

struct sections sections_begin(const struct layout *layout, const struct convention *c)
{
    struct sections s = {layout, c, 0};
    ptrdiff_t end = c->labels.count ? c->labels.items[0].block : 0;
    for (ptrdiff_t i = 0; i < end; i++)
        s.number += number_of(&s, i) == s.number + 1;
    return s;
}

/* A section goes on counting from the ones above the first label; what sounds
 * like speech below it is somebody's list. */
static bool is_next_section(struct sections *s, ptrdiff_t block, ptrdiff_t next)
{
    if (!s->number || number_of(s, block) != s->number + 1)
        return false;
    bool last = block + 1 >= s->layout->document->block_count;
    if (!last && !is_labelled(s, block + 1, next) &&
        evidence_sounds(text_of(s, block + 1)))
        return false;
    s->number++;
    return true;
}

ptrdiff_t sections_heading(struct sections *s, ptrdiff_t block, ptrdiff_t next)
{
    if (s->layout->document->all_speech || !s->convention->name ||
        is_labelled(s, block, next) || !is_one_line(s, block) || names_asker(s, block))
        return -1;
    struct str text = text_of(s, block);
    if (str_starts(text, S("**")) && furniture_speakable(text))
        return str_find(str_slice(text, 2, text.len), S("**")) < 0 ? 2 : -1;
    return leads_to_label(s, block, next) || leads_to_name(s, block, next) ||
                   is_next_section(s, block, next)
               ? 0
               : -1;
}

bool sections_record(const struct sections *s, ptrdiff_t block, ptrdiff_t next)
{
    struct str text = text_of(s, block), rest = text;
    if (s->layout->document->all_speech || text.len > RECORD_BYTES_MOST ||
        !str_ends(text, S(":")) || is_labelled(s, block, next) ||
        block + 1 >= s->layout->document->block_count ||
        !leads_to_label(s, block + 1, next))
        return false;
    bool name = word_is_capitals(next_word(&rest)) && word_is_capitals(next_word(&rest));
    return name || str_find(text, S(" sworn")) >= 0;
}
