#include "transcript/commonmark.h"

#include <malloc.h>
#include <string.h>

#include <cmark.h>

enum { TRIMMED_LEAST = 1 << 20 };

/* Characters that a block's mark-up is made of, when they stand before the line's words. */
static bool is_structure(char c)
{
    return c == ' ' || c == '\t' || c == '>' || c == '#' || c == '-' || c == '+' ||
           c == '*' || c == '_' || c == '=' || c == '`' || c == '~' || c == '.' ||
           c == ')' || (c >= '0' && c <= '9');
}

static char *make_skeleton(struct arena *a, struct str text)
{
    char *s = arena_alloc(a, text.len + 1, 1);
    bool before_words = true, ticks = false;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\n' || c == '\r') {
            before_words = true;
            ticks = false;
        } else if (before_words && is_structure(c)) {
            ticks = ticks || c == '`';
        } else {
            before_words = false;
            /* a code span in backticks must not be taken for a fence */
            if (c != ' ' && c != '\t' && !(ticks && c == '`'))
                c = 'x';
        }
        s[i] = c;
    }
    return s;
}

static bool leaf_of(struct leaf *leaf, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        leaf->kind = LEAF_PARAGRAPH;
        break;
    case CMARK_NODE_HEADING:
        leaf->kind = LEAF_HEADING;
        leaf->level = cmark_node_get_heading_level(node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        leaf->kind = LEAF_CODE;
        leaf->fenced = cmark_node_get_fence_info(node)[0] != 0;
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        leaf->kind = LEAF_RULE;
        break;
    default:
        return false;
    }
    leaf->first_line = cmark_node_get_start_line(node);
    leaf->last_line = cmark_node_get_end_line(node);
    leaf->column = cmark_node_get_start_column(node) - 1;
    return true;
}

ptrdiff_t commonmark_leaves(struct leaf **out, struct arena *a, struct str text)
{
    struct arena scratch = {0};
    const char *skeleton = make_skeleton(&scratch, text);
    cmark_node *root =
        cmark_parse_document(skeleton, (size_t)text.len, CMARK_OPT_DEFAULT);
    arena_clear(&scratch);
    cmark_iter *it = cmark_iter_new(root);
    struct leaf *leaves = NULL;
    ptrdiff_t count = 0, capacity = 0;
    int quotes = 0, depth = 0;
    for (cmark_event_type e = cmark_iter_next(it); e != CMARK_EVENT_DONE;
         e = cmark_iter_next(it)) {
        cmark_node *node = cmark_iter_get_node(it);
        cmark_node_type type = cmark_node_get_type(node);
        int step = e == CMARK_EVENT_ENTER ? 1 : -1;
        quotes += type == CMARK_NODE_BLOCK_QUOTE ? step : 0;
        depth += type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM ? step : 0;
        struct leaf leaf = {.quotes = quotes, .depth = depth};
        if (step > 0 && leaf_of(&leaf, node))
            *arena_push(a, leaves, count, capacity) = leaf;
    }
    cmark_iter_free(it);
    cmark_node_free(root);
    if (text.len >=
        TRIMMED_LEAST) /* a tree is many small pieces, which malloc would keep */
        malloc_trim(0);
    *out = leaves;
    return count;
}

struct str commonmark_entity(struct arena *a, struct str entity)
{
    static const struct {
        const char *entity, *text;
    } usual[] = {{"&amp;", "&"},   {"&lt;", "<"},  {"&gt;", ">"},
                 {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", "\u00a0"}};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (str_eq(entity, str_from(usual[i].entity)))
            return str_from(usual[i].text);
    cmark_node *root =
        cmark_parse_document(entity.ptr, (size_t)entity.len, CMARK_OPT_DEFAULT);
    cmark_node *paragraph = cmark_node_first_child(root);
    cmark_node *node = paragraph ? cmark_node_first_child(paragraph) : NULL;
    const char *text = node ? cmark_node_get_literal(node) : NULL;
    bool decoded =
        text && !cmark_node_next(node) && text[0] && !str_eq(str_from(text), entity);
    struct str result = decoded ? str_copy(a, str_from(text)) : S("");
    cmark_node_free(root);
    return result;
}
