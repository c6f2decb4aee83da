#include "base/program.h"

#include <link.h>

#include "base/file.h"

/* dl_iterate_phdr's. */
static int identify_object(struct dl_phdr_info *info, size_t size, void *hasher)
{
    (void)size;
    /* The program itself has no name here, and its path may be another one's by now. */
    const char *path = *info->dlpi_name ? info->dlpi_name : "/proc/self/exe";
    hasher_field(hasher, str_from(path));
    file_identify(hasher, path);
    return 0;
}

struct hash program_identity(void)
{
    struct hasher h;
    hasher_init(&h);
    dl_iterate_phdr(identify_object, &h);
    return hasher_done(&h);
}
