#include "turns/sightings.h"

#include "base/unicode.h"
#include "transcript/vocabulary.h"

/* Of a document with more possible labels than this only the first are looked for. */
enum { STRINGS_MOST = 5000, KNOWN_LOOKED_AT = 4000 };

struct str word_lower(struct arena *a, struct str word)
{
    return unicode_lower(a, word, S(""));
}

/* The hyphen or apostrophe at s[at]: its bytes, or 0. */
static ptrdiff_t joint_at(struct str s, ptrdiff_t at)
{
    if (s.ptr[at] == '-' || s.ptr[at] == '\'')
        return 1;
    return str_starts(str_slice(s, at, s.len), S("\u2019")) ? 3 : 0;
}

struct str word_mac(struct arena *a, struct str word)
{
    struct str head = str_slice(word, 0, 3), tail = str_slice(word, 3, word.len);
    if (word.len < 5 || !str_eq_ascii_case(head, S("mac")))
        return S("");
    return str_format(a, "Mac%.*s", STR_ARGS(unicode_title(a, tail, S(""))));
}

struct str word_title(struct arena *a, struct str word)
{
    struct strbuf b = {.arena = a};
    bool scots = word.len > 3 && (str_starts(word, S("Mc")) || str_starts(word, S("MC")));
    if (str_starts(word, S("Mac")) && word_is_capitals(word))
        return word_mac(a, word);
    if (scots)
        strbuf_add(&b, S("Mc"));
    for (ptrdiff_t begin = scots ? 2 : 0, end = begin; begin < word.len; begin = end) {
        while (end < word.len && !joint_at(word, end))
            end++;
        struct str part = str_slice(word, begin, end);
        bool genitive =
            end == word.len && begin && part.len == 1; /* the boy's, but O'Brien */
        strbuf_add(&b, genitive ? word_lower(a, part) : unicode_title(a, part, S("")));
        ptrdiff_t joint = end < word.len ? joint_at(word, end) : 0;
        strbuf_add(&b, str_slice(word, end, end + joint));
        end += joint;
    }
    return strbuf_str(&b);
}

static struct strset collect_forms(struct arena *a, const struct labels *labels)
{
    struct str *forms = NULL;
    ptrdiff_t count = 0, capacity = 0;
    for (ptrdiff_t i = 0; i < labels->string_count && i < STRINGS_MOST; i++) {
        struct str rest = labels->strings[i].shape.name;
        for (struct str word; (word = next_word(&rest)).len;) {
            *arena_push(a, forms, count, capacity) = word;
            *arena_push(a, forms, count, capacity) = word_lower(a, word);
            *arena_push(a, forms, count, capacity) = word_title(a, word);
            *arena_push(a, forms, count, capacity) = word_mac(a, word);
        }
    }
    return strset_make(a, forms, count);
}

static bool is_word_char(int32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '\'' ||
           c == 0x2019 || (c >= 0x80 && (unicode_is_letter(c) || unicode_is_mark(c)));
}

struct sighter {
    struct sightings *s;
    struct arena scratch;
    bool inside; /* the latest word was in lower case, or a comma stood behind it */
    int names; /* so many words since the last mark could be a name; -1: they are none */
    struct str latest;
};

static void see_in_name(struct sighter *r, struct str word)
{
    static const uint64_t others =
        UINT64_C(1) << WORD_FUNCTION | UINT64_C(1) << WORD_RANK |
        UINT64_C(1) << WORD_COURTESY | UINT64_C(1) << WORD_ROLE |
        UINT64_C(1) << WORD_METADATA | UINT64_C(1) << WORD_OCCASION |
        UINT64_C(1) << WORD_ANONYMOUS | UINT64_C(1) << WORD_QUESTION;
    ptrdiff_t at = 0;
    bool name = r->names >= 0 && r->names < 2 && unicode_is_upper(utf8_next(word, &at)) &&
                !word_is_capitals(word);
    if (name)
        name = !(vocabulary_classes(word_form(&r->scratch, word)) & others);
    r->names = name ? r->names + 1 : -1;
    r->latest = word;
}

/* A mark stands here, or the line ends: `closes` when a name may end so. */
static void end_name(struct sighter *r, bool closes)
{
    ptrdiff_t n = closes && r->names == 2 ? strset_find(&r->s->forms, r->latest) : -1;
    if (n >= 0)
        r->s->surname[n]++;
    r->names = 0;
}

static void see(struct sighter *r, struct str word)
{
    struct sightings *s = r->s;
    while (str_ends(word, S("'")) || str_ends(word, S("-")))
        word.len--;
    if (s->words < KNOWN_LOOKED_AT) {
        s->words++;
        s->known += vocabulary_has(WORD_FUNCTION, word_form(&r->scratch, word));
    }
    for (int pass = 0; pass < 2; pass++) {
        ptrdiff_t n = strset_find(&s->forms, word);
        if (n >= 0) {
            s->seen[n]++;
            s->inside[n] += r->inside;
        }
        if (str_ends(word, S("'s"))) /* and without the genitive */
            word.len -= 2;
        else if (str_ends(word, S("\u2019s")))
            word.len -= 4;
        else
            break;
    }
    ptrdiff_t at = 0;
    r->inside = unicode_is_lower(utf8_next(word, &at));
}

static void see_text(struct sighter *r, struct str s)
{
    r->inside = false;
    r->names = 0;
    for (ptrdiff_t at = 0; at < s.len;) {
        ptrdiff_t begin = at;
        int32_t c = utf8_next(s, &at);
        if (!is_word_char(c)) {
            if (!utf8_is_space(c))
                end_name(r, c == ',' || c == '(');
            if (c == ',')
                r->inside = true;
            else if (!utf8_is_space(c) && !unicode_is_digit(c))
                r->inside = false;
            continue;
        }
        ptrdiff_t end = at;
        while (at < s.len && is_word_char(utf8_next(s, &at)))
            end = at;
        at = end;
        see_in_name(r, str_slice(s, begin, end));
        see(r, str_slice(s, begin, end));
    }
    end_name(r, true);
}

struct sightings sightings_make(struct arena *a, const struct layout *layout,
                                const struct labels *labels)
{
    struct sightings s = {.forms = collect_forms(a, labels)};
    s.seen = arena_array(a, ptrdiff_t, s.forms.count);
    s.inside = arena_array(a, ptrdiff_t, s.forms.count);
    s.surname = arena_array(a, ptrdiff_t, s.forms.count);
    struct sighter r = {.s = &s};
    ptrdiff_t next = 0; /* label */
    for (ptrdiff_t i = 0; i < layout->line_count; i++) {
        const struct line *line = &layout->lines[i];
        struct str text = layout->document->blocks[line->block].text.str;
        ptrdiff_t from = line->begin;
        for (; next < labels->count && labels->items[next].line == i; next++) {
            see_text(&r, str_slice(text, from, labels->items[next].begin));
            from = labels->items[next].end;
        }
        see_text(&r, str_slice(text, from, line->end));
    }
    arena_clear(&r.scratch);
    return s;
}

ptrdiff_t sightings_seen(const struct sightings *s, struct str form)
{
    ptrdiff_t n = strset_find(&s->forms, form);
    return n < 0 ? 0 : s->seen[n];
}

ptrdiff_t sightings_inside(const struct sightings *s, struct str form)
{
    ptrdiff_t n = strset_find(&s->forms, form);
    return n < 0 ? 0 : s->inside[n];
}

ptrdiff_t sightings_surname(const struct sightings *s, struct str form)
{
    ptrdiff_t n = strset_find(&s->forms, form);
    return n < 0 ? 0 : s->surname[n];
}

bool sightings_known_language(const struct sightings *s)
{
    return s->words && 100 * s->known >= 8 * s->words;
}
