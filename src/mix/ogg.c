#include "mix/ogg.h"

#include <ogg/ogg.h>
#include <string.h>

enum {
    PACKET_SAMPLES = 960, /* 20 ms at 48 kHz */
    PAGE_PACKETS = 50,
    PAGE_SEGMENTS = 255, /* lacing values in a page header, RFC 3533 section 6 */
    HEAD_BYTES = 19,     /* OpusHead of channel mapping family 0, RFC 7845 section 5.1 */
    FILE_MOST = 1 << 30, /* bytes; libogg counts in int */
};

struct ogg_writer {
    struct strbuf out;
    ogg_stream_state stream;
    struct str
        held; /* the latest packet: only the one after it shows that it was not the last */
    bool holding;
    int64_t packets; /* handed to the stream, headers not counted */
    int64_t sequence;
    int page_packets, page_segments;
};

/* libogg fails only for want of memory. */
static void need(bool ok)
{
    if (!ok)
        out_of_memory();
}

static uint32_t get32(const unsigned char *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static void add16(struct strbuf *b, unsigned value)
{
    strbuf_add_byte(b, (char)(value & 0xFF));
    strbuf_add_byte(b, (char)(value >> 8 & 0xFF));
}

static void add32(struct strbuf *b, uint32_t value)
{
    add16(b, value & 0xFFFF);
    add16(b, value >> 16);
}

/* Everything that was handed to the stream becomes pages. */
static void flush(struct ogg_writer *w)
{
    ogg_page page;
    while (ogg_stream_flush_fill(&w->stream, &page, PAGE_SEGMENTS * 255)) {
        strbuf_add(&w->out, (struct str){(char *)page.header, page.header_len});
        strbuf_add(&w->out, (struct str){(char *)page.body, page.body_len});
    }
    w->page_packets = w->page_segments = 0;
}

static void packet_in(struct ogg_writer *w, struct str bytes, int64_t granule, bool last)
{
    ogg_packet packet = {
        .packet = (unsigned char *)bytes.ptr, /* libogg only reads it */
        .bytes = bytes.len,
        .b_o_s = w->sequence == 0,
        .e_o_s = last,
        .granulepos = granule,
        .packetno = w->sequence++,
    };
    need(ogg_stream_packetin(&w->stream, &packet) == 0);
}

static struct str head_packet(struct arena *a, const struct ogg_head *head)
{
    struct strbuf b = {.arena = a};
    strbuf_add(&b, S("OpusHead\x01\x01"));
    add16(&b, (unsigned)head->pre_skip);
    add32(&b, (uint32_t)head->input_rate_hz);
    add16(&b, (unsigned)head->output_gain_q8 & 0xFFFF);
    strbuf_add_byte(&b, 0);
    return strbuf_str(&b);
}

static struct str tags_packet(struct arena *a, const struct ogg_head *head)
{
    struct strbuf b = {.arena = a};
    strbuf_add(&b, S("OpusTags"));
    add32(&b, (uint32_t)head->vendor.len);
    strbuf_add(&b, head->vendor);
    add32(&b, (uint32_t)head->comment_count);
    for (ptrdiff_t i = 0; i < head->comment_count; i++) {
        const struct ogg_comment *c = &head->comments[i];
        add32(&b, (uint32_t)(c->name.len + 1 + c->value.len));
        strbuf_add(&b, c->name);
        strbuf_add_byte(&b, '=');
        strbuf_add(&b, c->value);
    }
    return strbuf_str(&b);
}

struct ogg_writer *ogg_begin(struct arena *a, const struct ogg_head *head)
{
    struct ogg_writer *w = arena_new(a, struct ogg_writer);
    w->out.arena = a;
    if (head->bytes_expected > 0) {
        w->out.ptr = arena_alloc(a, head->bytes_expected, 1);
        w->out.capacity = head->bytes_expected;
    }
    int32_t serial;
    memcpy(&serial, &head->serial, sizeof serial);
    need(ogg_stream_init(&w->stream, serial) == 0);
    packet_in(w, head_packet(a, head), 0, false);
    flush(w);
    packet_in(w, tags_packet(a, head), 0, false);
    flush(w);
    return w;
}

/* The held packet goes to the stream, on a new page when the present one is full. */
static void release(struct ogg_writer *w, bool last, int64_t granule)
{
    int segments = (int)(w->held.len / 255 + 1);
    if (w->page_packets == PAGE_PACKETS || w->page_segments + segments > PAGE_SEGMENTS)
        flush(w);
    packet_in(w, w->held, granule, last);
    w->packets++;
    w->page_packets++;
    w->page_segments += segments;
}

void ogg_add(struct ogg_writer *w, struct str packet, bool new_page)
{
    if (w->holding)
        release(w, false, (w->packets + 1) * PACKET_SAMPLES);
    if (new_page)
        flush(w);
    w->held = packet;
    w->holding = true;
}

struct str ogg_end(struct ogg_writer *w, int64_t end)
{
    if (w->holding)
        release(w, true, end);
    flush(w);
    ogg_stream_clear(&w->stream);
    return strbuf_str(&w->out);
}

static bool parse_head(struct ogg_head *out, const unsigned char *p, ptrdiff_t len)
{
    if (len < HEAD_BYTES || memcmp(p, "OpusHead", 8) != 0)
        return false;
    /* Only the major version matters (RFC 7845 section 5.1); family 0 has one or two channels. */
    if ((p[8] & 0xF0) != 0 || p[9] < 1 || p[9] > 2 || p[18] != 0)
        return false;
    out->pre_skip = p[10] | p[11] << 8;
    uint32_t rate = get32(p + 12);
    out->input_rate_hz = rate > INT32_MAX ? 0 : (int)rate;
    int gain = p[16] | p[17] << 8;
    out->output_gain_q8 = gain >= 0x8000 ? gain - 0x10000 : gain;
    return true;
}

/* A view of the next length-prefixed string of a comment header, *at moved behind it. */
static bool next_string(struct str *out, const unsigned char *p, ptrdiff_t len,
                        ptrdiff_t *at)
{
    if (len - *at < 4)
        return false;
    uint32_t n = get32(p + *at);
    *at += 4;
    if (n > (uint64_t)(len - *at))
        return false;
    *out = (struct str){(const char *)p + *at, (ptrdiff_t)n};
    *at += n;
    return true;
}

static struct str upper_name(struct arena *a, struct str name)
{
    char *upper = str_z(a, name);
    for (ptrdiff_t i = 0; i < name.len; i++) {
        if (upper[i] < 0x20 || upper[i] > 0x7D) /* RFC 7845 section 5.2 */
            return (struct str){NULL, 0};
        if (upper[i] >= 'a' && upper[i] <= 'z')
            upper[i] = (char)(upper[i] - ('a' - 'A'));
    }
    return (struct str){upper, name.len};
}

static bool parse_tags(struct ogg_head *out, struct arena *a, const unsigned char *p,
                       ptrdiff_t len)
{
    ptrdiff_t at = 8;
    struct str vendor;
    if (len < 8 || memcmp(p, "OpusTags", 8) != 0 || !next_string(&vendor, p, len, &at) ||
        utf8_invalid_at(vendor) >= 0 || len - at < 4)
        return false;
    uint32_t count = get32(p + at);
    at += 4;
    if (count > (uint64_t)(len - at) / 4)
        return false;
    struct ogg_comment *comments = arena_array(a, struct ogg_comment, count);
    ptrdiff_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct str comment, name, value;
        if (!next_string(&comment, p, len, &at) || utf8_invalid_at(comment) >= 0)
            return false;
        if (!str_cut(comment, '=', &name, &value))
            continue;
        name = upper_name(a, name);
        if (name.len)
            comments[kept++] = (struct ogg_comment){name, str_copy(a, value)};
    }
    out->vendor = str_copy(a, vendor);
    out->comments = comments;
    out->comment_count = kept;
    return true;
}

/* What is known while a file is read. */
struct reader {
    struct ogg_file *file;
    struct arena *arena;
    ogg_stream_state stream;
    bool begun, ended;  /* a stream; its last page was seen */
    int64_t headers;    /* header packets seen */
    ptrdiff_t capacity; /* of file->packets */
    char *room;         /* for the packets' bytes; as much as the file has */
};

static bool take_packet(struct reader *r, const ogg_packet *packet)
{
    struct ogg_file *f = r->file;
    if (r->headers == 0) {
        r->headers++;
        return parse_head(&f->head, packet->packet, packet->bytes);
    }
    if (r->headers == 1) {
        r->headers++;
        return parse_tags(&f->head, r->arena, packet->packet, packet->bytes);
    }
    if (packet->bytes < 1)
        return false;
    struct str *kept = arena_push(r->arena, f->packets, f->packet_count, r->capacity);
    *kept = (struct str){r->room, packet->bytes};
    memcpy(r->room, packet->packet, (size_t)packet->bytes);
    r->room += packet->bytes;
    return true;
}

static bool take_page(struct reader *r, ogg_page *page)
{
    bool first = !r->begun;
    if (r->ended || ogg_page_version(page) != 0 || !ogg_page_bos(page) == first)
        return false;
    if (first) {
        int serial = ogg_page_serialno(page);
        need(ogg_stream_init(&r->stream, serial) == 0);
        r->begun = true;
        memcpy(&r->file->head.serial, &serial, sizeof serial);
        if (ogg_page_packets(page) != 1)
            return false;
    }
    r->ended = ogg_page_eos(page);
    int64_t granule = ogg_page_granulepos(page);
    if (ogg_page_packets(page) > 0) {
        if (granule < r->file->end)
            return false;
        r->file->end = granule;
    }
    if (ogg_stream_pagein(&r->stream, page) != 0)
        return false; /* another stream's */
    ogg_packet packet;
    int got;
    int64_t headers_before = r->headers;
    while ((got = ogg_stream_packetout(&r->stream, &packet)) > 0) {
        if (!take_packet(r, &packet))
            return false;
    }
    /* -1: a page is missing. Headers end their pages. */
    return got == 0 && (headers_before == 2 || r->file->packet_count == 0);
}

static bool read_pages(struct reader *r, ogg_sync_state *sync, ptrdiff_t len)
{
    ogg_page page;
    for (ptrdiff_t at = 0; at < len;) {
        long size = ogg_sync_pageseek(sync, &page);
        if (size <= 0 ||
            !take_page(r, &page)) /* 0: cut short; < 0: no page here, or damaged */
            return false;
        at += size;
    }
    return r->ended && r->headers == 2;
}

enum bc_status ogg_read(struct ogg_file *out, struct arena *a, struct str bytes)
{
    *out = (struct ogg_file){0};
    if (bytes.len <= 0 || bytes.len > FILE_MOST)
        return BC_EINPUT;
    struct reader r = {.file = out, .arena = a, .room = arena_alloc(a, bytes.len, 1)};
    ogg_sync_state sync;
    ogg_sync_init(&sync);
    char *buffer = ogg_sync_buffer(&sync, bytes.len);
    need(buffer != NULL);
    memcpy(buffer, bytes.ptr, (size_t)bytes.len);
    ogg_sync_wrote(&sync, bytes.len);
    bool ok = read_pages(&r, &sync, bytes.len);
    if (r.begun)
        ogg_stream_clear(&r.stream);
    ogg_sync_clear(&sync);
    return ok ? BC_OK : BC_EINPUT;
}

struct str ogg_comment_find(const struct ogg_head *h, struct str name)
{
    for (ptrdiff_t i = 0; i < h->comment_count; i++)
        if (str_eq(h->comments[i].name, name))
            return h->comments[i].value;
    return (struct str){NULL, 0};
}
