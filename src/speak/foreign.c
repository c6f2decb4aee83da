#include "speak/foreign.h"

#include <string.h>

#include "base/unicode.h"

/* ---- letters and words ---- */

struct word {
    ptrdiff_t begin, end;
    int32_t letters;
    int script;
    uint64_t rows;
    bool mixed,
        strange; /* of several scripts; with letters that the text's voice has not */
};

struct finder {
    struct foreign *f;
    struct str text; /* up to where is looked */
    ptrdiff_t at;
    ptrdiff_t low;          /* behind the last run */
    struct word word;       /* being read; letters == 0: none */
    struct foreign_run run; /* words == 0: none */
};

static struct foreign_letter letter_of(struct foreign *f, int32_t c)
{
    struct foreign_letter *l =
        &f->known[(size_t)c % (sizeof f->known / sizeof *f->known)];
    if (l->c != c) {
        int script = unicode_script(c);
        bool other = script != f->own.script;
        *l = (struct foreign_letter){c, (int16_t)script, other, letters_rows(c)};
        if (!other && script != UNICODE_LATIN) /* in Latin ones accents are left out */
            l->strange = !letters_have(f->own, c);
    }
    return *l;
}

static uint64_t row_bit(const char *language)
{
    for (int i = 0; letters_table[i].language; i++)
        if (!strcmp(letters_table[i].language, language))
            return UINT64_C(1) << i;
    return 0;
}

/* Russian has a hard sign before "е", "ё", "ю" and "я" only, Bulgarian between consonants. */
static bool is_bulgarian(struct str text, int32_t c, ptrdiff_t next)
{
    if (c != 0x44A && c != 0x42A)
        return false;
    c = unicode_lower_char(utf8_next(text, &next));
    return c != 0x435 && c != 0x451 && c != 0x44E && c != 0x44F;
}

/* Written without blanks between words. */
static bool is_solid(int script)
{
    return script == UNICODE_HAN || script == UNICODE_HANGUL;
}

/* ---- figures ---- */

/* What figures beside it have nothing to do with what stands behind. */
static bool ends_sentence(struct str text, int32_t c, ptrdiff_t next)
{
    if (c == ':' || c == ';' || c == '(' || c == ')' || c == '"' || c == 0xAB ||
        c == 0xBB || (c >= 0x201C && c <= 0x201E))
        return true;
    if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == '!' || c == '?' || c == 0x61F)
        return true;
    return c == '.' && !unicode_is_digit(utf8_next(text, &next));
}

/* Before the figures that belong to what begins at `begin`. */
static ptrdiff_t past_left_figures(const struct finder *k, ptrdiff_t begin)
{
    ptrdiff_t first = begin, touching = begin;
    bool touches = true, alone = true;
    for (ptrdiff_t at = begin; at > k->low && alone;) {
        ptrdiff_t next = at;
        int32_t c = utf8_previous(k->text, &at);
        if (ends_sentence(k->text, c, next))
            return first;
        alone = !unicode_is_letter(c);
        touches = touches && unicode_is_digit(c);
        touching = touches ? at : touching;
        first = unicode_is_digit(c) ? at : first;
    }
    return alone && k->low == 0 ? first : touching;
}

/* Behind the figures that belong to what ends at `end`. */
static ptrdiff_t past_right_figures(const struct finder *k, ptrdiff_t end)
{
    ptrdiff_t last = end, touching = end;
    bool touches = true, alone = true;
    for (ptrdiff_t at = end; at < k->text.len && alone;) {
        int32_t c = utf8_next(k->text, &at);
        if (ends_sentence(k->text, c, at))
            return last;
        alone = !unicode_is_letter(c);
        touches = touches && unicode_is_digit(c);
        touching = touches ? at : touching;
        last = unicode_is_digit(c) ? at : last;
    }
    return alone ? last : touching;
}

/* ---- runs ---- */

static void end_run(struct finder *k)
{
    struct foreign_run *r = &k->run;
    bool sign = r->script == UNICODE_GREEK && r->letters == 1;
    if (r->words && r->rows && !sign) {
        r->begin = (int32_t)past_left_figures(k, r->begin);
        r->end = (int32_t)past_right_figures(k, r->end);
        *arena_push(k->f->arena, k->f->runs, k->f->count, k->f->capacity) = *r;
        k->low = r->end;
    }
    r->words = 0;
}

static void add_to_run(struct finder *k, const struct word *w)
{
    struct foreign_run *r = &k->run;
    if (r->words && (r->script != w->script || !(r->rows & w->rows)))
        end_run(k);
    if (!r->words) {
        r->begin = (int32_t)w->begin;
        r->script = w->script;
        r->rows = w->rows;
        r->letters = 0;
    }
    r->end = (int32_t)w->end;
    r->rows &= w->rows;
    r->letters += w->letters;
    r->words++;
}

static void end_word(struct finder *k)
{
    if (k->word.letters && k->word.strange && !k->word.mixed)
        add_to_run(k, &k->word);
    else if (k->word.letters)
        end_run(k);
    k->word.letters = 0;
}

static void add_to_word(struct finder *k, int32_t c, ptrdiff_t begin)
{
    struct word *w = &k->word;
    struct foreign_letter l = letter_of(k->f, c);
    if (l.script != UNICODE_COMMON) { /* that goes with what it stands behind */
        if (w->letters && w->script != l.script &&
            (is_solid(l.script) || is_solid(w->script)))
            end_word(k);
        if (!w->letters)
            *w = (struct word){.begin = begin, .script = l.script, .rows = l.rows};
        w->mixed = w->mixed || w->script != l.script;
        w->strange = w->strange || l.strange;
        w->rows &= l.rows;
        if (is_bulgarian(k->text, c, k->at))
            w->rows &= ~row_bit("ru");
        w->letters++;
    }
    w->end = k->at;
}

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Over plain ASCII, to the beginning of the word behind which something else stands. */
static void skip_ascii(struct finder *k)
{
    ptrdiff_t begin = k->at;
    uint64_t block;
    for (; k->at + 8 <= k->text.len; k->at += 8) {
        memcpy(&block, k->text.ptr + k->at, 8);
        if (block & UINT64_C(0x8080808080808080))
            break;
    }
    while (k->at > begin && is_ascii_letter(k->text.ptr[k->at - 1]))
        k->at--;
}

void foreign_find(struct foreign *f, struct str text, ptrdiff_t from, ptrdiff_t to,
                  struct str language, int32_t owner, int32_t around)
{
    struct voice_letters own = letters_of(language);
    if (own.row != f->own.row || own.script != f->own.script)
        memset(f->known, 0, sizeof f->known);
    f->own = own;
    struct finder k = {.f = f, .text = str_slice(text, 0, to), .at = from, .low = from};
    k.run.owner = owner;
    k.run.around = around;
    k.run.latin_is_said = letters_latin(own);
    while (k.at < k.text.len) {
        if (own.script == UNICODE_LATIN && !k.run.words && !k.word.letters)
            skip_ascii(&k);
        ptrdiff_t begin = k.at;
        int32_t c = utf8_next(k.text, &k.at);
        if (c < 0x80 ? is_ascii_letter((char)c)
                     : unicode_is_letter(c) || (k.word.letters && unicode_is_mark(c)))
            add_to_word(&k, c, begin);
        else if (k.word.letters)
            end_word(&k);
    }
    end_word(&k);
    end_run(&k);
}

/* ---- languages ---- */

static int first_row(uint64_t rows)
{
    int i = 0;
    while (!(rows >> i & 1))
        i++;
    return i;
}

void foreign_settle(struct foreign *f)
{
    int64_t weights[LETTERS_MOST] = {0};
    for (ptrdiff_t i = 0; i < f->count; i++)
        weights[first_row(f->runs[i].rows)] += f->runs[i].letters;
    for (ptrdiff_t i = 0; i < f->count; i++) {
        struct foreign_run *r = &f->runs[i];
        int best = first_row(r->rows);
        for (int k = best; letters_table[k].language; k++)
            if (r->rows >> k & 1 && weights[k] > weights[best])
                best = k;
        bool said = r->script == UNICODE_LATIN && r->latin_is_said &&
                    r->rows & row_bit("en") && r->words < FOREIGN_WORDS_LEAST;
        r->language = said ? NULL : letters_table[best].language;
    }
}
