/* base/hash.h -- BLAKE2b-256 for keys, SHA-256 for what users compare. (libsodium) */
#ifndef BRIEFCAST_BASE_HASH_H
#define BRIEFCAST_BASE_HASH_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum { HASH_BYTES = 32 };
struct hash {
    unsigned char bytes[HASH_BYTES];
};

/* BLAKE2b-256 over fields: each is preceded by its length (8 bytes, little endian), so
 * that no two lists of fields collide by concatenation. */
struct hasher {
    _Alignas(64) unsigned char state[384];
};
void hasher_init(struct hasher *h);
void hasher_field(struct hasher *h, struct str field);
void hasher_int(struct hasher *h, int64_t field);
struct hash hasher_done(struct hasher *h);

/* Chooses the fastest implementation for this processor; the hashes are the same. Asks the
 * system for random bytes, which a confined child may not: to be called before. */
void hash_prepare(void);

struct hash hash_bytes(struct str bytes);  /* BLAKE2b-256 of the bytes alone */
struct hash hash_sha256(struct str bytes); /* FIPS 180-4 */
struct str hash_hex(struct arena *a, struct hash h);
struct str base64(struct arena *a, struct str bytes); /* RFC 4648, padded */

#endif
