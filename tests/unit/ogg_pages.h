/* An Ogg page walker of the tests' own, so that the program is not judged by libogg alone. */
#ifndef TESTS_OGG_PAGES_H
#define TESTS_OGG_PAGES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/str.h"

struct test_page {
    ptrdiff_t at, size;
    int flags; /* 1 continued, 2 begin, 4 end of stream */
    int64_t granule;
    uint32_t serial, sequence;
    int segments, packets_ended;
    bool checksum_ok;
};

/* RFC 3533 section 6: polynomial 0x04c11db7, not reflected, initial value 0, bit by bit. */
static inline uint32_t test_page_checksum(const unsigned char *page, ptrdiff_t size)
{
    uint32_t crc = 0;
    for (ptrdiff_t i = 0; i < size; i++) {
        unsigned char byte = i >= 22 && i < 26 ? 0 : page[i];
        crc ^= (uint32_t)byte << 24;
        for (int bit = 0; bit < 8; bit++)
            crc = crc << 1 ^ (crc >> 31 ? 0x04c11db7 : 0);
    }
    return crc;
}

static inline uint64_t test_little_endian(const unsigned char *p, int bytes)
{
    uint64_t v = 0;
    for (int i = bytes - 1; i >= 0; i--)
        v = v << 8 | p[i];
    return v;
}

/* The page at `at`; size 0 when there is none. */
static inline struct test_page test_page_at(struct str file, ptrdiff_t at)
{
    const unsigned char *p = (const unsigned char *)file.ptr + at;
    struct test_page page = {.at = at};
    if (file.len - at < 27 || memcmp(p, "OggS", 5) != 0)
        return page;
    page.flags = p[5];
    page.granule = (int64_t)test_little_endian(p + 6, 8);
    page.serial = (uint32_t)test_little_endian(p + 14, 4);
    page.sequence = (uint32_t)test_little_endian(p + 18, 4);
    page.segments = p[26];
    ptrdiff_t size = 27 + page.segments;
    for (int i = 0; i < page.segments && 27 + i < file.len - at; i++) {
        size += p[27 + i];
        page.packets_ended += p[27 + i] < 255;
    }
    if (size > file.len - at)
        return page;
    page.size = size;
    page.checksum_ok =
        test_page_checksum(p, size) == (uint32_t)test_little_endian(p + 22, 4);
    return page;
}

/* Makes every page's checksum right again, for tests that damage what lies under it. */
static inline void test_pages_seal(char *file, ptrdiff_t len)
{
    for (ptrdiff_t at = 0;;) {
        struct test_page page = test_page_at((struct str){file, len}, at);
        if (!page.size)
            return;
        uint32_t crc = test_page_checksum((unsigned char *)file + at, page.size);
        for (int i = 0; i < 4; i++)
            file[at + 22 + i] = (char)(crc >> 8 * i & 0xFF);
        at += page.size;
    }
}

#endif
