/* A script as lines of text, for comparing it with what a case expects. */
#ifndef TESTS_SCRIPT_DUMP_H
#define TESTS_SCRIPT_DUMP_H

#include <stdio.h>

#include "script/script.h"

__attribute__((unused)) static struct str read_case(struct arena *a, const char *folder,
                                                    const char *name)
{
    char path[256], block[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    struct strbuf b = {.arena = a};
    size_t n;
    while ((n = fread(block, 1, sizeof block, f)) > 0)
        strbuf_add(&b, (struct str){block, (ptrdiff_t)n});
    fclose(f);
    return strbuf_str(&b);
}

__attribute__((unused)) static void dump_diagnostics(struct strbuf *out,
                                                     const struct diag *d)
{
    static const char *const severities[] = {"note", "warning", "error"};
    for (ptrdiff_t i = 0; i < d->count; i++) {
        struct place p = d->entries[i].place;
        struct position at = source_position(p.source, p.begin);
        strbuf_addf(out, "diagnostic %td:%td %s %.*s\n", at.line, at.column,
                    severities[d->entries[i].severity], STR_ARGS(d->entries[i].code));
    }
}

static void dump_head(struct strbuf *out, const struct script *s)
{
    const struct str facts[] = {s->title, s->date, s->language, s->description};
    static const char *const names[] = {"title", "date", "language", "description"};
    for (int i = 0; i < 4; i++)
        if (facts[i].len)
            strbuf_addf(out, "%s %.*s\n", names[i], STR_ARGS(facts[i]));
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        const struct cast_entry *e = &s->cast[i];
        strbuf_addf(out, "cast %.*s%s:", STR_ARGS(e->speaker),
                    e->anonymous ? " (several)" : "");
        for (ptrdiff_t v = 0; v < e->voice_count; v++)
            strbuf_addf(out, " %.*s", STR_ARGS(e->voices[v]));
        strbuf_addf(out, e->say.len ? ", say %.*s\n" : "%.*s\n", STR_ARGS(e->say));
    }
}

static void dump_notes(struct strbuf *out, const struct script *s, ptrdiff_t *note,
                       ptrdiff_t chapter, ptrdiff_t turn, ptrdiff_t paragraph)
{
    for (; *note < s->note_count; ++*note) {
        const struct note *n = &s->notes[*note];
        if (n->before_chapter > chapter || n->before_turn > turn ||
            n->before_paragraph > paragraph)
            return;
        strbuf_addf(out, "note (%.*s) %.*s\n", STR_ARGS(reason_name(n->reason)),
                    STR_ARGS(n->text.str));
    }
}

static void dump_style(struct strbuf *out, const struct style *t)
{
    if (t->voice.len)
        strbuf_addf(out, " voice %.*s", STR_ARGS(t->voice));
    if (t->language.len)
        strbuf_addf(out, " in %.*s", STR_ARGS(t->language));
    const int values[] = {t->rate,           t->pitch_hz, t->pitch_cents,
                          t->pitch_shift_hz, t->range,    t->volume_cb};
    static const char *const names[] = {"rate",  "pitch-hz", "pitch",
                                        "shift", "range",    "volume"};
    for (int i = 0; i < 6; i++)
        if (values[i])
            strbuf_addf(out, " %s %d", names[i], values[i]);
}

static void dump_paragraph(struct strbuf *out, const struct script *s, ptrdiff_t i)
{
    for (ptrdiff_t g = s->paragraphs[i].first_segment;
         g < script_paragraph_segments_end(s, i); g++) {
        const struct segment *q = &s->segments[g];
        strbuf_addf(out, "say %.*s ", STR_ARGS(q->text));
        if (!str_eq(q->spoken, q->text))
            strbuf_addf(out, "=> %.*s ", STR_ARGS(q->spoken));
        strbuf_addf(out, "%d%s", q->pause_after_ms,
                    q->joint == JOINT_RUNS_ON ? " runs on" : "");
        dump_style(out, script_style(s, q->style));
        strbuf_add(out, S("\n"));
    }
}

__attribute__((unused)) static void dump(struct strbuf *out, const struct script *s)
{
    ptrdiff_t note = 0;
    dump_head(out, s);
    for (ptrdiff_t c = 0; c < s->chapter_count; c++) {
        ptrdiff_t t = s->chapters[c].first_turn;
        dump_notes(out, s, &note, c, t,
                   t < s->turn_count ? s->turns[t].first_paragraph : 0);
        strbuf_addf(out, "chapter %d %.*s\n", s->chapters[c].level,
                    STR_ARGS(s->chapters[c].title));
        for (; t < script_chapter_turns_end(s, c); t++) {
            dump_notes(out, s, &note, c + 1, t, s->turns[t].first_paragraph);
            strbuf_addf(out,
                        s->turns[t].voice.len ? "turn %.*s %.*s\n" : "turn %.*s%.*s\n",
                        STR_ARGS(s->turns[t].speaker), STR_ARGS(s->turns[t].voice));
            for (ptrdiff_t i = s->turns[t].first_paragraph;
                 i < script_turn_paragraphs_end(s, t); i++) {
                dump_notes(out, s, &note, c + 1, t + 1, i);
                dump_paragraph(out, s, i);
            }
        }
    }
    dump_notes(out, s, &note, s->chapter_count, s->turn_count, s->paragraph_count);
}

#endif
