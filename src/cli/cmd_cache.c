/* cli/cmd_cache.c -- the clip cache: how large it is, and making it smaller. */
#include <stddef.h>

#include "cli/command.h"
#include "mix/cache.h"

enum { DAYS_KEPT = 30, DAYS_MOST = 36500 };

struct cache_options {
    bool help, prune, clear;
    int64_t days;
};

static const struct option cache_options[] = {
    {0, "prune", OPTION_FLAG, NULL, offsetof(struct cache_options, prune), 0, 0, NULL,
     "remove clips that were not used for some time"},
    {0, "days", OPTION_INT, "N", offsetof(struct cache_options, days), 0, DAYS_MOST, NULL,
     "with --prune: not used for more than N days (default: 30)"},
    {0, "clear", OPTION_FLAG, NULL, offsetof(struct cache_options, clear), 0, 0, NULL,
     "remove all clips"},
    OPTION_ROW_HELP(struct cache_options),
    OPTION_ROW_END,
};

const struct command cache_command = {
    "cache",
    "",
    "Says how large the clip cache is, and makes it smaller.",
    "The cache is the folder $BRIEFCAST_CACHE, else $XDG_CACHE_HOME/briefcast, else "
    "~/.cache/briefcast. "
    "Every clip in it is a playable .opus file; the small .receipt files say what an "
    "episode was made of, so that it is not made again when nothing changed. Removing "
    "them is always safe: clips are compiled again.",
    cache_options,
    NULL,
};

/* "12.3 MB" */
static void add_size(struct strbuf *out, int64_t bytes)
{
    static const char *const units[] = {"kB", "MB", "GB", "TB"};
    int unit = 0;
    int64_t tenths = (bytes + 50) / 100;
    for (; tenths >= 10000 && unit < 3; unit++)
        tenths = (tenths + 500) / 1000;
    strbuf_addf(out, "%lld.%lld %s", (long long)tenths / 10, (long long)tenths % 10,
                units[unit]);
}

int cmd_cache(int argc, char **argv)
{
    struct session s;
    struct cache_options o = {.days = DAYS_KEPT};
    struct cache *cache = NULL;
    struct cache_stats stats;
    int exit_status;
    if (!session_begin(&s, &cache_command, &o, &o.help, argc, argv, &exit_status))
        return exit_status;
    enum bc_status status = BC_OK;
    if (s.operand_count || (o.prune && o.clear)) {
        diag_error(&s.diag, NOWHERE, "usage", NULL, "%s",
                   s.operand_count ? "this command takes no operands"
                                   : "--prune and --clear exclude each other");
        status = BC_EUSAGE;
    }
    if (status == BC_OK)
        status = cache_open(&cache, false, &s.diag);
    if (status == BC_OK)
        status = cache_sweep(&stats, cache,
                             o.clear   ? 0
                             : o.prune ? (int)o.days
                                       : -1,
                             &s.diag);
    if (status == BC_OK) {
        struct strbuf out = {.arena = &s.arena};
        diag_show(&out, cache_folder(cache));
        strbuf_addf(&out, ": %lld clips, ", (long long)stats.clips);
        add_size(&out, stats.bytes);
        if (o.prune || o.clear) {
            strbuf_addf(&out, "; removed %lld clips, ", (long long)stats.removed);
            add_size(&out, stats.removed_bytes);
        }
        strbuf_add_byte(&out, '\n');
        status = print_result(strbuf_str(&out), &s.diag);
    }
    cache_close(cache);
    return session_end(&s, DIAGNOSTICS_TEXT, status);
}
