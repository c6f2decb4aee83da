/* Transcripts as tables: comma-separated values (RFC 4180; semicolons and tabs, too), and the pipe
 * tables of Markdown. A head of columns says which hold the words, who says them, and when.
 */
#include "base/unicode.h"
#include "transcript/cues.h"
#include "transcript/read.h"
#include "transcript/tags.h"
#include "transcript/vocabulary.h"

enum { COLUMNS_MOST = 64, NAME_BYTES_MOST = 24 };

enum column { COLUMN_OTHER, COLUMN_TEXT, COLUMN_SPEAKER, COLUMN_TIME };

/* A cell's content, without its quotes; blanks around it may be in it. */
struct cell {
    ptrdiff_t begin, end; /* source bytes */
    bool quoted;
};

struct table {
    const struct source *s;
    char separator; /* "|", ",", ";" or a tab */
    enum column columns[COLUMNS_MOST];
    int count;
    int cells_most; /* of a row: the last has all that follows */
};

/* ---- cells ---- */

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* The end of the line that holds `at`. */
static ptrdiff_t line_end(struct str s, ptrdiff_t at)
{
    while (at < s.len && !is_line_end(s.ptr[at]))
        at++;
    return at;
}

/* Behind the closing quote of a cell that begins with one at `at`; -1: it has none. */
static ptrdiff_t quoted_end(struct str s, ptrdiff_t at)
{
    for (at++; at < s.len; at++) {
        if (s.ptr[at] != '"')
            continue;
        if (at + 1 == s.len || s.ptr[at + 1] != '"')
            return at + 1;
        at++;
    }
    return -1;
}

/* The cell at *at, which is moved to the separator or line end behind it. A quote that nothing closes
 * is a character like others. */
static struct cell next_cell(const struct table *t, ptrdiff_t *at)
{
    struct str s = t->s->bytes;
    struct cell c = {.begin = *at};
    ptrdiff_t first = *at;
    while (first < s.len && s.ptr[first] == ' ')
        first++;
    ptrdiff_t closed = t->separator != '|' && first < s.len && s.ptr[first] == '"'
                           ? quoted_end(s, first)
                           : -1;
    ptrdiff_t end = closed < 0 ? *at : closed;
    while (end < s.len && s.ptr[end] != t->separator && !is_line_end(s.ptr[end]))
        end += t->separator == '|' && s.ptr[end] == '\\' && end + 1 < s.len &&
                       !is_line_end(s.ptr[end + 1])
                   ? 2
                   : 1;
    *at = c.end = end;
    if (closed > 0 && !str_trim(str_slice(s, closed, end)).len)
        c = (struct cell){first + 1, closed - 1, true};
    return c;
}

/* The row at *at, which is moved behind its line end. Returns how many cells it has. */
static int next_row(const struct table *t, struct cell *cells, ptrdiff_t *at)
{
    struct str s = t->s->bytes;
    int count = 0;
    while (t->separator == '|' && *at < s.len && s.ptr[*at] == ' ')
        ++*at;
    *at += t->separator == '|' && *at < s.len && s.ptr[*at] == '|';
    for (;;) {
        struct cell c = next_cell(t, at);
        bool last = *at >= s.len || is_line_end(s.ptr[*at]);
        bool closing = t->separator == '|' && last && count &&
                       !str_trim(str_slice(s, c.begin, c.end)).len;
        if (!closing && count < t->cells_most)
            cells[count++] = c;
        else if (!closing) /* words with commas that nobody put between quotes */
            cells[count - 1] = (struct cell){cells[count - 1].begin, c.end, false};
        if (last)
            break;
        ++*at;
    }
    *at += *at + 1 < s.len && s.ptr[*at] == '\r' && s.ptr[*at + 1] == '\n';
    *at += *at < s.len;
    return count;
}

/* ---- the head ---- */

static bool is_one_of(struct str name, const char *const *names)
{
    for (int i = 0; names[i]; i++)
        if (str_eq(name, str_from(names[i])))
            return true;
    return false;
}

static enum column column_of(struct arena *a, struct str cell)
{
    static const char *const times[] = {"time", "timestamp", "timecode", "start", "end",
                                        "zeit", "beginn",    "ende",     "heure", "temps",
                                        "hora", "tiempo",    "время",    NULL};
    static const char *const words[] = {"text",     "words",     "transcript",
                                        "dialogue", "utterance", "texte",
                                        "texto",    "текст",     NULL};
    struct str name = unicode_lower(a, cell, S(""));
    if (is_one_of(name, words))
        return COLUMN_TEXT;
    if (is_one_of(name, times) || str_starts(name, S("start")) ||
        str_starts(name, S("end")))
        return COLUMN_TIME;
    return vocabulary_has(WORD_COLUMN, name) || str_eq(name, S("name")) ? COLUMN_SPEAKER
                                                                        : COLUMN_OTHER;
}

/* Reads the head as cells between `separator`s. True: it names one column of words, and one of speakers
 * or times. */
static bool read_head(struct table *t, ptrdiff_t *at)
{
    struct arena scratch = {0};
    struct cell cells[COLUMNS_MOST];
    int by_kind[COLUMN_TIME + 1] = {0};
    bool names = true; /* rather than a sentence */
    t->cells_most = COLUMNS_MOST;
    t->count = next_row(t, cells, at);
    for (int i = 0; i < t->count; i++) {
        struct str name = str_trim(str_slice(t->s->bytes, cells[i].begin, cells[i].end));
        names = names && name.len <= NAME_BYTES_MOST && !str_ends(name, S("."));
        t->columns[i] = column_of(&scratch, name);
        by_kind[t->columns[i]]++;
    }
    arena_clear(&scratch);
    if (t->columns[t->count - 1] == COLUMN_TEXT)
        t->cells_most = t->count;
    return names && t->count > 1 && by_kind[COLUMN_TEXT] == 1 &&
           by_kind[COLUMN_SPEAKER] <= 1 &&
           (by_kind[COLUMN_SPEAKER] || by_kind[COLUMN_TIME]);
}

/* Finds the separator, reads the head and, in Markdown, the line below it. *at: the first row. */
static bool open_table(struct table *t, const struct source *s, ptrdiff_t *at)
{
    static const char separators[] = ",;\t|";
    ptrdiff_t begin = s->text_begin;
    while (begin < s->bytes.len && utf8_is_space(s->bytes.ptr[begin]) &&
           s->bytes.ptr[begin] != '\t')
        begin++;
    struct str line = str_slice(s->bytes, begin, line_end(s->bytes, begin));
    for (int i = 0; separators[i]; i++) {
        *t = (struct table){.s = s, .separator = separators[i]};
        *at = begin;
        if (str_find_byte(line, separators[i]) < 0 || !read_head(t, at))
            continue;
        if (separators[i] != '|')
            return true;
        ptrdiff_t rule = *at;
        for (*at = line_end(s->bytes, *at); rule < *at; rule++)
            if (str_find_byte(S("|-: "), s->bytes.ptr[rule]) < 0)
                return false;
        return true;
    }
    return false;
}

static int sniff(const struct source *s)
{
    struct table t;
    ptrdiff_t at;
    return open_table(&t, s, &at) && at < s->bytes.len ? 80 : 0;
}

/* ---- rows ---- */

struct table_reader {
    struct document *doc;
    struct arena *a;
    struct cues cues;
    ptrdiff_t done; /* source bytes that are settled */
};

static void dispose_up_to(struct table_reader *r, ptrdiff_t end, enum reason reason)
{
    if (end > r->done)
        document_dispose(r->doc, r->a, r->done, end, reason);
    r->done = end > r->done ? end : r->done;
}

/* What the bytes at `at` stand for: their end, and in *meant what; 0: for themselves. */
static ptrdiff_t decode_at(struct table_reader *r, const struct table *t,
                           const struct cell *c, ptrdiff_t at, struct str *meant)
{
    struct str s = str_slice(t->s->bytes, 0, c->end);
    struct html_tag tag;
    struct html_entity entity = {.text = S("")};
    *meant = S("");
    if (c->quoted && s.ptr[at] == '"') {
        *meant = S("\"");
        return at + 2;
    }
    if (t->separator == '|' && s.ptr[at] == '\\' && at + 1 < c->end) {
        *meant = str_slice(s, at + 1, at + 2);
        return (unsigned char)meant->ptr[0] < 0x80 ? at + 2 : 0;
    }
    if (s.ptr[at] == '<' && html_tag_at(&tag, s, at)) {
        *meant = tag.effect == HTML_BREAK ? S(" ") : S("");
        return tag.end;
    }
    if (s.ptr[at] == '&' && html_entity_at(&entity, &r->cues.scratch, s, at)) {
        *meant = entity.unspeakable ? S("") : entity.text;
        return entity.end;
    }
    return 0;
}

/* A cell's text, lines and all. */
static struct text read_cell(struct table_reader *r, const struct table *t,
                             const struct cell *c)
{
    struct textbuf b = {.arena = &r->cues.scratch, .source = t->s};
    struct str s = t->s->bytes, meant;
    ptrdiff_t from = c->begin;
    dispose_up_to(r, c->begin, REASON_MARKUP);
    for (ptrdiff_t at = c->begin; at < c->end;) {
        if (str_find_byte(S("\"\\<&"), s.ptr[at]) < 0) {
            at++;
            continue;
        }
        ptrdiff_t end = decode_at(r, t, c, at, &meant);
        if (!end) {
            at++;
            continue;
        }
        document_verbatim(r->doc, r->a, &b, from, at);
        if (str_trim(meant).len) {
            textbuf_replace(&b, meant, at, end);
        } else {
            document_dispose(r->doc, r->a, at, end, REASON_MARKUP);
            textbuf_replace(&b, meant.len ? S(" ") : S(""), at, at);
        }
        from = at = end;
    }
    document_verbatim(r->doc, r->a, &b, from, c->end);
    r->done = c->end;
    return textbuf_done(&b);
}

static void say_row(struct table_reader *r, const struct table *t,
                    const struct cell *cells, int count)
{
    struct text words = {0}, speaker = {0};
    cues_begin(&r->cues, -1, -1);
    for (int i = 0; i < count; i++) {
        enum column kind = i < t->count ? t->columns[i] : COLUMN_OTHER;
        if (kind == COLUMN_TEXT) {
            words = read_cell(r, t, &cells[i]);
        } else if (kind == COLUMN_SPEAKER) {
            speaker = read_cell(r, t, &cells[i]);
        } else {
            dispose_up_to(r, cells[i].begin, REASON_MARKUP);
            dispose_up_to(r, cells[i].end,
                          kind == COLUMN_TIME ? REASON_CLOCK_TIME : REASON_METADATA);
        }
    }
    if (speaker.str.len)
        cues_speaker(&r->cues, speaker);
    if (words.str.len)
        cues_text(&r->cues, words);
}

static enum bc_status read(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d)
{
    struct table_reader r = {
        .doc = doc, .a = a, .cues = {.doc = doc, .a = a}, .done = s->text_begin};
    struct table t;
    struct cell cells[COLUMNS_MOST];
    ptrdiff_t at;
    if (!open_table(&t, s, &at)) {
        diag_error(d, place_of(s, 0, 0), "table-head",
                   "the first line names the columns: Time, Speaker, Text",
                   "this table does not say which column holds the words");
        return BC_EINPUT;
    }
    dispose_up_to(&r, at, REASON_METADATA);
    while (at < s->bytes.len) {
        int count = next_row(&t, cells, &at);
        say_row(&r, &t, cells, count);
    }
    dispose_up_to(&r, s->bytes.len, REASON_MARKUP);
    cues_finish(&r.cues);
    return BC_OK;
}

const struct reader read_table = {"table", sniff, read};
