#include "base/program.h"

#include <link.h>

#include "base/file.h"

/* dl_iterate_phdr's: anything but 0 ends it. */
static int identify_object(struct dl_phdr_info *info, size_t size, void *hasher)
{
    (void)size;
    /* The program itself has no name here, and its path may be another one's by now. What has a name
     * without a slash is the kernel's (vDSO). */
    struct str path = str_from(*info->dlpi_name ? info->dlpi_name : "/proc/self/exe");
    if (str_find_byte(path, '/') < 0)
        return 0;
    hasher_field(hasher, path);
    return file_identify(hasher, path.ptr).kind != FILE_REGULAR;
}

bool program_identity(struct hash *out)
{
    struct hasher h;
    hasher_init(&h);
    bool whole = dl_iterate_phdr(identify_object, &h) == 0;
    *out = hasher_done(&h);
    return whole;
}

/* What is looked for, and where it is put down. */
struct library_search {
    struct hasher *h;
    struct str name;
};

static int hash_library(struct dl_phdr_info *info, size_t size, void *user)
{
    (void)size;
    struct library_search *search = user;
    struct str path = str_from(info->dlpi_name);
    if (!str_starts(path_base(path), search->name))
        return 0;
    struct file_info file = file_stat(path.ptr);
    hasher_field(search->h, path_base(path));
    hasher_int(search->h, file.size);
    hasher_int(search->h, file.modified_ns / 1000000000);
    return 0;
}

void program_library(struct hasher *h, struct str name)
{
    dl_iterate_phdr(hash_library, &(struct library_search){h, name});
}
