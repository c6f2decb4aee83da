/* A lexicon of anybody, PLS or lines, and a text in which its words are looked up: the lexicon itself. */
#include "../unit/pairs.h"
#include "base/source_open.h"
#include "fuzz.h"
#include "speak/speak.h"

enum { TEXT_BYTES_MOST = 2000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct lexicon x = {.arena = &a};
    const struct source *s;
    enum bc_status status = source_open(
        &s, &a, S("input.pls"), (struct str){(const char *)data, (ptrdiff_t)size}, &d);
    if (status == BC_OK) {
        status = lexicon_read(&x, s, &d);
        ptrdiff_t end = s->bytes.len < TEXT_BYTES_MOST ? s->bytes.len : TEXT_BYTES_MOST;
        while (end < s->bytes.len && ((unsigned char)s->bytes.ptr[end] & 0xC0) == 0x80)
            end++;
        struct str text = str_slice(s->bytes, s->text_begin, end);
        struct str spoken = speak_text(&a, text, NULL, 0, S("en"), &x).str;
        REQUIRE(utf8_invalid_at(spoken) < 0);
        /* Phonemes are where a word of the lexicon stood, or a letter by itself: never what
         * somebody wrote. */
        REQUIRE(x.count || !spoken_has_phonemes(letters_of_phonemes(&a, spoken)));
        for (ptrdiff_t i = 0; i < x.count; i++)
            REQUIRE(x.entries[i].key.len &&
                    (x.entries[i].alias.len != 0) != (x.entries[i].phonemes.len != 0));
    }
    show_all(&d, status);
    arena_clear(&a);
    return 0;
}
