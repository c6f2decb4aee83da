/* Letters that the language's voice would call by name are put in letters that it says: without
 * their accents where that is all that is strange about them, else by ICU. What has another language's
 * voice never comes here (speak/foreign.h). */
#include "base/transliterate.h"
#include "base/unicode.h"
#include "speak/letters.h"
#include "speak/speak_passes.h"
#include "transcript/document.h"

/* ---- Greek letters by themselves ---- */

enum { GREEK_FIRST = 0x3B1, GREEK_LAST = 0x3C9 };

struct greek_names {
    const char *language;
    const char *names; /* from alpha to omega, the other sigma twice */
};
static const struct greek_names greek[] = {
    {"en", "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi "
           "omicron pi "
           "rho sigma sigma tau upsilon phi chi psi omega"},
    {"ru", "альфа бета гамма дельта эпсилон дзета эта тета йота каппа лямбда мю ню кси "
           "омикрон пи "
           "ро сигма сигма тау ипсилон фи хи пси омега"},
    {"de", "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Jota Kappa Lambda Mü Nü Xi "
           "Omikron Pi "
           "Rho Sigma Sigma Tau Ypsilon Phi Chi Psi Omega"},
    {"fr", "alpha bêta gamma delta epsilon zêta êta thêta iota kappa lambda mu nu xi "
           "omicron pi "
           "rhô sigma sigma tau upsilon phi khi psi oméga"},
    {"es",
     "alfa beta gamma delta épsilon zeta eta theta iota kappa lambda mi ni xi ómicron pi "
     "ro sigma sigma tau ípsilon fi ji psi omega"},
};

static struct str greek_name(int32_t c, struct str language)
{
    size_t which = 0;
    c = unicode_lower_char(c);
    if (c < GREEK_FIRST || c > GREEK_LAST)
        return S("");
    for (size_t i = 0; i < sizeof greek / sizeof *greek; i++)
        if (str_eq_ascii_case(language_primary(language), str_from(greek[i].language)))
            which = i;
    struct str rest = str_from(greek[which].names), name = S("");
    for (; c >= GREEK_FIRST; c--)
        str_cut(rest, ' ', &name, &rest);
    return name;
}

/* ---- stretches of one script ---- */

struct foreign_pass {
    const struct speaking *how;
    struct voice_letters own;
    struct textbuf out;
    struct trace *trace;
    struct str in;
};

static bool is_part(int32_t c)
{
    return unicode_is_letter(c) || unicode_is_mark(c);
}

/* Behind the letters and marks of one script from `at` on, which stands at a letter or mark. */
static ptrdiff_t stretch_end(struct str s, ptrdiff_t at)
{
    int script = UNICODE_COMMON;
    for (ptrdiff_t next = at; next < s.len; at = next) {
        int32_t c = utf8_next(s, &next);
        int its = is_part(c) ? unicode_script(c) : -1;
        if (its < 0 ||
            (its != UNICODE_COMMON && script != UNICODE_COMMON && its != script))
            return at;
        script = its != UNICODE_COMMON ? its : script;
    }
    return at;
}

/* With letters' accents, and marks, left out where the voice does not say them; false: that is not
 * enough. */
static bool without_accents(struct strbuf *out, const struct foreign_pass *p,
                            struct str s)
{
    bool any = false, bare = false;
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        bool had = letters_have(p->own, c);
        if (unicode_is_mark(c) && (bare || !had))
            continue;
        bare = !had; /* marks behind it would make it what it was */
        if (!had)
            c = transliterate_base(c);
        if (!c || !letters_have(p->own, c))
            return false;
        any = any || unicode_is_letter(c);
        strbuf_add_char(out, c);
    }
    return any;
}

static bool is_kana_language(const struct foreign_pass *p)
{
    return p->own.row && str_eq(str_from(p->own.row->language), S("ja"));
}

static bool is_word_before(const struct strbuf *b)
{
    ptrdiff_t at = b->len;
    return is_speech(utf8_previous(strbuf_str(b), &at));
}

/* in[begin, end), of one script, holds something that the voice does not say. */
static void say_stretch(struct foreign_pass *p, ptrdiff_t begin, ptrdiff_t end)
{
    struct arena *a = p->how->scratch;
    struct str s = str_slice(p->in, begin, end);
    struct strbuf plain = {.arena = a};
    ptrdiff_t behind = 0, next = end;
    int32_t first = utf8_next(s, &behind);
    struct str name = behind == s.len ? greek_name(first, p->how->language) : S("");
    if (name.len) {
        bool joins = is_word_before(&p->out.chars);
        bool joined = is_speech(utf8_next(p->in, &next));
        name = str_format(a, "%s%.*s%s", joins ? " " : "", STR_ARGS(name),
                          joined ? " " : "");
        textbuf_replace(&p->out, name, begin, end);
        return;
    }
    if (without_accents(&plain, p, s)) {
        textbuf_replace(&p->out, unicode_nfc(a, strbuf_str(&plain)), begin, end);
        return;
    }
    enum transliterate_to to = is_kana_language(p) ? TO_KATAKANA : TO_LATIN;
    struct str said = transliterate(p->how->foreign, to, a, s);
    textbuf_replace(&p->out, said, begin, end);
    if (speech_at(said) < 0)
        trace_drop(a, p->trace, begin, end, REASON_UNSPEAKABLE);
}

/* The Chinese characters of a Japanese stretch only. */
static void say_characters(struct foreign_pass *p, ptrdiff_t begin, ptrdiff_t end)
{
    for (ptrdiff_t at = begin, next; at < end; at = next) {
        next = at;
        bool had = letters_have(p->own, utf8_next(p->in, &next));
        for (ptrdiff_t k = next; k < end; next = k)
            if (letters_have(p->own, utf8_next(p->in, &k)) != had)
                break;
        if (had)
            textbuf_verbatim(&p->out, at, next);
        else
            say_stretch(p, at, next);
    }
}

static void say(struct foreign_pass *p)
{
    for (ptrdiff_t at = 0, next; at < p->in.len; at = next) {
        next = at;
        int32_t c = utf8_next(p->in, &next);
        if (is_part(c))
            next = stretch_end(p->in, at);
        if (!is_part(c) || letters_have_all(p->own, str_slice(p->in, at, next)))
            textbuf_verbatim(&p->out, at, next);
        else if (is_kana_language(p))
            say_characters(p, at, next);
        else
            say_stretch(p, at, next);
    }
}

void speak_foreign(struct strbuf *out, struct str in, const struct speaking *how,
                   struct trace *trace)
{
    const struct source printed = {.bytes = in};
    struct foreign_pass p = {
        .how = how,
        .own = how->letters,
        .out = {.arena = how->scratch, .source = &printed},
        .trace = trace,
        .in = in,
    };
    if (letters_have_all(p.own, in)) {
        strbuf_add(out, in);
        return;
    }
    say(&p);
    strbuf_add(out, strbuf_str(&p.out.chars));
    trace->runs = p.out.runs;
    trace->count = p.out.run_count;
}
