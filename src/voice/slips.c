#include "voice/slips.h"

#include "base/unicode.h"

enum {
    COMPARISONS_MOST = 20000,
    WORDS_MOST = 8, /* of a name */
    NAMED_MOST = 3, /* people in a message */
};

struct name {
    struct str printed, folded;
    struct str words[WORDS_MOST]; /* of `folded` */
    int word_count;
};

/* Names that the script gives and the register lacks. */
struct unknown {
    struct name *names;
    struct str *printed;
    ptrdiff_t count;
};

static struct name name_of(struct arena *a, struct str printed)
{
    struct name n = {.printed = printed, .folded = unicode_fold(a, printed)};
    struct str s = n.folded;
    for (ptrdiff_t at = 0, begin = 0; at <= s.len && n.word_count < WORDS_MOST; at++) {
        if (at < s.len && s.ptr[at] != ' ' && s.ptr[at] != '.' && s.ptr[at] != ',')
            continue;
        if (at > begin)
            n.words[n.word_count++] = str_slice(s, begin, at);
        begin = at + 1;
    }
    return n;
}

/* Are all words of `x` among those of `y`? */
static bool is_part(const struct name *x, const struct name *y)
{
    int found = 0;
    for (int i = 0; i < x->word_count; i++)
        for (int k = 0; k < y->word_count; k++)
            if (str_eq(x->words[i], y->words[k])) {
                found++;
                break;
            }
    return found > 0 && found == x->word_count;
}

static struct str find_alike(const struct unknown *u, const struct name *entry)
{
    struct str near = diag_nearest(entry->printed, u->printed, u->count);
    for (ptrdiff_t i = 0; i < u->count && !near.len; i++)
        if (is_part(entry, &u->names[i]) || is_part(&u->names[i], entry))
            near = u->printed[i];
    return near;
}

static struct unknown find_unknown(const struct script *s, const ptrdiff_t *entries,
                                   struct arena *a)
{
    struct unknown u = {arena_array(a, struct name, s->cast_count),
                        arena_array(a, struct str, s->cast_count), 0};
    for (ptrdiff_t i = 0; i < s->cast_count; i++) {
        const struct cast_entry *e = &s->cast[i];
        if (entries[i] >= 0 || e->voice_count || e->anonymous ||
            str_eq(e->speaker, NARRATOR))
            continue;
        u.printed[u.count] = e->speaker;
        u.names[u.count++] = name_of(a, e->speaker);
    }
    return u;
}

/* "without an entry: Ann Lee, Bo Strand, Cy Okel and 2 more" */
static struct str list_unknown(const struct unknown *u, struct arena *a)
{
    struct strbuf b = {.arena = a};
    strbuf_add(&b, S("without an entry: "));
    for (ptrdiff_t i = 0; i < u->count && i < NAMED_MOST; i++)
        strbuf_addf(&b, "%s'%.*s'", i ? ", " : "", STR_ARGS(u->printed[i]));
    if (u->count > NAMED_MOST)
        strbuf_addf(&b, " and %td more", u->count - NAMED_MOST);
    return strbuf_str(&b);
}

static void tell(const struct cast_register_entry *e, struct str alike,
                 const struct unknown *u, bool own, struct arena *a, struct diag *d)
{
    if (alike.len)
        diag_warning(d, e->key, "cast-nobody",
                     str_z(a, str_format(a,
                                         "did you mean '%.*s'? If they are one person, "
                                         "aliases: ['%.*s'] says so",
                                         STR_ARGS(alike), STR_ARGS(alike))),
                     "nobody here is called '%.*s'", STR_ARGS(e->speaker));
    else if (own)
        diag_note(d, e->key, "cast-nobody", str_z(a, list_unknown(u, a)),
                  "nobody here is called '%.*s'", STR_ARGS(e->speaker));
}

void slips_tell(const struct script *s, const struct cast_register *r,
                const ptrdiff_t *entries, struct diag *d)
{
    struct arena scratch = {0};
    struct unknown u = find_unknown(s, entries, &scratch);
    bool *met = arena_array(&scratch, bool, r->count);
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        if (entries[i] >= 0)
            met[entries[i]] = true;
    bool own = u.count > 0 && r->count <= s->cast_count;
    for (ptrdiff_t i = 0; i < r->count && r->count * u.count <= COMPARISONS_MOST; i++) {
        struct arena one = {0};
        struct name name = name_of(&one, r->entries[i].speaker);
        if (!met[i] && u.count)
            tell(&r->entries[i], find_alike(&u, &name), &u, own, &one, d);
        arena_clear(&one);
    }
    arena_clear(&scratch);
}
