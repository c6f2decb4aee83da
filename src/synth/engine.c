#include "synth/engine.h"

#include <assert.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <espeak-ng/speak_lib.h>

#include "base/file.h"
#include "base/unicode.h"
#include "synth/engine_data.h"

enum {
    CLAUSE_PHONEMES_MOST = 950, /* at 996 the library drops what follows, silently */
    DENSE_MOST = 80,            /* digits and symbols that cannot fill a clause so far */
    BYTES_MOST = 700,           /* nor can as many letters */
};

/* What is used of the library, found in it when it is loaded: whoever only looks at what it has on the
 * disk is spared it and the thirty libraries that it brings. */
struct library {
    __typeof__(espeak_Initialize) *initialize;
    __typeof__(espeak_Info) *info;
    __typeof__(espeak_SetSynthCallback) *set_synth_callback;
    __typeof__(espeak_ListVoices) *list_voices;
    __typeof__(espeak_SetVoiceByName) *set_voice_by_name;
    __typeof__(espeak_GetCurrentVoice) *get_current_voice;
    __typeof__(espeak_SetParameter) *set_parameter;
    __typeof__(espeak_Synth) *synth;
    __typeof__(espeak_TextToPhonemes) *text_to_phonemes;
    void (*set_rand_seed)(long); /* 1.52 and later; NULL: not there */
};

/* False: not loaded, or another library. */
static bool find_library(struct library *out)
{
    static const char *const names[] = {
        "espeak_Initialize",     "espeak_Info",           "espeak_SetSynthCallback",
        "espeak_ListVoices",     "espeak_SetVoiceByName", "espeak_GetCurrentVoice",
        "espeak_SetParameter",   "espeak_Synth",          "espeak_TextToPhonemes",
        "espeak_ng_SetRandSeed",
    };
    enum { COUNT = sizeof names / sizeof *names, NEEDED = COUNT - 1 };
    void *found[COUNT];
    static_assert(sizeof found == sizeof *out, "a name for each function");
    for (int i = 0; i < COUNT; i++) {
        found[i] = dlsym(RTLD_DEFAULT, names[i]);
        if (!found[i] && i < NEEDED)
            return false;
    }
    memcpy(out, found, sizeof *out); /* as POSIX has it: ISO C knows no other way */
    return true;
}

/* ---- speaking ---- */

struct recording {
    struct arena *arena;
    int16_t *pcm;
    int64_t frames, capacity, most;
    struct engine_event *events;
    ptrdiff_t event_count, event_capacity;
    bool too_long;
};

/* espeak_SetSynthCallback's: gets the recording through the events' user data. 1 = stop. */
static int record(short *wave, int count, espeak_EVENT *events)
{
    struct recording *r = events->user_data;
    if (!r)
        return 0;
    for (; events->type != espeakEVENT_LIST_TERMINATED; events++)
        if (events->type == espeakEVENT_WORD)
            *arena_push(r->arena, r->events, r->event_count, r->event_capacity) =
                (struct engine_event){events->sample, events->text_position,
                                      events->length};
    if (!wave || count <= 0)
        return 0;
    if (r->frames + count > r->most) {
        r->too_long = true;
        return 1;
    }
    if (r->frames + count > r->capacity) {
        int64_t capacity = r->capacity ? 2 * r->capacity : 4 * ENGINE_RATE_HZ;
        while (capacity < r->frames + count)
            capacity *= 2;
        r->pcm = arena_grow(r->arena, r->pcm, r->capacity, capacity,
                            (ptrdiff_t)sizeof *r->pcm);
        r->capacity = capacity;
    }
    memcpy(r->pcm + r->frames, wave, (size_t)count * sizeof *wave);
    r->frames += count;
    return 0;
}

enum bc_status engine_open(void)
{
    struct arena a = {0};
    struct library e;
    struct str path = engine_library(&a), data = engine_data_path(&a);
    /* The path is given, as NULL would make the library ask the environment; without DONT_EXIT it
     * would end the process when it is not content. */
    bool fine = path.len && data.len && engine_load(path.ptr) && find_library(&e) &&
                e.initialize(AUDIO_OUTPUT_SYNCHRONOUS, ENGINE_BUFFER_MS, data.ptr,
                             espeakINITIALIZE_DONT_EXIT) == ENGINE_RATE_HZ;
    const char *used = NULL;
    if (fine)
        e.info(&used);
    fine = used && str_eq(str_from(used), data);
    arena_clear(&a);
    if (!fine)
        return BC_EMISSING;
    if (e.set_rand_seed) /* it begins with one from the clock */
        e.set_rand_seed(1);
    e.set_synth_callback(record);
    /* (The library has started a thread for asynchronous speech by now. It sleeps for ever; forks
     * do not have it, which is why Terminate must not be called in them: it would wait for it.) */
    /* The list of voices is made once here: 2.4 ms that each fork would spend again. */
    e.list_voices(NULL);
    return BC_OK;
}

enum bc_status engine_set_voice(const struct engine_voice *v)
{
    struct library e;
    struct str voice, variant;
    char name[ENGINE_NAME_MOST + 1];
    if (!engine_split_name(v->espeak, &voice, &variant))
        return BC_ECONFIG;
    if (!find_library(&e))
        return BC_EBUG;
    memcpy(name, v->espeak.ptr, (size_t)v->espeak.len);
    name[v->espeak.len] = '\0';
    if (e.set_voice_by_name(name) != EE_OK)
        return BC_ECONFIG;
    /* "gmw/en-US+Lee". A variant that does not exist is success to the library, and left out. */
    const espeak_VOICE *got = e.get_current_voice();
    struct str file, taken;
    str_cut(str_from(got ? got->identifier : NULL), '+', &file, &taken);
    if (!str_eq_ascii_case(path_base(file), voice) || !str_eq(taken, variant))
        return BC_ECONFIG;
    /* From 450 on libsonic would take over, slowly and with word times that jump. */
    int rate = v->rate > ENGINE_RATE_MOST ? ENGINE_RATE_MOST : v->rate;
    bool fine = e.set_parameter(espeakRATE, rate, 0) == EE_OK &&
                e.set_parameter(espeakPITCH, v->pitch, 0) == EE_OK &&
                e.set_parameter(espeakRANGE, v->range, 0) == EE_OK &&
                e.set_parameter(espeakVOLUME, ENGINE_VOLUME, 0) == EE_OK;
    return fine ? BC_OK : BC_EBUG;
}

/* Speaks into `r`. True when the library complained that it could not read a dictionary: it then
 * says two schwas, or nothing, for each word that needs it, and success to us. Only its standard
 * error tells. */
static bool speak_and_listen(const struct library *e, struct recording *r,
                             const char *text, size_t size, bool phonemes, int *result)
{
    char *said = NULL;
    size_t said_size = 0;
    FILE *real = stderr, *memory = open_memstream(&said, &said_size);
    if (memory)
        stderr = memory;
    /* No espeakSSML ever: it would let the text run commands. No espeakENDPAUSE: pauses are the
     * linker's. */
    *result = e->synth(text, size, 0, POS_CHARACTER, 0,
                       espeakCHARS_UTF8 | (phonemes ? espeakPHONEMES : 0), NULL, r);
    stderr = real;
    if (!memory || fclose(memory)) {
        *result = EE_INTERNAL_ERROR;
        return false;
    }
    bool deaf = str_find((struct str){said, (ptrdiff_t)said_size},
                         S("Can't read dictionary")) >= 0;
    free(said);
    return deaf;
}

/* Whether `text` is one of the few that could overflow a clause: a digit makes up to 7 phonemes, a
 * symbol up to 20 and more. */
static bool is_dense(struct str text)
{
    ptrdiff_t dense = 0;
    for (ptrdiff_t at = 0; at < text.len;) {
        int32_t c = utf8_next(text, &at);
        dense += (c >= '0' && c <= '9') || (c >= 0x80 && !unicode_is_letter(c));
    }
    return dense > DENSE_MOST || text.len > BYTES_MOST;
}

/* The byte offset of the first clause with more phonemes than the library takes; -1: none. */
static ptrdiff_t find_overflow(const struct library *e, const char *text)
{
    const void *next = text;
    while (next) {
        const char *clause = next,
                   *phonemes = e->text_to_phonemes(&next, espeakCHARS_UTF8, '_' << 8);
        int count = 1;
        for (; phonemes && *phonemes; phonemes++)
            count += *phonemes == '_' || *phonemes == ' ';
        if (count > CLAUSE_PHONEMES_MOST) {
            while (clause > text && clause[-1] != ' ') /* it reads one character ahead */
                clause--;
            return clause - text;
        }
        if (next && (const char *)next <= clause)
            break;
    }
    return -1;
}

enum bc_status engine_speak(struct utterance *out, struct arena *a, struct str text,
                            bool phonemes, int64_t most_frames)
{
    if (str_find_byte(text, '\0') >= 0) /* would end the text, silently */
        return BC_EINPUT;
    struct library e;
    if (!find_library(&e))
        return BC_EBUG;
    struct recording r = {.arena = a, .most = most_frames};
    int result;
    char *z = str_z(a, text);
    bool deaf = speak_and_listen(&e, &r, z, (size_t)text.len + 1, phonemes, &result);
    if (r.too_long)
        return BC_EINPUT;
    if (result != EE_OK)
        return BC_EBUG;
    if (deaf)
        return BC_EMISSING;
    ptrdiff_t cut_short = is_dense(text) ? find_overflow(&e, z) : -1;
    *out = (struct utterance){r.pcm, r.frames, r.events, r.event_count, cut_short};
    return BC_OK;
}

enum bc_status engine_pronounce(struct strbuf *out, struct str word)
{
    enum { MODE_IPA = 0x02 };
    struct arena scratch = {0};
    struct library e;
    if (!find_library(&e))
        return BC_EBUG;
    const void *next = str_z(&scratch, word);
    for (const void *clause = NULL; next && next != clause;) {
        clause = next;
        struct str ipa = str_from(e.text_to_phonemes(&next, espeakCHARS_UTF8, MODE_IPA));
        for (ptrdiff_t i = 0; i < ipa.len; i++) {
            /* "(en)": from here on in another language */
            while (i < ipa.len && ipa.ptr[i] == '(')
                for (i++; i < ipa.len && ipa.ptr[i - 1] != ')';)
                    i++;
            if (i < ipa.len && ipa.ptr[i] != ' ' && ipa.ptr[i] != '_')
                strbuf_add_byte(out, ipa.ptr[i]);
        }
    }
    arena_clear(&scratch);
    return BC_OK;
}

bool engine_has_sound(struct arena *scratch, struct str word)
{
    struct library e;
    if (!find_library(&e))
        return false;
    const void *next = str_z(scratch, word);
    while (next) {
        const void *clause = next;
        const char *said = e.text_to_phonemes(&next, espeakCHARS_UTF8, 0);
        if (said && str_trim(str_from(said)).len)
            return true;
        if (next == clause)
            break;
    }
    return false;
}
