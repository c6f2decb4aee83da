#include "script/sound.h"

#include "base/file_beside.h"

struct str sound_told(const struct sound *s)
{
    return s->description.len ? s->description : s->alternate;
}

/* The files that were looked at. */
struct loading {
    struct sound *files[SOUND_FILES_MOST]; /* the first sound of each */
    enum bc_status found[SOUND_FILES_MOST];
    ptrdiff_t count, bytes;
    struct arena *a;
    struct str path;
    ptrdiff_t most;
    struct diag *d;
};

static enum bc_status refuse(const struct loading *l, const struct sound *s,
                             const char *hint, const char *what)
{
    diag_error(l->d, s->place, "audio", hint, "%s", what);
    return BC_EINPUT;
}

/* One that no sound before it has. */
static enum bc_status load(struct loading *l, struct sound *s)
{
    ptrdiff_t left = SOUND_BYTES_IN_ALL - l->bytes;
    if (str_eq(l->path, S("-")))
        return refuse(l, s, "give the script as a file",
                      "a script from standard input has no folder in which sounds lie");
    if (l->count == SOUND_FILES_MOST)
        return refuse(l, s, NULL, "over 200 different sound files in one script");
    if (left < l->most)
        return refuse(l, s, "convert them to FLAC, Ogg or MP3",
                      "the sound files of this script are larger than 128 MiB together");
    enum bc_status status = file_read_beside(&s->bytes, NULL, l->a, l->path, s->path,
                                             l->most, s->place, l->d);
    if (status == BC_OK && !s->bytes.len)
        status = refuse(l, s, NULL, "this sound file is empty");
    if (status == BC_OK)
        s->content = hash_bytes(s->bytes);
    l->bytes += s->bytes.len;
    l->files[l->count] = s;
    l->found[l->count++] = status;
    return status;
}

enum bc_status sounds_load(struct sound *const *sounds, ptrdiff_t count, struct arena *a,
                           struct str path, ptrdiff_t most, struct diag *d)
{
    if (!count)
        return BC_OK;
    struct loading *l = arena_new(a, struct loading);
    *l = (struct loading){.a = a, .path = path, .most = most, .d = d};
    enum bc_status all = BC_OK;
    for (ptrdiff_t i = 0; i < count && (all == BC_OK || l->count < SOUND_FILES_MOST);
         i++) {
        ptrdiff_t k = 0;
        while (k < l->count && !str_eq(l->files[k]->path, sounds[i]->path))
            k++;
        enum bc_status status = k < l->count ? l->found[k] : load(l, sounds[i]);
        if (k < l->count && status == BC_OK) {
            sounds[i]->bytes = l->files[k]->bytes;
            sounds[i]->content = l->files[k]->content;
        }
        all = status_worse(all, status);
        if (str_eq(path, S("-")))
            break;
    }
    return all;
}
