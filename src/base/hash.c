#include "base/hash.h"

#include <assert.h>
#include <string.h>

#include <sodium.h>

/* sodium_init only chooses faster implementations: nothing here depends on it. */
void hash_prepare(void)
{
    int ignored = sodium_init();
    (void)ignored;
}

static_assert(sizeof(crypto_generichash_state) <= sizeof(struct hasher),
              "room for the state");

static crypto_generichash_state *state_of(struct hasher *h)
{
    return (crypto_generichash_state *)(void *)h->state;
}

void hasher_init(struct hasher *h)
{
    crypto_generichash_init(state_of(h), NULL, 0, HASH_BYTES);
}

static void add_int(struct hasher *h, int64_t n)
{
    unsigned char le[8];
    for (int i = 0; i < 8; i++)
        le[i] = (unsigned char)((uint64_t)n >> (8 * i));
    crypto_generichash_update(state_of(h), le, sizeof le);
}

void hasher_field(struct hasher *h, struct str field)
{
    add_int(h, field.len);
    crypto_generichash_update(state_of(h),
                              (const unsigned char *)(field.ptr ? field.ptr : ""),
                              (unsigned long long)field.len);
}

void hasher_int(struct hasher *h, int64_t field)
{
    add_int(h, 8);
    add_int(h, field);
}

struct hash hasher_done(struct hasher *h)
{
    struct hash out;
    crypto_generichash_final(state_of(h), out.bytes, sizeof out.bytes);
    return out;
}

struct hash hash_bytes(struct str bytes)
{
    struct hash out;
    crypto_generichash(out.bytes, sizeof out.bytes,
                       (const unsigned char *)(bytes.ptr ? bytes.ptr : ""),
                       (unsigned long long)bytes.len, NULL, 0);
    return out;
}

struct hash hash_sha256(struct str bytes)
{
    struct hash out;
    crypto_hash_sha256(out.bytes, (const unsigned char *)(bytes.ptr ? bytes.ptr : ""),
                       (unsigned long long)bytes.len);
    return out;
}

struct str hash_hex(struct arena *a, struct hash h)
{
    char *hex = arena_array(a, char, 2 * HASH_BYTES + 1);
    sodium_bin2hex(hex, 2 * HASH_BYTES + 1, h.bytes, HASH_BYTES);
    return (struct str){hex, 2 * HASH_BYTES};
}

struct str base64(struct arena *a, struct str bytes)
{
    size_t room =
        sodium_base64_encoded_len((size_t)bytes.len, sodium_base64_VARIANT_ORIGINAL);
    char *text = arena_array(a, char, (ptrdiff_t)room);
    sodium_bin2base64(text, room, (const unsigned char *)(bytes.ptr ? bytes.ptr : ""),
                      (size_t)bytes.len, sodium_base64_VARIANT_ORIGINAL);
    return (struct str){text, (ptrdiff_t)room - 1};
}
