/* HTML: a fragment, or a page saved whole. */
#include "transcript/html_blocks.h"
#include "transcript/html_tree.h"
#include "transcript/read.h"

enum { SNIFFED_BYTES = 64 << 10, TAGS_LEAST = 3, BYTES_PER_TAG_MOST = 1200 };

struct look {
    bool page;      /* a doctype, <html>, <head> or <body> */
    bool begins;    /* nothing but blanks and comments before the first tag */
    int blocks;     /* tags that begin a block or a line */
    int others;     /* tags that HTML does not know */
    ptrdiff_t text; /* bytes between the tags */
};

static void look_at(struct look *look, const struct markup_token *t, struct str s)
{
    struct str token = str_slice(s, t->begin, t->end);
    const struct html_element *e = html_element(t->name);
    if (t->kind == MARKUP_TEXT) {
        look->text += str_trim(token).len;
    } else if (t->kind == MARKUP_DECLARATION) {
        look->page =
            look->page || str_eq_ascii_case(str_slice(token, 0, 14), S("<!doctype html"));
    } else if (t->kind == MARKUP_OPEN) {
        look->begins = look->begins || !look->text;
        look->page = look->page || (e->class == HTML_ROOT && !look->text);
        look->others += !e->name[0];
        look->blocks += e->class == HTML_CITE ||
                        (e->class >= HTML_BLOCK && e->class <= HTML_PRE) ||
                        e->class == HTML_MAIN || e->class == HTML_BESIDE;
    }
}

static struct look look_into(const struct source *s, ptrdiff_t most)
{
    struct look look = {0};
    struct markup_scanner m = {.s = str_slice(s->bytes, s->text_begin, most)};
    for (struct markup_token t; markup_next(&t, &m);)
        look_at(&look, &t, m.s);
    return look;
}

/* A file in which a stray <b> stands is text, which takes tags out as well. */
static int sniff(const struct source *s)
{
    struct look look = look_into(s, SNIFFED_BYTES);
    if (look.page && look.begins)
        return 95;
    bool dense =
        look.blocks >= TAGS_LEAST && look.text < look.blocks * BYTES_PER_TAG_MOST;
    return look.begins && dense && look.others <= look.blocks ? 85 : 0;
}

static enum bc_status read(struct document *doc, struct arena *a, const struct source *s,
                           struct diag *d)
{
    (void)d;
    struct text work = text_verbatim(a, s, s->text_begin, s->bytes.len);
    struct html_form form = {.page = look_into(s, SNIFFED_BYTES).page};
    html_blocks_add(doc, a, work, form);
    return BC_OK;
}

const struct reader read_html = {"html", sniff, read};
