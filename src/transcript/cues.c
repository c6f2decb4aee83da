#include "transcript/cues.h"

#include "base/unicode.h"
#include "transcript/cue_song.h"
#include "transcript/fold.h"
#include "transcript/punctuation.h"
#include "transcript/vocabulary.h"

enum {
    SCRATCH_MOST = 256 << 10,
    PAUSE_MS = 2000,       /* between sentences: a new paragraph */
    SILENCE_MS = 6000,     /* a new paragraph even inside a sentence */
    TOUCHING_MS = 100,     /* cues that follow each other at once */
    FLASH_MS = 50,         /* too short to be read: a cue that only scrolls */
    PARAGRAPH_LONG = 900,  /* bytes; the next sentence begins another one */
    PARAGRAPH_MOST = 6000, /* any cue does */
    CLOSING_MOST = 32,     /* bytes of quotation marks and brackets behind a sentence */
    LABEL_LONGEST = 60,
    LABEL_WORDS_MOST = 5,
    NOTE_BEGINS = 60,
};

/* ---- what a line begins with ---- */

static ptrdiff_t skip_spaces(struct str s, ptrdiff_t at)
{
    for (ptrdiff_t next = at; next < s.len; at = next)
        if (!utf8_is_space(utf8_next(s, &next)))
            break;
    return at;
}

/* ">>", ">>>" and dashes that stand for another speaker: where what is said begins; 0: none. "- and
 * then" goes on with what was said. */
static ptrdiff_t change_prefix(struct str s)
{
    ptrdiff_t at = 0;
    while (at < s.len && s.ptr[at] == '>')
        at++;
    if (at >= 2)
        return skip_spaces(s, at);
    at = 0;
    int32_t dash = utf8_next(s, &at);
    if (dash != '-' && dash != 0x2010 && dash != 0x2013 && dash != 0x2014)
        return 0;
    ptrdiff_t begin = skip_spaces(s, at), behind = begin;
    if (dash == 0x2014 && begin == at)
        return 0;
    int32_t first = utf8_next(s, &behind);
    bool opens =
        unicode_is_letter(first) ? !unicode_is_lower(first) : first > ' ' && first != '-';
    return begin < s.len && opens ? begin : 0;
}

/* "mira: Good morning": one word in lower case, and what is said. */
static bool is_nickname(struct str s)
{
    ptrdiff_t colon = str_find_byte(str_slice(s, 0, LABEL_LONGEST / 2), ':');
    ptrdiff_t at = colon + 2;
    return colon > 1 && str_find_byte(str_slice(s, 0, colon), ' ') < 0 && at < s.len &&
           s.ptr[at - 1] == ' ' && unicode_is_upper(utf8_next(s, &at));
}

/* The length of what could be a speaker's label with its colon, or 0: a few words, none of them in
 * lower case but little ones. */
static ptrdiff_t label_prefix(struct str s)
{
    int words = 0;
    bool begins = true;
    for (ptrdiff_t at = 0; at < s.len && at < LABEL_LONGEST;) {
        ptrdiff_t here = at;
        int32_t c = utf8_next(s, &at);
        if (c == ':' || c == 0xFF1A) {
            ptrdiff_t next = at;
            bool ends = at >= s.len || c != ':' || utf8_is_space(utf8_next(s, &next));
            return here && ends ? at : 0;
        }
        if (c == '?' || c == '!' || c == ';' || c == '"')
            return 0;
        if (utf8_is_space(c)) {
            begins = true;
        } else if (begins) {
            ptrdiff_t blank = str_find_byte(str_slice(s, here, here + 6), ' ');
            bool little = words && blank > 0 && blank <= 3;
            little = little || (!words && is_nickname(s));
            if (++words > LABEL_WORDS_MOST || (unicode_is_lower(c) && !little))
                return 0;
            begins = false;
        }
    }
    return 0;
}

/* Could a sentence be over behind `s`? */
static bool ends_sentence(struct str s)
{
    s = punctuation_without_notes(s);
    for (ptrdiff_t at = s.len; at > 0 && s.len - at < CLOSING_MOST;) {
        int32_t c = utf8_previous(s, &at);
        unsigned mark = punctuation_of(c);
        if (!(mark & PUNCTUATION_CLOSES) &&
            !utf8_is_space(c)) /* notes end a song's line */
            return mark & PUNCTUATION_ENDS || c == 0x266A || c == 0x266B;
    }
    return true;
}

/* ---- paragraphs ---- */

static void dispose_text(struct cues *c, struct text t, ptrdiff_t from, ptrdiff_t to,
                         enum reason reason)
{
    struct arena scratch = {0};
    struct text part = text_slice(&scratch, t, from, to);
    for (ptrdiff_t i = 0; i < part.run_count; i++)
        document_dispose(c->doc, c->a, part.runs[i].begin, part.runs[i].end, reason);
    arena_clear(&scratch);
}

static void flush(struct cues *c)
{
    struct text t = textbuf_done(&c->paragraph);
    if (str_trim(t.str).len > c->name_end) {
        struct block *b = document_add(c->doc, c->a, BLOCK_PARAGRAPH, text_keep(c->a, t));
        b->narrated = c->narrated;
        if (c->name_end) {
            struct mark *m = arena_new(c->a, struct mark);
            *m = (struct mark){0, c->name_end, MARK_SPEAKER};
            b->marks = m;
            b->mark_count = 1;
        }
    } else {
        dispose_text(c, t, 0, t.str.len, REASON_LABEL);
    }
    if (c->paragraph_arena.used > SCRATCH_MOST)
        arena_clear(&c->paragraph_arena);
    c->paragraph =
        (struct textbuf){.arena = &c->paragraph_arena, .source = c->doc->source};
    c->name_end = 0;
    c->narrated = false;
}

static bool joins_closely(struct str s)
{
    ptrdiff_t at = 0;
    int32_t first = utf8_next(s, &at);
    return first == ',' || first == '.' || first == ';' || first == ':' || first == '!' ||
           first == '?' || first == '%' || first == ')' || first == ']';
}

static void append(struct cues *c, struct text t)
{
    struct textbuf *p = &c->paragraph;
    if (!t.str.len)
        return;
    if (p->chars.len && !joins_closely(t.str)) {
        ptrdiff_t at = text_place(t, 0, 0).begin;
        textbuf_replace(p, S(" "), at, at);
    }
    textbuf_text(p, t);
}

static void remember(struct strbuf *b, struct str s)
{
    b->len = 0;
    strbuf_add(b, s);
}

/* Somebody has the turn whom the format names. */
static void change_speaker(struct cues *c, struct text name)
{
    if (str_eq(strbuf_str(&c->speaker), name.str)) {
        dispose_text(c, name, 0, name.str.len, REASON_LABEL);
        return;
    }
    flush(c);
    remember(&c->speaker, name.str);
    append(c, name);
    c->name_end = c->paragraph.chars.len;
}

/* Does a paragraph begin with `s`, which stands first in its cue? */
static bool pause_before(const struct cues *c, bool first)
{
    struct str so_far = strbuf_str(&c->paragraph.chars);
    bool known = c->begin_ms >= 0 && c->last_end_ms >= 0;
    int64_t gap = first && known ? c->begin_ms - c->last_end_ms : 0;
    if (!first || so_far.len <= c->name_end)
        return false;
    if (gap >= SILENCE_MS || so_far.len > PARAGRAPH_MOST)
        return true;
    return ends_sentence(so_far) &&
           (gap >= PAUSE_MS || !known || so_far.len > PARAGRAPH_LONG);
}

/* Somebody begins to speak whom nobody names. */
static void change_unnamed(struct cues *c)
{
    if (c->paragraph.chars.len > c->name_end)
        flush(c);
    c->label.len = 0;
    c->narrated = !c->speaker.len;
}

/* What is sung in the cue is nobody's who spoke before, and he does not go on behind it, either; but
 * who the format says is singing, sings. False: there is nothing to be said in `t`. */
static bool take_song(struct cues *c, struct text *t, bool named, bool first)
{
    struct cue_song song = cue_song_of(t->str);
    ptrdiff_t len = t->str.len;
    if (song.silent != REASON_NONE) {
        dispose_text(c, *t, 0, len, song.silent);
        return false;
    }
    if (song.hashes) { /* a figure's sign, for who reads aloud */
        dispose_text(c, *t, 0, 1, REASON_SYMBOL);
        dispose_text(c, *t, len - 1, len, REASON_SYMBOL);
        *t = text_trim(&c->scratch, text_slice(&c->scratch, *t, 1, len - 1));
    }
    bool goes_on = c->singing && (song.begins || song.ends || (!first && c->song_open));
    if (!goes_on && (song.begins || c->singing) && !named) {
        c->speaker.len = 0;
        change_unnamed(c);
    }
    c->singing = goes_on || (song.begins && !named);
    c->song_open = c->singing && !song.ends;
    return true;
}

/* "Subtitles by ...": who made them says nothing. */
static bool is_note(struct str s)
{
    struct arena scratch = {0};
    struct str start = unicode_lower(&scratch, str_slice(s, 0, NOTE_BEGINS), S(""));
    bool note = vocabulary_prefix(WORD_NOTE, start) > 0;
    arena_clear(&scratch);
    return note;
}

/* One speaker's part of a line; `first`: with it the cue begins. */
static void add_part(struct cues *c, struct text t, struct text speaker, bool first)
{
    ptrdiff_t change = change_prefix(t.str);
    if (speaker.str.len)
        change_speaker(c, speaker);
    if (change) {
        dispose_text(c, t, 0, change, REASON_MARKUP);
        t = text_slice(&c->scratch, t, change, t.str.len);
        change_unnamed(c);
        c->singing = false;
    }
    if (first && !speaker.str.len && is_note(t.str)) {
        c->speaker.len = 0;
        change_unnamed(c);
    }
    if (!take_song(c, &t, speaker.str.len, first))
        return;
    ptrdiff_t label = c->speaker.len ? 0 : label_prefix(t.str);
    struct str label_text = str_slice(t.str, 0, label);
    if (label && !change && str_eq(label_text, strbuf_str(&c->label)) &&
        !ends_sentence(strbuf_str(&c->paragraph.chars))) {
        /* said again in the middle of a sentence */
        ptrdiff_t behind = skip_spaces(t.str, label);
        dispose_text(c, t, 0, behind, REASON_LABEL);
        t = text_slice(&c->scratch, t, behind, t.str.len);
    } else if (label) {
        if (!change)
            flush(c);
        remember(&c->label, label_text);
    } else if (!change && pause_before(c, first)) {
        bool singing = c->singing;
        flush(c);
        c->narrated = singing;
    }
    append(c, t);
}

/* Where in `s` another speaker begins: behind ">>"; behind a dash, too, where the line begins with
 * one and a sentence has ended. s.len: nowhere. */
static ptrdiff_t next_change(struct str s)
{
    bool dashes = change_prefix(s) && s.ptr[0] != '>';
    for (ptrdiff_t at = 1; at < s.len; at++) {
        if (s.ptr[at - 1] != ' ')
            continue;
        struct str rest = str_slice(s, at, s.len);
        bool arrows = str_starts(rest, S(">>"));
        if ((arrows || (dashes && ends_sentence(str_slice(s, 0, at)))) &&
            change_prefix(rest))
            return at;
    }
    return s.len;
}

static void add_piece(struct cues *c, const struct cue_piece *p, bool first)
{
    struct text speaker = p->speaker;
    struct str s = p->text.str;
    for (ptrdiff_t at = 0, end; at < s.len; at = end) {
        end = at + next_change(str_slice(s, at, s.len));
        struct text part = text_slice(&c->scratch, p->text, at, end);
        add_part(c, text_trim(&c->scratch, part), speaker, first && !at);
        speaker = (struct text){0};
    }
}

/* ---- lines that stand twice ---- */

/* Lines of the cue before, the last ones, at most `most`; returns how many. */
static int last_lines(struct str *out, int most, struct str shown)
{
    int count = 0;
    while (shown.len && count < most) {
        ptrdiff_t at = shown.len;
        while (at > 0 && shown.ptr[at - 1] != '\n')
            at--;
        out[count++] = str_slice(shown, at, shown.len);
        shown.len = at ? at - 1 : 0;
    }
    for (int i = 0; i < count / 2; i++) {
        struct str other = out[i];
        out[i] = out[count - 1 - i];
        out[count - 1 - i] = other;
    }
    return count;
}

static bool two_words(struct str s)
{
    return str_find_byte(str_trim(s), ' ') > 0;
}

/* How many of the cue's lines stood at the end of the one before. */
static int repeated_lines(const struct cues *c, const struct str *last, int count)
{
    bool flash = c->end_ms >= 0 && c->end_ms - c->begin_ms <= FLASH_MS;
    for (int n = count; n > 0; n--) {
        bool equal = n <= c->piece_count;
        for (int i = 0; i < n && equal; i++)
            equal = str_eq(last[count - n + i], c->pieces[i].text.str);
        bool words = n > 1 || (n == 1 && two_words(last[count - 1]));
        if (equal && (flash || words || c->piece_count > n))
            return n;
    }
    return 0;
}

/* Captions that roll up show a line again, or with another word behind it. */
static int drop_repeats(struct cues *c)
{
    struct str last[CUES_LINES_SHOWN] = {{0}};
    bool touching = c->begin_ms >= 0 && c->last_end_ms >= 0 &&
                    c->begin_ms <= c->last_end_ms + TOUCHING_MS;
    int count =
        touching ? last_lines(last, CUES_LINES_SHOWN, strbuf_str(&c->shown[!c->showing]))
                 : 0;
    int repeated = repeated_lines(c, last, count);
    for (int i = 0; i < repeated; i++) {
        struct cue_piece *p = &c->pieces[i];
        dispose_text(c, p->text, 0, p->text.str.len, REASON_REPEATED);
        if (p->speaker.str.len)
            change_speaker(c, p->speaker);
    }
    if (repeated || !count || !c->piece_count)
        return repeated;
    struct cue_piece *p = &c->pieces[0];
    struct str before = last[count - 1];
    if (two_words(before) && p->text.str.len > before.len + 1 &&
        str_starts(p->text.str, before) && p->text.str.ptr[before.len] == ' ') {
        dispose_text(c, p->text, 0, before.len, REASON_REPEATED);
        p->text = text_trim(
            &c->scratch, text_slice(&c->scratch, p->text, before.len, p->text.str.len));
    }
    return 0;
}

static void settle(struct cues *c)
{
    struct strbuf *shown = &c->shown[c->showing];
    shown->len = 0;
    for (ptrdiff_t i = 0; i < c->piece_count; i++) {
        if (i)
            strbuf_add_byte(shown, '\n');
        strbuf_add(shown, c->pieces[i].text.str);
    }
    int repeated = drop_repeats(c);
    for (ptrdiff_t i = repeated; i < c->piece_count; i++)
        add_piece(c, &c->pieces[i], i == repeated);
    if (c->pending.str.len)
        dispose_text(c, c->pending, 0, c->pending.str.len, REASON_LABEL);
    c->pending = (struct text){0};
    if (c->piece_count) {
        c->showing = !c->showing;
        c->last_end_ms = c->end_ms;
    }
    c->piece_count = c->piece_capacity = 0;
    c->pieces = NULL;
    if (c->scratch.used > SCRATCH_MOST)
        arena_clear(&c->scratch);
}

/* ---- what readers call ---- */

void cues_begin(struct cues *c, int64_t begin_ms, int64_t end_ms)
{
    if (!c->keep.chunks && !c->label.arena) { /* the first one */
        c->doc->all_speech = true;
        c->label.arena = c->speaker.arena = &c->keep;
        c->shown[0].arena = c->shown[1].arena = &c->keep;
        c->paragraph =
            (struct textbuf){.arena = &c->paragraph_arena, .source = c->doc->source};
        c->last_end_ms = -1;
    } else {
        settle(c);
    }
    c->begin_ms = begin_ms;
    c->end_ms = end_ms;
}

void cues_speaker(struct cues *c, struct text name)
{
    if (c->pending.str.len)
        dispose_text(c, c->pending, 0, c->pending.str.len, REASON_LABEL);
    c->pending = fold_text(&c->scratch, name);
}

void cues_text(struct cues *c, struct text line)
{
    line = fold_text(&c->scratch, line);
    if (!line.str.len)
        return;
    *arena_push(&c->scratch, c->pieces, c->piece_count, c->piece_capacity) =
        (struct cue_piece){line, c->pending};
    c->pending = (struct text){0};
}

void cues_finish(struct cues *c)
{
    if (c->label.arena) {
        settle(c);
        flush(c);
    }
    arena_clear(&c->scratch);
    arena_clear(&c->paragraph_arena);
    arena_clear(&c->keep);
}
