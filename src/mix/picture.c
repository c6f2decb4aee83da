#include "mix/picture.h"

#include <string.h>

#include "base/hash.h"

enum { FRONT_COVER = 3 };

static uint32_t get16(const unsigned char *p)
{
    return (uint32_t)p[0] << 8 | p[1];
}

static uint32_t get32(const unsigned char *p)
{
    return get16(p) << 16 | get16(p + 2);
}

static bool set_size(struct picture *out, uint32_t width, uint32_t height)
{
    if (!width || !height || width > INT32_MAX || height > INT32_MAX)
        return false;
    out->width = (int)width;
    out->height = (int)height;
    return true;
}

/* IHDR's 13 bytes (PNG, section 11.2.2). */
static bool png_header(struct picture *out, const unsigned char *p, bool *indexed)
{
    static const int channels[] = {1, 0, 3, 1, 2, 0, 4}; /* by colour type */
    int bits = p[8], type = p[9];
    if (type > 6 || !channels[type] || bits < 1 || bits > 16 || (bits & (bits - 1)))
        return false;
    *indexed = type == 3;
    out->depth = *indexed ? 24 : channels[type] * bits;
    return set_size(out, get32(p), get32(p + 4));
}

/* Chunks from IHDR to IEND; false when one is cut short or missing. */
static bool read_png(struct picture *out)
{
    const unsigned char *p = (const unsigned char *)out->bytes.ptr;
    ptrdiff_t len = out->bytes.len;
    bool indexed = false, data = false;
    for (ptrdiff_t at = 8; len - at >= 12;) {
        uint32_t size = get32(p + at);
        if (size > (uint64_t)(len - at - 12))
            return false;
        const unsigned char *type = p + at + 4, *body = p + at + 8;
        if (at == 8) {
            if (memcmp(type, "IHDR", 4) != 0 || size != 13 ||
                !png_header(out, body, &indexed))
                return false;
        } else if (memcmp(type, "PLTE", 4) == 0 && indexed) {
            out->colours = (int)(size / 3);
        } else if (memcmp(type, "IDAT", 4) == 0) {
            data = true;
        } else if (memcmp(type, "IEND", 4) == 0) {
            return data && (!indexed || (out->colours >= 1 && out->colours <= 256));
        }
        at += 12 + (ptrdiff_t)size;
    }
    return false;
}

/* The offset of the next marker's code at or behind `at` in entropy-coded data; len when none. */
static ptrdiff_t jpeg_next_marker(const unsigned char *p, ptrdiff_t len, ptrdiff_t at)
{
    while (at + 1 < len) {
        const unsigned char *ff = memchr(p + at, 0xFF, (size_t)(len - at - 1));
        if (!ff)
            return len;
        at = ff - p + 1;
        if (p[at] && p[at] != 0xFF &&
            (p[at] < 0xD0 || p[at] > 0xD7)) /* not stuffing, not RSTn */
            return at;
    }
    return len;
}

static bool jpeg_is_frame(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
           marker != 0xCC;
}

/* Segments from SOI to EOI (ITU-T T.81, annex B); false when one is cut short or missing. */
static bool read_jpeg(struct picture *out)
{
    enum { SOI = 0xD8, EOI = 0xD9, SOS = 0xDA, TEM = 0x01 };
    const unsigned char *p = (const unsigned char *)out->bytes.ptr;
    ptrdiff_t len = out->bytes.len;
    bool scan = false;
    for (ptrdiff_t at = 2; at < len;) {
        if (p[at] != 0xFF && !scan)
            return false;
        at = jpeg_next_marker(p, len, at);
        if (at >= len || p[at] == SOI)
            return false;
        int marker = p[at++];
        if (marker == EOI)
            return scan && out->width;
        if (marker == TEM)
            continue;
        if (len - at < 2)
            return false;
        ptrdiff_t size = (ptrdiff_t)get16(p + at);
        if (size < 2 || size > len - at)
            return false;
        if (jpeg_is_frame(marker)) {
            if (size < 8 || !p[at + 2] || !p[at + 7] || out->width ||
                !set_size(out, get16(p + at + 5), get16(p + at + 3)))
                return false;
            out->depth = p[at + 2] * p[at + 7];
        }
        scan = scan || marker == SOS;
        at += size;
    }
    return false;
}

enum bc_status picture_open(struct picture *out, struct str name, struct str bytes,
                            struct diag *d)
{
    static const char take[] = "give a PNG or JPEG file of at most 8 MiB";
    *out = (struct picture){.bytes = bytes};
    bool png = str_starts(bytes, S("\x89PNG\r\n\x1A\n")),
         jpeg = str_starts(bytes, S("\xFF\xD8\xFF"));
    if (!png && !jpeg) {
        diag_error(d, NOWHERE, "cover", take,
                   "the cover image '%.*s' is neither PNG nor JPEG", STR_ARGS(name));
        return BC_EINPUT;
    }
    if (bytes.len > PICTURE_BYTES_MOST) {
        diag_error(d, NOWHERE, "cover", take, "the cover image '%.*s' is too large",
                   STR_ARGS(name));
        return BC_EINPUT;
    }
    out->media_type = png ? S("image/png") : S("image/jpeg");
    if (png ? read_png(out) : read_jpeg(out))
        return BC_OK;
    diag_error(d, NOWHERE, "cover", "the file may have been cut short; save it again",
               "the cover image '%.*s' is damaged", STR_ARGS(name));
    return BC_EINPUT;
}

static void add32(struct strbuf *b, int64_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        strbuf_add_byte(b, (char)(value >> shift & 0xFF));
}

struct str picture_block(struct arena *a, const struct picture *p)
{
    struct strbuf b = {.arena = a};
    add32(&b, FRONT_COVER);
    add32(&b, p->media_type.len);
    strbuf_add(&b, p->media_type);
    add32(&b, 0); /* no description */
    add32(&b, p->width);
    add32(&b, p->height);
    add32(&b, p->depth);
    add32(&b, p->colours);
    add32(&b, p->bytes.len);
    strbuf_add(&b, p->bytes);
    return base64(a, strbuf_str(&b));
}
