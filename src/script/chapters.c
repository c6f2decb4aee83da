#include "script/chapters.h"

#include "base/unicode.h"
#include "speak/limits.h"

enum {
    TITLE_CHARACTERS = 60,
    TITLE_SENTENCE_LEAST = 20, /* characters; a shorter first sentence says too little */
    QUESTION_WORDS = 3,        /* with a question mark */
    STATEMENT_WORDS = 10,      /* without: "Tell us about ..." */
    ASKER_QUESTIONS = 2,       /* of a named person: in half of the turns, */
    ASKER_SHARE = 3,           /* or as many times as many as all others together */
};

struct str chapter_opening_title(struct str language)
{
    static const char *const titles[][2] = {
        {"en", "Opening"},   {"ru", "Начало"},   {"de", "Eröffnung"},
        {"fr", "Ouverture"}, {"es", "Apertura"},
    };
    struct str primary = language_primary(language);
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (str_eq_ascii_case(primary, str_from(titles[i][0])))
            return str_from(titles[i][1]);
    return str_from(titles[0][1]);
}

/* Without what should not stand before an ellipsis. */
static struct str trim_end(struct str s)
{
    for (ptrdiff_t at = s.len; at > 0; s.len = at) {
        int32_t c = utf8_previous(s, &at);
        if (is_speech(c) || c == ')' || c == '"' || c == 0x201D || c == 0xBB || c == '%')
            break;
    }
    return s;
}

struct str chapter_title_from(struct arena *a, struct str words)
{
    words = str_trim(words);
    ptrdiff_t sentence = 0, blank = 0, most = 0; /* where it may be cut */
    int count = 0;
    for (ptrdiff_t at = 0; at < words.len && count <= TITLE_CHARACTERS;) {
        ptrdiff_t here = at;
        int32_t c = utf8_next(words, &at);
        count++;
        blank = utf8_is_space(c) ? here : blank;
        if (count < TITLE_CHARACTERS)
            most = at; /* and the ellipsis */
        bool ends = (c == '?' || c == '!') && count <= TITLE_CHARACTERS &&
                    (at == words.len || words.ptr[at] == ' ');
        if (ends && count >= TITLE_SENTENCE_LEAST && !sentence)
            sentence = at;
    }
    if (sentence)
        return str_slice(words, 0, sentence);
    if (count <= TITLE_CHARACTERS)
        return words;
    struct str cut = trim_end(str_slice(words, 0, blank ? blank : most));
    cut = cut.len ? cut : str_slice(words, 0, most);
    return str_format(a, "%.*s…", STR_ARGS(cut));
}

/* ---- questions ---- */

struct question {
    ptrdiff_t words;
    bool mark;
};

static struct question look_at_turn(const struct script *s, ptrdiff_t turn)
{
    struct question q = {0};
    ptrdiff_t end = script_turn_paragraphs_end(s, turn);
    for (ptrdiff_t i = s->turns[turn].first_paragraph; i < end; i++) {
        struct str text = s->paragraphs[i].text.str;
        bool word = false;
        for (ptrdiff_t at = 0; at < text.len;) {
            int32_t c = utf8_next(text, &at);
            q.words += !word && is_speech(c);
            word = c != ' ' && (word || is_speech(c));
            q.mark = q.mark || c == '?' || c == 0xFF1F || c == 0x61F;
        }
    }
    return q;
}

/* How each person of the cast asks. */
struct asker {
    ptrdiff_t turns, questions;
};

/* Marks the turns that open a chapter. */
static void find_questions(const struct script *s, struct arena *a, bool *opens)
{
    const ptrdiff_t *entry = script_cast_of_turns(s, a);
    struct asker *askers = arena_array(a, struct asker, s->cast_count);
    bool anonymous = false;
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        struct question q = look_at_turn(s, i);
        opens[i] = (q.mark && q.words >= QUESTION_WORDS) ||
                   (s->turns[i].anonymous && q.words >= STATEMENT_WORDS);
        askers[entry[i]].turns += q.words > 0;
        askers[entry[i]].questions += opens[i];
        anonymous = anonymous || (opens[i] && s->turns[i].anonymous);
    }
    ptrdiff_t best = -1, all = 0;
    for (ptrdiff_t i = 0; i < s->cast_count; i++)
        all += str_eq(s->cast[i].speaker, NARRATOR) ? 0 : askers[i].questions;
    for (ptrdiff_t i = 0; i < s->cast_count && !anonymous; i++) {
        const struct asker *p = &askers[i];
        bool mostly = 2 * p->questions >= p->turns ||
                      p->questions >= ASKER_SHARE * (all - p->questions);
        bool asks = p->questions >= ASKER_QUESTIONS && mostly &&
                    !str_eq(s->cast[i].speaker, NARRATOR);
        if (asks && (best < 0 || p->questions > askers[best].questions))
            best = i;
    }
    for (ptrdiff_t i = 0; i < s->turn_count; i++)
        opens[i] = opens[i] && (anonymous ? s->turns[i].anonymous : entry[i] == best);
}

void chapters_from_questions(struct script *s, struct arena *a)
{
    struct arena scratch = {0};
    bool *opens = arena_array(&scratch, bool, s->turn_count);
    find_questions(s, &scratch, opens);
    ptrdiff_t note = 0;
    bool opening = true; /* nothing but the opening so far */
    for (ptrdiff_t i = 0; i < s->turn_count; i++) {
        struct turn *t = &s->turns[i];
        if (opens[i]) {
            struct str words = s->paragraphs[t->first_paragraph].text.str;
            if (i == 0)
                s->chapter_count = 0;
            struct chapter *c = script_add_chapter(s, a, chapter_title_from(a, words), 2);
            c->first_turn = i;
            c->place = t->place;
            opening = false;
        }
        t->chapter = (int32_t)s->chapter_count - 1;
        for (; note < s->note_count && s->notes[note].before_turn <= i + 1; note++)
            s->notes[note].before_chapter =
                s->notes[note].before_turn
                    ? s->turns[s->notes[note].before_turn - 1].chapter + 1
                    : 0;
    }
    if (opening && s->chapter_count && s->title.len)
        s->chapters[0].title = s->title;
    arena_clear(&scratch);
}
