#include "base/unicode.h"
#include "script/foreign_tags.h"
#include "script/pauses.h"
#include "script/script.h"
#include "speak/limits.h"
#include "speak/sentences.h"
#include "speak/speak.h"

struct tag_list {
    struct tag *items;
    ptrdiff_t count, capacity;
};

/* ---- paragraphs without anything to say ---- */

static bool alias_is_said(const struct tag *t, struct str language)
{
    return t->phonemes || speak_silence(t->alias, language) == REASON_NONE;
}

/* Why nothing is heard of a paragraph; REASON_NONE: something is. */
static enum reason silence_of(const struct paragraph *p, struct str language)
{
    enum reason why = REASON_UNSPEAKABLE;
    ptrdiff_t at = 0; /* behind the last alias */
    for (ptrdiff_t i = 0; i <= p->tag_count; i++) {
        bool end = i == p->tag_count;
        const struct tag *t = &p->tags[i];
        if (!end && t->kind == TAG_SOUND)
            return REASON_NONE;
        if (!end && t->kind != TAG_SUB)
            continue;
        struct str text = str_slice(p->text.str, at, end ? p->text.str.len : t->begin);
        enum reason silence =
            speech_at(text) < 0 ? REASON_UNSPEAKABLE : speak_silence(text, language);
        if (silence == REASON_NONE || (!end && alias_is_said(t, language)))
            return REASON_NONE;
        why = why == REASON_UNSPEAKABLE ? silence : why;
        at = end ? at : t->end;
    }
    return why;
}

/* The breaks of a paragraph that goes, at the end of the one before (NULL: there is none). */
static void move_breaks(struct tag_list *l, struct arena *a, const struct paragraph *from,
                        const struct paragraph *to, struct diag *d)
{
    for (ptrdiff_t i = 0; i < from->tag_count; i++) {
        struct tag t = from->tags[i];
        if (t.kind != TAG_BREAK && t.kind != TAG_MARK)
            continue;
        if (!to) {
            diag_warning(d, t.place, "break-unheard",
                         "put it behind the words it follows",
                         "a %s before the first word is not heard",
                         t.kind == TAG_BREAK ? "pause" : "mark");
            continue;
        }
        t.begin = t.end = to->text.str.len;
        *arena_push(a, l->items, l->count, l->capacity) = t;
    }
}

/* Ends the list of `p`'s tags: its own and those moved there. */
static void give_tags(struct paragraph *p, struct arena *a, struct tag_list *moved)
{
    if (!moved->count)
        return;
    struct tag *all = arena_array(a, struct tag, p->tag_count + moved->count);
    for (ptrdiff_t i = 0; i < p->tag_count + moved->count; i++)
        all[i] = i < p->tag_count ? p->tags[i] : moved->items[i - p->tag_count];
    p->tags = all;
    p->tag_count += (int32_t)moved->count;
    *moved = (struct tag_list){0};
}

struct note_list {
    struct note *items;
    ptrdiff_t count, capacity;
};

static void keep_note(struct note_list *l, struct arena *a, struct note note)
{
    *arena_push(a, l->items, l->count, l->capacity) = note;
}

static void take_notes(struct script *s, struct arena *a, const struct note_list *l)
{
    arena_drop(a, s->notes, s->note_capacity, sizeof *s->notes);
    s->notes = l->items;
    s->note_count = l->count;
    s->note_capacity = l->capacity;
}

/* Paragraphs without speech become notes. */
static void drop_silent_paragraphs(struct script *s, struct arena *a, struct diag *d)
{
    struct note_list notes = {0};
    struct tag_list moved = {0};
    struct str language = script_spoken_language(s);
    ptrdiff_t kept = 0, n = 0, t = 0;
    for (ptrdiff_t i = 0; i <= s->paragraph_count; i++) {
        for (; t < s->turn_count && s->turns[t].first_paragraph <= i; t++)
            s->turns[t].first_paragraph = (int32_t)kept;
        for (; n < s->note_count && s->notes[n].before_paragraph <= i; n++) {
            s->notes[n].before_paragraph = (int32_t)kept;
            keep_note(&notes, a, s->notes[n]);
        }
        if (i == s->paragraph_count)
            break;
        struct paragraph *p = &s->paragraphs[i],
                         *last = kept ? &s->paragraphs[kept - 1] : NULL;
        enum reason silence = silence_of(p, language);
        if (silence == REASON_NONE) {
            if (last)
                give_tags(last, a, &moved);
            s->paragraphs[kept++] = *p;
            continue;
        }
        move_breaks(&moved, a, p, last, d);
        if (p->text.str.len)
            keep_note(&notes, a,
                      (struct note){p->text, silence, (int32_t)kept, p->turn + 1,
                                    s->turns[p->turn].chapter + 1});
    }
    if (kept)
        give_tags(&s->paragraphs[kept - 1], a, &moved);
    s->paragraph_count = kept;
    take_notes(s, a, &notes);
}

/* ---- chapters without anything to hear ---- */

static ptrdiff_t chapter_paragraph(const struct script *s, ptrdiff_t chapter)
{
    ptrdiff_t turn =
        chapter < s->chapter_count ? s->chapters[chapter].first_turn : s->turn_count;
    return turn < s->turn_count ? s->turns[turn].first_paragraph : s->paragraph_count;
}

/* They go; a heading of a script becomes a note, turns without words join a neighbour. */
static void drop_silent_chapters(struct script *s, struct arena *a)
{
    struct note_list notes = {0};
    ptrdiff_t kept = 0, n = 0, first_turn = 0;
    for (ptrdiff_t i = 0; i <= s->chapter_count; i++) {
        for (; n < s->note_count && s->notes[n].before_chapter <= i; n++) {
            s->notes[n].before_chapter = (int32_t)kept;
            keep_note(&notes, a, s->notes[n]);
        }
        if (i == s->chapter_count)
            break;
        struct chapter c = s->chapters[i];
        ptrdiff_t paragraph = chapter_paragraph(s, i);
        if (paragraph < chapter_paragraph(s, i + 1)) {
            c.first_turn = kept ? c.first_turn : first_turn;
            s->chapters[kept++] = c;
        } else if (c.heading.str.len) {
            keep_note(&notes, a,
                      (struct note){c.heading, REASON_METADATA, (int32_t)paragraph,
                                    (int32_t)c.first_turn, (int32_t)kept});
        }
    }
    for (; n < s->note_count; n++)
        keep_note(&notes, a, s->notes[n]);
    s->chapter_count = kept;
    take_notes(s, a, &notes);
    for (ptrdiff_t i = 0, t = 0; i < kept; i++)
        for (ptrdiff_t end = script_chapter_turns_end(s, i); t < end; t++)
            s->turns[t].chapter = (int32_t)i;
}

/* ---- segments ---- */

/* From here on another style is in force. */
struct style_begin {
    ptrdiff_t at;
    int32_t style;
};

/* A paragraph that is being cut. */
struct cutter {
    struct script *s;
    struct arena *a;
    struct str language; /* the script's */
    ptrdiff_t paragraph;
    ptrdiff_t begin, checked; /* of the segment; how far speech has been looked for */
    ptrdiff_t tag;            /* the first that ends behind `checked` */
    bool speech;
    int32_t style, spoken_style; /* at `checked`; of the first speech behind `begin` */
};

static void add_segment(struct cutter *c, ptrdiff_t end, enum joint joint)
{
    const struct paragraph *p = &c->s->paragraphs[c->paragraph];
    struct str words = str_trim(str_slice(p->text.str, c->begin, end));
    struct segment *g =
        arena_push(c->a, c->s->segments, c->s->segment_count, c->s->segment_capacity);
    g->turn = (int32_t)p->turn;
    g->paragraph = (int32_t)c->paragraph;
    g->begin = (int32_t)(words.len ? words.ptr - p->text.str.ptr : c->begin);
    g->end = g->begin + (int32_t)words.len;
    g->text = words;
    g->style = c->spoken_style;
    g->joint = joint;
    c->begin = end;
    c->speech = false;
}

static void add_sound(struct cutter *c, const struct tag *t)
{
    const struct paragraph *p = &c->s->paragraphs[c->paragraph];
    struct segment *g =
        arena_push(c->a, c->s->segments, c->s->segment_count, c->s->segment_capacity);
    *g = (struct segment){.sound = t->sound,
                          .text = str_slice(p->text.str, t->begin, t->begin),
                          .turn = p->turn,
                          .paragraph = (int32_t)c->paragraph,
                          .begin = (int32_t)t->begin,
                          .end = (int32_t)t->begin,
                          .style = c->style};
    c->begin = t->begin; /* marks without words before it are not spoken */
}

static void hear(struct cutter *c, bool speech)
{
    if (speech && !c->speech)
        c->spoken_style = c->style;
    c->speech = c->speech || speech;
}

/* What stands up to `end` and in no <sub>. */
static void hear_text(struct cutter *c, ptrdiff_t end)
{
    struct str text = str_slice(c->s->paragraphs[c->paragraph].text.str, c->checked, end);
    hear(c, !c->speech && speech_at(text) >= 0 &&
                speak_silence(text, c->language) == REASON_NONE);
    c->checked = end > c->checked ? end : c->checked;
}

/* Looks for speech up to `end`; false when that lies inside a <sub>. */
static bool look(struct cutter *c, ptrdiff_t end)
{
    const struct paragraph *p = &c->s->paragraphs[c->paragraph];
    for (; c->tag < p->tag_count && p->tags[c->tag].begin < end; c->tag++) {
        const struct tag *t = &p->tags[c->tag];
        if (t->kind != TAG_SUB)
            continue;
        hear_text(c, t->begin);
        if (t->end > end)
            return false;
        hear(c, !c->speech && alias_is_said(t, c->language));
        c->checked = t->end;
    }
    hear_text(c, end);
    return true;
}

/* Behind the marks that close what stands before `at`: they are said with it. */
static ptrdiff_t past_marks(const struct paragraph *p, ptrdiff_t at, ptrdiff_t limit)
{
    struct str s = str_slice(p->text.str, 0, limit);
    ptrdiff_t behind = at;
    while (behind < s.len) {
        int32_t c = utf8_next(s, &behind);
        if (utf8_is_space(c) || is_speech(c) || c == '(' || c == '[')
            break;
        at = behind;
    }
    return at;
}

/* Before the marks that open what stands at `at`: they are said with it. */
static ptrdiff_t before_marks(const struct paragraph *p, ptrdiff_t at, ptrdiff_t limit)
{
    for (ptrdiff_t before = at; before > limit;) {
        ptrdiff_t here = before;
        int32_t c = utf8_previous(p->text.str, &before);
        if (utf8_is_space(c))
            return here;
        if (is_speech(c))
            return at;
        if (before == 0)
            return 0;
    }
    return at;
}

/* Where styles begin in a paragraph, those around included when one ends; ascending. */
static ptrdiff_t find_styles(struct style_begin **out, struct arena *a,
                             const struct paragraph *p)
{
    struct style_begin *found = arena_array(a, struct style_begin, 2 * p->tag_count);
    const struct tag *open[2 * SSML_DEPTH_MOST]; /* as many may be implied in them */
    int depth = 0;
    ptrdiff_t count = 0, tag = 0; /* tag: where the one before begins, or an alias ends */
    for (ptrdiff_t i = 0; i <= p->tag_count; i++) {
        ptrdiff_t begin = i < p->tag_count ? p->tags[i].begin : p->text.str.len + 1;
        while (depth && open[depth - 1]->end <= begin) {
            ptrdiff_t at = past_marks(p, open[--depth]->end, begin);
            found[count++] = (struct style_begin){at, depth ? open[depth - 1]->style : 0};
        }
        if (i == p->tag_count)
            break;
        const struct tag *t = &p->tags[i];
        if (t->kind == TAG_STYLE && depth < 2 * SSML_DEPTH_MOST) {
            ptrdiff_t last = count ? found[count - 1].at : 0;
            open[depth++] = t;
            found[count++] = (struct style_begin){
                before_marks(p, begin, last > tag ? last : tag), t->style};
        }
        tag = t->kind == TAG_STYLE ? t->begin : t->end;
    }
    *out = found;
    return count;
}

/* The last segment. What is only marks goes with the words before; behind a sound it is not spoken. */
static void end_paragraph(struct cutter *c)
{
    struct script *s = c->s;
    const struct paragraph *p = &s->paragraphs[c->paragraph];
    look(c, p->text.str.len);
    if (!c->speech && s->segment_count > p->first_segment) {
        const struct segment *last = &s->segments[s->segment_count - 1];
        if (last->sound)
            return;
        c->begin = last->begin;
        c->spoken_style = last->style;
        s->segment_count--;
    }
    add_segment(c, p->text.str.len, JOINT_END);
}

/* A break or sound behind `at`, or the end of them: what parts a paragraph. A break at the paragraph's
 * end parts nothing. */
static ptrdiff_t next_parting(const struct paragraph *p, ptrdiff_t k)
{
    while (k < p->tag_count && p->tags[k].kind != TAG_SOUND &&
           (p->tags[k].kind != TAG_BREAK || p->tags[k].begin >= p->text.str.len))
        k++;
    return k;
}

/* Segments of one paragraph: its sentences, cut at breaks and where the style changes, never inside a
 * <sub>; and the sounds between them. */
static void cut_paragraph(struct script *s, struct arena *a, struct str language,
                          ptrdiff_t paragraph, const struct sentence *sentences,
                          ptrdiff_t count)
{
    struct paragraph *p = &s->paragraphs[paragraph];
    struct cutter c = {.s = s, .a = a, .language = language, .paragraph = paragraph};
    struct arena scratch = {0};
    struct style_begin *styles;
    ptrdiff_t style_count = find_styles(&styles, &scratch, p);
    ptrdiff_t i = 0, k = 0, m = 0, length = p->text.str.len;
    p->first_segment = (int32_t)s->segment_count;
    for (;;) {
        k = next_parting(p, k);
        ptrdiff_t next = i + 1 < count ? sentences[i + 1].begin : length;
        ptrdiff_t pause = k < p->tag_count ? p->tags[k].begin : length;
        ptrdiff_t style = m < style_count ? styles[m].at : length;
        ptrdiff_t at = pause < next ? pause : next;
        at = style < at ? style : at;
        const struct tag *sound =
            k < p->tag_count && p->tags[k].kind == TAG_SOUND && at == pause ? &p->tags[k]
                                                                            : NULL;
        if (at >= length && !sound)
            break;
        bool inside = i < count && at < sentences[i].end;
        bool clause = i < count && sentences[i].cut == CUT_CLAUSE;
        enum joint joint = sound || (!inside && !clause) ? JOINT_END
                           : at == pause                 ? JOINT_PAUSES
                           : inside                      ? JOINT_RUNS_ON
                                                         : JOINT_GOES_ON;
        int32_t before = c.style;
        bool cut = at == next || at == pause;
        bool whole = look(&c, at);
        for (; m < style_count && styles[m].at == at; m++)
            c.style = styles[m].style;
        cut = cut || !style_eq(script_style(s, before), script_style(s, c.style));
        k += at == pause;
        i += at == next;
        if (cut && whole && c.speech)
            add_segment(&c, at, joint);
        if (sound)
            add_sound(&c, sound);
    }
    end_paragraph(&c);
    arena_clear(&scratch);
}

/* Where a paragraph is in another language than the script, whether a voice has it or not. */
static struct stretches find_stretches(struct arena *a, const struct script *s,
                                       const struct paragraph *p)
{
    struct style_begin *styles;
    ptrdiff_t count = p->tag_count ? find_styles(&styles, a, p) : 0, found = 0;
    struct stretch *all = arena_array(a, struct stretch, count);
    for (ptrdiff_t i = 0; i < count; i++) {
        ptrdiff_t end = i + 1 < count ? styles[i + 1].at : p->text.str.len;
        struct str language = script_style(s, styles[i].style)->language;
        if (language.len && styles[i].at < end)
            all[found++] = (struct stretch){styles[i].at, end, language};
    }
    return (struct stretches){all, found};
}

static void make_segments(struct script *s, struct arena *a)
{
    struct arena scratch = {0};
    struct str *texts = arena_array(&scratch, struct str, s->paragraph_count);
    struct stretches *others =
        s->style_count ? arena_array(&scratch, struct stretches, s->paragraph_count)
                       : NULL;
    ptrdiff_t *first = arena_array(&scratch, ptrdiff_t, s->paragraph_count + 1);
    struct sentence *sentences;
    for (ptrdiff_t i = 0; i < s->paragraph_count; i++) {
        texts[i] = s->paragraphs[i].text.str;
        if (others)
            others[i] = find_stretches(&scratch, s, &s->paragraphs[i]);
    }
    struct str language = script_spoken_language(s);
    sentences_split_all(&sentences, first, &scratch, texts, others, s->paragraph_count,
                        language);
    s->segment_count = 0;
    for (ptrdiff_t i = 0; i < s->paragraph_count; i++)
        cut_paragraph(s, a, language, i, sentences + first[i], first[i + 1] - first[i]);
    arena_clear(&scratch);
}

/* A turn that begins with a sound has its place, and so has its chapter. */
static void place_turns(struct script *s)
{
    for (ptrdiff_t i = 0; i < s->segment_count; i++) {
        struct turn *t = &s->turns[s->segments[i].turn];
        struct chapter *c = &s->chapters[t->chapter];
        if (s->segments[i].sound && !t->place.source)
            t->place = s->segments[i].sound->place;
        if (!c->place.source)
            c->place = t->place;
    }
}

enum bc_status script_finish(struct script *s, struct arena *a, struct diag *d)
{
    script_complete_cast(s, a);
    drop_silent_paragraphs(s, a, d);
    drop_silent_chapters(s, a);
    foreign_tags_add(s, a);
    make_segments(s, a);
    if (!s->segment_count) {
        diag_error(d, s->source ? place_of(s->source, 0, s->source->bytes.len) : NOWHERE,
                   "nothing-to-say", NULL, "there is nothing to be spoken in this file");
        return BC_EINPUT;
    }
    place_turns(s);
    pauses_plan(s, NULL);
    return BC_OK;
}
