#include "transcript/vocabulary.h"

#include "transcript/vocabulary_index.h"

/* The classes of `word`, whose hash is known. */
static uint64_t find(uint32_t hash, struct str word)
{
    for (uint32_t slot = vocabulary_slot(hash); vocabulary_slots[slot];
         slot = (slot + 1) % VOCABULARY_SLOTS) {
        const struct vocabulary_word *w = &vocabulary_words[vocabulary_slots[slot] - 1];
        if (str_eq(word, (struct str){vocabulary_letters + w->at, w->len}))
            return w->classes;
    }
    return 0;
}

uint64_t vocabulary_classes(struct str word)
{
    uint32_t hash = VOCABULARY_HASH_BEGIN;
    if (!word.len || word.len > vocabulary_longest)
        return 0;
    for (ptrdiff_t i = 0; i < word.len; i++)
        hash = vocabulary_hash(hash, word.ptr[i]);
    return find(hash, word);
}

bool vocabulary_has(enum word_class class, struct str word)
{
    return vocabulary_classes(word) >> class & 1;
}

static bool ends_word(struct str text, ptrdiff_t at)
{
    if (at >= text.len)
        return true;
    unsigned char c = (unsigned char)text.ptr[at];
    return !(c & 0x80) && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
}

ptrdiff_t vocabulary_prefix(enum word_class class, struct str text)
{
    uint32_t hash = VOCABULARY_HASH_BEGIN;
    ptrdiff_t longest = 0;
    for (ptrdiff_t at = 1; at <= text.len && at <= vocabulary_longest; at++) {
        hash = vocabulary_hash(hash, text.ptr[at - 1]);
        if (ends_word(text, at) && find(hash, str_slice(text, 0, at)) >> class & 1)
            longest = at;
    }
    return longest;
}
