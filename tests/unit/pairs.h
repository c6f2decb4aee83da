/* The pairs of tests/cases/speak: what is printed, and what a newsreader says. */
#ifndef BRIEFCAST_TESTS_PAIRS_H
#define BRIEFCAST_TESTS_PAIRS_H

#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "speak/limits.h"
#include "speak/speak.h"

struct pair {
    struct str class;    /* without its region */
    struct str language; /* the class's region, else the file's language */
    struct str printed, spoken;
};

/* Letters' names in phonemes (speak/speak_initials.c) as letters again. */
static inline struct str letters_of_phonemes(struct arena *a, struct str s)
{
    static const char *const letters[][2] = {{"[['eI]]", "A"}, {"[[b'E]]", "Б"},
                                             {"[[v'E]]", "В"}, {"[[Z'E]]", "Ж"},
                                             {"[['Es]]", "С"}, {"[[igr'Ek]]", "Y"}};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        for (ptrdiff_t at; (at = str_find(s, str_from(letters[i][0]))) >= 0;)
            s = str_format(
                a, "%.*s%s%.*s", STR_ARGS(str_slice(s, 0, at)), letters[i][1],
                STR_ARGS(str_slice(s, at + (ptrdiff_t)strlen(letters[i][0]), s.len)));
    return s;
}

/* Is `c` said, by a sound or by its name? All but the marks of a sentence, and of a note that is cut. */
static inline bool is_heard(int32_t c)
{
    if (c < 0x80)
        return is_speech(c) || strchr("$%/@#+&<=>~^|*_", c);
    return !utf8_is_space(c) && c != 0xA1 && c != 0xAB && c != 0xBB && c != 0xBF &&
           !(c >= 0x2010 && c <= 0x2027) && c != 0x2039 && c != 0x203A;
}

/* What makes no sound, or the same: case, marks, hyphens, two spellings. */
static inline struct str heard(struct arena *a, struct str s)
{
    struct strbuf b = {.arena = a}, out = {.arena = a};
    static const struct {
        const char *written, *said;
    } same[] = {{"per cent", "percent"}, {"ruble", "rouble"}, {"mr", "mister"}};
    s = unicode_lower(a, letters_of_phonemes(a, s), S(""));
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        if (c == '\'' || c == 0x2019)
            continue;
        if (is_heard(c))
            strbuf_add_char(&b, c);
        else if (b.len && b.ptr[b.len - 1] != ' ')
            strbuf_add_byte(&b, ' ');
    }
    s = str_trim(strbuf_str(&b));
    for (ptrdiff_t i = 0; i < s.len;) {
        bool begins = i == 0 || s.ptr[i - 1] == ' ';
        bool found = false;
        for (size_t k = 0; begins && k < sizeof same / sizeof *same; k++) {
            struct str w = str_from(same[k].written);
            if (!str_starts(str_slice(s, i, s.len), w) ||
                (w.len == 2 && i + 2 < s.len && s.ptr[i + 2] != ' '))
                continue;
            strbuf_add(&out, str_from(same[k].said));
            i += w.len;
            found = true;
        }
        if (!found)
            strbuf_add_byte(&out, s.ptr[i++]);
    }
    return strbuf_str(&out);
}

/* Calls `each` with every pair of a language's file; the arena is cleared after each. */
static inline void
pairs_read(const char *language,
           void (*each)(void *user, struct arena *a, const struct pair *p), void *user)
{
    char path[64], buffer[2048];
    snprintf(path, sizeof path, "tests/cases/speak/%s.tsv", language);
    FILE *f = fopen(path, "rb");
    while (f && fgets(buffer, sizeof buffer, f)) {
        struct arena a = {0};
        struct str line =
            str_slice(str_from(buffer), 0, (ptrdiff_t)strcspn(buffer, "\n"));
        struct pair p = {0};
        str_cut(line, '\t', &p.class, &p.printed);
        str_cut(p.printed, '\t', &p.printed, &p.spoken);
        str_cut(p.class, '@', &p.class, &p.language);
        p.language = p.language.len ? p.language : str_from(language);
        if (line.len && line.ptr[0] != '#')
            each(user, &a, &p);
        arena_clear(&a);
    }
    if (f)
        fclose(f);
}

#endif
