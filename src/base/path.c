/* base/path.c -- names of files, as far as text goes. (base/file.h) */
#include "base/file.h"

enum { NAME_BYTES_MOST = 120 };

struct str path_base(struct str path)
{
    ptrdiff_t at = path.len;
    while (at > 0 && path.ptr[at - 1] != '/')
        at--;
    return str_slice(path, at, path.len);
}

struct str path_extension(struct str path)
{
    struct str base = path_base(path);
    for (ptrdiff_t at = base.len; at > 1; at--)
        if (base.ptr[at - 1] == '.')
            return str_slice(base, at, base.len);
    return S("");
}

struct str path_join(struct arena *a, struct str folder, struct str name)
{
    bool slash = folder.len && folder.ptr[folder.len - 1] != '/';
    struct str joined =
        str_format(a, "%.*s%s%.*s", STR_ARGS(folder), slash ? "/" : "", STR_ARGS(name));
    return (struct str){str_z(a, joined), joined.len};
}

struct str path_sanitise(struct arena *a, struct str name)
{
    struct strbuf out = {.arena = a};
    for (ptrdiff_t at = 0; at < name.len;) {
        ptrdiff_t from = at;
        int32_t c = utf8_next(name, &at);
        bool invalid = c == 0xFFFD && at - from == 1;
        bool reserved = c < 0x80 && str_find_byte(S("/<>:\"|?*\\"), (char)c) >= 0;
        bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 ||
                       c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
                       (c >= 0x2066 && c <= 0x2069);
        bool hides = out.len == 0 && (c == '.' || c == '-' || utf8_is_space(c));
        if (hides)
            continue;
        if (out.len + (at - from) > NAME_BYTES_MOST)
            break;
        if (invalid || reserved || control)
            strbuf_add_byte(&out, '_');
        else
            strbuf_add(&out, str_slice(name, from, at));
    }
    struct str clean = str_trim(strbuf_str(&out));
    while (clean.len &&
           clean.ptr[clean.len - 1] == '.') /* not allowed at the end on Windows */
        clean = str_trim(str_slice(clean, 0, clean.len - 1));
    return clean.len ? clean : S("untitled");
}
