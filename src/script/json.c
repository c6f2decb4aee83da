#include "script/json.h"

static void write_line(struct json_writer *w, struct place p)
{
    json_write_int(w, S("line"), p.source ? source_position(p.source, p.begin).line : 0);
}

static void write_entry(struct json_writer *w, const struct cast_entry *e)
{
    json_write_open(w, e->speaker, '[');
    for (ptrdiff_t v = 0; v < e->voice_count; v++)
        json_write_str(w, JSON_NO_KEY, e->voices[v]);
    json_write_close(w, ']');
}

static void write_chapter(struct json_writer *w, const struct chapter *c)
{
    json_write_open(w, JSON_NO_KEY, '{');
    json_write_str(w, S("title"), c->title);
    write_line(w, c->place);
    json_write_close(w, '}');
}

static void write_segment(struct json_writer *w, const struct script *s,
                          const struct segment *g)
{
    struct place p = script_segment_place(s, g, 0, 1);
    struct position at =
        p.source ? source_position(p.source, p.begin) : (struct position){0};
    json_write_open(w, JSON_NO_KEY, '{');
    json_write_str(w, S("text"), g->text);
    json_write_str(w, S("spoken"), g->spoken);
    if (g->sound)
        json_write_str(w, S("audio"), g->sound->path);
    json_write_int(w, S("line"), at.line);
    json_write_int(w, S("column"), at.column);
    json_write_int(w, S("pause_after_ms"), g->pause_after_ms);
    json_write_close(w, '}');
}

/* The words of a turn, its paragraphs parted by an empty line. */
static struct str turn_text(struct strbuf *b, const struct script *s, ptrdiff_t turn)
{
    ptrdiff_t first = s->turns[turn].first_paragraph,
              end = script_turn_paragraphs_end(s, turn);
    if (end == first + 1)
        return s->paragraphs[first].text.str;
    b->len = 0;
    for (ptrdiff_t i = first; i < end; i++) {
        strbuf_add(b, i > first ? S("\n\n") : S(""));
        strbuf_add(b, s->paragraphs[i].text.str);
    }
    return strbuf_str(b);
}

static ptrdiff_t first_segment(const struct script *s, ptrdiff_t paragraph)
{
    return paragraph < s->paragraph_count ? s->paragraphs[paragraph].first_segment
                                          : s->segment_count;
}

static void write_turn(struct script_json *p, ptrdiff_t turn)
{
    const struct script *s = p->s;
    const struct turn *t = &s->turns[turn];
    struct json_writer *w = &p->w;
    ptrdiff_t end = first_segment(s, script_turn_paragraphs_end(s, turn));
    json_write_open(w, JSON_NO_KEY, '{');
    json_write_str(w, S("speaker"), t->speaker);
    json_write_str(w, S("label"), t->label);
    write_line(w, t->place);
    json_write_int(w, S("chapter"), t->chapter);
    json_write_str(w, S("voice"), t->voice);
    if (t->added)
        json_write_bool(w, S("added"), true);
    json_write_str(w, S("text"), turn_text(&p->text, s, turn));
    json_write_open(w, S("segments"), '[');
    for (ptrdiff_t i = first_segment(s, t->first_paragraph); i < end; i++)
        write_segment(w, s, &s->segments[i]);
    json_write_close(w, ']');
    json_write_close(w, '}');
}

static void write_not_spoken(struct json_writer *w, struct place place, struct str text,
                             enum reason reason)
{
    json_write_open(w, JSON_NO_KEY, '{');
    write_line(w, place);
    json_write_str(w, S("text"), text);
    json_write_str(w, S("reason"), reason_name(reason));
    json_write_close(w, '}');
}

static void write_note(struct json_writer *w, const struct note *n)
{
    write_not_spoken(w, text_place(n->text, 0, 1), n->text.str, n->reason);
}

/* What is not spoken of the next segment of which there is such, if its paragraph stands before
 * `paragraph`; false: there is none. */
static bool write_drops(struct script_json *p, ptrdiff_t paragraph)
{
    const struct script *s = p->s;
    for (; p->segment < s->segment_count; p->segment++) {
        const struct segment *g = &s->segments[p->segment];
        if (g->paragraph >= paragraph)
            return false;
        if (g->trace && g->trace->drop_count)
            break;
    }
    if (p->segment == s->segment_count)
        return false;
    const struct segment *g = &s->segments[p->segment++];
    for (ptrdiff_t i = 0; i < g->trace->drop_count; i++) {
        struct drop d = g->trace->drops[i];
        write_not_spoken(&p->w, script_segment_place(s, g, d.begin, d.end),
                         str_slice(g->text, d.begin, d.end), (enum reason)d.reason);
    }
    return true;
}

static void write_top(struct script_json *p)
{
    p->text.arena = p->a;
    json_write_open(&p->w, JSON_NO_KEY, '{');
    json_write_str(&p->w, S("title"), p->s->title);
    json_write_str(&p->w, S("date"), p->s->date);
    json_write_str(&p->w, S("language"), p->s->language);
    json_write_open(&p->w, S("cast"), '{');
}

/* The stage's list is at its end; the next one begins. */
static void end_list(struct script_json *p, char bracket, struct str key)
{
    json_write_close(&p->w, bracket);
    if (key.len)
        json_write_open(&p->w, key, '[');
    else
        json_write_close(&p->w, '}');
    p->stage++;
    p->next = 0;
}

bool script_json_next(struct script_json *p, struct strbuf *out)
{
    const struct script *s = p->s;
    ptrdiff_t i = p->next++;
    p->w.out = out;
    switch (p->stage) {
    case JSON_TOP:
        write_top(p);
        p->stage = JSON_CAST;
        p->next = 0;
        return true;
    case JSON_CAST:
        if (i < s->cast_count)
            write_entry(&p->w, &s->cast[i]);
        else
            end_list(p, '}', S("chapters"));
        return true;
    case JSON_CHAPTERS:
        if (i < s->chapter_count)
            write_chapter(&p->w, &s->chapters[i]);
        else
            end_list(p, ']', S("turns"));
        return true;
    case JSON_TURNS:
        if (i < s->turn_count)
            write_turn(p, i);
        else
            end_list(p, ']', S("not_spoken"));
        return true;
    case JSON_NOT_SPOKEN:
        if (write_drops(p, i < s->note_count ? s->notes[i].before_paragraph
                                             : s->paragraph_count))
            p->next = i;
        else if (i < s->note_count)
            write_note(&p->w, &s->notes[i]);
        else
            end_list(p, ']', S(""));
        return true;
    case JSON_ALL:
        break;
    }
    return false;
}

void script_print_json(struct strbuf *out, struct arena *scratch, const struct script *s)
{
    struct script_json p = {.s = s, .a = scratch};
    while (script_json_next(&p, out))
        ;
}
