/* What is spoken for every segment. */
#include <string.h>

#include "base/unicode.h"
#include "script/names.h"
#include "script/pauses.h"
#include "script/script.h"
#include "speak/limits.h"
#include "speak/speak.h"

struct str script_spoken_language(const struct script *s)
{
    ptrdiff_t cyrillic = 0, enough = 200;
    if (s->language.len)
        return s->language;
    for (ptrdiff_t i = 0; i < s->paragraph_count && i < enough; i++)
        cyrillic += str_eq(str_from(unicode_main_script(
                               str_slice(s->paragraphs[i].text.str, 0, 200))),
                           S("Cyrl"))
                        ? 1
                        : -1;
    return cyrillic > 0 ? S("ru") : S("");
}

struct str script_segment_language(const struct script *s, const struct segment *g,
                                   struct str spoken_language)
{
    const struct style *style = script_style(s, g->style);
    return style->language.len && !style->unvoiced ? style->language : spoken_language;
}

struct alias_list {
    struct alias *items;
    ptrdiff_t count, capacity;
};

/* The aliases in a segment: its tags and, where they leave room, `names`; offsets in its text. */
static void gather_aliases(struct alias_list *out, struct arena *a,
                           const struct segment *g, const struct paragraph *p,
                           ptrdiff_t *tag, const struct tag *names, ptrdiff_t name_count)
{
    out->count = 0;
    while (*tag < p->tag_count && p->tags[*tag].begin < g->begin)
        ++*tag; /* no alias is cut */
    ptrdiff_t i = *tag, k = 0, at = g->begin;
    for (;;) {
        const struct tag *t =
            i < p->tag_count && p->tags[i].begin < g->end ? &p->tags[i] : NULL;
        const struct tag *n = k < name_count ? &names[k] : NULL;
        if (!t && !n)
            break;
        bool name = n && (!t || n->begin < t->begin);
        struct tag one = name ? *n : *t;
        i += !name;
        k += name;
        bool clear = !name || !t || t->kind != TAG_SUB || one.end <= t->begin;
        if (one.kind != TAG_SUB || one.begin < at || !clear)
            continue;
        at = one.end;
        *arena_push(a, out->items, out->count, out->capacity) = (struct alias){
            one.begin - g->begin, one.end - g->begin, one.alias, one.phonemes};
    }
}

static const struct trace *keep_trace(struct arena *a, struct trace t)
{
    struct trace *kept = t.count ? arena_new(a, struct trace) : NULL;
    if (kept)
        *kept = t;
    return kept;
}

/* A part of a sentence that goes on: the engine would let the voice fall behind its last word. */
static struct spoken hold_open(struct arena *a, struct spoken s)
{
    if (!s.str.len || (!str_ends(s.str, S("]]")) && pauses_at_end(s.str)))
        return s;
    bool same = !s.trace.count;
    ptrdiff_t count = same ? 1 : s.trace.count;
    struct text_run *runs = arena_array(a, struct text_run, count + 1);
    if (!same)
        memcpy(runs, s.trace.runs, (size_t)count * sizeof *runs);
    int32_t length = (int32_t)s.str.len, behind = length;
    if (same)
        runs[0] = (struct text_run){0, 0, length, true};
    else
        behind = runs[count - 1].verbatim
                     ? runs[count - 1].begin + length - runs[count - 1].at
                     : runs[count - 1].end;
    runs[count] = (struct text_run){length, behind, behind, false};
    s.trace.runs = runs;
    s.trace.count = count + 1;
    return (struct spoken){str_format(a, "%.*s,", STR_ARGS(s.str)), s.trace};
}

enum bc_status script_speak(struct script *s, struct arena *a,
                            const struct lexicon *lexicon, struct diag *d)
{
    struct arena scratch = {0};
    s->lexicon = lexicon;
    struct names said = names_collect(&scratch, s);
    struct learned learned = {.acronyms.arena = &scratch};
    for (ptrdiff_t i = 0; i < s->paragraph_count; i++)
        learned_add(&learned, s->paragraphs[i].text.str);
    learned_settle(&learned);
    struct speak_run run = {.lexicon = lexicon, .learned = &learned};
    struct str spoken_language = script_spoken_language(s);
    struct alias_list aliases = {0};
    enum bc_status status = BC_OK;
    ptrdiff_t tag = 0;
    for (ptrdiff_t i = 0; i < s->segment_count; i++) {
        struct segment *g = &s->segments[i];
        if (g->sound)
            continue;
        const struct paragraph *p = &s->paragraphs[g->paragraph];
        struct str language = script_segment_language(s, g, spoken_language);
        struct tag *names = NULL;
        ptrdiff_t name_count = 0;
        tag = i && g[-1].paragraph == g->paragraph ? tag : 0;
        if (said.count && str_eq(s->turns[g->turn].speaker, NARRATOR))
            name_count =
                names_find(&names, &scratch, &said, p->text.str, g->begin, g->end);
        gather_aliases(&aliases, &scratch, g, p, &tag, names, name_count);
        struct spoken spoken =
            speak_part(a, g->text, aliases.items, aliases.count, language, &run);
        if (g->joint == JOINT_RUNS_ON)
            spoken = hold_open(a, spoken);
        g->spoken = spoken.str;
        g->trace = keep_trace(a, spoken.trace);
        ptrdiff_t phonemes = phonemes_in(g->spoken, language);
        if (g->spoken.len && phonemes <= LIMIT_SPOKEN_PHONEMES)
            continue;
        diag_error(d, script_segment_place(s, g, 0, g->text.len), "sentence-unspeakable",
                   !g->spoken.len  ? NULL
                   : aliases.count ? "shorten its aliases, or divide it"
                                   : "divide it",
                   !g->spoken.len ? "there is nothing to say in this sentence"
                   : aliases.count
                       ? "with its aliases this sentence is too long to be spoken"
                       : "spelled out, this sentence is too long to be spoken");
        status = BC_EINPUT;
    }
    speak_run_close(&run);
    arena_clear(&scratch);
    return status;
}
