/* A text of anybody as it is spoken. The first byte says in which language, and whether with a
 * lexicon and with aliases: from ' ' on, seven languages without either, with a lexicon ... */
#include "../unit/bearable.h"
#include "../unit/pairs.h"
#include "base/source_open.h"
#include "fuzz.h"
#include "speak/speak.h"

enum { TEXT_BYTES_MOST = 2000, ALIASES_MOST = 8 };

static const char words[] = "harbour = harbor\nOsgood Penn = Ozgood Pen\nсудно = судьно\n"
                            "x = ks\nNato = nay toe\nSt. Orm = saint orm\n";
static const char names[] =
    "<lexicon version='1.0' xmlns='http://www.w3.org/2005/01/pronunciation-lexicon' "
    "alphabet='ipa' "
    "xml:lang='en'><lexeme><grapheme>Lavrov</grapheme><phoneme>ləvˈrɒf</phoneme></"
    "lexeme>"
    "<lexeme><grapheme>quay</grapheme><phoneme>kˈiː</phoneme></lexeme></lexicon>";
/* As they begin: those of letters' names, of the lexicon, of aliases. */
static const char *const phonemes[] = {"'eI",    "b'E",      "v'E",  "Z'E",  "'Es",
                                       "igr'Ek", "l|@vr'0f", "k'i:", "k'0g", NULL};

static const struct lexicon *read_lexicon(struct arena *a)
{
    struct diag d = {.arena = a};
    struct lexicon *x = arena_new(a, struct lexicon);
    x->arena = a;
    const struct source *s = source_make(a, S("words.txt"), str_from(words));
    REQUIRE(lexicon_read(x, s, &d) == BC_OK);
    s = source_make(a, S("names.pls"), str_from(names));
    REQUIRE(lexicon_read(x, s, &d) == BC_OK);
    return x;
}

/* Every third word is said otherwise, by other words or phonemes. */
static ptrdiff_t make_aliases(struct alias *out, struct str text)
{
    ptrdiff_t count = 0, word = 0;
    for (ptrdiff_t at = 0, end; at < text.len && count < ALIASES_MOST; at = end + 1) {
        ptrdiff_t length = str_find_byte(str_slice(text, at, text.len), ' ');
        end = length < 0 ? text.len : at + length;
        if (end == at || word++ % 3)
            continue;
        bool sounds = count % 2;
        out[count++] =
            (struct alias){at, end, sounds ? S("[[k'0g]]") : S("Osgood No. 5"), sounds};
    }
    return count;
}

/* Gapless and ascending, within the printed text; what is verbatim is the same, and in order. */
static void require_trace(struct spoken s, struct str text)
{
    const struct trace t = s.trace;
    REQUIRE(t.count || !s.str.len || str_eq(s.str, text));
    REQUIRE(!t.count || t.runs[0].at == 0);
    ptrdiff_t same = 0; /* behind what was verbatim */
    for (ptrdiff_t i = 0; i < t.count; i++) {
        struct text_run r = t.runs[i];
        ptrdiff_t end = i + 1 < t.count ? t.runs[i + 1].at : s.str.len;
        REQUIRE(r.at < end && r.begin >= 0 && r.begin <= r.end && r.end <= text.len);
        REQUIRE(r.begin >= same);
        if (!r.verbatim)
            continue;
        REQUIRE(str_eq(str_slice(s.str, r.at, end), str_slice(text, r.begin, r.end)));
        same = r.end;
    }
}

/* Every letter and digit is said, or left out with a reason. */
static void require_all_said(struct arena *a, struct spoken s, struct str text)
{
    const struct trace t = s.trace;
    char *known = arena_array(a, char, text.len + 1);
    if (!t.count && s.str.len)
        return;
    for (ptrdiff_t i = 0; i < t.count; i++)
        memset(known + t.runs[i].begin, 1, (size_t)(t.runs[i].end - t.runs[i].begin));
    for (ptrdiff_t i = 0, behind = 0; i < t.drop_count; i++) {
        struct drop d = t.drops[i];
        REQUIRE(d.begin >= behind && d.end > d.begin && d.end <= text.len && d.reason);
        memset(known + d.begin, 1, (size_t)(d.end - d.begin));
        behind = d.end;
    }
    for (ptrdiff_t at = 0, here = 0; at < text.len; here = at)
        REQUIRE(!is_speech(utf8_next(text, &at)) || known[here]);
}

static void require_phonemes(struct str s)
{
    for (ptrdiff_t at; (at = str_find(s, S("[["))) >= 0;) {
        s = str_slice(s, at + 2, s.len);
        const char *const *p = phonemes;
        while (*p && !str_starts(s, str_from(*p)))
            p++;
        REQUIRE(*p);
        REQUIRE(str_find(s, S("]]")) > 0);
    }
}

static void require_spoken(struct arena *a, struct spoken s, struct str text,
                           struct str language)
{
    REQUIRE(utf8_invalid_at(s.str) < 0);
    struct str letters = letters_of_phonemes(a, s.str); /* which cost what the letters cost */
    REQUIRE(!what_is_unbearable(phonemes_hidden(a, letters), language));
    require_phonemes(s.str);
    require_trace(s, text);
    require_all_said(a, s, text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const languages[] = {"en", "ru", "de", "fr", "es", "kk", ""};
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct alias aliases[ALIASES_MOST];
    const struct source *s;
    unsigned how = size ? (unsigned)(data[0] - ' ') : 0;
    struct str language = str_from(languages[how % 7]);
    size_t first = size > 0;
    enum bc_status status = source_open(
        &s, &a, S("input.txt"),
        (struct str){(const char *)data + first, (ptrdiff_t)(size - first)}, &d);
    if (status == BC_OK && s->bytes.len <= TEXT_BYTES_MOST) {
        struct str text = str_slice(s->bytes, s->text_begin, s->bytes.len);
        const struct lexicon *lexicon = how / 7 % 2 ? read_lexicon(&a) : NULL;
        ptrdiff_t count = how / 14 % 2 ? make_aliases(aliases, text) : 0;
        require_spoken(&a, speak_text(&a, text, aliases, count, language, lexicon), text,
                       language);
    }
    show_all(&d, status);
    arena_clear(&a);
    return 0;
}
