#include "turns/names.h"

#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/aliases.h"
#include "turns/directions.h"
#include "turns/speaker_key.h"

static bool has_vowel(struct str word)
{
    for (ptrdiff_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.ptr[i];
        char l = (char)(c | 0x20);
        if (l == 'a' || l == 'e' || l == 'i' || l == 'o' || l == 'u' || l == 'y' ||
            c & 0x80)
            return true;
    }
    return false;
}

static bool is_roman(struct str form)
{
    return str_eq(form, S("ii")) || str_eq(form, S("iii")) || str_eq(form, S("iv"));
}

/* A word in capitals as it is written elsewhere: as the document has it, else by rule. */
static struct str readable_word(struct arena *a, const struct sightings *s,
                                struct str word, bool first)
{
    struct str form = word_form(a, word);
    ptrdiff_t letters = utf8_count(form);
    bool dotted = str_ends(word, S("."));
    if (letters == 1 || is_roman(form) ||
        (!dotted && letters <= 4 && !has_vowel(form) &&
         !vocabulary_has(WORD_COURTESY, form) && !vocabulary_has(WORD_RANK, form)))
        return word; /* an initial, a number, an abbreviation */
    if (str_find_byte(str_slice(word, 0, word.len - 1), '.') > 0)
        return word; /* J.F. */
    bool joins = vocabulary_has(WORD_PARTICLE, form) || vocabulary_has(WORD_JOINER, form);
    struct str lower = word_lower(a, word), title = word_title(a, word);
    if (joins && !first)
        return lower;
    if (letters <= 3 && !dotted && sightings_seen(s, word) > 0 &&
        !sightings_seen(s, title) && !sightings_seen(s, lower))
        return word; /* written so in the text, too */
    struct str mac = word_mac(a, word);
    if (mac.len && sightings_seen(s, mac) > sightings_seen(s, title))
        return mac;
    return title;
}

/* A name in capitals as it is written elsewhere: "MS. SAINT-IVES" -> "Ms. Saint-Ives". */
static struct str readable_name(struct arena *a, const struct sightings *s,
                                struct str name)
{
    struct strbuf b = {.arena = a};
    bool first = true;
    for (struct str word; (word = next_word(&name)).len; first = false) {
        if (!first)
            strbuf_add_byte(&b, ' ');
        strbuf_add(&b, word_is_capitals(word) ? readable_word(a, s, word, first) : word);
    }
    return strbuf_str(&b);
}

/* "Press Secretary Jane Doe" -> "Jane Doe"; unchanged when fewer than two words would be left. */
static struct str name_without_titles(struct arena *a, struct str name)
{
    struct str rest = name;
    for (struct str word, at = name; (word = next_word(&at)).len;) {
        struct str form = word_form(a, word);
        struct str behind = str_trim(at), more = behind;
        bool title =
            vocabulary_has(WORD_COURTESY, form) || vocabulary_has(WORD_RANK, form);
        if (!title || !next_word(&more).len || !str_trim(more).len)
            break;
        rest = behind;
    }
    return rest;
}

/* The last word that is no suffix. */
static struct str surname_of(struct arena *a, struct str name)
{
    struct str last = S("");
    for (struct str word; (word = next_word(&name)).len;) {
        struct str form = word_form(a, word);
        if (!last.len || !vocabulary_has(WORD_SUFFIX, form))
            last = form;
    }
    ptrdiff_t dot = -1;
    for (ptrdiff_t i = 0; i < last.len; i++)
        dot = last.ptr[i] == '.' ? i : dot; /* А.Лунд */
    return str_slice(last, dot + 1, last.len);
}

static struct str name_of_string(struct arena *a, const struct sightings *s,
                                 const struct label_string *string)
{
    const struct label_shape *w = &string->shape;
    if (w->question && str_eq(string->key, S("q")))
        return S("Question");
    if (w->answer && str_eq(string->key, S("a")))
        return S("Answer");
    struct str name = readable_name(a, s, w->name);
    struct str bracket = w->role ? S("") : alias_bracket(string);
    /* "Mr. Smith (Leeds)" is not "Mr. Smith (York)" */
    return bracket.len ? str_format(a, "%.*s (%.*s)", STR_ARGS(name), STR_ARGS(bracket))
                       : name;
}

/* Does somebody else have this name? */
static bool is_taken(const struct labels *labels, const struct person *people,
                     struct str name)
{
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        if (people[i].name.len && str_eq(people[i].name, name))
            return true;
    return false;
}

/* Initials and bare surnames are named as the head names them. */
static void name_by_head(struct arena *a, const struct layout *layout,
                         const struct labels *labels, struct person *people,
                         const struct alias_table *table)
{
    struct arena scratch = {0};
    struct speaker_key key = speaker_key_read(&scratch, layout, labels);
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        const struct label_string *s = &labels->strings[i];
        if (!s->accepted || table->same_as[i] != i)
            continue;
        struct str name = speaker_key_name(&key, a, labels, s);
        if (!name.len || is_taken(labels, people, name))
            continue;
        people[i].name = name;
        people[i].surname = surname_of(a, name);
    }
    arena_clear(&scratch);
}

struct names names_resolve(struct arena *a, const struct layout *layout,
                           const struct convention *c)
{
    const struct labels *labels = &c->labels;
    struct person *people = arena_array(a, struct person, labels->string_count);
    const struct person **result =
        arena_array(a, const struct person *, labels->string_count);
    struct alias_table table = aliases_find(a, labels);
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        const struct label_string *s = &labels->strings[i];
        if (!s->accepted || table.same_as[i] != i)
            continue;
        people[i].name = name_of_string(a, &c->sightings, s);
        if (table.merged[i] && !s->shape.role)
            people[i].name =
                name_without_titles(a, readable_name(a, &c->sightings, s->shape.name));
        people[i].anonymous = s->shape.anonymous;
        people[i].surname = s->shape.role || s->shape.ranked || s->shape.answer
                                ? S("")
                                : surname_of(a, s->shape.name);
    }
    name_by_head(a, layout, labels, people, &table);
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        if (labels->strings[i].accepted)
            result[i] = &people[table.same_as[i]];
    return (struct names){result, table};
}
