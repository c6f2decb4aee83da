#include "turns/head_look.h"

#include <string.h>

#include "base/unicode.h"
#include "transcript/punctuation.h"
#include "transcript/vocabulary.h"
#include "turns/directions.h"
#include "turns/furniture.h"
#include "turns/opening.h"

enum { TITLE_BYTES_MOST = 300, TITLE_WORDS_MOST = 28, FIELD_BYTES_MOST = 1000 };

int head_words(struct str s)
{
    int words = 0;
    while (words <= TITLE_WORDS_MOST && next_word(&s).len)
        words++;
    return words;
}

static bool looks_like_title(struct arena *scratch, struct str s)
{
    struct str words = punctuation_without_notes(s);
    ptrdiff_t at = words.len, begin = 0;
    int32_t last = utf8_previous(words, &at), first = utf8_next(s, &begin);
    bool ends =
        last == '.' || last == ',' || last == ';' || last == ':' || last == 0x2014;
    if (ends && str_ends(words, S("."))) { /* Washington, D.C. */
        struct str before = str_slice(words, 0, words.len - 1);
        ends = !(before.len > 2 && before.ptr[before.len - 2] == '.');
    }
    bool section =
        str_starts(s, S("**")); /* an unclosed mark of bold: a section of the body */
    struct str form = word_form(scratch, s), rest = s;
    bool by = vocabulary_has(WORD_BY, next_word(&rest)); /* by Secretary Orry */
    if (s.len > TITLE_BYTES_MOST || ends || section || (unicode_is_lower(first) && !by) ||
        head_words(s) > TITLE_WORDS_MOST)
        return false;
    return !vocabulary_prefix(WORD_GREETING, form) && !opening_is_question(s);
}

/* "Subjects: ...", "Last updated 25-May-2017". */
static bool looks_like_field(struct arena *scratch, struct str s)
{
    if (str_starts(s, S("\u2022")) || str_starts(s, S("*"))) /* an item of a list */
        s = str_trim(str_slice(s, s.ptr[0] == '*' ? 1 : 3, s.len));
    if (!s.len)
        return false;
    struct str key, value;
    struct date date;
    if (s.len > 1000)
        return false;
    if (str_cut(s, ':', &key, &value) && head_words(key) <= 5 &&
        vocabulary_has(WORD_METADATA, label_key(scratch, key)))
        return true;
    struct str form = word_form(scratch, str_slice(s, 0, 80));
    if (vocabulary_prefix(WORD_METADATA, form) <= 4 || s.len >= 80)
        return false;
    ptrdiff_t last = s.len - 1; /* 25-May-2017 09:01 */
    bool figure = s.ptr[last] >= '0' && s.ptr[last] <= '9';
    return date_find(&date, s) || (figure && str_find_byte(s, ':') > 0);
}

/* "[From the Printing Office]", "(II)": a note of whoever printed it. */
static enum reason note_in_brackets(struct str s)
{
    bool square = s.ptr[0] == '[' && s.ptr[s.len - 1] == ']';
    bool round = s.ptr[0] == '(' && s.ptr[s.len - 1] == ')';
    struct str inside = str_slice(s, 1, s.len - 1);
    if (!square && !round)
        return REASON_NONE;
    if (direction_is(inside))
        return REASON_STAGE_DIRECTION;
    bool roman = inside.len > 0;
    for (ptrdiff_t i = 0; i < inside.len; i++)
        roman = roman && strchr("ivxlcIVXLC0123456789", inside.ptr[i]) && inside.ptr[i];
    if (roman)
        return REASON_PAGE_FURNITURE;
    bool inner = str_find_byte(inside, ']') >= 0;
    return square && !inner ? REASON_METADATA : REASON_NONE;
}

/* "1043-15-05-2019": figures in groups that are no date. */
static bool is_shelf_mark(struct str s)
{
    struct date date;
    int groups = 1, digits = 0;
    for (ptrdiff_t i = 0; i < s.len; i++) {
        bool digit = s.ptr[i] >= '0' && s.ptr[i] <= '9';
        if (!digit && s.ptr[i] != '-')
            return false;
        digits += digit;
        groups += !digit;
    }
    return groups >= 3 && digits > 8 && date_line(&date, s) == DATE_NONE;
}

/* "Department Press Briefing - March 9, 2023": names what was held, and not only when. */
static bool names_occasion(struct arena *scratch, struct str s, const struct date *date)
{
    bool occasion = false;
    int words = 0;
    struct str before = str_slice(s, 0, date->begin);
    for (struct str word; (word = next_word(&before)).len; words++)
        occasion = occasion || vocabulary_has(WORD_OCCASION, word_form(scratch, word));
    return occasion && words > 1;
}

static bool is_scene(struct arena *scratch, struct str s)
{
    struct str key, value;
    return str_cut(s, ':', &key, &value) &&
           vocabulary_has(WORD_SCENE, label_key(scratch, str_trim(key)));
}

/* The words before the first colon, as the vocabulary has them; "" when there is none near. */
static struct str field_key(struct arena *scratch, struct str s, struct str *value)
{
    struct str key;
    if (!str_cut(str_slice(s, 0, FIELD_BYTES_MOST), ':', &key, value) || key.len > 40)
        return S("");
    return label_key(scratch, str_trim(key));
}

bool head_is_sender(struct str part)
{
    struct arena scratch = {0};
    struct str value, key = field_key(&scratch, part, &value);
    bool sender = vocabulary_has(WORD_SENDER, key) && str_trim(value).len;
    arena_clear(&scratch);
    return sender;
}

ptrdiff_t head_title_begin(struct str part, bool mail)
{
    struct arena scratch = {0};
    struct str value, key = field_key(&scratch, part, &value);
    struct str title = key.len ? str_trim(value) : S("");
    bool said = (vocabulary_has(WORD_HEADLINE, key) ||
                 (mail && vocabulary_has(WORD_SUBJECT, key))) &&
                head_words(title) > 0;
    arena_clear(&scratch);
    return said && title.len + (title.ptr - part.ptr) <= part.len ? title.ptr - part.ptr
                                                                  : 0;
}

/* "FACT SHEET: New Lamps for the Old Harbour" */
static bool is_genre_and_title(struct arena *scratch, struct str s)
{
    struct str value, key = field_key(scratch, s, &value);
    return key.len && vocabulary_has(WORD_GENRE, key) && head_words(value) >= 3 &&
           looks_like_title(scratch, s);
}

bool head_field_opens(struct str part)
{
    struct arena scratch = {0};
    struct str value, key = field_key(&scratch, part, &value);
    bool opens = key.len && !str_trim(value).len && vocabulary_has(WORD_METADATA, key);
    arena_clear(&scratch);
    return opens;
}

bool head_field_date(struct date *out, struct str part)
{
    struct arena scratch = {0};
    struct str value, key = field_key(&scratch, part, &value);
    bool dated = head_words(key) == 1 && date_line(out, str_trim(value)) == DATE_ALONE;
    arena_clear(&scratch);
    return dated;
}

bool head_is_field(struct str part)
{
    struct arena scratch = {0};
    struct str value, key = field_key(&scratch, part, &value);
    bool field = key.len && head_words(key) <= 3 && str_starts(value, S(" "));
    arena_clear(&scratch);
    return field;
}

bool head_is_table_row(struct str part)
{
    ptrdiff_t at = part.len;
    while (at > 0 && ((part.ptr[at - 1] >= '0' && part.ptr[at - 1] <= '9') ||
                      part.ptr[at - 1] == ' ' || part.ptr[at - 1] == ','))
        at--;
    ptrdiff_t gap = at;
    while (gap < part.len && part.ptr[gap] == ' ')
        gap++;
    return at > 0 && gap - at >= 3 && gap < part.len && part.ptr[gap] != ',';
}

bool head_goes_on(struct str part)
{
    struct arena scratch = {0};
    struct str last = S("");
    int words = 0;
    for (struct str word; words < TITLE_WORDS_MOST && (word = next_word(&part)).len;
         words++)
        last = word;
    struct str form = word_form(&scratch, last);
    bool on = words > 1 && words < TITLE_WORDS_MOST &&
              (vocabulary_has(WORD_BY, form) ||
               (vocabulary_has(WORD_JOINER, form) && form.len > 1));
    arena_clear(&scratch);
    return on;
}

bool head_may_be_title(struct str part, bool numbered)
{
    struct arena scratch = {0};
    struct str rest = part;
    struct str first = next_word(&rest), form = word_form(&scratch, first);
    bool by = vocabulary_has(WORD_BY, form) && !vocabulary_has(WORD_WITH, form);
    bool number = form.len && form.len <= 2 && form.ptr[0] >= '0' && form.ptr[0] <= '9' &&
                  str_ends(first, S("."));
    arena_clear(&scratch);
    return !by && (numbered || !number);
}

/* "Time | Speaker | Text", or one of them, as a table's cells come; "Transcript" may be a title. */
static bool names_columns(struct arena *scratch, struct str s)
{
    bool any = false;
    for (struct str word; (word = next_word(&s)).len;) {
        if (str_eq(word, S("|")))
            continue;
        struct str form = word_form(scratch, word);
        if (!vocabulary_has(WORD_COLUMN, form) || (!any && str_eq(form, S("transcript"))))
            return false;
        any = true;
    }
    return any;
}

enum head_look head_look(struct str s, bool play, enum reason *reason)
{
    struct arena scratch = {0};
    struct date date;
    enum head_look look = LOOK_PROSE;
    *reason = furniture_paragraph(s);
    if (*reason == REASON_NONE && s.len > 2)
        *reason = note_in_brackets(s);
    if (*reason == REASON_NONE && is_shelf_mark(s))
        *reason = REASON_METADATA;
    if (*reason == REASON_NONE && s.len <= TITLE_BYTES_MOST && names_columns(&scratch, s))
        *reason = REASON_METADATA;
    enum date_line dated = date_line(&date, s);
    if (*reason != REASON_NONE)
        look = LOOK_FURNITURE;
    else if (play && is_scene(&scratch, s))
        look = LOOK_PROSE;
    else if (dated != DATE_NONE && !names_occasion(&scratch, s, &date))
        look = LOOK_DATE;
    else if (is_genre_and_title(&scratch, s))
        look = LOOK_TITLE;
    else if (looks_like_field(&scratch, s))
        look = LOOK_METADATA;
    else if (looks_like_title(&scratch, s))
        look = LOOK_TITLE;
    arena_clear(&scratch);
    return look;
}
