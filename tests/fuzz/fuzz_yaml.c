/* A YAML document of anybody: front matter, profiles, registers. */
#include "base/source_open.h"
#include "base/yaml.h"
#include "fuzz.h"

static void quote_all(struct arena *a, const struct yaml_node *node, int depth)
{
    REQUIRE(depth <= 40);
    if (node->kind == YAML_SCALAR) {
        /* What is quoted parses back to the same. */
        struct strbuf quoted = {.arena = a};
        strbuf_add(&quoted, S("k: "));
        yaml_quote(&quoted, node->text.str, false);
        strbuf_add(&quoted, S("\n"));
        const struct source *s = source_make(a, S("quoted"), strbuf_str(&quoted));
        struct diag d = {.arena = a};
        const struct yaml_node *back;
        REQUIRE(yaml_parse(&back, a, s, 0, s->bytes.len, &d) == BC_OK);
        const struct yaml_node *value = yaml_get(back, S("k"));
        REQUIRE(value && value->kind == YAML_SCALAR);
        REQUIRE(str_eq(value->text.str, node->text.str));
        return;
    }
    ptrdiff_t children = node->kind == YAML_MAPPING ? 2 * node->count : node->count;
    for (ptrdiff_t i = 0; i < children; i++)
        quote_all(a, node->items[i], depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    const struct source *s;
    enum bc_status status = source_open(
        &s, &a, S("input.yaml"), (struct str){(const char *)data, (ptrdiff_t)size}, &d);
    if (status == BC_OK) {
        const struct yaml_node *node = NULL;
        status = yaml_parse(&node, &a, s, 0, s->bytes.len, &d);
        if (status == BC_OK && node)
            quote_all(&a, node, 0);
    }
    show_all(&d, status);
    arena_clear(&a);
    return 0;
}
