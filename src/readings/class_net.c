/* Addresses of the net, and what its people write: "#" and "@", emoji. */
#include "base/unicode.h"
#include "readings/grammar.h"
#include "readings/language.h"

static bool is_name_part(const struct pieces *t, ptrdiff_t i)
{
    return !piece_parts(t, i) || piece_is(t, i, "-") || piece_is(t, i, ".") ||
           piece_is(t, i, "_");
}

/* A host or the name before "@": letters, figures, inner hyphens and full stops. */
static ptrdiff_t name_end(const struct pieces *t, ptrdiff_t at, int *dots)
{
    *dots = 0;
    for (; is_name_part(t, at) && (!piece_parts(t, at) || !piece_parts(t, at + 1)); at++)
        *dots += piece_is(t, at, ".");
    return at;
}

static void say_figure(struct reading *r, ptrdiff_t at, bool year)
{
    int64_t value = piece_value(r->pieces, at);
    if (value < 0)
        reading_digits(r, at);
    else if (year && piece_digits(r->pieces, at) == 4)
        reading_year(r, at, at + 1, value);
    else
        reading_cardinal(r, at, at + 1, value);
}

static void say_name(struct reading *r, const struct pieces *t, ptrdiff_t at,
                     ptrdiff_t end)
{
    const struct sign_words *words = sign_words_of(t->language);
    for (; at < end; at++) {
        if (piece_kind(t, at) == PIECE_WORD)
            reading_say_str(r, at, at + 1, piece_str(t, at));
        else if (piece_kind(t, at) == PIECE_FIGURE)
            say_figure(r, at, false);
        else
            reading_word(r, at, at + 1, piece_is(t, at, ".") ? words->dot : words->dash);
    }
}

/* The last part of a host: endings that are no words of a sentence that lacks its blank. */
static bool is_domain(const struct pieces *t, ptrdiff_t at)
{
    static const char *const endings[] = {
        "com", "org", "net", "gov", "edu", "mil", "info", "int", "ru",  "de",      "fr",
        "uk",  "eu",  "ca",  "au",  "jp",  "cn",  "ua",   "kz",  "pl",  "nl",      "se",
        "ch",  "br",  "io",  "tv",  "co",  "es",  "biz",  "app", "dev", "example", NULL};
    static const char *const no_english[] = {"at", "su", NULL};
    struct str s = piece_str(t, at);
    bool opens = s.len > 1 && s.ptr[0] <= 'Z' && s.ptr[1] >= 'a'; /* "It was late.Es" */
    return !opens &&
           (piece_is_listed(t, at, endings) ||
            (!speech_tables_of(t->language) && piece_is_listed(t, at, no_english)));
}

/* "north.harbour.town": three or more parts in small letters. */
static bool is_host(const struct pieces *t, ptrdiff_t at, ptrdiff_t end, int dots)
{
    for (; at < end; at++) {
        struct str s = piece_str(t, at);
        bool small = s.ptr[0] >= 'a' && s.ptr[0] <= 'z' && s.len > 1;
        if (piece_kind(t, at) == PIECE_WORD && !small)
            return false;
    }
    return dots > 1;
}

/* "press@harbour.example", "https://www.harbour.example/news": the path is not said. */
ptrdiff_t read_address(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    int dots;
    if (piece_kind(t, at) != PIECE_WORD || !piece_parts(t, at - 1) ||
        piece_is(t, at - 1, ".") || piece_is(t, at - 1, "-") || piece_is(t, at - 1, "/"))
        return 0;
    ptrdiff_t host = at, end;
    bool scheme = (piece_is(t, at, "http") || piece_is(t, at, "https")) &&
                  piece_is(t, at + 1, ":") && piece_is(t, at + 2, "/") &&
                  piece_is(t, at + 3, "/");
    if (scheme)
        host = at + 4;
    bool www = piece_is(t, host, "www") && piece_is(t, host + 1, ".");
    if (www)
        host += 2;
    end = name_end(t, host, &dots);
    if (!scheme && !www && piece_is(t, end, "@") && end > at) {
        ptrdiff_t last = name_end(t, end + 1, &dots);
        if (last == end + 1 || !dots)
            return 0;
        say_name(r, t, at, end);
        reading_word(r, end, end + 1, sign_words_of(t->language)->at);
        say_name(r, t, end + 1, last);
        return last;
    }
    bool path = piece_is(t, end, "/") && !piece_parts(t, end + 1);
    bool letters =
        end - host > 2 && piece_kind(t, host) == PIECE_WORD && piece_str(t, host).len > 1;
    bool bare =
        dots && letters && (path || is_domain(t, end - 1) || is_host(t, host, end, dots));
    if (end == host || !(scheme || www || bare))
        return 0;
    ptrdiff_t last = end;
    if (piece_is(t, end, "/"))
        while (piece_kind(t, last) != PIECE_BLANK && piece_kind(t, last) != PIECE_NONE)
            last++;
    while (last > end && piece_kind(t, last - 1) == PIECE_MARK &&
           !piece_is(t, last - 1, "/"))
        last--;
    say_name(r, t, host, end);
    reading_drop(r, at, host, REASON_ADDRESS);
    reading_drop(r, end, last, REASON_ADDRESS);
    return last;
}

/* "SafeHarbour", "NATOSummit": a blank before a capital that begins a word. */
static void say_parted(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    struct str word = piece_str(t, at);
    struct strbuf b = {.arena = r->out.arena};
    for (ptrdiff_t i = 0, end; i < word.len; i = end) {
        ptrdiff_t next, before = i;
        end = i;
        int32_t c = utf8_next(word, &end);
        next = end;
        bool capital = i > 0 && unicode_is_upper(c);
        bool behind_small = capital && unicode_is_lower(utf8_previous(word, &before));
        if (behind_small || (capital && unicode_is_lower(utf8_next(word, &next))))
            strbuf_add_byte(&b, ' ');
        strbuf_add_char(&b, c);
    }
    reading_say_str(r, at, at + 1, strbuf_str(&b));
}

/* "#SafeHarbour", "#COP28", "@NorthPier" */
static ptrdiff_t tag(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    const struct sign_words *words = sign_words_of(t->language);
    bool hash = piece_is(t, at, "#");
    bool word = piece_kind(t, at + 1) == PIECE_WORD;
    bool figures = hash && piece_digits(t, at + 1) && piece_kind(t, at + 2) == PIECE_WORD;
    if ((!hash && !piece_is(t, at, "@")) || !piece_parts(t, at - 1) ||
        (!word && !figures))
        return 0;
    reading_word(r, at, at + 1, hash ? words->hashtag : words->at);
    ptrdiff_t end = at + 1;
    for (; !piece_parts(t, end); end++) {
        if (end > at + 1)
            reading_say(r, end, end, " ");
        if (piece_kind(t, end) == PIECE_WORD)
            say_parted(r, t, end);
        else
            say_figure(r, end, true);
    }
    return end;
}

/* Emoji, each row of the same ones once, by their names. */
static ptrdiff_t emoji(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    struct str sign = piece_str(t, at), name = unicode_emoji_name(r->out.arena, sign);
    if (piece_kind(t, at) != PIECE_MARK || !name.len)
        return 0;
    ptrdiff_t end = at + 1;
    while (str_eq(piece_str(t, end), sign))
        end++;
    reading_say(r, at, end, " ");
    reading_say_str(r, at, end, name);
    reading_say(r, at, end, " ");
    return end;
}

/* "#SafeHarbour", "@NorthPier", "5 @ $3", emoji */
ptrdiff_t read_social(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    ptrdiff_t end = tag(r, t, at);
    if (end)
        return end;
    if (piece_is(t, at, "@") && piece_kind(t, at - 1) == PIECE_BLANK &&
        piece_kind(t, at + 1) == PIECE_BLANK) {
        reading_word(r, at, at + 1, sign_words_of(t->language)->at);
        return at + 1;
    }
    bool named = speech_tables_of(t->language) && piece_str(t, at).len > 2;
    return named ? emoji(r, t, at) : 0; /* their names are English */
}
