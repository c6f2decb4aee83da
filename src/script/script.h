/* script/script.h -- an episode as a person would mark it up for the studio.
 *
 * Made from a transcript (script/build.h) or parsed from a printed script (script/markdown.h);
 * both end in the same structure by the same last steps (script_finish), so that rendering either
 * gives the same bytes.
 *
 * episode = chapters > turns > paragraphs > segments. Each level is an array of the script; a
 * parent names its first child, and its children end where the next parent's begin.
 */
#ifndef BRIEFCAST_SCRIPT_SCRIPT_H
#define BRIEFCAST_SCRIPT_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/status.h"
#include "base/text.h"
#include "base/trace.h"
#include "script/sound.h"
#include "script/style.h"
#include "speak/lexicon.h"
#include "turns/turns.h"

enum tag_kind {
    TAG_BREAK,
    TAG_SUB,   /* something else is spoken */
    TAG_MARK,  /* a place with a name; no sound */
    TAG_SOUND, /* a place at which a file is heard */
    TAG_STYLE, /* it is spoken otherwise; may hold other tags */
};
/* Inline mark-up of a paragraph, taken out of its text. Those that hold text lie within each other or
 * apart. */
struct tag {
    enum tag_kind kind;
    enum ssml_element element; /* TAG_STYLE: as which it is printed */
    bool implied;              /* was not written: is not printed */
    int pause_ms;              /* TAG_BREAK */
    int32_t style; /* TAG_STYLE: index of the script's, what is around it included */
    ptrdiff_t begin,
        end; /* bytes of the paragraph's text; TAG_BREAK, _MARK, _SOUND: begin == end */
    struct str alias;      /* TAG_SUB: what is spoken instead; TAG_MARK: its name */
    bool phonemes;         /* TAG_SUB: the alias is "[[..]]" (speak/pronunciation.h) */
    struct str attributes; /* as printed, but for TAG_BREAK and a plain TAG_SUB */
    const struct sound *sound; /* TAG_SOUND */
    struct place place;
};

/* How a segment's sentence ends. */
enum joint {
    JOINT_END,     /* with it; else it goes on in the next segment, */
    JOINT_GOES_ON, /* as it was too long, */
    JOINT_RUNS_ON, /* in another style, in one breath, */
    JOINT_PAUSES,  /* or behind a <break> */
};

/* The unit of synthesis, normally a sentence; or a sound, where there is no text. */
struct segment {
    const struct sound *sound; /* its sound comes from this file; NULL: from the engine */
    struct str text;           /* as printed: a part of its paragraph */
    struct str spoken;         /* what the engine is given; empty before script_speak */
    const struct trace *trace; /* of `spoken`, to `text`, and what is not spoken of that;
                                * NULL: they are the same */
    int32_t turn, paragraph;   /* indices; 32 bits, for there are as many as sentences */
    int32_t begin, end;        /* bytes of the paragraph's text */
    int32_t style;             /* index of the script's */
    enum joint joint;
    int pause_after_ms; /* from the end of this segment's speech to the next onset */
};

struct paragraph { /* 32 bits here and below: there are as many as paragraphs */
    int32_t turn, first_segment;
    struct text text;       /* one line; no tags, no directions */
    const struct tag *tags; /* ascending by begin */
    int32_t tag_count;
};

struct turn {
    int32_t chapter, first_paragraph;
    struct str speaker;     /* readable name, or NARRATOR (turns/turns.h) */
    struct str label;       /* as printed in the source; "" when implied */
    struct text label_text; /* the label in the source; empty when implied */
    struct place place;     /* of the label, else of the first word */
    struct str voice;       /* profile's name, from the cast; "" before casting */
    bool anonymous;
    bool added; /* the narrator's, by script/announce.h; in a transcript from no byte of it */
    int32_t
        entry; /* in the cast, as script_complete_cast found it; to be looked at twice */
};

struct chapter {
    struct str title;
    struct text
        heading; /* in a script, where headings are not spoken: its text in the source */
    struct place place; /* of the heading, else of its first turn */
    int level;          /* of the heading, 1 to 6; 2 for one made of a question */
    ptrdiff_t first_turn;
};

struct cast_entry {
    struct str speaker;
    const struct str
        *voices; /* profiles' names; several for an anonymous label, taken in turns */
    ptrdiff_t voice_count;
    struct str say; /* how the narrator says the name; "" = as printed */
    struct str
        why; /* why this voice; a comment behind the entry, kept but never heeded */
    bool anonymous; /* several people behind one label; in a script: a list of voices */
    struct place place; /* in a script; nowhere in a transcript */
};

/* Text of the source that is not spoken, at its place in the episode: how many paragraphs, turns
 * and chapters begin before it. */
struct note {
    struct text text; /* one line */
    enum reason reason;
    int32_t before_paragraph; /* index; == paragraph_count at the end */
    int32_t before_turn, before_chapter;
};

enum { SCRIPT_LEXICONS_MOST = 100 };

/* A lexicon that a script names. */
struct script_file {
    struct str path;    /* as written: from the script's folder */
    struct place place; /* of the name */
};

struct script {
    const struct source *source;   /* borrowed */
    const struct lexicon *lexicon; /* that it was spoken with; borrowed; NULL: none */
    bool from_script;              /* the source is itself a script */
    struct str title, date, language, description;
    struct place language_place; /* in a script's front matter; else nowhere */
    struct str
        origin; /* front matter's `source`: the transcript it was printed from; "" */
    const struct script_file *lexicons; /* front matter's `lexicon`, in order */
    ptrdiff_t lexicon_count;

    int tempo;          /* per mille faster than the voices' own rate; 0: as they are */
    struct str edition; /* what that is called: "1.5x"; "" */

    struct cast_entry *cast; /* in order of first appearance */
    ptrdiff_t cast_count, cast_capacity;
    struct chapter *chapters;
    ptrdiff_t chapter_count, chapter_capacity;
    struct turn *turns;
    ptrdiff_t turn_count, turn_capacity;
    struct paragraph *paragraphs;
    ptrdiff_t paragraph_count, paragraph_capacity;
    struct segment *segments;
    ptrdiff_t segment_count, segment_capacity;
    struct note *notes;
    ptrdiff_t note_count, note_capacity;
    struct sound **sounds; /* in order; to be loaded */
    ptrdiff_t sound_count, sound_capacity;
    struct style *styles; /* the first is that of the turns; none: there is only that */
    ptrdiff_t style_count, style_capacity;
    const struct disposal *disposals; /* the reader's, for the ledger */
    ptrdiff_t disposal_count;
};

/* One past the last child of a parent. */
ptrdiff_t script_chapter_turns_end(const struct script *s, ptrdiff_t chapter);
ptrdiff_t script_turn_paragraphs_end(const struct script *s, ptrdiff_t turn);
ptrdiff_t script_paragraph_segments_end(const struct script *s, ptrdiff_t paragraph);

/* Where bytes [from, to) of a segment's text stand in the source; a sound's element. */
struct place script_segment_place(const struct script *s, const struct segment *g,
                                  ptrdiff_t from, ptrdiff_t to);

/* The cast entry of `speaker`; NULL when there is none. */
struct cast_entry *script_cast_find(const struct script *s, struct str speaker);

/* Adds what makes a script. Parents first: a turn goes to the last chapter, a paragraph to the last
 * turn, a note stands behind all that was added so far. Valid until the next addition. */
struct chapter *script_add_chapter(struct script *s, struct arena *a, struct str title,
                                   int level);
struct turn *script_add_turn(struct script *s, struct arena *a, struct str speaker);
struct paragraph *script_add_paragraph(struct script *s, struct arena *a,
                                       struct text text);
struct note *script_add_note(struct script *s, struct arena *a, struct text text,
                             enum reason reason);

/* Adds a style; its index. */
int32_t script_add_style(struct script *s, struct arena *a, struct style style);
/* The style of a segment or tag. */
const struct style *script_style(const struct script *s, int32_t index);

/* For every turn its speaker's index in the cast; lives in `a`. cast_count + the first turn of the
 * same speaker when there is no entry. */
ptrdiff_t *script_cast_of_turns(const struct script *s, struct arena *a);

/* Gives every speaker a cast entry (new ones in order of first appearance), and marks the turns of
 * anonymous ones. */
void script_complete_cast(struct script *s, struct arena *a);

/* The last steps of every script, after chapters, turns, paragraphs, tags and notes stand:
 * sentences (speak/sentences.h), pauses (script/pauses.h). A paragraph in which there is nothing to
 * say becomes a note, a chapter without anything to hear goes. BC_EINPUT, reported: nothing is left
 * to say. */
BC_CHECK enum bc_status script_finish(struct script *s, struct arena *a, struct diag *d);

/* The language of sentences: the script's, else a guess from its letters; "" is English. */
struct str script_spoken_language(const struct script *s);

/* The language in which a segment is spoken: as script_spoken_language, where its style has none. */
struct str script_segment_language(const struct script *s, const struct segment *g,
                                   struct str spoken_language);

/* Sets what is spoken for every segment (speak/speak.h): its text with aliases, words as `lexicon`
 * says them (NULL: none), and in the narrator's turns names as the cast says them; so it comes after
 * casting. BC_EINPUT: a sentence would be too long, or nothing is left of it; reported. */
BC_CHECK enum bc_status script_speak(struct script *s, struct arena *a,
                                     const struct lexicon *lexicon, struct diag *d);

/* Gives every turn its voice from the cast: the only one, or for an anonymous label the next one of
 * its voices, in order of turns. Every speaker must have a cast entry with a voice. */
void script_assign_voices(struct script *s);

#endif
