/* Labels before a dash: "Brandt – Since when?", "O SR. PRATES (PXB - SP) - I do". A dash stands in many
 * sentences: whether these are labels only the whole document can tell. */
#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/labels_scan.h"

enum { DASH_BYTES_MOST = 160, DASH_WORDS_MOST = 7 };

bool label_is_dash(struct str word)
{
    static const char *const dashes[] = {"-", "--", "\u2013", "\u2014"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (str_eq(word, str_from(dashes[i])))
            return true;
    return false;
}

/* How many brackets the word leaves open. */
static int brackets_in(struct str word)
{
    int depth = 0;
    for (ptrdiff_t i = 0; i < word.len; i++)
        depth += (word.ptr[i] == '(' || word.ptr[i] == '[') -
                 (word.ptr[i] == ')' || word.ptr[i] == ']');
    return depth;
}

static bool may_be_of_label(struct arena *scratch, struct str word, bool first)
{
    ptrdiff_t at = 0;
    int32_t c = utf8_next(word, &at);
    if (unicode_is_letter(c) && !unicode_is_lower(c))
        return true;
    struct str form = word_form(scratch, word);
    return !first &&
           (vocabulary_has(WORD_PARTICLE, form) || vocabulary_has(WORD_JOINER, form) ||
            vocabulary_has(WORD_RANK, form) || vocabulary_has(WORD_ROLE, form) ||
            vocabulary_has(WORD_COURTESY, form) || vocabulary_has(WORD_ARTICLE, form));
}

static bool may_end_label(struct arena *scratch, struct str word)
{
    char last = word.ptr[word.len - 1];
    struct str form = word_form(scratch, word);
    return last != ',' && last != ';' && last != ':' && last != '?' && last != '!' &&
           (last != '.' || utf8_count(form) <= 3);
}

static bool speech_begins(struct str s, ptrdiff_t at)
{
    int32_t c = at < s.len ? utf8_next(s, &at) : 0;
    return (unicode_is_letter(c) && !unicode_is_lower(c)) || c == '(' || c == '[' ||
           c == '"' || c == 0x201C || c == 0x201E || c == 0xAB || c == 0xBF ||
           c == 0xA1 || c == 0x2026;
}

ptrdiff_t label_before_dash(struct str s, ptrdiff_t begin, ptrdiff_t *behind)
{
    struct arena scratch = {0};
    struct str rest = str_slice(s, begin, begin + DASH_BYTES_MOST);
    ptrdiff_t end = -1, found = -1;
    int depth = 0;
    for (int words = 0; words <= DASH_WORDS_MOST;) {
        struct str word = next_word(&rest);
        if (!word.len)
            break;
        if (!depth && end >= 0 && label_is_dash(word)) {
            *behind = word.ptr + word.len - s.ptr;
            found = end;
            break;
        }
        bool inside = depth || word.ptr[0] == '(' || word.ptr[0] == '[';
        if (!inside && !may_be_of_label(&scratch, word, !words))
            break;
        words += !inside;
        depth += brackets_in(word);
        end = word.ptr + word.len - s.ptr;
        if (depth < 0 || !words || (!inside && !may_end_label(&scratch, word)))
            end = -1;
        if (depth < 0 || !words)
            break;
    }
    arena_clear(&scratch);
    return found;
}

bool label_dash(struct label *l, const struct scan *scan)
{
    struct str s = scan->s;
    ptrdiff_t behind, end = label_before_dash(s, l->begin, &behind);
    if (end < 0)
        return false;
    l->end = end;
    l->colon = behind;
    l->after = label_skip_blanks(s, behind);
    l->alone = false;
    l->bold = label_style_at(scan, l) == LABEL_BOLD;
    l->style = LABEL_DASH;
    return speech_begins(s, l->after);
}
