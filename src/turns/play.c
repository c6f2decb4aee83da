#include "turns/play.h"

#include <string.h>

#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/furniture.h"

enum { TURNS_LEAST = 4, SCENE_BYTES_MOST = 40 };

static bool is_number(struct str word)
{
    static const char digits[] = "0123456789IVXLivxl.:";
    for (ptrdiff_t i = 0; i < word.len; i++)
        if (!strchr(digits, word.ptr[i]))
            return false;
    return word.len > 0;
}

/* "SCENE: A quay.", "ACT II", "Curtain." */
static bool announces_scene(struct arena *scratch, struct str line)
{
    struct str rest =
        str_slice(line, line.len && (line.ptr[0] == '[' || line.ptr[0] == '('), line.len);
    struct str word = next_word(&rest);
    ptrdiff_t at = 0;
    if (!word.len || word.len > SCENE_BYTES_MOST ||
        !unicode_is_upper(utf8_next(word, &at)))
        return false;
    bool colon = str_ends(word, S(":"));
    bool stop =
        str_ends(word, S(".")) || str_ends(word, S("]")) || str_ends(word, S(")"));
    struct str form = word_form(scratch, str_slice(word, 0, word.len - (colon || stop)));
    return vocabulary_has(WORD_SCENE, form) &&
           (colon || !str_trim(rest).len || is_number(next_word(&rest)));
}

/* How many lines that are nobody's announce an act or a scene; two are enough. */
static int count_scenes(const struct labels *labels, const struct layout *layout)
{
    struct arena scratch = {0};
    int found = 0;
    ptrdiff_t next = 0;
    for (ptrdiff_t i = 0; i < layout->line_count && found < 2; i++) {
        while (next < labels->count && labels->items[next].line < i)
            next++;
        bool labelled = next < labels->count && labels->items[next].line == i;
        if (!labelled && layout->lines[i].first)
            found += announces_scene(&scratch, layout_line(layout, i));
    }
    for (ptrdiff_t i = 0; i < layout->document->block_count && found < 2; i++)
        if (layout->document->blocks[i].kind == BLOCK_HEADING)
            found += announces_scene(&scratch, layout->document->blocks[i].text.str);
    arena_clear(&scratch);
    return found;
}

static bool somebody_asks(const struct labels *labels)
{
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        if (labels->strings[i].accepted && labels->strings[i].shape.question)
            return true;
    return false;
}

bool play_is(const struct labels *labels, const struct layout *layout, ptrdiff_t record,
             ptrdiff_t strong, bool stops)
{
    bool titles =
        2 * record >= strong; /* so do parliaments; but plays have people, too */
    if (labels->count < TURNS_LEAST || (stops && titles))
        return false;
    if (!stops)
        return !somebody_asks(labels) && count_scenes(labels, layout) > titles;
    ptrdiff_t labelled = 0, paragraphs = 0;
    for (ptrdiff_t i = 0; i < labels->count; i++)
        labelled += !i || labels->items[i].block != labels->items[i - 1].block;
    ptrdiff_t end = labels->items[labels->count - 1].block;
    for (ptrdiff_t i = labels->items[0].block; i <= end; i++)
        paragraphs += layout->document->blocks[i].kind == BLOCK_PARAGRAPH;
    return 2 * labelled >= paragraphs;
}

bool play_scene_alone(struct str paragraph)
{
    struct arena scratch = {0};
    struct str rest = paragraph;
    next_word(&rest);
    bool scene = !str_trim(rest).len && announces_scene(&scratch, paragraph);
    arena_clear(&scratch);
    return scene;
}

bool play_in_italics(const struct block *b)
{
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; i < b->mark_count; i++) {
        const struct mark *m = &b->marks[i];
        if (m->kind != MARK_EMPHASIS || m->end <= at)
            continue;
        if (furniture_speakable(str_slice(b->text.str, at, m->begin)))
            return false;
        at = m->end;
    }
    return at > 0 && !furniture_speakable(str_slice(b->text.str, at, b->text.str.len));
}

bool play_italics_tell(const struct labels *labels, const struct document *doc)
{
    bool any = false;
    ptrdiff_t next = 0;
    for (ptrdiff_t i = labels->count ? labels->items[0].block : doc->block_count;
         i < doc->block_count; i++) {
        const struct block *b = &doc->blocks[i];
        while (next < labels->count && labels->items[next].block < i)
            next++;
        if ((next < labels->count && labels->items[next].block == i) ||
            b->kind != BLOCK_PARAGRAPH || furniture_paragraph(b->text.str) != REASON_NONE)
            continue;
        if (!play_in_italics(b))
            return false;
        any = true;
    }
    return any;
}

ptrdiff_t play_label_end(struct str s, ptrdiff_t begin, ptrdiff_t end, char stage)
{
    char close = stage == '[' ? ']' : ')';
    if (!stage || end <= begin || s.ptr[end - 1] != close)
        return end;
    ptrdiff_t open = str_find_byte(str_slice(s, begin, end), stage);
    return open > 0 ? begin + open : end;
}

char play_brackets(const struct labels *labels, const struct layout *layout)
{
    ptrdiff_t squares = 0, rounds = 0;
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        const struct label *l = &labels->items[i];
        struct str text = layout->document->blocks[l->block].text.str;
        char behind = l->after < text.len ? text.ptr[l->after] : 0;
        squares += behind == '[' || play_label_end(text, l->begin, l->end, '[') < l->end;
        rounds += behind == '(' || play_label_end(text, l->begin, l->end, '(') < l->end;
    }
    for (ptrdiff_t i = 0; i < layout->line_count; i++) {
        char first = layout->lines[i].first ? layout_line(layout, i).ptr[0] : 0;
        squares += first == '[';
        rounds += first == '(';
    }
    return squares >= rounds ? '[' : '(';
}
