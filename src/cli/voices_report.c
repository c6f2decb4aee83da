#include "cli/voices_report.h"

#include "base/file.h"
#include "base/process.h"
#include "cli/audition.h"
#include "mix/calibration_text.h"
#include "publish/voices_page.h"

/* Of the text that voices are measured with: a greeting, a long sentence, a question. */
static const int said[] = {0, 1, 4};

static struct str sample_text(struct arena *a, struct str language)
{
    ptrdiff_t count;
    const struct str *sentences = calibration_text(language, &count);
    struct strbuf b = {.arena = a};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        if (said[i] >= count)
            continue;
        strbuf_add(&b, b.len ? S(" ") : S(""));
        strbuf_add(&b, sentences[said[i]]);
    }
    return strbuf_str(&b);
}

static enum bc_status write_sample(const struct profile *p, struct str text,
                                   struct studio *studio, struct str folder, int jobs,
                                   struct diag *d)
{
    struct arena scratch = {0};
    struct str bytes;
    struct str name = str_format(&scratch, "%.*s.opus", STR_ARGS(p->name));
    enum bc_status status = audition(&bytes, &scratch, studio, &p, 1, text, jobs, d);
    if (status == BC_OK)
        status =
            file_write(path_join(&scratch, folder, name).ptr, bytes, FILE_DURABLE, d);
    arena_clear(&scratch);
    return status;
}

enum bc_status voices_report(struct str *page, struct arena *a, struct studio *studio,
                             const struct profile *const *voices, ptrdiff_t count,
                             struct str folder, int jobs, struct diag *d)
{
    struct voices_text *texts = NULL;
    ptrdiff_t text_count = 0, capacity = 0;
    enum bc_status status = BC_OK;
    for (ptrdiff_t i = 0;; i++) {
        struct str language = calibration_language(i);
        if (!language.len)
            break;
        *arena_push(a, texts, text_count, capacity) =
            (struct voices_text){language, sample_text(a, language)};
    }
    for (ptrdiff_t i = 0; i < count && status == BC_OK; i++) {
        struct str text =
            voices[i]->language_count ? sample_text(a, voices[i]->languages[0]) : S("");
        if (text.len)
            status = write_sample(voices[i], text, studio, folder, jobs, d);
        if (process_interrupted())
            status = BC_ERETRY;
    }
    *page = path_join(a, folder, S("index.html"));
    if (status == BC_OK)
        status = file_write(page->ptr, voices_page(a, voices, count, texts, text_count),
                            FILE_DURABLE, d);
    return status;
}
