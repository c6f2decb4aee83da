#include "turns/directions_out.h"

#include "transcript/fold.h"

/* Does a mark follow that stands close to the word before? */
static bool tight_at(struct str s, ptrdiff_t at)
{
    return at < s.len && (s.ptr[at] == '.' || s.ptr[at] == ',' || s.ptr[at] == ';' ||
                          s.ptr[at] == '?' || s.ptr[at] == '!');
}

/* Where the direction ends together with a full stop that closes nothing: "this month. (Applause)."
 */
static ptrdiff_t behind_empty_stop(struct str s, const struct direction *d)
{
    ptrdiff_t at = d->begin;
    while (at > 0 && s.ptr[at - 1] == ' ')
        at--;
    bool ended =
        !at || s.ptr[at - 1] == '.' || s.ptr[at - 1] == '?' || s.ptr[at - 1] == '!';
    bool stop = d->end < s.len && s.ptr[d->end] == '.' &&
                (d->end + 1 == s.len || s.ptr[d->end + 1] != '.');
    return d->end + (d->reason == REASON_STAGE_DIRECTION && ended && stop);
}

struct text directions_without(struct arena *a, struct text whole,
                               const struct found_directions *found)
{
    if (!found->count)
        return fold_text(a, whole);
    struct textbuf kept = {.arena = a, .source = whole.source};
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; i <= found->count; i++) {
        ptrdiff_t end = i < found->count ? found->items[i].begin : whole.str.len;
        bool tight = i < found->count && tight_at(whole.str, found->items[i].end);
        while (tight && end > at && whole.str.ptr[end - 1] == ' ')
            end--;
        textbuf_text(&kept, text_slice(a, whole, at, end));
        if (i == found->count)
            break;
        /* "right(laughter)and" are two words */
        if (found->items[i].reason != REASON_MARKUP && !tight)
            textbuf_text(&kept, text_added(a, S(" ")));
        at = found->items[i].end;
    }
    return fold_text(a, textbuf_done(&kept));
}

struct found_directions directions_find(struct arena *a, struct str s, char stage,
                                        bool at_label)
{
    struct found_directions found = {0};
    struct direction d = {0};
    while (direction_next(&d, s, d.end, stage, at_label)) {
        d.end = behind_empty_stop(s, &d);
        *arena_push(a, found.items, found.count, found.capacity) = d;
    }
    return found;
}
