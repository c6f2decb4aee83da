#include "turns/court.h"

#include "base/unicode.h"
#include "transcript/vocabulary.h"

enum {
    NAME_BYTES_MOST = 60,
    NAME_WORDS_MOST = 5,
    RECORD_LINES_MOST = 4,
    RECORD_BYTES_MOST = 300,
    SCRATCH_MOST = 256 << 10,
    GIVEN_MOST =
        400 /* strings that are no labels of their own; each is compared with all */
};

struct court {
    struct convention *c;
    struct arena *a;
    struct layout *layout;
    struct arena scratch;
    struct label_string *given;
    ptrdiff_t given_count, given_capacity;
    int32_t asks, answers; /* strings; -1: the record does not say */
    bool sits;             /* the record has said who asks, or who was sworn */
};

/* ---- by whom ---- */

static bool is_by(struct str word)
{
    return str_eq_ascii_case(word, S("by"));
}

/* The name that stands at the beginning of `s`, up to a mark: with a title, or of a role. "": none. */
static struct str asker_in(struct court *t, struct str s)
{
    ptrdiff_t end = 0;
    for (ptrdiff_t at = 0; at < s.len && at < NAME_BYTES_MOST; end = at) {
        int32_t c = utf8_next(s, &at);
        if (c == ':' || c == ',' || c == '(' || c == ')' || c == '[' || c == ']' ||
            c == ';' || c == '\n')
            break;
    }
    struct str name = str_trim(str_slice(s, 0, end));
    if (!name.len || end >= NAME_BYTES_MOST)
        return S("");
    struct label_shape w = label_shape(&t->scratch, name, false);
    bool somebody = (w.titled || w.ranked || w.role) && !w.anonymous && !w.plain_words;
    return !w.broken && somebody && w.words <= NAME_WORDS_MOST ? name : S("");
}

/* "EXAMINATION", "CROSS-EXAMINATION", "Examination" */
static bool is_examination(struct str word)
{
    struct str tail = str_slice(word, word.len - 11, word.len);
    return str_eq_ascii_case(tail, S("examination"));
}

/* Is there nothing but a colon and perhaps a note in brackets: ": (Continuing)"? */
static bool is_closed(struct str behind)
{
    behind = str_trim(behind);
    behind = str_trim(str_slice(behind, str_starts(behind, S(":")), behind.len));
    if (str_ends(behind, S(":")))
        behind.len--;
    bool note = (str_starts(behind, S("(")) && str_ends(behind, S(")"))) ||
                (str_starts(behind, S("[")) && str_ends(behind, S("]")));
    return !behind.len || note;
}

/* Who asks, as a line says it: "BY MR. KESSLER:", "EXAMINATION BY MR. KESSLER". *only when the line
 * says nothing else. */
static struct str asker_of_line(struct court *t, struct str line, bool *only)
{
    struct str rest = line, before = S(""), word = S("");
    if (line.len > 2 * NAME_BYTES_MOST)
        return S("");
    while ((word = next_word(&rest)).len && !is_by(word)) {
        ptrdiff_t at = 0;
        if (!unicode_is_upper(utf8_next(word, &at)))
            return S("");
        before = word;
    }
    struct str name = word.len ? asker_in(t, str_trim(rest)) : S("");
    if (!name.len)
        return S("");
    struct str behind = str_slice(line, name.ptr + name.len - line.ptr, line.len);
    bool sure = str_starts(behind, S(":")) || word_is_capitals(word);
    *only = !before.len;
    return sure && is_closed(behind) && (*only || is_examination(before)) ? name : S("");
}

/* Is there a bare Q or A at s[at]? */
static bool letter_at(struct str s, ptrdiff_t at)
{
    char c = at < s.len ? s.ptr[at] : 0, next = at + 1 < s.len ? s.ptr[at + 1] : 0;
    return (c == 'Q' || c == 'A') && (next == '.' || next == ':' || next == ' ');
}

ptrdiff_t court_lead(struct str s, ptrdiff_t at)
{
    struct str rest = str_slice(s, at, at + NAME_BYTES_MOST);
    if (!is_by(next_word(&rest)))
        return at;
    ptrdiff_t colon = str_find_byte(rest, ':');
    if (colon < 0)
        return at;
    ptrdiff_t behind = label_skip_blanks(s, rest.ptr + colon + 1 - s.ptr);
    return letter_at(s, behind) ? behind : at;
}

/* ---- strings for people ---- */

/* The number of the string for `name`, a part of `block`'s text or a literal. */
static int32_t string_for(struct court *t, struct str name, ptrdiff_t block)
{
    struct labels *labels = &t->c->labels;
    struct str key = label_key(&t->scratch, name);
    ptrdiff_t found = strset_find(&labels->keys, key);
    if (found >= 0) {
        labels->strings[found].accepted = true;
        return (int32_t)found;
    }
    for (ptrdiff_t i = 0; i < t->given_count; i++)
        if (str_eq(t->given[i].key, key))
            return (int32_t)(labels->string_count + i);
    if (t->given_count >= GIVEN_MOST)
        return -1;
    *arena_push(t->a, t->given, t->given_count, t->given_capacity) =
        (struct label_string){.key = str_copy(t->a, key),
                              .printed = name,
                              .block = (int32_t)block,
                              .shape = label_shape(t->a, name, false),
                              .accepted = true};
    return (int32_t)(labels->string_count + t->given_count - 1);
}

static void add_given(struct court *t)
{
    struct labels *labels = &t->c->labels;
    ptrdiff_t count = labels->string_count;
    struct label_string *all =
        arena_array(t->a, struct label_string, count + t->given_count);
    for (ptrdiff_t i = 0; i < count + t->given_count; i++)
        all[i] = i < count ? labels->strings[i] : t->given[i - count];
    labels->strings = all;
    labels->string_count += t->given_count;
}

/* ---- the witness ---- */

/* Does the record say so: that an oath was taken, or, right behind a name, who it is? */
static bool tells_of_oath(struct str s, bool beside_name)
{
    s = str_slice(s, 0, RECORD_BYTES_MOST);
    for (struct str word; (word = next_word(&s)).len;) {
        while (word.len && (str_ends(word, S(",")) || str_ends(word, S(".")) ||
                            str_ends(word, S(":"))))
            word.len--;
        if (str_eq_ascii_case(word, S("sworn")) ||
            str_eq_ascii_case(word, S("affirmed")) ||
            (beside_name && str_eq_ascii_case(word, S("witness"))))
            return true;
    }
    return false;
}

/* The name in capitals that the line begins with, up to its end or a comma: "HESTER BRANNOCK,". */
static struct str name_in_capitals(struct court *t, struct str line)
{
    ptrdiff_t comma = str_find_byte(line, ',');
    struct str name = comma < 0 ? line : str_trim(str_slice(line, 0, comma)), rest = name;
    int words = 0;
    for (struct str word; (word = next_word(&rest)).len; words++)
        if (!word_is_capitals(word))
            return S("");
    if (words < 2 || words > NAME_WORDS_MOST)
        return S("");
    struct label_shape w = label_shape(&t->scratch, name, false);
    bool person = !w.broken && !w.role && !w.ranked && !w.metadata && !w.metadata_last &&
                  !w.function_first && !w.numbers &&
                  str_find(w.name, S("EXAMINATION")) < 0;
    return person ? name : S("");
}

/* Whose deposition it is: "DEPOSITION OF", and a name behind it or on the next line. */
static struct str deponent_of_line(struct court *t, ptrdiff_t i, ptrdiff_t end)
{
    static const char *const kinds[] = {"deposition", "testimony", "interview"};
    struct str rest = layout_line(t->layout, i), before = S("");
    bool found = false;
    for (struct str word; !found && (word = next_word(&rest)).len; before = word) {
        if (!word_is_capitals(word))
            return S("");
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            found = found || (str_eq_ascii_case(before, str_from(kinds[k])) &&
                              str_eq_ascii_case(word, S("of")));
    }
    rest = str_trim(rest);
    if (found && !rest.len && i + 1 < end)
        rest = layout_line(t->layout, i + 1);
    return found ? name_in_capitals(t, rest) : S("");
}

/* The witness whom line i names, when this and the next lines tell of an oath: "HESTER BRANNOCK,
 * having been duly sworn". `end`: the line of the next label; *last the line that tells it. */
static struct str witness_of_line(struct court *t, ptrdiff_t i, ptrdiff_t end,
                                  ptrdiff_t *last)
{
    const struct layout *l = t->layout;
    struct str line = layout_line(l, i), name = name_in_capitals(t, line);
    *last = i;
    if (!name.len)
        return S("");
    bool told = tells_of_oath(str_slice(line, name.len, line.len), true);
    for (ptrdiff_t k = i + 1; !told && k < end && k <= i + RECORD_LINES_MOST; k++) {
        told = tells_of_oath(layout_line(l, k), false);
        *last = k;
    }
    return told ? name : S("");
}

/* "REDIRECT EXAMINATION" */
static bool begins_examination(struct str line)
{
    int words = 0;
    for (struct str word; (word = next_word(&line)).len;) {
        if (!word_is_capitals(word) || ++words > 3)
            return false;
        if (is_examination(word))
            return true;
    }
    return false;
}

/* The lines from `i` tell of an oath, and go on to the end of that sentence. */
static void take_record(struct court *t, ptrdiff_t i, ptrdiff_t last, ptrdiff_t end)
{
    struct line *lines = t->layout->lines;
    for (; i < end && i <= last; i++) {
        struct str text = layout_line(t->layout, i);
        lines[i].record = RECORD_TEXT;
        bool open = !str_ends(text, S(":")) && !str_ends(text, S(".")) && i + 1 < end &&
                    lines[i + 1].block == lines[i].block;
        if (i == last && open && last + 1 < end && !word_is_capitals(text))
            last++;
    }
}

static void take_line(struct court *t, ptrdiff_t i, ptrdiff_t end)
{
    if (t->scratch.used > SCRATCH_MOST)
        arena_clear(&t->scratch);
    struct line *line = &t->layout->lines[i];
    struct str text = layout_line(t->layout, i);
    bool only = false, heading = begins_examination(text);
    struct str asker = asker_of_line(t, text, &only);
    if (asker.len || heading) { /* a new one, of whom is still to be said */
        t->asks = asker.len ? string_for(t, asker, line->block) : -1;
        t->sits |= asker.len > 0;
        line->record = only ? RECORD_ASKER : RECORD_HEADING;
        return;
    }
    struct str deponent = deponent_of_line(t, i, end);
    if (deponent.len)
        t->answers = string_for(t, deponent, line->block);
    ptrdiff_t last;
    struct str witness = witness_of_line(t, i, end, &last);
    if (witness.len) {
        t->answers = string_for(t, witness, line->block);
        t->sits = true;
        take_record(t, i, last, end);
    }
}

/* ---- Q and A ---- */

/* "Q. (By Mr. Kessler)", "Q BY MR. KESSLER:": what stands behind the letter says who asks. At `limit` the
 * next label begins. */
static void take_bracket(struct court *t, struct label *l, ptrdiff_t limit)
{
    struct str s = t->layout->document->blocks[l->block].text.str;
    struct str near = str_slice(s, l->after, l->after + 2 * NAME_BYTES_MOST), rest = near;
    char open = near.len ? near.ptr[0] : 0;
    bool bracket = open == '(' || open == '[';
    rest = str_slice(rest, bracket, rest.len);
    if (!is_by(next_word(&rest)))
        return;
    struct str name = asker_in(t, str_trim(rest));
    if (!name.len)
        return;
    char close = bracket ? (char)(open == '(' ? ')' : ']') : ':';
    struct str behind = str_slice(s, name.ptr + name.len - s.ptr, s.len);
    ptrdiff_t end = str_find_byte(str_slice(behind, 0, NAME_BYTES_MOST), close);
    bool closed = end >= 0 && str_find_byte(str_slice(behind, 0, end), '\n') < 0 &&
                  behind.ptr + end < s.ptr + limit;
    if (!closed)
        return;
    bool colon = bracket && end + 1 < behind.len && behind.ptr[end + 1] == ':';
    t->asks = string_for(t, name, l->block);
    t->sits = true;
    l->after = label_skip_blanks(s, behind.ptr + end + 1 + colon - s.ptr);
}

static bool is_the_witness(struct str key)
{
    return str_eq(key, S("the witness")) || str_eq(key, S("witness"));
}

/* `limit`: where the next label of its block begins, or the block ends. */
static void take_label(struct court *t, struct label *l, ptrdiff_t limit)
{
    const struct label_string *s = &t->c->labels.strings[l->string];
    bool asks = str_eq(s->key, S("q")), answers = str_eq(s->key, S("a"));
    if (asks) {
        struct str text = t->layout->document->blocks[l->block].text.str;
        struct str lead = str_slice(text, l->lead, l->begin);
        bool only = false;
        struct str name = asker_of_line(t, str_trim(lead), &only);
        if (name.len) {
            t->asks = string_for(t, name, l->block);
            t->sits = true;
        }
        take_bracket(t, l, limit);
        l->string = t->asks >= 0 ? t->asks : l->string;
    } else if (answers && t->sits) {
        int32_t witness =
            t->answers >= 0 ? t->answers : string_for(t, S("The Witness"), l->block);
        l->string = witness >= 0 ? witness : l->string;
    } else if (is_the_witness(s->key) && t->answers >= 0) {
        l->string = t->answers;
    }
}

static bool has_letters(const struct labels *labels)
{
    ptrdiff_t q = strset_find(&labels->keys, S("q"));
    ptrdiff_t a = strset_find(&labels->keys, S("a"));
    return q >= 0 && a >= 0 && labels->strings[q].accepted && labels->strings[a].accepted;
}

void court_read(struct convention *c, struct arena *a, struct layout *layout)
{
    struct labels *labels = &c->labels;
    if (!c->name || !has_letters(labels))
        return;
    struct court t = {.c = c, .a = a, .layout = layout, .asks = -1, .answers = -1};
    ptrdiff_t witness = strset_find(&labels->keys, S("the witness"));
    t.sits =
        witness >= 0 && labels->strings[witness].accepted; /* who answers is no other */
    ptrdiff_t line = 0, kept = 0;
    for (ptrdiff_t i = 0; i <= labels->count; i++) {
        ptrdiff_t end = i < labels->count ? labels->items[i].line : layout->line_count;
        for (; line < end; line++)
            take_line(&t, line, end);
        if (i == labels->count)
            break;
        struct label l = labels->items[i];
        bool first = !kept || labels->items[kept - 1].line != l.line;
        if (first) {
            bool only = false;
            if (l.alone && asker_of_line(&t, layout_line(layout, l.line), &only).len) {
                labels->strings[l.string].accepted = false;
                take_line(&t, l.line, l.line);
                line++;
                continue; /* it only looked like a label: "BY MR. KESSLER:" */
            }
            line++;
        }
        const struct label *next = &labels->items[i + 1];
        bool bounded = i + 1 < labels->count && next->block == l.block;
        take_label(&t, &l,
                   bounded ? next->lead : layout->document->blocks[l.block].text.str.len);
        labels->items[kept++] = l;
    }
    labels->count = kept;
    add_given(&t);
    arena_clear(&t.scratch);
}

bool court_turns(const struct layout *l, ptrdiff_t line)
{
    bool before = !l->lines[line].first && l->lines[line - 1].record == RECORD_TEXT;
    return before != (l->lines[line].record == RECORD_TEXT);
}
