#include "transcript/punctuation.h"

#include <stddef.h>

enum {
    E = PUNCTUATION_ENDS,
    D = PUNCTUATION_DASHES,
    P = PUNCTUATION_PAUSES,
    N = PUNCTUATION_COLON,
    C = PUNCTUATION_CLOSES,
    O = PUNCTUATION_OPENS,
};

/* In order of code points. */
static const struct {
    int32_t c;
    unsigned classes;
} marks[] = {
    {'!', E},    {'"', C | O},    {'\'', C | O}, {'(', O},        {')', C},
    {',', P},    {'-', D},        {'.', E},      {':', N},        {';', P},
    {'?', E},    {'[', O},        {']', C},      {'{', O},        {'}', C},
    {0xA1, O},   {0xAB, O},       {0xBB, C},     {0xBF, O},       {0x61F, E},
    {0x964, E},  {0x2013, D},     {0x2014, D},   {0x2018, C | O}, {0x2019, C},
    {0x201A, O}, {0x201C, C | O}, {0x201D, C},   {0x201E, O},     {0x2026, E},
    {0x2039, O}, {0x203A, C},     {0x3001, P},   {0x3002, E},     {0x300A, O},
    {0x300B, C}, {0x300C, O},     {0x300D, C},   {0x300E, O},     {0x300F, C},
    {0x3010, O}, {0x3011, C},     {0xFF01, E},   {0xFF08, O},     {0xFF09, C},
    {0xFF0C, P}, {0xFF1A, N},     {0xFF1B, P},   {0xFF1F, E},     {INT32_MAX, 0},
};

unsigned punctuation_of(int32_t c)
{
    size_t i = 0;
    while (marks[i].c < c)
        i++;
    return marks[i].c == c ? marks[i].classes : 0;
}

/* "[12]" at the end of s: where it begins, else s.len. */
static ptrdiff_t note_in_brackets(struct str s)
{
    ptrdiff_t at = s.len - 1;
    if (s.len < 4 || s.ptr[at] != ']')
        return s.len;
    while (at > 0 && s.len - at <= 4 && s.ptr[at - 1] >= '0' && s.ptr[at - 1] <= '9')
        at--;
    bool figures = at < s.len - 1 && at > 1 && s.ptr[at - 1] == '[';
    return figures ? at - 1 : s.len;
}

/* Raised figures, daggers. */
static bool is_note_mark(int32_t c)
{
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 ||
           (c >= 0x2074 && c <= 0x2079) || c == 0x2020 || c == 0x2021;
}

struct str punctuation_without_notes(struct str s)
{
    for (bool more = true; more;) {
        s = str_trim(s);
        ptrdiff_t end = note_in_brackets(s), at = s.len;
        if (end == s.len && s.len && is_note_mark(utf8_previous(s, &at)))
            end = at;
        more = end < s.len;
        s = str_slice(s, 0, end);
    }
    return s;
}
