#include "turns/questions.h"

#include "base/unicode.h"
#include "turns/evidence.h"

enum { QUESTIONS_LEAST = 3, QUESTION_WORDS_LEAST = 3 };

/* The mark that holds the whole paragraph: MARK_STRONG, MARK_EMPHASIS, or -1. */
static int mark_of(const struct block *b)
{
    struct str text = str_trim(b->text.str);
    ptrdiff_t begin = text.ptr - b->text.str.ptr, end = begin + text.len;
    for (ptrdiff_t i = 0; i < b->mark_count && b->marks[i].begin <= begin; i++)
        if ((b->marks[i].kind == MARK_STRONG || b->marks[i].kind == MARK_EMPHASIS) &&
            b->marks[i].end >= end)
            return b->marks[i].kind;
    return -1;
}

static bool has_words(struct str s)
{
    int words = 0;
    while (words < QUESTION_WORDS_LEAST && next_word(&s).len)
        words++;
    return words == QUESTION_WORDS_LEAST;
}

static bool asks(struct str s)
{
    ptrdiff_t at = s.len;
    int32_t c = utf8_previous(s, &at);
    while (at > 0 && (c == '"' || c == 0x201D || c == 0xBB || utf8_is_space(c)))
        c = utf8_previous(s, &at);
    return c == '?' || c == 0xFF1F;
}

/* "Tell me about the ferry.": among questions a sentence in bold is one, too. */
static bool ends_sentence(struct str s)
{
    s = str_trim(s);
    return asks(s) || str_ends(s, S(".")) || str_ends(s, S("!"));
}

const enum question_part *questions_find(struct arena *a, const struct document *doc)
{
    enum question_part *parts = arena_array(a, enum question_part, doc->block_count);
    ptrdiff_t asked = 0, marked = 0, answered = 0, sounding = 0, answers = 0;
    enum question_part above = PART_NONE;
    int mark = -1; /* of the first question */
    for (ptrdiff_t i = 0; i < doc->block_count; i++) {
        const struct block *b = &doc->blocks[i];
        if (b->kind != BLOCK_PARAGRAPH) {
            above = b->kind == BLOCK_HEADING ? PART_NONE : above;
            continue;
        }
        if (mark_of(b) >= 0) {
            bool question =
                asked ? mark_of(b) == mark &&
                            (asks(b->text.str) ||
                             (has_words(b->text.str) && ends_sentence(b->text.str)))
                      : has_words(b->text.str) && asks(b->text.str);
            mark = question ? mark_of(b) : mark;
            parts[i] = question ? PART_QUESTION : PART_NOTE;
            asked += question && asks(b->text.str);
            marked += question;
        } else if (above == PART_QUESTION || above == PART_ANSWER) {
            parts[i] = PART_ANSWER;
            answered += above == PART_QUESTION;
            answers++;
            sounding += evidence_sounds(b->text.str);
        }
        above = parts[i];
    }
    bool interview = asked >= QUESTIONS_LEAST && 3 * asked >= 2 * marked &&
                     4 * answered >= 3 * marked && 3 * sounding >= answers;
    return interview ? parts : NULL;
}

struct str questions_speaker(enum question_part part)
{
    return part == PART_QUESTION ? S("Question")
           : part == PART_ANSWER ? S("Answer")
                                 : S("");
}
