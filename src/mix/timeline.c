#include "mix/timeline.h"

#include "base/unicode.h"
#include "mix/encode.h"
#include "script/pauses.h"

enum {
    PACKET = ENCODE_PACKET_48K,
    PER_MS = TIMELINE_HZ / 1000,
    ONSET_LATE_MOST = 40 * PER_MS
};

/* What is known while an episode is laid out. */
struct layout {
    struct timeline *t;
    struct arena *a;
    struct diag *d;
    int64_t packet;    /* the first that is free */
    int64_t onset;     /* the next speech begins here or later */
    ptrdiff_t chapter; /* the script's, of the segment before; -1 at the start */
    ptrdiff_t merged;  /* chapters past the most */
    struct place merged_place;
};

static int64_t packets_for(int64_t samples)
{
    return samples <= 0 ? 0 : (samples + PACKET - 1) / PACKET;
}

/* The first packet from `packet` on at which a clip starts a chapter. Normally the clip as a whole
 * begins with the second, so that its silent lead is in the chapter, too; one with a long lead is
 * put so that its speech begins with the second's first packet. */
static int64_t chapter_packet(int64_t packet, int64_t lead)
{
    int64_t ahead = lead <= ONSET_LATE_MOST ? 0 : lead / PACKET;
    int64_t second = TIMELINE_HZ / PACKET;
    return (packet + ahead + second - 1) / second * second - ahead;
}

/* Readers of chapters in comments take them line by line, and give up on a name that is empty or
 * on comments that are too long. */
static struct str clean_title(struct arena *a, struct str title, ptrdiff_t number)
{
    static const char more[] = "\u2026";
    struct strbuf b = {.arena = a};
    ptrdiff_t fitting = 0; /* bytes of b before which it can be cut */
    bool blank = false;
    for (ptrdiff_t at = 0; at < title.len && b.len <= TIMELINE_TITLE_MOST;) {
        int32_t c = utf8_next(title, &at);
        if (utf8_is_space(c) || unicode_is_control(c)) {
            blank = b.len > 0;
            continue;
        }
        if (blank)
            strbuf_add_byte(&b, ' ');
        blank = false;
        strbuf_add_char(&b, c);
        if (b.len <= TIMELINE_TITLE_MOST - (ptrdiff_t)sizeof more + 1)
            fitting = b.len;
    }
    if (b.len > TIMELINE_TITLE_MOST) {
        b.len = fitting;
        strbuf_add(&b, str_from(more));
    }
    if (!b.len)
        strbuf_addf(&b, "%td", number);
    return strbuf_str(&b);
}

static void open_chapter(struct layout *l, ptrdiff_t chapter, int64_t start)
{
    struct timeline *t = l->t;
    if (t->chapter_count)
        t->chapters[t->chapter_count - 1].end = start;
    struct timeline_chapter *c = &t->chapters[t->chapter_count++];
    c->title = clean_title(l->a, t->script->chapters[chapter].title, t->chapter_count);
    c->start = start;
    c->chapter = chapter;
}

/* Headings [from, to) of the script with nothing under them. */
static void leave_out(const struct layout *l, ptrdiff_t from, ptrdiff_t to)
{
    for (ptrdiff_t i = from; i < to; i++)
        diag_warning(l->d, l->t->script->chapters[i].place, "chapter-empty", NULL,
                     "nothing is spoken in the chapter '%.*s'; it is left out",
                     STR_ARGS(l->t->script->chapters[i].title));
}

static void place_clip(struct layout *l, ptrdiff_t i)
{
    struct timeline *t = l->t;
    const struct script *s = t->script;
    const struct clip *c = &t->clips[i];
    ptrdiff_t chapter = s->turns[s->segments[i].turn].chapter;
    bool opens = chapter != l->chapter;
    leave_out(l, l->chapter + 1, chapter);
    if (opens && t->chapter_count == TIMELINE_CHAPTERS_MOST) {
        opens = false;
        if (!l->merged++)
            l->merged_place = s->chapters[chapter].place;
    }
    l->chapter = chapter;

    int64_t packet = packets_for(l->onset - c->speech_begin);
    packet = packet > l->packet ? packet : l->packet;
    if (opens)
        packet = chapter_packet(packet, c->speech_begin);
    struct timeline_entry *e = &t->entries[i];
    e->packet = packet;
    e->start = packet * PACKET + c->speech_begin;
    e->end = packet * PACKET + c->speech_end;
    if (opens)
        open_chapter(l, chapter, e->start / TIMELINE_HZ * TIMELINE_HZ);
    l->packet = packet + c->packet_count;
    l->onset = e->end + (int64_t)s->segments[i].pause_after_ms * PER_MS;
}

enum bc_status timeline_build(struct timeline **out, struct arena *a,
                              const struct script *s, const struct clip *clips,
                              struct diag *d)
{
    if (!s->segment_count) {
        diag_error(d, place_of(s->source, 0, 0), "nothing-to-say",
                   "see `briefcast script` for what was recognised",
                   "nothing in it is spoken");
        return BC_EINPUT;
    }
    struct timeline *t = arena_new(a, struct timeline);
    *t = (struct timeline){
        .script = s,
        .clips = clips,
        .entries = arena_array(a, struct timeline_entry, s->segment_count),
        .chapters = arena_array(a, struct timeline_chapter, TIMELINE_CHAPTERS_MOST),
    };
    struct layout l = {
        .t = t, .a = a, .d = d, .chapter = -1, .onset = PAUSE_EDGE_MS * PER_MS};
    for (ptrdiff_t i = 0; i < s->segment_count; i++)
        place_clip(&l, i);
    leave_out(&l, l.chapter + 1, s->chapter_count);
    if (l.merged)
        diag_warning(
            d, l.merged_place, "chapters-many", "join chapters in the script",
            "%td chapters are more than the %d that players can tell apart; this one and "
            "those after it belong to the one before",
            l.merged + TIMELINE_CHAPTERS_MOST, TIMELINE_CHAPTERS_MOST);

    int64_t played = packets_for(l.onset); /* the last segment's pause is the end's */
    played = played > l.packet ? played : l.packet;
    t->end = played * PACKET;
    t->packets = played + 1; /* pre-skip: the end comes out with one more */
    t->chapters[t->chapter_count - 1].end = t->end;
    *out = t;
    return BC_OK;
}

struct str timeline_clock(struct arena *a, int64_t samples)
{
    int64_t ms = samples / PER_MS;
    return str_format(a, "%02lld:%02lld:%02lld.%03lld", (long long)(ms / 3600000),
                      (long long)(ms / 60000 % 60), (long long)(ms / 1000 % 60),
                      (long long)(ms % 1000));
}
