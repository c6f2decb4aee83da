/* cli/pipeline.h -- one input from file to script, and from clips to outputs. */
#ifndef BRIEFCAST_CLI_PIPELINE_H
#define BRIEFCAST_CLI_PIPELINE_H

#include "base/diag.h"
#include "cli/inputs.h"
#include "cli/studio.h"
#include "mix/link.h"
#include "mix/schedule.h"
#include "script/announce.h"
#include "script/ledger.h"
#include "script/script.h"

enum { INPUT_BYTES_MOST = 256 << 20 };

/* How an input is taken. */
struct taking {
    const char
        *format; /* of read_formats; another than the first says that it is no script */
    struct announcing announce; /* what is added to a transcript; with the tempo */
};

/* File -> script, not cast, and nothing settled of what is spoken. As pipeline_script. */
BC_CHECK enum bc_status pipeline_read(struct script **script, struct arena *a,
                                      const char *path, const struct taking *how,
                                      struct diag *d);
/* File -> finished, cast script with its ledger, in the tempo that is asked for. `path` "-" is
 * standard input. Everything lives in `a`. */
BC_CHECK enum bc_status pipeline_script(struct script **script, struct ledger **ledger,
                                        struct arena *a, const char *path,
                                        const struct taking *how,
                                        const struct studio *studio, struct diag *d);

/* Appends why the transcript that `script` was made of was read as it was (turns/explain.h); of a
 * script, that it is one. `format` as above. */
BC_CHECK enum bc_status pipeline_explain(struct strbuf *out, const struct script *script,
                                         const char *format);

/* "4 speakers, 3 chapters, 20 sentences" */
void add_size_of_script(struct strbuf *out, const struct script *s);

/* What is asked of the compiler for `spoken` in `voice` (a profile's name), in the script's language
 * and tempo, with its key. */
BC_CHECK enum bc_status pipeline_request(struct clip_order *out, struct studio *studio,
                                         const struct script *s, struct str voice,
                                         struct str spoken, int bitrate, struct diag *d);
/* An order for every segment, in `a`. */
BC_CHECK enum bc_status pipeline_orders(struct clip_order **out, struct arena *a,
                                        const struct script *s, struct studio *studio,
                                        int bitrate, void *owner, struct diag *d);

/* CPU time of the parent by stage. */
struct stage_times {
    int64_t setup_us, script_us, order_us, link_us, publish_us, write_us;
    int64_t link_wall_us;
};

/* What an episode became. */
struct rendered {
    struct str
        files[OUTPUT_COUNT]; /* in the order of output_suffixes; live in the arena */
    struct linked linked;
    int64_t samples; /* at 48 kHz */
    ptrdiff_t chapters;
};

/* Clips -> all outputs, in memory. BC_ERETRY: a clip vanished from the cache; *missing
 * is its index, and it was dropped, so that it can be compiled again (nothing is
 * reported). `l` NULL: no coverage. */
BC_CHECK enum bc_status
pipeline_render(struct rendered *out, ptrdiff_t *missing, struct arena *a,
                const struct script *s, const struct ledger *l,
                const struct clip_order *orders, const struct cache *cache,
                const struct picture *cover, struct stage_times *times, struct diag *d);
/* Writes all outputs or none (but for a fault of the disk between two renames). */
BC_CHECK enum bc_status pipeline_write(const struct rendered *r, const struct input *in,
                                       struct stage_times *times, struct diag *d);

#endif
