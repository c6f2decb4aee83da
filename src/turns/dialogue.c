#include "turns/dialogue.h"

#include "base/unicode.h"
#include "transcript/punctuation.h"

enum {
    TAIL_BYTES = 240,
    TAIL_BLOCKS = 3,
    LISTENED_MOST = 8, /* occurrences of a string */
    PROSE_WORDS_LEAST = 8,
    WHOLE_LINES_MOST = 12,
    WHOLE_WORDS_MOST = 3, /* of a name */
};

/* Labels of one kind answer one another. */
static enum label_style kind_of(enum label_style style)
{
    switch (style) {
    case LABEL_BOLD:
    case LABEL_MIDLINE:
        return LABEL_COLON;
    case LABEL_STOP_BRACKET:
        return LABEL_STOP;
    default:
        return style;
    }
}

static bool may_speak(const struct label_shape *w)
{
    return !w->broken && !w->metadata && !w->function_first &&
           (!w->plain_words || w->role);
}

/* The last words before label `l`, in pieces, the nearest first; none are older than `from`. */
static int tail_of(struct str pieces[TAIL_BLOCKS], const struct document *doc,
                   const struct label *before, const struct label *l)
{
    int count = 0;
    ptrdiff_t left = TAIL_BYTES;
    for (ptrdiff_t b = l->block; b >= before->block && count < TAIL_BLOCKS && left > 0 &&
                                 l->block - b < 2 * TAIL_BLOCKS;
         b--) {
        struct str text = doc->blocks[b].text.str;
        ptrdiff_t end = b == l->block ? l->lead : text.len;
        ptrdiff_t begin = b == before->block ? before->after : 0;
        struct str piece = str_trim(str_slice(text, begin, end < begin ? begin : end));
        if (piece.len > left) {
            ptrdiff_t cut = piece.len - left;
            while (cut < piece.len && (piece.ptr[cut] & 0xC0) == 0x80)
                cut++;
            piece = str_slice(piece, cut, piece.len);
        }
        left -= piece.len;
        if (piece.len)
            pieces[count++] = piece;
    }
    return count;
}

/* The last mark of what was said, without quotation marks and brackets behind it. */
static int32_t last_mark(struct str said)
{
    said = punctuation_without_notes(said);
    ptrdiff_t at = said.len;
    int32_t c = utf8_previous(said, &at);
    while (at > 0 && (c == '"' || c == '\'' || c == ')' || c == 0x201D || c == 0xBB))
        c = utf8_previous(said, &at);
    return c;
}

static bool asks(struct str said)
{
    int32_t c = last_mark(said);
    return c == '?' || c == 0xFF1F;
}

/* Does a sentence end in it? In a row of names or of headings none does. */
static bool has_sentence(struct str said)
{
    for (ptrdiff_t i = 0; i < said.len; i++) {
        bool end = i + 1 == said.len || said.ptr[i + 1] == ' ' || said.ptr[i + 1] == '\n';
        if (end && str_find_byte(S(".?!"), said.ptr[i]) >= 0)
            return true;
    }
    return false;
}

/* The word by which somebody is called; "" for whom nobody calls by name. */
static struct str surname_of(const struct label_shape *w)
{
    struct str rest = w->name, first = next_word(&rest), last = first;
    for (struct str word; (word = next_word(&rest)).len;)
        last = word;
    ptrdiff_t at = 0;
    bool initial = str_ends(last, S(".")); /* Lund A.B. */
    struct str name = w->surname_first || initial ? first : last;
    bool named = (!w->role && !w->ranked) || w->titled;
    return named && utf8_count(name) > 2 && unicode_is_upper(utf8_next(name, &at))
               ? name
               : S("");
}

static struct str without_marks(struct str word)
{
    while (word.len && str_find_byte(S(".,:;?!)\"'"), word.ptr[word.len - 1]) >= 0)
        word.len--;
    return word;
}

static bool calls(struct str said, struct str surname)
{
    struct arena scratch = {0};
    struct str wanted = unicode_lower(&scratch, surname, S(""));
    bool found = false;
    for (struct str word; !found && (word = without_marks(next_word(&said))).len;) {
        ptrdiff_t at = 0;
        found = word.len == surname.len && unicode_is_upper(utf8_next(word, &at)) &&
                str_eq(unicode_lower(&scratch, word, S("")), wanted);
    }
    arena_clear(&scratch);
    return found;
}

/* What stands behind the label on its line. */
static struct str said_behind(const struct layout *layout, const struct label *l)
{
    const struct line *line = &layout->lines[l->line];
    return str_slice(layout->document->blocks[l->block].text.str, l->after, line->end);
}

/* "Hi, Jo.", "Jo, come here.": is `name` spoken to, and not only named? */
static bool speaks_to(struct str said, struct str name)
{
    bool comma = true; /* before the first word of a sentence, too */
    for (struct str word; (word = next_word(&said)).len;) {
        struct str bare = without_marks(word);
        char last = word.ptr[word.len - 1];
        if (comma && str_eq(bare, name) && word.len > bare.len)
            return true;
        comma = word.len > bare.len && last != ':';
    }
    return false;
}

/* Is each line a turn of somebody else's than the one before, and a sentence? */
static bool only_turns(const struct layout *layout, const struct labels *labels)
{
    if (labels->count < 2 || labels->count > WHOLE_LINES_MOST ||
        labels->count != layout->line_count)
        return false;
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        const struct label *l = &labels->items[i];
        const struct label_shape *w = &labels->strings[l->string].shape;
        if (l->line != i || kind_of(l->style) != LABEL_COLON || !may_speak(w) ||
            w->numbers || w->words > WHOLE_WORDS_MOST ||
            !has_sentence(punctuation_without_notes(said_behind(layout, l))) ||
            (i && l->string == labels->items[i - 1].string))
            return false;
    }
    return true;
}

/* Two lines may be all of a dialogue. That nothing else stands there, and that it sounds so, makes up
 * for names that hardly recur: somebody is spoken to by name, a question is answered, or all speak
 * of themselves and to each other. */
static bool is_whole(const struct layout *layout, const struct labels *labels)
{
    if (!only_turns(layout, labels))
        return false;
    bool called = false, asked = false;
    ptrdiff_t sounding = 0;
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        struct str said = said_behind(layout, &labels->items[i]);
        bool sounds = evidence_sounds(said);
        sounding += sounds;
        asked = asked || (i + 1 < labels->count && sounds && asks(said));
        for (ptrdiff_t k = 0; k < labels->count && !called; k++) {
            struct str rest = labels->strings[labels->items[k].string].shape.name;
            struct str name = S("");
            for (struct str word; (word = next_word(&rest)).len;)
                name = word;
            called = k != i && labels->items[k].string != labels->items[i].string &&
                     speaks_to(said, name);
        }
    }
    return called || asked || sounding == labels->count;
}

void dialogue_listen(struct evidence *found, const struct layout *layout,
                     const struct labels *labels)
{
    const struct label *last[LABEL_STYLES] = {NULL};
    bool whole = is_whole(layout, labels);
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        const struct label *l = &labels->items[i];
        const struct label_shape *shape = &labels->strings[l->string].shape;
        enum label_style kind = kind_of(l->style);
        const struct label *before = last[kind];
        found[l->string].whole = whole;
        if (!may_speak(shape))
            continue;
        last[kind] = l;
        if (!before || before->string == l->string ||
            found[l->string].listened++ >= LISTENED_MOST)
            continue;
        struct str pieces[TAIL_BLOCKS], surname = surname_of(shape);
        int count = tail_of(pieces, layout->document, before, l);
        bool asked = count && asks(pieces[0]), called = false;
        for (int k = 0; k < count && surname.len && !called; k++)
            called = has_sentence(pieces[k]) && calls(pieces[k], surname);
        found[before->string].exchanges += asked;
        found[l->string].exchanges += asked;
        found[l->string].called += called;
    }
}

/* Most of its words in lower case, and several: a line of text, not of a title page. */
static bool is_prose(struct str line)
{
    int words = 0, lower = 0;
    for (struct str word; (word = next_word(&line)).len && words < 4 * PROSE_WORDS_LEAST;
         words++) {
        ptrdiff_t at = 0;
        lower += unicode_is_lower(utf8_next(word, &at));
    }
    return words >= PROSE_WORDS_LEAST && 2 * lower > words;
}

bool dialogue_begins(const struct layout *layout, ptrdiff_t line)
{
    ptrdiff_t before = 0, all = 0;
    for (ptrdiff_t i = 0; i < layout->line_count; i++) {
        struct str text = layout_line(layout, i);
        ptrdiff_t bytes = is_prose(text) ? text.len : 0;
        all += bytes;
        before += i < line ? bytes : 0;
    }
    return all && 5 * before <= all;
}
