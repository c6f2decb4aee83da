/* Transcripts in JSON: Podcasting 2.0 (segments with speaker, startTime, body), and what speech
 * recognisers and archives write, which differs in names only: an array of objects, each with a
 * text, and perhaps with who says it and when.
 */
#include "transcript/cues.h"
#include "transcript/json_walk.h"
#include "transcript/read.h"

enum { PATHS_MOST = 32, MS_LEAST = 120 };

struct range {
    ptrdiff_t begin, end; /* end 0: none */
};

/* An object or array that is open. */
struct frame {
    bool object;
    ptrdiff_t begin;
    uint64_t path; /* hash of the keys that lead to it */
    struct range text, speaker;
    int speaker_rank;           /* how well its key says that it is a name */
    bool announced;             /* the speaker has been said for a text inside */
    struct range start, finish; /* numbers */
};

/* Objects with a text that stand in arrays of one path. */
struct path {
    uint64_t path;
    int depth;
    ptrdiff_t count, speakers, bytes;
};

struct json_reader {
    struct document *doc;
    struct arena *a;
    const struct source *s;
    struct json_walk walk;
    struct frame frames[JSON_DEPTH_MOST + 2];
    struct path paths[PATHS_MOST];
    int path_count;
    const struct path *chosen; /* NULL while they are counted */
    struct cues cues;
    ptrdiff_t done; /* source bytes that are settled */
};

static int key_rank(struct str key, const char *const *keys)
{
    for (int i = 0; keys[i]; i++)
        if (str_eq_ascii_case(key, str_from(keys[i])))
            return i + 1;
    return 0;
}

static int text_rank(struct str key)
{
    static const char *const keys[] = {"body",      "text",    "transcript", "content",
                                       "utterance", "message", NULL};
    return key_rank(key, keys);
}

/* The better a key says that its value is a name, the higher. */
static int speaker_rank(struct str key)
{
    static const char *const keys[] = {
        "role",         "name",    "who",          "speaker_id",  "speaker_label",
        "speakerLabel", "speaker", "speaker_name", "speakerName", NULL};
    return key_rank(key, keys);
}

static bool is_start(struct str key)
{
    static const char *const keys[] = {"startTime", "start", "start_time", "begin", NULL};
    return key_rank(key, keys) > 0;
}

static bool is_finish(struct str key)
{
    static const char *const keys[] = {"endTime", "end", "end_time", NULL};
    return key_rank(key, keys) > 0;
}

static struct str bytes_of(const struct json_reader *r, struct range x)
{
    return str_slice(r->s->bytes, x.begin, x.end);
}

static uint64_t hash_key(uint64_t path, struct str key)
{
    path = hash_add(path, 0x1F);
    for (ptrdiff_t i = 0; i < key.len; i++)
        path = hash_add(path, (unsigned char)key.ptr[i]);
    return path;
}

/* A member of the object that is open. */
static void take_member(struct json_reader *r, struct frame *f)
{
    const struct json_walk *w = &r->walk;
    struct range value = {w->begin, w->end};
    if (value.begin == value.end || str_eq(bytes_of(r, value), S("null")))
        return;
    int rank = speaker_rank(w->key);
    if (w->is_string && text_rank(w->key) && !f->text.end) {
        f->text = value;
    } else if (rank && rank > f->speaker_rank) {
        f->speaker = value;
        f->speaker_rank = rank;
    } else if (!w->is_string && is_start(w->key)) {
        f->start = value;
    } else if (!w->is_string && is_finish(w->key)) {
        f->finish = value;
    }
}

/* ---- which array ---- */

/* Who says the text of an object at `depth`, when it does not say so itself: {"speaker": ...,
 * "blocks": [{"text": ...}]} says it around. NULL: nobody. */
static struct frame *speaker_around(struct json_reader *r, int depth)
{
    for (; depth > 1; depth--)
        if (r->frames[depth].object && r->frames[depth].speaker.end)
            return &r->frames[depth];
    return NULL;
}

static void count_object(struct json_reader *r, const struct frame *f, int depth)
{
    int i = 0;
    while (i < r->path_count && r->paths[i].path != f->path)
        i++;
    if (i == PATHS_MOST)
        return;
    struct path *p = &r->paths[i];
    if (i == r->path_count) {
        r->path_count++;
        *p = (struct path){.path = f->path, .depth = depth};
    }
    p->count++;
    p->speakers += f->speaker.end > 0 || speaker_around(r, depth);
    p->bytes += f->text.end - f->text.begin;
}

/* Speakers count most, then how much is said; of the same words twice the larger pieces. */
static bool is_better(const struct path *a, const struct path *b)
{
    if (!a->speakers != !b->speakers)
        return a->speakers > 0;
    if (a->bytes > 2 * b->bytes || b->bytes > 2 * a->bytes)
        return a->bytes > b->bytes;
    return a->depth != b->depth ? a->depth < b->depth : a->count < b->count;
}

static void choose(struct json_reader *r)
{
    for (int i = 0; i < r->path_count; i++)
        if (!r->chosen || is_better(&r->paths[i], r->chosen))
            r->chosen = &r->paths[i];
}

/* ---- what is said ---- */

static bool holds_words(struct str s)
{
    for (ptrdiff_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
            (c & 0x80))
            return true;
    }
    return false;
}

/* Everything up to `end` that is not settled. */
static void dispose_up_to(struct json_reader *r, ptrdiff_t end, enum reason reason)
{
    if (end <= r->done)
        return;
    if (reason == REASON_METADATA && !holds_words(str_slice(r->s->bytes, r->done, end)))
        reason = REASON_MARKUP;
    document_dispose(r->doc, r->a, r->done, end, reason);
    r->done = end;
}

static struct text decode(struct json_reader *r, struct range x)
{
    struct textbuf b = {.arena = &r->cues.scratch, .source = r->s};
    json_walk_string(r->doc, r->a, &b, x.begin, x.end);
    return textbuf_done(&b);
}

/* A body's lines; they are lines of captions, or its paragraphs. */
static void say_lines(struct json_reader *r, struct text t)
{
    for (ptrdiff_t from = 0; from < t.str.len;) {
        struct str rest = str_slice(t.str, from, t.str.len);
        ptrdiff_t end = str_find_byte(rest, '\n');
        end = end < 0 ? t.str.len : from + end;
        cues_text(&r->cues, text_slice(&r->cues.scratch, t, from, end));
        from = end + 1;
    }
}

static int64_t ms_of(const struct json_reader *r, struct range x)
{
    double seconds;
    if (!x.end || !str_to_double(bytes_of(r, x), &seconds) || !(seconds >= 0) ||
        seconds > 1e9)
        return -1;
    return (int64_t)(seconds * 1000 + 0.5);
}

static void begin_cue(struct json_reader *r, const struct frame *f)
{
    int64_t begin = ms_of(r, f->start), end = ms_of(r, f->finish);
    bool whole = begin >= 0 && end >= 0 &&
                 str_find_byte(bytes_of(r, f->start), '.') < 0 &&
                 str_find_byte(bytes_of(r, f->finish), '.') < 0;
    if (whole && end - begin >= 1000 * MS_LEAST) { /* they were milliseconds */
        begin /= 1000;
        end /= 1000;
    }
    cues_begin(&r->cues, begin, end);
}

/* Somebody is named before the object that `f` is a part of: once, for all of its parts. */
static void announce_around(struct json_reader *r, const struct frame *f)
{
    struct frame *around = f->speaker.end ? NULL : speaker_around(r, r->walk.depth);
    if (!around || around->announced || around->speaker.begin < r->done)
        return;
    around->announced = true;
    dispose_up_to(r, around->speaker.begin, REASON_METADATA);
    r->done = around->speaker.end;
    cues_speaker(&r->cues, decode(r, around->speaker));
}

/* The four values of an object, in the order in which they stand. */
static void say_object(struct json_reader *r, const struct frame *f)
{
    struct {
        struct range at;
        enum reason reason; /* REASON_NONE: its text is used */
    } parts[] = {{f->text, REASON_NONE},
                 {f->speaker, REASON_NONE},
                 {f->start, REASON_CLOCK_TIME},
                 {f->finish, REASON_CLOCK_TIME}};
    enum { PARTS = sizeof parts / sizeof *parts };
    if (f->begin < r->done)
        return; /* inside of another one */
    begin_cue(r, f);
    announce_around(r, f);
    dispose_up_to(r, f->begin, REASON_METADATA);
    for (ptrdiff_t done = f->begin;;) {
        int next = -1;
        for (int i = 0; i < PARTS; i++)
            if (parts[i].at.end && parts[i].at.begin >= done &&
                (next < 0 || parts[i].at.begin < parts[next].at.begin))
                next = i;
        if (next < 0)
            break;
        dispose_up_to(r, parts[next].at.begin, REASON_MARKUP);
        done = parts[next].at.end;
        if (parts[next].reason == REASON_NONE)
            r->done = done;
        else
            dispose_up_to(r, done, parts[next].reason);
    }
    dispose_up_to(r, r->walk.end, REASON_MARKUP);
    if (f->speaker.end)
        cues_speaker(&r->cues, decode(r, f->speaker));
    say_lines(r, decode(r, f->text));
}

/* "title", "language": of the whole. */
static void take_metadata(struct json_reader *r)
{
    static const char *const keys[] = {"title", "date", "language", NULL};
    const struct json_walk *w = &r->walk;
    int rank = key_rank(w->key, keys);
    if (!rank || !w->is_string || !str_trim(str_slice(r->s->bytes, w->begin, w->end)).len)
        return;
    struct textbuf b = {.arena = r->a, .source = r->s};
    dispose_up_to(r, w->begin, REASON_METADATA);
    json_walk_string(r->doc, r->a, &b, w->begin, w->end);
    r->done = w->end;
    struct text t = text_trim(r->a, textbuf_done(&b));
    if (t.str.len)
        document_add(r->doc, r->a, BLOCK_METADATA, t)->key = str_from(keys[rank - 1]);
}

static void close_frame(struct json_reader *r)
{
    int depth = r->walk.depth;
    const struct frame *f = &r->frames[depth + 1];
    struct frame *around = &r->frames[depth];
    if (!f->object)
        return;
    bool in_array = depth > 0 && !around->object;
    int rank = speaker_rank(r->walk.key);
    if (!in_array && rank && f->speaker.end && !f->text.end &&
        rank > around->speaker_rank) {
        around->speaker = f->speaker; /* "speaker": {"name": ...} */
        around->speaker_rank = rank;
    }
    if (!in_array || !f->text.end)
        return;
    if (!r->chosen)
        count_object(r, f, depth);
    else if (r->chosen->path == f->path)
        say_object(r, f);
}

/* Walks through all of it: to count, or, when an array is chosen, to read. */
static bool walk_through(struct json_reader *r, struct diag *d)
{
    r->walk = json_walk_of(r->s);
    r->frames[0] = (struct frame){0};
    for (;;) {
        enum json_event event = json_walk_next(&r->walk, d);
        int depth = r->walk.depth;
        if (event == JSON_WALK_END || event == JSON_WALK_WRONG)
            return event == JSON_WALK_END;
        if (event == JSON_WALK_OPEN) {
            r->frames[depth + 1] = (struct frame){
                .object = r->s->bytes.ptr[r->walk.begin] == '{',
                .begin = r->walk.begin,
                .path = hash_key(r->frames[depth].path, r->walk.key),
            };
        } else if (event == JSON_WALK_CLOSE) {
            close_frame(r);
        } else if (r->frames[depth].object && depth) {
            if (r->chosen && depth == 1)
                take_metadata(r);
            take_member(r, &r->frames[depth]);
        }
    }
}

/* An object with a key, or an array of objects. */
static int sniff(const struct source *s)
{
    struct json_walk w = json_walk_of(s);
    if (json_walk_next(&w, NULL) != JSON_WALK_OPEN)
        return 0;
    bool object = s->bytes.ptr[w.begin] == '{';
    enum json_event second = json_walk_next(&w, NULL);
    if (second == JSON_WALK_OPEN)
        return object || s->bytes.ptr[w.begin] == '{' ? 90 : 0;
    return object && second == JSON_WALK_SCALAR ? 90 : 0;
}

static enum bc_status read(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d)
{
    struct json_reader *r = arena_new(a, struct json_reader);
    *r = (struct json_reader){.doc = doc, .a = a, .s = s, .cues = {.doc = doc, .a = a}};
    if (!walk_through(r, d))
        return BC_EINPUT;
    choose(r);
    if (!r->chosen) {
        diag_error(d, place_of(s, 0, 0), "json-no-transcript",
                   "it wants an array of objects, each with a \"text\" or \"body\", and "
                   "a \"speaker\"",
                   "there is no transcript in this JSON");
        return BC_EINPUT;
    }
    r->done = s->text_begin;
    bool whole = walk_through(r, d);
    dispose_up_to(r, s->bytes.len, REASON_METADATA);
    cues_finish(&r->cues);
    return whole ? BC_OK : BC_EINPUT;
}

const struct reader read_json = {"json", sniff, read};
