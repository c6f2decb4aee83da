#include "base/spellout.h"

#include <string.h>

#include <unicode/unum.h>
#include <unicode/ustring.h>

enum { LANGUAGES_MOST = 8, RULES_MOST = 64, WORDS_MOST = 1000, SOFT_HYPHEN = 0xAD };

struct formatter {
    char language[8];
    char rules[RULES_MOST]; /* those that are set */
    UNumberFormat *format;  /* NULL: there is none */
};

/* Reading a language's rules takes ICU up to 5 ms, and a number 5 us: so they are read once, which
 * is the one thing that a function here keeps. Each thread has its own. */
static struct formatter *formatter_of(const char *language)
{
    static _Thread_local struct formatter open[LANGUAGES_MOST];
    int i = 0;
    while (i < LANGUAGES_MOST && open[i].language[0] &&
           strcmp(open[i].language, language) != 0)
        i++;
    if (i == LANGUAGES_MOST || strlen(language) >= sizeof open[i].language)
        return NULL;
    if (!open[i].language[0]) {
        UErrorCode status = U_ZERO_ERROR;
        memcpy(open[i].language, language, strlen(language) + 1);
        open[i].format = unum_open(UNUM_SPELLOUT, NULL, 0, language, NULL, &status);
        if (U_FAILURE(status)) {
            unum_close(open[i].format);
            open[i].format = NULL;
        }
    }
    return open[i].format ? &open[i] : NULL;
}

static bool use_rules(struct formatter *f, const char *rules)
{
    UChar name[RULES_MOST];
    UErrorCode status = U_ZERO_ERROR;
    size_t length = strlen(rules);
    if (!strcmp(f->rules, rules))
        return true;
    if (length >= RULES_MOST)
        return false;
    u_charsToUChars(rules, name, (int32_t)length + 1);
    unum_setTextAttribute(f->format, UNUM_DEFAULT_RULESET, name, -1, &status);
    if (U_FAILURE(status))
        return false;
    memcpy(f->rules, rules, length + 1);
    return true;
}

bool spellout_add(struct strbuf *out, const char *language, const char *rules,
                  int64_t value)
{
    UChar words[WORDS_MOST];
    UErrorCode status = U_ZERO_ERROR;
    struct formatter *f = formatter_of(language);
    if (!f || !use_rules(f, rules))
        return false;
    int32_t count = unum_formatInt64(f->format, value, words, WORDS_MOST, NULL, &status);
    if (U_FAILURE(status) || count >= WORDS_MOST)
        return false;
    for (int32_t i = 0; i < count; i++) /* all of it lies in the basic plane */
        if (words[i] != SOFT_HYPHEN)
            strbuf_add_char(out, words[i]);
    return true;
}
