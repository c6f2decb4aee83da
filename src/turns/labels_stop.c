/* Labels that end in a full stop, or in nothing when a direction follows: "Mr. Koo. I think",
 * "THE MOTHER [aside] I think". Only the shape is looked at; whether the document has more of the
 * kind is for turns/convention.h. */
#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/directions.h"
#include "turns/labels_scan.h"

enum {
    STOP_BYTES_MOST = 120,
    STOP_WORDS_MOST = 7,
    DESCRIBED_BYTES_MOST = 140,
    DESCRIBED_WORDS_MOST = 14
};

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
    struct str rest = str_slice(s, at, s.len);
    if (label_is_dash(next_word(&rest))) /* "PRATES (PXB - SP) - I do" */
        return false;
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

/* The words of a possible label, up to the one that is looked at. */
struct stop_scan {
    struct arena scratch;
    struct str s;
    struct label *l;
    int words;
    bool courtesy, rank; /* Mr., M.; président: what belongs to it is in lower case */
    bool joined;         /* the word before is "de", "la", "of" */
    bool surname;        /* the first word is none that has a dot */
    bool initial;        /* the word before is one letter and a dot */
};

static bool found_stop(struct stop_scan *scan, ptrdiff_t end, ptrdiff_t colon,
                       enum label_style style)
{
    scan->l->end = end;
    scan->l->colon = colon;
    scan->l->style = style;
    return true;
}

static bool may_be_of_name(struct stop_scan *scan, struct str form, struct str word)
{
    ptrdiff_t at = 0, end = word.ptr + word.len - scan->s.ptr;
    int32_t c = utf8_next(word, &at);
    if (unicode_is_upper(c))
        return true;
    struct str all = str_slice(scan->s, scan->l->begin, end);
    if (scan->words == 1 && /* From the floor. */
        vocabulary_has(WORD_ANONYMOUS,
                       word_form(&scan->scratch, label_key(&scan->scratch, all))))
        return true;
    bool particle =
        vocabulary_has(WORD_PARTICLE, form) || vocabulary_has(WORD_JOINER, form);
    bool office = vocabulary_has(WORD_RANK, form) || vocabulary_has(WORD_ROLE, form) ||
                  vocabulary_has(WORD_COURTESY, form) ||
                  vocabulary_has(WORD_ARTICLE, form);
    return scan->words > 0 &&
           (particle || str_eq(form, S("pro")) || str_eq(form, S("tempore")) ||
            unicode_is_digit(c) || (scan->courtesy && office) ||
            (scan->courtesy && scan->rank && scan->joined));
}

/* A.B., or one letter and a dot; *letters: how many. */
static bool are_initials(struct str word, int *letters)
{
    *letters = 0;
    for (ptrdiff_t at = 0; at < word.len; ++*letters) {
        if (!unicode_is_upper(utf8_next(word, &at)) || at >= word.len ||
            word.ptr[at++] != '.')
            return false;
    }
    return *letters > 0;
}

/* Behind a name and a comma: is there an office, or how it is said, and a full stop? Nobody is
 * spoken to there, and it is no sentence. Returns where the full stop is; -1: there is none. */
static ptrdiff_t described_up_to(struct stop_scan *scan, ptrdiff_t at, bool sure)
{
    struct str rest = str_slice(scan->s, at, at + DESCRIBED_BYTES_MOST);
    bool lower = false;
    for (int words = 0; words < DESCRIBED_WORDS_MOST; words++) {
        struct str word = next_word(&rest);
        ptrdiff_t begin = word.ptr - scan->s.ptr, end = begin + word.len, next = 0;
        if (!word.len || end >= at + DESCRIBED_BYTES_MOST)
            return -1;
        struct str form = word_form(&scan->scratch, word);
        char last = word.ptr[word.len - 1];
        if (last == ':' || last == ';' || last == '?' || last == '!' ||
            (word.ptr[0] != 'i' && vocabulary_has(WORD_FIRST_PERSON, form)) ||
            vocabulary_has(WORD_SECOND_PERSON, form) ||
            vocabulary_has(WORD_AUXILIARY, form))
            return -1;
        if (!words && !sure && !vocabulary_has(WORD_RANK, form) &&
            !vocabulary_has(WORD_ROLE, form))
            return -1;
        lower = lower || unicode_is_lower(utf8_next(word, &next)) ||
                vocabulary_has(WORD_RANK, form) || vocabulary_has(WORD_ROLE, form);
        if (last == '.' && utf8_count(form) > 1 && !is_abbreviation(form) &&
            text_may_follow(scan->s, end))
            return lower ? end - 1 : -1; /* else it is a list of who is there */
    }
    return -1;
}

/* "NAME (X). ", "NAME [direction] ". */
static bool stop_at_bracket(struct stop_scan *scan, ptrdiff_t begin)
{
    struct str s = scan->s;
    struct str name = str_trim(str_slice(s, scan->l->begin, begin));
    ptrdiff_t behind = behind_bracket(s, begin), at = begin + 1;
    bool dot = behind >= 0 && behind < s.len && s.ptr[behind] == '.' &&
               text_may_follow(s, behind + 1);
    bool capitals = without_lower(name);
    /* "CARLO BRUNI (GA).", but not "ROSS (aside)." */
    bool party = dot && !unicode_is_lower(utf8_next(s, &at)) &&
                 !direction_is(str_slice(s, begin + 1, behind - 1));
    if (dot && (!capitals || party)) /* "The SPEAKER pro tempore (Mr. Smith)." */
        return found_stop(scan, behind, behind + 1, LABEL_STOP);
    ptrdiff_t end = scan->l->begin + name.len;
    return capitals && is_direction(s, begin) &&
           found_stop(scan, end, end, LABEL_STOP_BRACKET);
}

/* A name, a comma and what describes it. */
static bool stop_behind_comma(struct stop_scan *scan, ptrdiff_t end, bool initials)
{
    struct str name = str_slice(scan->s, scan->l->begin, end - 1);
    ptrdiff_t dot =
        described_up_to(scan, end, initials || (name.len > 3 && without_lower(name)));
    return dot >= 0 && found_stop(scan, dot, dot + 1, LABEL_STOP);
}

enum step { STEP_ON, STEP_FOUND, STEP_NONE };

/* Looks at the word [begin, end) of scan->s. */
static enum step stop_step(struct stop_scan *scan, ptrdiff_t begin, ptrdiff_t end)
{
    struct str word = str_slice(scan->s, begin, end);
    int letters;
    if (scan->words && (word.ptr[0] == '[' || word.ptr[0] == '('))
        return stop_at_bracket(scan, begin) ? STEP_FOUND : STEP_NONE;
    struct str form = word_form(&scan->scratch, word);
    if (!may_be_of_name(scan, form, word))
        return STEP_NONE;
    char last = word.ptr[word.len - 1];
    bool comma = last == ',';
    bool initials = are_initials(str_slice(word, 0, word.len - comma), &letters);
    bool named = initials && scan->surname && scan->words &&
                 (letters > 1 || (scan->initial && scan->words == 2));
    if (comma && scan->words + without_lower(word) > 0)
        return stop_behind_comma(scan, end, named) ? STEP_FOUND : STEP_NONE;
    if (comma || last == ':' || last == ';' || last == '?' || last == '!')
        return STEP_NONE;
    if (named && text_may_follow(scan->s, end)) /* Lund A.B. Text */
        return found_stop(scan, end, end, LABEL_STOP) ? STEP_FOUND : STEP_NONE;
    if (!scan->words && last != '.' && vocabulary_has(WORD_METADATA, form))
        return STEP_NONE; /* ACT I. CHAPTER TWO. */
    if (!scan->words)
        scan->surname = last != '.' && utf8_count(form) > 2;
    scan->courtesy |= vocabulary_has(WORD_COURTESY, form) || str_eq(word, S("M.")) ||
                      (!scan->words && vocabulary_has(WORD_ARTICLE, form));
    scan->rank |= vocabulary_has(WORD_RANK, form) || vocabulary_has(WORD_ROLE, form);
    scan->joined = vocabulary_has(WORD_PARTICLE, form) ||
                   vocabulary_has(WORD_JOINER, form) ||
                   vocabulary_has(WORD_ARTICLE, form);
    scan->initial = initials && letters == 1;
    if (last != '.' || utf8_count(form) < 2 || is_abbreviation(form) ||
        str_find_byte(form, '.') >= 0)
        return STEP_ON;
    if (str_ends(word, S("..")) || !text_may_follow(scan->s, end))
        return STEP_NONE;
    return found_stop(scan, end - 1, end, LABEL_STOP) ? STEP_FOUND : STEP_NONE;
}

bool label_stop_find(struct label *l, struct str s)
{
    struct stop_scan scan = {.s = s, .l = l};
    struct str rest = str_slice(s, l->begin, l->begin + STOP_BYTES_MOST);
    enum step step = STEP_ON;
    for (; step == STEP_ON && scan.words < STOP_WORDS_MOST; scan.words++) {
        struct str word = next_word(&rest);
        ptrdiff_t begin = word.len ? word.ptr - s.ptr : 0, end = begin + word.len;
        if (!word.len || end >= l->begin + STOP_BYTES_MOST)
            break;
        step = stop_step(&scan, begin, end);
    }
    arena_clear(&scan.scratch);
    return step == STEP_FOUND;
}
