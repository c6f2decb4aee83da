#include "cli/suggest.h"

#include "base/file.h"
#include "base/unicode.h"
#include "speak/ipa.h"
#include "speak/speak.h"
#include "synth/pronounce.h"

enum { SHOWN_MOST = 20 };

/* The engine's voice whose IPA is asked for: of American English, since lexicons write every "r". */
static struct str voice_of(struct str language)
{
    return str_eq(language, S("en")) ? S("en-us") : language;
}

/* Those of one language; *next: the first of another one behind `from`. */
static enum bc_status listen_to(struct uncovered *u, ptrdiff_t from, ptrdiff_t *next,
                                struct diag *d)
{
    struct arena scratch = {0};
    struct speak_run run = {0};
    struct str language = u->items[from].language;
    struct str *words = arena_array(&scratch, struct str, u->count);
    struct str *ipa = arena_array(&scratch, struct str, u->count);
    ptrdiff_t count = 0;
    *next = u->count;
    for (ptrdiff_t i = from; i < u->count; i++) {
        if (str_eq(u->items[i].language, language))
            words[count++] =
                speak_part(&scratch, u->items[i].word, NULL, 0, language, &run).str;
        else if (*next == u->count && !u->items[i].said.ptr)
            *next = i;
    }
    enum bc_status status = pronounce(ipa, u->arena, voice_of(language), words, count, d);
    for (ptrdiff_t i = from, k = 0; i < u->count; i++)
        if (str_eq(u->items[i].language, language))
            u->items[i].said = ipa[k++];
    speak_run_close(&run);
    arena_clear(&scratch);
    return status == BC_ECONFIG ? BC_OK : status;
}

enum bc_status suggest_listen(struct uncovered *u, struct diag *d)
{
    enum bc_status status = BC_OK;
    for (ptrdiff_t i = 0; i < u->count && status == BC_OK;)
        status = listen_to(u, i, &i, d);
    return status;
}

static int columns_of(struct str s)
{
    int columns = 0;
    for (ptrdiff_t at = 0; at < s.len;)
        columns += unicode_columns(utf8_next(s, &at));
    return columns;
}

void suggest_show(struct strbuf *out, const struct uncovered *u)
{
    ptrdiff_t shown = u->count < SHOWN_MOST ? u->count : SHOWN_MOST;
    int widest = 0;
    if (!u->count)
        return;
    for (ptrdiff_t i = 0; i < shown; i++) {
        int columns = columns_of(u->items[i].word);
        widest = columns > widest ? columns : widest;
    }
    strbuf_add(out, S("Names that no lexicon has, as the engine says them:\n"));
    for (ptrdiff_t i = 0; i < shown; i++) {
        const struct uncovered_name *n = &u->items[i];
        strbuf_addf(out, "%6td  ", n->count);
        diag_show(out, n->word);
        for (int k = n->said.len ? columns_of(n->word) : widest; k < widest; k++)
            strbuf_add_byte(out, ' ');
        strbuf_add(out, n->said.len ? S("  ") : S(""));
        diag_show(out, n->said);
        strbuf_add_byte(out, '\n');
    }
    if (shown < u->count)
        strbuf_addf(out, "        and %td more: --suggest FILE writes all of them\n",
                    u->count - shown);
}

enum bc_status suggest_may_write(struct str path, struct diag *d)
{
    struct arena scratch = {0};
    bool there = file_stat(str_z(&scratch, path)).kind != FILE_NONE;
    arena_clear(&scratch);
    if (!there)
        return BC_OK;
    diag_error(d, NOWHERE, "suggest-exists",
               "name another file; --lexicon with this one leaves out what it has",
               "'%.*s' is there already, and is not written over", STR_ARGS(path));
    return BC_ECREATE;
}

/* A stranger's text in a comment of XML. */
static void add_comment(struct strbuf *out, struct str s)
{
    bool dash = false;
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        strbuf_add(out, dash && c == '-' ? S(" ") : S(""));
        strbuf_add_char(out, c < 0x20 || c == 0x7F        ? ' '
                             : c >= 0xFFFE && c <= 0xFFFF ? '?'
                                                          : c);
        dash = c == '-';
    }
}

static bool is_readable(struct str ipa, struct str language)
{
    struct arena scratch = {0};
    struct strbuf mnemonics = {.arena = &scratch};
    const struct ipa_table *t = ipa_table_find(language);
    ptrdiff_t at, end;
    bool fine = t && ipa.len &&
                ipa_to_mnemonics(&mnemonics, t, unicode_nfc(&scratch, ipa), &at, &end) ==
                    IPA_FINE;
    arena_clear(&scratch);
    return fine;
}

static void add_lexeme(struct strbuf *out, const struct uncovered_name *n)
{
    bool phoneme = is_readable(n->said, n->language);
    strbuf_addf(out, "  <!-- %td, first ", n->count);
    add_comment(out, n->where);
    strbuf_add(out, S(": "));
    add_comment(out, n->heard);
    strbuf_addf(out, " -->\n  <lexeme><grapheme>%.*s</grapheme>", STR_ARGS(n->word));
    if (phoneme)
        strbuf_addf(out, "<phoneme>%.*s</phoneme>", STR_ARGS(n->said));
    else
        strbuf_addf(out, "<alias>%.*s</alias>", STR_ARGS(n->word));
    strbuf_add(out, S("</lexeme>\n"));
}

enum bc_status suggest_write(struct str path, const struct uncovered *u, struct diag *d)
{
    struct arena scratch = {0};
    struct strbuf out = {.arena = &scratch};
    struct str language = u->count ? u->items[0].language : S("en");
    ptrdiff_t others = 0;
    strbuf_addf(
        &out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!-- Names that no lexicon had, as the engine says them: mend what is wrong,\n"
        "     drop what is right, and give the file to briefcast with its option "
        "lexicon.\n"
        "     <alias>how it sounds</alias> does as well as a phoneme in IPA. -->\n"
        "<lexicon version=\"1.0\" "
        "xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\"\n"
        "         alphabet=\"ipa\" xml:lang=\"%.*s\">\n",
        STR_ARGS(language));
    for (ptrdiff_t i = 0; i < u->count; i++) {
        if (str_eq(u->items[i].language, language))
            add_lexeme(&out, &u->items[i]);
        else
            others++;
    }
    strbuf_add(&out, S("</lexicon>\n"));
    enum bc_status status =
        file_write(str_z(&scratch, path), strbuf_str(&out), FILE_DURABLE, d);
    if (others && status == BC_OK)
        diag_warning(d, NOWHERE, "suggest-language",
                     "check the files of each language by themselves",
                     "names of other languages than '%.*s' are left out: %td",
                     STR_ARGS(language), others);
    arena_clear(&scratch);
    return status;
}
