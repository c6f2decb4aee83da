#include "script/ssml_file.h"

#include "base/xml.h"
#include "script/chapters.h"
#include "script/markdown_inline.h"
#include "script/pauses.h"

/* ---- is it one? ---- */

static ptrdiff_t skip_to(struct str s, ptrdiff_t at, struct str what)
{
    ptrdiff_t found = str_find(str_slice(s, at, s.len), what);
    return found < 0 ? s.len : at + found + what.len;
}

bool ssml_is_file(const struct source *source)
{
    struct str s = source->bytes;
    ptrdiff_t at = utf8_mark_length(s);
    for (;;) {
        struct str rest = str_slice(s, at, s.len);
        if (rest.len && utf8_is_space((unsigned char)rest.ptr[0]) && rest.ptr[0] > 0)
            at++;
        else if (str_starts(rest, S("<!--")))
            at = skip_to(s, at, S("-->"));
        else if (str_starts(rest, S("<?")) || str_starts(rest, S("<!")))
            at = skip_to(s, at, S(">"));
        else
            return str_starts(rest, S("<speak")) && rest.len > 6 &&
                   (rest.ptr[6] == '>' || utf8_is_space((unsigned char)rest.ptr[6]));
    }
}

/* ---- reading ---- */

enum { VOICES_MOST = SSML_DEPTH_MOST, SPEAKERS_MOST = 200 };

struct reading {
    struct script *s;
    struct arena *a;
    struct diag *d;
    const struct source *source;
    struct inline_reader text;      /* of the paragraph */
    struct str voices[VOICES_MOST]; /* of the <voice>s around */
    struct place places[VOICES_MOST];
    int voice_count;
    /* <p>, <s>, <prosody> and the like around: a <voice> there changes the voice, not the turn. */
    int inside;
    int passing; /* depth of the element that is passed over; 0: none */
    bool in_turn, rooted;
    struct script_file *lexicons;
    ptrdiff_t lexicon_capacity;
    int languages[XML_DEPTH_MOST +
                  1]; /* by depth: a <p> or <s> with a language of its own */
};

static void refuse(struct reading *r, const struct xml_tag *tag, const char *code,
                   const char *hint, const char *what)
{
    diag_error(r->d, place_of(r->source, tag->begin, tag->end), code, hint, "%s", what);
    r->text.wrong = true;
}

static void markup(struct reading *r, const struct xml_tag *tag)
{
    inline_dispose(&r->text, tag->begin, tag->end, REASON_MARKUP);
}

static void add_speaker(struct reading *r, struct str name, struct place place)
{
    if (script_cast_find(r->s, name))
        return;
    if (r->s->cast_count == SPEAKERS_MOST) {
        if (!r->text.wrong)
            diag_error(r->d, place, "voices-many", "divide it into several documents",
                       "over %d different voices in one document", SPEAKERS_MOST);
        r->text.wrong = true;
        return;
    }
    struct str *voice = arena_new(r->a, struct str);
    *voice = name;
    struct cast_entry *e =
        arena_push(r->a, r->s->cast, r->s->cast_count, r->s->cast_capacity);
    *e = (struct cast_entry){
        .speaker = name, .voices = voice, .voice_count = 1, .place = place};
}

static void need_turn(struct reading *r)
{
    if (r->in_turn)
        return;
    if (!r->s->chapter_count)
        script_add_chapter(r->s, r->a, chapter_opening_title(r->s->language), 1);
    int v = (r->voice_count < VOICES_MOST ? r->voice_count : VOICES_MOST) - 1;
    if (v >= 0)
        add_speaker(r, r->voices[v], r->places[v]);
    script_add_turn(r->s, r->a, v >= 0 ? r->voices[v] : NARRATOR);
    r->in_turn = true;
}

static void end_paragraph(struct reading *r)
{
    const struct tag *tags;
    ptrdiff_t tag_count;
    if (inline_is_empty(&r->text))
        return;
    struct text text = inline_settle(&r->text, &tags, &tag_count);
    bool heard = inline_is_heard(text, tags, tag_count);
    if (!heard && !(tag_count && r->s->turn_count)) {
        if (tag_count)
            diag_warning(r->d, tags[0].place, "break-unheard",
                         "put it behind the words it follows",
                         "what stands before the first word is not heard");
        return;
    }
    if (heard)
        need_turn(r);
    struct paragraph *p = script_add_paragraph(r->s, r->a, text);
    p->tags = tags;
    p->tag_count = (int32_t)tag_count;
}

static void end_turn(struct reading *r)
{
    end_paragraph(r);
    inline_end_elements(&r->text);
    r->in_turn = false;
}

/* ---- elements ---- */

static void start_speak(struct reading *r, const struct xml_tag *tag)
{
    markup(r, tag);
    r->rooted = str_eq(tag->local, S("speak"));
    if (!r->rooted)
        refuse(r, tag, "ssml-root",
               "it begins with <speak version=\"1.1\" xml:lang=\"en\">",
               "this is no SSML document");
    r->s->language = str_copy(r->a, xml_attribute(tag, S("lang")));
}

static void start_voice(struct reading *r, const struct xml_tag *tag)
{
    struct str name = xml_attribute(tag, S("name"));
    markup(r, tag);
    end_turn(r);
    if (!name.len || name.len > SSML_NAME_BYTES_MOST) {
        refuse(r, tag, "voice-unknown", "`briefcast voices` lists them",
               "a <voice> needs the name of a voice");
        name = S("anchor");
    }
    if (r->voice_count >= VOICES_MOST)
        refuse(r, tag, "tag-nested", "end some of them before",
               "voices within voices, too deep");
    if (r->voice_count < VOICES_MOST) {
        r->places[r->voice_count] = place_of(r->source, tag->begin, tag->end);
        r->voices[r->voice_count] = str_copy(r->a, name);
    }
    r->voice_count++;
}

static void add_piece(struct reading *r, struct ssml_tag tag)
{
    inline_add_tag(&r->text, &tag);
}

/* Between two sentences there is a blank, and the pause of sentences, whatever their marks are. */
static void part_sentences(struct reading *r, const struct xml_tag *tag)
{
    if (!inline_ends_in_words(&r->text))
        return;
    add_piece(r, (struct ssml_tag){.element = SSML_BREAK,
                                   .pause_ms = PAUSE_SENTENCE_MS,
                                   .place = place_of(r->source, tag->begin, tag->begin)});
    inline_add_character(&r->text, S(" "), tag->begin, tag->begin);
}

/* <p>, <s>: with a language of their own they are as a <lang> in themselves. */
static void start_text(struct reading *r, const struct xml_tag *tag)
{
    struct str language = xml_attribute(tag, S("lang"));
    markup(r, tag);
    if (str_eq(tag->local, S("p")))
        end_paragraph(r);
    else
        part_sentences(r, tag);
    r->inside++;
    r->languages[tag->depth] = language.len > 0;
    if (!language.len)
        return;
    struct ssml_tag own =
        ssml_language(r->a, language, place_of(r->source, tag->begin, tag->end), r->d);
    r->text.wrong = r->text.wrong || own.wrong;
    add_piece(r, own);
}

static bool is_about(struct str name)
{
    return str_eq(name, S("meta")) || str_eq(name, S("metadata")) ||
           str_eq(name, S("lexicon"));
}

/* Does a <voice> in it change the voice, not the turn? */
static bool is_around(const struct xml_tag *tag)
{
    enum ssml_element e = ssml_element_named(tag->name);
    return e != SSML_NONE && ssml_nests(e);
}

/* SSML 1.1 section 3.1.4; <lookup>, which would say where it counts, is none of our elements. */
static void add_lexicon(struct reading *r, const struct xml_tag *tag)
{
    struct script *s = r->s;
    struct place place = place_of(r->source, tag->begin, tag->end);
    struct str uri = xml_attribute(tag, S("uri"));
    if (s->lexicon_count == SCRIPT_LEXICONS_MOST) {
        refuse(r, tag, "front-matter", "at most 100", "too many lexicons");
    } else if (!uri.len || str_find(uri, S(":")) >= 0) {
        refuse(r, tag, "lexicon-uri",
               "name a file in this one's folder or below: uri=\"names.pls\"",
               uri.len ? "this lexicon lies elsewhere, and nothing is fetched"
                       : "a <lexicon> needs a 'uri'");
    } else {
        *arena_push(r->a, r->lexicons, s->lexicon_count, r->lexicon_capacity) =
            (struct script_file){str_copy(r->a, uri), place};
        s->lexicons = r->lexicons;
    }
}

static void on_start(void *user, const struct xml_tag *tag)
{
    struct reading *r = user;
    if (r->passing) {
        inline_dispose(&r->text, tag->begin, tag->end, REASON_METADATA);
    } else if (tag->depth == 1) {
        start_speak(r, tag);
    } else if (is_about(tag->local)) {
        r->passing = tag->depth;
        inline_dispose(&r->text, tag->begin, tag->end, REASON_METADATA);
        if (str_eq(tag->local, S("lexicon")))
            add_lexicon(r, tag);
    } else if (str_eq(tag->name, S("voice")) && !r->inside) {
        start_voice(r, tag);
    } else if (str_eq(tag->name, S("p")) || str_eq(tag->name, S("s"))) {
        start_text(r, tag);
    } else {
        struct ssml_tag read =
            ssml_read(r->a, r->source, tag->begin, tag->end, true, r->d);
        r->text.wrong = r->text.wrong || read.wrong;
        if (read.element == SSML_NONE)
            markup(r, tag);
        else
            add_piece(r, read);
        r->inside += is_around(tag);
    }
}

static void on_end(void *user, const struct xml_tag *tag)
{
    struct reading *r = user;
    bool block = str_eq(tag->name, S("p")) || str_eq(tag->name, S("s"));
    if (r->passing) {
        inline_dispose(&r->text, tag->begin, tag->end, REASON_METADATA);
        r->passing = tag->depth == r->passing ? 0 : r->passing;
    } else if (tag->depth == 1 || (str_eq(tag->name, S("voice")) && !r->inside)) {
        markup(r, tag);
        end_turn(r);
        r->voice_count -= tag->depth > 1 && r->voice_count > 0;
    } else if (block) {
        markup(r, tag);
        if (r->languages[tag->depth])
            add_piece(
                r, (struct ssml_tag){.element = SSML_LANG,
                                     .closing = true,
                                     .place = place_of(r->source, tag->end, tag->end)});
        r->inside--;
        if (str_eq(tag->name, S("p")))
            end_paragraph(r);
    } else {
        enum ssml_element e = ssml_element_named(tag->name);
        r->inside -= is_around(tag);
        if (tag->begin == tag->end)
            return;
        if (e != SSML_NONE && ssml_holds(e))
            add_piece(
                r, (struct ssml_tag){.element = e,
                                     .closing = true,
                                     .place = place_of(r->source, tag->begin, tag->end)});
        else
            markup(r, tag);
    }
}

static void on_text(void *user, struct str text, ptrdiff_t begin, ptrdiff_t end,
                    bool verbatim)
{
    struct reading *r = user;
    if (r->passing)
        inline_dispose(&r->text, begin, end, REASON_METADATA);
    else if (verbatim)
        inline_add_words(&r->text, begin, end);
    else
        inline_add_character(&r->text, text, begin, end);
}

static void on_markup(void *user, enum xml_markup kind, ptrdiff_t begin, ptrdiff_t end)
{
    struct reading *r = user;
    inline_dispose(&r->text, begin, end,
                   kind == XML_COMMENT ? REASON_COMMENT : REASON_MARKUP);
}

enum bc_status ssml_parse_file(struct script **out, struct arena *a,
                               const struct source *source, struct diag *d)
{
    static const struct xml_handler handler = {on_start, on_end, on_text, on_markup};
    struct script *s = *out = arena_new(a, struct script);
    struct reading *r = arena_new(a, struct reading);
    s->source = source;
    s->from_script = true;
    *r = (struct reading){.s = s, .a = a, .d = d, .source = source};
    r->text = (struct inline_reader){.script = s, .a = a, .d = d};
    ptrdiff_t mark = utf8_mark_length(source->bytes);
    inline_dispose(&r->text, 0, mark, REASON_MARKUP);
    enum bc_status status = xml_parse(source, mark, source->bytes.len, &handler, r, d);
    inline_settle_words(&r->text);
    arena_clear(&r->text.scratch);
    if (status != BC_OK || r->text.wrong)
        return BC_EINPUT;
    return script_finish(s, a, d);
}
