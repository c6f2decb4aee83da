#include "base/source_open.h"

static void check_utf8(const struct source *s, bool *wrong, struct diag *d)
{
    ptrdiff_t count = 0, first = -1, at = 0;
    while (at < s->bytes.len) {
        ptrdiff_t invalid = utf8_invalid_at(str_slice(s->bytes, at, s->bytes.len));
        if (invalid < 0)
            break;
        first = count++ ? first : at + invalid;
        at += invalid + 1;
    }
    if (!count)
        return;
    *wrong = true;
    diag_error(d, place_of(s, first, first + 1), "utf8-invalid",
               "save the file as UTF-8; iconv -f WINDOWS-1252 -t UTF-8 may convert it",
               "not valid UTF-8: %td byte%s, the first is 0x%02X", count,
               count == 1 ? "" : "s", (unsigned char)s->bytes.ptr[first]);
}

static void check_nul(const struct source *s, bool *wrong, struct diag *d)
{
    ptrdiff_t count = 0, first = str_find_byte(s->bytes, 0);
    if (first < 0)
        return;
    for (ptrdiff_t i = first; i < s->bytes.len; i++)
        count += !s->bytes.ptr[i];
    *wrong = true;
    diag_error(d, place_of(s, first, first + 1), "nul-byte",
               "this is not a text file, or it is UTF-16: save it as UTF-8",
               "%td NUL byte%s in the text", count, count == 1 ? "" : "s");
}

enum bc_status source_check(const struct source *s, struct diag *d)
{
    bool wrong = false;
    check_utf8(s, &wrong, d);
    check_nul(s, &wrong, d);
    struct str text = str_slice(s->bytes, s->text_begin, s->bytes.len);
    if (!wrong && str_trim(text).len == 0) {
        wrong = true;
        diag_error(d, place_of(s, 0, s->bytes.len), "empty-input", NULL,
                   s->bytes.len ? "the file holds nothing but blanks"
                                : "the file is empty");
    }
    return wrong ? BC_EINPUT : BC_OK;
}

enum bc_status source_open(const struct source **out, struct arena *a, struct str name,
                           struct str bytes, struct diag *d)
{
    *out = source_make(a, name, bytes);
    return source_check(*out, d);
}
