/* Lexicons as files: PLS 1.0, and lines `word = respelling`. */
#include "base/text.h"
#include "base/unicode.h"
#include "base/xml.h"
#include "speak/lexicon_add.h"
#include "speak/limits.h"
#include "speak/pronunciation.h"
#include "speak/speak_passes.h"

/* ---- what is said ---- */

/* NFC, without control characters, marks of command and brackets. */
static struct str clean(struct arena *a, struct str s)
{
    struct arena scratch = {0};
    const struct speaking how = {.scratch = &scratch, .language = S("en")};
    struct strbuf characters = {.arena = &scratch}, out = {.arena = a};
    struct trace none = {0};
    speak_characters(&characters, s, &how, &none);
    speak_symbols(&out, strbuf_str(&characters), &how, &none);
    arena_clear(&scratch);
    return str_trim(strbuf_str(&out));
}

static const char *const said_hint = "letters that are read as the word should sound";

/* False: there is nothing to say; reported. */
static bool set_alias(struct lexicon_entry *e, struct arena *a, struct text t,
                      struct diag *d)
{
    struct place place = text_place(t, 0, t.str.len);
    e->alias = clean(a, t.str);
    if (t.str.len > LEXICON_SAID_BYTES_MOST || speech_at(e->alias) < 0) {
        diag_error(d, place, "lexicon-alias", said_hint, "%s",
                   speech_at(e->alias) < 0 ? "nothing to be said in an alias"
                                           : "an alias of over 400 bytes");
        return false;
    }
    return true;
}

/* Sets phonemes, "[[..]] [[..]]". False: reported. */
static bool set_phonemes(struct lexicon_entry *e, struct arena *a, struct text t,
                         struct diag *d)
{
    e->ipa = t.str;
    return pronunciation_of_ipa(&e->phonemes, a, e->language, t, "lexicon-phoneme", d);
}

/* ---- PLS ---- */

enum { DEPTH_LEXICON = 1, DEPTH_LEXEME, DEPTH_CONTENT };

struct pls {
    struct lexicon *lexicon;
    struct arena *scratch;
    const struct source *source;
    struct diag *d;
    struct str language;
    bool bad, foreign,
        ipa;             /* foreign: not IPA is what the root says; ipa: the element's */
    struct textbuf text; /* of the element at hand */
    struct lexicon_entry *words; /* of the lexeme */
    ptrdiff_t word_count, word_capacity;
    struct lexicon_entry said; /* what counts so far */
    bool inside;               /* a lexeme */
    ptrdiff_t errors;          /* reported before it */
    bool any, preferred, role;
    bool wants_preference;
};

static void pls_error(struct pls *p, const struct xml_tag *tag, const char *code,
                      const char *hint, const char *message)
{
    diag_error(p->d, place_of(p->source, tag->begin, tag->end), code, hint, "%s",
               message);
    p->bad = true;
}

static void start_lexicon(struct pls *p, const struct xml_tag *tag)
{
    struct str language = xml_attribute(tag, S("lang"));
    struct str alphabet = xml_attribute(tag, S("alphabet"));
    if (!str_eq(tag->local, S("lexicon")))
        pls_error(p, tag, "lexicon-root",
                  "a lexicon begins with <lexicon version=\"1.0\">",
                  "not a pronunciation lexicon");
    else if (!str_eq(xml_attribute(tag, S("version")), S("1.0")))
        pls_error(p, tag, "lexicon-version", "version=\"1.0\"",
                  "the lexicon's version is not 1.0");
    else if (!language.len)
        pls_error(p, tag, "lexicon-language", "xml:lang=\"en\"",
                  "the lexicon does not say its language");
    p->foreign = alphabet.len && !str_eq(alphabet, S("ipa"));
    p->language = str_copy(p->lexicon->arena, language_primary(language));
}

static void start_content(struct pls *p, const struct xml_tag *tag)
{
    struct str alphabet = xml_attribute(tag, S("alphabet"));
    p->text = (struct textbuf){.arena = p->scratch, .source = p->source};
    p->wants_preference = str_eq(xml_attribute(tag, S("prefer")), S("true"));
    p->ipa = alphabet.len ? str_eq(alphabet, S("ipa")) : !p->foreign;
    if (!str_eq(tag->local, S("grapheme")) && !str_eq(tag->local, S("phoneme")) &&
        !str_eq(tag->local, S("alias")) && !str_eq(tag->local, S("example")))
        pls_error(p, tag, "lexicon-element",
                  "a lexeme holds <grapheme>, <phoneme>, <alias> and <example>",
                  "unknown element in a lexeme");
}

static void on_start(void *user, const struct xml_tag *tag)
{
    struct pls *p = user;
    if (tag->depth == DEPTH_LEXICON) {
        start_lexicon(p, tag);
    } else if (tag->depth == DEPTH_LEXEME && str_eq(tag->local, S("lexeme"))) {
        p->inside = true;
        p->errors = p->d->errors;
        p->word_count = 0;
        p->any = p->preferred = false;
        p->role = xml_attribute(tag, S("role")).len > 0;
    } else if (tag->depth == DEPTH_LEXEME && !str_eq(tag->local, S("meta")) &&
               !str_eq(tag->local, S("metadata"))) {
        pls_error(p, tag, "lexicon-element",
                  "a lexicon holds <lexeme>, and before those <meta> and <metadata>",
                  "unknown element in a lexicon");
    } else if (tag->depth == DEPTH_CONTENT && p->inside) {
        start_content(p, tag);
    }
}

static void on_text(void *user, struct str text, ptrdiff_t begin, ptrdiff_t end,
                    bool verbatim)
{
    struct pls *p = user;
    if (!p->text.arena || p->text.chars.len > 2 * LEXICON_SAID_BYTES_MOST)
        return;
    if (verbatim)
        textbuf_verbatim(&p->text, begin, end);
    else
        textbuf_replace(&p->text, text, begin, end);
}

static void end_grapheme(struct pls *p, struct text t, struct place place)
{
    struct str word = clean(p->lexicon->arena, t.str);
    if (t.str.len > LEXICON_WORD_BYTES_MOST || speech_at(word) < 0) {
        diag_error(p->d, place, "lexicon-word", "an entry is for one to eight words",
                   "%s",
                   speech_at(word) < 0 ? "no word to be looked up"
                                       : "a spelling of over 200 bytes");
        p->bad = true;
        return;
    }
    *arena_push(p->scratch, p->words, p->word_count, p->word_capacity) =
        (struct lexicon_entry){.word = word, .language = p->language, .place = place};
}

/* A pronunciation or an alias: the first counts, or the first that is preferred. */
static void end_said(struct pls *p, bool alias, struct text t, struct place place)
{
    struct lexicon_entry e = {.language = p->language};
    if (!alias && !p->ipa) {
        diag_error(p->d, place, "lexicon-alphabet", "alphabet=\"ipa\"",
                   "a pronunciation in another alphabet than IPA");
        p->bad = true;
        return;
    }
    if (alias ? !set_alias(&e, p->lexicon->arena, t, p->d)
              : !set_phonemes(&e, p->lexicon->arena, t, p->d)) {
        p->bad = true;
        return;
    }
    if (!p->any || (p->wants_preference && !p->preferred))
        p->said = e;
    p->any = true;
    p->preferred = p->preferred || p->wants_preference;
}

static void end_content(struct pls *p, const struct xml_tag *tag)
{
    struct text t = text_fold_spaces(p->scratch, textbuf_done(&p->text));
    struct place place = text_place(t, 0, t.str.len);
    if (!t.str.len)
        place = place_of(p->source, tag->begin, tag->begin);
    if (str_eq(tag->local, S("grapheme")))
        end_grapheme(p, t, place);
    else if (str_eq(tag->local, S("alias")))
        end_said(p, true, t, place);
    else if (str_eq(tag->local, S("phoneme")))
        end_said(p, false, t, place);
    p->text.arena = NULL;
}

static void end_lexeme(struct pls *p, const struct xml_tag *tag)
{
    if (!p->any || !p->word_count) {
        if (p->d->errors == p->errors) /* else why is told */
            pls_error(p, tag, "lexicon-lexeme",
                      "a lexeme has a <grapheme> and a <phoneme> or <alias>",
                      "a lexeme without a word or without a pronunciation");
        return;
    }
    for (ptrdiff_t i = 0; i < p->word_count; i++) {
        struct lexicon_entry e = p->words[i];
        e.alias = p->said.alias;
        e.phonemes = p->said.phonemes;
        e.ipa = str_copy(p->lexicon->arena, p->said.ipa);
        /* Roles tell homographs apart; nobody knows here which is meant. */
        struct diag quiet = {.arena = p->scratch};
        p->bad = !lexicon_add(p->lexicon, &e, p->role ? &quiet : p->d) || p->bad;
    }
}

static void on_end(void *user, const struct xml_tag *tag)
{
    struct pls *p = user;
    if (tag->depth == DEPTH_CONTENT && p->text.arena) {
        end_content(p, tag);
    } else if (tag->depth == DEPTH_LEXEME && p->inside) {
        p->inside = false;
        end_lexeme(p, tag);
    }
}

static bool read_pls(struct lexicon *x, const struct source *s, struct diag *d)
{
    struct arena scratch = {0};
    struct pls p = {.lexicon = x, .scratch = &scratch, .source = s, .d = d};
    const struct xml_handler handler = {on_start, on_end, on_text, NULL};
    enum bc_status status = xml_parse(s, s->text_begin, s->bytes.len, &handler, &p, d);
    arena_clear(&scratch);
    return status == BC_OK && !p.bad;
}

/* ---- lines ---- */

static bool read_line(struct lexicon *x, struct arena *scratch, const struct source *s,
                      struct str line, struct diag *d)
{
    ptrdiff_t begin = line.ptr - s->bytes.ptr, equals = str_find_byte(line, '=');
    struct text all =
        text_trim(scratch, text_verbatim(scratch, s, begin, begin + line.len));
    if (!all.str.len || all.str.ptr[0] == '#')
        return true;
    if (equals < 0) {
        diag_error(d, text_place(all, 0, all.str.len), "lexicon-line",
                   "a line is 'word = respelling', or begins with #",
                   "no '=' in a line of a lexicon");
        return false;
    }
    struct text word =
        text_trim(scratch, text_verbatim(scratch, s, begin, begin + equals));
    struct text say = text_trim(
        scratch, text_verbatim(scratch, s, begin + equals + 1, begin + line.len));
    struct place place = place_of(s, begin, begin + line.len);
    struct lexicon_entry e = {.place = word.str.len ? text_place(word, 0, word.str.len)
                                                    : place};
    e.word = clean(x->arena, word.str);
    if (!word.str.len || word.str.len > LEXICON_WORD_BYTES_MOST || !say.str.len) {
        diag_error(d, place, "lexicon-line", "a line is 'word = respelling'",
                   "a word of 1 to 200 bytes and its respelling are needed");
        return false;
    }
    return set_alias(&e, x->arena, say, d) && lexicon_add(x, &e, d);
}

static bool read_lines(struct lexicon *x, const struct source *s, struct diag *d)
{
    struct arena scratch = {0};
    bool good = true;
    for (ptrdiff_t i = 1; i <= s->line_count; i++)
        good = read_line(x, &scratch, s, source_line(s, i), d) && good;
    arena_clear(&scratch);
    return good;
}

enum bc_status lexicon_read(struct lexicon *x, const struct source *s, struct diag *d)
{
    struct str text = str_trim(str_slice(s->bytes, s->text_begin, s->bytes.len));
    bool good = str_starts(text, S("<")) ? read_pls(x, s, d) : read_lines(x, s, d);
    x->files++;
    return good ? BC_OK : BC_ECONFIG;
}
