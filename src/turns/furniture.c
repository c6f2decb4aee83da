#include "turns/furniture.h"

#include <string.h>

#include "base/unicode.h"
#include "transcript/punctuation.h"
#include "transcript/vocabulary.h"
#include "turns/dates.h"
#include "turns/directions.h"
#include "turns/shape.h"

enum { SHORT_BYTES = 120, NOTE_BYTES = 800, FOOT_MOST = 5000 };

bool furniture_speakable(struct str text)
{
    for (ptrdiff_t at = 0; at < text.len;) {
        int32_t c = utf8_next(text, &at);
        if (unicode_is_letter(c) || unicode_is_digit(c) || c >= 0x1F000)
            return true;
    }
    return false;
}

/* "https://..." or "www....", and nothing else. */
static bool is_address(struct str s)
{
    if (!str_starts(s, S("http://")) && !str_starts(s, S("https://")) &&
        !str_starts(s, S("www.")))
        return false;
    struct str rest = s;
    next_word(&rest);
    return !str_trim(rest).len;
}

/* "_page : 168": a field of the file, not of the speech. */
static bool is_field(struct str s)
{
    if (!str_starts(s, S("_")))
        return false;
    ptrdiff_t at = 1;
    while (at < s.len && ((s.ptr[at] >= 'a' && s.ptr[at] <= 'z') || s.ptr[at] == '_'))
        at++;
    while (at < s.len && s.ptr[at] == ' ')
        at++;
    return at > 1 && at < s.len && s.ptr[at] == ':';
}

/* "Page 2", "Page 2 of 10", "[Page B211]", "- 2 -" */
static bool is_page_number(struct str s)
{
    if (s.len > 40)
        return false;
    if (s.len > 2 && s.ptr[0] == '[' && s.ptr[s.len - 1] == ']')
        s = str_slice(s, 1, s.len - 1);
    struct arena scratch = {0};
    struct str rest = s;
    struct str first = next_word(&rest), form = word_form(&scratch, first);
    bool page = vocabulary_has(WORD_PAGE, form);
    bool dashes = str_eq(first, S("-")) && str_ends(s, S(" -"));
    bool digits = false, other = false;
    for (struct str word; (word = next_word(&rest)).len;) {
        bool capital = word.len > 1 && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
        char figure = word.ptr[capital]; /* B211 */
        bool digit = figure >= '0' && figure <= '9';
        digits = digits || digit;
        other = other || (!digit && word.len > 3);
    }
    arena_clear(&scratch);
    return (page || dashes) && digits && !other;
}

/* "en-GB1": a tag of a language and of a country. */
static bool is_language_tag(struct str word)
{
    return word.len >= 5 && word.len <= 6 && word.ptr[2] == '-' && word.ptr[0] >= 'a' &&
           word.ptr[0] <= 'z' && word.ptr[3] >= 'A' && word.ptr[3] <= 'Z' &&
           word.ptr[4] >= 'A' && word.ptr[4] <= 'Z';
}

/* The bar to choose a language by: their names or tags, and nothing else. */
static bool is_language_bar(struct arena *scratch, struct str s)
{
    bool any = false;
    for (struct str word; (word = next_word(&s)).len; any = true) {
        bool mark = str_eq(word, S("|")) || str_eq(word, S("/")) || str_eq(word, S("*"));
        if (!mark && !is_language_tag(word) &&
            !vocabulary_has(WORD_LANGUAGE, word_form(scratch, word)))
            return false;
    }
    return any;
}

bool furniture_checksum(struct str s)
{
    bool digits = false, letters = false;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        bool digit = s.ptr[i] >= '0' && s.ptr[i] <= '9';
        if (!digit && !(s.ptr[i] >= 'a' && s.ptr[i] <= 'f') && s.ptr[i] != '-')
            return false;
        digits = digits || digit;
        letters = letters || (!digit && s.ptr[i] != '-');
    }
    return s.len >= 24 && digits && letters;
}

static ptrdiff_t skip_bytes(struct str s, ptrdiff_t at, const char *which)
{
    while (at < s.len && s.ptr[at] && strchr(which, s.ptr[at]))
        at++;
    return at;
}

/* "Statement of the Chair ........ 12", a line of a table of contents, or several run together:
 * those have more dots than people make. */
static bool is_contents(struct str s)
{
    for (ptrdiff_t at = 0, dots;
         (dots = str_find(str_slice(s, at, s.len), S("....."))) >= 0;) {
        ptrdiff_t begin = at + dots, end = skip_bytes(s, begin, ".");
        ptrdiff_t number = skip_bytes(s, end, ". ");
        at = skip_bytes(s, number, "0123456789 ");
        bool whole = at == s.len || (end - begin >= 8 && s.ptr[at - 1] == ' ');
        if (at > number && begin > 0 && whole)
            return true;
    }
    return false;
}

static bool ends_sentence(struct str s)
{
    s = punctuation_without_notes(s);
    ptrdiff_t at = s.len;
    return punctuation_of(utf8_previous(s, &at)) & PUNCTUATION_ENDS;
}

/* "© 2025 Radio Lund. All rights reserved.", "Copyright 2025 Radio Lund" */
static bool is_copyright(struct str form)
{
    struct str rest = form, first = next_word(&rest), second = next_word(&rest);
    bool sign = str_starts(first, S("\u00A9")) || str_eq(first, S("(c)"));
    bool year = second.len && second.ptr[0] >= '0' && second.ptr[0] <= '9';
    bool word = str_eq(first, S("copyright")) &&
                (year || str_starts(second, S("\u00A9")) || str_eq(second, S("(c)")));
    return (sign && (year || first.len > 2)) || word;
}

/* What is written on the transcript or on its page, not in it. */
static enum reason note_reason(struct arena *scratch, struct str s, struct str form)
{
    if (vocabulary_prefix(WORD_NOTE, form))
        return REASON_METADATA;
    if (is_copyright(form))
        return REASON_METADATA;
    if (ends_sentence(s))
        return REASON_NONE;
    ptrdiff_t at = 0;
    bool capital = !unicode_is_lower(utf8_next(s, &at));
    if ((capital && vocabulary_has(WORD_FOOT, form)) || is_language_bar(scratch, s))
        return REASON_NAVIGATION;
    struct str rest = form;
    next_word(&rest);
    if (vocabulary_prefix(WORD_NOTE, str_trim(rest))) /* who made it: ... transcript by */
        return REASON_METADATA;
    return REASON_NONE;
}

/* A note of several sentences. */
static enum reason long_note_reason(struct str s)
{
    struct arena scratch = {0};
    struct str form = word_form(&scratch, str_slice(s, 0, SHORT_BYTES));
    bool note = vocabulary_prefix(WORD_NOTE, form) > 0;
    arena_clear(&scratch);
    return note ? REASON_METADATA : REASON_NONE;
}

/* ":00:17. > :00:23.": from when to when a subtitle is shown. */
static bool is_time_range(struct str s)
{
    int colons = 0, arrows = 0;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (!(c >= '0' && c <= '9') && !strchr(":.,> -", c))
            return false;
        colons += c == ':';
        arrows += c == '>';
    }
    return colons >= 2 && arrows == 1;
}

enum reason furniture_line(struct str line)
{
    struct str s = str_trim(line);
    if (is_contents(s))
        return REASON_METADATA;
    if (is_field(s))
        return REASON_METADATA;
    if (is_time_range(s))
        return REASON_CLOCK_TIME;
    if (s.len && (s.ptr[0] == '[' || s.ptr[0] == '(') && clock_line(s))
        return REASON_CLOCK_TIME;
    return REASON_NONE;
}

enum reason furniture_paragraph(struct str paragraph)
{
    struct str s = str_trim(paragraph);
    if (!furniture_speakable(s))
        return utf8_count(s) >= 3 ? REASON_SEPARATOR : REASON_UNSPEAKABLE;
    if (is_address(s))
        return REASON_NAVIGATION;
    if (is_contents(s))
        return REASON_METADATA;
    if (s.len > SHORT_BYTES)
        return s.len <= NOTE_BYTES ? long_note_reason(s) : REASON_NONE;
    if (clock_line(s) || is_time_range(s))
        return REASON_CLOCK_TIME;
    if (is_field(s) || furniture_checksum(s))
        return REASON_METADATA;
    if (is_page_number(s))
        return REASON_PAGE_FURNITURE;
    struct arena scratch = {0};
    struct str form = word_form(&scratch, s);
    bool inaudible = vocabulary_has(WORD_INAUDIBLE, form);
    bool foot = vocabulary_prefix(WORD_SEE_ALSO, form) && s.ptr[s.len - 1] != '.';
    bool note = str_starts(form, S("e&oe")) || str_starts(form, S("e & oe"));
    enum reason written = note_reason(&scratch, s, form);
    arena_clear(&scratch);
    if (written != REASON_NONE)
        return written;
    if (inaudible)
        return REASON_STAGE_DIRECTION;
    if (foot)
        return REASON_NAVIGATION;
    if (furniture_ends(s))
        return REASON_PAGE_FURNITURE;
    return note ? REASON_METADATA : REASON_NONE;
}

bool furniture_ends(struct str paragraph)
{
    struct str s = str_trim(paragraph);
    if (s.len < 3 || s.len > SHORT_BYTES)
        return false;
    if (str_eq(s, S("###")) || str_eq(s, S("# # #")))
        return true;
    char last = s.ptr[s.len - 1];
    if ((s.ptr[0] == '[' && last == ']') || (s.ptr[0] == '(' && last == ')'))
        s = str_slice(s, 1, s.len - 1);
    struct arena scratch = {0};
    bool ends = vocabulary_has(WORD_END_MARK, word_form(&scratch, s));
    arena_clear(&scratch);
    return ends;
}

ptrdiff_t furniture_foot(struct str text)
{
    /* only near the end: a foot is short */
    ptrdiff_t from = text.len > FOOT_MOST ? text.len - FOOT_MOST : 0;
    while (from < text.len && (text.ptr[from] & 0xC0) == 0x80)
        from++;
    struct arena scratch = {0};
    ptrdiff_t found = -1;
    bool border = true;
    for (ptrdiff_t at = from; at < text.len && found < 0;) {
        ptrdiff_t begin = at;
        int32_t c = utf8_next(text, &at);
        if (border && unicode_is_upper(c)) {
            struct str next = word_form(&scratch, str_slice(text, begin, begin + 60));
            if (vocabulary_prefix(WORD_SEE_ALSO, next))
                found = begin;
        }
        if (!utf8_is_space(c))
            border = c == '>' || punctuation_of(c) & PUNCTUATION_ENDS;
    }
    arena_clear(&scratch);
    return found;
}
