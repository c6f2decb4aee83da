/* A little script with clips for tests: one call a segment. */
#ifndef TESTS_EPISODE_H
#define TESTS_EPISODE_H

#include <string.h>

#include "mix/timeline.h"

enum { EPISODE_MOST = 64, EPISODE_PACKET = 960 };

struct episode {
    struct arena a;
    struct diag d;
    struct script script;
    struct segment segments[EPISODE_MOST];
    struct turn turns[EPISODE_MOST];
    struct chapter chapters[EPISODE_MOST];
    struct clip clips[EPISODE_MOST];
    struct timeline *timeline;
};

static inline void episode_begin(struct episode *e)
{
    memset(e, 0, sizeof *e);
    e->d.arena = &e->a;
    e->script.source = source_make(&e->a, S("talk.md"), S("x"));
    e->script.segments = e->segments;
    e->script.turns = e->turns;
    e->script.chapters = e->chapters;
    e->script.title = S("A test");
}

static inline void episode_chapter(struct episode *e, struct str title)
{
    e->chapters[e->script.chapter_count++].title = title;
}

/* A segment of its own turn; its clip speaks for as many packets as the text has characters. Each
 * spoken word (blank-separated) has its share of the time. */
static inline void episode_say(struct episode *e, struct str speaker, struct str text,
                               struct str spoken)
{
    ptrdiff_t n = e->script.segment_count++;
    e->script.turn_count++;
    e->turns[n] = (struct turn){.chapter = (int32_t)e->script.chapter_count - 1,
                                .speaker = speaker};
    e->segments[n] = (struct segment){
        .turn = (int32_t)n, .text = text, .spoken = spoken, .pause_after_ms = 300};
    struct clip *c = &e->clips[n];
    c->packet_count = spoken.len + 2;
    c->speech_begin = EPISODE_PACKET;
    c->speech_end = (spoken.len + 1) * EPISODE_PACKET;
    c->words = arena_array(&e->a, struct clip_word, spoken.len + 1);
    ptrdiff_t at = 0;
    while (at < spoken.len) {
        struct str word, rest;
        str_cut(str_slice(spoken, at, spoken.len), ' ', &word, &rest);
        bool counts = false;
        for (ptrdiff_t i = 0; i < word.len; i++)
            counts = counts || (unsigned char)word.ptr[i] >= 0x80 ||
                     strchr("0123456789", word.ptr[i]) ||
                     ((word.ptr[i] | 32) >= 'a' && (word.ptr[i] | 32) <= 'z');
        if (counts)
            c->words[c->word_count++] = (struct clip_word){
                (at + 1) * EPISODE_PACKET, (at + 1 + word.len) * EPISODE_PACKET, false};
        at += word.len + 1;
    }
}

static inline void episode_end(struct episode *e)
{
    if (e->script.segment_count)
        e->segments[e->script.segment_count - 1].pause_after_ms = 500;
    enum bc_status status =
        timeline_build(&e->timeline, &e->a, &e->script, e->clips, &e->d);
    if (status != BC_OK)
        e->timeline = NULL;
}

#endif
