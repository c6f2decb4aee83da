/* Full stops that end no sentence, and letters that are words. The engine ends its sentence, with
 * 300 ms of silence and a falling voice, at every full stop before a capital or a figure: "the U.S.
 * Senate", "John F. Albright". And it takes a capital that is a word of the language for that word:
 * "John A Albright" has the article, "В Петров" the preposition. */
#include "base/unicode.h"
#include "speak/boundary.h"
#include "speak/speak_passes.h"

/* Letters that the engine says as a word when they stand alone (measured with all of each alphabet),
 * and their names. */
static const struct letter {
    const char *language, *letter, *phonemes;
} letters[] = {
    {"en", "A", "[['eI]]"}, {"ru", "Б", "[[b'E]]"}, {"ru", "В", "[[v'E]]"},
    {"ru", "Ж", "[[Z'E]]"}, {"ru", "С", "[['Es]]"}, {"fr", "Y", "[[igr'Ek]]"},
};

static const struct letter *letter_find(struct str language, struct str letter)
{
    struct str primary = language_primary(language);
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (str_eq(letter, str_from(letters[i].letter)) &&
            str_eq_ascii_case(primary, str_from(letters[i].language)))
            return &letters[i];
    return NULL;
}

/* The character at `at`; 0 at the end. */
static int32_t char_at(struct str s, ptrdiff_t at)
{
    return at < s.len ? utf8_next(s, &at) : 0;
}

/* Is there a blank at `at`, and a capital or a digit behind it? */
static bool opens(struct str s, ptrdiff_t at)
{
    int32_t c = char_at(s, at) == ' ' ? char_at(s, at + 1) : 0;
    return unicode_is_upper(c) || unicode_is_digit(c);
}

/* Is a full stop at `stop`, to go? Behind a letter only: "Wait ..." keeps all of its. */
static bool stop_goes(struct str s, ptrdiff_t stop, const struct speaking *how)
{
    ptrdiff_t before = stop;
    if (char_at(s, stop) != '.' || stop == 0 ||
        !unicode_is_letter(utf8_previous(s, &before)))
        return false;
    int32_t next = char_at(s, stop + 1);
    if (next == ',' || next == ';' || next == ':') /* it would swallow them: "D.C., we" */
        return true;
    return opens(s, stop + 1) &&
           boundary_stop_goes_on(s, stop, how->language, how->scratch);
}

/* Bytes of a capital at `at` that stands between blanks, or before a mark; else 0. */
static ptrdiff_t capital_alone(struct str s, ptrdiff_t at)
{
    ptrdiff_t end = at;
    if (at >= s.len || (at > 0 && s.ptr[at - 1] != ' ') ||
        !unicode_is_upper(utf8_next(s, &end)))
        return 0;
    int32_t next = char_at(s, end);
    if (next == '.') /* "A.M" is no A */
        next = is_speech(char_at(s, end + 1)) ? char_at(s, end + 1) : next;
    bool joined = is_speech(next) || unicode_is_mark(next) || next == '-' ||
                  next == '\'' || next == 0x2019;
    return joined ? 0 : end - at;
}

/* Is the character before the blank at `blank` such a capital, or its full stop? */
static bool behind_capital(struct str s, ptrdiff_t blank)
{
    ptrdiff_t end = blank - (blank > 0 && s.ptr[blank - 1] == '.'), at = end;
    if (end <= 0)
        return false;
    utf8_previous(s, &at);
    return capital_alone(s, at) == end - at;
}

/* Does the capital alone at [at, end) stand for its name? Where its full stop goes; inside a sentence
 * before a small letter or a mark ("Plan A is"), and beside another capital. */
static bool is_name(struct str s, ptrdiff_t at, ptrdiff_t end, const struct speaking *how)
{
    if (stop_goes(s, end, how))
        return true;
    ptrdiff_t before = at - 1, next = end + (char_at(s, end) == '.');
    if (at < 2 || !(is_speech(utf8_previous(s, &before)) || behind_capital(s, at - 1)))
        return false;
    return char_at(s, next) != ' ' || unicode_is_lower(char_at(s, next + 1)) ||
           capital_alone(s, next + 1) || behind_capital(s, at - 1);
}

/* The character that stands for `l`'s phonemes until the last pass. */
static struct str stand_in(const struct speaking *how, const struct letter *l)
{
    struct phonemes *p = how->phonemes;
    struct strbuf b = {.arena = how->scratch};
    strbuf_add_char(&b, UNICODE_STAND_IN_FIRST + (int32_t)p->count);
    *arena_push(how->scratch, p->items, p->count, p->capacity) = str_from(l->phonemes);
    return strbuf_str(&b);
}

void speak_initials(struct strbuf *out, struct str in, const struct speaking *how,
                    struct trace *trace)
{
    const struct source source = {.bytes = in};
    struct textbuf b = {.arena = how->scratch, .source = &source};
    ptrdiff_t done = 0;
    for (ptrdiff_t at = 0, here = 0; at < in.len; here = at) {
        int32_t c = utf8_next(in, &at);
        bool room =
            how->phonemes->count <= UNICODE_STAND_IN_LAST - UNICODE_STAND_IN_FIRST;
        const struct letter *l = room && capital_alone(in, here)
                                     ? letter_find(how->language, str_slice(in, here, at))
                                     : NULL;
        bool name = l && is_name(in, here, at, how);
        if (!name && (c != '.' || !stop_goes(in, here, how)))
            continue;
        textbuf_verbatim(&b, done, here);
        if (name)
            textbuf_replace(&b, stand_in(how, l), here, at);
        done = at;
    }
    textbuf_verbatim(&b, done, in.len);
    strbuf_add(out, strbuf_str(&b.chars));
    trace->runs = b.runs;
    trace->count = b.run_count;
}
