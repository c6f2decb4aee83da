#include "speak/sentences.h"

#include <string.h>

#include "base/unicode.h"
#include "speak/abbreviations.h"
#include "speak/limits.h"
#include "transcript/punctuation.h"

static bool is_opener(int32_t c)
{
    return punctuation_of(c) & PUNCTUATION_OPENS;
}

static bool is_closer(int32_t c)
{
    return punctuation_of(c) & PUNCTUATION_CLOSES;
}

static bool is_dash(int32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/* A place where a sentence may end, as ICU sees it, and what stands around it. */
struct boundary {
    struct str text; /* the paragraph */
    ptrdiff_t begin; /* of the sentence so far */
    ptrdiff_t mark;  /* behind the mark that ends it; closing quotes follow */
    ptrdiff_t next;  /* the next word's first byte */
    struct str language;
    struct arena *scratch;
};

enum { LONGEST_WORD = 32 /* bytes; of words that are looked up, of marks of notes */ };

/* The word that ends at byte `end`; "" when it is too long to be of interest. */
static struct str word_before(struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    ptrdiff_t at = end;
    while (at > begin && end - at <= LONGEST_WORD) {
        ptrdiff_t before = at;
        int32_t c = utf8_previous(s, &before);
        if (utf8_is_space(c) || is_opener(c) || c == '/' || c == ',' ||
            (is_dash(c) && c != '-'))
            return str_slice(s, at, end);
        at = before;
    }
    return at == begin ? str_slice(s, at, end) : (struct str){0};
}

/* The letters and marks from `from` on. */
static struct str word_after(struct str s, ptrdiff_t from)
{
    ptrdiff_t end = from;
    for (ptrdiff_t at = from; at < s.len && at - from <= LONGEST_WORD; end = at) {
        int32_t c = utf8_next(s, &at);
        if (!unicode_is_letter(c) && !unicode_is_mark(c))
            break;
    }
    return str_slice(s, from, end);
}

static bool is_letter_alone(struct str word)
{
    ptrdiff_t at = 0;
    return word.len && unicode_is_letter(utf8_next(word, &at)) && at == word.len;
}

static bool starts_upper(struct str s)
{
    ptrdiff_t at = 0;
    return s.len && unicode_is_upper(utf8_next(s, &at));
}

static bool starts_lower(struct str s)
{
    ptrdiff_t at = 0;
    return s.len && unicode_is_lower(utf8_next(s, &at));
}

static bool is_digits(struct str word, ptrdiff_t most)
{
    for (ptrdiff_t i = 0; i < word.len; i++)
        if (word.ptr[i] < '0' || word.ptr[i] > '9')
            return false;
    return word.len > 0 && word.len <= most;
}

static bool is_roman(struct str word)
{
    for (ptrdiff_t i = 0; i < word.len; i++)
        if (!memchr("IVXLCM", word.ptr[i], 6))
            return false;
    return word.len > 0;
}

/* "U.S", "z.B": letters with full stops between them. */
static bool is_dotted(struct str word)
{
    ptrdiff_t letters = 0;
    for (ptrdiff_t at = 0; at < word.len;) {
        if (!unicode_is_letter(utf8_next(word, &at)))
            return false;
        letters++;
        if (at < word.len && word.ptr[at++] != '.')
            return false;
        at += at < word.len && word.ptr[at] == '-'; /* "J.-P" */
    }
    return letters > 1;
}

/* What the tables say of `word` with up to three single letters before it ("z. B" as "z.B"), the
 * longest that they know. */
static enum abbreviation find_with_letters_before(const struct boundary *b,
                                                  struct str word)
{
    char joined[2 * LONGEST_WORD];
    struct str whole = word;
    enum abbreviation kind = abbreviation_find(word, b->language, b->scratch);
    ptrdiff_t at = word.ptr - b->text.ptr;
    for (int i = 0; i < 3; i++) {
        if (at - b->begin < 3 || b->text.ptr[at - 1] != ' ' || b->text.ptr[at - 2] != '.')
            break;
        struct str before = word_before(b->text, b->begin, at - 2);
        if (!is_letter_alone(before) ||
            before.len + 1 + whole.len > (ptrdiff_t)sizeof joined)
            break;
        memmove(joined + before.len + 1, whole.ptr, (size_t)whole.len);
        memcpy(joined, before.ptr, (size_t)before.len);
        joined[before.len] = '.';
        whole = (struct str){joined, before.len + 1 + whole.len};
        at = before.ptr - b->text.ptr;
        enum abbreviation known = abbreviation_find(whole, b->language, b->scratch);
        kind = known ? known : kind;
    }
    return kind;
}

/* Is "I." the pronoun at a sentence's end? Behind a name it is an initial. */
static bool is_pronoun(const struct boundary *b, struct str word)
{
    ptrdiff_t at = word.ptr - b->text.ptr;
    bool english = str_eq_ascii_case(language_primary(b->language), S("en"));
    return english && str_eq(word, S("I")) && at - b->begin >= 2 &&
           b->text.ptr[at - 1] == ' ' &&
           starts_lower(word_before(b->text, b->begin, at - 1));
}

static enum abbreviation classify(const struct boundary *b, struct str word)
{
    enum abbreviation kind = find_with_letters_before(b, word);
    if (kind || is_pronoun(b, word))
        return kind;
    bool ordinal =
        abbreviation_ordinals(b->language) && (is_digits(word, 3) || is_roman(word));
    return is_dotted(word) || ordinal || (is_letter_alone(word) && starts_upper(word))
               ? ABBREVIATION_MAYBE
               : ABBREVIATION_NONE;
}

/* Does the full stop behind `word` leave the sentence open? */
static bool stop_goes_on(const struct boundary *b, struct str word)
{
    struct str rest = str_slice(b->text, b->next, b->text.len);
    struct str follower = word_after(b->text, b->next);
    bool initial = is_letter_alone(follower) && follower.len < rest.len &&
                   rest.ptr[follower.len] == '.';
    bool numbering = word.ptr == b->text.ptr + b->begin &&
                     (is_digits(word, 3) || is_letter_alone(word) || is_roman(word));
    if (!word.len || starts_lower(follower) || numbering)
        return word.len > 0;
    if (initial && is_letter_alone(word))
        return true;
    bool number = (rest.len && rest.ptr[0] >= '0' && rest.ptr[0] <= '9') ||
                  (is_roman(follower) && !str_eq(follower, S("I")));
    switch (classify(b, word)) {
    case ABBREVIATION_ALWAYS:
        return true;
    case ABBREVIATION_NUMBER:
        if (number || !is_letter_alone(word) || !starts_upper(word))
            return number;
        return !abbreviation_opens_sentence(follower, b->language); /* "J. S. Bach" */
    case ABBREVIATION_MAYBE:
        return initial || !abbreviation_opens_sentence(follower, b->language);
    case ABBREVIATION_NONE:
        break;
    }
    return false;
}

static bool ellipsis_goes_on(const struct boundary *b)
{
    struct str follower = word_after(b->text, b->next);
    return !starts_upper(follower) || str_eq(follower, S("I"));
}

/* Where the word behind `end` begins. */
static void next_word(struct boundary *b, ptrdiff_t end)
{
    b->next = end;
    for (ptrdiff_t at = end; at < b->text.len && at - end < LONGEST_WORD; b->next = at)
        if (is_speech(utf8_next(b->text, &at)))
            break;
}

/* Does the sentence [begin, end) go on behind `end`, where ICU would end it? Marks of notes
 * stand from `notes` to `end`. */
static bool goes_on(struct str s, ptrdiff_t begin, ptrdiff_t notes, ptrdiff_t end,
                    struct str language, struct arena *scratch)
{
    struct boundary b = {s, begin, notes, end, language, scratch};
    int32_t c = 0;
    ptrdiff_t at = end;
    utf8_previous(s, &at);
    if (str_trim(str_slice(s, at, end)).len) { /* no blank: "Yahoo!News", "?q=1" */
        at = end;
        return utf8_previous(s, &at) < 0x3000;
    }
    for (at = notes; at > begin; b.mark = at) {
        c = utf8_previous(s, &at);
        if (!utf8_is_space(c) && !is_closer(c))
            break;
    }
    next_word(&b, end);
    if (c != '.' && c != 0x2026)
        return (c == '?' || c == '!') && starts_lower(word_after(s, b.next));
    if (c == 0x2026 || (b.mark - begin >= 2 && s.ptr[b.mark - 2] == '.'))
        return ellipsis_goes_on(&b);
    return stop_goes_on(&b, word_before(s, begin, b.mark - 1));
}

struct sentence_list {
    struct sentence *items;
    ptrdiff_t count, capacity;
};

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
    ptrdiff_t strong, comma, blank;
};

static void note_cut(struct cuts *cuts, ptrdiff_t blank, int32_t before)
{
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
           : cuts->blank > begin ? cuts->blank
                                 : at;
}

/* Adds [begin, end) as one sentence, or in parts that the engine bears; each part has speech. */
static void add_bearable(struct sentence_list *l, struct arena *a, struct str s,
                         ptrdiff_t begin, ptrdiff_t end, struct alphabet own)
{
    ptrdiff_t from = begin, phonemes = 0; /* counted from `from` on */
    ptrdiff_t speech = -1, parts = 0;     /* speech: where the part's first letter is */
    struct cuts cuts = {begin, begin, begin};
    int32_t before = 0;
    for (ptrdiff_t at = begin, here = begin; at < end; here = at) {
        int32_t c = utf8_next(s, &at);
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
            cuts = (struct cuts){from, from, from};
            phonemes = 0;
            continue;
        }
        speech = speech < 0 && is_speech(c) ? here : speech;
        if (utf8_is_space(c))
            note_cut(&cuts, here, before);
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
    for (ptrdiff_t from = at, end = at; end < s.len && at - from < LONGEST_WORD;) {
        int32_t c = utf8_next(s, &end);
        bool bracket = c == '[';
        if (!bracket && !is_superscript(c))
            break;
        for (ptrdiff_t i = 0; bracket && i < LONGEST_WORD && end < s.len; i++) {
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

/* The sentences of a paragraph that ICU ends at `ends` (bytes of the paragraph, `count` of them; its
 * own end need not be among them). */
static void split_paragraph(struct sentence_list *l, struct arena *a, struct str s,
                            const ptrdiff_t *ends, ptrdiff_t count, struct str language)
{
    struct arena scratch = {0};
    struct alphabet own = alphabet_of(language);
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
        if (!last && (!speech || goes_on(s, begin, notes, end, language, &scratch)))
            continue;
        if (last && !speech && l->count > first)
            begin = l->items[--l->count].begin;
        add_bearable(l, a, s, begin, end, own);
        begin = end;
        speech = false;
    }
    arena_clear(&scratch);
}

/* Paragraphs joined by line feeds, which end sentences. An ellipsis becomes three full stops, just
 * as long, so that both end sentences alike. */
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
    return strbuf_str(&b);
}

enum { BATCH_BYTES = 16 << 20 };

ptrdiff_t sentences_split_all(struct sentence **out, ptrdiff_t *first, struct arena *a,
                              const struct str *paragraphs, ptrdiff_t count,
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
            split_paragraph(&l, a, paragraphs[i], ends + here, k - here, language);
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
    return sentences_split_all(out, first, a, &paragraph, 1, language);
}

bool sentence_stays_open(struct str s, ptrdiff_t stop, struct str language,
                         struct arena *scratch)
{
    struct boundary b = {s, 0, stop + 1, 0, language, scratch};
    struct str word = word_before(s, 0, stop);
    next_word(&b, stop + 1);
    bool first = word.ptr == s.ptr;
    if (first && (is_digits(word, 3) || is_roman(word)) && !is_letter_alone(word))
        return false;
    if (first && is_letter_alone(word)) /* "A. The harbour", "J. Holt" */
        return !abbreviation_opens_sentence(word_after(s, b.next), language);
    return stop_goes_on(&b, word);
}
