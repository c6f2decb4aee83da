#include "turns/speaker_key.h"

#include <string.h>

#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/sightings.h"

enum {
    WORDS_MOST = 4000,
    ASKED_MOST = 300,
    INITIALS_MOST = 4,
    NAME_WORDS_MOST = 5,
};

/* ---- reading the head ---- */

static bool can_be_in_name(struct str word, struct str form)
{
    ptrdiff_t at = 0;
    if (!unicode_is_upper(utf8_next(word, &at)))
        return false;
    return !vocabulary_has(WORD_FUNCTION, form) && !vocabulary_has(WORD_METADATA, form) &&
           !vocabulary_has(WORD_OCCASION, form);
}

static bool is_mark(char c)
{
    return c && strchr(",:;=()[]\"|/", c);
}

/* A word with the marks that stick to it. */
static void add_word(struct speaker_key *k, struct arena *a, struct str word,
                     char *before)
{
    while (word.len && is_mark(word.ptr[0])) {
        *before = word.ptr[0] == '[' ? '(' : word.ptr[0];
        word = str_slice(word, 1, word.len);
    }
    char behind = ' ';
    while (word.len && is_mark(word.ptr[word.len - 1])) {
        behind = word.ptr[word.len - 1];
        word.len--;
    }
    bool dash =
        str_eq(word, S("-")) || str_eq(word, S("\u2013")) || str_eq(word, S("\u2014"));
    if (dash)
        *before = '-';
    if (dash || !word.len) {
        *before = behind != ' ' ? behind : *before;
        return;
    }
    bool ends = str_ends(word, S(".")) && word.len > 3;
    word.len -= ends;
    struct str form = word_form(a, word);
    *arena_push(a, k->words, k->count, k->capacity) = (struct head_word){
        .word = word,
        .form = form,
        .before = *before,
        .title = vocabulary_has(WORD_COURTESY, form) || vocabulary_has(WORD_RANK, form),
        .particle = vocabulary_has(WORD_PARTICLE, form) && !word_is_capitals(word),
        .name = can_be_in_name(word, form)};
    *before = ends ? '.' : behind;
}

/* The comma that a capital follows; -1: there is none. */
static ptrdiff_t inner_comma(struct str word)
{
    for (ptrdiff_t i = 1; i + 1 < word.len; i++) {
        ptrdiff_t next = i + 1;
        if (word.ptr[i] == ',' && unicode_is_upper(utf8_next(word, &next)))
            return i;
    }
    return -1;
}

static void add_text(struct speaker_key *k, struct arena *a, struct str text)
{
    while (text.len && k->count < WORDS_MOST) {
        struct str line;
        char before = '\n';
        str_cut(text, '\n', &line, &text);
        for (struct str word; k->count < WORDS_MOST && (word = next_word(&line)).len;) {
            /* a copy may have lost the blank: "Governor,Otto Friis" */
            for (ptrdiff_t comma; (comma = inner_comma(word)) > 0;) {
                add_word(k, a, str_slice(word, 0, comma + 1), &before);
                word = str_slice(word, comma + 1, word.len);
            }
            add_word(k, a, word, &before);
        }
    }
}

struct speaker_key speaker_key_read(struct arena *a, const struct layout *layout,
                                    const struct labels *labels)
{
    struct speaker_key k = {0};
    if (!labels->count)
        return k;
    const struct label *first = &labels->items[0];
    for (ptrdiff_t i = 0; i <= first->block && k.count < WORDS_MOST; i++) {
        struct str text = layout->document->blocks[i].text.str;
        add_text(&k, a, i == first->block ? str_slice(text, 0, first->lead) : text);
    }
    return k;
}

/* ---- names in it ---- */

/* Is it written as a name is within text: "Holm", "O'Dair", "B."? */
static bool is_plain_name(const struct head_word *w)
{
    return w->name && (!word_is_capitals(w->word) || str_ends(w->word, S(".")) ||
                       utf8_count(w->word) == 1);
}

/* The end of the name that word `i` begins: words without a mark between them, of which the last
 * is no particle. */
static ptrdiff_t end_of_name(const struct speaker_key *k, ptrdiff_t i)
{
    ptrdiff_t end = i;
    for (ptrdiff_t j = i; j < k->count && j < i + NAME_WORDS_MOST; j++) {
        if (j > i && k->words[j].before != ' ')
            break;
        if (is_plain_name(&k->words[j]))
            end = j + 1;
        else if (j == i || !k->words[j].particle)
            break;
    }
    return end;
}

static struct str join(const struct speaker_key *k, struct arena *a, ptrdiff_t from,
                       ptrdiff_t to)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t i = from; i < to; i++) {
        if (b.len)
            strbuf_add_byte(&b, ' ');
        strbuf_add(&b, k->words[i].word);
    }
    return strbuf_str(&b);
}

/* Do the letters stand in the words from i to end in this order, the first of them first? */
static bool letters_fit(const struct speaker_key *k, struct arena *scratch,
                        struct str letters, ptrdiff_t i, ptrdiff_t end)
{
    struct str want = word_lower(scratch, letters);
    struct str name = word_lower(scratch, join(k, scratch, i, end));
    ptrdiff_t in_want = 0, in_name = 0;
    int32_t next = utf8_next(want, &in_want);
    for (bool first = true; in_name < name.len; first = false) {
        bool same = utf8_next(name, &in_name) == next;
        if (first && !same)
            return false;
        if (same && (next = utf8_next(want, &in_want)) < 0)
            return true;
    }
    return false;
}

/* Does each word from i to end begin with its letter? */
static bool are_initials(struct str letters, const struct speaker_key *k, ptrdiff_t i,
                         ptrdiff_t end)
{
    ptrdiff_t at = 0;
    for (; i < end; i++) {
        ptrdiff_t in_word = 0;
        if (utf8_next(letters, &at) != utf8_next(k->words[i].word, &in_word))
            return false;
    }
    return at == letters.len;
}

/* ---- initials ---- */

static bool is_initials(const struct label_string *s)
{
    struct str name = s->shape.name;
    ptrdiff_t letters = utf8_count(name);
    return s->shape.capitals && s->shape.words == 1 && letters >= 2 &&
           letters <= INITIALS_MOST && str_find_byte(name, '.') < 0;
}

/* A found name, which stays the only one or is none. */
struct finding {
    struct str name;
    bool several;
};

static void find(struct finding *f, struct str name)
{
    if (!f->name.len)
        f->name = name;
    else if (!str_eq(f->name, name))
        f->several = true;
}

/* Of a key: the name behind the initials at word i, or before them. */
static void find_in_key(struct finding *f, const struct speaker_key *k, struct arena *a,
                        ptrdiff_t i)
{
    struct str letters = k->words[i].word;
    ptrdiff_t next = i + 1, end = next < k->count ? end_of_name(k, next) : next;
    char mark = next < k->count ? k->words[next].before : '\n';
    ptrdiff_t first = next; /* behind a title */
    while (first < end && k->words[first].title)
        first++;
    /* "MH Marta Holm TAD ...": the next initials end the name */
    if (end > next && ((mark == ' ' && letters_fit(k, a, letters, first, end)) ||
                       mark == '=' || mark == ':' || mark == '-')) {
        find(f, join(k, a, next, end));
        return;
    }
    ptrdiff_t begin = i;
    while (begin > 0 && begin > i - NAME_WORDS_MOST &&
           is_plain_name(&k->words[begin - 1])) {
        begin--;
        if (k->words[begin].before != ' ')
            break;
    }
    bool behind = k->words[i].before == '(' || k->words[i].before == ':' ||
                  k->words[i].before == '=';
    bool role = i - begin == 1 && vocabulary_has(WORD_ROLE, k->words[begin].form);
    if (begin < i && behind && (role || letters_fit(k, a, letters, begin, i)))
        find(f, join(k, a, begin, i));
}

static struct str name_of_initials(const struct speaker_key *k, struct arena *a,
                                   struct str letters)
{
    struct finding keyed = {0}, named = {0};
    ptrdiff_t words = utf8_count(letters);
    for (ptrdiff_t i = 0; i < k->count; i++) {
        const struct head_word *w = &k->words[i];
        if (str_eq(w->word, letters)) {
            find_in_key(&keyed, k, a, i);
        } else if (is_plain_name(w) && i + words <= k->count &&
                   are_initials(letters, k, i, i + words) &&
                   end_of_name(k, i) == i + words && !w->title) {
            bool inside =
                i > 0 && w->before == ' ' && is_plain_name(w - 1) && !w[-1].title;
            if (!inside)
                find(&named, join(k, a, i, i + words));
        }
    }
    if (keyed.name.len)
        return keyed.several ? S("") : keyed.name;
    return named.several ? S("") : named.name;
}

/* ---- surnames ---- */

/* The last word of a label that is a surname, with or without a rank; "" for others: a courtesy
 * says how the person is called. */
static struct str bare_surname(struct arena *a, const struct label_string *s)
{
    struct str rest = s->shape.name, last = S("");
    int names = 0;
    for (struct str word; (word = next_word(&rest)).len;) {
        struct str form = word_form(a, word);
        if (vocabulary_has(WORD_COURTESY, form))
            return S("");
        if (names || !vocabulary_has(WORD_RANK, form)) {
            names++;
            last = form;
        }
    }
    return names == 1 && last.len > 2 ? last : S("");
}

static bool shared_surname(const struct labels *labels, struct arena *a,
                           const struct label_string *s, struct str surname)
{
    int looked = 0;
    for (ptrdiff_t i = 0; i < labels->string_count && looked < ASKED_MOST; i++) {
        const struct label_string *other = &labels->strings[i];
        if (other == s || !other->accepted || other->shape.role)
            continue;
        looked++;
        struct str rest = other->shape.name, last = S("");
        for (struct str word; (word = next_word(&rest)).len;)
            last = word;
        if (str_eq(word_form(a, last), surname))
            return true;
    }
    return false;
}

/* Are people called "Mr. Crane" here? Then "Captain Holm" is a form of address, too. */
static bool calls_by_courtesy(const struct labels *labels, struct arena *a)
{
    for (ptrdiff_t i = 0; i < labels->string_count && i < ASKED_MOST; i++) {
        struct str rest = labels->strings[i].shape.name;
        if (labels->strings[i].accepted && labels->strings[i].shape.titled &&
            vocabulary_has(WORD_COURTESY, word_form(a, next_word(&rest))))
            return true;
    }
    return false;
}

/* A label that is `called` with the rank that the head prints before the name stays as it is. */
static struct str name_of_surname(const struct speaker_key *k, struct arena *a,
                                  struct str surname, bool called)
{
    struct finding f = {0};
    for (ptrdiff_t i = 0; i < k->count; i++) {
        const struct head_word *w = &k->words[i];
        if (i && w->before == ' ' && is_plain_name(w - 1))
            continue; /* inside a name */
        ptrdiff_t end = end_of_name(k, i), begin = i;
        while (begin < end && k->words[begin].title)
            begin++;
        bool first_and_last =
            end - begin == 2 ||
            (end - begin == 3 && utf8_count(k->words[begin + 1].word) <= 3);
        if (!first_and_last || !str_eq(k->words[end - 1].form, surname))
            continue;
        find(&f, join(k, a, begin, end));
        f.several |= called && begin > i;
    }
    return f.several ? S("") : f.name;
}

struct str speaker_key_name(struct speaker_key *k, struct arena *a,
                            const struct labels *labels, const struct label_string *s)
{
    if (!k->count || s->shape.role || s->shape.ranked || s->shape.answer ||
        ++k->asked > ASKED_MOST)
        return S("");
    struct arena scratch = {0};
    struct str name = S(""), surname;
    if (is_initials(s))
        name = name_of_initials(k, &scratch, s->shape.name);
    if (!name.len && (surname = bare_surname(&scratch, s)).len &&
        !shared_surname(labels, &scratch, s, surname))
        name = name_of_surname(k, &scratch, surname,
                               s->shape.titled && calls_by_courtesy(labels, &scratch));
    name = str_copy(a, name);
    arena_clear(&scratch);
    return name;
}
