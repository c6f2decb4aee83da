#include "turns/evidence.h"

#include "base/unicode.h"
#include "transcript/punctuation.h"
#include "transcript/vocabulary.h"

enum { SAMPLES = 8, HEARD_BYTES = 260, VALUE_WORDS_MOST = 8, ROLL_WORDS_MOST = 80 };

/* What stands behind the label: on its line, else on the next ones of its block or in the next
 * block. */
static struct str what_follows(const struct layout *layout, const struct label *l)
{
    const struct document *doc = layout->document;
    struct str text = doc->blocks[l->block].text.str;
    struct str rest = str_slice(text, l->after, l->after + HEARD_BYTES);
    if (str_trim(rest).len || l->block + 1 >= doc->block_count ||
        doc->blocks[l->block + 1].kind != BLOCK_PARAGRAPH)
        return rest;
    return str_slice(doc->blocks[l->block + 1].text.str, 0, HEARD_BYTES);
}

/* "Mr. Speaker, ", "Monsieur le président, " */
static bool addresses(struct arena *scratch, struct str s)
{
    bool courtesy = vocabulary_has(WORD_COURTESY, word_form(scratch, next_word(&s)));
    struct str word = next_word(&s);
    if (courtesy && vocabulary_has(WORD_ARTICLE, word_form(scratch, word)))
        word = next_word(&s);
    return courtesy && str_ends(word, S(",")) &&
           vocabulary_has(WORD_RANK, word_form(scratch, word));
}

static bool sounds(struct str s)
{
    struct arena scratch = {0};
    bool found = addresses(&scratch, s);
    for (struct str word; !found && (word = next_word(&s)).len;) {
        struct str form = word_form(&scratch, word);
        while (form.len > 1 && (str_ends(form, S("?")) || str_ends(form, S("!")))) {
            found = found || str_ends(form, S("?"));
            form.len--;
        }
        found = found || vocabulary_has(WORD_FIRST_PERSON, form) ||
                vocabulary_has(WORD_SECOND_PERSON, form);
    }
    arena_clear(&scratch);
    return found;
}

bool evidence_sounds(struct str text)
{
    return sounds(str_slice(text, 0, HEARD_BYTES));
}

/* Is it mostly in a script that has capitals? The words that sound like speech are. */
static bool is_cased(struct str s)
{
    int cased = 0, letters = 0;
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        letters += unicode_is_letter(c);
        cased += unicode_is_upper(c) || unicode_is_lower(c);
    }
    return 2 * cased >= letters;
}

static bool ends_sentence(struct str s)
{
    s = punctuation_without_notes(s);
    ptrdiff_t at = s.len;
    unsigned mark = PUNCTUATION_CLOSES;
    while (mark & PUNCTUATION_CLOSES)
        mark = punctuation_of(utf8_previous(s, &at));
    return mark & (PUNCTUATION_ENDS | PUNCTUATION_DASHES | PUNCTUATION_PAUSES);
}

bool evidence_is_value(const struct layout *layout, const struct label *l)
{
    const struct line *line = &layout->lines[l->line];
    struct str rest =
        str_slice(layout->document->blocks[l->block].text.str, l->after, line->end);
    if (!rest.len || ends_sentence(rest))
        return false;
    bool goes_on = l->line + 1 < layout->line_count &&
                   !layout->lines[l->line + 1].first &&
                   layout_continues(layout, l->line + 1);
    int words = 0, capitals = 0, commas = 0;
    for (struct str word; (word = next_word(&rest)).len;) {
        ptrdiff_t at = word.ptr[0] == '(';
        int32_t c = utf8_next(word, &at);
        capitals += unicode_is_upper(c) || unicode_is_digit(c);
        commas += str_ends(word, S(","));
        if (++words > ROLL_WORDS_MOST)
            return false;
    }
    if (words > VALUE_WORDS_MOST) /* a roll of names */
        return !goes_on && commas >= 2 && 4 * capitals >= 3 * words;
    return !goes_on && 2 * capitals >= words;
}

void evidence_add(struct evidence *e, const struct layout *layout, const struct label *l)
{
    e->all_speech = layout->document->all_speech;
    if (e->sampled >= SAMPLES)
        return;
    e->sampled++;
    struct str words = what_follows(layout, l);
    e->cased += is_cased(words);
    e->sounding += sounds(words);
    struct str paragraph = layout->document->blocks[l->block].text.str;
    e->asking += str_ends(punctuation_without_notes(paragraph), S("?"));
    e->values += evidence_is_value(layout, l);
}
