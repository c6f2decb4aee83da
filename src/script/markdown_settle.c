/* The pieces of a paragraph become its text and tags. */
#include "base/unicode.h"
#include "script/markdown_inline.h"
#include "speak/pronunciation.h"

/* Finds the runs of emphasis that belong together: equal marks, equally many. Each kind by itself,
 * so that it takes one step a run. */
static void pair_emphasis(struct inline_reader *r)
{
    enum { LONGEST = 3 };
    ptrdiff_t *stacks[2][LONGEST] = {0}, counts[2][LONGEST] = {0},
              capacities[2][LONGEST] = {0};
    for (ptrdiff_t i = 0; i < r->piece_count; i++) {
        struct piece *p = &r->pieces[i];
        ptrdiff_t length = p->end - p->begin;
        if (p->kind != PIECE_EMPHASIS || length > LONGEST)
            continue;
        int mark = r->script->source->bytes.ptr[p->begin] == '*';
        ptrdiff_t **stack = &stacks[mark][length - 1], *count = &counts[mark][length - 1];
        if (p->closes && *count) {
            r->pieces[(*stack)[--*count]].paired = p->paired = true;
        } else if (p->opens) {
            *arena_push(&r->scratch, *stack, *count, capacities[mark][length - 1]) = i;
        }
    }
}

struct settling {
    struct inline_reader *r;
    struct textbuf text;
    ptrdiff_t blank_begin,
        blank_end; /* a blank to be added before the next word; -1: none */
    struct tag *tags;
    ptrdiff_t tag_count, tag_capacity;
};

static void refuse(struct inline_reader *r, struct place place, const char *code,
                   const char *hint, const char *what)
{
    diag_error(r->d, place, code, hint, "%s", what);
    r->wrong = true;
}

static void note_blank(struct settling *t, const struct piece *p)
{
    struct str text = strbuf_str(&t->text.chars);
    if (!text.len || text.ptr[text.len - 1] == ' ')
        return;
    if (t->blank_begin < 0) {
        t->blank_begin = p->begin;
        t->blank_end = p->end;
    } else if (t->blank_end == p->begin) {
        t->blank_end = p->end;
    }
}

static void add_blank(struct settling *t)
{
    if (t->blank_begin < 0)
        return;
    struct str blank =
        str_slice(t->r->script->source->bytes, t->blank_begin, t->blank_end);
    if (str_eq(blank, S(" ")))
        textbuf_verbatim(&t->text, t->blank_begin, t->blank_end);
    else
        textbuf_replace(&t->text, S(" "), t->blank_begin, t->blank_end);
    t->blank_begin = -1;
}

static enum tag_kind kind_of(enum ssml_element e)
{
    return e == SSML_BREAK   ? TAG_BREAK
           : e == SSML_MARK  ? TAG_MARK
           : e == SSML_AUDIO ? TAG_SOUND
           : ssml_nests(e)   ? TAG_STYLE
                             : TAG_SUB;
}

static struct tag *add_tag(struct settling *t, const struct ssml_tag *from)
{
    struct tag *tag = arena_push(t->r->a, t->tags, t->tag_count, t->tag_capacity);
    *tag = (struct tag){.kind = kind_of(from->element),
                        .element = from->element,
                        .begin = t->text.chars.len,
                        .end = t->text.chars.len,
                        .pause_ms = from->pause_ms,
                        .alias = from->element == SSML_MARK ? from->name : from->alias,
                        .phonemes = from->element == SSML_PHONEME,
                        .attributes = from->attributes,
                        .place = from->place};
    return tag;
}

/* Before a word: elements begin with it, not with the blank before. */
static void begin_elements(struct settling *t)
{
    struct inline_reader *r = t->r;
    for (int i = 0; i < r->open_count; i++) {
        if (r->open[i].index >= 0)
            continue;
        add_tag(t, &r->open[i].tag)->style = r->open[i].style;
        r->open[i].index = t->tag_count - 1;
    }
}

static const struct open_element *innermost(const struct inline_reader *r)
{
    return r->open_count ? &r->open[r->open_count - 1] : NULL;
}

static struct sound *new_sound(struct inline_reader *r, const struct ssml_tag *tag)
{
    struct sound *s = arena_new(r->a, struct sound);
    *s = (struct sound){.path = tag->path, .place = tag->place};
    *arena_push(r->a, r->script->sounds, r->script->sound_count,
                r->script->sound_capacity) = s;
    return s;
}

/* Words that <audio> or <desc> holds. */
static void add_told(struct inline_reader *r, struct strbuf *told, const struct piece *p)
{
    char bytes[4];
    if (p->kind == PIECE_BLANK)
        strbuf_add_byte(told, ' ');
    else if (p->kind == PIECE_CHARACTER)
        strbuf_add(told, (struct str){bytes, utf8_encode(p->character, bytes)});
    else
        strbuf_add(told, str_slice(r->script->source->bytes, p->begin, p->end));
    if (p->kind != PIECE_BLANK)
        inline_dispose(r, p->begin, p->end, REASON_ALTERNATE);
}

static void settle_sound(struct settling *t, struct open_element *e)
{
    struct arena *a = t->r->a;
    bool whole = e->tag.element == SSML_AUDIO;
    struct str *told = whole ? &e->sound->alternate : &e->sound->description;
    if (told->len)
        refuse(t->r, e->tag.place, "audio", NULL, "an <audio> has one <desc>");
    *told = text_fold_spaces(a, text_added(a, str_copy(a, strbuf_str(&e->told)))).str;
    if (whole)
        add_tag(t, &e->tag)->sound = e->sound;
}

static void settle_open(struct settling *t, const struct ssml_tag *tag)
{
    struct inline_reader *r = t->r;
    const struct open_element *around = innermost(r);
    if (r->open_count == SSML_DEPTH_MOST) {
        refuse(r, tag->place, "tag-nested", "end some of them before",
               "elements within elements, too deep");
        return;
    }
    int32_t style = around ? around->style : 0;
    struct sound *sound = tag->element == SSML_AUDIO  ? new_sound(r, tag)
                          : tag->element == SSML_DESC ? around->sound
                                                      : NULL;
    if (ssml_nests(tag->element))
        style = script_add_style(
            r->script, r->a, style_changed(script_style(r->script, style), &tag->change));
    r->open[r->open_count++] =
        (struct open_element){*tag, style, -1, sound, {.arena = &r->scratch}};
}

/* An element that stands for its words has them all now. */
static void settle_end(struct settling *t, const struct open_element *e)
{
    struct inline_reader *r = t->r;
    if (t->tags[e->index].kind != TAG_SUB || e->tag.wrong)
        return;
    *arena_push(r->a, r->pending, r->pending_count, r->pending_capacity) =
        (struct pending_words){.written = e->tag, .index = e->index};
}

/* The paragraph's text and tags stay where they are from here on. */
static void keep_words(struct settling *t, ptrdiff_t first, struct str text)
{
    for (ptrdiff_t i = first; i < t->r->pending_count; i++) {
        struct pending_words *p = &t->r->pending[i];
        p->tag = &t->tags[p->index];
        p->text = text;
    }
}

/* Letters right behind phonemes, but for an English ending, are said by themselves: "Kiev" "an". */
static bool is_torn(const struct pending_words *p, struct str language)
{
    ptrdiff_t at = p->tag->end;
    if (p->written.element != SSML_PHONEME || at >= p->text.len ||
        (str_eq_ascii_case(language_primary(language), S("en")) &&
         pronunciation_ending_end(p->text, at) > at))
        return false;
    return unicode_is_letter(utf8_next(p->text, &at));
}

void inline_settle_words(struct inline_reader *r)
{
    struct str guess = script_spoken_language(r->script);
    for (ptrdiff_t i = 0; i < r->pending_count; i++) {
        struct pending_words *p = &r->pending[i];
        struct str words = str_slice(p->text, p->tag->begin, p->tag->end);
        struct str before = str_slice(p->text, 0, p->tag->begin);
        struct str language = script_style(r->script, p->tag->style)->language;
        language = language.len ? language : guess;
        if (!ssml_say(&p->tag->alias, r->a, &p->written, words, before, language, r->d))
            r->wrong = true;
        else if (is_torn(p, language))
            refuse(r, p->tag->place, "phoneme",
                   "put the whole word into it, and its sounds into 'ph'",
                   "letters stand right behind a pronunciation");
    }
    r->pending_count = 0;
}

static void settle_close(struct settling *t, const struct ssml_tag *tag)
{
    struct inline_reader *r = t->r;
    const struct open_element *inner = innermost(r);
    int i = r->open_count - 1;
    while (i >= 0 && r->open[i].tag.element != tag->element)
        i--;
    if (i < 0) {
        refuse(r, tag->place, "tag-unopened",
               str_z(r->a, str_format(r->a, "drop it, or begin with <%s> before",
                                      ssml_name(tag->element))),
               str_z(r->a, str_format(r->a, "</%s> without a <%s>",
                                      ssml_name(tag->element), ssml_name(tag->element))));
        return;
    }
    if (i < r->open_count - 1)
        refuse(r, tag->place, "tag-crossed",
               str_z(r->a, str_format(r->a, "end it with </%s> before",
                                      ssml_name(inner->tag.element))),
               str_z(r->a,
                     str_format(r->a, "</%s> while <%s> is open", ssml_name(tag->element),
                                ssml_name(inner->tag.element))));
    for (int k = i; k < r->open_count; k++)
        if (r->open[k].index >= 0)
            t->tags[r->open[k].index].end = t->text.chars.len;
    if (r->open[i].index >= 0)
        settle_end(t, &r->open[i]);
    else if (r->open[i].sound)
        settle_sound(t, &r->open[i]);
    else if (!ssml_nests(tag->element))
        refuse(r, tag->place, "tag-empty", "put them into it, or drop it",
               "this element must hold the words it is about");
    r->open_count = i;
}

static void refuse_place(struct inline_reader *r, const struct ssml_tag *tag,
                         enum ssml_element around)
{
    if (around == SSML_NONE || ssml_nests(around))
        refuse(r, tag->place, "tag-nested", "put it into one",
               str_z(r->a, str_format(r->a, "a <%s> outside of an <audio>",
                                      ssml_name(tag->element))));
    else
        refuse(r, tag->place, "tag-nested",
               str_z(r->a, str_format(r->a, "end that one first, with </%s>",
                                      ssml_name(around))),
               str_z(r->a, str_format(r->a, "a <%s> inside a <%s>",
                                      ssml_name(tag->element), ssml_name(around))));
}

static void settle_tag(struct settling *t, const struct ssml_tag *tag, bool tags)
{
    const struct open_element *inner = innermost(t->r);
    enum ssml_element around = inner ? inner->tag.element : SSML_NONE;
    if (!tags)
        refuse(t->r, tag->place, "tag-misplaced", "put them into the text below",
               "tags have no place in a heading or a name");
    else if (tag->closing)
        settle_close(t, tag);
    else if (!ssml_may_stand_in(tag->element, around))
        refuse_place(t->r, tag, around);
    else if (tag->element == SSML_AUDIO && tag->empty)
        add_tag(t, tag)->sound = new_sound(t->r, tag);
    else if (tag->element != SSML_AUDIO && ssml_is_point(tag->element))
        add_tag(t, tag);
    else if (!tag->empty)
        settle_open(t, tag);
}

static void settle_piece(struct settling *t, const struct piece *p, bool tags)
{
    char bytes[4];
    bool markup = p->kind == PIECE_TAG || (p->kind == PIECE_EMPHASIS && p->paired);
    int depth = t->r->open_count;
    struct open_element *inner = depth ? &t->r->open[depth - 1] : NULL;
    if (markup)
        inline_dispose(t->r, p->begin, p->end, REASON_MARKUP);
    if (p->kind == PIECE_TAG) {
        settle_tag(t, p->tag, tags);
    } else if (!markup && inner && inner->sound) {
        add_told(t->r, &inner->told, p);
    } else if (p->kind == PIECE_BLANK) {
        note_blank(t, p);
    } else if (!markup) {
        add_blank(t);
        if (tags)
            begin_elements(t);
        if (p->kind == PIECE_CHARACTER)
            textbuf_replace(&t->text,
                            (struct str){bytes, utf8_encode(p->character, bytes)},
                            p->begin, p->end);
        else
            textbuf_verbatim(&t->text, p->begin, p->end);
    }
}

static void refuse_open(struct inline_reader *r, const struct open_element *e,
                        const char *where)
{
    const char *name = ssml_name(e->tag.element);
    refuse(r, e->tag.place, "tag-unclosed",
           str_z(r->a, str_format(r->a, "end it with </%s>", name)),
           str_z(r->a, str_format(r->a, "this <%s> has no end in its %s", name, where)));
}

/* At a paragraph's end: what nests goes on in the next one. */
static void leave_elements(struct settling *t)
{
    struct inline_reader *r = t->r;
    int kept = 0;
    for (int i = 0; i < r->open_count; i++) {
        struct open_element *e = &r->open[i];
        if (e->index >= 0)
            t->tags[e->index].end = t->text.chars.len;
        e->index = -1;
        if (ssml_nests(e->tag.element))
            r->open[kept++] = *e;
        else
            refuse_open(r, e, "paragraph");
    }
    r->open_count = kept;
}

void inline_end_elements(struct inline_reader *r)
{
    for (int i = 0; i < r->open_count; i++)
        refuse_open(r, &r->open[i], "turn");
    r->open_count = 0;
}

bool inline_is_heard(struct text text, const struct tag *tags, ptrdiff_t tag_count)
{
    bool sound = false;
    for (ptrdiff_t i = 0; i < tag_count; i++)
        sound = sound || tags[i].kind == TAG_SOUND;
    return text.str.len > 0 || sound;
}

struct text inline_settle(struct inline_reader *r, const struct tag **tags,
                          ptrdiff_t *tag_count)
{
    struct settling t = {
        .r = r, .text = {.arena = r->a, .source = r->script->source}, .blank_begin = -1};
    ptrdiff_t first = r->pending_count;
    pair_emphasis(r);
    for (ptrdiff_t i = 0; i < r->piece_count; i++)
        settle_piece(&t, &r->pieces[i], tags);
    if (tags) {
        leave_elements(&t);
        *tags = t.tags;
        *tag_count = t.tag_count;
    }
    r->pieces = NULL;
    r->piece_count = r->piece_capacity = 0;
    arena_clear(&r->scratch);
    struct text text = textbuf_done(&t.text);
    keep_words(&t, first, text.str);
    return text;
}
