/* Labels that end in a full stop, or in nothing when a direction follows: "Mr. Koo. I think",
 * "THE MOTHER [aside] I think". Only the shape is looked at; whether the document has more of the
 * kind is for turns/convention.h. */
#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/labels.h"

enum { STOP_BYTES_MOST = 120, STOP_WORDS_MOST = 7 };

/* "Mr." and "Gen." are not over with their dot, "King." is. */
static bool is_abbreviation(struct str form)
{
    static const char *const whole[] = {"king", "pope", "earl", "miss", "lady",
                                        "lord", "dame", "vice", "sir"};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (str_eq(form, str_from(whole[i])))
            return false;
    return utf8_count(form) <= 4 &&
           (vocabulary_has(WORD_COURTESY, form) || vocabulary_has(WORD_RANK, form) ||
            vocabulary_has(WORD_SUFFIX, form));
}

static bool may_be_of_name(struct str form, struct str word, int words)
{
    ptrdiff_t at = 0;
    int32_t c = utf8_next(word, &at);
    if (unicode_is_upper(c))
        return true;
    return words > 0 &&
           (vocabulary_has(WORD_PARTICLE, form) || vocabulary_has(WORD_JOINER, form) ||
            str_eq(form, S("pro")) || str_eq(form, S("tempore")) || unicode_is_digit(c));
}

/* Behind the bracket that opens at s[at]; -1: it is not closed. */
static ptrdiff_t behind_bracket(struct str s, ptrdiff_t at)
{
    ptrdiff_t close = str_find_byte(str_slice(s, at, at + STOP_BYTES_MOST),
                                    s.ptr[at] == '(' ? ')' : ']');
    return close < 0 ? -1 : at + close + 1;
}

static bool text_may_follow(struct str s, ptrdiff_t at)
{
    ptrdiff_t next = at;
    if (at >= s.len)
        return true;
    if (!utf8_is_space(utf8_next(s, &next)))
        return false;
    for (int32_t c; next < s.len;)
        if (!utf8_is_space(c = utf8_next(s, &next)))
            return !unicode_is_lower(c) && c != '&' && c != '=' && c != '/';
    return true;
}

/* Is it text, and not the rest of a label, that stands behind the bracket? */
static bool is_direction(struct str s, ptrdiff_t open)
{
    ptrdiff_t at = behind_bracket(s, open);
    if (at < 0)
        return true; /* it goes on in the next line */
    bool dot = at < s.len && s.ptr[at] == '.';
    ptrdiff_t colon = str_find_byte(str_slice(s, at, at + STOP_BYTES_MOST), ':');
    if (!text_may_follow(s, at + dot))
        return false;
    if (colon < 0)
        return true;
    for (ptrdiff_t i = at; i < at + colon; i++)
        if (s.ptr[i] >= 'a' && s.ptr[i] <= 'z')
            return true;
    return false;
}

static bool without_lower(struct str s)
{
    bool found = true;
    for (struct str word; found && (word = next_word(&s)).len;)
        found = word_is_capitals(word);
    return found;
}

bool label_stop_find(struct label *l, struct str s)
{
    struct arena scratch = {0};
    struct str rest = str_slice(s, l->begin, l->begin + STOP_BYTES_MOST);
    bool found = false;
    for (int words = 0; words < STOP_WORDS_MOST; words++) {
        struct str word = next_word(&rest);
        ptrdiff_t begin = word.len ? word.ptr - s.ptr : 0, end = begin + word.len;
        if (!word.len || end >= l->begin + STOP_BYTES_MOST)
            break;
        if (words && (word.ptr[0] == '[' || word.ptr[0] == '(')) {
            ptrdiff_t before = begin;
            while (before > l->begin && utf8_is_space((unsigned char)s.ptr[before - 1]))
                before--;
            ptrdiff_t behind = behind_bracket(s, begin);
            bool dot = behind >= 0 && behind < s.len && s.ptr[behind] == '.' &&
                       text_may_follow(s, behind + 1);
            struct str name = str_trim(str_slice(s, l->begin, begin));
            if (dot &&
                !without_lower(
                    name)) { /* "The SPEAKER pro tempore (Mr. Smith).", "Ms. Rowe [continuing]." */
                l->end = behind;
                l->colon = behind + 1;
                l->style = LABEL_STOP;
                found = true;
            } else if (without_lower(name) && is_direction(s, begin)) {
                l->end = l->begin + name.len;
                l->colon = l->end;
                l->style = LABEL_STOP_BRACKET;
                found = true;
            }
            break;
        }
        struct str form = word_form(&scratch, word);
        if (!may_be_of_name(form, word, words))
            break;
        char last = word.ptr[word.len - 1];
        if (last == ',' || last == ':' || last == ';' || last == '?' || last == '!')
            break;
        if (!words && last != '.' && vocabulary_has(WORD_METADATA, form))
            break; /* ACT I. CHAPTER TWO. */
        if (last != '.' || utf8_count(form) < 2 || is_abbreviation(form) ||
            str_find_byte(form, '.') >= 0)
            continue;
        if (str_ends(word, S("..")) || !text_may_follow(s, end))
            break;
        l->end = end - 1;
        l->colon = end;
        l->style = LABEL_STOP;
        found = true;
        break;
    }
    arena_clear(&scratch);
    return found;
}
