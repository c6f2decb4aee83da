#include "turns/labels.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/dates.h"

/* No conversation has so many turns; what comes behind so many candidates is text. A name on a line
 * of its own is a weak sign, and sooner let go. */
enum { LABELS_MOST = 1000000, ALONE_MOST = 250000 };
enum {
    LABEL_LONGEST = 240,
    LOWER_WORDS_MOST = 4,
    ALONE_COLUMNS_MOST = 60,
    ALONE_WORDS_MOST = 6,
    IDEOGRAPHS_FROM = 0x2E80,
    NEAR = 12 /* lines */
};

/* The line that is looked at. */
struct scan {
    const struct layout *layout;
    const struct block *block;
    struct str s; /* the block's text up to the line's end */
    ptrdiff_t line;
    ptrdiff_t mark; /* the first mark that does not begin before the line */
    bool asked;     /* the candidate above is a bare Q or A */
};

static bool ends_or_blank(struct str s, ptrdiff_t at)
{
    return at >= s.len || label_skip_blanks(s, at) > at;
}

/* Behind a colon comes a blank, the line's end, something in brackets or quotes; or a capital, when
 * the label is in capitals. */
static bool may_follow_colon(struct str s, ptrdiff_t at, struct str label, bool wide)
{
    if (wide || ends_or_blank(s, at))
        return true;
    ptrdiff_t end = label.len;
    if (utf8_previous(label, &end) >= IDEOGRAPHS_FROM) /* they have no blanks */
        return true;
    int32_t c = utf8_next(s, &at);
    if (c == '(' || c == '[' || c == '"' || c == 0x201C || c == 0xAB || c == 0x2014 ||
        c == 0x2026)
        return true;
    return unicode_is_upper(c) && word_is_capitals(label);
}

/* "PREGUNTA.- " */
static bool ends_with_dash(struct str s, ptrdiff_t at, ptrdiff_t *behind)
{
    int32_t c = utf8_next(s, &at);
    *behind = at;
    return (c == '-' || c == 0x2013 || c == 0x2014) && at < s.len && ends_or_blank(s, at);
}

/* The colon that ends a label which begins at `begin`: its offset, and *behind the offset behind
 * it; -1 when there is none. */
static ptrdiff_t find_colon(struct str s, ptrdiff_t begin, ptrdiff_t *behind)
{
    int depth = 0, lower_words = 0;
    bool blank = false, described = false;
    for (ptrdiff_t at = begin; at < s.len && at - begin < LABEL_LONGEST;) {
        ptrdiff_t here = at;
        int32_t c = utf8_next(s, &at);
        if (c == '(' || c == '[')
            depth++;
        else if (c == ')' || c == ']')
            depth--;
        described = described || depth || c == ',';
        if (!depth && (c == ':' || c == 0xFF1A)) {
            if (here == begin ||
                !may_follow_colon(s, at, str_slice(s, begin, here), c != ':'))
                return -1;
            *behind = at;
            return here;
        }
        if (!depth && c == '.' && here > begin && ends_with_dash(s, at, behind))
            return here;
        if (depth < 0 || (!depth && (c == '?' || c == '!' || c == ';' || c == '"')))
            return -1;
        if (blank && !described && unicode_is_lower(c) &&
            ++lower_words > LOWER_WORDS_MOST)
            return -1;
        blank = utf8_is_space(c);
    }
    return -1;
}

/* A name begins with a capital, or a letter of a script that has none; or is in brackets. */
static bool may_begin(struct str s, ptrdiff_t at)
{
    int32_t c = utf8_next(s, &at);
    if (c == '[' || c == '(')
        c = utf8_next(s, &at);
    return unicode_is_letter(c) && !unicode_is_lower(c);
}

/* Without a clock time and blanks at its end. */
static ptrdiff_t without_clock(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    struct str label = str_trim(str_slice(s, begin, end));
    for (ptrdiff_t at = label.len; at > 0;) {
        int32_t c = utf8_previous(label, &at);
        bool of_clock = unicode_is_digit(c) || c == ':' || c == '.' || c == '(' ||
                        c == ')' || c == '[' || c == ']' || utf8_is_space(c);
        if (!of_clock)
            break;
        struct str tail = str_slice(label, at, label.len);
        if (at && tail.len && !utf8_is_space(c) && clock_prefix(tail) == tail.len &&
            (c == '(' || c == '[' || ends_or_blank(label, at - 1)))
            at = (label = str_trim(str_slice(label, 0, at))).len;
    }
    return begin + label.len;
}

static enum label_style style_of(const struct scan *scan, const struct label *l)
{
    for (ptrdiff_t i = scan->mark; i < scan->block->mark_count; i++) {
        const struct mark *m = &scan->block->marks[i];
        if (m->begin > l->begin)
            break;
        if (m->begin != l->begin || m->end < l->end || m->end > l->after)
            continue;
        if (m->kind == MARK_SPEAKER)
            return LABEL_MARKED;
        if (m->kind == MARK_STRONG || m->kind == MARK_EMPHASIS)
            return LABEL_BOLD;
    }
    return LABEL_COLON;
}

/* The format itself says who speaks, whatever the words are. */
static bool marked(struct label *l, const struct scan *scan)
{
    struct str s = scan->s;
    for (ptrdiff_t i = scan->mark; i < scan->block->mark_count; i++) {
        const struct mark *m = &scan->block->marks[i];
        if (m->begin > l->begin)
            break;
        if (m->begin != l->begin || m->kind != MARK_SPEAKER || m->end > s.len ||
            str_find_byte(str_slice(s, m->begin, m->end), ':') >= 0)
            continue;
        ptrdiff_t at = label_skip_blanks(s, m->end);
        l->end = without_clock(s, m->begin, m->end);
        l->colon = at < s.len && s.ptr[at] == ':' ? at + 1 : m->end;
        l->after = label_skip_blanks(s, l->colon);
        l->alone = l->after >= s.len;
        l->style = LABEL_MARKED;
        return l->end > l->begin;
    }
    return false;
}

static bool without_clock_shortens(struct str s, const struct label *l, ptrdiff_t end)
{
    return str_trim(str_slice(s, l->begin, end)).len > l->end - l->begin;
}

/* "UNIDENTIFIED MALE: (voice over): " */
static void described_behind_colon(struct label *l, struct str s)
{
    if (l->after >= s.len || s.ptr[l->after] != '(')
        return;
    ptrdiff_t close = str_find_byte(str_slice(s, l->after, l->after + 60), ')');
    ptrdiff_t colon = l->after + close + 1;
    if (close < 0 || colon >= s.len || s.ptr[colon] != ':' ||
        !ends_or_blank(s, colon + 1))
        return;
    l->colon = colon + 1;
    l->after = label_skip_blanks(s, l->colon);
}

static bool with_colon(struct label *l, const struct scan *scan)
{
    struct str s = scan->s;
    ptrdiff_t behind = 0, colon = find_colon(s, l->begin, &behind);
    if (colon < 0)
        return false;
    l->end = without_clock(s, l->begin, colon);
    l->colon = behind;
    l->after = label_skip_blanks(s, behind);
    ptrdiff_t clock = clock_prefix(str_slice(s, l->after, s.len));
    bool bracket = clock && (s.ptr[l->after] == '(' || s.ptr[l->after] == '[');
    if (bracket || (clock && label_skip_blanks(s, l->after + clock) >= s.len)) {
        l->after = label_skip_blanks(s, l->after + clock);
        l->timed = true;
    }
    l->timed |= without_clock_shortens(s, l, colon);
    described_behind_colon(l, s);
    l->alone = l->after >= s.len;
    l->style = style_of(scan, l);
    return l->end > l->begin;
}

/* No sentence begins with "Q" and one with a capital; with "A" many do, so that one must answer. */
static bool speech_begins(struct str s, ptrdiff_t at)
{
    int32_t c = at < s.len ? utf8_next(s, &at) : 0;
    return unicode_is_upper(c) || c == '(' || c == '[' || c == 0x201C || c == 0x2014 ||
           c == 0x2026;
}

/* "Q" or "A" with two blanks, a tab or a full stop behind it; or with one and a capital. */
static bool bare(struct label *l, const struct scan *scan)
{
    struct str s = scan->s;
    ptrdiff_t at = l->begin + 1;
    if (s.ptr[l->begin] != 'Q' && s.ptr[l->begin] != 'A')
        return false;
    bool dot = at < s.len && s.ptr[at] == '.';
    at += dot;
    int blanks = 0;
    while (at < s.len) {
        ptrdiff_t next = at;
        int32_t c = utf8_next(s, &next);
        if (!utf8_is_space(c))
            break;
        blanks += c == ' ' ? 1 : 2;
        at = next;
    }
    l->alone = at >= s.len;
    bool one = blanks == 1 && (s.ptr[l->begin] == 'Q' || scan->asked) &&
               scan->layout->lines[scan->line].first && speech_begins(s, at);
    if (!l->alone && blanks < (dot ? 1 : 2) && !one)
        return false;
    l->end = l->begin + 1;
    l->colon = l->end + dot;
    l->after = at;
    l->style = LABEL_BARE;
    return true;
}

/* "CL          Hello": two to four capitals before a gap; behind a time that is glued to them one
 * blank will do. */
static bool initials(struct label *l, const struct scan *scan)
{
    struct str s = scan->s;
    ptrdiff_t at = l->begin, next = at;
    int letters = 0;
    for (; at < s.len && unicode_is_upper(utf8_next(s, &next)); at = next)
        if (++letters > 4)
            return false;
    bool glued =
        l->begin > l->lead && unicode_is_digit((unsigned char)s.ptr[l->begin - 1]);
    l->after = label_skip_blanks(s, at);
    ptrdiff_t gap = l->after - at;
    bool tab = gap && s.ptr[at] == '\t';
    if (letters < 2 || l->after >= s.len || !(gap >= 4 || tab || (glued && gap)))
        return false;
    l->end = l->colon = at;
    l->style = LABEL_BARE;
    return true;
}

static bool few_words(struct str s, int most)
{
    int words = 0;
    while (next_word(&s).len)
        if (++words > most)
            return false;
    return words > 0;
}

static bool ends_like_sentence(struct str s)
{
    ptrdiff_t at = s.len;
    int32_t c = utf8_previous(s, &at);
    return c == '.' || c == '?' || c == '!' || c == ',' || c == ';' || c == ':' ||
           c == 0x2026 || c == 0x2014 || c == 0x2013 || c == '-' || c == '"' ||
           c == 0x201D || c == ')' || c == ']';
}

static bool bold_bare(struct label *l, const struct scan *scan)
{
    for (ptrdiff_t i = scan->mark; i < scan->block->mark_count; i++) {
        const struct mark *m = &scan->block->marks[i];
        if (m->begin > l->begin)
            break;
        struct str name = str_slice(scan->s, m->begin, m->end);
        if (m->begin != l->begin || m->end >= scan->s.len || ends_like_sentence(name) ||
            !few_words(name, ALONE_WORDS_MOST))
            continue;
        if (m->kind != MARK_STRONG && m->kind != MARK_SPEAKER)
            continue;
        l->end = without_clock(scan->s, m->begin, m->end);
        l->colon = l->end;
        l->after = label_skip_blanks(scan->s, m->end);
        if (clock_line(str_slice(scan->s, l->after, scan->s.len))) {
            l->timed = true;
            l->after = scan->s.len;
        }
        l->alone = l->after >= scan->s.len;
        l->style = m->kind == MARK_SPEAKER ? LABEL_MARKED : LABEL_BOLD_BARE;
        return l->end > l->begin;
    }
    return false;
}

/* Does text follow on the next line, or in the next block? */
static bool something_follows(const struct layout *layout, ptrdiff_t line)
{
    if (line + 1 >= layout->line_count)
        return false;
    ptrdiff_t block = layout->lines[line].block, next = layout->lines[line + 1].block;
    return next <= block + 1;
}

static bool alone(struct label *l, const struct scan *scan)
{
    const struct layout *layout = scan->layout;
    const struct line *line = &layout->lines[scan->line];
    ptrdiff_t end = without_clock(scan->s, l->begin, scan->s.len);
    struct str name = str_slice(scan->s, l->begin, end);
    bool border = line->first || layout->breaking != BREAKING_FULL ||
                  !layout_continues(layout, scan->line);
    if (line->columns > ALONE_COLUMNS_MOST || !border || ends_like_sentence(name) ||
        !few_words(name, ALONE_WORDS_MOST) || !something_follows(layout, scan->line))
        return false;
    l->timed |= end < scan->s.len;
    l->end = end;
    l->colon = end;
    l->after = scan->s.len;
    l->alone = true;
    l->style = style_of(scan, l) == LABEL_MARKED ? LABEL_MARKED : LABEL_ALONE;
    return true;
}

/* Does a paragraph begin with the line? Where lines near it stand further to the left, its indent
 * says so. */
static bool begins_paragraph(const struct layout *layout, ptrdiff_t i)
{
    const struct line *line = &layout->lines[i];
    if (line->first || layout_breaks(layout, i))
        return true;
    ptrdiff_t first = layout->first_line[line->block],
              end = layout->first_line[line->block + 1];
    ptrdiff_t from = i - NEAR > first ? i - NEAR : first;
    for (ptrdiff_t k = from; k < end && k < i + NEAR; k++)
        if (layout->lines[k].indent + 2 <= line->indent)
            return true;
    return false;
}

static bool with_stop(struct label *l, const struct scan *scan)
{
    const struct layout *layout = scan->layout;
    if (!begins_paragraph(layout, scan->line) || !label_stop_find(l, scan->s))
        return false;
    l->after = label_skip_blanks(scan->s, l->colon);
    l->alone = l->after >= scan->s.len;
    if (l->alone && !something_follows(layout, scan->line))
        return false;
    l->bold = style_of(scan, l) == LABEL_BOLD;
    return !l->alone || l->bold || word_is_capitals(str_slice(scan->s, l->begin, l->end));
}

/* A colon stands behind a full stop: do both belong to one name, "Erik Sta. Olsen:"? */
static bool goes_on_as_name(const struct scan *scan, const struct label *l,
                            const struct label *stop)
{
    struct arena scratch = {0};
    bool name = !label_shape(&scratch, str_slice(scan->s, l->begin, l->end)).broken;
    struct str rest = str_slice(scan->s, stop->colon, l->end);
    for (struct str word; name && (word = next_word(&rest)).len;) {
        ptrdiff_t at = 0;
        name = unicode_is_upper(utf8_next(word, &at));
    }
    arena_clear(&scratch);
    return name;
}

/* Is the colon one of text behind a bare Q: "Q   Good to see you. Ms. Abelard: And you."? */
static bool colon_behind_bare(struct label *l, const struct scan *scan)
{
    struct label q = *l;
    if (!bare(&q, scan))
        return false;
    struct arena scratch = {0};
    bool broken = label_shape(&scratch, str_slice(scan->s, l->begin, l->end)).broken;
    arena_clear(&scratch);
    if (broken)
        *l = q;
    return broken;
}

/* Is there a candidate at the line's beginning? */
static bool find_in_line(struct label *out, struct scan *scan)
{
    const struct line *line = &scan->layout->lines[scan->line];
    bool hangs =
        !line->first && scan->layout->hanging && line->indent > scan->block->indent;
    if (!line->first && ((hangs && !layout_sentence_over(scan->layout, scan->line)) ||
                         layout_continues(scan->layout, scan->line)))
        return false;
    struct label l = {.block = line->block, .line = scan->line, .lead = line->begin};
    l.begin = label_lead(scan->s, line->begin, &l.timed);
    while (scan->mark < scan->block->mark_count &&
           scan->block->marks[scan->mark].begin < l.begin)
        scan->mark++;
    if (l.begin >= scan->s.len)
        return false;
    if (marked(&l, scan)) {
        *out = l;
        return true;
    }
    if (!may_begin(scan->s, l.begin))
        return false;
    struct label stop = l;
    bool colon = with_colon(&l, scan), stopped = with_stop(&stop, scan);
    bool sure = colon; /* both: "Erik St. Olsen:", or "FREDDY. Oh, very well: I'll go" */
    if (colon && stopped)
        sure = stop.style == LABEL_STOP && goes_on_as_name(scan, &l, &stop);
    if (hangs && !colon)
        return false;
    sure = (colon && colon_behind_bare(&l, scan)) || sure;
    if (!sure && !bare(&l, scan) && !initials(&l, scan) && stopped)
        l = stop;
    else if (!sure && l.style != LABEL_BARE && !bold_bare(&l, scan) && !alone(&l, scan))
        return false;
    *out = l;
    return true;
}

static struct str printed_of(const struct layout *layout, const struct label *l)
{
    return str_slice(layout->document->blocks[l->block].text.str, l->begin, l->end);
}

void labels_number(struct labels *labels, struct arena *a, const struct layout *layout)
{
    struct arena scratch = {0};
    struct str *keys = arena_array(&scratch, struct str, labels->count);
    struct str *sorted = arena_array(&scratch, struct str, labels->count);
    for (ptrdiff_t i = 0; i < labels->count; i++)
        sorted[i] = keys[i] = label_key(&scratch, printed_of(layout, &labels->items[i]));
    struct strset trial = strset_make(&scratch, sorted, labels->count);
    struct str *kept = arena_array(a, struct str, trial.count);
    for (ptrdiff_t i = 0; i < trial.count; i++)
        kept[i] = str_copy(a, trial.items[i]);
    labels->keys = strset_make(a, kept, trial.count);
    labels->string_count = labels->keys.count;
    labels->strings = arena_array(a, struct label_string, labels->string_count);
    ptrdiff_t last = -1;
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        struct label *l = &labels->items[i];
        l->string = strset_find(&labels->keys, keys[i]);
        struct label_string *s = &labels->strings[l->string];
        if (!s->count++) {
            s->key = labels->keys.items[l->string];
            s->printed = printed_of(layout, l);
            s->first = i;
            s->block = l->block;
            s->shape = label_shape(a, s->printed);
        }
        s->styles[l->style]++;
        s->alone += l->alone;
        s->bold += l->bold;
        s->timed += l->timed;
        if (l->style == LABEL_COLON) {
            s->follows_itself += last == l->string;
            last = l->string;
        }
    }
    arena_clear(&scratch);
}

struct labels labels_find(struct arena *a, const struct layout *layout)
{
    struct labels labels = {0};
    ptrdiff_t alone_count = 0;
    struct scan scan = {.layout = layout};
    for (ptrdiff_t i = 0; i < layout->line_count && labels.count < LABELS_MOST; i++) {
        const struct line *line = &layout->lines[i];
        const struct block *block = &layout->document->blocks[line->block];
        if (block != scan.block)
            scan.mark = 0;
        scan.block = block;
        scan.line = i;
        scan.s = str_slice(block->text.str, 0, line->end);
        struct label found;
        if (find_in_line(&found, &scan)) {
            scan.asked = found.style == LABEL_BARE && found.end == found.begin + 1;
            alone_count += found.style == LABEL_ALONE;
            if (found.style != LABEL_ALONE || alone_count <= ALONE_MOST)
                *arena_push(a, labels.items, labels.count, labels.capacity) = found;
        }
        labels_add_bare_midline(&labels, a, layout, i);
    }
    labels_number(&labels, a, layout);
    return labels;
}
