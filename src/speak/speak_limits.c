#include "base/unicode.h"
#include "speak/joints.h"
#include "speak/limits.h"
#include "speak/speak_passes.h"

/* Dotted letters in a row crash the engine, with or without blanks between them; a comma in the
 * place of a full stop ends the row ("U.U., U.U." does not). */
void speak_dotted(struct strbuf *out, struct str in, const struct speaking *how,
                  struct trace *trace)
{
    (void)trace;
    (void)how;
    int letters = 0; /* each with a full stop, up to here */
    int32_t before = -1;
    for (ptrdiff_t at = 0; at < in.len;) {
        int32_t c = utf8_next(in, &at);
        strbuf_add_char(out, c);
        bool alone = is_speech(c) && !is_speech(before);
        bool dotted = alone && at < in.len && in.ptr[at] == '.';
        before = c;
        if (is_speech(c) && !dotted)
            letters = 0;
        if (!dotted)
            continue;
        before = '.';
        ptrdiff_t next = ++at;
        bool cut = ++letters >= LIMIT_DOTTED_LETTERS && at < in.len;
        struct str end = is_speech(utf8_next(in, &next)) ? S(", ")
                         : cut && in.ptr[at] == ',' ? S(";") /* ",,,," would shrink */
                                                    : S(",");
        strbuf_add(out, cut ? end : S("."));
        letters = cut ? 0 : letters;
    }
}

/* Parts [at, end), one word, with blanks. */
static void add_word(struct strbuf *out, struct str in, ptrdiff_t at, ptrdiff_t end,
                     const struct speaking *how)
{
    ptrdiff_t begin = at, good = at; /* good: behind the last mark inside the word */
    int characters = 0, phonemes = 0;
    bool speech = false;
    while (at < end) {
        ptrdiff_t here = at;
        int32_t c = utf8_next(in, &at);
        characters++;
        phonemes += phonemes_of(c, how->own);
        bool full = characters > LIMIT_WORD_CHARACTERS || phonemes > LIMIT_WORD_PHONEMES;
        if (full && here > begin && is_speech(c)) { /* marks may hang over */
            ptrdiff_t cut = good > begin + (here - begin) / 3 ? good : here;
            strbuf_add(out, str_slice(in, begin, cut));
            strbuf_add_byte(out, ' ');
            at = begin = good = cut;
            characters = phonemes = 0;
            speech = false;
        } else if (is_speech(c)) {
            speech = true;
        } else if (speech && !unicode_is_mark(c)) {
            good = at;
        }
    }
    strbuf_add(out, str_slice(in, begin, end));
}

static ptrdiff_t word_end(struct str in, ptrdiff_t at)
{
    ptrdiff_t length = str_find_byte(str_slice(in, at, in.len), ' ');
    return length < 0 ? in.len : at + length;
}

void speak_words(struct strbuf *out, struct str in, const struct speaking *how,
                 struct trace *trace)
{
    (void)trace;
    for (ptrdiff_t at = 0; at < in.len;) {
        ptrdiff_t end = word_end(in, at);
        add_word(out, in, at, end, how);
        if (end < in.len)
            strbuf_add_byte(out, ' ');
        at = end + 1;
    }
}

/* Is `word` one of those that the engine drops when they are repeated: "I", "e.g.", "&a"? */
static bool is_dropped_when_repeated(struct str word)
{
    int characters = 0, speech = 0;
    for (ptrdiff_t at = 0; at < word.len && speech <= 2; characters++)
        speech += is_speech(utf8_next(word, &at));
    return characters == 1 || (speech <= 2 && speech < characters);
}

/* Without the marks that end it. */
static struct str without_stops(struct str word)
{
    while (word.len && str_find_byte(S(".,;:!?"), word.ptr[word.len - 1]) >= 0)
        word.len--;
    return word;
}

/* The engine drops the fourth of such words in a row. A comma in the place of a full stop helps,
 * one behind it does not. */
void speak_repeats(struct strbuf *out, struct str in, const struct speaking *how,
                   struct trace *trace)
{
    (void)trace;
    (void)how;
    struct str last = {0};
    int times = 0;
    for (ptrdiff_t at = 0; at < in.len;) {
        ptrdiff_t end = word_end(in, at);
        struct str word = str_slice(in, at, end);
        bool again = str_eq_ascii_case(word, last) && is_dropped_when_repeated(word);
        times = again ? times + 1 : 1;
        if (times > LIMIT_EQUAL_LETTERS) {
            out->len -= last.len - without_stops(last).len;
            strbuf_add_byte(out, ',');
            times = 1;
        }
        if (at)
            strbuf_add_byte(out, ' ');
        strbuf_add(out, word);
        last = word;
        at = end + 1;
    }
}

/* Where words with full stops follow one another in lower case ("met. left. went."), the engine's
 * word events lag behind; a comma in the place of every third stop brings them back. */
void speak_stops(struct strbuf *out, struct str in, const struct speaking *how,
                 struct trace *trace)
{
    (void)trace;
    (void)how;
    int stops = 0;
    for (ptrdiff_t at = 0; at < in.len;) {
        ptrdiff_t end = word_end(in, at), next = end + 1;
        struct str word = str_slice(in, at, end);
        bool lower = next < in.len && unicode_is_lower(utf8_next(in, &next));
        stops = lower && str_ends(word, S(".")) ? stops + 1 : 0;
        if (at)
            strbuf_add_byte(out, ' ');
        while (stops == LIMIT_LOWER_STOPS && str_ends(word, S(".")))
            word.len--;
        strbuf_add(out, word);
        if (stops == LIMIT_LOWER_STOPS) {
            strbuf_add_byte(out, ',');
            stops = 0;
        }
        at = end + 1;
    }
}

/* Does a clause end with `c`, for the engine? `rest` is what follows. A full stop only where
 * a capital or a digit comes next: else it may be taken for an abbreviation's. */
static bool ends_clause(int32_t c, struct str rest)
{
    if (c == 0x3001 || c == 0x3002)
        return true;
    if (!rest.len || rest.ptr[0] != ' ')
        return false;
    ptrdiff_t at = 1;
    int32_t next = utf8_next(rest, &at);
    return c == ',' || c == ';' || c == ':' || c == '?' || c == '!' || c == 0x2013 ||
           c == 0x2014 || c == 0x2026 ||
           (c == '.' && (unicode_is_upper(next) || unicode_is_digit(next)));
}

static bool ends_in_stop(struct str s)
{
    return str_ends(s, S(".")) && !str_ends(s, S(".."));
}

void speak_clauses(struct strbuf *out, struct str in, const struct speaking *how,
                   struct trace *trace)
{
    (void)trace;
    /* Of the clause; its last blank; the last one before a joint; copied so far. */
    ptrdiff_t begin = 0, blank = 0, joint = 0, added = 0;
    int phonemes = 0;
    for (ptrdiff_t at = 0; at < in.len;) {
        ptrdiff_t here = at;
        int32_t c = utf8_next(in, &at);
        phonemes += phonemes_of(c, how->own);
        bool full = at - begin > LIMIT_CLAUSE_BYTES || phonemes > LIMIT_CLAUSE_PHONEMES;
        if (ends_clause(c, str_slice(in, at, in.len))) {
            begin = blank = joint = at;
            phonemes = 0;
        } else if (full && blank > begin) {
            blank = joint > begin + (blank - begin) / 3 ? joint : blank;
            strbuf_add(out, str_slice(in, added, blank));
            out->len -= ends_in_stop(strbuf_str(out)); /* before a comma it hides it */
            strbuf_add_byte(
                out, in.ptr[blank + 1] == ',' ? ';' : ','); /* ",,,," would shrink */
            at = begin = added = joint = blank;
            phonemes = 0;
        } else if (c == ' ') {
            bool second = joint == blank && joint > begin; /* "but that" */
            joint = !second && joint_at(in, at, how->language) ? here : joint;
            blank = here;
        }
    }
    strbuf_add(out, str_slice(in, added, in.len));
}
