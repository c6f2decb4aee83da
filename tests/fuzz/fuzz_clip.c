/* A clip from a cache that others may write to. */
#include "fuzz.h"
#include "mix/clip.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct str bytes = {(const char *)data, (ptrdiff_t)size};
    struct clip clip;
    /* The key is 64 hexadecimal digits behind "KEY="; a fuzzer cannot guess it, so it is given. */
    struct hash key = {0};
    ptrdiff_t at = str_find(bytes, S("KEY="));
    if (at >= 0 && bytes.len - at >= 4 + 64)
        for (int i = 0; i < 64; i++) {
            char c = bytes.ptr[at + 4 + i];
            int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                               : 0;
            key.bytes[i / 2] = (uint8_t)(key.bytes[i / 2] << 4 | digit);
        }
    if (clip_read(&clip, &a, bytes, &key) == BC_OK) {
        REQUIRE(clip.packet_count > 0);
        REQUIRE(0 <= clip.speech_begin && clip.speech_begin < clip.speech_end);
        REQUIRE(clip.speech_end <= clip.packet_count * 960);
        for (ptrdiff_t i = 0; i < clip.word_count; i++)
            REQUIRE(clip.words[i].start < clip.words[i].stop);
        struct clip again;
        REQUIRE(clip_read(&again, &a, clip_write(&a, &clip), &key) == BC_OK);
        REQUIRE(again.packet_count == clip.packet_count &&
                again.word_count == clip.word_count);
    }
    arena_clear(&a);
    return 0;
}
