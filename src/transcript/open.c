#include "transcript/open.h"

#include "base/archive.h"
#include "base/charset.h"
#include "base/source_open.h"
#include "transcript/container.h"

enum { MAIL_HEAD_MOST = 16384 };

static enum bc_status open_text(const struct source **out, struct arena *a,
                                struct str name, struct str bytes, struct diag *d)
{
    int percent;
    enum charset set = charset_detect(bytes, &percent);
    if (set == CHARSET_UTF8)
        return source_open(out, a, name, bytes, d);
    const char *encoding = charset_name(set);
    bool wide = set == CHARSET_UTF16LE || set == CHARSET_UTF16BE;
    struct str text;
    ptrdiff_t wrong = 0;
    bool right = charset_convert(&text, &wrong, a, bytes, set);
    *out = source_make_converted(a, name, text, bytes, encoding,
                                 wide ? SOURCE_UTF16 : SOURCE_BYTE);
    enum bc_status status = source_check(*out, d);
    if (!right) {
        diag_error(d, place_of(*out, text.len, text.len), "utf16-invalid", NULL,
                   "not valid %s: byte %td begins no whole character", encoding, wrong);
        return BC_EINPUT;
    }
    if (status == BC_OK && wide)
        diag_note(d, place_of(*out, 0, text.len), "charset", NULL, "read as %s",
                  encoding);
    else if (status == BC_OK)
        diag_note(d, place_of(*out, 0, text.len), "charset",
                  "save the file as UTF-8 should that be wrong",
                  "read as %s: %d %% of its characters beyond ASCII fit", encoding,
                  percent);
    return status;
}

/* Is it an e-mail as it was sent, whose text is encoded or one part of several? (RFC 5322 section
 * 2.1, RFC 2045 section 3) */
static bool is_coded_mail(struct str bytes)
{
    static const char *const coded[] = {"content-transfer-encoding: quoted-printable",
                                        "content-transfer-encoding: base64",
                                        "content-type: multipart/"};
    struct str rest = str_slice(bytes, 0, MAIL_HEAD_MOST), line;
    bool is = false, field = false;
    while (str_cut(rest, '\n', &line, &rest) && str_trim(line).len) {
        ptrdiff_t colon = str_find_byte(line, ':');
        bool folded = field && (line.ptr[0] == ' ' || line.ptr[0] == '\t');
        field = colon > 0 && str_find_byte(str_slice(line, 0, colon), ' ') < 0;
        if (!field && !folded)
            return false;
        field = true;
        for (size_t i = 0; i < sizeof coded / sizeof *coded; i++) {
            struct str key = str_from(coded[i]);
            is = is || str_eq_ascii_case(str_slice(line, 0, key.len), key);
        }
    }
    return is;
}

/* What begins like this is no text, and what it is. */
static bool refuse_binary(const struct source **out, struct arena *a, struct str name,
                          struct str bytes, struct diag *d)
{
    static const struct {
        const char *magic, *what;
    } kinds[] = {
        {"%PDF-", "a PDF"},
        {"{\\rtf", "a document in RTF"},
        {"\xD0\xCF\x11\xE0", "an old office document, or one that is encrypted"},
    };
    if (is_coded_mail(bytes)) {
        *out = source_make(a, name, S(""));
        diag_error(d, place_of(*out, 0, 0), "not-text",
                   "save its text as .txt or .html in the mail program",
                   "this is an e-mail as it was sent, and encoded");
        return true;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_starts(bytes, str_from(kinds[i].magic))) {
            *out = source_make(a, name, S(""));
            diag_error(d, place_of(*out, 0, 0), "not-text",
                       "save it as text, .docx, .odt or HTML", "this is %s",
                       kinds[i].what);
            return true;
        }
    return false;
}

enum bc_status open_source(const struct source **out, struct arena *a, struct str name,
                           struct str bytes, struct diag *d)
{
    if (refuse_binary(out, a, name, bytes, d))
        return BC_EINPUT;
    return archive_is(bytes) ? container_open(out, a, name, bytes, d)
                             : open_text(out, a, name, bytes, d);
}
