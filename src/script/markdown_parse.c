#include "script/chapters.h"
#include "script/front_matter.h"
#include "script/markdown.h"
#include "script/markdown_inline.h"

bool script_is_script(const struct source *source)
{
    struct front_matter f;
    if (!front_matter_find(&f, source))
        return false;
    struct str rest = str_slice(source->bytes, f.begin, f.end), line;
    while (rest.len) {
        str_cut(rest, '\n', &line, &rest);
        if (!str_starts(line, S("briefcast:")))
            continue;
        struct str value, comment;
        str_cut(str_slice(line, 10, line.len), '#', &value, &comment);
        value = str_trim(value);
        bool quoted = value.len > 2 && (value.ptr[0] == '"' || value.ptr[0] == '\'');
        int64_t version; /* another than 1 is refused, and not read as a transcript */
        if (str_to_int(quoted ? str_slice(value, 1, value.len - 1) : value, &version))
            return true;
    }
    return false;
}

struct parser {
    struct script *s;
    struct arena *a;
    struct diag *d;
    struct inline_reader text; /* of the paragraph that is being read */
    bool in_turn; /* somebody has the turn; else the narrator, once there are words */
    ptrdiff_t near_misses; /* labels looked up in the cast so far */
};

static void need_turn(struct parser *p)
{
    if (p->in_turn)
        return;
    if (!p->s->chapter_count)
        script_add_chapter(p->s, p->a, chapter_opening_title(p->s->language), 1);
    script_add_turn(p->s, p->a, NARRATOR);
    p->in_turn = true;
}

/* Ends the paragraph, if there is one; the comments in it come behind it. */
static void end_paragraph(struct parser *p)
{
    if (!inline_is_empty(&p->text)) {
        const struct tag *tags;
        ptrdiff_t tag_count;
        struct text text = inline_settle(&p->text, &tags, &tag_count);
        if (inline_is_heard(text, tags, tag_count))
            need_turn(p);
        if (tag_count && !p->s->turn_count) { /* breaks alone */
            diag_warning(p->d, tags[0].place, "break-unheard",
                         "put it behind the words it follows",
                         "a pause before the first word is not heard");
        } else if (text.str.len || tag_count) { /* breaks alone go to the words before */
            struct paragraph *q = script_add_paragraph(p->s, p->a, text);
            q->tags = tags;
            q->tag_count = (int32_t)tag_count;
        }
    }
    inline_add_notes(&p->text);
}

static void end_turn(struct parser *p)
{
    end_paragraph(p);
    inline_end_elements(&p->text);
}

/* ---- headings ---- */

/* The level of the heading that `line` is (CommonMark 0.31 section 4.2); 0: none. */
static int heading_level(struct str line)
{
    int level = 0;
    while (level < line.len && line.ptr[level] == '#')
        level++;
    bool apart = level == line.len || line.ptr[level] == ' ' || line.ptr[level] == '\t';
    return level <= 6 && apart ? level : 0;
}

/* The title's bytes: without number signs that close the heading. */
static struct str heading_words(struct str line, int level)
{
    struct str words = str_trim(str_slice(line, level, line.len)), cut = words;
    while (cut.len && cut.ptr[cut.len - 1] == '#')
        cut.len--;
    bool closed = !cut.len || cut.ptr[cut.len - 1] == ' ' || cut.ptr[cut.len - 1] == '\t';
    return closed ? str_trim(cut) : words;
}

static void read_heading(struct parser *p, ptrdiff_t begin, ptrdiff_t end, int level)
{
    const struct source *source = p->s->source;
    struct str words = heading_words(str_slice(source->bytes, begin, end), level);
    ptrdiff_t from = words.ptr - source->bytes.ptr, to = from + words.len;
    end_turn(p);
    p->in_turn = false;
    inline_dispose(&p->text, begin, from, REASON_MARKUP);
    inline_dispose(&p->text, to, end, REASON_MARKUP);
    inline_read(&p->text, from, to, to);
    struct text title = inline_settle(&p->text, NULL, NULL);
    if (title.str.len) {
        struct chapter *c = script_add_chapter(p->s, p->a, title.str, level);
        c->heading = title;
        c->place = place_of(source, from, to);
    } else {
        diag_error(p->d, place_of(source, begin, end), "heading-empty", NULL,
                   "a chapter needs a title");
        p->text.wrong = true;
    }
    inline_add_notes(&p->text);
}

/* ---- labels ---- */

struct label {
    ptrdiff_t begin, end; /* the name */
    ptrdiff_t behind;     /* the mark-up */
};

/* Does the line [begin, end) open with "**Name:**" or "**Name**:"? */
static bool find_label(struct label *out, struct str s, ptrdiff_t begin, ptrdiff_t end)
{
    if (!str_starts(str_slice(s, begin, end), S("**")))
        return false;
    ptrdiff_t at = begin + 2;
    bool colon = false; /* just before `at` */
    while (at + 1 < end && !(s.ptr[at] == '*' && s.ptr[at + 1] == '*')) {
        colon = s.ptr[at] == ':';
        at += s.ptr[at] == '\\' ? 2 : 1;
    }
    bool outside = at + 2 < end && s.ptr[at + 2] == ':';
    if (at + 1 >= end || (!colon && !outside))
        return false;
    *out = (struct label){begin + 2, at - colon, at + 2 + (!colon && outside)};
    return str_trim(str_slice(s, out->begin, out->end)).len > 0;
}

enum { NEAR_MISSES_MOST = 20, NEAR_CAST_MOST = 200 };

/* A label that is nearly one of the cast's names is likely a slip. */
static void check_label(struct parser *p, struct str name, struct place place)
{
    struct script *s = p->s;
    if (!s->cast_count || s->cast_count > NEAR_CAST_MOST ||
        p->near_misses >= NEAR_MISSES_MOST || script_cast_find(s, name))
        return;
    p->near_misses++;
    struct str names[NEAR_CAST_MOST];
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        names[i] = s->cast[i].speaker;
    struct str near = diag_nearest(name, names, s->cast_count);
    if (near.len)
        diag_warning(
            p->d, place, "speaker-unknown",
            str_z(p->a, str_format(p->a, "did you mean '%.*s'?", STR_ARGS(near))),
            "'%.*s' is not in the cast and gets a voice of their own", STR_ARGS(name));
}

/* A paragraph that opens with a name of the cast and a colon is likely a label without its stars. */
static void check_plain_label(struct parser *p, struct str line)
{
    struct script *s = p->s;
    struct str name, rest;
    if (s->cast_count > NEAR_CAST_MOST || p->near_misses >= NEAR_MISSES_MOST ||
        !str_cut(line, ':', &name, &rest) || !script_cast_find(s, str_trim(name)))
        return;
    p->near_misses++;
    ptrdiff_t begin = line.ptr - s->source->bytes.ptr;
    diag_warning(p->d, place_of(s->source, begin, begin + name.len + 1), "label-plain",
                 str_z(p->a, str_format(p->a, "if somebody speaks here, write **%.*s:**",
                                        STR_ARGS(str_trim(name)))),
                 "'%.*s:' is read aloud: only between stars is it a label",
                 STR_ARGS(str_trim(name)));
}

/* Takes away the comment right before a turn of the narrator's that says that it was added. */
static bool take_added(struct parser *p, struct str speaker)
{
    struct script *s = p->s;
    const struct note *n = s->note_count ? &s->notes[s->note_count - 1] : NULL;
    if (!n || n->reason != REASON_COMMENT || !str_eq(n->text.str, S(SCRIPT_ADDED)) ||
        n->before_turn != s->turn_count || n->before_chapter != s->chapter_count ||
        !str_eq(speaker, NARRATOR))
        return false;
    struct place words = text_place(n->text, 0, n->text.str.len);
    inline_dispose(&p->text, words.begin, words.end, REASON_MARKUP);
    s->note_count--;
    return true;
}

static void read_label(struct parser *p, const struct label *label, ptrdiff_t line)
{
    end_turn(p);
    inline_dispose(&p->text, line, label->begin, REASON_MARKUP);
    inline_read(&p->text, label->begin, label->end, label->end);
    struct text name = inline_settle(&p->text, NULL, NULL);
    inline_dispose(&p->text, label->end, label->behind, REASON_MARKUP);
    inline_add_notes(&p->text);
    if (!name.str.len)
        return;
    p->in_turn = false;
    bool added = take_added(p, name.str);
    if (!p->s->chapter_count)
        need_turn(p); /* for its chapter */
    else
        script_add_turn(p->s, p->a, name.str);
    struct turn *t = &p->s->turns[p->s->turn_count - 1];
    t->speaker = t->label = name.str;
    t->label_text = name;
    t->added = added;
    t->place = text_place(name, 0, name.str.len);
    p->in_turn = true;
    struct chapter *c = &p->s->chapters[t->chapter];
    c->place = c->place.source ? c->place : t->place;
    check_label(p, name.str, t->place);
}

/* ---- lines ---- */

/* "---", "* * *": three or more of one mark, and blanks. */
static bool is_separator(struct str line)
{
    int count = 0;
    for (ptrdiff_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == ' ' || line.ptr[i] == '\t')
            continue;
        if (line.ptr[i] != line.ptr[0] ||
            !(line.ptr[0] == '-' || line.ptr[0] == '*' || line.ptr[0] == '_'))
            return false;
        count++;
    }
    return count >= 3;
}

static void read_separator(struct parser *p, ptrdiff_t begin, ptrdiff_t end)
{
    end_paragraph(p);
    struct text text = text_verbatim(p->a, p->s->source, begin, end);
    script_add_note(p->s, p->a, text_fold_spaces(p->a, text), REASON_SEPARATOR);
}

/* Reads the line that begins at `at`; returns the end of the last line it took. */
static ptrdiff_t read_any_line(struct parser *p, ptrdiff_t at, ptrdiff_t end,
                               ptrdiff_t limit)
{
    struct str s = p->s->source->bytes, line = str_trim(str_slice(s, at, end));
    struct label label;
    if (!line.len) {
        end_paragraph(p);
        return end;
    }
    ptrdiff_t begin = line.ptr - s.ptr, stop = begin + line.len;
    int level = heading_level(line);
    if (level) {
        read_heading(p, begin, stop, level);
        return end;
    }
    if (is_separator(line)) {
        read_separator(p, begin, stop);
        return end;
    }
    if (find_label(&label, s, begin, stop)) {
        read_label(p, &label, begin);
        begin = label.behind;
    } else if (inline_is_empty(&p->text)) {
        check_plain_label(p, line);
    }
    return inline_read(&p->text, begin, end, limit);
}

static void read_body(struct parser *p, ptrdiff_t at)
{
    struct str s = p->s->source->bytes;
    while (at < s.len) {
        ptrdiff_t end = at;
        while (end < s.len && s.ptr[end] != '\n' && s.ptr[end] != '\r')
            end++;
        ptrdiff_t stop = read_any_line(p, at, end, s.len), next = stop;
        next += next < s.len && s.ptr[next] == '\r' && next + 1 < s.len &&
                s.ptr[next + 1] == '\n';
        next += next < s.len;
        if (!inline_is_empty(&p->text))
            inline_read(&p->text, stop, next, next); /* the line's end: a blank */
        at = next;
    }
    end_turn(p);
    inline_settle_words(&p->text);
    arena_clear(&p->text.scratch);
}

enum bc_status script_parse(struct script **out, struct arena *a,
                            const struct source *source, struct diag *d)
{
    struct script *s = *out = arena_new(a, struct script);
    struct parser p = {.s = s, .a = a, .d = d, .text = {.script = s, .a = a, .d = d}};
    struct front_matter f = {0};
    enum bc_status status = BC_OK;
    s->source = source;
    s->from_script = true;
    if (front_matter_find(&f, source)) {
        inline_dispose(&p.text, 0, f.body, REASON_METADATA);
        status = front_matter_read(s, a, &f, d);
    }
    read_body(&p, f.body);
    if (status != BC_OK || p.text.wrong)
        return BC_EINPUT;
    return script_finish(s, a, d);
}
