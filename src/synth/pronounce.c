#include "synth/pronounce.h"

#include <unistd.h>

#include "base/file.h"
#include "synth/engine.h"
#include "synth/zygote.h"

enum {
    BATCH_WORDS = 1000,
    ANSWER_BYTES_MOST = 1 << 20,
};

/* The zygote's callback: the request is the voice, then words, a line each; the answer, their IPA, as
 * many lines. */
static enum bc_status pronounce_job(struct str request, int out_fd,
                                    struct zygote_reply *reply)
{
    struct arena a = {0};
    struct str voice, word;
    struct strbuf out = {.arena = &a};
    bool more = str_cut(request, '\n', &voice, &request);
    const struct engine_voice v = {voice, 50, 50, 175};
    enum bc_status status = engine_set_voice(&v);
    if (status == BC_OK)
        status = zygote_confine(reply);
    while (more && status == BC_OK) {
        more = str_cut(request, '\n', &word, &request);
        status = engine_pronounce(&out, word);
        strbuf_add_byte(&out, '\n');
    }
    if (status == BC_OK && !file_write_fd(out_fd, strbuf_str(&out)))
        status = BC_EIO;
    arena_clear(&a);
    return status;
}

static struct str request_of(struct arena *a, struct str voice, const struct str *words,
                             ptrdiff_t count)
{
    struct strbuf out = {.arena = a};
    strbuf_add(&out, voice);
    for (ptrdiff_t i = 0; i < count; i++) {
        strbuf_add_byte(&out, '\n');
        strbuf_add(&out, words[i]);
    }
    return strbuf_str(&out);
}

/* The child has read a stranger's words: what it answers is checked. */
static bool take_answer(struct str *ipa, ptrdiff_t count, struct str answer)
{
    if (utf8_invalid_at(answer) >= 0)
        return false;
    for (ptrdiff_t i = 0; i < count; i++)
        if (!str_cut(answer, '\n', &ipa[i], &answer))
            return false;
    return true;
}

static enum bc_status say_batch(struct zygote *z, struct str *ipa, struct arena *a,
                                struct str voice, const struct str *words,
                                ptrdiff_t count)
{
    struct zygote_result r = {.fd = -1};
    struct str answer = S("");
    enum bc_status status = zygote_submit(z, 0, request_of(a, voice, words, count));
    if (status != BC_OK)
        return status;
    if (!zygote_collect(z, &r, -1))
        return BC_ERETRY; /* a signal came */
    if (r.status == BC_OK && file_read_fd(&answer, a, r.fd, ANSWER_BYTES_MOST) != BC_OK)
        r.status = BC_EBUG;
    if (r.fd >= 0)
        close(r.fd);
    if (r.status == BC_OK && !take_answer(ipa, count, answer))
        r.status = BC_EBUG;
    return r.status;
}

enum bc_status pronounce(struct str *ipa, struct arena *a, struct str voice,
                         const struct str *words, ptrdiff_t count, struct diag *d)
{
    static const struct zygote_limits limits = {30, 512 << 20, ANSWER_BYTES_MOST};
    struct zygote *z = NULL;
    for (ptrdiff_t i = 0; i < count; i++)
        ipa[i] = S("");
    enum bc_status status = zygote_start(&z, 1, pronounce_job, &limits);
    if (status != BC_OK) {
        zygote_tell(status, d);
        return status;
    }
    for (ptrdiff_t i = 0; i < count && status == BC_OK; i += BATCH_WORDS) {
        ptrdiff_t some = count - i < BATCH_WORDS ? count - i : BATCH_WORDS;
        status = say_batch(z, ipa + i, a, voice, words + i, some);
    }
    if (status != BC_OK && status != BC_ECONFIG)
        diag_error(d, NOWHERE, "engine", NULL,
                   "the speech engine cannot say how it pronounces names");
    zygote_stop(z);
    return status;
}
