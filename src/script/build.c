#include "script/build.h"

#include "base/file.h"
#include "script/chapters.h"
#include "transcript/fold.h"

struct builder {
    struct script *s;
    struct arena *a;
    struct str speaker; /* who has the turn */
    const struct item
        *label; /* of that turn; NULL once it stands, or when it is the narrator's */
    bool open;  /* the script's last turn is that one */
    struct str
        own_narrator; /* what the transcript's own "Narrator" is called; "" = not met */
};

static bool is_one_line(struct str s)
{
    bool blank = true;
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        if (utf8_is_space(c) && (c != ' ' || blank))
            return false;
        blank = c == ' ';
    }
    return !s.len || !blank;
}

static struct str one_line(struct arena *a, struct str s)
{
    return is_one_line(s) ? s : text_fold_spaces(a, text_added(a, s)).str;
}

/* A paragraph's text as a script has it: one line without blanks at its ends. */
static struct text line_of(struct builder *b, struct text t)
{
    return is_one_line(t.str) ? t : fold_text(b->a, t);
}

static void need_chapter(struct builder *b)
{
    if (!b->s->chapter_count)
        script_add_chapter(b->s, b->a, chapter_opening_title(b->s->language), 1);
}

static void begin_turn(struct builder *b)
{
    need_chapter(b);
    struct turn *t = script_add_turn(b->s, b->a, b->speaker);
    if (b->label) {
        t->label = b->label->label;
        t->label_text = b->label->text;
        t->anonymous = b->label->anonymous;
        if (b->label->text.str.len)
            t->place = text_place(b->label->text, 0, b->label->text.str.len);
    }
    b->label = NULL;
    b->open = true;
}

/* A paragraph of whoever has the turn. */
static void say(struct builder *b, struct text text)
{
    text = line_of(b, text);
    if (!text.str.len)
        return;
    if (!b->open)
        begin_turn(b);
    script_add_paragraph(b->s, b->a, text);
}

/* A paragraph of the narrator's, in between; the turn is its speaker's again afterwards. */
static void narrate(struct builder *b, struct text text)
{
    struct str speaker = b->speaker;
    bool narrates = str_eq(speaker, NARRATOR);
    const struct item *label = b->label;
    b->open = b->open && narrates;
    b->speaker = NARRATOR;
    b->label = narrates ? label : NULL;
    say(b, text);
    b->speaker = speaker;
    b->label = narrates ? NULL : label;
    b->open = b->open && narrates;
}

static void begin_chapter(struct builder *b, const struct item *item)
{
    struct text title = line_of(b, item->text);
    if (!title.str.len)
        return;
    int level = item->level < 1 ? 1 : item->level > 6 ? 6 : item->level;
    struct chapter *c = script_add_chapter(b->s, b->a, title.str, level);
    c->place = text_place(title, 0, title.str.len);
    b->speaker = NARRATOR;
    b->label = NULL;
    b->open = false;
    say(b, title);
}

/* A name for the transcript's own "Narrator" that nobody has: "Narrator 2". */
static struct str rename_narrator(struct arena *a, const struct turns *t)
{
    int64_t most = 1;
    for (ptrdiff_t i = 0; i < t->item_count; i++) {
        struct str name = t->items[i].speaker;
        int64_t number;
        if (t->items[i].kind == ITEM_TURN && str_starts(name, S("Narrator ")) &&
            name.len < 24 && str_to_int(str_slice(name, 9, name.len), &number) &&
            number > most)
            most = number;
    }
    return str_format(a, "Narrator %lld", (long long)most + 1);
}

static void give_turn(struct builder *b, const struct item *item, const struct turns *t,
                      struct diag *d)
{
    struct str name = one_line(b->a, item->speaker);
    bool labelled = item->text.str.len || item->label.len;
    if (labelled && str_eq(name, NARRATOR)) {
        if (!b->own_narrator.len) {
            b->own_narrator = rename_narrator(b->a, t);
            diag_warning(d, text_place(item->text, 0, item->text.str.len),
                         "speaker-narrator", NULL,
                         "the transcript has a 'Narrator' of its own; in the script that "
                         "is '%.*s'",
                         STR_ARGS(b->own_narrator));
        }
        name = b->own_narrator;
    }
    b->speaker = name.len ? name : NARRATOR;
    b->label = item;
    b->open = false;
    if (labelled) /* stands even if nothing is said: "(Inaudible.)" */
        begin_turn(b);
}

static void take_item(struct builder *b, const struct item *item, const struct turns *t,
                      struct diag *d)
{
    struct script *s = b->s;
    switch (item->kind) {
    case ITEM_TURN:
        give_turn(b, item, t, d);
        break;
    case ITEM_PARAGRAPH:
        say(b, item->text);
        break;
    case ITEM_HEADING:
        begin_chapter(b, item);
        break;
    case ITEM_CAPTION:
        if (item->text.str.len > s->description.len)
            s->description = one_line(b->a, item->text.str);
        narrate(b, item->text);
        break;
    case ITEM_TITLE:
    case ITEM_DATE:
        narrate(b, item->text);
        break;
    case ITEM_NOT_SPOKEN: {
        struct text text = line_of(b, item->text);
        if (text.str.len)
            script_add_note(s, b->a, text, item->reason);
        break;
    }
    }
}

enum bc_status script_build(struct script **out, struct arena *a, struct turns *t,
                            const struct announcing *announce, struct diag *d)
{
    struct script *s = *out = arena_new(a, struct script);
    struct builder b = {.s = s, .a = a, .speaker = NARRATOR};
    bool headings = false;
    struct announced known = {0};
    s->source = t->source;
    s->title = one_line(a, t->title);
    s->date = one_line(a, t->date);
    s->language = one_line(a, t->language);
    s->origin = path_base(t->source->name);
    s->disposals = t->disposals;
    s->disposal_count = t->disposal_count;
    for (ptrdiff_t i = 0; i < t->item_count; i++) {
        take_item(&b, &t->items[i], t, d);
        headings = headings || t->items[i].kind == ITEM_HEADING;
        known.title = known.title || t->items[i].kind == ITEM_TITLE;
        known.date = known.date || t->items[i].kind == ITEM_DATE;
    }
    /* the script has all that is in them */
    arena_drop(a, t->items, t->item_capacity, sizeof *t->items);
    t->items = NULL;
    t->item_count = t->item_capacity = 0;
    script_complete_cast(s, a);
    if (!headings)
        chapters_from_questions(s, a);
    if (announce)
        script_announce(s, a, announce, known, !headings);
    return script_finish(s, a, d);
}
