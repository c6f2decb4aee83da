#include "turns/directions.h"

#include "base/unicode.h"
#include "transcript/punctuation.h"
#include "transcript/vocabulary.h"
#include "turns/dates.h"
#include "turns/shape.h"

enum {
    DIRECTION_LONGEST = 200,
    STAGE_LONGEST = 4000,
    NOTE_LONGEST = 300,
    STARRED_LONGEST = 40,
    WORDS_MOST = 12,
    LONG_WORDS_MOST = 24,
    SOUND_WORDS_MOST = 6
};

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

static bool is_capital(struct str s)
{
    ptrdiff_t at = 0;
    return unicode_is_upper(utf8_next(s, &at));
}

static int count_words(struct str s)
{
    int words = 0;
    while (next_word(&s).len)
        words++;
    return words;
}

/* Does somebody speak of himself or to somebody: is it what was said after all? */
static bool addresses(struct str words)
{
    for (struct str word; (word = next_word(&words)).len;)
        if (vocabulary_has(WORD_FIRST_PERSON, word))
            return true;
    return false;
}

/* "Through interpreter", "Beifall bei Abgeordneten der ...": a phrase and what belongs to it. A
 * bracket that begins with a capital is no part of a sentence, and may be longer. */
static bool begins_direction(struct str folded, bool capital)
{
    ptrdiff_t start = vocabulary_prefix(WORD_DIRECTION_START, folded);
    ptrdiff_t reaction = vocabulary_prefix(WORD_REACTION, folded);
    int behind = count_words(str_slice(folded, start, folded.len));
    if (start && behind <= 5)
        return true;
    if (reaction && !capital)
        return count_words(str_slice(folded, reaction, folded.len)) <= 2;
    return capital && (start || reaction) && behind <= LONG_WORDS_MOST &&
           (reaction || !addresses(folded));
}

/* Without a clock time at its end: "inaudible 00:12:34". */
static struct str without_clock(struct str s)
{
    ptrdiff_t at = s.len, begin = s.len;
    while (at > 0 && !utf8_is_space(utf8_previous(s, &at)))
        begin = at;
    struct str last = str_slice(s, begin, s.len);
    bool clock = begin && last.len && clock_prefix(last) == last.len;
    return clock ? str_trim(str_slice(s, 0, begin)) : s;
}

bool direction_is(struct str words)
{
    if (words.len > DIRECTION_LONGEST)
        return false;
    struct arena scratch = {0};
    words = without_clock(str_trim(words));
    struct str folded = fold_words(&scratch, words);
    bool is =
        folded.len && (only_directions(folded) || vocabulary_has(WORD_END_MARK, folded) ||
                       begins_direction(folded, is_capital(words)));
    arena_clear(&scratch);
    return is;
}

bool direction_is_note(struct str paragraph)
{
    ptrdiff_t at = 0, end = paragraph.len;
    if (paragraph.len > NOTE_LONGEST || paragraph.len < 4)
        return false;
    int32_t open = utf8_next(paragraph, &at), close = utf8_previous(paragraph, &end);
    struct str inside = str_trim(str_slice(paragraph, at, end)), rest = inside;
    if (!((open == '(' && close == ')') || (open == 0xFF08 && close == 0xFF09)) ||
        str_find_byte(inside, '(') >= 0 || inside.len < 3)
        return false;
    at = 0;
    int32_t first = utf8_next(inside, &at);
    bool note = unicode_is_letter(first) && !unicode_is_lower(first);
    struct arena scratch = {0};
    for (struct str word; note && (word = next_word(&rest)).len;) {
        struct str form = word_form(&scratch, word);
        note = !vocabulary_has(WORD_FIRST_PERSON, form) &&
               !vocabulary_has(WORD_SECOND_PERSON, form) && !str_ends(word, S("?"));
    }
    arena_clear(&scratch);
    return note;
}

/* A ship's horn; Phone rings: a sound, and nothing that speaks. */
static bool is_sound(struct str inside)
{
    struct arena scratch = {0};
    struct str folded = fold_words(&scratch, inside), rest = folded;
    bool sound = false, says = false;
    for (struct str word; (word = next_word(&rest)).len;) {
        sound = sound || vocabulary_has(WORD_SOUND, word);
        says = says || vocabulary_has(WORD_AUXILIARY, word);
    }
    sound = sound && !says && count_words(folded) <= SOUND_WORDS_MOST &&
            !addresses(folded) && str_find_byte(inside, ',') < 0;
    arena_clear(&scratch);
    return sound;
}

/* Two words at least, and not a small letter: BEGIN VIDEO CLIP. */
static bool is_shouted(struct str inside)
{
    int letters = 0;
    for (ptrdiff_t at = 0; at < inside.len;) {
        int32_t c = utf8_next(inside, &at);
        if (unicode_is_lower(c) || unicode_is_digit(c))
            return false;
        letters += unicode_is_upper(c);
    }
    return letters >= 6 && count_words(inside) >= 2 && count_words(inside) <= 6;
}

/* Is there a small letter near by? Where all is in capitals, they say nothing. */
static bool has_lower_near(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    for (ptrdiff_t at = end; at < s.len && at < end + 200; at++)
        if (s.ptr[at] >= 'a' && s.ptr[at] <= 'z')
            return true;
    for (ptrdiff_t at = begin; at > 0 && at > begin - 200; at--)
        if (s.ptr[at - 1] >= 'a' && s.ptr[at - 1] <= 'z')
            return true;
    return s.len == end - begin; /* nothing else in its paragraph */
}

/* Does the bracket [begin, end) stand alone, or between two sentences? */
static bool between_sentences(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    int32_t c = -1;
    for (ptrdiff_t at = begin; at > 0;)
        if (!utf8_is_space(c = utf8_previous(s, &at)))
            break;
    unsigned border = PUNCTUATION_ENDS | PUNCTUATION_DASHES | PUNCTUATION_COLON;
    bool before =
        c == -1 || utf8_is_space(c) || punctuation_of(c) & (border | PUNCTUATION_CLOSES);
    c = -1;
    for (ptrdiff_t at = end; at < s.len;)
        if (!utf8_is_space(c = utf8_next(s, &at)))
            break;
    return before && !unicode_is_lower(c) && c != ',' && c != '.' && c != ';';
}

/* "[ Orry Lind]": a note at the margin that a scanner put into the text; people write no blank
 * behind a bracket. */
static bool is_margin_note(struct str bracket)
{
    struct str inside = str_slice(bracket, 1, bracket.len - 1);
    if (bracket.ptr[0] != '[' || inside.len < 4 || inside.ptr[0] != ' ' ||
        inside.ptr[inside.len - 1] == ' ' || count_words(inside) > 4)
        return false;
    for (struct str word; (word = next_word(&inside)).len;)
        if (!is_capital(word))
            return false;
    return true;
}

/* "NORA: (pointing at the rope) See", "NORA (softly). See": a note in small letters between a label
 * and a sentence, and no remark of the sentence's: "(see below)". In a play one word is enough,
 * and it may stand between two sentences, too. */
static bool is_manner(struct str s, ptrdiff_t begin, ptrdiff_t end, struct str inside,
                      bool at_label, bool play)
{
    ptrdiff_t before = begin, first = 0;
    bool stop = at_label && end < s.len && s.ptr[end] == '.';
    ptrdiff_t behind = end += stop;
    while (before > 0 && s.ptr[before - 1] == ' ')
        before--;
    while (behind < s.len && s.ptr[behind] == ' ')
        behind++;
    bool small = inside.len && unicode_is_lower(utf8_next(inside, &first));
    bool note = play || count_words(inside) >= 2 || str_ends(inside, S("ing")) ||
                str_ends(inside, S("ly"));
    char last = before ? s.ptr[before - 1] : 0;
    bool ended = play && (last == '.' || last == '?' || last == '!');
    bool label = before ? last == ':' || ended : at_label;
    if (!small || !note || !label || behind == end || behind >= s.len ||
        !unicode_is_upper(utf8_next(s, &behind)))
        return false;
    struct arena scratch = {0};
    struct str folded = fold_words(&scratch, inside), rest = folded;
    bool manner = !vocabulary_has(WORD_ASIDE, next_word(&rest)) && !addresses(folded);
    arena_clear(&scratch);
    return manner;
}

/* "(EN)" behind a label, as the parliament of many languages marks what was spoken. */
static bool is_language_mark(struct str inside)
{
    static const char codes[] =
        " BG CS DA DE EL EN ES ET FI FR GA HR HU IT LT LV MT NL PL "
        "PT RO SK SL SV ";
    return inside.len == 2 && inside.ptr[0] != ' ' && inside.ptr[1] != ' ' &&
           str_find(str_from(codes), inside) > 0;
}

/* Why the bracket [begin, end) is not said, judged by where it stands. */
static enum reason reason_by_place(struct str s, ptrdiff_t begin, ptrdiff_t end,
                                   bool at_label, bool play)
{
    struct str inside = str_trim(str_slice(s, begin + 1, end - 1));
    if (is_margin_note(str_slice(s, begin, end)))
        return REASON_PAGE_FURNITURE;
    if (at_label && !begin && is_language_mark(inside))
        return REASON_METADATA;
    if (is_manner(s, begin, end, inside, at_label, play))
        return REASON_STAGE_DIRECTION;
    if (!is_capital(inside) || !between_sentences(s, begin, end))
        return REASON_NONE;
    bool shouted = is_shouted(inside) && has_lower_near(s, begin, end);
    return shouted || is_sound(inside) ? REASON_STAGE_DIRECTION : REASON_NONE;
}

/* "*laughs*": where it ends, else 0. */
static ptrdiff_t starred(struct str s, ptrdiff_t at)
{
    ptrdiff_t end = at + 1;
    while (end < s.len && end - at < STARRED_LONGEST && s.ptr[end] != '*')
        end++;
    bool is = end < s.len && s.ptr[end] == '*' && end > at + 2 &&
              direction_is(str_slice(s, at + 1, end));
    return is ? end + 1 : 0;
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
    char open = s.ptr[at], close = open == '[' ? ']' : open == '<' ? '>' : ')';
    for (ptrdiff_t i = at + 1; i < s.len && i - at < longest; i++) {
        if (s.ptr[i] == close)
            return i;
        if (s.ptr[i] == open)
            return -1;
    }
    return -1;
}

bool direction_next(struct direction *out, struct str s, ptrdiff_t from, char stage,
                    bool at_label)
{
    for (ptrdiff_t at = from; at < s.len; at++) {
        char c = s.ptr[at];
        if (c == ']' && ends_term(s, at)) {
            *out = (struct direction){at, at + 1, REASON_MARKUP};
            return true;
        }
        ptrdiff_t star = c == '*' ? starred(s, at) : 0;
        if (star) {
            *out = (struct direction){at, star, REASON_STAGE_DIRECTION};
            return true;
        }
        ptrdiff_t angle = c == '<' ? closing(s, at, STARRED_LONGEST) : -1;
        if (angle > at + 1 && direction_is(str_slice(s, at + 1, angle))) {
            *out = (struct direction){at, angle + 1, REASON_STAGE_DIRECTION};
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
        enum reason reason = is_clock(bracket) ? REASON_CLOCK_TIME
                             : c == stage || direction_is(inside)
                                 ? REASON_STAGE_DIRECTION
                                 : reason_by_place(s, at, end + 1, at_label, stage != 0);
        if (reason != REASON_NONE) {
            *out = (struct direction){at, end + 1, reason};
            return true;
        }
    }
    return false;
}
