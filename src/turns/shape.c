#include "turns/shape.h"

#include <string.h>

#include "base/unicode.h"
#include "transcript/vocabulary.h"

struct str next_word(struct str *rest)
{
    *rest = str_trim(*rest);
    ptrdiff_t at = 0, end = 0;
    while (at < rest->len && !utf8_is_space(utf8_next(*rest, &at)))
        end = at;
    struct str word = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end, rest->len);
    return word;
}

static struct str lower(struct arena *a, struct str s)
{
    char *bytes = arena_alloc(a, s.len, 1);
    for (ptrdiff_t i = 0; i < s.len; i++) {
        if (s.ptr[i] & 0x80)
            return unicode_lower(a, s, S(""));
        bytes[i] = (char)(s.ptr[i] >= 'A' && s.ptr[i] <= 'Z' ? s.ptr[i] + 32 : s.ptr[i]);
    }
    return (struct str){bytes, s.len};
}

bool one_letter_away(struct str x, struct str y)
{
    ptrdiff_t head = 0, tail = 0;
    while (head < x.len && head < y.len && x.ptr[head] == y.ptr[head])
        head++;
    while (tail < x.len - head && tail < y.len - head &&
           x.ptr[x.len - 1 - tail] == y.ptr[y.len - 1 - tail])
        tail++;
    ptrdiff_t dx = x.len - head - tail, dy = y.len - head - tail;
    bool swapped = dx == 2 && dy == 2 && x.ptr[head] == y.ptr[head + 1] &&
                   x.ptr[head + 1] == y.ptr[head];
    return swapped || (dx <= 1 && dy <= 1) || (dx == 2 && dy == 0) ||
           (dx == 0 && dy == 2);
}

struct str word_form(struct arena *a, struct str word)
{
    while (word.len > 1 &&
           (word.ptr[word.len - 1] == '.' || word.ptr[word.len - 1] == ','))
        word.len--;
    return lower(a, word);
}

struct str label_key(struct arena *a, struct str printed)
{
    char *bytes = arena_alloc(a, printed.len, 1);
    struct str rest = printed, key = {bytes, 0};
    for (struct str word; (word = next_word(&rest)).len;) {
        if (key.len)
            bytes[key.len++] = ' ';
        memcpy(bytes + key.len, word.ptr, (size_t)word.len);
        key.len += word.len;
    }
    if (key.len == 2 && bytes[1] == '.')
        key.len = 1; /* "Q." */
    for (ptrdiff_t i = 0; i < key.len; i++) {
        if (bytes[i] & 0x80)
            return unicode_lower(a, key, S(""));
        bytes[i] = (char)(bytes[i] >= 'A' && bytes[i] <= 'Z' ? bytes[i] + 32 : bytes[i]);
    }
    return key;
}

/* The part of a label that names somebody: without a description behind a comma or in brackets, which
 * goes to *described, without the brackets. */
static struct str label_name(struct str printed, struct str *described)
{
    struct str name = str_trim(printed), beside = S("");
    if (name.len > 2 && (name.ptr[0] == '[' || name.ptr[0] == '(')) {
        char close = name.ptr[0] == '[' ? ']' : ')';
        ptrdiff_t end = str_find_byte(name, close);
        if (end == name.len - 1)
            name = str_trim(str_slice(name, 1, end));
    }
    for (ptrdiff_t i = 1; i < name.len; i++) {
        bool dash = str_starts(str_slice(name, i, name.len), S(" - ")) ||
                    str_starts(str_slice(name, i, name.len), S(" \u2013 "));
        if (dash || name.ptr[i] == ',' || name.ptr[i] == '(' || name.ptr[i] == '[') {
            beside = str_trim(str_slice(name, i + 1, name.len));
            if (dash)
                beside =
                    str_trim(str_slice(beside, beside.ptr[0] == '-' ? 1 : 3, beside.len));
            if (str_ends(beside, S(")")) || str_ends(beside, S("]")))
                beside.len--;
            name = str_trim(str_slice(name, 0, i));
            break;
        }
    }
    *described = beside;
    return name;
}

bool word_is_capitals(struct str word)
{
    if (str_starts(word, S("Mc")))
        word = str_slice(word, 2, word.len);
    else if (str_starts(word, S("Mac")) && word.len > 4)
        word = str_slice(word, 3, word.len);
    bool any = false;
    for (ptrdiff_t at = 0; at < word.len;) {
        int32_t c = utf8_next(word, &at);
        if (unicode_is_lower(c) && c != 0xDF) /* ß stands among capitals, too */
            return false;
        any = any || unicode_is_upper(c);
    }
    return any;
}

enum { ABBREVIATED_MOST = 6 };

struct word_look {
    bool digits, lower, letters, upper; /* holds; begins with; holds; begins with */
    bool cased;                         /* holds a letter that has a capital form */
    bool broken;                        /* holds a character that no name holds */
    bool dot_inside;                    /* А.Лунд */
    bool initial;                       /* J. J.-P. J.F. */
};

static struct word_look look_at(struct str word)
{
    static const char no_name[] = "?!;\"<>{}=|\\@$%^*~+";
    struct word_look look = {0};
    int letters_since_dot = 0;
    look.initial = str_ends(word, S("."));
    for (ptrdiff_t at = 0; at < word.len;) {
        bool first = at == 0;
        int32_t c = utf8_next(word, &at);
        look.broken |= (c < 0x80 && c > 0 && strchr(no_name, (int)c)) || c == 0x201C ||
                       c == 0x201D || c == 0xAB || c == 0xBB || c == 0x2026 ||
                       c == 0x2014;
        look.digits |= unicode_is_digit(c);
        look.letters |= unicode_is_letter(c);
        look.lower |= first && unicode_is_lower(c);
        look.upper |= first && unicode_is_upper(c);
        look.cased |= unicode_is_upper(c) || unicode_is_lower(c);
        letters_since_dot = c == '.' || c == '-' ? 0 : letters_since_dot + 1;
        look.dot_inside |= c == '.' && at < word.len;
        look.initial &= letters_since_dot <= 1;
    }
    return look;
}

/* A full stop in a label belongs to an abbreviation, or ends a sentence, and then it is no label. */
static bool dot_is_fine(struct word_look look, struct str form, struct str word,
                        bool alone)
{
    return !str_ends(word, S(".")) || look.initial || word.len <= 3 ||
           (alone && utf8_count(form) <= ABBREVIATED_MOST) || /* "Korr.:" */
           vocabulary_has(WORD_COURTESY, form) || vocabulary_has(WORD_RANK, form) ||
           vocabulary_has(WORD_SUFFIX, form);
}

/* What the words are, counted. */
struct word_counts {
    int words, articles, ranks, courtesies, roles, anonymous, modifiers, numbers, lower;
    int unknown_lower; /* in lower case, and neither known here nor a particle */
    bool first_role, last_role, first_anonymous, last_anonymous;
    bool second_joins; /* from the floor, of the press; or a number */
    bool first_question, last_question;
    bool cased, letters;
    bool last_initial;
    bool monsieur;    /* M. is a courtesy here */
    bool alone;       /* there is but one word */
    int quotes;       /* that are open */
    bool caps, mixed; /* words in capitals; words that are not */
};

/* "speaker_00" -> "speaker", "q1" -> "q" */
static struct str without_number(struct str form)
{
    while (form.len > 1 &&
           ((form.ptr[form.len - 1] >= '0' && form.ptr[form.len - 1] <= '9') ||
            form.ptr[form.len - 1] == '_'))
        form.len--;
    return form;
}

static bool look_at_word(struct label_shape *shape, struct word_counts *n,
                         struct arena *a, struct str word)
{
    struct word_look look = look_at(word);
    struct str form = word_form(a, word);
    bool of_name = vocabulary_has(WORD_PARTICLE, form);
    bool particle = of_name || vocabulary_has(WORD_JOINER, form);
    bool article = n->words == 0 && vocabulary_has(WORD_ARTICLE, form);
    bool monsieur = n->monsieur && n->words == 0 && str_eq(word, S("M."));
    bool courtesy = (vocabulary_has(WORD_COURTESY, form) || monsieur) &&
                    n->words == n->articles + n->courtesies;
    bool rank = vocabulary_has(WORD_RANK, form);
    bool first = n->words == 0;
    if (look.broken || !dot_is_fine(look, form, word, n->alone))
        return false;
    n->last_initial = look.initial;
    shape->initials |= (look.initial && !monsieur) || (look.dot_inside && look.upper);
    if (look.digits && !first && word.ptr[0] == '#') { /* Guard #2 */
        n->modifiers++;
        n->words++;
        return true;
    }
    if (look.digits) { /* SPEAKER_00 */
        struct str role = without_number(form);
        bool known = n->words == 0 && vocabulary_has(WORD_ROLE, role);
        n->first_role |= known;
        n->roles += known;
        n->numbers -= known;
        n->second_joins |= n->words == 1;
        n->numbers++;
        n->words++;
        return true;
    }
    n->lower += look.lower;
    n->cased |= look.cased;
    n->letters |= look.letters;
    shape->plain_words += look.lower && !particle && !rank && !courtesy;
    n->articles += article;
    n->courtesies += courtesy;
    n->ranks += rank && !courtesy;
    n->modifiers += vocabulary_has(WORD_MODIFIER, form) || particle || article;
    bool role = vocabulary_has(WORD_ROLE, form);
    bool anonymous = vocabulary_has(WORD_ANONYMOUS, form);
    bool question = vocabulary_has(WORD_QUESTION, form);
    n->second_joins |= n->words == 1 && particle;
    n->unknown_lower += look.lower && !particle && !role && !anonymous && !rank &&
                        !vocabulary_has(WORD_MODIFIER, form);
    n->roles += role;
    n->anonymous += anonymous;
    n->last_role = role;
    n->last_anonymous = anonymous;
    n->last_question = question;
    if (first) {
        n->first_role = role;
        n->first_anonymous = anonymous;
        n->first_question = question;
        shape->function_first =
            vocabulary_has(WORD_FUNCTION, form) && !look.initial && !of_name;
    }
    bool caps = word_is_capitals(word);
    n->caps |= caps;
    n->mixed |= !caps && look.letters && !courtesy && !particle;
    shape->metadata_last = vocabulary_has(WORD_METADATA, form) && !first;
    n->words++;
    return true;
}

/* What the words are when they are taken together. */
static void conclude(struct label_shape *shape, const struct word_counts *n,
                     struct str whole)
{
    int titles = n->courtesies + n->ranks;
    shape->words = n->words;
    shape->caseless = n->letters && !n->cased;
    shape->numbers = n->numbers;
    shape->capitals = n->caps && !n->mixed;
    shape->surname_first = n->last_initial && n->words > 1 && n->mixed;
    shape->titled = titles && n->words > titles + n->articles + n->numbers;
    shape->ranked = n->ranks && n->words <= titles + n->modifiers + n->numbers;
    int known = n->roles + n->anonymous + n->modifiers + n->ranks + n->numbers;
    bool only_known =
        known >= n->words || (n->second_joins && n->lower + n->numbers >= n->words - 1);
    shape->anonymous = vocabulary_has(WORD_ANONYMOUS, whole) ||
                       (n->first_anonymous && only_known) ||
                       (n->last_anonymous && known >= n->words && !n->numbers);
    shape->role = (n->first_role && only_known) ||
                  (n->last_role && n->words <= 4 && !n->unknown_lower) ||
                  (n->last_anonymous && n->words <= 4 && !n->lower);
    shape->question = vocabulary_has(WORD_QUESTION, whole) ||
                      (n->first_question && shape->anonymous) ||
                      (n->last_question && shape->anonymous);
    if (shape->anonymous && n->numbers && !shape->question)
        shape->anonymous = false; /* "Reporter 2" is one person */
    shape->role |= shape->anonymous;
    shape->answer = vocabulary_has(WORD_ANSWER, whole);
    bool numbered = n->words == 1 && n->numbers && without_number(whole).len == 1;
    if (numbered) { /* Q1, A1 */
        shape->question = shape->anonymous = shape->role = whole.ptr[0] == 'q';
        shape->role |= whole.ptr[0] == 's'; /* S1, the first speaker */
        shape->answer = whole.ptr[0] == 'a';
    }
    if (shape->caseless && !shape->role) /* a paper's name and the word for a reporter */
        shape->role = str_ends(whole, S("记者"));
    shape->metadata = vocabulary_has(WORD_METADATA, whole);
    if (shape->role || shape->ranked || shape->titled)
        shape->function_first = false;
}

/* «Word» names a paper: the word in it, and how many quotes are open then. */
static struct str without_quotes(struct word_counts *n, struct str word)
{
    if (word.len > 4 && str_starts(word, S("\u00AB"))) {
        word = str_slice(word, 2, word.len);
        n->quotes++;
    }
    if (word.len > 2 && n->quotes && str_ends(word, S("\u00BB"))) {
        word.len -= 2;
        n->quotes--;
    }
    return word;
}

struct label_shape label_shape(struct arena *a, struct str printed, bool monsieur)
{
    struct label_shape shape = {0};
    struct word_counts n = {.monsieur = monsieur};
    shape.name = label_name(printed, &shape.described);
    struct str rest = shape.name;
    for (struct str word; (word = next_word(&rest)).len;) {
        n.alone = !n.words && !rest.len;
        if (!look_at_word(&shape, &n, a, without_quotes(&n, word))) {
            shape.broken = true;
            break;
        }
    }
    shape.broken |= n.quotes != 0;
    conclude(&shape, &n, label_key(a, shape.name));
    if (shape.function_first && shape.words > 1 && !shape.plain_words) {
        struct str words = shape.name;
        struct str article = word_form(a, next_word(&words));
        bool the = str_eq(article, S("the"));
        shape.article = the || str_eq(article, S("a")) || str_eq(article, S("an")) ||
                        (shape.capitals && vocabulary_has(WORD_ARTICLE, article));
        shape.function_first = !(shape.article && (the || shape.capitals));
    }
    shape.broken |= n.words == 0 || shape.words > 12;
    return shape;
}
