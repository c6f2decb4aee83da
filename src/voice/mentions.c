#include "voice/mentions.h"

#include <stdlib.h>

#include "base/unicode.h"

enum {
    WORDS_MOST = 3,   /* "Ms. Anna Maria Vane": a surname is at most this far away */
    SURNAME_MOST = 60 /* bytes */
};

struct surname {
    struct str name; /* case-folded */
    ptrdiff_t person;
};

static int by_name(const void *x, const void *y)
{
    const struct surname *a = x, *b = y;
    int order = str_compare(a->name, b->name);
    return order ? order : (a->person > b->person) - (a->person < b->person);
}

static bool is_of_word(int32_t c)
{
    return unicode_is_letter(c) || unicode_is_mark(c) || c == '-' || c == '\'' ||
           c == 0x2019;
}

/* The next word of `s` from *at, and what stands before it; empty at the end. */
static struct str next_word(struct str s, ptrdiff_t *at, struct str *before)
{
    ptrdiff_t from = *at, begin = from, end;
    while (begin < s.len) {
        ptrdiff_t next = begin;
        if (is_of_word(utf8_next(s, &next)))
            break;
        begin = next;
    }
    for (end = begin; end < s.len;) {
        ptrdiff_t next = end;
        if (!is_of_word(utf8_next(s, &next)))
            break;
        end = next;
    }
    *before = str_slice(s, from, begin);
    *at = end;
    return str_slice(s, begin, end);
}

/* "Vane’s" -> "vane" */
static struct str fold_surname(struct arena *a, struct str word)
{
    if (str_ends(word, S("\xE2\x80\x99s")))
        word.len -= 4;
    else if (str_ends(word, S("'s")))
        word.len -= 2;
    return word.len <= SURNAME_MOST ? unicode_fold(a, word) : (struct str){0};
}

static struct surname *surnames(struct arena *a, const struct script *s)
{
    struct surname *out = arena_array(a, struct surname, s->cast_count);
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        struct str word, last = {0}, before;
        for (ptrdiff_t at = 0;
             (word = next_word(s->cast[i].speaker, &at, &before)).len > 0;)
            last = word;
        out[i] = (struct surname){fold_surname(a, last), i};
    }
    if (s->cast_count > 1)
        qsort(out, (size_t)s->cast_count, sizeof *out, by_name);
    return out;
}

/* The first of `count` sorted surnames that is not before `name`. */
static ptrdiff_t find_surname(const struct surname *all, ptrdiff_t count, struct str name)
{
    ptrdiff_t low = 0, high = count;
    while (low < high) {
        ptrdiff_t middle = low + (high - low) / 2;
        if (str_compare(all[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct mentioning {
    struct arena *a;
    const struct surname *surnames;
    ptrdiff_t count;
    struct mention *by_surname; /* by index into surnames */
    struct hint_addresses addresses;
};

/* `text` from `begin` is a form of address that ends at `at`. */
static void look_for_surname(struct mentioning *m, struct str text, ptrdiff_t begin,
                             ptrdiff_t at, enum voice_hint hint)
{
    for (int n = 0; n < WORDS_MOST; n++) {
        struct str before, word = next_word(text, &at, &before);
        if (word.len == 0 || !(str_eq(before, S(" ")) || str_eq(before, S(". "))))
            return;
        struct str name = fold_surname(m->a, word);
        ptrdiff_t k = find_surname(m->surnames, m->count, name);
        if (name.len == 0 || k == m->count || !str_eq(m->surnames[k].name, name))
            continue;
        struct mention *found = &m->by_surname[k];
        found->high += hint == HINT_HIGH;
        found->low += hint == HINT_LOW;
        if (found->words.len == 0)
            found->words = str_slice(text, begin, at);
        return;
    }
}

struct mention *mentions_find(struct arena *a, const struct script *s,
                              struct str language)
{
    struct mention *out = arena_array(a, struct mention, s->cast_count);
    struct arena scratch = {0};
    struct mentioning m = {.a = &scratch,
                           .surnames = surnames(&scratch, s),
                           .count = s->cast_count,
                           .by_surname =
                               arena_array(&scratch, struct mention, s->cast_count),
                           .addresses = hint_addresses_of(language)};
    for (ptrdiff_t i = 0; i < s->paragraph_count; i++) {
        struct str text = s->paragraphs[i].text.str, word, before;
        if (s->turns[s->paragraphs[i].turn].added)
            continue;
        for (ptrdiff_t at = 0; (word = next_word(text, &at, &before)).len > 0;) {
            enum voice_hint hint = hint_of_address(word, m.addresses);
            if (hint != HINT_NONE)
                look_for_surname(&m, text, word.ptr - text.ptr, at, hint);
        }
    }
    for (ptrdiff_t i = 0, first = 0; i < m.count; i++) {
        if (!str_eq(m.surnames[i].name, m.surnames[first].name))
            first = i;
        if (m.by_surname[first].words.len) /* pages never written take no memory */
            out[m.surnames[i].person] = m.by_surname[first];
    }
    arena_clear(&scratch);
    return out;
}

enum voice_hint mention_hint(const struct mention *m)
{
    if (m->high > 2 * m->low)
        return HINT_HIGH;
    return m->low > 2 * m->high ? HINT_LOW : HINT_NONE;
}
