#include "turns/opening.h"

#include "base/unicode.h"
#include "transcript/vocabulary.h"

enum {
    CAPTION_BYTES_MOST = 1200,
    HEARD_BYTES = 3000,
    WORDS_MOST = 250,
    ANNOUNCED_MOST = 10, /* paragraphs */
    ANNOUNCED_WORDS = 8  /* at least, of each */
};

/* The words of a text as the vocabulary has them, and the genitive's 's. */
struct word_row {
    struct str words[WORDS_MOST];
    bool genitive[WORDS_MOST];
    int count;
};

static void split(struct word_row *row, struct arena *scratch, struct str s)
{
    static const char marks[] = "()[]\";:!?,";
    row->count = 0;
    for (struct str word; row->count < WORDS_MOST && (word = next_word(&s)).len;) {
        for (int i = 0; marks[i]; i++) {
            word = str_starts(word, str_slice(str_from(marks), i, i + 1))
                       ? str_slice(word, 1, word.len)
                       : word;
            word.len -= word.len && word.ptr[word.len - 1] == marks[i];
        }
        struct str form = word_form(scratch, word);
        bool straight = str_ends(form, S("'s")), curly = str_ends(form, S("\u2019s"));
        row->genitive[row->count] = straight || curly;
        form.len -= straight ? 2 : curly ? 4 : 0;
        row->words[row->count++] = form;
    }
}

static bool holds(const struct word_row *row, enum word_class class)
{
    for (int i = 0; i < row->count; i++)
        if (vocabulary_has(class, row->words[i]))
            return true;
    return false;
}

bool opening_is_caption(struct str paragraph, const struct convention *c)
{
    if (!c->name || paragraph.len > CAPTION_BYTES_MOST || opening_is_question(paragraph))
        return false;
    struct arena scratch = {0};
    struct word_row row;
    split(&row, &scratch, paragraph);
    bool caption = holds(&row, WORD_OCCASION) && !holds(&row, WORD_FIRST_PERSON) &&
                   !vocabulary_prefix(WORD_GREETING, word_form(&scratch, paragraph));
    arena_clear(&scratch);
    return caption;
}

/* The same name in another case: "орловой" and "орлова". Only where names are declined. */
static bool same_declined(struct str x, struct str y)
{
    if (x.len < 10 || y.len < 10 || !(x.ptr[0] & 0x80) || !(y.ptr[0] & 0x80))
        return false;
    ptrdiff_t same = 0, shorter = x.len < y.len ? x.len : y.len;
    while (same < shorter && x.ptr[same] == y.ptr[same])
        same++;
    return same >= 8 && x.len - same <= 6 && y.len - same <= 6;
}

/* Without initials that are glued to it. */
static struct str without_initials(struct str word)
{
    for (ptrdiff_t dot;
         (dot = str_find_byte(word, '.')) >= 0 && dot <= 4 && dot + 1 < word.len;)
        word = str_slice(word, dot + 1, word.len);
    return word;
}

/* Do the words, "prime minister", stand in the row from word `at` on? */
static bool stands_at(const struct word_row *row, int at, struct str words)
{
    for (struct str word; (word = next_word(&words)).len; at++)
        if (at >= row->count || !str_eq(row->words[at], word))
            return false;
    return true;
}

/* Where the person's surname (or role) stands in the row, from word `from` on; -1: nowhere. */
static int find_person(const struct word_row *row, struct arena *scratch,
                       const struct person *p, int from)
{
    struct str last = p->surname.len ? p->surname : word_form(scratch, p->name);
    for (int i = from; i < row->count; i++)
        if (stands_at(row, i, last) ||
            same_declined(without_initials(row->words[i]), without_initials(last)))
            return i;
    return -1;
}

/* How surely a caption says that somebody speaks first. */
enum standing {
    STANDS_NAMED,
    STANDS_WITH, /* talks with Name */
    STANDS_BY,   /* briefing by Name */
    STANDS_OWN,  /* Name's remarks */
    STANDINGS
};

/* What the row says of the person at word `at`. */
static enum standing standing_at(const struct word_row *row, int at)
{
    for (int i = at + 1; row->genitive[at] && i < row->count && i < at + 5; i++)
        if (vocabulary_has(WORD_OCCASION, row->words[i]))
            return STANDS_OWN;
    for (int i = at - 1; i >= 0 && i > at - 9; i--)
        if (vocabulary_has(WORD_BY, row->words[i]))
            return vocabulary_has(WORD_WITH, row->words[i]) ? STANDS_WITH : STANDS_BY;
    return STANDS_NAMED;
}

struct search {
    const struct person *found[STANDINGS]; /* who stands so, or better */
    bool several[STANDINGS];
};

/* Of "Deputy Chair" and "Chair" the one with more words is meant; NULL: of neither. */
static const struct person *fuller_role(const struct person *x, const struct person *y)
{
    bool roles = !x->surname.len && !y->surname.len;
    return roles && str_ends(x->name, y->name)   ? x
           : roles && str_ends(y->name, x->name) ? y
                                                 : NULL;
}

static void search_caption(struct search *found, const struct word_row *row,
                           struct arena *scratch, const struct person *p)
{
    for (int at = -1; (at = find_person(row, scratch, p, at + 1)) >= 0;) {
        for (int s = standing_at(row, at); s >= STANDS_NAMED; s--) {
            const struct person *other = found->found[s] ? found->found[s] : p,
                                *fuller = fuller_role(other, p);
            found->several[s] |= other != p && !fuller;
            found->found[s] = fuller ? fuller : p;
        }
    }
}

/* Looks for all people with a surname, or for all with a role only. */
static const struct person *search(const struct str *captions, ptrdiff_t caption_count,
                                   const struct convention *c,
                                   const struct person *const *people, bool roles,
                                   enum standing least)
{
    struct arena scratch = {0};
    struct search found = {0};
    for (ptrdiff_t i = 0; i < caption_count; i++) {
        struct word_row row;
        split(&row, &scratch, captions[i]);
        if (!holds(&row, WORD_OCCASION) && /* or it goes on: "by the Minister ..." */
            !(row.count && vocabulary_has(WORD_BY, row.words[0])))
            continue;
        ptrdiff_t looked = 0;
        for (ptrdiff_t s = 0; s < c->labels.string_count && looked < 200; s++) {
            const struct person *p = people[s];
            if (!p || p->anonymous || roles == (p->surname.len > 0))
                continue;
            looked++;
            search_caption(&found, &row, &scratch, p);
        }
    }
    arena_clear(&scratch);
    for (int s = STANDINGS - 1; s >= (int)least; s--)
        if (found.found[s] && !found.several[s])
            return found.found[s];
    return NULL;
}

/* Does the text sound as if somebody said it? */
static bool sounds(struct str s)
{
    struct arena scratch = {0};
    struct word_row row;
    s = str_slice(s, 0, HEARD_BYTES);
    split(&row, &scratch, s);
    bool heard = holds(&row, WORD_FIRST_PERSON) ||
                 vocabulary_prefix(WORD_GREETING, word_form(&scratch, str_trim(s))) > 0;
    arena_clear(&scratch);
    return heard;
}

/* "Madam Minister, when ...?": somebody is asked before the first label. */
bool opening_is_question(struct str s)
{
    s = str_trim(s);
    struct str head, rest;
    if (!str_ends(s, S("?")) || !str_cut(s, ',', &head, &rest) || head.len > 60)
        return false;
    struct arena scratch = {0};
    struct str last = S("");
    bool titled = false;
    for (struct str word; (word = next_word(&head)).len; last = word) {
        struct str form = word_form(&scratch, word);
        titled = titled || vocabulary_has(WORD_COURTESY, form) ||
                 vocabulary_has(WORD_RANK, form);
    }
    ptrdiff_t at = 0;
    bool name = titled && !unicode_is_lower(utf8_next(last, &at));
    arena_clear(&scratch);
    return name;
}

/* Is an occasion of the captions told of again? */
static bool repeats_occasion(const struct word_row *row, struct arena *scratch,
                             const struct str *captions, ptrdiff_t caption_count)
{
    for (ptrdiff_t c = 0; c < caption_count; c++) {
        struct word_row caption;
        split(&caption, scratch, captions[c]);
        for (int i = 0; i < caption.count; i++)
            for (int k = 0;
                 vocabulary_has(WORD_OCCASION, caption.words[i]) && k < row->count; k++)
                if (str_eq(caption.words[i], row->words[k]))
                    return true;
    }
    return false;
}

/* Are these sentences of an announcement, and none about the occasion or the person, as who wrote the
 * page would begin? */
static bool announces(const struct str *captions, ptrdiff_t caption_count,
                      const struct layout *layout, ptrdiff_t block, ptrdiff_t from,
                      const struct label *first, const struct person *p)
{
    bool announced = first->lead == 0 && first->block > block;
    for (ptrdiff_t i = block; announced && i < first->block; i++) {
        const struct block *b = &layout->document->blocks[i];
        struct str s =
            str_trim(str_slice(b->text.str, i == block ? from : 0, b->text.str.len));
        struct arena scratch = {0};
        struct word_row row;
        split(&row, &scratch, s);
        announced = b->kind == BLOCK_PARAGRAPH && i - block < ANNOUNCED_MOST &&
                    row.count >= ANNOUNCED_WORDS && str_ends(s, S(".")) &&
                    !repeats_occasion(&row, &scratch, captions, caption_count) &&
                    find_person(&row, &scratch, p, 0) < 0;
        arena_clear(&scratch);
    }
    return announced;
}

/* The one who asks, where questions have one label; NULL: none, or several. */
static const struct person *questioner(const struct convention *c,
                                       const struct person *const *people)
{
    const struct person *found = NULL;
    for (ptrdiff_t i = 0; i < c->labels.string_count; i++)
        if (people[i] && people[i]->anonymous && c->labels.strings[i].shape.question) {
            if (found && found != people[i])
                return NULL;
            found = people[i];
        }
    return found;
}

const struct person *opening_speaker(const struct str *captions, ptrdiff_t caption_count,
                                     const struct layout *layout,
                                     const struct convention *c,
                                     const struct person *const *people, ptrdiff_t block,
                                     ptrdiff_t from)
{
    if (!c->name || !c->labels.count)
        return NULL;
    const struct label *first = &c->labels.items[0];
    const struct person *answers = people[first->string];
    if (first->block == block + 1 && first->lead == 0 && answers && !answers->anonymous) {
        struct str text = layout->document->blocks[block].text.str;
        if (opening_is_question(str_slice(text, from, text.len)))
            return questioner(c, people);
    }
    bool heard = false;
    ptrdiff_t looked = 0;
    for (ptrdiff_t i = block; i <= first->block && !heard && looked < 10; i++, looked++) {
        const struct block *b = &layout->document->blocks[i];
        ptrdiff_t to = i == first->block ? first->lead : b->text.str.len;
        if (b->kind == BLOCK_PARAGRAPH)
            heard = sounds(str_slice(b->text.str, i == block ? from : 0, to));
    }
    if (!heard) {
        const struct person *p =
            search(captions, caption_count, c, people, false, STANDS_OWN);
        return p && announces(captions, caption_count, layout, block, from, first, p)
                   ? p
                   : NULL;
    }
    const struct person *p =
        search(captions, caption_count, c, people, false, STANDS_NAMED);
    return p ? p : search(captions, caption_count, c, people, true, STANDS_NAMED);
}
