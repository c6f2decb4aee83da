/* What the engine is spared, whatever a stranger wrote (speak/speak.h, speak/limits.h). */
#ifndef BRIEFCAST_TESTS_BEARABLE_H
#define BRIEFCAST_TESTS_BEARABLE_H

#include "base/unicode.h"
#include "speak/limits.h"

enum { PHONEMES_HIDDEN = UNICODE_STAND_IN_FIRST };

/* `s` with one character for each "[[..]]". */
static inline struct str phonemes_hidden(struct arena *a, struct str s)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t at = 0, length; at < s.len;) {
        struct str rest = str_slice(s, at, s.len);
        if (str_starts(rest, S("[[")) && (length = str_find(rest, S("]]"))) > 0) {
            strbuf_add_char(&b, PHONEMES_HIDDEN);
            at += length + 2;
        } else {
            strbuf_add_byte(&b, s.ptr[at++]);
        }
    }
    return strbuf_str(&b);
}

static inline bool is_unbearable(int32_t c)
{
    if (c == PHONEMES_HIDDEN)
        return false;
    return unicode_is_control(c) || unicode_is_format(c) ||
           unicode_is_unassigned_or_private(c) || (c >= 0x2800 && c <= 0x28FF) ||
           (utf8_is_space(c) && c != ' ') ||
           (c < 0x80 && str_find_byte(S("[]{}_|^`\\"), (char)c) >= 0);
}

/* Does a clause surely end with `c`, or may it? */
static inline bool may_end_clause(int32_t c, struct str rest)
{
    bool surely = c < 0x80 && str_find_byte(S(",;:!?"), (char)c) >= 0;
    return surely ? str_starts(rest, S(" ")) : c == '.' || c >= 0x2013;
}

/* What is wrong with `s`, a text as spoken with its phonemes hidden; NULL: nothing. */
static inline const char *what_is_unbearable(struct str s, struct str language)
{
    struct alphabet own = alphabet_of(language);
    int characters = 0, word = 0, clause = 0, dotted = 0;
    ptrdiff_t begin = 0;
    int32_t before = -1, before_that = -1;
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        bool alone = is_speech(before) && !is_speech(before_that);
        if (is_unbearable(c))
            return "a character";
        if (c == ' ' && (before == ' ' || before == -1))
            return "a blank";
        characters = c == ' ' ? 0 : characters + !unicode_is_mark(c);
        word = c == ' ' ? 0 : word + phonemes_of(c, own);
        clause += phonemes_of(c, own);
        dotted = c == '.' && alone ? dotted + 1 : is_speech(before) ? 0 : dotted;
        if (is_speech(c) &&
            (characters > LIMIT_WORD_CHARACTERS || word > LIMIT_WORD_PHONEMES))
            return "a long word";
        if (dotted > LIMIT_DOTTED_LETTERS)
            return "dotted letters";
        if (at - begin > LIMIT_CLAUSE_BYTES + 3 || clause > LIMIT_CLAUSE_PHONEMES + 1)
            return "a long clause";
        if (may_end_clause(c, str_slice(s, at, s.len))) {
            begin = at;
            clause = 0;
        }
        before_that = before;
        before = c;
    }
    return before == ' ' ? "a blank" : NULL;
}

#endif
