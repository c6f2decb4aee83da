#include "transcript/document.h"

static const char *const reason_names[REASON_COUNT] = {
    [REASON_NONE] = "spoken",
    [REASON_LABEL] = "label",
    [REASON_MARKUP] = "markup",
    [REASON_METADATA] = "metadata",
    [REASON_RUBRIC] = "rubric",
    [REASON_CLOCK_TIME] = "clock time",
    [REASON_PLACE] = "place",
    [REASON_PAGE_FURNITURE] = "page furniture",
    [REASON_LINE_NUMBER] = "line number",
    [REASON_NAVIGATION] = "navigation",
    [REASON_STAGE_DIRECTION] = "stage direction",
    [REASON_COMMENT] = "comment",
    [REASON_SEPARATOR] = "separator",
    [REASON_UNSPEAKABLE] = "unspeakable",
    [REASON_REPEATED] = "repeated",
    [REASON_ENGINE_FAILED] = "engine failed",
    [REASON_NOTE_MARK] = "note mark",
    [REASON_EDITORIAL] = "editorial note",
    [REASON_SYMBOL] = "symbol",
    [REASON_ADDRESS] = "web address",
    [REASON_ALTERNATE] = "alternate content",
    [REASON_NOTE] = "note",
    [REASON_LISTING] = "code listing",
};

struct str reason_name(enum reason r)
{
    return str_from(r >= 0 && r < REASON_COUNT ? reason_names[r] : "");
}

enum reason reason_from_name(struct str name)
{
    for (int r = 0; r < REASON_COUNT; r++)
        if (str_eq(name, str_from(reason_names[r])))
            return (enum reason)r;
    return REASON_NONE;
}

struct block *document_add(struct document *doc, struct arena *a, enum block_kind kind,
                           struct text text)
{
    struct block *b = arena_push(a, doc->blocks, doc->block_count, doc->block_capacity);
    b->kind = kind;
    b->text = text;
    return b;
}

void document_dispose(struct document *doc, struct arena *a, ptrdiff_t begin,
                      ptrdiff_t end, enum reason reason)
{
    struct str bytes = str_slice(doc->source->bytes, begin, end);
    struct str kept = str_trim(bytes);
    if (!kept.len)
        return;
    begin += kept.ptr - bytes.ptr;
    end = begin + kept.len;
    struct disposal *last =
        doc->disposal_count ? &doc->disposals[doc->disposal_count - 1] : NULL;
    if (last && last->end == begin && last->reason == reason) {
        last->end = (int32_t)end;
        return;
    }
    *arena_push(a, doc->disposals, doc->disposal_count, doc->disposal_capacity) =
        (struct disposal){(int32_t)begin, (int32_t)end, reason};
}

bool document_is_unspeakable(int32_t c)
{
    static const struct {
        int32_t first, last;
    } ranges[] = {
        {0x00, 0x08},     {0x0E, 0x1F},     {0x7F, 0x84},       {0x86, 0x9F},
        {0xAD, 0xAD},     {0x61C, 0x61C},   {0x180E, 0x180E},   {0x200B, 0x200B},
        {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F},   {0xFEFF, 0xFEFF},
        {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE007F},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

/* Can a character that begins with this byte be unspeakable? */
static bool is_suspect(unsigned char byte)
{
    return byte < 0x20 ? byte < 0x09 || byte > 0x0D
                       : byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE1 ||
                             byte == 0xE2 || byte == 0xEF || byte == 0xF3;
}

void document_verbatim(struct document *doc, struct arena *a, struct textbuf *out,
                       ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = str_slice(doc->source->bytes, 0, end);
    for (ptrdiff_t at = begin; at < end;) {
        if (!is_suspect((unsigned char)s.ptr[at])) {
            at++;
            continue;
        }
        ptrdiff_t next = at;
        if (document_is_unspeakable(utf8_next(s, &next))) {
            textbuf_verbatim(out, begin, at);
            document_dispose(doc, a, at, next, REASON_UNSPEAKABLE);
            begin = next;
        }
        at = next;
    }
    textbuf_verbatim(out, begin, end);
}

bool document_is_separator(struct str line)
{
    static const char marks[] = "*-_=#~+.";
    int count = 0;
    if (line.len > 400)
        return false;
    for (ptrdiff_t at = 0; at < line.len;) {
        int32_t c = utf8_next(line, &at);
        bool mark = c == 0x2013 || c == 0x2014 || c == 0x2022 || c == 0xB7 ||
                    c == 0x2026 || c == 0x2042 || (c >= 0x2500 && c < 0x2580);
        for (int i = 0; marks[i] && !mark; i++)
            mark = c == marks[i];
        if (!mark && !utf8_is_space(c))
            return false;
        count += mark;
    }
    return count >= 3 && line.ptr[0] != '.';
}
