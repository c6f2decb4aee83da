#include "cli/sounds.h"

#include <string.h>

#include "base/process.h"
#include "base/processors.h"

struct compile_request sound_request(const struct sound *s, int bitrate)
{
    enum { SOUND_BITRATE = 64000 };
    return (struct compile_request){
        .encode = {bitrate > SOUND_BITRATE ? bitrate : SOUND_BITRATE, ENCODE_COMPLEXITY,
                   true},
        .sound = s->bytes,
        .content = s->content,
    };
}

void sound_tell(const struct sound *s, const struct clip_order *order, const char *hint,
                struct diag *d)
{
    if (order->signal)
        diag_error(d, s->place, "audio", hint,
                   "reading '%.*s' was ended by signal %d (%s), twice", STR_ARGS(s->path),
                   order->signal, strsignal(order->signal));
    else
        diag_error(d, s->place, "audio", hint, "'%.*s' cannot be played: %s",
                   STR_ARGS(s->path),
                   order->message[0] ? order->message : "the engine failed");
}

/* Waits for the orders, and tells of those that failed. */
static enum bc_status settle_all(struct schedule *schedule, struct diag *d)
{
    enum bc_status all = BC_OK, status = BC_OK;
    for (bool more = true; status == BC_OK && more && !process_interrupted();) {
        struct clip_order *settled;
        more = schedule_waiting(schedule) > 0;
        status = schedule_run(schedule, &settled, -1, d);
        for (; settled; settled = settled->next)
            if (settled->state == CLIP_FAILED) {
                sound_tell(settled->owner, settled, NULL, d);
                all = status_worse(all, settled->status);
            }
    }
    return status_worse(all, status);
}

enum bc_status sounds_try(const struct script *s, struct diag *d)
{
    struct arena own = {0};
    struct cache *cache = NULL;
    struct schedule *schedule = NULL;
    if (!s->sound_count)
        return BC_OK;
    struct clip_order *orders = arena_array(&own, struct clip_order, s->sound_count);
    enum bc_status status = cache_open(&cache, false, d);
    if (status == BC_OK)
        status = schedule_open(&schedule, cache, processors_available());
    for (ptrdiff_t i = 0; i < s->sound_count && status == BC_OK; i++) {
        orders[i].request = sound_request(s->sounds[i], ENCODE_BITRATE);
        orders[i].key = compile_key(&orders[i].request, NULL);
        orders[i].owner = s->sounds[i];
        status = schedule_add(schedule, &orders[i], d);
    }
    if (status == BC_OK)
        status = settle_all(schedule, d);
    schedule_close(schedule);
    cache_close(cache);
    arena_clear(&own);
    return status;
}
