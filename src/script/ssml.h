/* script/ssml.h -- the elements that a script may hold inside its paragraphs: SSML 1.1's, with its
 * names and attributes.
 *
 * <break time="1s"/>, <sub alias="...">, <prosody rate="" pitch="" range="" volume="">,
 * <emphasis level="">, <lang xml:lang="">, <voice name="">, <phoneme alphabet="" ph="">,
 * <say-as interpret-as="" format="">, <mark name="">, <audio src=""> with <desc> in it; <token> and
 * <w> are read over.
 */
#ifndef BRIEFCAST_SCRIPT_SSML_H
#define BRIEFCAST_SCRIPT_SSML_H

#include "base/diag.h"
#include "base/text.h"
#include "script/sound.h"
#include "script/style.h"

enum {
    SSML_TAG_BYTES_MOST = 4096,
    SSML_ALIAS_BYTES_MOST = 300,
    SSML_NAME_BYTES_MOST = 60,   /* of a voice, a language */
    SSML_PATH_BYTES_MOST = 1000, /* of a file */
};

struct ssml_tag {
    enum ssml_element element;
    bool closing;              /* </x> */
    bool empty;                /* <x/> */
    bool wrong;                /* it was reported; what is known of it stands here */
    struct place place;        /* from '<' to behind '>' */
    int pause_ms;              /* SSML_BREAK */
    bool timed;                /* SSML_BREAK: by its time */
    struct str alias;          /* SSML_SUB: one line, with something to say in it */
    struct text pronunciation; /* SSML_PHONEME */
    bool mnemonics;            /* in the engine's own phonemes, not in IPA */
    struct str kind, format;   /* SSML_SAY_AS */
    struct str name;           /* SSML_MARK */
    struct str path;           /* SSML_AUDIO: a file */
    /* Those that change how their text is said; all strings live in the arena. */
    struct style_change change;
    struct str attributes; /* as they are printed: " name=\"value\"" each */
};

/* Reads the tag that begins at byte `begin` of `s`, a '<' before a letter or a slash, and ends before
 * `end`; `xml`: in an SSML file, which is known to be well-formed, not in Markdown. What is wrong is reported to `d` (tag-unknown, tag-unclosed, tag-long, tag-attribute, break-time,
 * tag-empty, sub-alias, prosody, emphasis, lang, voice-unknown, phoneme, say-as, mark, audio); the place is then what to skip: the whole tag,
 * or only its '<' when it has no end. */
struct ssml_tag ssml_read(struct arena *a, const struct source *s, ptrdiff_t begin,
                          ptrdiff_t end, bool xml, struct diag *d);

/* Its name: "sub". */
const char *ssml_name(enum ssml_element e);
/* What is spoken for `words`, which *tag, a <sub>, <phoneme> or <say-as>, holds, behind `before` in their
 * paragraph, where `language` is spoken. False: nothing; reported. */
bool ssml_say(struct str *out, struct arena *a, const struct ssml_tag *tag,
              struct str words, struct str before, struct str language, struct diag *d);

enum ssml_element ssml_element_named(struct str name); /* SSML_NONE: there is none */
/* May it hold text? */
bool ssml_holds(enum ssml_element e);
/* <lang xml:lang="`tag`">, for an element that has a language itself; reported when it is none. */
struct ssml_tag ssml_language(struct arena *a, struct str tag, struct place place,
                              struct diag *d);
/* Does it change how the text is said that it holds, other elements included? */
bool ssml_nests(enum ssml_element e);
/* Is it heard, or marks a place, where it stands: a tag without text? */
bool ssml_is_point(enum ssml_element e);
/* May it stand right inside `around` (SSML_NONE: inside no element)? */
bool ssml_may_stand_in(enum ssml_element e, enum ssml_element around);

void ssml_print_break(struct strbuf *out, int pause_ms);
void ssml_print_sub(struct strbuf *out, struct str alias);
void ssml_print_open(struct strbuf *out, enum ssml_element e, struct str attributes);
/* <audio> with what it holds. */
void ssml_print_sound(struct strbuf *out, const struct sound *sound,
                      struct str attributes);
void ssml_print_empty(struct strbuf *out, enum ssml_element e, struct str attributes);
void ssml_print_close(struct strbuf *out, enum ssml_element e);

#endif
