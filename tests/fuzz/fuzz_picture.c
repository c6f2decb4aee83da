/* A cover image. */
#include "fuzz.h"
#include "mix/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {.arena = &a};
    struct picture picture;
    enum bc_status status = picture_open(
        &picture, S("cover"), (struct str){(const char *)data, (ptrdiff_t)size}, &d);
    if (status == BC_OK) {
        REQUIRE(picture.width > 0 && picture.height > 0);
        REQUIRE(picture_block(&a, &picture).len > 32);
    }
    show_all(&d, status);
    arena_clear(&a);
    return 0;
}
