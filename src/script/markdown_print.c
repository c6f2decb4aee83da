#include "script/escape.h"
#include "script/front_matter.h"
#include "script/markdown.h"
#include "script/ssml.h"

static void print_note(struct strbuf *out, const struct note *n)
{
    bool plain = n->reason == REASON_COMMENT && !str_starts(n->text.str, S("not spoken"));
    strbuf_add(out, S("\n<!-- "));
    if (!plain) {
        strbuf_add(out, S("not spoken ("));
        strbuf_add(out, reason_name(n->reason));
        strbuf_add(out, S("): "));
    }
    escape_print(out, n->text.str, 0, n->text.str.len, ESCAPE_COMMENT, false);
    strbuf_add(out, S(" -->\n"));
}

/* Does a note stand before what is printed next? */
static bool note_waits(const struct script_printer *p)
{
    if (p->notes >= p->s->note_count)
        return false;
    const struct note *n = &p->s->notes[p->notes];
    return n->before_chapter <= p->chapters && n->before_turn <= p->turns &&
           n->before_paragraph <= p->paragraphs;
}

static void print_notes(struct script_printer *p, struct strbuf *out)
{
    for (; note_waits(p); p->notes++)
        print_note(out, &p->s->notes[p->notes]);
}

/* A break, mark or sound stands before the blank that follows it, apart from the word before. */
static void print_point(struct strbuf *out, struct str text, const struct tag *t)
{
    bool apart = t->begin > 0 && (t->begin == text.len || text.ptr[t->begin] == ' ');
    strbuf_add(out, apart ? S(" ") : S(""));
    if (t->kind == TAG_BREAK)
        ssml_print_break(out, t->pause_ms);
    else if (t->kind == TAG_SOUND)
        ssml_print_sound(out, t->sound, t->attributes);
    else
        ssml_print_empty(out, t->element, t->attributes);
    strbuf_add(out, t->begin == 0 && text.len ? S(" ") : S(""));
}

/* A paragraph that is being printed, as far as `at`. */
struct text_printer {
    struct strbuf *out;
    struct str text;
    ptrdiff_t at;
    bool line_start;
    const struct tag *open[SSML_DEPTH_MOST + 1]; /* whose ends are still to be printed */
    int open_count;
};

/* Prints up to `to`, and what ends there or before. */
static void print_up_to(struct text_printer *p, ptrdiff_t to)
{
    while (p->open_count && p->open[p->open_count - 1]->end <= to) {
        const struct tag *t = p->open[--p->open_count];
        escape_print(p->out, p->text, p->at, t->end, ESCAPE_TEXT, p->line_start);
        ssml_print_close(p->out, t->element);
        p->at = t->end;
    }
    escape_print(p->out, p->text, p->at, to, ESCAPE_TEXT, p->line_start);
    p->at = to;
}

static void print_text(struct strbuf *out, const struct paragraph *p, bool line_start)
{
    struct text_printer t = {.out = out, .text = p->text.str, .line_start = line_start};
    for (ptrdiff_t i = 0; i < p->tag_count; i++) {
        const struct tag *tag = &p->tags[i];
        if (tag->implied)
            continue;
        print_up_to(&t, tag->begin);
        t.line_start = t.line_start && t.at > 0;
        if (tag->kind == TAG_BREAK || tag->kind == TAG_MARK || tag->kind == TAG_SOUND) {
            print_point(out, t.text, tag);
            continue;
        }
        if (tag->element == SSML_SUB)
            ssml_print_sub(out, tag->alias);
        else
            ssml_print_open(out, tag->element, tag->attributes);
        t.open[t.open_count++] = tag;
    }
    print_up_to(&t, t.text.len);
}

static void print_line(struct strbuf *out, struct str s)
{
    escape_print(out, s, 0, s.len, ESCAPE_TEXT, false);
}

static void print_turn(struct script_printer *p, struct strbuf *out, ptrdiff_t turn)
{
    const struct script *s = p->s;
    print_notes(p, out);
    p->turns++;
    strbuf_add(out, s->turns[turn].added ? S("\n<!-- " SCRIPT_ADDED " -->\n") : S(""));
    strbuf_add(out, S("\n**"));
    print_line(out, s->turns[turn].speaker);
    strbuf_add(out, S(":**"));
    ptrdiff_t first = s->turns[turn].first_paragraph,
              end = script_turn_paragraphs_end(s, turn);
    bool same_line = first < end && !note_waits(p); /* label and text */
    strbuf_add_byte(out, same_line ? ' ' : '\n');
    for (ptrdiff_t i = first; i < end; i++) {
        print_notes(p, out);
        strbuf_add(out, same_line ? S("") : S("\n"));
        print_text(out, &s->paragraphs[i], !same_line);
        strbuf_add_byte(out, '\n');
        p->paragraphs++;
        same_line = false;
    }
}

/* A heading; number signs at its end would be taken for its closing. */
static void print_heading(struct script_printer *p, struct strbuf *out,
                          const struct chapter *c)
{
    print_notes(p, out);
    p->chapters++;
    strbuf_add_byte(out, '\n');
    for (int i = 0; i < c->level; i++)
        strbuf_add_byte(out, '#');
    strbuf_add_byte(out, ' ');
    bool closing = str_ends(c->title, S("#"));
    print_line(out, str_slice(c->title, 0, c->title.len - closing));
    strbuf_add(out, closing ? S("\\#\n") : S("\n"));
}

/* Has every turn of the chapters with printed headings been printed? */
static bool heading_is_next(const struct script_printer *p)
{
    return p->chapters < p->s->chapter_count &&
           p->turns >= p->s->chapters[p->chapters].first_turn;
}

/* A heading, a turn, or what is left. */
static void print_next_text(struct script_printer *p, struct strbuf *out)
{
    if (heading_is_next(p)) {
        print_heading(p, out, &p->s->chapters[p->chapters]);
    } else if (p->chapters && p->turns < p->s->turn_count) {
        print_turn(p, out, p->turns);
    } else {
        print_notes(p, out);
        p->stage = PRINT_ALL;
    }
}

bool script_print_next(struct script_printer *p, struct strbuf *out)
{
    switch (p->stage) {
    case PRINT_TOP:
        front_matter_print_top(out, p->s);
        p->stage = PRINT_CAST;
        return true;
    case PRINT_CAST:
        if (p->cast < p->s->cast_count) {
            front_matter_print_entry(out, &p->s->cast[p->cast++]);
        } else {
            front_matter_print_end(out);
            p->stage = PRINT_TEXT;
        }
        return true;
    case PRINT_TEXT:
        print_next_text(p, out);
        return true;
    case PRINT_ALL:
        break;
    }
    return false;
}

void script_print(struct strbuf *out, const struct script *s)
{
    struct script_printer p = {.s = s};
    while (script_print_next(&p, out))
        ;
}
