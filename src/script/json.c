#include "script/json.h"

#include "base/json.h"

static void set_line(struct json *o, struct place p)
{
    json_set_int(o, "line", p.source ? source_position(p.source, p.begin).line : 0);
}

static struct json *json_cast(const struct script *s)
{
    struct json *cast = json_object();
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        struct json *voices = json_array();
        for (ptrdiff_t v = 0; v < s->cast[i].voice_count; v++)
            json_append_str(voices, s->cast[i].voices[v]);
        json_set_key(cast, s->cast[i].speaker, voices);
    }
    return cast;
}

static struct json *json_chapters(const struct script *s)
{
    struct json *chapters = json_array();
    for (ptrdiff_t i = 0; i < s->chapter_count; i++) {
        struct json *o = json_object();
        json_set_str(o, "title", s->chapters[i].title);
        set_line(o, s->chapters[i].place);
        json_append(chapters, o);
    }
    return chapters;
}

static struct json *json_segments(const struct script *s, ptrdiff_t begin, ptrdiff_t end)
{
    struct json *segments = json_array();
    for (ptrdiff_t i = begin; i < end; i++) {
        const struct segment *g = &s->segments[i];
        struct place p = script_segment_place(s, g, 0, 1);
        struct position at =
            p.source ? source_position(p.source, p.begin) : (struct position){0};
        struct json *o = json_object();
        json_set_str(o, "text", g->text);
        json_set_str(o, "spoken", g->spoken);
        json_set_int(o, "line", at.line);
        json_set_int(o, "column", at.column);
        json_set_int(o, "pause_after_ms", g->pause_after_ms);
        json_append(segments, o);
    }
    return segments;
}

/* The words of a turn, its paragraphs parted by an empty line. */
static struct str turn_text(struct arena *a, const struct script *s, ptrdiff_t turn)
{
    struct strbuf b = {.arena = a};
    ptrdiff_t first = s->turns[turn].first_paragraph,
              end = script_turn_paragraphs_end(s, turn);
    for (ptrdiff_t i = first; i < end; i++) {
        strbuf_add(&b, i > first ? S("\n\n") : S(""));
        strbuf_add(&b, s->paragraphs[i].text.str);
    }
    return strbuf_str(&b);
}

static ptrdiff_t first_segment(const struct script *s, ptrdiff_t paragraph)
{
    return paragraph < s->paragraph_count ? s->paragraphs[paragraph].first_segment
                                          : s->segment_count;
}

static struct json *json_turns(const struct script *s, struct arena *scratch)
{
    struct json *turns = json_array();
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        const struct turn *t = &s->turns[i];
        struct json *o = json_object();
        ptrdiff_t begin = first_segment(s, t->first_paragraph);
        ptrdiff_t end = first_segment(s, script_turn_paragraphs_end(s, i));
        json_set_str(o, "speaker", t->speaker);
        json_set_str(o, "label", t->label);
        set_line(o, t->place);
        json_set_int(o, "chapter", t->chapter);
        json_set_str(o, "voice", t->voice);
        json_set_str(o, "text", turn_text(scratch, s, i));
        json_set(o, "segments", json_segments(s, begin, end));
        json_append(turns, o);
    }
    return turns;
}

static struct json *json_not_spoken(const struct script *s)
{
    struct json *notes = json_array();
    for (ptrdiff_t i = 0; i < s->note_count; i++) {
        const struct note *n = &s->notes[i];
        struct json *o = json_object();
        set_line(o, text_place(n->text, 0, 1));
        json_set_str(o, "text", n->text.str);
        json_set_str(o, "reason", reason_name(n->reason));
        json_append(notes, o);
    }
    return notes;
}

void script_print_json(struct strbuf *out, struct arena *scratch, const struct script *s)
{
    struct json *o = json_object();
    json_set_str(o, "title", s->title);
    json_set_str(o, "date", s->date);
    json_set_str(o, "language", s->language);
    json_set(o, "cast", json_cast(s));
    json_set(o, "chapters", json_chapters(s));
    json_set(o, "turns", json_turns(s, scratch));
    json_set(o, "not_spoken", json_not_spoken(s));
    strbuf_add(out, json_print(scratch, o, false));
}
