/* Is there anything in a sentence that a pass of speak/speak_passes.h could change? Most sentences
 * have nothing, and one look is cheaper than all the passes. Where it is in doubt the answer is no. */
#include "base/unicode.h"
#include "speak/speak_passes.h"

enum {
    MARKS_MOST = LIMIT_EQUAL_MARKS, /* in a row, with blanks or without: speak_spacing */
    SHORT_WORDS_MOST = LIMIT_EQUAL_LETTERS, /* in a row, of two letters: speak_repeats */
    STOPS_MOST = LIMIT_LOWER_STOPS - 1, /* words in a row that end in one: speak_stops */
    DOTS_MOST = LIMIT_DOTTED_LETTERS - 1,
};

static bool is_ascii_capital(int32_t c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_ascii_letter(int32_t c)
{
    return (c >= 'a' && c <= 'z') || is_ascii_capital(c);
}

/* Letters that are the same in every normalisation form. */
static bool is_plain_letter(int32_t c)
{
    return c < 0x80 ? is_ascii_letter(c)
                    : (c >= 0xC0 && c <= 0x131 && c != 0xD7 && c != 0xF7) ||
                          (c >= 0x400 && c <= 0x481) || (c >= 0x4E00 && c <= 0x9FA5) ||
                          (c >= 0xAC00 && c <= 0xD7A3);
}

/* Marks that no pass drops for themselves. */
static bool is_plain_mark(int32_t c)
{
    switch (c) {
    case ' ':
    case '!':
    case '"':
    case '\'':
    case '(':
    case ')':
    case ',':
    case '-':
    case '.':
    case '/':
    case ':':
    case ';':
    case '?':
    case 0x2013:
    case 0x2014:
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2026:
        return true;
    default:
        return false;
    }
}

/* A mark that may not stand by itself: speak_spacing. */
static bool is_stop(int32_t c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
           c == 0x2026;
}

/* What has been seen, up to a character. */
struct look {
    int32_t before;        /* the last character; a blank at the beginning */
    bool open;             /* the last characters are a full stop and a blank */
    bool capital;          /* the last letter is one, but for "I", in no first word */
    bool name, after_name; /* this word begins with a capital; the one before did */
    int marks;             /* since the last letter */
    int words, letters_before;
    int stops, short_words; /* words in a row that end in a full stop; that are short */
    int dots;
    int letters, characters, cost; /* of the word; its phonemes */
    ptrdiff_t phonemes;            /* of all */
};

/* Could speak_initials have to do with a full stop before `c`? */
static bool is_initial(const struct look *k, int32_t c, bool upper)
{
    bool swallowed = k->before == '.' && (c == ',' || c == ';' || c == ':');
    bool glued = k->before == '.' && upper; /* speak_spacing */
    return (k->open && (upper || (c >= '0' && c <= '9'))) || swallowed || glued;
}

/* Behind a word. */
static bool end_word(struct look *k)
{
    k->short_words = k->letters <= 2 ? k->short_words + 1 : 0;
    k->stops = k->before == '.' ? k->stops + 1 : 0;
    bool fits = k->characters <= LIMIT_WORD_CHARACTERS &&
                k->cost <= LIMIT_WORD_PHONEMES && !(k->capital && k->letters == 1);
    k->phonemes += k->cost;
    k->words++;
    k->letters_before = k->letters;
    k->letters = k->characters = k->cost = 0;
    return fits && k->short_words <= SHORT_WORDS_MOST && k->stops <= STOPS_MOST;
}

/* Could what stands before `c` be a title: "Lt Vance"? */
static bool upper_behind_short(const struct look *k, int32_t c)
{
    enum { TITLE_LETTERS_MOST = 5 };
    return is_ascii_capital(c) && k->letters == 1 && k->after_name &&
           k->letters_before <= TITLE_LETTERS_MOST;
}

/* Could figures' classes say something else for the letter `c` that ends at `at`? "Part I", but not
 * "Well, I"; "Monday-Friday". */
static bool is_telling(const struct look *k, int32_t c, struct str s, ptrdiff_t at)
{
    bool alone = at == s.len || s.ptr[at] == ' ' || s.ptr[at] == '.' || s.ptr[at] == ',';
    bool number = c == 'I' && k->before == ' ' && k->after_name && alone;
    bool range = is_ascii_capital(c) && (k->before == '-' || k->before == 0x2013);
    bool shortened = k->open || upper_behind_short(k, c);
    return shortened || number || range ||
           (is_ascii_capital(c) && is_ascii_capital(k->before)) ||
           (k->before == '.' && is_ascii_letter(c));
}

struct plainness speak_look(struct str s, struct alphabet own)
{
    struct look k = {.before = ' '};
    struct plainness p = {0};
    bool any = false;
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        bool digit = c >= '0' && c <= '9';
        bool upper = c < 0x80 ? is_ascii_capital(c) : unicode_is_upper(c);
        p.capitals |= upper && k.letters > 0;
        if (digit || is_plain_letter(c)) {
            any = true;
            k.marks = 0;
            if (!k.letters++) {
                k.after_name = k.name;
                k.name = upper;
            }
            k.capital = upper && c != 'I' && k.words;
        } else if (!is_plain_mark(c) || (k.before == ' ' && (c == ' ' || is_stop(c)))) {
            return p;
        } else if (c != ' ' && ++k.marks > MARKS_MOST) {
            return p;
        }
        p.figures |= digit || c == '/' || is_telling(&k, c, s, at);
        if (is_initial(&k, c, upper))
            return p;
        k.dots += c == '.';
        if (c == ' ' && !end_word(&k))
            return p;
        k.cost += phonemes_of(c, own);
        k.characters += c != ' ';
        k.open = c == ' ' && k.before == '.';
        k.before = c;
    }
    bool fits = end_word(&k);
    p.phonemes = k.phonemes;
    p.plain = any && fits && k.before != ' ' && k.dots <= DOTS_MOST;
    return p;
}
