#include "speak/sentences.h"

#include <string.h>

#include "base/unicode.h"
#include "speak/boundary.h"
#include "speak/joints.h"
#include "speak/limits.h"

enum { NOTES_BYTES_MOST = 32 };

struct sentence_list {
    struct sentence *items;
    ptrdiff_t count, capacity;
};

/* The languages of a paragraph, asked in its order. */
struct languages {
    struct str own;
    struct stretches others;
    ptrdiff_t next; /* the first of these that ends behind the last byte asked for */
};

/* In which byte `at` is. */
static struct str language_at(struct languages *l, ptrdiff_t at)
{
    while (l->next < l->others.count && l->others.items[l->next].end <= at)
        l->next++;
    bool other = l->next < l->others.count && l->others.items[l->next].begin <= at;
    return other ? l->others.items[l->next].language : l->own;
}

static void add(struct sentence_list *l, struct arena *a, struct str s, ptrdiff_t begin,
                ptrdiff_t end, enum cut cut)
{
    struct str trimmed = str_trim(str_slice(s, begin, end));
    begin = trimmed.len ? trimmed.ptr - s.ptr : begin;
    *arena_push(a, l->items, l->count, l->capacity) =
        (struct sentence){begin, begin + trimmed.len, cut};
}

/* Where a sentence that is too long may be cut: behind the last mark of each kind. */
struct cuts {
    ptrdiff_t strong, comma, joint, blank;
};

static void note_cut(struct cuts *cuts, ptrdiff_t blank, int32_t before, bool joint)
{
    bool second = cuts->joint == cuts->blank; /* "but that" */
    cuts->joint = joint && !second ? blank : cuts->joint;
    cuts->blank = blank;
    if (before == ',' || before == 0x60C)
        cuts->comma = blank;
    else if (before == ';' || before == ':' || before == '.' || before == '?' ||
             before == '!' || before == ')' || before == 0x2013 || before == 0x2014 ||
             before == 0x2026)
        cuts->strong = blank;
}

static ptrdiff_t choose_cut(const struct cuts *cuts, ptrdiff_t begin, ptrdiff_t at)
{
    ptrdiff_t least = begin + (at - begin) / 3;
    return cuts->strong > least  ? cuts->strong
           : cuts->comma > least ? cuts->comma
           : cuts->joint > least ? cuts->joint
           : cuts->blank > begin ? cuts->blank
                                 : at;
}

/* Adds [begin, end) as one sentence, or in parts that the engine bears; each part has speech. */
static void add_bearable(struct sentence_list *l, struct arena *a, struct str s,
                         ptrdiff_t begin, ptrdiff_t end, struct languages languages)
{
    struct str language = language_at(&languages, begin);
    struct alphabet own = alphabet_of(language);
    bool is_long = end - begin > LIMIT_SENTENCE_BYTES;
    ptrdiff_t from = begin, phonemes = 0; /* counted from `from` on */
    ptrdiff_t speech = -1, parts = 0;     /* speech: where the part's first letter is */
    struct cuts cuts = {begin, begin, begin, begin};
    int32_t before = 0;
    for (ptrdiff_t at = begin, here = begin; at < end; here = at) {
        int32_t c = utf8_next(s, &at);
        if (languages.others.count) {
            language = language_at(&languages, here);
            own = alphabet_of(language);
        }
        phonemes += phonemes_of(c, own);
        bool full =
            at - from > LIMIT_SENTENCE_BYTES || phonemes > LIMIT_SENTENCE_PHONEMES;
        if (full && !unicode_is_mark(c) && here > from) {
            at = from = choose_cut(&cuts, from, here);
            if (speech >= 0 && speech < from) {
                add(l, a, s, begin, from, CUT_CLAUSE);
                parts++;
                begin = from;
                speech = -1;
            }
            cuts = (struct cuts){from, from, from, from};
            phonemes = 0;
            continue;
        }
        speech = speech < 0 && is_speech(c) ? here : speech;
        if (utf8_is_space(c))
            note_cut(&cuts, here, before, is_long && joint_at(s, at, language));
        before = c;
    }
    if (parts && speech < 0) { /* only marks are left */
        begin = l->items[--l->count].begin;
    }
    add(l, a, s, begin, end, CUT_SENTENCE);
}

/* Behind the closing quote that a blank parts from its sentence: "\u00ab Oui. \u00bb". */
static ptrdiff_t behind_quote(struct str s, ptrdiff_t end)
{
    bool quote = str_starts(str_slice(s, end, s.len), S("\u00bb "));
    return quote ? end + 3 : end;
}

static bool is_superscript(int32_t c)
{
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

/* Behind the marks of notes at `at`: "[12]", "[a]", "[note 3]" and superscript figures. */
static ptrdiff_t behind_notes(struct str s, ptrdiff_t at)
{
    for (ptrdiff_t from = at, end = at; end < s.len && at - from < NOTES_BYTES_MOST;) {
        int32_t c = utf8_next(s, &end);
        bool bracket = c == '[';
        if (!bracket && !is_superscript(c))
            break;
        for (ptrdiff_t i = 0; bracket && i < NOTES_BYTES_MOST && end < s.len; i++) {
            c = utf8_next(s, &end);
            bracket = c != ']' && c != '[';
        }
        if (bracket || c == '[')
            break;
        at = end;
    }
    return at;
}

/* Where the sentence ends that ICU ends at `end`, and in `notes` where marks of notes begin that
 * follow its full stop without a blank: "It held.[3] We left." ICU ends it behind the bracket. */
static ptrdiff_t sentence_end(struct str s, ptrdiff_t end, ptrdiff_t *notes)
{
    end = behind_quote(s, end);
    *notes = end - (end > 0 && s.ptr[end - 1] == '[');
    ptrdiff_t behind = behind_notes(s, *notes), next = behind, last = *notes;
    bool joined = last > 0 && !utf8_is_space(utf8_previous(s, &last));
    if (joined && behind > *notes && behind < s.len && utf8_is_space(utf8_next(s, &next)))
        return next;
    *notes = end;
    return end;
}

/* The last byte of a sentence that ends at `end`, but for blanks. */
static ptrdiff_t last_byte(struct str s, ptrdiff_t end)
{
    struct str sentence = str_trim(str_slice(s, 0, end));
    return sentence.len ? sentence.ptr + sentence.len - 1 - s.ptr : 0;
}

/* The sentences of a paragraph that ICU ends at `ends` (bytes of the paragraph, `count` of them; its
 * own end need not be among them). */
static void split_paragraph(struct sentence_list *l, struct arena *a, struct str s,
                            const ptrdiff_t *ends, ptrdiff_t count,
                            struct languages languages)
{
    struct arena scratch = {0};
    struct languages ending = languages; /* goes ahead of those at the sentence's begin */
    ptrdiff_t begin = 0, checked = 0, first = l->count;
    bool speech = false; /* in [begin, checked) */
    if (!str_trim(s).len)
        return;
    for (ptrdiff_t i = 0; checked < s.len; i++) {
        ptrdiff_t notes = s.len;
        ptrdiff_t end = i < count ? sentence_end(s, ends[i], &notes) : s.len;
        if (end <= checked)
            continue;
        speech = speech || speech_at(str_slice(s, checked, end)) >= 0;
        checked = end;
        bool last = end == s.len;
        struct str language = language_at(&ending, last_byte(s, end));
        if (!last &&
            (!speech || boundary_goes_on(s, begin, notes, end, language, &scratch)))
            continue;
        if (last && !speech && l->count > first)
            begin = l->items[--l->count].begin;
        add_bearable(l, a, s, begin, end, languages);
        (void)language_at(&languages, end);
        begin = end;
        speech = false;
    }
    arena_clear(&scratch);
}

/* Does a word begin at `p`, behind a blank, that may begin a sentence although it is no capital, by which
 * alone UAX #29 goes? A figure ("12 ships"), and the "b" of a list's "(b) ". */
static bool begins_small(const char *p, const char *begin, const char *end)
{
    bool marker = *p >= 'a' && *p <= 'z' && p - begin > 1 && p[-1] == '(' &&
                  end - p > 2 && p[1] == ')' && p[2] == ' ';
    p -= marker;
    return (marker || (*p >= '0' && *p <= '9')) && p > begin && p[-1] == ' ';
}

/* Paragraphs joined by line feeds, which end sentences. An ellipsis becomes three full stops, just
 * as long, so that both end sentences alike; what begins a sentence without being a capital becomes
 * one. */
static struct str join_paragraphs(struct arena *a, const struct str *paragraphs,
                                  ptrdiff_t count)
{
    struct strbuf b = {.arena = a};
    for (ptrdiff_t i = 0; i < count; i++) {
        strbuf_add(&b, paragraphs[i]);
        strbuf_add_byte(&b, '\n');
    }
    static const char ellipsis[] = "\u2026";
    for (char *p = b.ptr, *end = b.ptr + b.len;
         (p = memmem(p, (size_t)(end - p), ellipsis, sizeof ellipsis - 1)); p += 3)
        memcpy(p, "...", 3);
    for (char *p = b.ptr, *end = b.ptr + b.len; p < end; p++)
        if (begins_small(p, b.ptr, end))
            *p = 'A';
    return strbuf_str(&b);
}

enum { BATCH_BYTES = 16 << 20 };

ptrdiff_t sentences_split_all(struct sentence **out, ptrdiff_t *first, struct arena *a,
                              const struct str *paragraphs,
                              const struct stretches *others, ptrdiff_t count,
                              struct str language)
{
    struct sentence_list l = {0};
    /* No suppressions of CLDR's: they join "at 5 p.m. The" too. Greek alone has rules of its own. */
    struct str rules =
        str_eq_ascii_case(language_primary(language), S("el")) ? S("el") : S("");
    for (ptrdiff_t i = 0; i < count;) {
        struct arena scratch = {0};
        ptrdiff_t bytes = 0, end = i;
        while (end < count && (end == i || bytes + paragraphs[end].len < BATCH_BYTES))
            bytes += paragraphs[end++].len + 1;
        struct str joined = join_paragraphs(&scratch, paragraphs + i, end - i);
        ptrdiff_t *ends, n = unicode_sentences(&ends, &scratch, joined, rules), k = 0;
        for (ptrdiff_t start = 0; i < end; start += paragraphs[i++].len + 1) {
            ptrdiff_t here = k, length = paragraphs[i].len;
            for (; k < n && ends[k] - start <= length + 1;
                 k++) /* the last is the line feed's */
                ends[k] = ends[k] - start < length ? ends[k] - start : length;
            first[i] = l.count;
            struct languages languages = {language,
                                          others ? others[i] : (struct stretches){0}, 0};
            split_paragraph(&l, a, paragraphs[i], ends + here, k - here, languages);
        }
        arena_clear(&scratch);
    }
    first[count] = l.count;
    *out = l.items;
    return l.count;
}

ptrdiff_t sentences_split(struct sentence **out, struct arena *a, struct str paragraph,
                          struct str language)
{
    ptrdiff_t first[2];
    return sentences_split_all(out, first, a, &paragraph, NULL, 1, language);
}
