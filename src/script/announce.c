#include "script/announce.h"

#include <stdio.h>

#include "base/unicode.h"
#include "transcript/vocabulary.h"

const char *const announce_modes[] = {"first", "change", "never", NULL};

enum {
    PEOPLE_MOST = 7,        /* who are named; of more, one fewer, and how many others */
    LETTERS_A_MINUTE = 750, /* of the shipped voices, pauses included: 12.6 a second */
    LETTERS_OF_A_DIGIT = 4, /* when it is said */
    MINUTE_AND_A_HALF = 90, /* seconds */
    HOUR_AND_A_HALF = 90,   /* minutes */
    MINUTE = 60,
    NUMBER_BYTES = 24,
    QUESTION_LEVEL = 2, /* of a chapter that was made of one */
};

/* What stands for a name in braces. */
struct filling {
    const char *name; /* "{title}"; NULL ends a list */
    struct str value; /* "": not known */
};

static bool ends_sentence(struct str s)
{
    return s.len && str_find_byte(S(".?!"), s.ptr[s.len - 1]) >= 0;
}

/* Into `b`; "" when something is not known. Valid until the next. */
static struct str fill(struct strbuf *b, struct str words, const struct filling *with)
{
    b->len = 0;
    for (ptrdiff_t at = 0; at < words.len;) {
        struct str rest = str_slice(words, at, words.len);
        const struct filling *f = with;
        while (f->name && !str_starts(rest, str_from(f->name)))
            f++;
        if (!f->name) {
            /* The full stop behind a title that ends in one. */
            if (rest.ptr[0] != '.' || !ends_sentence(strbuf_str(b)))
                strbuf_add_byte(b, rest.ptr[0]);
            at++;
            continue;
        }
        if (!f->value.len)
            return S("");
        strbuf_add(b, f->value);
        at += str_from(f->name).len;
    }
    return strbuf_str(b);
}

struct announcer {
    struct script *s; /* as it is to be */
    struct arena *a;
    const struct script *from; /* as it was */
    const struct announcing *how;
    struct announce_words words;
    struct arena scratch;
    ptrdiff_t *entry;           /* in the cast, of each turn of `from` */
    bool *heard;                /* by entry */
    ptrdiff_t last;             /* who spoke last, the narrator apart; -1: nobody */
    ptrdiff_t questions;        /* so far */
    bool open;                  /* the announcement that is being made has its turn */
    struct strbuf line, others; /* what is being filled in; the words for more people */
};

static bool is_narrator(const struct announcer *n, ptrdiff_t turn)
{
    return str_eq(n->from->turns[turn].speaker, NARRATOR);
}

/* A paragraph of the announcement before the next turn. */
static void say(struct announcer *n, struct str text)
{
    text = str_trim(text);
    if (!text.len)
        return;
    if (!n->open)
        script_add_turn(n->s, n->a, NARRATOR)->added = true;
    n->open = true;
    script_add_paragraph(n->s, n->a, text_added(n->a, str_copy(n->a, text)));
}

static int64_t letters_of(const struct script *s)
{
    int64_t letters = 0;
    for (ptrdiff_t i = 0; i < s->paragraph_count; i++) {
        struct str text = s->paragraphs[i].text.str;
        for (ptrdiff_t at = 0; at < text.len;) {
            int32_t c = utf8_next(text, &at);
            letters += c >= '0' && c <= '9' ? LETTERS_OF_A_DIGIT : is_speech(c);
        }
    }
    return letters;
}

static struct str length_words(struct announcer *n)
{
    int64_t letters = letters_of(n->from) * 1000 / (1000 + n->how->tempo);
    int64_t seconds = letters * MINUTE / LETTERS_A_MINUTE;
    int64_t minutes = (seconds + MINUTE / 2) / MINUTE;
    struct strbuf number = {.arena = &n->scratch};
    bool hours = minutes >= HOUR_AND_A_HALF;
    strbuf_addf(&number, "%lld",
                (long long)(hours ? (minutes + MINUTE / 2) / MINUTE : minutes));
    const struct filling with[] = {{"{minutes}", strbuf_str(&number)},
                                   {"{hours}", strbuf_str(&number)},
                                   {NULL, {0}}};
    return fill(&n->line,
                seconds < MINUTE_AND_A_HALF ? n->words.minute
                : hours                     ? n->words.hours
                                            : n->words.minutes,
                with);
}

/* Has it a name that says who takes part? "Answer" says nothing. */
static bool is_person(struct announcer *n, const struct cast_entry *e)
{
    struct str word = unicode_lower(&n->scratch, e->speaker, S(""));
    return !e->anonymous && !str_eq(e->speaker, NARRATOR) &&
           !vocabulary_has(WORD_ANSWER, word) && !vocabulary_has(WORD_QUESTION, word);
}

/* The people with names, in the order of the cast. */
static struct str people_words(struct announcer *n)
{
    struct strbuf b = {.arena = &n->scratch};
    ptrdiff_t count = 0, told = 0;
    for (ptrdiff_t i = 0; i < n->from->cast_count; i++)
        count += is_person(n, &n->from->cast[i]);
    ptrdiff_t named = count > PEOPLE_MOST ? PEOPLE_MOST - 1 : count;
    for (ptrdiff_t i = 0; i < n->from->cast_count && told < named; i++) {
        const struct cast_entry *e = &n->from->cast[i];
        if (!is_person(n, e))
            continue;
        bool last = told + 1 == count;
        strbuf_add(&b, !told ? S("") : last ? n->words.and : S(", "));
        strbuf_add(&b, e->speaker);
        told++;
    }
    struct str others = str_format(&n->scratch, "%td", count - named);
    const struct filling with[] = {{"{count}", others}, {NULL, {0}}};
    if (count > named) {
        strbuf_add(&b, n->words.and);
        strbuf_add(&b, fill(&n->others, n->words.others, with));
    }
    return strbuf_str(&b);
}

/* What is told before the first speaker. */
static void open_episode(struct announcer *n, struct announced known)
{
    struct filling with[] = {{"{title}", known.title ? S("") : n->from->title},
                             {"{date}", known.date ? S("") : n->from->date},
                             {"{people}", people_words(n)},
                             {NULL, {0}}};
    say(n, fill(&n->line, n->words.title, with));
    say(n, fill(&n->line, n->words.date, with));
    say(n, fill(&n->line, n->words.people, with));
    say(n, length_words(n));
}

/* Before a turn; `chapter`: it opens a chapter that a question made. Those of a person with a name
 * are not counted: who asks is a part of the talk there, and it is known who it is. */
static void announce_turn(struct announcer *n, ptrdiff_t turn, bool chapter)
{
    const struct turn *t = &n->from->turns[turn];
    ptrdiff_t entry = n->entry[turn];
    char number[NUMBER_BYTES];
    snprintf(number, sizeof number, "%td", n->questions + 1);
    struct filling with[] = {
        {"{number}", str_from(number)}, {"{name}", t->speaker}, {NULL, {0}}};
    bool wanted = n->how->mode == ANNOUNCE_CHANGE ? entry != n->last : !n->heard[entry];
    if (chapter && t->anonymous) { /* "Question 3." says that it is one */
        say(n, fill(&n->line, n->words.question, with));
        n->questions++;
    } else if (wanted) {
        say(n, fill(&n->line, n->words.speaker, with));
    }
    n->heard[entry] = true;
    n->last = entry;
}

/* ---- the script with what is added ---- */

/* Takes over a turn with its paragraphs. */
static void keep_turn(struct announcer *n, ptrdiff_t turn)
{
    struct turn *t = arena_push(n->a, n->s->turns, n->s->turn_count, n->s->turn_capacity);
    ptrdiff_t end = script_turn_paragraphs_end(n->from, turn);
    *t = n->from->turns[turn];
    t->first_paragraph = (int32_t)n->s->paragraph_count;
    for (ptrdiff_t i = n->from->turns[turn].first_paragraph; i < end; i++) {
        struct paragraph *p = arena_push(n->a, n->s->paragraphs, n->s->paragraph_count,
                                         n->s->paragraph_capacity);
        *p = n->from->paragraphs[i];
        p->turn = (int32_t)n->s->turn_count - 1;
    }
}

/* Notes that stand before `turn` or in the turns before, whose places have moved. */
static void move_notes(struct announcer *n, ptrdiff_t turn, ptrdiff_t *note)
{
    struct script *s = n->s;
    ptrdiff_t turns = s->turn_count - turn,
              paragraphs =
                  s->paragraph_count - (turn < n->from->turn_count
                                            ? n->from->turns[turn].first_paragraph
                                            : n->from->paragraph_count);
    for (; *note < s->note_count && s->notes[*note].before_turn <= turn; ++*note) {
        s->notes[*note].before_turn += (int32_t)turns;
        s->notes[*note].before_paragraph += (int32_t)paragraphs;
    }
}

static void rebuild(struct announcer *n, struct announced known, bool questions)
{
    struct script *s = n->s;
    const struct script *from = n->from;
    ptrdiff_t note = 0, chapter = 0;
    bool opened = false;
    for (ptrdiff_t i = 0; i < from->turn_count; i++) {
        bool question = false;
        move_notes(n, i, &note);
        for (; chapter < from->chapter_count && s->chapters[chapter].first_turn == i;
             chapter++) {
            question = questions && s->chapters[chapter].level == QUESTION_LEVEL;
            s->chapters[chapter].first_turn = s->turn_count;
        }
        s->chapter_count = from->turns[i].chapter + 1; /* where script_add_turn adds */
        n->open = false;
        if (!is_narrator(n, i)) {
            if (!opened)
                open_episode(n, known);
            opened = true;
            announce_turn(n, i, question);
        }
        keep_turn(n, i);
    }
    n->open = false;
    const struct filling with[] = {{"{title}", from->title}, {NULL, {0}}};
    if (opened)
        say(n, fill(&n->line, n->words.closing, with));
    move_notes(n, from->turn_count, &note);
    s->chapter_count = from->chapter_count;
    for (; chapter < from->chapter_count; chapter++)
        s->chapters[chapter].first_turn = s->turn_count;
}

void script_announce(struct script *s, struct arena *a, const struct announcing *how,
                     struct announced known, bool questions)
{
    if (how->mode == ANNOUNCE_NEVER)
        return;
    struct script from = *s;
    struct announcer n = {.s = s, .a = a, .from = &from, .how = how, .last = -1};
    n.line.arena = n.others.arena = &n.scratch;
    n.words = announce_words_of(script_spoken_language(s), how->words);
    n.entry = script_cast_of_turns(s, &n.scratch);
    n.heard = arena_array(&n.scratch, bool, s->cast_count);
    s->turns = NULL;
    s->paragraphs = NULL;
    s->turn_count = s->turn_capacity = 0;
    s->paragraph_count = s->paragraph_capacity = 0;
    rebuild(&n, known, questions);
    arena_drop(a, from.turns, from.turn_capacity, sizeof *from.turns);
    arena_drop(a, from.paragraphs, from.paragraph_capacity, sizeof *from.paragraphs);
    arena_clear(&n.scratch);
    script_complete_cast(s, a); /* there may have been no narrator */
}
