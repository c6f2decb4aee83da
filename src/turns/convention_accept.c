#include "turns/convention_accept.h"

#include "turns/gloss.h"
#include "turns/points.h"

/* A document of more people than these is not looked through for misprints. */
enum { MISPRINTS_AMONG = 200 };

static const enum family families[LABEL_STYLES] = {
    [LABEL_MARKED] = FAMILY_MARKED,        [LABEL_BOLD] = FAMILY_COLON,
    [LABEL_COLON] = FAMILY_COLON,          [LABEL_BARE] = FAMILY_LETTER,
    [LABEL_BOLD_BARE] = FAMILY_BOLD,       [LABEL_ALONE] = FAMILY_ALONE,
    [LABEL_MIDLINE] = FAMILY_COLON,        [LABEL_STOP] = FAMILY_STOP,
    [LABEL_STOP_BRACKET] = FAMILY_STOP,    [LABEL_DASH] = FAMILY_DASH,
    [LABEL_BARE_MIDLINE] = FAMILY_MIDLINE,
};

enum family family_of(enum label_style style)
{
    return families[style];
}

ptrdiff_t family_count(const struct label_string *s, enum family f)
{
    ptrdiff_t count = 0;
    for (int style = 0; style < LABEL_STYLES; style++)
        count += families[style] == f ? s->styles[style] : 0;
    return count;
}

bool family_stop_eligible(const struct label_string *s, ptrdiff_t count)
{
    const struct label_shape *w = &s->shape;
    bool titled = w->titled || w->ranked || w->role;
    bool anonymous = w->anonymous && (w->words < 2 || w->article);
    if ((w->question || w->answer) && w->words == 1)
        return count >= 2; /* "Question. And when?" */
    return !w->function_first && !anonymous &&
           (titled || w->capitals || w->surname_first || 2 * s->bold > count ||
            count >= 5);
}

/* Is a string with less than strong points believed, now that the convention stands? */
static bool weak_accepted(const struct label_string *s, const struct evidence *found,
                          const struct tally *t, enum family f)
{
    const struct label_shape *w = &s->shape;
    ptrdiff_t count = family_count(s, f);
    if (f == FAMILY_STOP && count && w->capitals && !w->metadata && !w->function_first &&
        !w->broken && 2 * t->capital_turns > t->strong_turns)
        return s->points >= POINTS_WEAK || w->article || count > 1 || found->sounding;
    if (!count || s->points < POINTS_WEAK || w->function_first)
        return false;
    if (f == FAMILY_ALONE || f == FAMILY_BOLD)
        return (found->sounding && (w->words > 1 || w->described.len ||
                                    (s->bold == s->count && s->count > 1))) ||
               (f == FAMILY_ALONE && w->described.len &&
                s->named > count); /* "Ada Lund (Netherby) (Lab)" */
    if (f == FAMILY_STOP)
        return family_stop_eligible(s, count) &&
               (w->titled || w->role || w->ranked || w->surname_first ||
                2 * t->capital_turns > t->strong_turns || 2 * s->bold > count);
    if (f == FAMILY_DASH && s->named < 2 && !w->titled && !w->role && !w->ranked &&
        !w->surname_first)
        return false;
    if (f == FAMILY_COLON && (found->exchanges || found->called))
        return true;
    if (found->all_speech && count > 1) /* captions hold nothing else that recurs so */
        return true;
    bool capitals = 5 * t->capital_turns >= 4 * t->strong_turns;
    if (capitals && !w->capitals && !w->titled)
        return false;
    if (5 * t->bold_turns >= 4 * t->strong_turns && !s->styles[LABEL_BOLD])
        return false;
    if (5 * t->alone_turns >= 4 * t->strong_turns && !s->alone)
        return false;
    bool set_apart = s->count > 1 && s->styles[LABEL_BOLD] == s->count;
    return w->words > 1 || w->capitals || w->caseless || w->initials || found->sounding ||
           s->timed || set_apart || s->signals[SIGNAL_SURNAME];
}

/* Accepts what takes turns with labels: "KEEPER:" may be a word that people say here, too, but
 * when it stands more than once, and always between labels, it is one of those who speak. */
static void accept_alternating(struct convention *c, const struct evidence *found,
                               const struct tally *t, enum family f)
{
    struct arena scratch = {0};
    const struct labels *labels = &c->labels;
    ptrdiff_t *between = arena_array(&scratch, ptrdiff_t, labels->string_count);
    bool *accept = arena_array(&scratch, bool, labels->string_count);
    ptrdiff_t candidate =
        -1; /* the string before this one, when that stood behind a label */
    bool after_label = false;
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        ptrdiff_t string = labels->items[i].string;
        if (family_of(labels->items[i].style) != f)
            continue;
        bool label = labels->strings[string].accepted;
        if (label && candidate >= 0)
            between[candidate]++;
        candidate = !label && after_label ? string : -1;
        after_label = label;
    }
    if (candidate >= 0)
        between[candidate]++; /* the last of all */
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        const struct label_string *s = &labels->strings[i];
        const struct label_shape *w = &s->shape;
        bool capitals = 5 * t->capital_turns >= 4 * t->strong_turns;
        accept[i] = !s->accepted && between[i] >= 2 && between[i] == family_count(s, f) &&
                    s->points > 0 && found[i].sounding && w->capitals == capitals &&
                    !w->metadata && !w->function_first && !w->plain_words &&
                    !w->numbers && !w->answer && !w->broken;
    }
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        labels->strings[i].accepted |= accept[i];
    arena_clear(&scratch);
}

/* "MME LIND, entrant. – ": a full stop and a dash stand for the colon. */
static bool stop_for_colon(const struct labels *labels, const struct label_string *s)
{
    return labels->items[s->first].style == LABEL_COLON && s->shape.capitals &&
           s->printed.ptr[s->printed.len] == '.';
}

/* "LUCY, rising." where there is "LUCY."; what stands behind the comma has been looked at. Before a
 * colon it may be a sentence's. */
static void accept_described(struct convention *c, enum family f)
{
    struct arena scratch = {0};
    struct labels *labels = &c->labels;
    struct str *names = arena_array(&scratch, struct str, labels->string_count);
    ptrdiff_t count = 0;
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        if (labels->strings[i].accepted)
            names[count++] = label_key(&scratch, labels->strings[i].shape.name);
    struct strset known = strset_make(&scratch, names, count);
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        struct label_string *s = &labels->strings[i];
        s->accepted |= family_count(s, f) && s->shape.described.len && !s->shape.broken &&
                       (f != FAMILY_COLON || stop_for_colon(labels, s)) &&
                       strset_find(&known, label_key(&scratch, s->shape.name)) >= 0;
    }
    arena_clear(&scratch);
}

static void accept_strings(struct convention *c, const struct evidence *found,
                           const struct tally *t, enum family f)
{
    bool question = false, letters = false; /* A and B talk */
    for (ptrdiff_t i = 0; i < c->labels.string_count; i++) {
        struct label_string *s = &c->labels.strings[i];
        bool strong = s->points >= POINTS_STRONG && family_count(s, f) > 0 &&
                      (f != FAMILY_STOP || family_stop_eligible(s, family_count(s, f)));
        /* the partner of names with a colon: a bare Q */
        bool partner = f == FAMILY_COLON && s->shape.question &&
                       s->styles[LABEL_BARE] + s->styles[LABEL_BARE_MIDLINE] > 0;
        s->accepted = strong || partner || weak_accepted(s, &found[i], t, f);
        question = question || (s->accepted && s->shape.question);
        letters = letters || (s->accepted && str_eq(s->key, S("b")));
    }
    for (ptrdiff_t i = 0; i < c->labels.string_count; i++) {
        struct label_string *s = &c->labels.strings[i];
        bool initial = s->key.len == 1 && s->key.ptr[0] != 'a' && s->accepted;
        bool certain = initial || s->styles[LABEL_MARKED];
        if (s->shape.answer && letters && s->key.len == 1)
            s->shape.answer = false;     /* the other one of the two */
        if (s->shape.answer && !certain) /* there is no answer without questions */
            s->accepted = question && (family_count(s, f) || s->styles[LABEL_BARE]);
        else if (letters && str_eq(s->key, S("a")))
            s->accepted = family_count(s, f) > 0;
    }
    if (f == FAMILY_STOP || f == FAMILY_DASH || f == FAMILY_COLON)
        accept_described(c, f);
    if (f == FAMILY_COLON)
        accept_alternating(c, found, t, f);
}

/* Without blanks: two labels that differ in nothing else are one, misprinted. */
static struct str closed_key(struct arena *a, struct str key)
{
    struct strbuf b = {.arena = a};
    for (struct str word; (word = next_word(&key)).len;)
        strbuf_add(&b, word);
    return strbuf_str(&b);
}

/* "THE GENTLEMEN." among many of "THE GENTLEMAN." */
static bool is_misprint(const struct str *accepted, ptrdiff_t count, struct str closed)
{
    for (ptrdiff_t i = 0; i < count && i < MISPRINTS_AMONG; i++)
        if (one_letter_away(accepted[i], closed))
            return true;
    return false;
}

static void accept_misprints(struct convention *c, enum family f)
{
    struct arena scratch = {0};
    struct str *accepted = arena_array(&scratch, struct str, c->labels.string_count);
    ptrdiff_t count = 0;
    for (ptrdiff_t i = 0; i < c->labels.string_count; i++)
        if (c->labels.strings[i].accepted && c->labels.strings[i].shape.words > 1)
            accepted[count++] = closed_key(&scratch, c->labels.strings[i].key);
    struct strset known = strset_make(&scratch, accepted, count);
    for (ptrdiff_t i = 0; i < c->labels.string_count; i++) {
        struct label_string *s = &c->labels.strings[i];
        if (!s->accepted && family_count(s, f) && !s->shape.broken)
            s->accepted = strset_find(&known, closed_key(&scratch, s->key)) >= 0;
        if (!s->accepted && s->styles[LABEL_STOP] && f == FAMILY_STOP &&
            s->shape.capitals && s->key.len >= 8)
            s->accepted =
                is_misprint(known.items, known.count, closed_key(&scratch, s->key));
    }
    arena_clear(&scratch);
}

/* Could these words be a name that stands there once: a paper's, a station's? */
static bool may_ask(const struct label_string *s, const struct evidence *found)
{
    const struct label_shape *w = &s->shape;
    return !s->accepted && s->points >= 1 && !w->broken && !w->metadata &&
           (!w->metadata_last || found->asking == s->count) && !w->function_first &&
           !w->plain_words && !w->numbers && w->words <= 5;
}

/* Of the family's labels that could be one, is i between two of the same accepted string? */
static bool is_between(const struct labels *labels, const ptrdiff_t *order,
                       ptrdiff_t count, ptrdiff_t i)
{
    if (i < 1 || i + 1 >= count)
        return false;
    ptrdiff_t before = labels->items[order[i - 1]].string,
              after = labels->items[order[i + 1]].string;
    return before == after && labels->strings[before].accepted;
}

/* Outlets ask once each. That one person has the word before and after every one of them, and so
 * would follow himself, proves that somebody else speaks there: with three such, or a question. */
static void accept_askers(struct convention *c, const struct evidence *found,
                          enum family f)
{
    struct arena scratch = {0};
    struct labels *labels = &c->labels;
    ptrdiff_t *order = arena_array(&scratch, ptrdiff_t, labels->count);
    ptrdiff_t *between = arena_array(&scratch, ptrdiff_t, labels->string_count);
    ptrdiff_t count = 0, proved = 0;
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        const struct label_string *s = &labels->strings[labels->items[i].string];
        if (family_of(labels->items[i].style) == f &&
            (s->accepted || may_ask(s, &found[labels->items[i].string])))
            order[count++] = i;
    }
    for (ptrdiff_t i = 0; i < count; i++)
        if (is_between(labels, order, count, i))
            between[labels->items[order[i]].string]++;
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        proved += between[i] == labels->strings[i].count;
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        struct label_string *s = &labels->strings[i];
        bool sure = proved >= 3 || found[i].asking == s->count;
        s->accepted |= sure && may_ask(s, &found[i]) && between[i] == s->count;
    }
    arena_clear(&scratch);
}

/* "Nadia Holm", and below it "Very positive", or a party: what stands right under the names of those who
 * speak, and hardly anywhere else, is said of them. */
static void drop_attributes(struct convention *c)
{
    struct arena scratch = {0};
    const struct labels *labels = &c->labels;
    ptrdiff_t *under = arena_array(&scratch, ptrdiff_t, labels->string_count);
    ptrdiff_t name =
        -1; /* the line of the last one that nothing of the kind stands above */
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        const struct label *l = &labels->items[i];
        if (l->style != LABEL_ALONE || !labels->strings[l->string].accepted)
            continue;
        if (name >= 0 && l->line == name + 1)
            under[l->string]++;
        else
            name = l->line;
    }
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        if (under[i] && 5 * under[i] >= 4 * labels->strings[i].count)
            labels->strings[i].accepted = false;
    arena_clear(&scratch);
}

void convention_accept(struct convention *c, const struct evidence *found,
                       const struct tally *t, enum family f)
{
    accept_strings(c, found, t, f);
    accept_misprints(c, f);
    gloss_accept(&c->labels);
    if (f == FAMILY_COLON)
        accept_askers(c, found, f);
    if (f == FAMILY_ALONE)
        drop_attributes(c);
}
