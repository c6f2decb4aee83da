/* Words of the lexicon. Until all other passes are done each stands in the text as one private-use
 * character, which no text has (speak_characters takes them out): nobody reads figures and
 * letters where there are phonemes. */
#include "base/unicode.h"
#include "speak/lexicon.h"
#include "speak/speak_passes.h"

static void hand_on(struct strbuf *out, struct trace *trace, const struct textbuf *b)
{
    strbuf_add(out, strbuf_str(&b->chars));
    trace->runs = b->runs;
    trace->count = b->run_count;
}

void speak_lexicon(struct strbuf *out, struct str in, const struct speaking *how,
                   struct trace *trace)
{
    const struct source before = {.bytes = in};
    struct textbuf b = {.arena = how->scratch, .source = &before};
    struct phonemes *p = how->phonemes;
    struct lexicon_match m;
    ptrdiff_t at = 0;
    while (how->lexicon && p->count <= UNICODE_STAND_IN_LAST - UNICODE_STAND_IN_FIRST &&
           lexicon_find(&m, how->lexicon, in, at, how->language)) {
        struct strbuf said = {.arena = how->scratch};
        char stand_in[4];
        lexicon_say(&said, &m);
        struct str s = strbuf_str(&said);
        if (!m.entry->alias.len) {
            int32_t c = UNICODE_STAND_IN_FIRST + (int32_t)p->count;
            *arena_push(how->scratch, p->items, p->count, p->capacity) = s;
            s = (struct str){stand_in, utf8_encode(c, stand_in)};
        }
        textbuf_verbatim(&b, at, m.begin);
        textbuf_replace(&b, s, m.begin, m.end);
        at = m.end;
    }
    textbuf_verbatim(&b, at, in.len);
    hand_on(out, trace, &b);
}

void speak_phonemes(struct strbuf *out, struct str in, const struct speaking *how,
                    struct trace *trace)
{
    const struct source before = {.bytes = in};
    struct textbuf b = {.arena = how->scratch, .source = &before};
    const struct phonemes *p = how->phonemes;
    ptrdiff_t done = 0;
    for (ptrdiff_t at = 0, here = 0; at < in.len; here = at) {
        int32_t c = utf8_next(in, &at);
        if (c < UNICODE_STAND_IN_FIRST || c - UNICODE_STAND_IN_FIRST >= p->count)
            continue;
        textbuf_verbatim(&b, done, here);
        /* Behind a quote, a bracket or a dash the engine would swallow it. */
        struct str said = p->items[c - UNICODE_STAND_IN_FIRST];
        bool apart = !here || in.ptr[here - 1] == ' ';
        textbuf_replace(&b,
                        apart ? said : str_format(how->scratch, " %.*s", STR_ARGS(said)),
                        here, at);
        done = at;
    }
    textbuf_verbatim(&b, done, in.len);
    hand_on(out, trace, &b);
}
