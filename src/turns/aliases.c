#include "turns/aliases.h"

#include <stdlib.h>

#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/directions.h"
#include "turns/gloss.h"

/* Beyond so many strings only equal names are one person: pairs are looked at. */
enum { STRINGS_MOST = 400, MISPRINT_LEAST = 7 };

enum gender { GENDER_UNKNOWN, GENDER_HE, GENDER_SHE };

struct candidate {
    ptrdiff_t string;
    struct str name;   /* lower case, without titles */
    struct str closed; /* the same without blanks */
    struct str whole;  /* with titles, without blanks */
    struct str bare;   /* and without the article that it begins with */
    struct str first, last;
    int words; /* of the name without titles */
    bool titled;
    enum gender gender;
    struct str bracket;
    ptrdiff_t begins, ends; /* items: first and last with this string */
};

struct str alias_bracket(const struct label_string *s)
{
    const struct label_shape *w = &s->shape;
    ptrdiff_t at = w->described.len ? w->described.ptr - s->printed.ptr : 0;
    while (at > 0 && s->printed.ptr[at - 1] == ' ')
        at--;
    if (at < 1 || !w->described.len || s->printed.ptr[at - 1] != '(')
        return S("");
    ptrdiff_t end = str_find_byte(w->described, ')');
    struct str inside = end < 0 ? w->described : str_slice(w->described, 0, end);
    /* a party's letter, the name's own initials, a direction, a note on the spelling */
    return inside.len < 3 || gloss_of(s).len || direction_is(inside) ? S("") : inside;
}

static bool is_title(struct str form)
{
    return vocabulary_has(WORD_COURTESY, form) || vocabulary_has(WORD_RANK, form);
}

/* "IOC President Ada Lund": letters before a title, and a name behind it. */
static bool before_title(struct arena *a, struct str word, struct str rest)
{
    struct str next = next_word(&rest);
    return utf8_count(word) >= 2 && word_is_capitals(word) && !word_is_capitals(rest) &&
           rest.len && next.len && is_title(word_form(a, next));
}

/* Who holds an office: "The Minister for Ports (Mr Tom Hull)"; "" when the label does not say. */
static struct str holder_of(struct arena *a, const struct label_string *s)
{
    struct str bracket = s->shape.role || s->shape.ranked ? alias_bracket(s) : S("");
    struct label_shape holder = label_shape(a, bracket, false);
    return bracket.len && holder.titled && !holder.role && !holder.broken ? bracket
                                                                          : S("");
}

static struct candidate candidate_of(struct arena *a, const struct labels *labels,
                                     ptrdiff_t string)
{
    const struct label_string *s = &labels->strings[string];
    struct candidate c = {.string = string, .bracket = alias_bracket(s), .begins = -1};
    struct strbuf name = {.arena = a}, closed = {.arena = a}, whole = {.arena = a};
    struct str rest = s->shape.name, holder = holder_of(a, s);
    ptrdiff_t article = 0;
    if (holder.len) {
        rest = holder;
        c.bracket = S("");
    }
    for (struct str word; (word = next_word(&rest)).len;) {
        struct str form = word_form(a, word);
        article = !whole.len && rest.len && vocabulary_has(WORD_ARTICLE, form) ? form.len
                                                                               : article;
        strbuf_add(&whole, form);
        bool title = !c.words && (is_title(form) || before_title(a, word, rest));
        if (title && rest.len) {
            c.titled = true;
            if (vocabulary_has(WORD_COURTESY_HE, form))
                c.gender = GENDER_HE;
            else if (vocabulary_has(WORD_COURTESY_SHE, form))
                c.gender = GENDER_SHE;
            continue;
        }
        if (c.words++)
            strbuf_add_byte(&name, ' ');
        strbuf_add(&name, form);
        strbuf_add(&closed, form);
        c.first = c.first.len ? c.first : form;
        if (!vocabulary_has(WORD_SUFFIX, form))
            c.last = form;
    }
    c.name = strbuf_str(&name);
    c.closed = strbuf_str(&closed);
    c.whole = strbuf_str(&whole);
    c.bare = str_slice(c.whole, article, c.whole.len);
    return c;
}

static bool genders_agree(const struct candidate *x, const struct candidate *y)
{
    return !x->gender || !y->gender || x->gender == y->gender;
}

static bool brackets_agree(const struct candidate *x, const struct candidate *y)
{
    return !x->bracket.len || !y->bracket.len || str_eq(x->bracket, y->bracket);
}

/* Which candidates ever stand next to each other: they talk with each other. One look at the labels,
 * however many pairs are asked for. */
struct neighbours {
    bool *pairs; /* STRINGS_MOST in a row */
    bool
        labels_repeat; /* a label may follow itself: at each paragraph somebody is named again */
};

static struct neighbours find_neighbours(struct arena *a, const struct labels *labels,
                                         const ptrdiff_t *number)
{
    struct neighbours n = {arena_array(a, bool, STRINGS_MOST *STRINGS_MOST), false};
    for (ptrdiff_t i = 1; i < labels->count; i++) {
        ptrdiff_t x = number[labels->items[i - 1].string],
                  y = number[labels->items[i].string];
        n.labels_repeat |= x >= 0 && x == y;
        if (x >= 0 && y >= 0)
            n.pairs[x * STRINGS_MOST + y] = n.pairs[y * STRINGS_MOST + x] = true;
    }
    return n;
}

static bool talk_together(const struct neighbours *n, ptrdiff_t x, ptrdiff_t y)
{
    return n->pairs[x * STRINGS_MOST + y];
}

static bool has_digit(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9')
            return true;
    return false;
}

/* Why x, the shorter or rarer label, could be the person of y. */
static bool is_same_name(const struct candidate *x, const struct candidate *y)
{
    bool turned = x->words == 2 && y->words == 2 && str_eq(x->first, y->last) &&
                  str_eq(x->last, y->first); /* "I.P. Lund", "Lund I.P." */
    return str_eq(x->whole, y->whole) || turned ||
           str_eq(x->bare, y->whole) || /* "DIE WOCHE" is "WOCHE", and no "EINE WOCHE" */
           str_eq(x->whole, y->bare);
}

static bool is_surname_of(const struct candidate *x, const struct candidate *y)
{
    bool fuller = y->words > 1 || (y->titled && !x->titled);
    return x->words == 1 && fuller && str_eq(x->last, y->last) && x->name.len > 1;
}

static bool is_first_name_of(const struct candidate *x, const struct candidate *y)
{
    return x->words == 1 && y->words > 1 && !x->titled && str_eq(x->first, y->first) &&
           x->name.len > 2 && y->ends < x->begins;
}

/* "S. Bran" and "Stella Bran" */
static bool is_initial_of(const struct candidate *x, const struct candidate *y)
{
    return x->words == 2 && y->words > 1 && utf8_count(x->first) == 1 &&
           y->first.len > x->first.len && str_starts(y->first, x->first) &&
           str_eq(x->last, y->last);
}

/* "A. R.", "A.R." and "AR", behind "Anne Rive" */
static bool are_initials_of(const struct labels *labels, const struct candidate *x,
                            const struct candidate *y)
{
    struct str initials = x->name, name = y->name;
    ptrdiff_t at = 0;
    if (!labels->strings[x->string].shape.capitals || x->titled || y->words < 2 ||
        y->ends >= x->begins)
        return false;
    for (struct str word; (word = next_word(&name)).len;) {
        ptrdiff_t begin = 0;
        while (at < initials.len && (initials.ptr[at] == '.' || initials.ptr[at] == ' '))
            at++;
        if (at >= initials.len || utf8_next(initials, &at) != utf8_next(word, &begin))
            return false;
    }
    return str_trim(str_slice(initials, at, initials.len)).len == 0 ||
           str_eq(str_slice(initials, at, initials.len), S("."));
}

static bool is_misprint_of(const struct labels *labels, const struct candidate *x,
                           const struct candidate *y)
{
    return labels->strings[x->string].count == 1 &&
           labels->strings[y->string].count > 1 && x->name.len >= MISPRINT_LEAST &&
           x->words == y->words && x->titled == y->titled && !has_digit(x->name) &&
           !has_digit(y->name) && str_eq(x->bracket, y->bracket) &&
           x->name.ptr[0] == y->name.ptr[0] && /* initials tell people apart */
           one_letter_away(x->name, y->name);
}

/* "Sir John Smith" and "John Smith": the title is only sometimes printed. */
static bool is_titled_twin(const struct candidate *x, const struct candidate *y)
{
    return x->words > 1 && str_eq(x->closed, y->closed) && x->titled != y->titled;
}

enum tie {
    TIE_NAME,
    TIE_TITLE,
    TIE_INITIAL,
    TIE_INITIALS,
    TIE_SURNAME,
    TIE_FIRST_NAME,
    TIE_MISPRINT,
    TIES
};

static bool tied(enum tie tie, const struct labels *labels, const struct candidate *x,
                 const struct candidate *y)
{
    switch (tie) {
    case TIE_NAME:
        return is_same_name(x, y);
    case TIE_TITLE:
        return is_titled_twin(x, y);
    case TIE_INITIAL:
        return is_initial_of(x, y);
    case TIE_INITIALS:
        return are_initials_of(labels, x, y);
    case TIE_SURNAME:
        return is_surname_of(x, y);
    case TIE_FIRST_NAME:
        return is_first_name_of(x, y);
    case TIE_MISPRINT:
        return is_misprint_of(labels, x, y);
    default:
        return false;
    }
}

static ptrdiff_t root_of(const struct alias_table *t, ptrdiff_t string)
{
    while (t->same_as[string] != string)
        string = t->same_as[string];
    return string;
}

/* The only person that x can be by this tie; -1: none, or several. */
static ptrdiff_t only_tied(const struct alias_table *t, const struct labels *labels,
                           const struct candidate *all, ptrdiff_t count,
                           const struct neighbours *near, ptrdiff_t x, enum tie tie)
{
    ptrdiff_t found = -1;
    for (ptrdiff_t y = 0; y < count; y++) {
        if (y == x || !tied(tie, labels, &all[x], &all[y]))
            continue;
        if (found >= 0 && root_of(t, all[y].string) != root_of(t, all[found].string))
            return -1;
        found = found < 0 ? y : found;
    }
    if (found < 0 || !genders_agree(&all[x], &all[found]) ||
        !brackets_agree(&all[x], &all[found]) ||
        root_of(t, all[found].string) == root_of(t, all[x].string))
        return -1;
    bool one_bracket = all[x].bracket.len && str_eq(all[x].bracket, all[found].bracket);
    /* where labels repeat, the short one may follow the full one that is never printed again */
    bool shortens = (tie == TIE_FIRST_NAME || tie == TIE_SURNAME) &&
                    near->labels_repeat && all[found].ends < all[x].begins;
    bool apart =
        tie == TIE_NAME || one_bracket || shortens || !talk_together(near, x, found);
    return apart ? found : -1;
}

/* Of two prints of one name the one with more words, then the more frequent one, is the name. */
static bool is_better_print(const struct labels *labels, ptrdiff_t x, ptrdiff_t y)
{
    const struct label_string *a = &labels->strings[x], *b = &labels->strings[y];
    return a->shape.words != b->shape.words ? a->shape.words > b->shape.words
                                            : a->count > b->count;
}

static const char *const tie_names[TIES] = {
    [TIE_NAME] = "the same name",
    [TIE_TITLE] = "the same name without its title",
    [TIE_INITIAL] = "the initial of that first name",
    [TIE_INITIALS] = "the initials of nobody else",
    [TIE_SURNAME] = "the surname of nobody else",
    [TIE_FIRST_NAME] = "the first name of nobody else",
    [TIE_MISPRINT] = "a misprint",
};

static void merge(struct alias_table *t, const struct labels *labels,
                  const struct candidate *all, ptrdiff_t count,
                  const struct neighbours *near)
{
    /* twice: what was one of two may be the only one when these are one */
    for (int pass = 0; pass < 2 * TIES; pass++) {
        enum tie tie = (enum tie)(pass % TIES);
        for (ptrdiff_t x = 0; x < count; x++) {
            ptrdiff_t string = all[x].string;
            if (t->same_as[string] != string)
                continue;
            ptrdiff_t y = only_tied(t, labels, all, count, near, x, tie);
            if (y < 0)
                continue;
            ptrdiff_t to = root_of(t, all[y].string);
            bool into_x = tie == TIE_NAME && is_better_print(labels, string, to);
            ptrdiff_t from = into_x ? to : string;
            t->same_as[from] = into_x ? string : to;
            t->why[from] = tie_names[tie];
            t->to[from] = into_x ? string : all[y].string;
            t->merged[into_x ? string : to] |= tie == TIE_SURNAME || tie == TIE_TITLE;
        }
    }
}

/* "The Chair (Ms. Lund)" is "The Chair", unless somebody else is that, too. */
static void merge_offices(struct alias_table *t, const struct labels *labels)
{
    struct arena scratch = {0};
    ptrdiff_t *office = arena_array(&scratch, ptrdiff_t, labels->string_count);
    ptrdiff_t *holders = arena_array(&scratch, ptrdiff_t, labels->string_count);
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        const struct label_string *s = &labels->strings[i];
        office[i] = s->accepted && holder_of(&scratch, s).len
                        ? strset_find(&labels->keys, label_key(&scratch, s->shape.name))
                        : -1;
        if (office[i] >= 0)
            holders[office[i]]++;
    }
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        ptrdiff_t plain = office[i];
        if (plain < 0 || plain == i || holders[plain] > 1 ||
            !labels->strings[plain].accepted || root_of(t, plain) == root_of(t, i))
            continue;
        t->same_as[root_of(t, i)] = root_of(t, plain);
        t->why[i] = "the office of nobody else";
        t->to[i] = plain;
    }
    arena_clear(&scratch);
}

/* "NQ" is whose label said so. */
static void merge_glosses(struct alias_table *t, const struct labels *labels)
{
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        ptrdiff_t brief = labels->strings[i].accepted ? gloss_string(labels, i) : -1;
        if (brief < 0 || brief == i || !labels->strings[brief].accepted ||
            t->same_as[brief] != brief || root_of(t, i) == brief)
            continue;
        t->same_as[brief] = root_of(t, i);
        t->why[brief] = "the initials that the label announces";
        t->to[brief] = i;
    }
}

/* Anonymous labels of one kind are one label: Q and Question. */
static void merge_questions(struct alias_table *t, const struct labels *labels)
{
    ptrdiff_t letter = strset_find(&labels->keys, S("q"));
    ptrdiff_t word = strset_find(&labels->keys, S("question"));
    if (letter >= 0 && word >= 0 && labels->strings[letter].accepted &&
        labels->strings[word].accepted) {
        t->same_as[letter] = word;
        t->why[letter] = "the letter for the word";
        t->to[letter] = word;
    }
}

struct alias_table aliases_find(struct arena *a, const struct labels *labels)
{
    ptrdiff_t strings = labels->string_count;
    struct alias_table t = {
        arena_array(a, ptrdiff_t, strings), arena_array(a, bool, strings),
        arena_array(a, const char *, strings), arena_array(a, ptrdiff_t, strings)};
    struct arena scratch = {0};
    struct candidate *all = arena_array(&scratch, struct candidate, STRINGS_MOST);
    ptrdiff_t count = 0, people = 0;
    ptrdiff_t *number = arena_array(&scratch, ptrdiff_t, labels->string_count);
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        const struct label_string *s = &labels->strings[i];
        t.same_as[i] = i;
        number[i] = -1;
        if (!s->accepted || s->shape.answer ||
            ((s->shape.role || s->shape.ranked) && !holder_of(&scratch, s).len))
            continue;
        if (++people > STRINGS_MOST)
            continue;
        number[i] = count;
        all[count++] = candidate_of(&scratch, labels, i);
    }
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        ptrdiff_t n = number[labels->items[i].string];
        if (n < 0)
            continue;
        all[n].begins = all[n].begins < 0 ? i : all[n].begins;
        all[n].ends = i;
    }
    if (people <= STRINGS_MOST) {
        struct neighbours near = find_neighbours(&scratch, labels, number);
        merge(&t, labels, all, count, &near);
    }
    merge_offices(&t, labels);
    merge_glosses(&t, labels);
    merge_questions(&t, labels);
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        t.same_as[i] = root_of(&t, i);
    arena_clear(&scratch);
    return t;
}
