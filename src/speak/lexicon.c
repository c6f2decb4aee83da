#include "speak/lexicon.h"

#include <string.h>

#include "base/unicode.h"
#include "speak/lexicon_add.h"
#include "speak/pronunciation.h"

enum { PLURAL_LETTERS_LEAST = 3, SLOTS_LEAST = 256 };

/* ---- words ---- */

static bool is_apostrophe(int32_t c)
{
    return c == '\'' || c == 0x2019;
}

static bool is_word_char(int32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return unicode_is_letter(c) || unicode_is_digit(c) || unicode_is_mark(c);
}

struct str lexicon_next_word(struct str s, ptrdiff_t *at)
{
    ptrdiff_t begin = *at, end;
    while (begin < s.len && !is_word_char(utf8_next(s, at)))
        begin = *at;
    for (end = *at = begin; end < s.len; end = *at) {
        int32_t c = utf8_next(s, at);
        if (is_apostrophe(c)) {
            ptrdiff_t next = *at;
            c = utf8_next(s, &next);
        }
        if (!is_word_char(c))
            break;
    }
    *at = end;
    return str_slice(s, begin, end);
}

/* Appends `s` case-folded, with straight apostrophes. */
static void add_folded(struct strbuf *key, struct arena *scratch, struct str s)
{
    ptrdiff_t ascii = 0;
    while (ascii < s.len && (unsigned char)s.ptr[ascii] < 0x80)
        ascii++;
    if (ascii < s.len)
        s = unicode_fold(scratch, s);
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        strbuf_add_char(key, is_apostrophe(c)       ? '\''
                             : c >= 'A' && c <= 'Z' ? c + 'a' - 'A'
                                                    : c);
    }
}

static uint64_t hash_of(struct str s)
{
    uint64_t h = HASH_BEGIN;
    for (ptrdiff_t i = 0; i < s.len; i++)
        h = hash_add(h, (unsigned char)s.ptr[i]);
    return h;
}

/* ---- adding ---- */

static void index_entry(struct lexicon *x, ptrdiff_t i)
{
    struct lexicon_entry *e = &x->entries[i];
    ptrdiff_t *slot = &x->slots[hash_of(e->key) & (uint64_t)(x->slot_count - 1)];
    e->next = *slot;
    *slot = i;
}

static void index_all(struct lexicon *x)
{
    x->slot_count = x->slot_count ? 4 * x->slot_count : SLOTS_LEAST;
    x->slots = arena_array(x->arena, ptrdiff_t, x->slot_count);
    for (ptrdiff_t i = 0; i < x->slot_count; i++)
        x->slots[i] = -1;
    for (ptrdiff_t i = 0; i < x->count; i++)
        index_entry(x, i);
}

void lexicon_copy(struct lexicon *out, struct arena *a, const struct lexicon *x)
{
    *out = *x;
    out->arena = a;
    out->capacity = x->count;
    out->entries = arena_array(a, struct lexicon_entry, x->count);
    out->slots = arena_array(a, ptrdiff_t, x->slot_count);
    if (x->count)
        memcpy(out->entries, x->entries, (size_t)x->count * sizeof *x->entries);
    if (x->slot_count)
        memcpy(out->slots, x->slots, (size_t)x->slot_count * sizeof *x->slots);
}

/* The entry for the same word in the same file; NULL: none. *alike: how many are in its slot. */
static const struct lexicon_entry *find_twin(const struct lexicon *x,
                                             const struct lexicon_entry *e, int *alike)
{
    *alike = 0;
    if (!x->slot_count)
        return NULL;
    ptrdiff_t i = x->slots[hash_of(e->key) & (uint64_t)(x->slot_count - 1)];
    for (; i >= 0; i = x->entries[i].next, ++*alike) {
        const struct lexicon_entry *other = &x->entries[i];
        if (other->file == e->file && str_eq(other->word, e->word) &&
            str_eq(other->language, e->language))
            return other;
    }
    return NULL;
}

/* The key, from the first word to the last; how many there are. */
static int set_key(struct lexicon_entry *e, struct arena *a)
{
    struct arena scratch = {0};
    struct strbuf key = {.arena = a};
    ptrdiff_t at = 0, begin = -1, end = 0;
    int words = 0;
    for (struct str word; (word = lexicon_next_word(e->word, &at)).len; words++) {
        begin = begin < 0 ? at - word.len : begin;
        end = at;
    }
    if (words)
        add_folded(&key, &scratch, str_slice(e->word, begin, end));
    e->key = strbuf_str(&key);
    e->stop = end < e->word.len && e->word.ptr[end] == '.';
    arena_clear(&scratch);
    return words;
}

/* The bit of first_words for a word in small ASCII letters. */
static int first_word_bit(uint64_t hash)
{
    return (int)((hash ^ hash >> 32) & (LEXICON_FIRST_BITS - 1));
}

static void note_first_word(struct lexicon *x, struct str key)
{
    ptrdiff_t at = 0;
    int bit = first_word_bit(hash_of(lexicon_next_word(key, &at)));
    x->first_words[bit / 8] |= (unsigned char)(1 << bit % 8);
}

static bool is_noted(const struct lexicon *x, uint64_t hash)
{
    int bit = first_word_bit(hash);
    return x->first_words[bit / 8] >> bit % 8 & 1;
}

/* Can an entry begin with `word`, or with that without "'s" or "s"? May be wrong with yes. */
static bool may_begin(const struct lexicon *x, struct str word)
{
    uint64_t h = HASH_BEGIN, without_s = h, without_mark = h;
    for (ptrdiff_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.ptr[i];
        if (c >= 0x80)
            return true;
        without_mark = without_s;
        without_s = h;
        h = hash_add(h, c >= 'A' && c <= 'Z' ? (unsigned char)(c + 'a' - 'A') : c);
    }
    char last = word.len ? word.ptr[word.len - 1] : 0;
    return is_noted(x, h) || ((last == 's' || last == 'S') &&
                              (is_noted(x, without_s) || is_noted(x, without_mark)));
}

static void note_language(struct lexicon *x, struct str language)
{
    int i = 0;
    while (i < x->language_count && i < LEXICON_LANGUAGES_MOST &&
           !str_eq_ascii_case(x->languages[i], language))
        i++;
    if (!language.len || i == LEXICON_LANGUAGES_MOST)
        x->language_count = LEXICON_LANGUAGES_MOST + 1;
    else if (i == x->language_count)
        x->languages[x->language_count++] = language;
}

/* Are there entries for texts in this language? */
static bool has_language(const struct lexicon *x, struct str language)
{
    for (int i = 0; i < x->language_count && i < LEXICON_LANGUAGES_MOST; i++)
        if (str_eq_ascii_case(x->languages[i], language))
            return true;
    return x->language_count > LEXICON_LANGUAGES_MOST;
}

bool lexicon_add(struct lexicon *x, struct lexicon_entry *e, struct diag *d)
{
    int alike, words = set_key(e, x->arena);
    if (!words || words > LEXICON_WORDS_MOST) {
        diag_error(d, e->place, "lexicon-word", "an entry is for one to eight words",
                   words ? "over %d words to be looked up" : "no word to be looked up",
                   LEXICON_WORDS_MOST);
        return false;
    }
    e->file = x->files;
    const struct lexicon_entry *twin = find_twin(x, e, &alike);
    if (twin) {
        struct position first = source_position(twin->place.source, twin->place.begin);
        diag_warning(d, e->place, "lexicon-twice", "the first one counts",
                     "'%.*s' stands in line %td already", STR_ARGS(e->word), first.line);
        return true;
    }
    if (alike >= LEXICON_ALIKE_MOST) { /* each would cost every look at such a word */
        diag_error(d, e->place, "lexicon-word", "a word in small letters has all of them",
                   "too many spellings of one word");
        return false;
    }
    *arena_push(x->arena, x->entries, x->count, x->capacity) = *e;
    note_first_word(x, e->key);
    note_language(x, e->language);
    x->words_most = words > x->words_most ? words : x->words_most;
    if (2 * x->count > x->slot_count)
        index_all(x);
    else
        index_entry(x, x->count - 1);
    return true;
}

/* ---- looking up ---- */

/* Is `printed` a spelling that `word` stands for? 2: its own. */
static int spelled(struct str word, struct str printed)
{
    bool equal = true, upper = false, lower = false, printed_lower = false;
    for (ptrdiff_t w = 0, p = 0; w < word.len || p < printed.len;) {
        int32_t c = utf8_next(word, &w), d = utf8_next(printed, &p);
        if (c < 0 && d < 0)
            break;
        equal = equal && (c == d || (is_apostrophe(c) && is_apostrophe(d)));
        upper = upper || (c >= 0 && unicode_is_upper(c));
        lower = lower || (c >= 0 && unicode_is_lower(c));
        printed_lower = printed_lower || (d >= 0 && unicode_is_lower(d));
    }
    return equal ? 2 : !upper || (lower && !printed_lower);
}

/* The text around a candidate, and its languages. */
struct looking {
    const struct lexicon *lexicon;
    struct str text, language;
    ptrdiff_t begin;
};

/* The best entry for `key`, which is text[begin, end). */
static const struct lexicon_entry *best_entry(const struct looking *k, struct str key,
                                              ptrdiff_t end)
{
    const struct lexicon *x = k->lexicon;
    const struct lexicon_entry *best = NULL;
    int score = 0;
    ptrdiff_t i = x->slots[hash_of(key) & (uint64_t)(x->slot_count - 1)];
    for (; i >= 0; i = x->entries[i].next) {
        const struct lexicon_entry *e = &x->entries[i];
        bool stop = end < k->text.len && k->text.ptr[end] == '.';
        if (!str_eq(e->key, key) || (e->stop && !stop) ||
            (e->language.len && !str_eq_ascii_case(e->language, k->language)))
            continue;
        int s = spelled(str_slice(e->word, 0, e->word.len - e->stop),
                        str_slice(k->text, k->begin, end));
        if (s > score) {
            best = e;
            score = s;
        }
    }
    return best;
}

/* Could the last letter be a plural's? "Donbass" is none of Donbas. */
static bool is_plural(struct str key)
{
    return str_ends(key, S("s")) && !str_ends(key, S("ss"));
}

/* What text[begin, end) is, whose key is `key`. */
static bool match_span(struct lexicon_match *out, const struct looking *k, struct str key,
                       ptrdiff_t end)
{
    bool english = str_eq_ascii_case(k->language, S("en"));
    ptrdiff_t stop = end, next = end;
    out->form = LEXICON_PLAIN;
    out->entry = best_entry(k, key, end);
    if (out->entry) {
        /* The stop of an abbreviation at the very end is the sentence's as well. */
        if (out->entry->stop && end + 1 < k->text.len)
            stop = end + 1;
        else if (english && str_ends(key, S("s")) && end < k->text.len &&
                 is_apostrophe(utf8_next(k->text, &next)))
            stop = next;
    } else if (english && str_ends(key, S("'s"))) {
        ptrdiff_t mark = end - 1; /* an apostrophe takes one byte or three */
        utf8_previous(k->text, &mark);
        out->form = LEXICON_POSSESSIVE;
        out->entry = best_entry(k, str_slice(key, 0, key.len - 2), mark);
    } else if (english && key.len > PLURAL_LETTERS_LEAST && is_plural(key)) {
        out->form = LEXICON_PLURAL;
        out->entry = best_entry(k, str_slice(key, 0, key.len - 1), end - 1);
    }
    out->begin = k->begin;
    out->end = stop;
    return out->entry != NULL;
}

/* The longest entry that begins at the word text[begin, end). */
static bool match_at(struct lexicon_match *out, struct arena *scratch,
                     const struct looking *k, ptrdiff_t end)
{
    struct strbuf key = {.arena = scratch};
    ptrdiff_t ends[LEXICON_WORDS_MOST], lengths[LEXICON_WORDS_MOST], from = k->begin;
    int words = 0;
    while (words < k->lexicon->words_most) {
        add_folded(&key, scratch, str_slice(k->text, from, end));
        ends[words] = from = end;
        lengths[words++] = key.len;
        struct str word = lexicon_next_word(k->text, &end);
        if (!word.len || end - word.len - from > 2 || key.len > LEXICON_WORD_BYTES_MOST)
            break;
    }
    while (words--)
        if (match_span(out, k, str_slice(strbuf_str(&key), 0, lengths[words]),
                       ends[words]))
            return true;
    return false;
}

bool lexicon_find(struct lexicon_match *out, const struct lexicon *x, struct str text,
                  ptrdiff_t from, struct str language)
{
    struct arena scratch = {0};
    struct looking k = {x, text, language_primary(language), 0};
    struct str word;
    bool found = false;
    if (!has_language(x, k.language))
        return false;
    for (ptrdiff_t at = from; !found && (word = lexicon_next_word(text, &at)).len;) {
        k.begin = at - word.len;
        found = may_begin(x, word) && match_at(out, &scratch, &k, at);
    }
    arena_clear(&scratch);
    return found;
}

void lexicon_say(struct strbuf *out, const struct lexicon_match *m)
{
    const struct lexicon_entry *e = m->entry;
    if (e->alias.len) {
        strbuf_add(out, e->alias);
        strbuf_add(out, m->form == LEXICON_POSSESSIVE ? S("'s")
                        : m->form == LEXICON_PLURAL   ? S("s")
                                                      : S(""));
        return;
    }
    struct str inside = str_slice(e->phonemes, 0, e->phonemes.len - 2);
    strbuf_add(out, inside);
    if (m->form != LEXICON_PLAIN)
        strbuf_add(out, pronunciation_ending(inside));
    strbuf_add(out, S("]]"));
}
