#include "speak/boundary.h"

#include <string.h>

#include "base/unicode.h"
#include "readings/roman.h"
#include "speak/abbreviations.h"
#include "speak/limits.h"
#include "transcript/punctuation.h"

static bool is_opener(int32_t c)
{
    return punctuation_of(c) & PUNCTUATION_OPENS;
}

static bool is_closer(int32_t c)
{
    return punctuation_of(c) & PUNCTUATION_CLOSES;
}

static bool is_dash(int32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/* A place where a sentence may end, as ICU sees it, and what stands around it. */
struct boundary {
    struct str text; /* the paragraph */
    ptrdiff_t begin; /* of the sentence so far */
    ptrdiff_t mark;  /* behind the mark that ends it; closing quotes follow */
    ptrdiff_t next;  /* the next word's first byte */
    struct str language;
    struct arena *scratch;
};

enum { LONGEST_WORD = 32 /* bytes; of words that are looked up */ };

/* The word that ends at byte `end`; "" when it is too long to be of interest. */
static struct str word_before(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    ptrdiff_t at = end;
    while (at > begin && end - at <= LONGEST_WORD) {
        ptrdiff_t before = at;
        int32_t c = utf8_previous(s, &before);
        if (utf8_is_space(c) || is_opener(c) || c == '/' || c == ',' ||
            (is_dash(c) && c != '-'))
            return str_slice(s, at, end);
        at = before;
    }
    return at == begin ? str_slice(s, at, end) : (struct str){0};
}

/* The letters and marks from `from` on. */
static struct str word_after(struct str s, ptrdiff_t from)
{
    ptrdiff_t end = from;
    for (ptrdiff_t at = from; at < s.len && at - from <= LONGEST_WORD; end = at) {
        int32_t c = utf8_next(s, &at);
        if (!unicode_is_letter(c) && !unicode_is_mark(c))
            break;
    }
    return str_slice(s, from, end);
}

static bool is_letter_alone(struct str word)
{
    ptrdiff_t at = 0;
    return word.len && unicode_is_letter(utf8_next(word, &at)) && at == word.len;
}

static bool starts_upper(struct str s)
{
    ptrdiff_t at = 0;
    return s.len && unicode_is_upper(utf8_next(s, &at));
}

static bool starts_lower(struct str s)
{
    ptrdiff_t at = 0;
    return s.len && unicode_is_lower(utf8_next(s, &at));
}

static bool is_digits(struct str word, ptrdiff_t most)
{
    for (ptrdiff_t i = 0; i < word.len; i++)
        if (word.ptr[i] < '0' || word.ptr[i] > '9')
            return false;
    return word.len > 0 && word.len <= most;
}

/* "U.S", "z.B": letters with full stops between them. */
static bool is_dotted(struct str word)
{
    ptrdiff_t letters = 0;
    for (ptrdiff_t at = 0; at < word.len;) {
        if (!unicode_is_letter(utf8_next(word, &at)))
            return false;
        letters++;
        if (at < word.len && word.ptr[at++] != '.')
            return false;
        at += at < word.len && word.ptr[at] == '-'; /* "J.-P" */
    }
    return letters > 1;
}

/* What the tables say of `word` with up to three single letters before it ("z. B" as "z.B"), the
 * longest that they know. */
static enum abbreviation find_with_letters_before(const struct boundary *b,
                                                  struct str word)
{
    char joined[2 * LONGEST_WORD];
    struct str whole = word;
    enum abbreviation kind = abbreviation_find(word, b->language, b->scratch);
    ptrdiff_t at = word.ptr - b->text.ptr;
    for (int i = 0; i < 3; i++) {
        if (at - b->begin < 3 || b->text.ptr[at - 1] != ' ' || b->text.ptr[at - 2] != '.')
            break;
        struct str before = word_before(b->text, b->begin, at - 2);
        if (!is_letter_alone(before) ||
            before.len + 1 + whole.len > (ptrdiff_t)sizeof joined)
            break;
        memmove(joined + before.len + 1, whole.ptr, (size_t)whole.len);
        memcpy(joined, before.ptr, (size_t)before.len);
        joined[before.len] = '.';
        whole = (struct str){joined, before.len + 1 + whole.len};
        at = before.ptr - b->text.ptr;
        enum abbreviation known = abbreviation_find(whole, b->language, b->scratch);
        kind = known ? known : kind;
    }
    return kind;
}

/* Is "I." the pronoun at a sentence's end? Behind a name it is an initial. */
static bool is_pronoun(const struct boundary *b, struct str word)
{
    ptrdiff_t at = word.ptr - b->text.ptr;
    bool english = str_eq_ascii_case(language_primary(b->language), S("en"));
    return english && str_eq(word, S("I")) && at - b->begin >= 2 &&
           b->text.ptr[at - 1] == ' ' &&
           starts_lower(word_before(b->text, b->begin, at - 1));
}

/* "Ing" of "Dipl.-Ing": abbreviations that are joined end as their last part does. */
static struct str last_part(struct str word)
{
    for (ptrdiff_t i = word.len - 1; i > 0; i--)
        if (word.ptr[i] == '-')
            return word.ptr[i - 1] == '.' ? str_slice(word, i + 1, word.len) : word;
    return word;
}

static enum abbreviation classify(const struct boundary *b, struct str word)
{
    enum abbreviation kind = find_with_letters_before(b, word);
    if (!kind && !is_dotted(word))
        kind = abbreviation_find(last_part(word), b->language, b->scratch);
    if (kind || is_pronoun(b, word))
        return kind;
    bool ordinal =
        abbreviation_ordinals(b->language) && (is_digits(word, 3) || roman_is_any(word));
    return is_dotted(word) || ordinal || (is_letter_alone(word) && starts_upper(word))
               ? ABBREVIATION_MAYBE
               : ABBREVIATION_NONE;
}

/* What follows a full stop, up to the next one that may end a sentence. */
struct follower {
    struct str word;
    bool number;      /* "5", "IV" */
    int initials;     /* 2: two or more: "A. S. Belov" */
    bool marker;      /* of a list: "(b)" */
    bool abbreviated; /* "Gen." */
};

static int count_initials(struct str s)
{
    int count = 0;
    for (ptrdiff_t at = 0; count < 2; count++) {
        ptrdiff_t end = at;
        if (at >= s.len || !unicode_is_upper(utf8_next(s, &end)) || end >= s.len ||
            s.ptr[end] != '.')
            break;
        at = end + 1;
        at += at < s.len && s.ptr[at] == ' ';
    }
    return count;
}

static struct follower look_behind(const struct boundary *b)
{
    struct str rest = str_slice(b->text, b->next, b->text.len);
    struct follower f = {.word = word_after(b->text, b->next)};
    struct str behind = str_slice(rest, f.word.len, rest.len);
    f.initials = count_initials(rest);
    f.number = (rest.len && rest.ptr[0] >= '0' && rest.ptr[0] <= '9') ||
               (roman_is_any(f.word) && !str_eq(f.word, S("I")));
    f.marker = b->next > 0 && b->text.ptr[b->next - 1] == '(' &&
               is_letter_alone(f.word) && str_starts(behind, S(") "));
    f.abbreviated =
        str_starts(behind, S(".")) && abbreviation_find(f.word, b->language, b->scratch);
    return f;
}

/* "the 5 p.m. Council meeting": is the time of day, which `word` ends, told of what follows? */
static bool time_is_of(const struct boundary *b, struct str word)
{
    struct str time = word;
    for (int i = 0; i < 2; i++) {
        ptrdiff_t at = time.ptr - b->text.ptr;
        if (at - b->begin < 2 || b->text.ptr[at - 1] != ' ')
            return false;
        time = word_before(b->text, b->begin, at - 1);
        if (!time.len || (i == 0 && (time.ptr[0] < '0' || time.ptr[0] > '9')))
            return false;
    }
    return abbreviation_determiner(unicode_lower(b->scratch, time, S("")), b->language);
}

/* "9 h": a small letter behind a figure. */
static bool is_unit(const struct boundary *b, struct str word)
{
    ptrdiff_t at = word.ptr - b->text.ptr;
    return starts_lower(word) && at - b->begin >= 2 && b->text.ptr[at - 1] == ' ' &&
           b->text.ptr[at - 2] >= '0' && b->text.ptr[at - 2] <= '9';
}

/* Does the full stop behind `word` leave the sentence open? */
static bool stop_goes_on(const struct boundary *b, struct str word)
{
    struct follower f = look_behind(b);
    bool first = word.ptr == b->text.ptr + b->begin;
    bool numbering =
        first && (is_digits(word, 3) || is_letter_alone(word) || roman_is_any(word));
    if (!word.len || numbering || (starts_lower(f.word) && !f.marker))
        return word.len > 0;
    if (f.initials && is_letter_alone(word) && !is_unit(b, word))
        return true;
    switch (classify(b, word)) {
    case ABBREVIATION_ALWAYS:
        return true;
    case ABBREVIATION_NUMBER:
        if (f.number || f.initials > 1 || !starts_upper(word))
            return f.number || f.initials > 1;
        if (!is_letter_alone(word)) /* "Tues. Nov. 3", but not "No. Mr. Holt is out." */
            return f.abbreviated && !first;
        return !abbreviation_opens_sentence(f.word, b->language); /* "J. S. Bach" */
    case ABBREVIATION_TIME:
        return !abbreviation_opens_sentence(unicode_title(b->scratch, f.word, S("")),
                                            b->language) &&
               (abbreviation_follows_time(f.word, b->language) || time_is_of(b, word));
    case ABBREVIATION_MAYBE:
        return f.initials || !abbreviation_opens_sentence(f.word, b->language);
    case ABBREVIATION_NONE:
        break;
    }
    return false;
}

static bool ellipsis_goes_on(const struct boundary *b)
{
    struct str follower = word_after(b->text, b->next);
    return !starts_upper(follower) || str_eq(follower, S("I"));
}

/* Where the word behind `end` begins. */
static void next_word(struct boundary *b, ptrdiff_t end)
{
    b->next = end;
    for (ptrdiff_t at = end; at < b->text.len && at - end < LONGEST_WORD; b->next = at)
        if (is_speech(utf8_next(b->text, &at)))
            break;
}

bool boundary_goes_on(struct str s, ptrdiff_t begin, ptrdiff_t notes, ptrdiff_t end,
                      struct str language, struct arena *scratch)
{
    struct boundary b = {s, begin, notes, end, language, scratch};
    int32_t c = 0;
    ptrdiff_t at = end;
    utf8_previous(s, &at);
    if (str_trim(str_slice(s, at, end)).len) { /* no blank: "Yahoo!News", "?q=1" */
        at = end;
        return utf8_previous(s, &at) < 0x3000;
    }
    for (at = notes; at > begin; b.mark = at) {
        c = utf8_previous(s, &at);
        if (!utf8_is_space(c) && !is_closer(c))
            break;
    }
    next_word(&b, end);
    if (c != '.' && c != 0x2026)
        return (c == '?' || c == '!') && starts_lower(word_after(s, b.next));
    if (c == 0x2026 || (b.mark - begin >= 2 && s.ptr[b.mark - 2] == '.'))
        return ellipsis_goes_on(&b);
    return stop_goes_on(&b, word_before(s, begin, b.mark - 1));
}

bool boundary_stop_goes_on(struct str s, ptrdiff_t stop, struct str language,
                           struct arena *scratch)
{
    struct boundary b = {s, 0, stop + 1, 0, language, scratch};
    struct str word = word_before(s, 0, stop);
    next_word(&b, stop + 1);
    bool first = word.ptr == s.ptr;
    if (first && (is_digits(word, 3) || roman_is_any(word)) && !is_letter_alone(word))
        return false;
    if (first && is_letter_alone(word)) /* "A. The harbour", "J. Holt" */
        return !abbreviation_opens_sentence(word_after(s, b.next), language);
    return stop_goes_on(&b, word);
}
