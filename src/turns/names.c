#include "turns/names.h"

#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/aliases.h"
#include "turns/directions.h"
#include "turns/speaker_key.h"

enum { INITIALS_MOST = 3 };

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
/* Does a title begin the rest of a name, and not in capitals, as all of the name would be? */
static bool is_before_title(struct arena *a, struct str rest)
{
    struct str next = next_word(&rest);
    return next.len && !word_is_capitals(next) &&
           vocabulary_has(WORD_RANK, word_form(a, next));
}

/* "SPEAKER_00": what a program counts; the number is a word of its own. */
static struct str counted_name(struct arena *a, struct str name)
{
    ptrdiff_t at = str_find_byte(name, '_');
    struct str number = str_slice(name, at + 1, name.len);
    bool counts = at > 0 && number.len > 0;
    for (ptrdiff_t i = 0; i < number.len; i++)
        counts = counts && number.ptr[i] >= '0' && number.ptr[i] <= '9';
    return counts ? str_format(a, "%.*s %.*s", (int)at, name.ptr, STR_ARGS(number))
                  : name;
}

static struct str readable_name(struct arena *a, const struct sightings *s,
                                struct str name)
{
    struct arena scratch = {0};
    struct strbuf b = {.arena = &scratch};
    bool first = true;
    name = counted_name(&scratch, name);
    for (struct str word; (word = next_word(&name)).len; first = false) {
        if (!first)
            strbuf_add_byte(&b, ' ');
        bool letters = first && is_before_title(&scratch, name); /* IOC President Lund */
        strbuf_add(&b, word_is_capitals(word) && !letters
                           ? readable_word(&scratch, s, word, first)
                           : word);
    }
    struct str readable = str_copy(a, strbuf_str(&b));
    arena_clear(&scratch);
    return readable;
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
    struct arena scratch = {0};
    struct str last = S("");
    for (struct str word; (word = next_word(&name)).len;) {
        struct str form = word_form(&scratch, word);
        if (!last.len || !vocabulary_has(WORD_SUFFIX, form))
            last = form;
    }
    ptrdiff_t dot = -1;
    for (ptrdiff_t i = 0; i < last.len; i++)
        dot = last.ptr[i] == '.' ? i : dot; /* А.Лунд */
    struct str surname = str_copy(a, str_slice(last, dot + 1, last.len));
    arena_clear(&scratch);
    return surname;
}

/* Are those who speak marked by their initials: in capitals, and nobody by a longer word? */
static bool has_initials_only(const struct labels *labels)
{
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        const struct label_shape *w = &labels->strings[i].shape;
        if (labels->strings[i].accepted && w->words == 1 && !w->role && !w->ranked &&
            !(w->capitals && utf8_count(w->name) <= INITIALS_MOST))
            return false;
    }
    return true;
}

/* What one letter for a question or an answer stands for; "" when it is none. */
static struct str part_in_full(struct arena *a, const struct labels *labels,
                               const struct label_string *s)
{
    static const struct {
        const char *question, *answer, *in_full[2];
    } parts[] = {
        {"q", "a", {"Question", "Answer"}},
        {"q", "r", {"Question", "Réponse"}},
        {"p", "r", {"Pregunta", "Respuesta"}},
    };
    if (!s->shape.question && !s->shape.answer)
        return S("");
    struct str key = label_key(a, s->shape.name); /* "Q (Radio Lund)" */
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        bool answer = str_eq(key, str_from(parts[i].answer));
        const char *partner = answer ? parts[i].question : parts[i].answer;
        if (!answer && !str_eq(key, str_from(parts[i].question)))
            continue;
        for (ptrdiff_t k = 0; k < labels->string_count; k++)
            if (labels->strings[k].accepted &&
                str_eq(labels->strings[k].key, str_from(partner)))
                return str_from(parts[i].in_full[answer]);
    }
    return str_eq(key, S("q"))   ? S("Question")
           : str_eq(key, S("a")) ? S("Answer")
           : str_eq(key, S("p")) ? S("Pregunta")
                                 : S("");
}

static struct str name_of_string(struct arena *a, const struct convention *c,
                                 const struct label_string *string, bool initials)
{
    const struct label_shape *w = &string->shape;
    struct str part = part_in_full(a, &c->labels, string);
    if (part.len)
        return part;
    if (initials && w->words == 1 && w->capitals && !w->role && !w->ranked)
        return w->name; /* nobody resolves them */
    return readable_name(a, &c->sightings, w->name);
}

struct bearers {
    struct strset names;
    ptrdiff_t *counts;
};

static struct bearers count_bearers(struct arena *a, const struct str *names, ptrdiff_t n)
{
    struct str *sorted = arena_array(a, struct str, n);
    for (ptrdiff_t i = 0; i < n; i++)
        sorted[i] = names[i];
    struct bearers b = {strset_make(a, sorted, n), NULL};
    b.counts = arena_array(a, ptrdiff_t, b.names.count);
    for (ptrdiff_t i = 0; i < n; i++)
        b.counts[strset_find(&b.names, names[i])]++;
    return b;
}

static bool is_shared(const struct bearers *b, struct str name)
{
    return name.len && b->counts[strset_find(&b->names, name)] > 1;
}

/* Where two have one name, or one surname and no more is known, what stands in brackets behind it
 * tells them apart: "Mr. Smith (Leeds)" is not "Mr. Smith (York)". */
static void tell_namesakes_apart(struct arena *a, const struct labels *labels,
                                 struct person *people)
{
    struct arena scratch = {0};
    ptrdiff_t count = labels->string_count, brackets = 0;
    for (ptrdiff_t i = 0; i < count; i++)
        brackets += people[i].name.len && labels->strings[i].shape.described.len;
    if (!brackets)
        return;
    struct str *names = arena_array(&scratch, struct str, count);
    struct str *surnames = arena_array(&scratch, struct str, count);
    for (ptrdiff_t i = 0; i < count; i++) {
        names[i] = people[i].name;
        surnames[i] = people[i].surname;
    }
    struct bearers of_name = count_bearers(&scratch, names, count);
    struct bearers of_surname = count_bearers(&scratch, surnames, count);
    for (ptrdiff_t i = 0; i < count; i++) {
        const struct label_shape *w = &labels->strings[i].shape;
        struct str bracket =
            people[i].name.len && !w->role ? alias_bracket(&labels->strings[i]) : S("");
        bool brief = w->words <= 1 + w->titled;
        if (bracket.len && (is_shared(&of_name, names[i]) ||
                            (brief && is_shared(&of_surname, surnames[i]))))
            people[i].name =
                str_format(a, "%.*s (%.*s)", STR_ARGS(people[i].name), STR_ARGS(bracket));
    }
    arena_clear(&scratch);
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
    bool initials = has_initials_only(labels);
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        const struct label_string *s = &labels->strings[i];
        if (!s->accepted || table.same_as[i] != i)
            continue;
        people[i].name = name_of_string(a, c, s, initials);
        if (table.merged[i] && !s->shape.role)
            people[i].name =
                name_without_titles(a, readable_name(a, &c->sightings, s->shape.name));
        people[i].anonymous = s->shape.anonymous;
        people[i].surname = s->shape.role || s->shape.ranked || s->shape.answer
                                ? S("")
                                : surname_of(a, s->shape.name);
    }
    name_by_head(a, layout, labels, people, &table);
    tell_namesakes_apart(a, labels, people);
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        if (labels->strings[i].accepted)
            result[i] = &people[table.same_as[i]];
    return (struct names){result, table};
}
