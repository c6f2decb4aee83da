#include "script/uncovered.h"

#include <stdlib.h>

#include "base/unicode.h"
#include "readings/calendar.h"
#include "speak/abbreviations.h"
#include "transcript/vocabulary.h"

enum {
    SLOTS_LEAST = 256,
    WORD_BYTES_MOST = 60,
    AROUND_BYTES = 40,
    TITLE_WORDS_LEAST = 4
};

/* A word with a capital that may turn out to be a name. */
struct candidate {
    struct str word, key; /* as printed; in small letters */
    ptrdiff_t count;      /* with its capital */
    ptrdiff_t segment, begin, end;
    bool small; /* met without its capital */
};

struct search {
    struct arena *a;
    const struct script *script;
    const struct lexicon *lexicon;
    struct str language;
    bool nouns_too; /* the language writes them with a capital */
    struct candidate *items;
    ptrdiff_t count, capacity;
    ptrdiff_t *slots;
    ptrdiff_t slot_count;
};

static uint64_t hash_of(struct str s)
{
    uint64_t h = HASH_BEGIN;
    for (ptrdiff_t i = 0; i < s.len; i++)
        h = hash_add(h, (unsigned char)s.ptr[i]);
    return h ^ h >> 32;
}

/* ---- words ---- */

/* A word of a segment as it is met. */
struct met {
    struct str word; /* without a possessive's ending */
    ptrdiff_t begin, end;
    bool midst;   /* of a sentence, and not of a title */
    bool beside;  /* another word with a capital */
    bool capital; /* and small letters */
};

static struct str without_possessive(struct str word, struct str language)
{
    if (!str_eq(language, S("en")))
        return word;
    if (str_ends(word, S("'s")))
        return str_slice(word, 0, word.len - 2);
    return str_ends(word, S("\u2019s")) ? str_slice(word, 0, word.len - 4) : word;
}

/* Begins with a capital, and has small letters: more than the "s" of "MPs". */
static bool is_capital(struct str word)
{
    ptrdiff_t at = 0;
    bool small = false;
    if (!unicode_is_upper(utf8_next(word, &at)))
        return false;
    while (at < word.len && !small) {
        bool ending = at + 1 == word.len && word.ptr[at] == 's';
        small = unicode_is_lower(utf8_next(word, &at)) && !ending;
    }
    return small;
}

/* Is it printed short, with its full stop or, as titles are, without: "Dec. 3", "Mr Orm"? */
static bool is_short(struct search *s, struct str word, bool stop)
{
    enum abbreviation kind = abbreviation_find(word, s->language, s->a);
    return stop ? kind != ABBREVIATION_NONE
                : kind == ABBREVIATION_ALWAYS || kind == ABBREVIATION_MAYBE;
}

/* Do only blanks, a comma or a hyphen stand there? Anything else may begin a sentence. */
static bool goes_on(struct str between)
{
    for (ptrdiff_t i = 0; i < between.len; i++)
        if (str_find_byte(S(" ,-"), between.ptr[i]) < 0)
            return false;
    return true;
}

/* Does another word with a capital follow behind one blank? */
static bool is_followed(struct str text, ptrdiff_t end)
{
    ptrdiff_t at = end;
    struct str next = lexicon_next_word(text, &at);
    return at - next.len == end + 1 && text.ptr[end] == ' ' && is_capital(next);
}

/* Does nearly every longer word of it have a capital? */
static bool is_title(struct str text)
{
    enum { LONG = 4 };
    ptrdiff_t at = 0, words = 0, capitals = 0;
    for (struct str w; (w = lexicon_next_word(text, &at)).len;) {
        words += w.len >= LONG;
        capitals += w.len >= LONG && is_capital(w);
    }
    return words >= TITLE_WORDS_LEAST && 4 * capitals > 3 * words;
}

typedef void see_word(struct search *s, ptrdiff_t segment, const struct met *w);

/* Calls `see` with the words of a segment that no lexicon has. */
static void look_at_segment(struct search *s, ptrdiff_t segment, see_word *see)
{
    struct str text = s->script->segments[segment].text, printed;
    struct lexicon_match m = {.begin = s->lexicon ? 0 : text.len};
    bool title = is_title(text), beside = false, brief = false;
    ptrdiff_t at = 0, before = -1; /* the end of the word before */
    while ((printed = lexicon_next_word(text, &at)).len) {
        struct met w = {.begin = at - printed.len, .end = at};
        struct str between = before < 0 ? S("") : str_slice(text, before, w.begin);
        if (m.end <= w.begin && m.begin < text.len &&
            !lexicon_find(&m, s->lexicon, text, w.begin, s->language))
            m.begin = m.end = text.len;
        w.word = without_possessive(printed, s->language);
        bool capital = is_capital(w.word), stop = at < text.len && text.ptr[at] == '.',
             behind = brief && str_eq(between, S(". ")); /* "Mr. Orm" */
        brief = capital && is_short(s, w.word, stop);
        w.capital = capital && !brief;
        w.midst = before >= 0 && !title && (goes_on(between) || behind);
        w.beside = w.midst && ((beside && str_find_byte(between, ',') < 0) ||
                               (s->nouns_too && is_followed(text, w.end)));
        if (m.begin > w.begin || m.end <= w.begin)
            see(s, segment, &w);
        beside = capital;
        before = at;
    }
}

static void look_at_all(struct search *s, see_word *see)
{
    for (ptrdiff_t i = 0; i < s->script->segment_count; i++) {
        struct str language =
            script_segment_language(s->script, &s->script->segments[i], s->language);
        if (str_eq_ascii_case(language_primary(language), s->language))
            look_at_segment(s, i, see);
    }
}

/* ---- candidates ---- */

/* In small letters; *room holds those of ASCII. */
static struct str key_of(struct str word, char room[WORD_BYTES_MOST], struct arena *a)
{
    for (ptrdiff_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if ((unsigned char)c >= 0x80)
            return unicode_lower(a, word, S(""));
        room[i] = (char)(c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
    }
    return (struct str){room, word.len};
}

static struct candidate *find(const struct search *s, struct str key, ptrdiff_t *slot)
{
    if (!s->slot_count)
        return NULL;
    ptrdiff_t i = (ptrdiff_t)(hash_of(key) & (uint64_t)(s->slot_count - 1));
    for (; s->slots[i] >= 0; i = (i + 1) & (s->slot_count - 1))
        if (str_eq(s->items[s->slots[i]].key, key))
            return &s->items[s->slots[i]];
    *slot = i;
    return NULL;
}

static void grow(struct search *s)
{
    ptrdiff_t slot = 0;
    s->slot_count = s->slot_count ? 4 * s->slot_count : SLOTS_LEAST;
    s->slots = arena_array(s->a, ptrdiff_t, s->slot_count);
    for (ptrdiff_t i = 0; i < s->slot_count; i++)
        s->slots[i] = -1;
    for (ptrdiff_t i = 0; i < s->count; i++) {
        find(s, s->items[i].key, &slot);
        s->slots[slot] = i;
    }
}

static void note_candidate(struct search *s, ptrdiff_t segment, const struct met *w)
{
    char room[WORD_BYTES_MOST];
    ptrdiff_t slot = 0;
    if (!w->capital || !w->midst || w->word.len > WORD_BYTES_MOST ||
        (s->nouns_too && !w->beside) || calendar_names(w->word, s->language))
        return;
    struct str key = key_of(w->word, room, s->a);
    if (2 * s->count >= s->slot_count)
        grow(s);
    if (find(s, key, &slot) || vocabulary_classes(key))
        return;
    s->slots[slot] = s->count;
    if (key.ptr == room)
        key = str_copy(s->a, key);
    *arena_push(s->a, s->items, s->count, s->capacity) =
        (struct candidate){.word = w->word, .key = key, .segment = -1};
    (void)segment;
}

static void count_candidate(struct search *s, ptrdiff_t segment, const struct met *w)
{
    char room[WORD_BYTES_MOST];
    ptrdiff_t slot;
    if (w->word.len > WORD_BYTES_MOST)
        return;
    struct candidate *c = find(s, key_of(w->word, room, s->a), &slot);
    if (!c)
        return;
    ptrdiff_t at = 0;
    c->small = c->small || !unicode_is_upper(utf8_next(w->word, &at));
    c->count += w->capital;
    if (c->segment >= 0 || !w->capital)
        return;
    c->segment = segment;
    c->begin = w->begin;
    c->end = w->end;
}

/* ---- what is handed out ---- */

static struct str where(struct arena *a, struct place p)
{
    if (!p.source)
        return S("");
    struct position at = source_position(p.source, p.begin);
    return str_format(a, "%.*s:%td:%td", STR_ARGS(p.source->name), at.line, at.column);
}

/* The words around [begin, end), whole ones. */
static struct str around(struct str text, ptrdiff_t begin, ptrdiff_t end)
{
    ptrdiff_t from = begin > AROUND_BYTES ? begin - AROUND_BYTES : 0;
    ptrdiff_t to = end + AROUND_BYTES < text.len ? end + AROUND_BYTES : text.len;
    while (from > 0 && from < begin && text.ptr[from - 1] != ' ')
        from++;
    while (to < text.len && to > end && text.ptr[to] != ' ')
        to--;
    return str_slice(text, from, to);
}

static struct uncovered_name *find_name(const struct uncovered *u, struct str word,
                                        struct str language)
{
    ptrdiff_t i =
        u->slot_count ? (ptrdiff_t)(hash_of(word) & (uint64_t)(u->slot_count - 1)) : -1;
    for (; i >= 0 && u->slots[i] >= 0; i = (i + 1) & (u->slot_count - 1)) {
        struct uncovered_name *n = &u->items[u->slots[i]];
        if (str_eq(n->word, word) && str_eq(n->language, language))
            return n;
    }
    return NULL;
}

static void index_names(struct uncovered *u)
{
    u->slot_count = u->slot_count ? 4 * u->slot_count : SLOTS_LEAST;
    u->slots = arena_array(u->arena, ptrdiff_t, u->slot_count);
    for (ptrdiff_t i = 0; i < u->slot_count; i++)
        u->slots[i] = -1;
}

static void place_name(struct uncovered *u, ptrdiff_t name)
{
    ptrdiff_t i =
        (ptrdiff_t)(hash_of(u->items[name].word) & (uint64_t)(u->slot_count - 1));
    while (u->slots[i] >= 0)
        i = (i + 1) & (u->slot_count - 1);
    u->slots[i] = name;
}

static void hand_out(struct uncovered *u, const struct search *s,
                     const struct candidate *c)
{
    struct uncovered_name *known = find_name(u, c->word, s->language);
    if (known) {
        known->count += c->count;
        return;
    }
    const struct segment *g = &s->script->segments[c->segment];
    *arena_push(u->arena, u->items, u->count, u->capacity) = (struct uncovered_name){
        .word = str_copy(u->arena, c->word),
        .language = str_copy(u->arena, s->language),
        .count = c->count,
        .where = where(u->arena, script_segment_place(s->script, g, c->begin, c->end)),
        .heard = str_copy(u->arena, around(g->text, c->begin, c->end)),
    };
    if (2 * u->count <= u->slot_count) {
        place_name(u, u->count - 1);
        return;
    }
    index_names(u);
    for (ptrdiff_t i = 0; i < u->count; i++)
        place_name(u, i);
}

void uncovered_add(struct uncovered *u, const struct script *s,
                   const struct lexicon *lexicon)
{
    struct arena scratch = {0};
    struct search search = {.a = &scratch, .script = s, .lexicon = lexicon};
    search.language = language_primary(script_spoken_language(s));
    search.nouns_too = str_eq_ascii_case(search.language, S("de"));
    look_at_all(&search, note_candidate);
    if (search.count)
        look_at_all(&search, count_candidate);
    for (ptrdiff_t i = 0; i < search.count; i++)
        if (!search.items[i].small && search.items[i].segment >= 0)
            hand_out(u, &search, &search.items[i]);
    arena_clear(&scratch);
}

static int by_count(const void *x, const void *y)
{
    const struct uncovered_name *p = x, *q = y;
    if (p->count != q->count)
        return p->count < q->count ? 1 : -1;
    int order = str_compare(p->word, q->word);
    return order ? order : str_compare(p->language, q->language);
}

void uncovered_sort(struct uncovered *u)
{
    if (u->count)
        qsort(u->items, (size_t)u->count, sizeof *u->items, by_count);
}
