#include "transcript/cue_song.h"

#include "base/unicode.h"
#include "transcript/vocabulary.h"

enum { DESCRIPTION_WORDS_MOST = 6, BEAMED_FIRST = 0x2669, BEAMED_LAST = 0x266C };

/* Quarter, eighth, beamed eighths and sixteenths; and the clefless note of emoji. */
static bool is_note(int32_t c)
{
    return (c >= BEAMED_FIRST && c <= BEAMED_LAST) || c == 0x1F3B5 || c == 0x1F3B6;
}

/* Without notes, blanks and stops at both ends. */
static struct str without_notes(struct str s)
{
    ptrdiff_t begin = 0, end = s.len;
    for (ptrdiff_t next = 0; next < s.len; begin = next) {
        int32_t c = utf8_next(s, &next);
        if (!is_note(c) && !utf8_is_space(c) && c != '#')
            break;
    }
    for (ptrdiff_t next = end; next > begin; end = next) {
        int32_t c = utf8_previous(s, &next);
        if (!is_note(c) && !utf8_is_space(c) && c != '#')
            break;
    }
    return str_slice(s, begin, end);
}

static bool in_brackets(struct str s)
{
    return s.len > 2 && ((s.ptr[0] == '(' && s.ptr[s.len - 1] == ')') ||
                         (s.ptr[0] == '[' && s.ptr[s.len - 1] == ']'));
}

/* "gentle music", "music playing": a few words, the first or the last of which are a direction's. */
static bool describes(struct str words)
{
    struct arena scratch = {0};
    struct str rest = unicode_lower(&scratch, words, S(""));
    int count = 0, known = 0, of_music = 0;
    for (ptrdiff_t blank; rest.len; rest = str_trim(str_slice(rest, blank, rest.len))) {
        blank = str_find_byte(rest, ' ');
        blank = blank < 0 ? rest.len : blank;
        struct str word = str_slice(rest, 0, blank);
        bool direction = vocabulary_has(WORD_DIRECTION, word);
        count++;
        of_music += direction;
        known += direction || vocabulary_has(WORD_DIRECTION_BESIDE, word) ||
                 vocabulary_has(WORD_SOUND, word);
    }
    arena_clear(&scratch);
    return count <= DESCRIPTION_WORDS_MOST && of_music && known == count;
}

struct cue_song cue_song_of(struct str line)
{
    struct cue_song out = {0};
    struct str s = str_trim(line);
    ptrdiff_t begin = 0, end = s.len;
    int32_t first = utf8_next(s, &begin), last = utf8_previous(s, &end);
    out.hashes = first == '#' && last == '#' && begin < end && s.ptr[1] == ' ' &&
                 s.ptr[s.len - 2] == ' ';
    out.begins = is_note(first) || out.hashes;
    out.ends = is_note(last) || out.hashes;
    if (!out.begins && !out.ends)
        return out;
    struct str words = without_notes(s);
    if (!words.len)
        out.silent = REASON_SYMBOL;
    else if (out.begins && (in_brackets(words) || describes(words)))
        out.silent = REASON_STAGE_DIRECTION;
    return out;
}
