/* Numbers of files: a court's dockets ("14-2207", "1:17-cv-00123"), and other years before a number. */
#include "readings/language.h"
#include "readings/numbers.h"
#include "readings/readings.h"

enum { DOCKETS_MOST = 6 }; /* in a row */

/* "17" and "1234", parted by a dash. */
static bool is_pair(const struct pieces *t, ptrdiff_t at)
{
    return piece_digits(t, at) == 2 && piece_is_dash(t, at + 1) &&
           piece_digits(t, at + 2) >= 2 && piece_digits(t, at + 2) <= 5;
}

/* The word that says what is numbered, over its full stop; -1: none. */
static ptrdiff_t word_before(const struct pieces *t, ptrdiff_t at)
{
    bool stop = piece_kind(t, at - 1) == PIECE_BLANK && piece_is(t, at - 2, ".");
    ptrdiff_t word = stop ? at - 3 : piece_word_before(t, at);
    return piece_kind(t, word) == PIECE_WORD ? word : -1;
}

/* "14-556" of "14-556 and 14-562": where the first begins. */
static ptrdiff_t first_of_list(const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    for (int i = 0; i < DOCKETS_MOST; i++) {
        ptrdiff_t end = at - 1; /* behind the one before */
        if (piece_is_listed(t, at - 2, l->links) && piece_kind(t, at - 3) == PIECE_BLANK)
            end = at - 3;
        end -= piece_is(t, end - 1, ",");
        if (piece_kind(t, at - 1) != PIECE_BLANK || end == at - 1 || !is_pair(t, end - 3))
            break;
        at = end - 3;
    }
    return at;
}

/* Two figures that are no range: behind a word for files, or the second too large for one. */
static bool is_docket(const struct pieces *t, ptrdiff_t at)
{
    const struct speech_tables *l = speech_tables_of(t->language);
    int64_t second = piece_value(t, at + 2);
    ptrdiff_t digits = piece_digits(t, at + 2);
    ptrdiff_t word = word_before(t, first_of_list(t, at));
    bool small = word >= 0 && piece_str(t, word).ptr[0] >= 'a';
    bool number = piece_is_case(t, word, "No") || piece_is_case(t, word, "Number");
    bool named = number || (!small && piece_is_listed(t, word, l->dockets));
    if (named)
        return digits > 2 || (!small && !piece_is_case(t, word, "Nos"));
    bool year = second >= 1900 && second < 2100;
    return digits > 3 && second % 10 && !year;
}

/* "oh nine", "fourteen" */
static void say_year(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (piece_str(t, at).ptr[0] == '0')
        reading_say(r, at, at + 1, "oh ");
    reading_number(r, at, at + 1, piece_value(t, at), number_cardinal);
}

/* "[1:]17-cv-00123[-ABQ]" */
static ptrdiff_t federal(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    bool office = piece_digits(t, at) == 1 && piece_is(t, at + 1, ":");
    ptrdiff_t year = office ? at + 2 : at, letters = year + 2, number = year + 4;
    if (piece_digits(t, year) != 2 || !piece_is(t, year + 1, "-") ||
        !piece_is_listed(t, letters, speech_tables_of(t->language)->docket_kinds) ||
        !piece_is(t, letters + 1, "-") || !piece_digits(t, number) ||
        !piece_parts(t, number + 1))
        return 0;
    if (office) {
        reading_number(r, at, at + 1, piece_value(t, at), number_cardinal);
        reading_say(r, at + 1, year, " ");
    }
    say_year(r, t, year);
    reading_say(r, year + 1, letters, " ");
    reading_letters(r, letters, letters + 1, piece_str(t, letters));
    reading_say(r, letters + 1, number, " ");
    reading_code(r, number);
    ptrdiff_t end = number + 1;
    struct str judge = piece_str(t, end + 1);
    while (piece_is(t, end, "-") && judge.len && judge.len <= 4 && judge.ptr[0] >= 'A' &&
           judge.ptr[0] <= 'Z') {
        reading_say(r, end, end + 1, " ");
        reading_letters(r, end + 1, end + 2, judge);
        end += 2;
        judge = piece_str(t, end + 1);
    }
    return end;
}

ptrdiff_t read_docket(struct reading *r, const struct pieces *t, ptrdiff_t at)
{
    if (!piece_parts(t, at - 1) || piece_is_dash(t, at - 1) || piece_is(t, at - 1, "/") ||
        piece_kind(t, at) != PIECE_FIGURE)
        return 0;
    ptrdiff_t end = federal(r, t, at), behind = at + 3;
    if (end)
        return end;
    bool opens = piece_kind(t, at - 1) != PIECE_MARK || piece_is(t, at - 1, "(");
    bool more = (piece_is_dash(t, behind) || piece_is(t, behind, "/") ||
                 piece_is(t, behind, ".") || piece_is(t, behind, ",")) &&
                piece_digits(t, behind + 1);
    if (!opens || more || !is_pair(t, at) || !piece_parts(t, behind) ||
        piece_is(t, behind, "%") || !is_docket(t, at))
        return 0;
    say_year(r, t, at);
    reading_say(r, at + 1, at + 2, " ");
    reading_code(r, at + 2);
    return behind;
}
