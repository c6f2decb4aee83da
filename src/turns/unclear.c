#include "turns/unclear.h"

#include "turns/points.h"

static void better(const struct label_string **best, const struct label_string *s)
{
    if (!best[0] || s->points * s->count > best[0]->points * best[0]->count) {
        best[1] = best[0];
        best[0] = s;
    } else if (!best[1] || s->points * s->count > best[1]->points * best[1]->count) {
        best[1] = s;
    }
}

static const char *plural(const struct label_string *s)
{
    return s->count == 1 ? "" : "s";
}

void unclear_tell(struct diag *d, const struct layout *layout,
                  const struct labels *labels)
{
    const struct label_string *best[2] = {NULL, NULL};
    ptrdiff_t likely = 0;
    for (ptrdiff_t i = 0; i < labels->string_count; i++) {
        const struct label_string *s = &labels->strings[i];
        if (s->points < 1 || s->styles[LABEL_ALONE] + s->styles[LABEL_STOP] +
                                     s->styles[LABEL_STOP_BRACKET] +
                                     s->styles[LABEL_DASH] ==
                                 s->count)
            continue;
        better(best, s);
        likely += (s->count > 1 && s->points >= POINTS_WEAK) || s->points >= POINTS_STRONG
                      ? 2
                      : 1;
    }
    struct place whole =
        place_of(layout->document->source, 0, layout->document->source->bytes.len);
    if (!layout->line_count)
        return; /* nobody reads anything; that there is nothing to say is told elsewhere */
    if (likely < 2) {
        diag_note(d, place_of(whole.source, 0, 0), "no-speakers", NULL,
                  "nobody is marked as speaking; the narrator reads all of it");
        return;
    }
    const struct label *l = &labels->items[best[0]->first];
    struct place place =
        text_place(layout->document->blocks[l->block].text, l->begin, l->end);
    const char *hint =
        "if somebody speaks here, write every label as 'Name:' at the line's start";
    if (best[1])
        diag_warning(
            d, place, "speakers-unclear", hint,
            "who speaks is not clear, so the narrator reads all of it; most like labels "
            "are '%.*s' (%d time%s) and '%.*s' (%d time%s)",
            STR_ARGS(best[0]->printed), best[0]->count, plural(best[0]),
            STR_ARGS(best[1]->printed), best[1]->count, plural(best[1]));
    else
        diag_warning(
            d, place, "speakers-unclear", hint,
            "who speaks is not clear, so the narrator reads all of it; most like a label "
            "is '%.*s' (%d time%s)",
            STR_ARGS(best[0]->printed), best[0]->count, plural(best[0]));
}
