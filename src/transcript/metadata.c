#include "transcript/metadata.h"

#include <stdlib.h>

#include "base/unicode.h"
#include "base/yaml.h"
#include "transcript/vocabulary.h"

/* Front matter longer than this is none: two rules that happen to frame something. But a script's
 * has a line for each of its speakers. */
enum { LINES_MOST = 1000 };

static bool is_key_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || c == '-' || c == '"' || c == '\'';
}

/* "title: ...", "tags:": the key, or "". */
static struct str key_of(struct str line)
{
    ptrdiff_t i = 0;
    while (i < line.len && is_key_byte(line.ptr[i]))
        i++;
    bool is = i > 0 && i < line.len && line.ptr[i] == ':' && line.ptr[0] != '-' &&
              (i + 1 == line.len || line.ptr[i + 1] == ' ');
    return is ? str_slice(line, 0, i) : S("");
}

/* Keys are words in lower case, or words of metadata. "Anna: Hello." between two rules is not. */
static bool is_field(struct str key)
{
    struct arena scratch = {0};
    char first = key.len ? key.ptr[0] : 'A';
    bool is = !(first >= 'A' && first <= 'Z') ||
              vocabulary_has(WORD_METADATA, unicode_lower(&scratch, key, S("")));
    arena_clear(&scratch);
    return is && key.len;
}

/* Is the line three dashes, or `other`, with nothing before them? */
static bool is_fence(struct str content, struct str other)
{
    struct str words = str_trim(content);
    return words.ptr == content.ptr && (str_eq(words, S("---")) || str_eq(words, other));
}

ptrdiff_t metadata_last_line(const struct source *s, ptrdiff_t line)
{
    if (!is_fence(source_line(s, line), S("---")))
        return 0;
    bool field = false, script = false;
    for (ptrdiff_t i = line + 1; i <= s->line_count && (i < line + LINES_MOST || script);
         i++) {
        struct str content = source_line(s, i);
        bool first = i == line + 1;
        if (is_fence(content, S("...")))
            return first || field ? i : 0;
        bool comment = str_starts(content, S("#"));
        if (first && !comment && !key_of(content).len)
            return 0;
        script = script || str_eq(key_of(content), S("briefcast"));
        field = field || is_field(key_of(content));
    }
    return 0;
}

/* Without invisible characters, which fall to what is disposed of. */
static struct text speakable(struct arena *a, struct text t)
{
    struct textbuf kept = {.arena = a, .source = t.source};
    ptrdiff_t from = 0;
    for (ptrdiff_t at = 0; at < t.str.len;) {
        ptrdiff_t begin = at;
        if (!document_is_unspeakable(utf8_next(t.str, &at)))
            continue;
        textbuf_text(&kept, text_slice(a, t, from, begin));
        from = at;
    }
    if (!from)
        return text_trim(a, t);
    textbuf_text(&kept, text_slice(a, t, from, t.str.len));
    return text_trim(a, textbuf_done(&kept));
}

static void add_values(struct document *doc, struct arena *a, struct str key,
                       const struct yaml_node *node)
{
    if (node->kind == YAML_SCALAR) {
        struct text t = speakable(a, node->text);
        if (t.str.len)
            document_add(doc, a, BLOCK_METADATA, t)->key = key;
        return;
    }
    if (node->kind == YAML_SEQUENCE) {
        for (ptrdiff_t i = 0; i < node->count; i++)
            add_values(doc, a, key, node->items[i]); /* base/yaml.h: depth at most 32 */
        return;
    }
    for (ptrdiff_t i = 0; i < node->count; i++)
        add_values(doc, a, key.len ? key : unicode_lower(a, yaml_key(node, i), S("")),
                   yaml_value(node, i));
}

static int compare_runs(const void *x, const void *y)
{
    const struct text_run *a = x, *b = y;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

/* Disposes of [begin, end) but for what the blocks from `first` on stand for. */
static void dispose_rest(struct document *doc, struct arena *a, ptrdiff_t first,
                         ptrdiff_t begin, ptrdiff_t end)
{
    struct arena scratch = {0};
    struct text_run *runs = NULL;
    ptrdiff_t count = 0, capacity = 0;
    for (ptrdiff_t i = first; i < doc->block_count; i++)
        for (ptrdiff_t j = 0; j < doc->blocks[i].text.run_count; j++)
            *arena_push(&scratch, runs, count, capacity) = doc->blocks[i].text.runs[j];
    if (count)
        qsort(runs, (size_t)count, sizeof *runs, compare_runs);
    for (ptrdiff_t i = 0; i < count; i++) {
        document_dispose(doc, a, begin, runs[i].begin, REASON_METADATA);
        begin = runs[i].end > begin ? runs[i].end : begin;
    }
    document_dispose(doc, a, begin, end, REASON_METADATA);
    arena_clear(&scratch);
}

void metadata_read(struct document *doc, struct arena *a, ptrdiff_t first, ptrdiff_t last,
                   struct diag *d)
{
    const struct source *s = doc->source;
    ptrdiff_t begin = s->line_starts[first - 1];
    ptrdiff_t end = last < s->line_count ? s->line_starts[last] : s->bytes.len;
    ptrdiff_t from = s->line_starts[first], to = s->line_starts[last - 1];
    struct diag trial = {.arena = a};
    const struct yaml_node *root = NULL;
    ptrdiff_t blocks = doc->block_count;
    if (yaml_parse(&root, a, s, from, to, &trial) != BC_OK)
        diag_warning(d, trial.count ? trial.entries[0].place : place_of(s, from, to),
                     "front-matter", "none of it is used",
                     "the front matter is not well-formed YAML%s%.*s",
                     trial.count ? ": " : "",
                     STR_ARGS(trial.count ? trial.entries[0].message : S("")));
    else if (root && root->kind == YAML_MAPPING)
        add_values(doc, a, S(""), root);
    dispose_rest(doc, a, blocks, begin, end);
}
