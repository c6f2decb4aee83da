/* Captions: WebVTT (W3C Candidate Recommendation, 4 April 2019) and SubRip, which has no standard.
 *
 * They differ in their heads and in the mark of decimals; the mark-up that is known is known in
 * both, because files are converted from one to the other and keep it.
 */
#include "transcript/cue_time.h"
#include "transcript/cues.h"
#include "transcript/read.h"
#include "transcript/tags.h"

enum { TAG_LONGEST = 1000, SNIFF_LINES = 12 };

/* ---- what stands inside a cue ---- */

/* What is wrong with a cue that is read all the same. */
enum cue_fault {
    FAULT_TIMES,     /* they are written otherwise */
    FAULT_NO_TIMES,  /* a number stands alone */
    FAULT_NOT_APART, /* no blank line before it */
    CUE_FAULTS
};

struct captions {
    struct document *doc;
    struct arena *a;
    const struct source *s;
    struct cues cues;
    struct textbuf text; /* of the line in the making; lives in cues.scratch */
    bool in_cue;
    struct {
        ptrdiff_t first, count; /* the first line that has it */
    } faults[CUE_FAULTS];
};

static void fresh_text(struct captions *r)
{
    r->text = (struct textbuf){.arena = &r->cues.scratch, .source = r->s};
}

static void end_piece(struct captions *r)
{
    cues_text(&r->cues, textbuf_done(&r->text));
    fresh_text(r);
}

/* The entity at `at` goes into the text; where it ends, or 0. */
static ptrdiff_t take_entity(struct captions *r, struct str s, ptrdiff_t at)
{
    struct html_entity entity;
    if (!html_entity_at(&entity, &r->cues.scratch, s, at))
        return 0;
    if (!entity.unspeakable && str_trim(entity.text).len) {
        textbuf_replace(&r->text, entity.text, at, entity.end);
        return entity.end;
    }
    document_dispose(r->doc, r->a, at, entity.end,
                     entity.unspeakable ? REASON_UNSPEAKABLE : REASON_MARKUP);
    if (!entity.unspeakable)
        textbuf_replace(&r->text, entity.text, at, at);
    return entity.end;
}

/* Bytes [begin, end), entities decoded. */
static void add_text(struct captions *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = str_slice(r->s->bytes, 0, end);
    ptrdiff_t from = begin;
    for (ptrdiff_t at = begin; at < end; at++) {
        if (s.ptr[at] != '&')
            continue;
        document_verbatim(r->doc, r->a, &r->text, from, at);
        ptrdiff_t behind = take_entity(r, s, at);
        from = behind ? behind : at;
        at = behind ? behind - 1 : at;
    }
    document_verbatim(r->doc, r->a, &r->text, from, end);
}

/* <v.loud Mary Blake>: the class is mark-up, the rest is a name. */
static void take_voice(struct captions *r, ptrdiff_t at, ptrdiff_t end)
{
    ptrdiff_t name = at;
    struct str s = r->s->bytes;
    while (name < end - 1 && s.ptr[name] != ' ' && s.ptr[name] != '\t')
        name++;
    end_piece(r);
    document_dispose(r->doc, r->a, at, name, REASON_MARKUP);
    add_text(r, name, end - 1);
    struct text said_by = textbuf_done(&r->text);
    if (str_trim(said_by.str).len)
        cues_speaker(&r->cues, said_by);
    fresh_text(r);
    document_dispose(r->doc, r->a, end - 1, end, REASON_MARKUP);
}

static bool is_cue_tag(struct str name)
{
    static const char *const known[] = {"c", "i", "b", "u", "ruby", "rt", "v", "lang"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq_ascii_case(name, str_from(known[i])))
            return true;
    return false;
}

/* The end of the tag that begins at `at`, with its name; 0: there is none. */
static ptrdiff_t tag_at(struct str s, ptrdiff_t at, struct str *name)
{
    ptrdiff_t begin = at + 1 + (at + 1 < s.len && s.ptr[at + 1] == '/'), end = begin;
    while (end < s.len && s.ptr[end] != '>' && s.ptr[end] != '<' && s.ptr[end] != ' ' &&
           s.ptr[end] != '.' && s.ptr[end] != '\t' && end - at < TAG_LONGEST)
        end++;
    *name = str_slice(s, begin, end);
    ptrdiff_t close = end;
    while (close < s.len && s.ptr[close] != '>' && s.ptr[close] != '<' &&
           close - at < TAG_LONGEST)
        close++;
    return close < s.len && s.ptr[close] == '>' ? close + 1 : 0;
}

/* The reading above a character, <rt>...</rt>, is the same word again. */
static ptrdiff_t ruby_end(struct str s, ptrdiff_t at)
{
    struct str rest = str_slice(s, at, at + TAG_LONGEST);
    ptrdiff_t close = str_find(rest, S("</rt>"));
    ptrdiff_t other = str_find(rest, S("</ruby>"));
    if (close >= 0 && (other < 0 || close < other))
        return at + close + 5;
    return other >= 0 ? at + other : at;
}

/* Mark-up at `at`: where it ends, or 0 when it is none. */
static ptrdiff_t take_tag(struct captions *r, struct str s, ptrdiff_t at)
{
    struct str name;
    int64_t ms;
    ptrdiff_t begin = at + 1, end = tag_at(s, at, &name);
    struct html_tag html;
    if (!end)
        return 0;
    if (cue_clock(s, &begin, &ms) && begin == end - 1) {
        document_dispose(r->doc, r->a, at, end, REASON_CLOCK_TIME);
        return end;
    }
    bool opening = s.ptr[at + 1] != '/';
    if (opening && str_eq(name, S("v"))) {
        take_voice(r, at, end);
        return end;
    }
    if (opening && str_eq(name, S("rt")))
        end = ruby_end(s, end);
    else if (!is_cue_tag(name) && !html_tag_at(&html, s, at))
        return 0;
    document_dispose(r->doc, r->a, at, end, REASON_MARKUP);
    return end;
}

/* {\an8}: where on the screen; SubRip has it from another format. */
static ptrdiff_t override_end(struct str s, ptrdiff_t at)
{
    if (at + 1 >= s.len || s.ptr[at + 1] != '\\')
        return 0;
    ptrdiff_t close = str_find_byte(str_slice(s, at, at + TAG_LONGEST), '}');
    return close < 0 ? 0 : at + close + 1;
}

static void take_line(struct captions *r, ptrdiff_t begin, ptrdiff_t end)
{
    struct str s = str_slice(r->s->bytes, 0, end);
    ptrdiff_t from = begin;
    fresh_text(r);
    for (ptrdiff_t at = begin; at < end; at++) {
        ptrdiff_t behind = 0;
        if (s.ptr[at] != '<' && s.ptr[at] != '{')
            continue;
        add_text(r, from, at);
        from = at;
        if (s.ptr[at] == '<')
            behind = take_tag(r, s, at);
        else if ((behind = override_end(s, at)))
            document_dispose(r->doc, r->a, at, behind, REASON_MARKUP);
        if (behind) {
            from = behind;
            at = behind - 1;
        }
    }
    add_text(r, from, end);
    end_piece(r);
}

/* ---- files ---- */

/* The first line that is not blank. */
static ptrdiff_t head_line(const struct source *s)
{
    ptrdiff_t line = 1;
    while (line < s->line_count && !str_trim(source_line(s, line)).len)
        line++;
    return line;
}

static struct str line_at(const struct captions *r, ptrdiff_t line)
{
    return line <= r->s->line_count ? source_line(r->s, line) : S("");
}

/* Figures and nothing else; -1: it is no number. */
static int64_t number_of(struct str line)
{
    int64_t number = 0;
    line = str_trim(line);
    for (ptrdiff_t i = 0; i < line.len; i++) {
        if (line.ptr[i] < '0' || line.ptr[i] > '9')
            return -1;
        if (i < 9) /* no file has more cues */
            number = 10 * number + (line.ptr[i] - '0');
    }
    return line.len ? number : -1;
}

static void dispose_line(struct captions *r, ptrdiff_t line, enum reason reason)
{
    struct str s = line_at(r, line);
    ptrdiff_t begin = s.ptr - r->s->bytes.ptr;
    document_dispose(r->doc, r->a, begin, begin + s.len, reason);
}

static void add_fault(struct captions *r, enum cue_fault fault, ptrdiff_t line)
{
    if (!r->faults[fault].count++)
        r->faults[fault].first = line;
}

/* Each kind once, at its first place: a file made wrong is wrong throughout. */
static void tell_faults(const struct captions *r, struct diag *d)
{
    static const struct {
        const char *code, *what, *hint;
    } told[CUE_FAULTS] = {
        [FAULT_TIMES] = {"cue-times", "these are read as the times of a cue",
                         "captions have '00:00:01.000 --> 00:00:03.000'"},
        [FAULT_NO_TIMES] = {"cue-without-times", "this is read as the number of a cue",
                            "say below it when it is shown, or take the number out"},
        [FAULT_NOT_APART] = {"cue-not-apart", "a cue is read as beginning here",
                             "leave a blank line before it"},
    };
    for (int f = 0; f < CUE_FAULTS; f++) {
        if (!r->faults[f].count)
            continue;
        struct str line = str_trim(line_at(r, r->faults[f].first));
        ptrdiff_t begin = line.ptr - r->s->bytes.ptr, more = r->faults[f].count - 1;
        struct place place = place_of(r->s, begin, begin + line.len);
        if (more)
            diag_warning(d, place, told[f].code, told[f].hint, "%s; %td more like it",
                         told[f].what, more);
        else
            diag_warning(d, place, told[f].code, told[f].hint, "%s", told[f].what);
    }
}

static void begin_cue(struct captions *r, ptrdiff_t line, const struct cue_time *t)
{
    if (!t->exact)
        add_fault(r, FAULT_TIMES, line);
    struct str s = line_at(r, line);
    ptrdiff_t begin = s.ptr - r->s->bytes.ptr;
    document_dispose(r->doc, r->a, begin, begin + t->settings, REASON_CLOCK_TIME);
    document_dispose(r->doc, r->a, begin + t->settings, begin + s.len, REASON_MARKUP);
    cues_begin(&r->cues, t->begin_ms, t->end_ms);
    r->in_cue = true;
}

/* Lines up to the next blank one; returns the line behind. */
static ptrdiff_t dispose_block(struct captions *r, ptrdiff_t line, enum reason reason)
{
    for (; line <= r->s->line_count && str_trim(line_at(r, line)).len; line++)
        dispose_line(r, line, reason);
    return line;
}

/* A number behind a blank line that counts on from the cue before: times are missing below it. */
static void begin_without_times(struct captions *r, ptrdiff_t line)
{
    dispose_line(r, line, REASON_LINE_NUMBER);
    add_fault(r, FAULT_NO_TIMES, line);
    cues_begin(&r->cues, -1, -1);
}

/* Lines of WebVTT that are no cues, if such begin at `line`: *behind is the line behind them. */
static bool skip_block(struct captions *r, ptrdiff_t line, ptrdiff_t *behind)
{
    struct str s = line_at(r, line), word = str_trim(s);
    enum reason reason = REASON_NONE;
    if (str_eq(word, S("NOTE")) || str_starts(s, S("NOTE ")))
        reason = REASON_COMMENT;
    else if (!r->in_cue && (str_eq(word, S("STYLE")) || str_eq(word, S("REGION"))))
        reason = REASON_MARKUP;
    if (reason != REASON_NONE)
        *behind = dispose_block(r, line, reason);
    return reason != REASON_NONE;
}

static void read_words(struct captions *r, struct str line)
{
    ptrdiff_t begin = line.ptr - r->s->bytes.ptr;
    if (!r->in_cue)
        cues_begin(&r->cues, -1, -1);
    r->in_cue = true;
    take_line(r, begin, begin + line.len);
}

/* Cues from `line` on. What stands behind a blank line of a cue belongs to it when no time follows. */
static void read_cues(struct captions *r, ptrdiff_t line, bool webvtt)
{
    bool apart = true; /* behind a blank line, or what belongs to the cue's head */
    int64_t number = -1;
    for (bool blank; line <= r->s->line_count; line++, apart = blank) {
        struct str s = line_at(r, line);
        struct cue_time t;
        blank = !str_trim(s).len;
        if (blank)
            continue;
        if (cue_time_of(&t, s)) {
            if (!apart)
                add_fault(r, FAULT_NOT_APART, line);
            begin_cue(r, line, &t);
            continue;
        }
        int64_t counted = number_of(s);
        bool named = cue_time_of(&t, line_at(r, line + 1));
        if (named && (counted >= 0 || (webvtt && apart))) {
            if (!apart)
                add_fault(r, FAULT_NOT_APART, line);
            dispose_line(r, line, counted >= 0 ? REASON_LINE_NUMBER : REASON_METADATA);
            number = counted;
            blank = true;
        } else if (!webvtt && apart && number >= 0 && counted == number + 1) {
            begin_without_times(r, line);
            number = counted;
        } else if (webvtt && apart && skip_block(r, line, &line)) {
            blank = true;
        } else {
            read_words(r, s);
        }
    }
    cues_finish(&r->cues);
}

/* "Language: en" in the head that some programs write. */
static void read_head_line(struct captions *r, ptrdiff_t line)
{
    struct str s = line_at(r, line), key, value;
    ptrdiff_t begin = s.ptr - r->s->bytes.ptr;
    bool language = str_cut(s, ':', &key, &value) &&
                    str_eq_ascii_case(key, S("language")) && str_trim(value).len;
    if (!language) {
        document_dispose(r->doc, r->a, begin, begin + s.len, REASON_METADATA);
        return;
    }
    struct str trimmed = str_trim(value);
    ptrdiff_t from = trimmed.ptr - r->s->bytes.ptr;
    document_dispose(r->doc, r->a, begin, from, REASON_METADATA);
    document_add(r->doc, r->a, BLOCK_METADATA,
                 text_verbatim(r->a, r->s, from, from + trimmed.len))
        ->key = S("language");
}

static struct captions captions_of(struct document *doc, struct arena *a,
                                   const struct source *s)
{
    return (struct captions){.doc = doc, .a = a, .s = s, .cues = {.doc = doc, .a = a}};
}

static int sniff_webvtt(const struct source *s)
{
    ptrdiff_t head = head_line(s);
    struct str line = source_line(s, head);
    line = head == 1 ? line : str_trim(line);
    bool begins = str_starts(line, S("WEBVTT"));
    return begins && (line.len == 6 || line.ptr[6] == ' ' || line.ptr[6] == '\t') ? 100
                                                                                  : 0;
}

static enum bc_status read_as_webvtt(struct document *doc, struct arena *a,
                                     const struct source *s, struct diag *d)
{
    struct captions r = captions_of(doc, a, s);
    ptrdiff_t line = 1;
    if (sniff_webvtt(s)) {
        struct str head = str_trim(line_at(&r, line = head_line(s)));
        ptrdiff_t mark = head.ptr - s->bytes.ptr;
        document_dispose(doc, a, mark, mark + 6, REASON_MARKUP);
        document_dispose(doc, a, mark + 6, mark + head.len, REASON_METADATA);
        struct cue_time t;
        for (line++; line <= s->line_count && str_trim(line_at(&r, line)).len &&
                     !cue_time_of(&t, line_at(&r, line));
             line++)
            read_head_line(&r, line);
    }
    read_cues(&r, line, true);
    tell_faults(&r, d);
    return BC_OK;
}

/* A time line among the first lines, with nothing but a number before it. */
static int sniff_subrip(const struct source *s)
{
    int before = 0;
    for (ptrdiff_t line = 1; line <= s->line_count && line <= SNIFF_LINES; line++) {
        struct str content = source_line(s, line);
        struct cue_time t;
        if (!str_trim(content).len)
            continue;
        if (cue_time_of(&t, content))
            return 95;
        if (before++ || number_of(content) < 0)
            return 0;
    }
    return 0;
}

static enum bc_status read_as_subrip(struct document *doc, struct arena *a,
                                     const struct source *s, struct diag *d)
{
    struct captions r = captions_of(doc, a, s);
    read_cues(&r, 1, false);
    tell_faults(&r, d);
    return BC_OK;
}

const struct reader read_webvtt = {"webvtt", sniff_webvtt, read_as_webvtt};
const struct reader read_subrip = {"subrip", sniff_subrip, read_as_subrip};
