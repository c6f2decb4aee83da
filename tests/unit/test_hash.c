/* hash: known answers, and fields that cannot collide by concatenation. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/hash.h"

#define assert_str(s, literal) assert_string_equal(str_z(&a, (s)), (literal))

static void known_answers(void **state)
{
    (void)state;
    struct arena a = {0};
    /* FIPS 180-4's example; BLAKE2b-256 as `b2sum -l 256` prints it */
    assert_str(hash_hex(&a, hash_sha256(S("abc"))),
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_str(hash_hex(&a, hash_bytes(S("abc"))),
               "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    assert_str(hash_hex(&a, hash_bytes(S(""))),
               "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    assert_str(base64(&a, S("foob")), "Zm9vYg==");
    assert_str(base64(&a, S("")), "");
    arena_clear(&a);
}

static struct hash of(struct str x, struct str y)
{
    struct hasher h;
    hasher_init(&h);
    hasher_field(&h, x);
    hasher_field(&h, y);
    return hasher_done(&h);
}

static void fields_do_not_run_together(void **state)
{
    (void)state;
    struct hash ab_c = of(S("ab"), S("c")), a_bc = of(S("a"), S("bc")),
                again = of(S("ab"), S("c"));
    assert_memory_not_equal(&ab_c, &a_bc, sizeof ab_c);
    assert_memory_equal(&ab_c, &again, sizeof ab_c);
    struct hasher h;
    hasher_init(&h);
    hasher_int(&h, 1);
    struct hash one = hasher_done(&h);
    hasher_init(&h);
    hasher_int(&h, 256);
    struct hash other = hasher_done(&h);
    assert_memory_not_equal(&one, &other, sizeof one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_answers),
        cmocka_unit_test(fields_do_not_run_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
