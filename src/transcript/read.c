#include "transcript/read.h"

#include <assert.h>
#include <string.h>

#define READERS_ADDRESS(name) &read_##name,
static const struct reader *const readers[] = {READERS(READERS_ADDRESS)};
#define READERS_NAME(name) #name,
const char *const read_formats[] = {"auto", READERS(READERS_NAME) NULL};

enum { READER_COUNT = sizeof readers / sizeof *readers };

static const struct reader *find_named(const char *format)
{
    for (size_t i = 0; i < READER_COUNT; i++)
        if (!strcmp(format, readers[i]->name))
            return readers[i];
    return NULL;
}

static const struct reader *find_surest(const struct source *s)
{
    const struct reader *best = readers[0];
    int surest = best->sniff(s);
    for (size_t i = 1; i < READER_COUNT; i++) {
        int sure = readers[i]->sniff(s);
        if (sure > surest) {
            best = readers[i];
            surest = sure;
        }
    }
    return best;
}

/* A file that is named as what only programs write, and is none: a hint that somebody renamed it, or
 * that its beginning is lost. */
static void tell_of_name(const struct source *s, const struct reader *reader,
                         struct diag *d)
{
    static const char *const suffixes[] = {".docx", ".odt",  ".epub", ".vtt", ".srt",
                                           ".json", ".html", ".htm",  ".xml"};
    if (strcmp(reader->name, "text") != 0 && strcmp(reader->name, "markdown") != 0)
        return;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        struct str suffix = str_from(suffixes[i]);
        struct str end = str_slice(s->name, s->name.len - suffix.len, s->name.len);
        if (str_eq_ascii_case(end, suffix))
            diag_note(d, place_of(s, 0, 0), "format", "--from names another format",
                      "named %s, and read as %s", suffixes[i], reader->name);
    }
}

enum bc_status read_document(struct document **out, struct arena *a,
                             const struct source *s, const char *format, struct diag *d)
{
    bool by_content = !format || !strcmp(format, read_formats[0]);
    const struct reader *reader = by_content ? find_surest(s) : find_named(format);
    assert(reader); /* the options' table let nothing else pass */
    struct document *doc = *out = arena_new(a, struct document);
    doc->source = s;
    doc->format = reader->name;
    if (by_content)
        tell_of_name(s, reader, d);
    document_dispose(doc, a, 0, s->text_begin, REASON_UNSPEAKABLE);
    return reader->read(doc, a, s, d);
}
