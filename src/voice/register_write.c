/* A register with people added: only their lines are new. */
#include <stdlib.h>

#include "base/unicode.h"
#include "base/yaml.h"
#include "voice/register.h"

struct line {
    struct str folded; /* the name, case-folded */
    const struct newcomer *person;
};

static int by_name(const void *x, const void *y)
{
    const struct line *a = x, *b = y;
    int order = str_compare(a->folded, b->folded);
    return order ? order : str_compare(a->person->name, b->person->name);
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static ptrdiff_t line_begin(struct str s, ptrdiff_t at)
{
    while (at > 0 && !is_line_end(s.ptr[at - 1]))
        at--;
    return at;
}

/* Behind the line end behind `at`. */
static ptrdiff_t next_line(struct str s, ptrdiff_t at)
{
    while (at < s.len && !is_line_end(s.ptr[at]))
        at++;
    at += at + 1 < s.len && s.ptr[at] == '\r' && s.ptr[at + 1] == '\n';
    return at < s.len ? at + 1 : at;
}

/* Where a line before entry `i` belongs: before the comments right above it, which are about it. Those
 * above the first one may be about all. */
static ptrdiff_t before_entry(const struct cast_register *r, ptrdiff_t i)
{
    struct str s = r->source->bytes;
    ptrdiff_t at = line_begin(s, r->entries[i].key.begin);
    while (i > 0 && at > r->entries[i - 1].end) {
        ptrdiff_t above = at - 1;
        above -= above > 0 && s.ptr[above] == '\n' && s.ptr[above - 1] == '\r';
        above = line_begin(s, above);
        if (above <= r->entries[i - 1].end ||
            !str_starts(str_trim(str_slice(s, above, at)), S("#")))
            break;
        at = above;
    }
    return at;
}

static bool is_sorted(const struct cast_register *r, struct str *folded)
{
    for (ptrdiff_t i = 1; i < r->count; i++)
        if (str_compare(folded[i - 1], folded[i]) > 0)
            return false;
    return true;
}

static void add_line(struct strbuf *out, const struct cast_register *r,
                     const struct newcomer *p)
{
    ptrdiff_t indent = 0;
    if (r->count) {
        ptrdiff_t at = r->entries[0].key.begin;
        indent = at - line_begin(r->source->bytes, at);
    }
    if (out->len && !is_line_end(out->ptr[out->len - 1]))
        strbuf_add_byte(out, '\n');
    strbuf_addf(out, "%*s", (int)indent, "");
    yaml_quote(out, p->name, false);
    strbuf_add(out, S(": "));
    yaml_quote(out, p->voice, false);
    strbuf_add_byte(out, '\n');
}

/* "Ola: {say: Oola}" -> "Ola: {voice: tenor, say: Oola}". Returns up to where the file is copied. */
static ptrdiff_t add_voice(struct strbuf *out, const struct cast_register_entry *e,
                           struct str voice, ptrdiff_t done)
{
    struct str file = e->key.source->bytes;
    strbuf_add(out, str_slice(file, done, e->inside));
    strbuf_add(out, S("voice: "));
    yaml_quote(out, voice, e->in_braces);
    if (!e->in_braces)
        strbuf_addf(out, "\n%*s", (int)(e->inside - line_begin(file, e->inside)), "");
    else if (file.ptr[e->inside] != '}')
        strbuf_add(out, S(", "));
    return e->inside;
}

struct str cast_register_with(struct arena *a, const struct cast_register *r,
                              const struct newcomer *people, ptrdiff_t count)
{
    struct arena scratch = {0};
    struct strbuf out = {.arena = a};
    struct str file = r->source->bytes;
    struct line *lines = arena_array(&scratch, struct line, count);
    struct str *folded = arena_array(&scratch, struct str, r->count);
    struct str *voices = arena_array(&scratch, struct str, r->count);
    ptrdiff_t all = count;
    count = 0;
    for (ptrdiff_t i = 0; i < all; i++) {
        if (people[i].entry < 0)
            lines[count++] =
                (struct line){unicode_fold(&scratch, people[i].name), &people[i]};
        else
            voices[people[i].entry] = people[i].voice;
    }
    for (ptrdiff_t i = 0; i < r->count; i++)
        folded[i] = unicode_fold(&scratch, r->entries[i].speaker);
    if (count > 1)
        qsort(lines, (size_t)count, sizeof *lines, by_name);
    bool sorted = is_sorted(r, folded);
    ptrdiff_t done = 0, next = 0;
    for (ptrdiff_t i = 0; i < r->count; i++) {
        for (bool first = true;
             sorted && next < count && str_compare(lines[next].folded, folded[i]) < 0;
             next++, first = false) {
            ptrdiff_t at = before_entry(r, i);
            if (first)
                strbuf_add(&out, str_slice(file, done, at));
            done = at;
            add_line(&out, r, lines[next].person);
        }
        if (voices[i].len)
            done = add_voice(&out, &r->entries[i], voices[i], done);
    }
    ptrdiff_t end = r->count ? next_line(file, r->entries[r->count - 1].end) : file.len;
    strbuf_add(&out, str_slice(file, done, end));
    while (next < count)
        add_line(&out, r, lines[next++].person);
    strbuf_add(&out, str_slice(file, end, file.len));
    arena_clear(&scratch);
    return strbuf_str(&out);
}
