#include "turns/gloss.h"

#include "base/unicode.h"

enum { GLOSS_LONGEST = 12 };

/* Is every letter of `initials` the first letter of the next word of `name`? */
static bool are_initials(struct str initials, struct str name)
{
    ptrdiff_t at = 0;
    for (struct str word; (word = next_word(&name)).len;) {
        ptrdiff_t begin = 0;
        if (at >= initials.len || utf8_next(initials, &at) != utf8_next(word, &begin))
            return false;
    }
    return at == initials.len;
}

struct str gloss_of(const struct label_string *s)
{
    const struct label_shape *w = &s->shape;
    struct str gloss = w->described;
    ptrdiff_t at = gloss.ptr ? gloss.ptr - s->printed.ptr : 0;
    ptrdiff_t close = str_find_byte(gloss, ')'); /* "Lund Ek (LE), Radio:" */
    gloss = close < 0 ? gloss : str_slice(gloss, 0, close);
    if (at < 1 || s->printed.ptr[at - 1] != '(' || !gloss.len ||
        gloss.len > GLOSS_LONGEST)
        return S("");
    return are_initials(gloss, w->name) ? gloss : S("");
}

ptrdiff_t gloss_string(const struct labels *labels, ptrdiff_t i)
{
    struct str gloss = gloss_of(&labels->strings[i]);
    if (!gloss.len)
        return -1;
    struct arena scratch = {0};
    ptrdiff_t found = strset_find(&labels->keys, label_key(&scratch, gloss));
    arena_clear(&scratch);
    return found;
}

void gloss_accept(struct labels *labels)
{
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        ptrdiff_t brief = gloss_string(labels, i);
        if (brief < 0 || brief == i)
            continue;
        struct label_string *full = &labels->strings[i], *other = &labels->strings[brief];
        if (full->accepted || other->accepted || other->count > 1)
            full->accepted = other->accepted = true;
    }
}
