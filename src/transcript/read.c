#include "transcript/read.h"

/* In order of preference when two are equally sure. */
static const struct reader *const readers[] = {
    &read_text,
    &read_markdown,
};

enum bc_status read_document(struct document **out, struct arena *a,
                             const struct source *s, struct diag *d)
{
    const struct reader *best = readers[0];
    int surest = best->sniff(s);
    for (size_t i = 1; i < sizeof readers / sizeof *readers; i++) {
        int sure = readers[i]->sniff(s);
        if (sure > surest) {
            best = readers[i];
            surest = sure;
        }
    }
    struct document *doc = *out = arena_new(a, struct document);
    doc->source = s;
    doc->format = best->name;
    return best->read(doc, a, s, d);
}
