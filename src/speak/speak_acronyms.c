/* Words in capitals (speak/acronyms.h): spelled ones with full stops between their letters, which the
 * engine says as one word with the stress on the last; those that are said in small letters behind
 * their first, as it spells some short words in capitals and drops the possessive's s behind them. */
#include "base/unicode.h"
#include "readings/roman.h"
#include "speak/acronyms.h"
#include "speak/speak_passes.h"

/* A word of the text. */
struct token {
    ptrdiff_t begin, end; /* letters */
    int letters, capitals;
};

struct spelling {
    const struct speaking *how;
    const struct acronyms *known;
    struct str s;
    struct textbuf out;
    ptrdiff_t done;
    ptrdiff_t chunk, chunk_end; /* from blank to blank */
    bool chunk_grows;           /* may it? */
    ptrdiff_t run_end; /* of the words in capitals that stand beside each other */
    bool shouted;      /* one of them is an ordinary word */
    bool behind_an, behind_the;
};

static bool is_letter(int32_t c)
{
    return c < 0x80 ? (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                    : unicode_is_letter(c) || unicode_is_mark(c);
}

static bool is_upper(int32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : unicode_is_upper(c);
}

static int32_t char_at(struct str s, ptrdiff_t at)
{
    return at < s.len ? utf8_next(s, &at) : 0;
}

static int32_t char_before(struct str s, ptrdiff_t at)
{
    return at > 0 ? utf8_previous(s, &at) : 0;
}

/* The next word at or behind `at`; false: none. */
static bool next_token(struct token *t, struct str s, ptrdiff_t at)
{
    *t = (struct token){0};
    for (ptrdiff_t here = at; at < s.len; here = at) {
        int32_t c = utf8_next(s, &at);
        if (!is_letter(c)) {
            if (t->letters)
                return true;
            continue;
        }
        if (!t->letters)
            t->begin = here;
        t->end = at;
        t->letters++;
        t->capitals += is_upper(c);
    }
    return t->letters > 0;
}

static struct str token_str(const struct spelling *p, const struct token *t)
{
    return str_slice(p->s, t->begin, t->end);
}

/* Is the word written with what the voice's language is written with? */
static bool is_own_script(const struct spelling *p, const struct token *t)
{
    bool cyrillic = char_at(p->s, t->begin) >= 0x400;
    struct str primary = language_primary(p->how->language);
    return cyrillic == str_eq_ascii_case(primary, S("ru"));
}

/* Roman numbers are none of this pass's business: "XIV", "MCMXC". */
static bool is_roman(struct str s)
{
    return roman_number(s) ||
           (s.len > 3 && roman_is_any(s) && !acronym_is_pronounceable(s));
}

/* Looks how far words in capitals follow one another from `first` on, and whether there is one among
 * them that is an ordinary word. */
static void look_at_run(struct spelling *p, const struct token *first)
{
    struct token t = *first;
    p->shouted = false;
    do {
        if (t.capitals < t.letters)
            break;
        p->run_end = t.end;
        struct str word = token_str(p, &t);
        p->shouted = p->shouted || (t.letters > 1 && !is_roman(word) &&
                                    !acronyms_have(p->known, word) &&
                                    acronym_read(word, p->how->language) == ACRONYM_WORD);
    } while (next_token(&t, p->s, t.end));
}

/* Which consonants have names that begin with a vowel: "an SRO official", "an FEMA team". */
static bool is_vowel_named(struct str word)
{
    return str_find_byte(S("FLMNRSX"), word.ptr[0]) >= 0;
}

/* In its place: spelled, said or respelled. */
static enum acronym_reading reading_of(struct spelling *p, struct str word, ptrdiff_t end)
{
    enum acronym_reading r = acronym_read(word, p->how->language);
    bool known = acronyms_have(p->known, word);
    bool shouted = p->shouted && end <= p->run_end;
    if (r == ACRONYM_EITHER)
        return shouted && !p->behind_the && !known ? ACRONYM_SAID : ACRONYM_SPELLED;
    if (r == ACRONYM_UNKNOWN)
        return shouted && !known ? ACRONYM_SAID : ACRONYM_SPELLED;
    if (r == ACRONYM_WORD && known && utf8_count(word) <= 3)
        return ACRONYM_SPELLED;
    if (r == ACRONYM_WORD && p->behind_an && is_vowel_named(word))
        return ACRONYM_SPELLED;
    return r == ACRONYM_WORD ? ACRONYM_SAID : r;
}

/* ---- how it is written for the engine ---- */

/* In Russian these letters' names lose their sound where they are not stressed. */
static bool needs_stress(int32_t c)
{
    return c == 0x41E || c == 0x42D;
}

static void add_capital(struct strbuf *b, int32_t c)
{
    bool small =
        (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE) || (c >= 0x430 && c <= 0x44F);
    strbuf_add_char(b, small ? c - 32 : c);
}

/* "E.A.E.U", "C.E.O's". Of two letters an ending wants a hyphen: "U-S's", for "U.S's" is read with
 * a "dot". */
static void add_spelled(struct strbuf *b, struct str word, bool ending)
{
    bool two = utf8_count(word) == 2;
    for (ptrdiff_t at = 0; at < word.len;) {
        int32_t c = utf8_next(word, &at);
        add_capital(b, c);
        if (at < word.len)
            strbuf_add_byte(b, ending && two ? '-' : needs_stress(c) ? ' ' : '.');
    }
}

static void add_title(struct strbuf *b, struct str word, const struct speaking *how)
{
    ptrdiff_t at = 0;
    strbuf_add_char(b, utf8_next(word, &at));
    strbuf_add(b,
               unicode_lower(how->scratch, str_slice(word, at, word.len), how->language));
}

/* ---- endings ---- */

/* What stands behind a word in capitals. */
struct ending {
    ptrdiff_t end;    /* behind it */
    bool s;           /* a plural's or a possessive's */
    bool contraction; /* "'T", "'LL": no acronym has one */
};

static bool is_apostrophe(int32_t c)
{
    return c == '\'' || c == 0x2019;
}

static struct ending ending_of(struct str s, ptrdiff_t at)
{
    static const char *const contractions[] = {"t", "ll", "re", "ve", "d", "m"};
    struct ending e = {.end = at};
    ptrdiff_t letters = at, end;
    if (!is_apostrophe(utf8_next(s, &letters)))
        return e;
    for (end = letters; char_at(s, end) < 0x80 && is_letter(char_at(s, end));)
        end++;
    struct str word = str_slice(s, letters, end);
    if (is_letter(char_at(s, end)))
        return e;
    e.s = str_eq_ascii_case(word, S("s"));
    for (size_t i = 0; i < sizeof contractions / sizeof *contractions; i++)
        e.contraction |= str_eq_ascii_case(word, str_from(contractions[i]));
    e.end = e.s || e.contraction ? end : at;
    return e;
}

/* ---- the pass ---- */

/* What stands between blanks gets a full stop behind each letter at most, and an apostrophe, and must
 * stay within what speak_words allows. */
static bool may_grow(struct str chunk, struct alphabet own)
{
    int characters = 2, phonemes = 2;
    for (ptrdiff_t at = 0; at < chunk.len; characters += 2)
        phonemes += 1 + phonemes_of(utf8_next(chunk, &at), own);
    return characters <= LIMIT_WORD_CHARACTERS && phonemes <= LIMIT_WORD_PHONEMES;
}

static bool has_room(struct spelling *p, const struct token *t)
{
    if (t->begin >= p->chunk_end) {
        p->chunk = t->begin;
        while (p->chunk > p->chunk_end && p->s.ptr[p->chunk - 1] != ' ')
            p->chunk--;
        ptrdiff_t blank = str_find_byte(str_slice(p->s, t->end, p->s.len), ' ');
        p->chunk_end = blank < 0 ? p->s.len : t->end + blank;
        p->chunk_grows = may_grow(str_slice(p->s, p->chunk, p->chunk_end), p->how->own);
    }
    return p->chunk_grows;
}

/* Does the word hang together with figures or an address? */
static bool is_part(struct str s, const struct token *t)
{
    int32_t before = char_before(s, t->begin), next = char_at(s, t->end);
    bool figure = (before >= '0' && before <= '9') || (next >= '0' && next <= '9');
    bool address = before == '@' || next == '@' || next == '$' || before == '/' ||
                   (next == '.' && is_letter(char_at(s, t->end + 1)) &&
                    !is_upper(char_at(s, t->end + 1)));
    bool extension = /* ".NET" */
        before == '.' && !is_letter(char_before(s, t->begin - 1));
    return figure || address || extension || before == '_' || next == '_';
}

static void replace(struct spelling *p, const struct token *t, struct str word,
                    enum acronym_reading r, bool plural)
{
    struct strbuf b = {.arena = p->how->scratch};
    struct ending e = ending_of(p->s, t->end);
    bool s = e.s || plural;
    struct str primary = language_primary(p->how->language);
    bool silent = plural && (str_eq_ascii_case(primary, S("es")) ||
                             str_eq_ascii_case(primary, S("fr")));
    if (r == ACRONYM_RESPELLED)
        strbuf_add(&b, acronym_respelling(word, p->how->language));
    else if (r == ACRONYM_SPELLED && !e.contraction)
        add_spelled(&b, word, s && !silent);
    else
        add_title(&b, word, p->how);
    bool apart = e.s || (plural && r != ACRONYM_SAID);
    if (s && !silent)
        strbuf_add(&b, apart ? S("'s") : S("s"));
    else if (e.contraction)
        strbuf_add(&b, unicode_lower(p->how->scratch, str_slice(p->s, t->end, e.end),
                                     p->how->language));
    textbuf_verbatim(&p->out, p->done, t->begin);
    textbuf_replace(&p->out, strbuf_str(&b), t->begin, e.end);
    p->done = e.end;
}

/* Is it one that the text explains, in letters that are no capitals? */
static bool is_known_in_small(const struct spelling *p, struct str word)
{
    if (!acronyms_may_have(p->known, word))
        return false;
    struct strbuf b = {.arena = p->how->scratch};
    for (ptrdiff_t at = 0; at < word.len;)
        add_capital(&b, utf8_next(word, &at));
    return acronyms_have(p->known, strbuf_str(&b));
}

/* "U.S.'s", of which `t` is the last letter. */
static void read_dotted(struct spelling *p, const struct token *t)
{
    struct ending e = ending_of(p->s, t->end + 1);
    struct strbuf letters = {.arena = p->how->scratch}, b = letters;
    ptrdiff_t begin = t->begin, from;
    while (begin > p->done + 1 && t->begin - begin < 2 * ACRONYM_LETTERS_MOST) {
        ptrdiff_t before = begin;
        if (utf8_previous(p->s, &before) != '.' ||
            !is_upper(utf8_previous(p->s, &before)))
            break;
        begin = before;
    }
    for (from = begin; from < t->end; from++)
        if (p->s.ptr[from] != '.')
            strbuf_add_byte(&letters, p->s.ptr[from]);
    if (!e.s || begin == t->begin || !has_room(p, t))
        return;
    add_spelled(&b, strbuf_str(&letters), true);
    strbuf_add(&b, S("'s"));
    textbuf_verbatim(&p->out, p->done, begin);
    textbuf_replace(&p->out, strbuf_str(&b), begin, e.end);
    p->done = e.end;
}

static void read_token(struct spelling *p, const struct token *t)
{
    if (t->letters == 1 && t->capitals == 1 && char_at(p->s, t->end) == '.')
        read_dotted(p, t);
    struct str word = token_str(p, t), stem = str_slice(word, 0, word.len - 1);
    bool s = str_ends(word, S("s"));
    bool all = t->capitals == t->letters;
    bool plural = !all && s && t->capitals == t->letters - 1 && t->capitals > 1;
    bool small = !all && !plural && is_known_in_small(p, word);
    if (t->letters < 2 || (t->capitals < 2 && !small) || is_part(p->s, t) ||
        !is_own_script(p, t) || !has_room(p, t))
        return;
    if (all || plural) {
        struct str letters = plural ? stem : word;
        if (is_roman(letters))
            return;
        if (t->begin >= p->run_end)
            look_at_run(p, t);
        bool joined = char_at(p->s, t->end) == '&' || char_before(p->s, t->begin) == '&';
        replace(p, t, letters, joined ? ACRONYM_SPELLED : reading_of(p, letters, t->end),
                plural);
    } else if (small || acronym_is_mixed(word, p->how->language)) {
        replace(p, t, word, ACRONYM_SPELLED, false);
    } else if (s && acronym_is_mixed(stem, p->how->language)) {
        replace(p, t, stem, ACRONYM_SPELLED, true);
    }
}

void speak_acronyms(struct strbuf *out, struct str in, const struct speaking *how,
                    struct trace *trace)
{
    const struct source source = {.bytes = in};
    struct acronyms own = {.arena = how->scratch};
    struct spelling p = {.how = how, .known = how->acronyms, .s = in};
    p.out = (struct textbuf){.arena = how->scratch, .source = &source};
    if (!acronym_language(how->language)) {
        strbuf_add(out, in);
        return;
    }
    if (!p.known) {
        acronyms_learn(&own, in);
        acronyms_settle(&own);
        p.known = &own;
    }
    struct token t;
    for (ptrdiff_t at = 0; next_token(&t, in, at); at = t.end) {
        if (t.begin >= p.done)
            read_token(&p, &t);
        struct str word = str_slice(in, t.begin, t.end);
        p.behind_an = str_eq(word, S("an"));
        p.behind_the = str_eq_ascii_case(word, S("the"));
    }
    textbuf_verbatim(&p.out, p.done, in.len);
    strbuf_add(out, strbuf_str(&p.out.chars));
    trace->runs = p.out.runs;
    trace->count = p.out.run_count;
}
