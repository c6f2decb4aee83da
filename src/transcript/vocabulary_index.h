/* transcript/vocabulary_index.h -- every word of the vocabulary with its classes, for one look.
 *
 * A hash table with open addressing and linear probing, constant: make_vocabulary_index.c writes it
 * from transcript/vocabulary_lists.h when the program is built.
 */
#ifndef BRIEFCAST_TRANSCRIPT_VOCABULARY_INDEX_H
#define BRIEFCAST_TRANSCRIPT_VOCABULARY_INDEX_H

#include <stdint.h>

#include "base/str.h"

struct vocabulary_word {
    uint64_t classes; /* 1 << enum word_class */
    uint32_t at, len; /* bytes of vocabulary_letters */
};

enum { VOCABULARY_SLOTS = 1 << 13 }; /* at least twice as many as words */

extern const struct vocabulary_word vocabulary_words[];
extern const char vocabulary_letters[];
extern const uint16_t
    vocabulary_slots[VOCABULARY_SLOTS];    /* a word's number + 1; 0: free */
extern const ptrdiff_t vocabulary_longest; /* bytes of the longest word */

/* The step of FNV-1a, a byte at a time, so that the beginnings of a text cost no more than the text. */
enum { VOCABULARY_HASH_BEGIN = 0x11C9DC5 };
static inline uint32_t vocabulary_hash(uint32_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * 0x01000193u;
}
/* The slot where the search for a word begins. */
static inline uint32_t vocabulary_slot(uint32_t hash)
{
    return (hash ^ hash >> 15) % VOCABULARY_SLOTS;
}

#endif
