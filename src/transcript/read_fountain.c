/* Screenplays in Fountain (fountain.io/syntax, version 1.1). What characters say is theirs; action
 * is the narrator's; scene headings and sections begin chapters; parentheticals and transitions
 * are directions.
 */
#include "base/unicode.h"
#include "transcript/fold.h"
#include "transcript/read.h"

enum {
    SCRATCH_MOST = 256 << 10,
    SNIFF_BYTES = 64 << 10,
    PAIRS_MOST = 64, /* marks of emphasis in one line that are looked at */
    KEY_LONGEST = 30,
    SCENE_LEVEL = 2,
};

struct fountain {
    struct document *doc;
    struct arena *a;
    const struct source *s;
    struct arena scratch;
    struct textbuf text; /* of the block in the making */
    ptrdiff_t name_end;
    bool in_comment; /* a boneyard or a note goes on */
    const char *comment_close;
    bool unclosed_boneyard, unclosed_note; /* none of them is closed any more */
};

/* ---- lines ---- */

static struct str raw_line(const struct source *s, ptrdiff_t line)
{
    if (line < 1 || line > s->line_count)
        return S("");
    return source_line(s, line);
}

static struct str line_of(const struct source *s, ptrdiff_t line)
{
    return str_trim(raw_line(s, line));
}

/* All letters are capitals, and there is one. */
static bool is_upper(struct str s)
{
    bool any = false;
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        if (unicode_is_lower(c))
            return false;
        any = any || unicode_is_upper(c);
    }
    return any;
}

static bool is_scene(struct str s)
{
    static const char *const begins[] = {"INT./EXT", "INT/EXT", "EXT/INT", "INT",
                                         "EXT",      "EST",     "I/E"};
    if (s.len > 1 && s.ptr[0] == '.' && s.ptr[1] != '.')
        return true;
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
        struct str begin = str_from(begins[i]);
        if (s.len > begin.len + 1 &&
            str_eq_ascii_case(str_slice(s, 0, begin.len), begin) &&
            (s.ptr[begin.len] == '.' || s.ptr[begin.len] == ' '))
            return true;
    }
    return false;
}

static bool is_transition(struct str s)
{
    return (s.ptr[0] == '>' && s.ptr[s.len - 1] != '<') ||
           (is_upper(s) && str_ends(s, S("TO:")));
}

/* A character's name without what stands in brackets behind it and without the '^' of dialogue side
 * by side. */
static struct str name_of(struct str s)
{
    if (s.len && s.ptr[0] == '@')
        s = str_slice(s, 1, s.len);
    if (str_ends(s, S("^")))
        s = str_trim(str_slice(s, 0, s.len - 1));
    ptrdiff_t bracket = str_find_byte(s, '(');
    return str_trim(bracket > 0 ? str_slice(s, 0, bracket) : s);
}

/* A line in capitals, a blank one above and words below. */
static bool is_character(const struct source *s, ptrdiff_t line)
{
    struct str it = line_of(s, line);
    if (!it.len || line_of(s, line - 1).len || !line_of(s, line + 1).len)
        return false;
    struct str name = name_of(it);
    if (it.ptr[0] == '@')
        return name.len > 0;
    return it.ptr[0] != '!' && is_upper(name) && !is_scene(it) && !is_transition(it);
}

/* ---- text ---- */

static void dispose(struct fountain *f, ptrdiff_t begin, ptrdiff_t end,
                    enum reason reason)
{
    document_dispose(f->doc, f->a, begin, end, reason);
}

static ptrdiff_t offset_of(const struct fountain *f, struct str part)
{
    return part.ptr - f->s->bytes.ptr;
}

static ptrdiff_t end_of(const struct fountain *f, struct str part)
{
    return offset_of(f, part) + part.len;
}

/* The marks of emphasis in a line: '*' and '_' that have a partner of the same kind. */
struct pairs {
    ptrdiff_t at[PAIRS_MOST], len[PAIRS_MOST];
    bool paired[PAIRS_MOST];
    int count;
};

static void find_pairs(struct pairs *p, struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    p->count = 0;
    for (ptrdiff_t at = begin; at < end && p->count < PAIRS_MOST; at++) {
        char c = s.ptr[at];
        if (c == '\\') {
            at++;
            continue;
        }
        if (c != '*' && c != '_')
            continue;
        ptrdiff_t run = at;
        while (run < end && s.ptr[run] == c)
            run++;
        int n = p->count++;
        p->at[n] = at;
        p->len[n] = run - at;
        p->paired[n] = false;
        for (int i = n - 1; i >= 0; i--)
            if (!p->paired[i] && p->len[i] == p->len[n] && s.ptr[p->at[i]] == c) {
                p->paired[i] = p->paired[n] = true;
                break;
            }
        at = run - 1;
    }
}

/* Where a note or the boneyard that goes on, and of which `mark` bytes stand here, ends; `end` when
 * it does not in this line. */
static ptrdiff_t skip_comment(struct fountain *f, ptrdiff_t at, ptrdiff_t mark,
                              ptrdiff_t end)
{
    struct str rest = str_slice(f->s->bytes, at + mark, end);
    ptrdiff_t close = str_find(rest, str_from(f->comment_close));
    f->in_comment = close < 0;
    ptrdiff_t behind = close < 0 ? end : at + mark + close + 2;
    dispose(f, at, behind, REASON_COMMENT);
    return behind;
}

/* One that is never closed is none, so that it cannot swallow what was said. */
static bool opens_comment(struct fountain *f, struct str s, ptrdiff_t at)
{
    if (at + 1 >= s.len)
        return false;
    bool boneyard = s.ptr[at] == '/' && s.ptr[at + 1] == '*';
    if (!boneyard && !(s.ptr[at] == '[' && s.ptr[at + 1] == '['))
        return false;
    bool *unclosed = boneyard ? &f->unclosed_boneyard : &f->unclosed_note;
    struct str rest = str_slice(f->s->bytes, at + 2, f->s->bytes.len);
    f->comment_close = boneyard ? "*/" : "]]";
    *unclosed = *unclosed || str_find(rest, str_from(f->comment_close)) < 0;
    return !*unclosed;
}

/* [begin, end) of one line goes into the block's text, comments and emphasis taken out. */
static void add_text(struct fountain *f, ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = str_slice(f->s->bytes, 0, end);
    struct pairs pairs;
    int next = 0;
    if (f->in_comment)
        begin = skip_comment(f, begin, 0, end);
    find_pairs(&pairs, s, begin, end);
    ptrdiff_t from = begin;
    for (ptrdiff_t at = begin; at < end; at++) {
        ptrdiff_t behind = at;
        while (next < pairs.count && pairs.at[next] < at)
            next++;
        if (opens_comment(f, s, at)) {
            document_verbatim(f->doc, f->a, &f->text, from, at);
            behind = skip_comment(f, at, 2, end);
        } else if (next < pairs.count && pairs.at[next] == at && pairs.paired[next]) {
            document_verbatim(f->doc, f->a, &f->text, from, at);
            behind = at + pairs.len[next];
            dispose(f, at, behind, REASON_MARKUP);
        } else if (s.ptr[at] == '\\' && at + 1 < end &&
                   (s.ptr[at + 1] == '*' || s.ptr[at + 1] == '_')) {
            document_verbatim(f->doc, f->a, &f->text, from, at);
            dispose(f, at, at + 1, REASON_MARKUP);
            from = ++at;
            continue;
        }
        if (behind > at) {
            from = behind;
            at = behind - 1;
        }
    }
    document_verbatim(f->doc, f->a, &f->text, from, end);
}

static void add_part(struct fountain *f, struct str part)
{
    if (f->text.chars.len) /* a blank for the line's end */
        textbuf_replace(&f->text, S(" "), offset_of(f, part), offset_of(f, part));
    add_text(f, offset_of(f, part), end_of(f, part));
}

static void flush(struct fountain *f, enum block_kind kind, int level)
{
    struct text t = fold_text(&f->scratch, textbuf_done(&f->text));
    if (t.str.len > f->name_end) {
        struct block *b = document_add(f->doc, f->a, kind, text_keep(f->a, t));
        b->level = level;
        b->narrated = kind == BLOCK_PARAGRAPH && !f->name_end;
        if (f->name_end) {
            struct mark *m = arena_new(f->a, struct mark);
            *m = (struct mark){0, f->name_end, MARK_SPEAKER};
            b->marks = m;
            b->mark_count = 1;
        }
    } else {
        for (ptrdiff_t i = 0; i < t.run_count; i++)
            dispose(f, t.runs[i].begin, t.runs[i].end, REASON_LABEL);
    }
    if (f->scratch.used > SCRATCH_MOST)
        arena_clear(&f->scratch);
    f->text = (struct textbuf){.arena = &f->scratch, .source = f->s};
    f->name_end = 0;
}

/* ---- elements ---- */

/* The first line that is not blank. */
static ptrdiff_t head_line(const struct source *s)
{
    ptrdiff_t line = 1;
    while (line < s->line_count && !line_of(s, line).len)
        line++;
    return line;
}

/* "Title: ..." and what is indented below, up to a blank line. Returns the line behind. */
static ptrdiff_t read_title_page(struct fountain *f)
{
    ptrdiff_t line = head_line(f->s);
    struct str key = S("");
    struct block *last = NULL;
    for (; line <= f->s->line_count && line_of(f->s, line).len; line++) {
        struct str raw = raw_line(f->s, line), value = str_trim(raw), head;
        bool indented = raw.ptr[0] == ' ' || raw.ptr[0] == '\t';
        ptrdiff_t colon = str_find_byte(raw, ':');
        if (!indented && colon > 0 && colon < KEY_LONGEST) {
            head = str_slice(raw, 0, colon);
            dispose(f, offset_of(f, raw), offset_of(f, raw) + colon + 1, REASON_METADATA);
            key = unicode_lower(f->a, head, S(""));
            value = str_trim(str_slice(raw, colon + 1, raw.len));
            last = NULL;
        }
        if (!value.len)
            continue;
        if (last) { /* one line is enough */
            dispose(f, offset_of(f, value), end_of(f, value), REASON_METADATA);
            continue;
        }
        ptrdiff_t before = f->doc->block_count;
        add_part(f, value);
        flush(f, BLOCK_METADATA, 0);
        if (f->doc->block_count > before) {
            last = &f->doc->blocks[before];
            last->key = key;
        }
    }
    return line;
}

static bool has_title_page(const struct source *s)
{
    static const char *const keys[] = {"title",     "credit",     "author", "authors",
                                       "source",    "draft date", "date",   "contact",
                                       "copyright", "notes"};
    struct str head, rest;
    if (!str_cut(line_of(s, head_line(s)), ':', &head, &rest))
        return false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_eq_ascii_case(head, str_from(keys[i])))
            return true;
    return false;
}

/* A character's lines; returns the line behind. */
static ptrdiff_t read_dialogue(struct fountain *f, ptrdiff_t line)
{
    struct str it = line_of(f->s, line), name = name_of(it);
    dispose(f, offset_of(f, it), offset_of(f, name), REASON_MARKUP);
    document_verbatim(f->doc, f->a, &f->text, offset_of(f, name), end_of(f, name));
    f->name_end = fold_text(&f->scratch, textbuf_done(&f->text)).str.len;
    dispose(f, end_of(f, name), end_of(f, it), REASON_LABEL);
    for (line++; line <= f->s->line_count; line++) {
        struct str raw = raw_line(f->s, line), said = str_trim(raw);
        if (!said.len && raw.len < 2) /* two blanks keep the dialogue together */
            break;
        if (!said.len)
            continue;
        bool aside =
            !f->in_comment && said.ptr[0] == '(' && said.ptr[said.len - 1] == ')';
        bool lyric = !f->in_comment && said.ptr[0] == '~';
        if (aside) {
            dispose(f, offset_of(f, said), end_of(f, said), REASON_STAGE_DIRECTION);
            continue;
        }
        if (lyric)
            dispose(f, offset_of(f, said), offset_of(f, said) + 1, REASON_MARKUP);
        add_part(f, str_slice(said, lyric, said.len));
    }
    flush(f, BLOCK_PARAGRAPH, 0);
    return line;
}

/* A heading without its first `marks` bytes and its scene number ("#12#"). */
static void read_heading(struct fountain *f, struct str it, ptrdiff_t marks, int level)
{
    struct str words = str_slice(it, marks, it.len);
    if (str_ends(words, S("#"))) {
        ptrdiff_t open = words.len - 1;
        while (open > 0 && words.ptr[open - 1] != '#' && words.ptr[open - 1] != ' ')
            open--;
        if (open > 0 && words.ptr[open - 1] == '#') {
            dispose(f, offset_of(f, words) + open - 1, end_of(f, words),
                    REASON_LINE_NUMBER);
            words = str_slice(words, 0, open - 1);
        }
    }
    dispose(f, offset_of(f, it), offset_of(f, it) + marks, REASON_MARKUP);
    words = str_trim(words);
    add_part(f, words);
    flush(f, BLOCK_HEADING, level);
}

static bool is_page_break(struct str it)
{
    ptrdiff_t count = 0;
    while (count < it.len && it.ptr[count] == '=')
        count++;
    return count >= 3 && count == it.len;
}

/* Lines that mean something by their first character. False: it is action. */
static bool read_forced(struct fountain *f, ptrdiff_t line)
{
    struct str it = line_of(f->s, line);
    ptrdiff_t begin = offset_of(f, it), marks = 0;
    while (marks < it.len && it.ptr[marks] == '#')
        marks++;
    if (marks && marks < it.len) {
        read_heading(f, it, marks, marks > 6 ? 6 : (int)marks);
    } else if (is_page_break(it)) {
        document_add(f->doc, f->a, BLOCK_SEPARATOR,
                     text_verbatim(f->a, f->s, begin, begin + it.len));
    } else if (it.ptr[0] == '=') {
        dispose(f, begin, begin + it.len, REASON_COMMENT);
    } else if (it.len > 2 && it.ptr[0] == '>' && it.ptr[it.len - 1] == '<') {
        dispose(f, begin, begin + 1, REASON_MARKUP);
        add_part(f, str_slice(it, 1, it.len - 1));
        dispose(f, begin + it.len - 1, begin + it.len, REASON_MARKUP);
        flush(f, BLOCK_PARAGRAPH, 0);
    } else if (is_scene(it) && !line_of(f->s, line - 1).len) {
        read_heading(f, it, it.ptr[0] == '.', SCENE_LEVEL);
    } else if (is_transition(it) && (it.ptr[0] == '>' || !line_of(f->s, line + 1).len)) {
        dispose(f, begin, begin + it.len, REASON_STAGE_DIRECTION);
    } else {
        return false;
    }
    return true;
}

static void read_action(struct fountain *f, struct str it)
{
    bool mark = !f->in_comment && (it.ptr[0] == '!' || it.ptr[0] == '~');
    if (mark)
        dispose(f, offset_of(f, it), offset_of(f, it) + 1, REASON_MARKUP);
    if (it.len > mark)
        add_part(f, str_slice(it, mark, it.len));
}

static enum bc_status read(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d)
{
    struct fountain f = {.doc = doc, .a = a, .s = s};
    (void)d;
    f.text = (struct textbuf){.arena = &f.scratch, .source = s};
    doc->all_speech = true;
    ptrdiff_t line = has_title_page(s) ? read_title_page(&f) : 1;
    while (line <= s->line_count) {
        struct str it = line_of(s, line);
        if (!it.len) {
            flush(&f, BLOCK_PARAGRAPH, 0);
            line++;
            continue;
        }
        if (!f.in_comment && !f.text.chars.len && is_character(s, line)) {
            line = read_dialogue(&f, line);
            continue;
        }
        if (f.in_comment || !read_forced(&f, line))
            read_action(&f, it);
        line++;
    }
    flush(&f, BLOCK_PARAGRAPH, 0);
    arena_clear(&f.scratch);
    return BC_OK;
}

/* Scene headings in capitals, and characters who speak. */
static int sniff(const struct source *s)
{
    int scenes = 0, characters = 0;
    for (ptrdiff_t line = 1;
         line <= s->line_count && s->line_starts[line - 1] < SNIFF_BYTES; line++) {
        struct str it = str_slice(line_of(s, line), 0, 200);
        if (!it.len || line_of(s, line - 1).len)
            continue;
        if (it.ptr[0] != '.' && is_scene(it) && is_upper(it))
            scenes++;
        else if (is_character(s, line) && str_find_byte(it, ':') < 0 &&
                 !is_upper(str_slice(line_of(s, line + 1), 0, 200)))
            characters++;
    }
    return scenes >= 1 && characters >= 2 ? 88 : 0;
}

const struct reader read_fountain = {"fountain", sniff, read};
