#include "turns/labels.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "transcript/vocabulary.h"
#include "turns/directions.h"
#include "turns/labels_scan.h"

/* No conversation has so many turns; what comes behind so many candidates is text. A name on a line
 * of its own is a weak sign, and sooner let go. */
enum { LABELS_MOST = 1000000, ALONE_MOST = 250000, NEAR = 12 /* lines */, CREDIT = 80 };
enum { SCRATCH_MOST = 64 << 10 };

/* A name begins with a capital, or a letter of a script that has none; or is in brackets. */
static bool may_begin(struct str s, ptrdiff_t at)
{
    int32_t c = utf8_next(s, &at);
    if (c == '[' || c == '(')
        c = utf8_next(s, &at);
    return unicode_is_letter(c) && !unicode_is_lower(c);
}

/* Programs call people "spk_0" and "speaker 1", and people themselves "mira", beside a clock time or
 * in captions: labels in lower case. */
static bool may_begin_lower(const struct label *l, struct str s, bool all_speech)
{
    struct arena scratch = {0};
    ptrdiff_t colon = str_find_byte(str_slice(s, l->begin, l->begin + 32), ':');
    struct str rest = str_slice(s, l->begin, l->begin + (colon > 0 ? colon : 0));
    struct str name = rest, word = next_word(&rest);
    bool one = word.len && !rest.len, digits = false;
    for (ptrdiff_t i = 0; i < name.len; i++)
        digits = digits || (name.ptr[i] >= '0' && name.ptr[i] <= '9');
    bool found = (one && (l->timed || all_speech) && !digits) ||
                 (digits && label_shape(&scratch, name, false).role);
    arena_clear(&scratch);
    return found && label_ends_or_blank(s, l->begin + colon + 1);
}

/* Does a paragraph begin with the line? Where lines near it stand further to the left, its indent
 * says so. */
static bool begins_paragraph(const struct layout *layout, ptrdiff_t i)
{
    const struct line *line = &layout->lines[i];
    if (line->first || layout_breaks(layout, i))
        return true;
    ptrdiff_t first = layout->first_line[line->block],
              end = layout->first_line[line->block + 1];
    ptrdiff_t from = i - NEAR > first ? i - NEAR : first;
    for (ptrdiff_t k = from; k < end && k < i + NEAR; k++)
        if (layout->lines[k].indent + 2 <= line->indent)
            return true;
    return false;
}

static bool with_stop(struct label *l, const struct scan *scan)
{
    const struct layout *layout = scan->layout;
    if (!begins_paragraph(layout, scan->line) || !label_stop_find(l, scan->s))
        return false;
    l->after = label_skip_blanks(scan->s, l->colon);
    l->alone = l->after >= scan->s.len;
    if (l->alone && !label_text_follows(layout, scan->line))
        return false;
    l->bold = label_style_at(scan, l) == LABEL_BOLD;
    struct str name = str_slice(scan->s, l->begin, l->end);
    ptrdiff_t comma = str_find_byte(name, ',');
    return !l->alone || l->bold || comma > 0 || word_is_capitals(name);
}

/* A colon stands behind a full stop: do both belong to one name, "Erik Sta. Olsen:"? */
static bool goes_on_as_name(const struct scan *scan, const struct label *l,
                            const struct label *stop)
{
    struct arena scratch = {0};
    bool name =
        !label_shape(&scratch, str_slice(scan->s, l->begin, l->end), false).broken;
    struct str rest = str_slice(scan->s, stop->colon, l->end);
    for (struct str word; name && (word = next_word(&rest)).len;) {
        ptrdiff_t at = 0;
        name = unicode_is_upper(utf8_next(word, &at));
    }
    arena_clear(&scratch);
    return name;
}

/* "No. Journalist: And now?", "Aino Sarin: An interview conducted by Otso Lahti": a short answer runs
 * on into the next label, or the colon is the one of a title. */
static bool colon_of_other(const struct label *l, struct str s)
{
    struct arena scratch = {0};
    struct str label = str_slice(s, l->begin, l->end), first = next_word(&label);
    bool answer = label.len && str_ends(first, S(".")) &&
                  vocabulary_has(WORD_SECOND_PERSON,
                                 word_form(&scratch, str_slice(first, 0, first.len - 1)));
    struct str behind = word_form(&scratch, str_slice(s, l->after, l->after + CREDIT));
    bool credit = vocabulary_prefix(WORD_CREDIT, behind) > 0;
    arena_clear(&scratch);
    return answer || credit;
}

/* Is the colon one of text behind a bare letter: "Q   Good to see you. Ms. Abelard: And you.", "A.
 * He said: Mind the step.", "Q. (By Mr. Abel): And then?" */
static bool colon_behind_bare(struct label *l, const struct scan *scan)
{
    struct label q = *l;
    if (!label_bare(&q, scan))
        return false;
    if (q.colon > q.end + 1) { /* "Q - And a question: why?" */
        *l = q;
        return true;
    }
    struct arena scratch = {0};
    struct label_shape shape =
        label_shape(&scratch, str_slice(scan->s, l->begin, l->end), false);
    bool letter = utf8_count(shape.name) <= 2;
    bool paper = scan->s.ptr[l->end - 1] == ')' &&
                 q.colon == q.end && /* "Q (Radio Lund):" */
                 !direction_is(str_slice(scan->s, q.after + 1, l->end - 1));
    bool gap = q.after - q.colon > 1 && q.after < l->end;
    bool text =
        shape.broken || shape.plain_words || (letter && shape.described.len && !paper);
    arena_clear(&scratch);
    if (text || gap)
        *l = q;
    return text || gap;
}

/* "'The president: Order.'": where every paragraph is in quotes, the label is, too. */
static bool in_quotes(struct label *l, const struct scan *scan)
{
    struct label inside = *l;
    int32_t c = utf8_next(scan->s, &inside.begin);
    bool quote =
        c == '"' || c == '\'' || c == 0x2018 || c == 0x201C || c == 0x201E || c == 0xAB;
    if (!quote || inside.begin >= scan->s.len || !may_begin(scan->s, inside.begin) ||
        !label_colon(&inside, scan))
        return false;
    *l = inside;
    return true;
}

/* Is there a candidate at the line's beginning? */
static bool find_in_line(struct label *out, struct scan *scan)
{
    const struct line *line = &scan->layout->lines[scan->line];
    bool hangs =
        !line->first && scan->layout->hanging && line->indent > scan->block->indent;
    struct label l = {
        .block = line->block, .line = (int32_t)scan->line, .lead = line->begin};
    l.begin = label_lead(scan->s, line->begin, &l.timed);
    if (!line->first && !l.timed && /* whatever stands above, a clock time begins anew */
        ((hangs && !layout_sentence_over(scan->layout, scan->line)) ||
         layout_continues(scan->layout, scan->line)))
        return false;
    while (scan->mark < scan->block->mark_count &&
           scan->block->marks[scan->mark].begin < l.begin)
        scan->mark++;
    if (l.begin >= scan->s.len)
        return false;
    if (label_marked(&l, scan)) {
        *out = l;
        return true;
    }
    if (label_bracketed(&l, scan) || in_quotes(&l, scan)) {
        *out = l;
        return true;
    }
    if (!may_begin(scan->s, l.begin) &&
        !may_begin_lower(&l, scan->s, scan->layout->document->all_speech))
        return false;
    struct label stop = l;
    bool colon = label_colon(&l, scan) && !colon_of_other(&l, scan->s),
         stopped = with_stop(&stop, scan);
    bool sure = colon; /* both: "Erik St. Olsen:", or "FREDDY. Oh, very well: I'll go" */
    if (colon && stopped)
        sure = stop.style == LABEL_STOP && goes_on_as_name(scan, &l, &stop);
    if (hangs && !colon)
        return false;
    sure = (colon && colon_behind_bare(&l, scan)) || sure;
    if (!sure && !label_bare(&l, scan) && !label_initials(&l, scan) && stopped)
        l = stop;
    else if (!sure && l.style != LABEL_BARE && !label_bold_bare(&l, scan) &&
             !label_alone(&l, scan))
        return false;
    *out = l;
    return true;
}

/* A dash says little: that the line has another candidate does not matter. */
static bool find_dash(struct label *out, const struct scan *scan)
{
    const struct line *line = &scan->layout->lines[scan->line];
    if (!line->first && layout_continues(scan->layout, scan->line))
        return false;
    struct label l = {
        .block = line->block, .line = (int32_t)scan->line, .lead = line->begin};
    l.begin = label_lead(scan->s, line->begin, &l.timed);
    *out = l;
    return l.begin < scan->s.len && label_dash(out, scan);
}

static struct str printed_of(const struct layout *layout, const struct label *l)
{
    return str_slice(layout->document->blocks[l->block].text.str, l->begin, l->end);
}

/* Where others are called Mme, or somebody M. le, "M." is no initial. */
static bool says_monsieur(const struct strset *keys)
{
    static const char *const begins[] = {"mme ", "mlle ", "mm. ", "m. le ", "m. la "};
    for (ptrdiff_t i = 0; i < keys->count; i++)
        for (size_t k = 0; k < sizeof begins / sizeof *begins; k++)
            if (str_starts(keys->items[i], str_from(begins[k])))
                return true;
    return false;
}

/* How often names stand. A colon may follow any words behind a comma; what stands between a comma
 * and a full stop has been looked at, and is left out. */
static void count_names(struct labels *labels)
{
    struct arena scratch = {0};
    struct str *names = arena_array(&scratch, struct str, labels->string_count);
    struct str *sorted = arena_array(&scratch, struct str, labels->string_count);
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        const struct label_string *s = &labels->strings[i];
        bool described =
            s->styles[LABEL_STOP] || s->styles[LABEL_DASH] || s->styles[LABEL_ALONE];
        sorted[i] = names[i] = described && s->shape.described.len
                                   ? label_key(&scratch, s->shape.name)
                                   : s->key;
    }
    struct strset known = strset_make(&scratch, sorted, labels->string_count);
    ptrdiff_t *count = arena_array(&scratch, ptrdiff_t, known.count);
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        count[strset_find(&known, names[i])] += labels->strings[i].count;
    for (ptrdiff_t i = 0; i < labels->string_count; i++)
        labels->strings[i].named = (int32_t)count[strset_find(&known, names[i])];
    arena_clear(&scratch);
}

/* "Lind, Mara (Guest)": the surname first, as meeting programs mark people. */
static bool is_turned_round(struct arena *scratch, const struct label_string *s,
                            struct str *given)
{
    const struct label_shape *w = &s->shape;
    ptrdiff_t behind = w->name.ptr + w->name.len - s->printed.ptr;
    if (!w->described.len || behind < 1 || behind >= s->printed.len ||
        s->printed.ptr[behind] != ',')
        return false;
    ptrdiff_t bracket = str_find_byte(w->described, '(');
    *given = str_trim(bracket < 0 ? w->described : str_slice(w->described, 0, bracket));
    struct label_shape g = label_shape(scratch, *given, false);
    return w->words == 1 && !w->role && !w->ranked && !w->titled && !w->anonymous &&
           g.words >= 1 && g.words <= 2 && g.capitals == w->capitals &&
           !g.described.len && !g.plain_words && !g.numbers && !g.role && !g.ranked &&
           !g.titled && !g.anonymous && !g.metadata && !g.metadata_last &&
           !g.function_first && !g.broken;
}

/* Where the format marks people so, two at least and all behind whom a comma stands, they are named
 * as they are called: "Mara Lind". */
static void turn_names_round(struct labels *labels, struct arena *a)
{
    struct arena scratch = {0};
    ptrdiff_t turned = 0, others = 0;
    struct str given;
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        const struct label_string *s = &labels->strings[i];
        bool comma = s->styles[LABEL_MARKED] && str_find_byte(s->printed, ',') >= 0;
        bool round = comma && is_turned_round(&scratch, s, &given);
        turned += round;
        others += comma && !round;
    }
    for (ptrdiff_t i = 0; i < labels->string_count && turned >= 2 && !others; i++) {
        struct label_string *s = &labels->strings[i];
        if (!s->styles[LABEL_MARKED] || !is_turned_round(&scratch, s, &given))
            continue;
        struct str name =
            str_format(a, "%.*s %.*s", STR_ARGS(given), STR_ARGS(s->shape.name));
        s->shape = label_shape(&scratch, name, false); /* borrows */
    }
    arena_clear(&scratch);
}

void labels_number(struct labels *labels, struct arena *a, const struct layout *layout)
{
    struct arena scratch = {0};
    struct str *keys = arena_array(&scratch, struct str, labels->count);
    struct str *sorted = arena_array(&scratch, struct str, labels->count);
    for (ptrdiff_t i = 0; i < labels->count; i++)
        sorted[i] = keys[i] = label_key(&scratch, printed_of(layout, &labels->items[i]));
    struct strset trial = strset_make(&scratch, sorted, labels->count);
    struct str *kept = arena_array(a, struct str, trial.count);
    for (ptrdiff_t i = 0; i < trial.count; i++)
        kept[i] = str_copy(a, trial.items[i]);
    labels->keys = strset_make(a, kept, trial.count);
    labels->string_count = labels->keys.count;
    labels->strings = arena_array(a, struct label_string, labels->string_count);
    ptrdiff_t last[LABEL_STYLES];
    for (int i = 0; i < LABEL_STYLES; i++)
        last[i] = -1;
    bool monsieur = says_monsieur(&labels->keys);
    struct arena shapes = {0};
    for (ptrdiff_t i = 0; i < labels->count; i++) {
        struct label *l = &labels->items[i];
        l->string = (int32_t)strset_find(&labels->keys, keys[i]);
        struct label_string *s = &labels->strings[l->string];
        if (!s->count++) {
            s->key = labels->keys.items[l->string];
            s->printed = printed_of(layout, l);
            s->first = (int32_t)i;
            s->block = (int32_t)l->block;
            s->shape = label_shape(&shapes, s->printed, monsieur); /* borrows */
            if (shapes.used > SCRATCH_MOST)
                arena_clear(&shapes);
        }
        s->styles[l->style]++;
        s->alone += l->alone;
        s->bold += l->bold;
        s->timed += l->timed;
        if (l->style == LABEL_COLON || l->style == LABEL_DASH) {
            s->follows_itself += last[l->style] == l->string;
            last[l->style] = l->string;
        }
    }
    turn_names_round(labels, a);
    arena_clear(&shapes);
    arena_clear(&scratch);
    count_names(labels);
}

struct labels labels_find(struct arena *a, const struct layout *layout)
{
    struct labels labels = {0};
    ptrdiff_t alone_count = 0;
    struct scan scan = {.layout = layout};
    for (ptrdiff_t i = 0; i < layout->line_count && labels.count < LABELS_MOST; i++) {
        const struct line *line = &layout->lines[i];
        const struct block *block = &layout->document->blocks[line->block];
        if (block != scan.block)
            scan.mark = 0;
        scan.block = block;
        scan.line = i;
        scan.s = str_slice(block->text.str, 0, line->end);
        struct label found = {.end = -1}, dash;
        if (find_in_line(&found, &scan)) {
            scan.asked = found.style == LABEL_BARE && found.end == found.begin + 1;
            alone_count += found.style == LABEL_ALONE;
            if (found.style != LABEL_ALONE || alone_count <= ALONE_MOST)
                *arena_push(a, labels.items, labels.count, labels.capacity) = found;
        }
        if (find_dash(&dash, &scan) && dash.end != found.end)
            *arena_push(a, labels.items, labels.count, labels.capacity) = dash;
        labels_add_bare_midline(&labels, a, layout, i);
    }
    labels_number(&labels, a, layout);
    return labels;
}
