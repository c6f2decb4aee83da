#include "script/escape.h"
#include "script/front_matter.h"
#include "script/markdown.h"
#include "script/ssml.h"

struct printer {
    struct strbuf *out;
    const struct script *s;
    ptrdiff_t notes, chapters, turns, paragraphs; /* printed so far */
};

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
static bool note_waits(const struct printer *p)
{
    if (p->notes >= p->s->note_count)
        return false;
    const struct note *n = &p->s->notes[p->notes];
    return n->before_chapter <= p->chapters && n->before_turn <= p->turns &&
           n->before_paragraph <= p->paragraphs;
}

static void print_notes(struct printer *p)
{
    for (; note_waits(p); p->notes++)
        print_note(p->out, &p->s->notes[p->notes]);
}

/* A break stands before the blank that follows it, apart from the word before. */
static void print_break(struct strbuf *out, struct str text, const struct tag *t)
{
    bool apart = t->begin > 0 && (t->begin == text.len || text.ptr[t->begin] == ' ');
    strbuf_add(out, apart ? S(" ") : S(""));
    ssml_print_break(out, t->pause_ms);
    strbuf_add(out, t->begin == 0 && text.len ? S(" ") : S(""));
}

static void print_text(struct strbuf *out, const struct paragraph *p, bool line_start)
{
    struct str text = p->text.str;
    ptrdiff_t at = 0, sub_end = -1;
    line_start = line_start && !(p->tag_count && p->tags[0].begin == 0);
    for (ptrdiff_t i = 0; i <= p->tag_count; i++) {
        ptrdiff_t next = i < p->tag_count ? p->tags[i].begin : text.len;
        if (sub_end >= 0 && (sub_end <= next || i == p->tag_count)) {
            escape_print(out, text, at, sub_end, ESCAPE_TEXT, line_start);
            ssml_print_sub_end(out);
            at = sub_end;
            sub_end = -1;
        }
        escape_print(out, text, at, next, ESCAPE_TEXT, line_start);
        at = next;
        if (i == p->tag_count)
            break;
        if (p->tags[i].kind == TAG_BREAK) {
            print_break(out, text, &p->tags[i]);
        } else {
            ssml_print_sub(out, p->tags[i].alias);
            sub_end = p->tags[i].end;
        }
    }
}

static void print_line(struct strbuf *out, struct str s)
{
    escape_print(out, s, 0, s.len, ESCAPE_TEXT, false);
}

static void print_turn(struct printer *p, ptrdiff_t turn)
{
    const struct script *s = p->s;
    print_notes(p);
    p->turns++;
    strbuf_add(p->out, S("\n**"));
    print_line(p->out, s->turns[turn].speaker);
    strbuf_add(p->out, S(":**"));
    ptrdiff_t first = s->turns[turn].first_paragraph,
              end = script_turn_paragraphs_end(s, turn);
    bool same_line = first < end && !note_waits(p); /* label and text */
    strbuf_add_byte(p->out, same_line ? ' ' : '\n');
    for (ptrdiff_t i = first; i < end; i++) {
        print_notes(p);
        strbuf_add(p->out, same_line ? S("") : S("\n"));
        print_text(p->out, &s->paragraphs[i], !same_line);
        strbuf_add_byte(p->out, '\n');
        p->paragraphs++;
        same_line = false;
    }
}

/* A heading; number signs at its end would be taken for its closing. */
static void print_heading(struct printer *p, const struct chapter *c)
{
    print_notes(p);
    p->chapters++;
    strbuf_add_byte(p->out, '\n');
    for (int i = 0; i < c->level; i++)
        strbuf_add_byte(p->out, '#');
    strbuf_add_byte(p->out, ' ');
    bool closing = str_ends(c->title, S("#"));
    print_line(p->out, str_slice(c->title, 0, c->title.len - closing));
    strbuf_add(p->out, closing ? S("\\#\n") : S("\n"));
}

void script_print(struct strbuf *out, struct arena *scratch, const struct script *s)
{
    struct printer p = {.out = out, .s = s};
    front_matter_print(out, scratch, s);
    for (ptrdiff_t i = 0; i < s->chapter_count; i++) {
        print_heading(&p, &s->chapters[i]);
        for (ptrdiff_t t = s->chapters[i].first_turn; t < script_chapter_turns_end(s, i);
             t++)
            print_turn(&p, t);
    }
    print_notes(&p);
}
