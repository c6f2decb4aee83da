/* E-books: the package document's title and date, and the chapters as the HTML that they are. */
#include "transcript/html_blocks.h"
#include "transcript/office.h"
#include "transcript/read.h"

static int sniff(const struct source *s)
{
    return office_is(s, "epub") ? 100 : 0;
}

static enum bc_status read(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d)
{
    enum bc_status status = office_require(s, "epub", d);
    if (status != BC_OK)
        return status;
    struct office o = office_make(doc, a);
    status = office_properties(&o, 0, true, d);
    for (ptrdiff_t i = 1; i < s->part_count && status == BC_OK; i++) {
        struct text work = text_verbatim(a, s, s->parts[i].begin, source_part_end(s, i));
        html_blocks_add(doc, a, work, (struct html_form){0});
    }
    office_release(&o);
    return status;
}

const struct reader read_epub = {"epub", sniff, read};
