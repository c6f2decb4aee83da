#include "turns/points.h"

#include "base/unicode.h"
#include "transcript/vocabulary.h"

static void signal_add(struct label_string *s, enum label_signal signal, int points)
{
    s->signals[signal] = (signed char)(s->signals[signal] + points);
    s->points += points;
}

/* "Public domain, written by somebody": what stands behind the comma is no office or place. */
static bool described_in_passing(const struct label_shape *w)
{
    ptrdiff_t at = 0;
    struct arena scratch = {0};
    struct str rest = w->described, first = word_form(&scratch, next_word(&rest));
    bool passing =
        unicode_is_lower(utf8_next(w->described, &at)) &&
        !vocabulary_has(WORD_RANK, first) && !vocabulary_has(WORD_ROLE, first) &&
        !vocabulary_has(WORD_JOINER, first) && !vocabulary_has(WORD_PARTICLE, first) &&
        w->described.ptr > w->name.ptr + w->name.len && w->name.ptr[w->name.len] == ',';
    arena_clear(&scratch);
    return passing;
}

/* "Lund (MLP)": a party or a ministry. */
static bool has_abbreviation(const struct label_shape *w)
{
    ptrdiff_t end = str_find_byte(w->described, ')');
    struct str inside = end < 0 ? w->described : str_slice(w->described, 0, end);
    return inside.len >= 2 && inside.len <= 8 && word_is_capitals(inside) &&
           w->described.ptr[-1] == '(';
}

/* "P1", "R12": a participant, respondent, speaker, interviewer, man or woman; "H1" is a hypothesis,
 * "A1" stands in a table. */
static bool is_numbered(const struct label_shape *w)
{
    return w->words == 1 && w->numbers && w->name.len >= 2 && w->name.len <= 3 &&
           str_find_byte(S("PRSIMF"), w->name.ptr[0]) >= 0;
}

/* What kind of somebody the words name. */
static void judge_kind(struct label_string *s, bool multi)
{
    const struct label_shape *w = &s->shape;
    if (w->anonymous)
        signal_add(s, SIGNAL_ANONYMOUS, 6);
    else if (w->role || w->ranked)
        signal_add(s, SIGNAL_ROLE, 5);
    else if (w->titled)
        signal_add(s, SIGNAL_TITLED, 5 + w->capitals);
    else if (w->answer)
        signal_add(s, SIGNAL_ANSWER, 3);
    else if (w->capitals && w->name.len > 1)
        signal_add(s, SIGNAL_CAPITALS, 3);
    else if (w->initials && w->words <= 3)
        signal_add(s, SIGNAL_INITIALS, 4);
    else
        signal_add(s, SIGNAL_NAME,
                   multi || has_abbreviation(w) || is_numbered(w) ? 3 : 1);
}

static void judge_words(struct label_string *s)
{
    const struct label_shape *w = &s->shape;
    if (w->metadata) /* CC may be somebody's initials, or a post */
        signal_add(s, SIGNAL_METADATA, w->capitals && w->name.len <= 3 ? -3 : -10);
    if (w->metadata_last && !w->titled)
        signal_add(s, SIGNAL_METADATA, -3);
    if (w->function_first)
        signal_add(s, SIGNAL_FUNCTION_WORD, w->words > 1 && !w->plain_words ? -3 : -6);
    if (w->article && !w->capitals && !w->role && !w->ranked)
        signal_add(s, SIGNAL_FUNCTION_WORD, -1);
    bool nickname = w->words == 1 && s->timed == s->count;
    if (w->plain_words && !w->role && !nickname)
        signal_add(s, SIGNAL_LOWER_CASE, -8);
    if (w->numbers && !w->role && !w->answer && !is_numbered(w))
        signal_add(s, SIGNAL_NUMBERS, -4);
    if (!s->styles[LABEL_STOP] && described_in_passing(w))
        signal_add(s, SIGNAL_DESCRIPTION, -4);
    if (w->words > 6 && !w->titled && !w->role)
        signal_add(s, SIGNAL_LONG, -4);
}

static void judge_sightings(struct label_string *s, const struct sightings *sightings)
{
    const struct label_shape *w = &s->shape;
    bool nickname = w->words == 1 && w->plain_words && s->timed == s->count;
    if (w->caseless ||
        nickname) /* without capitals a name among words is no other word */
        return;
    struct arena scratch = {0};
    int names = 0, lower = 0, inside = 0;
    struct str rest = w->name;
    for (struct str word; (word = next_word(&rest)).len;) {
        struct str form = word_form(&scratch, word);
        if (utf8_count(form) < 3 || vocabulary_has(WORD_PARTICLE, form) ||
            vocabulary_has(WORD_JOINER, form))
            continue;
        names++;
        lower += sightings_seen(sightings, word_lower(&scratch, word)) > 0;
        inside += sightings_inside(sightings, word_title(&scratch, word)) > 0 ||
                  sightings_inside(sightings, word) > 0;
    }
    arena_clear(&scratch);
    if (names && inside == names)
        signal_add(s, SIGNAL_NAMED_INSIDE, 1);
    if (w->words == 1 && !lower && sightings_surname(sightings, w->name))
        signal_add(s, SIGNAL_SURNAME, 2);
    if (names && lower && !w->titled && !w->role && !w->ranked)
        signal_add(s, SIGNAL_WORDS_IN_TEXT, lower == names ? -4 : -1);
}

static void judge_evidence(struct label_string *s, const struct sightings *sightings,
                           const struct evidence *found)
{
    if (!found->sampled)
        return;
    if (2 * found->sounding >= found->sampled)
        signal_add(s, SIGNAL_SPEECH, 1);
    if (found->all_speech && s->count > 2 && s->shape.words == 1 && s->shape.plain_words)
        signal_add(s, SIGNAL_LOWER_CASE, 6); /* somebody's nickname */
    if (found->all_speech && s->count > 1)   /* captions hold no lists or tables */
        signal_add(s, SIGNAL_SPEECH, 2);
    if (!found->sounding && found->cased > 1 && sightings_known_language(sightings))
        signal_add(s, SIGNAL_SPEECH, -1);
    if (2 * found->values > found->sampled)
        signal_add(s, SIGNAL_VALUES, -4);
}

void points_give(struct label_string *s, const struct sightings *sightings,
                 const struct evidence *found)
{
    const struct label_shape *w = &s->shape;
    bool ideographs = w->caseless && w->name.len >= 6; /* two make a name */
    bool letter = w->name.len == 1 && s->styles[LABEL_COLON] == s->count;
    if ((s->styles[LABEL_BARE] == s->count || letter) && w->capitals)
        s->shape.function_first = false; /* MA before a gap is nobody's "but" */
    judge_kind(s, w->words > 1 || ideographs);
    judge_words(s);
    judge_sightings(s, sightings);
    signal_add(s, SIGNAL_RECURS,
               s->named >= 6   ? 4
               : s->named >= 3 ? 3
               : s->named == 2 ? 2
                               : 0);
    signal_add(s, SIGNAL_MARKED, s->styles[LABEL_MARKED] ? 8 : 0);
    signal_add(s, SIGNAL_BOLD, 2 * (s->styles[LABEL_BOLD] + s->bold) > s->count ? 2 : 0);
    signal_add(s, SIGNAL_TIMED, 2 * s->timed > s->count ? 2 : 0);
    bool speech = found->sounding && 3 * found->sounding >= found->sampled;
    if ((s->styles[LABEL_COLON] >= 3 || s->styles[LABEL_DASH] >= 3) &&
        !s->follows_itself && speech)
        signal_add(s, SIGNAL_ALTERNATES, 1);
    signal_add(s, SIGNAL_EXCHANGE, found->exchanges ? 2 : 0);
    signal_add(s, SIGNAL_CALLED, found->called ? 2 : 0);
    signal_add(s, SIGNAL_WHOLE, found->whole ? 5 : 0);
    judge_evidence(s, sightings, found);
    if (w->broken)
        signal_add(s, SIGNAL_BROKEN, -100);
}

const char *label_signal_name(enum label_signal signal, bool against)
{
    if (signal == SIGNAL_SPEECH && against)
        return "what follows does not sound like speech";
    static const char *const names[LABEL_SIGNALS] = {
        [SIGNAL_ANONYMOUS] = "stands for whoever asks",
        [SIGNAL_ROLE] = "a role or a rank",
        [SIGNAL_TITLED] = "a title and a name",
        [SIGNAL_ANSWER] = "stands for an answer",
        [SIGNAL_CAPITALS] = "in capitals",
        [SIGNAL_INITIALS] = "initials and a name",
        [SIGNAL_NAME] = "could be a name",
        [SIGNAL_NAMED_INSIDE] = "named in sentences",
        [SIGNAL_SURNAME] = "somebody's surname in the text",
        [SIGNAL_RECURS] = "stands more than once",
        [SIGNAL_MARKED] = "the format says so",
        [SIGNAL_BOLD] = "in bold",
        [SIGNAL_TIMED] = "beside a clock time",
        [SIGNAL_ALTERNATES] = "takes turns with others",
        [SIGNAL_EXCHANGE] = "asks or answers a question",
        [SIGNAL_CALLED] = "called by who speaks before",
        [SIGNAL_WHOLE] = "all of the text is such turns",
        [SIGNAL_SPEECH] = "what follows sounds like speech",
        [SIGNAL_METADATA] = "a word of metadata",
        [SIGNAL_FUNCTION_WORD] = "begins like a sentence",
        [SIGNAL_LOWER_CASE] = "words in lower case",
        [SIGNAL_NUMBERS] = "numbers",
        [SIGNAL_DESCRIPTION] = "described in passing",
        [SIGNAL_LONG] = "many words",
        [SIGNAL_WORDS_IN_TEXT] = "its words are common words here",
        [SIGNAL_VALUES] = "a value follows",
        [SIGNAL_BROKEN] = "holds what no label holds",
    };
    return names[signal];
}
