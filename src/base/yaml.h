/* base/yaml.h -- YAML documents as trees with places. (libyaml)
 *
 * Only what configuration needs: mappings, sequences, scalars. Anchors and aliases are
 * an error (a stranger's front matter could grow without bound), so are duplicate keys;
 * depth at most 32.
 *
 */
#ifndef BRIEFCAST_BASE_YAML_H
#define BRIEFCAST_BASE_YAML_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/status.h"
#include "base/text.h"

enum yaml_kind { YAML_SCALAR, YAML_SEQUENCE, YAML_MAPPING };

struct yaml_node {
    enum yaml_kind kind;
    struct place place;
    struct text
        text;   /* scalar: its value, mapped to the source; verbatim where it stands so */
    bool plain; /* scalar: neither quoted nor a block */
    const struct yaml_node *
        *items;      /* sequence: the elements; mapping: key, value, key, value ... */
    ptrdiff_t count; /* elements, or pairs */
};

/* Parses source bytes [begin, end) as one document. *out lives in `a`; NULL for an empty
 * document. BC_EINPUT: not well-formed; the reason and its place went to `d` (as errors
 * with code "yaml"). */
BC_CHECK enum bc_status yaml_parse(const struct yaml_node **out, struct arena *a,
                                   const struct source *s, ptrdiff_t begin, ptrdiff_t end,
                                   struct diag *d);
/* The value of `key` in a mapping; NULL when there is none (or node is NULL or no
 * mapping). */
const struct yaml_node *yaml_get(const struct yaml_node *mapping, struct str key);
struct str yaml_key(const struct yaml_node *mapping, ptrdiff_t i);
const struct yaml_node *yaml_value(const struct yaml_node *mapping, ptrdiff_t i);

/* `s` as a YAML scalar on one line that parses back to exactly `s` and as a string:
 * plain when that is safe, else double-quoted. `in_flow`: inside [] or {}. */
void yaml_quote(struct strbuf *out, struct str s, bool in_flow);

#endif
