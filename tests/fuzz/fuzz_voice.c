/* A voice profile, and a register of who has which voice. */
#include "base/source_open.h"
#include "fuzz.h"
#include "voice/cast.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct str bytes = {(const char *)data, (ptrdiff_t)size};
    const struct source *s;
    enum bc_status status = source_open(&s, &a, S("voice.yaml"), bytes, &d);
    if (status == BC_OK) {
        struct profile profile;
        status = profile_parse(&profile, &a, S("voice"), s, &d);
        if (status == BC_OK) {
            REQUIRE(profile.pitch >= 0 && profile.pitch <= 99);
            REQUIRE(profile.rate >= 80 && profile.rate <= 449);
            struct str language = profile.languages[0]; /* only these are measured */
            struct measurement m = {.language = language,
                                    .gain_cb = 120,
                                    .sound = {.f0_hz = 101, .centroid_hz = 900}};
            struct str written = profile_with_measurement(&a, &profile, &m);
            const struct source *again = source_make(&a, S("voice.yaml"), written);
            int gain = 0;
            REQUIRE(profile_parse(&profile, &a, S("voice"), again, &d) == BC_OK);
            REQUIRE(profile_gain(&profile, language, &gain) && gain == 120);
        }
        show_all(&d, status);

        struct diag other = {.arena = &a};
        struct palette none = {0};
        struct cast_register *reg;
        show_all(&other, cast_register_load(&reg, &a, s, &none, &other));
    }
    arena_clear(&a);
    return 0;
}
