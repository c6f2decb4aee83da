#include "turns/directions.h"

#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/dates.h"
#include "turns/shape.h"

enum { DIRECTION_LONGEST = 200, STAGE_LONGEST = 4000, WORDS_MOST = 12 };

/* Lower case, blanks folded, punctuation at word ends gone. */
static struct str fold_words(struct arena *a, struct str s)
{
    static const char marks[] = ".,;:!?\"'*-";
    struct strbuf b = {.arena = a};
    for (struct str word; (word = next_word(&s)).len;) {
        for (bool more = true; more && word.len;) {
            more = false;
            for (int i = 0; marks[i] && !more; i++)
                more = word.len && word.ptr[word.len - 1] == marks[i];
            word.len -= more;
        }
        if (!word.len)
            continue;
        if (b.len)
            strbuf_add_byte(&b, ' ');
        strbuf_add(&b, word);
    }
    return word_form(a, strbuf_str(&b));
}

/* Nothing but words of directions, one of them by itself enough. */
static bool only_directions(struct str words)
{
    int count = 0;
    bool enough = false;
    for (struct str word; (word = next_word(&words)).len;) {
        bool one = vocabulary_has(WORD_DIRECTION, word);
        if (++count > WORDS_MOST ||
            (!one && !vocabulary_has(WORD_DIRECTION_BESIDE, word)))
            return false;
        enough = enough || one;
    }
    return enough;
}

bool direction_is(struct str words)
{
    if (words.len > DIRECTION_LONGEST)
        return false;
    struct arena scratch = {0};
    struct str folded = fold_words(&scratch, words);
    bool is =
        folded.len && (only_directions(folded) || vocabulary_has(WORD_END_MARK, folded));
    if (!is && folded.len) {
        ptrdiff_t start = vocabulary_prefix(WORD_DIRECTION_START, folded);
        struct str rest = str_slice(folded, start, folded.len);
        int words_behind = 0;
        while (start && next_word(&rest).len)
            words_behind++;
        is = start && words_behind <= 5;
    }
    arena_clear(&scratch);
    return is;
}

/* "[00:01:10]", "(1:01:10)". In round brackets two numbers may be a time that was said. */
static bool is_clock(struct str bracket)
{
    if (clock_prefix(bracket) != bracket.len)
        return false;
    int colons = 0;
    for (ptrdiff_t i = 0; i < bracket.len; i++)
        colons += bracket.ptr[i] == ':';
    return colons >= 2 || (colons == 1 && bracket.ptr[0] == '[');
}

/* "[glossary:RPB]": the term stays. Where it begins; 0 when it is no such thing. */
static ptrdiff_t term_begin(struct str s, ptrdiff_t at)
{
    ptrdiff_t end = at + 1;
    while (end < s.len && s.ptr[end] >= 'a' && s.ptr[end] <= 'z')
        end++;
    bool term = end - at > 3 && end + 1 < s.len && s.ptr[end] == ':' &&
                unicode_is_letter((unsigned char)s.ptr[end + 1]) &&
                !(s.ptr[end + 1] & 0x80);
    if (!term)
        return 0;
    for (ptrdiff_t i = end; i < s.len && i - at < 60 && s.ptr[i] != ' '; i++)
        if (s.ptr[i] == ']')
            return end + 1;
    return 0;
}

/* Was the "]" at `at` the end of a term? */
static bool ends_term(struct str s, ptrdiff_t at)
{
    for (ptrdiff_t i = at - 1;
         i >= 0 && at - i < 60 && s.ptr[i] != ' ' && s.ptr[i] != ']'; i--)
        if (s.ptr[i] == '[') {
            ptrdiff_t term = term_begin(s, i);
            return term > 0;
        }
    return false;
}

static ptrdiff_t closing(struct str s, ptrdiff_t at, ptrdiff_t longest)
{
    char open = s.ptr[at], close = open == '[' ? ']' : ')';
    for (ptrdiff_t i = at + 1; i < s.len && i - at < longest; i++) {
        if (s.ptr[i] == close)
            return i;
        if (s.ptr[i] == open)
            return -1;
    }
    return -1;
}

bool direction_next(struct direction *out, struct str s, ptrdiff_t from, char stage)
{
    for (ptrdiff_t at = from; at < s.len; at++) {
        char c = s.ptr[at];
        if (c == ']' && ends_term(s, at)) {
            *out = (struct direction){at, at + 1, REASON_MARKUP};
            return true;
        }
        if (c != '(' && c != '[')
            continue;
        ptrdiff_t end = closing(s, at, c == stage ? STAGE_LONGEST : DIRECTION_LONGEST);
        if (end < 0)
            continue;
        struct str bracket = str_slice(s, at, end + 1);
        struct str inside = str_slice(s, at + 1, end);
        ptrdiff_t term = c == '[' ? term_begin(s, at) : 0;
        if (term) {
            *out = (struct direction){at, term, REASON_MARKUP};
            return true;
        }
        enum reason reason = is_clock(bracket)                    ? REASON_CLOCK_TIME
                             : c == stage || direction_is(inside) ? REASON_STAGE_DIRECTION
                                                                  : REASON_NONE;
        if (reason != REASON_NONE) {
            *out = (struct direction){at, end + 1, reason};
            return true;
        }
    }
    return false;
}
