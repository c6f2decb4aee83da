#include "synth/engine.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <espeak-ng/speak_lib.h>

#include "base/file.h"
#include "base/unicode.h"

enum {
    PATH_MOST = 150,      /* bytes: the library's buffer for it holds 160 */
    NAME_MOST = 38,       /* bytes: the library's buffers for "gmw/en-US+Lee" hold 40 */
    FILE_MOST = 64 << 20, /* bytes of a data file */
    DATA_FOLDERS_MOST = 4,
    CLAUSE_PHONEMES_MOST = 950, /* at 996 the library drops what follows, silently */
    DENSE_MOST = 80,            /* digits and symbols that cannot fill a clause so far */
    BYTES_MOST = 700,           /* nor can as many letters */
};

/* Voice names come from validated profiles; this is the second lock: no paths, no empty parts. */
static bool name_is_plain(struct str name)
{
    for (ptrdiff_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
              (c >= '0' && c <= '9') || c == '-' || c == '_' || (c == ' ' && i > 0)))
            return false;
    }
    return name.len > 0;
}

static bool split_name(struct str espeak, struct str *voice, struct str *variant)
{
    bool varied = str_cut(espeak, '+', voice, variant);
    return espeak.len <= NAME_MOST && name_is_plain(*voice) &&
           (!varied || name_is_plain(*variant));
}

/* ---- the data on the disk ---- */

/* The library's own file, as the dynamic linker found it. */
static struct str library_path(void)
{
    Dl_info info;
    /* A function's address as an object's is POSIX's rule for dlsym, and dladdr's. */
    void *address = dlsym(RTLD_DEFAULT, "espeak_Initialize");
    return address && dladdr(address, &info) ? str_from(info.dli_fname) : S("");
}

struct str engine_data_path(struct arena *a)
{
    struct str library = library_path();
    struct str folder = str_slice(library, 0, library.len - path_base(library).len - 1);
    struct str candidates[DATA_FOLDERS_MOST] = {
        path_join(a, folder, S("espeak-ng-data")),
        path_join(a, folder, S("../share/espeak-ng-data")),
        path_join(a, folder, S("../../share/espeak-ng-data")),
        str_copy(a, S("/usr/share/espeak-ng-data")),
    };
    for (ptrdiff_t i = 0; i < DATA_FOLDERS_MOST; i++)
        if (candidates[i].len <= PATH_MOST &&
            file_stat(path_join(a, candidates[i], S("phontab")).ptr).kind == FILE_REGULAR)
            return candidates[i];
    return S("");
}

static enum bc_status find_data(struct str *out, struct arena *a, struct diag *d)
{
    *out = engine_data_path(a);
    if (out->len)
        return BC_OK;
    diag_error(d, NOWHERE, "engine-missing", "install espeak-ng-data",
               "the data of eSpeak NG are not installed");
    return BC_EMISSING;
}

static struct str lower_ascii(struct arena *a, struct str s)
{
    char *p = str_z(a, s);
    for (ptrdiff_t i = 0; i < s.len; i++)
        if (p[i] >= 'A' && p[i] <= 'Z')
            p[i] = (char)(p[i] + ('a' - 'A'));
    return (struct str){p, s.len};
}

static void sort_names(struct str *names, ptrdiff_t *count)
{
    ptrdiff_t kept = 0;
    if (*count)
        qsort(names, (size_t)*count, sizeof *names, str_order);
    for (ptrdiff_t i = 0; i < *count; i++)
        if (!kept || !str_eq(names[kept - 1], names[i]))
            names[kept++] = names[i];
    *count = kept;
}

enum bc_status engine_inventory(struct voice_inventory *out, struct arena *a,
                                struct diag *d)
{
    struct str data;
    struct str *languages, *variants;
    ptrdiff_t language_count, variant_count;
    enum bc_status status = find_data(&data, a, d);
    if (status == BC_OK)
        status = file_walk(&languages, &language_count, a,
                           path_join(a, data, S("lang")).ptr, d);
    if (status == BC_OK)
        status = file_walk(&variants, &variant_count, a,
                           path_join(a, data, S("voices/!v")).ptr, d);
    if (status != BC_OK)
        return BC_EMISSING;
    /* The engine finds a voice by the last part of its file's name in any case of letters, but a
     * variant in the right case only. */
    for (ptrdiff_t i = 0; i < language_count; i++)
        languages[i] = lower_ascii(a, path_base(languages[i]));
    sort_names(languages, &language_count);
    sort_names(variants, &variant_count);
    *out = (struct voice_inventory){languages, language_count, variants, variant_count};
    return BC_OK;
}

/* ---- fingerprints ---- */

/* The dictionary that a voice file names, else the first part of its first language. */
static struct str dictionary_of(struct str voice_file)
{
    struct str line, name = S("");
    while (str_cut(voice_file, '\n', &line, &voice_file) || line.len) {
        struct str key, value;
        str_cut(line, ' ', &key, &value);
        value = str_trim(value);
        if (str_eq(key, S("dictionary")))
            return value;
        if (str_eq(key, S("language")) && !name.len)
            for (ptrdiff_t end = 0;
                 end < value.len && value.ptr[end] != '-' && value.ptr[end] != ' '; end++)
                name = str_slice(value, 0, end + 1);
    }
    return name;
}

struct prints {
    struct arena *a;
    struct diag *d;
    struct str data;
    struct str *languages; /* voice files below lang/ */
    ptrdiff_t language_count;
    struct hash common;
    struct str dictionary; /* the one that was hashed last */
    struct hash dictionary_hash;
};

static enum bc_status hash_file(struct hash *out, const struct prints *p, struct str name)
{
    struct str bytes;
    enum bc_status status =
        file_read(&bytes, p->a, path_join(p->a, p->data, name).ptr, FILE_MOST, p->d);
    if (status == BC_OK)
        *out = hash_bytes(bytes);
    return status == BC_OK ? BC_OK : BC_EMISSING;
}

static void hash_facts(struct hasher *h, struct str name, const char *path)
{
    struct file_info info = file_stat(path);
    hasher_field(h, name);
    hasher_int(h, info.size);
    hasher_int(h, info.modified_ns / 1000000000);
}

/* What all voices share. The library's file stands in by size and time: its version string does
 * not change with a distribution's patches. */
static enum bc_status hash_common(struct prints *p)
{
    static const char *const files[] = {"phontab", "phonindex", "phondata",
                                        "intonations"};
    struct hasher h;
    hasher_init(&h);
    hasher_field(&h, str_from(espeak_Info(NULL)));
    hasher_int(&h, ENGINE_RATE_HZ);
    hasher_int(&h, ENGINE_BUFFER_MS);
    hasher_int(&h, ENGINE_VOLUME);
    struct str library = library_path();
    hash_facts(&h, path_base(library), str_z(p->a, library));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct hash content;
        enum bc_status status = hash_file(&content, p, str_from(files[i]));
        if (status != BC_OK)
            return status;
        hasher_field(&h, (struct str){(const char *)content.bytes, HASH_BYTES});
    }
    for (ptrdiff_t i = 0; i < p->language_count; i++) {
        struct str language = path_base(p->languages[i]);
        struct str name = str_format(p->a, "%.*s_dict", STR_ARGS(language));
        hash_facts(&h, name, path_join(p->a, p->data, name).ptr);
    }
    p->common = hasher_done(&h);
    return BC_OK;
}

static enum bc_status hash_voice(struct hash *out, struct prints *p, struct str espeak)
{
    struct str voice, variant, voice_file, variant_file = S(""), path = S("");
    if (split_name(espeak, &voice, &variant))
        for (ptrdiff_t i = 0; i < p->language_count && !path.len; i++)
            if (str_eq_ascii_case(path_base(p->languages[i]), voice))
                path =
                    path_join(p->a, path_join(p->a, p->data, S("lang")), p->languages[i]);
    if (!path.len) {
        diag_error(p->d, NOWHERE, "voice-unknown", "`briefcast voices` lists them",
                   "eSpeak NG has no voice '%.*s'", STR_ARGS(espeak));
        return BC_ECONFIG;
    }
    enum bc_status status = file_read(&voice_file, p->a, path.ptr, FILE_MOST, p->d);
    if (status == BC_OK && variant.len) {
        path = path_join(p->a, path_join(p->a, p->data, S("voices/!v")), variant);
        status = file_read(&variant_file, p->a, path.ptr, FILE_MOST, p->d);
    }
    struct str dictionary = status == BC_OK ? dictionary_of(voice_file) : S("");
    if (status == BC_OK && !str_eq(dictionary, p->dictionary)) {
        p->dictionary = dictionary;
        status = hash_file(&p->dictionary_hash, p,
                           str_format(p->a, "%.*s_dict", STR_ARGS(dictionary)));
    }
    if (status != BC_OK)
        return status == BC_ENOINPUT ? BC_ECONFIG : status;
    struct hasher h;
    hasher_init(&h);
    hasher_field(&h, (struct str){(const char *)p->common.bytes, HASH_BYTES});
    hasher_field(&h, (struct str){(const char *)p->dictionary_hash.bytes, HASH_BYTES});
    hasher_field(&h, espeak);
    hasher_field(&h, voice_file);
    hasher_field(&h, variant_file);
    *out = hasher_done(&h);
    return BC_OK;
}

enum bc_status engine_fingerprints(struct hash *out, struct arena *scratch,
                                   const struct str *espeak, ptrdiff_t count,
                                   struct diag *d)
{
    struct prints p = {.a = scratch, .d = d, .dictionary = S("")};
    enum bc_status status = find_data(&p.data, scratch, d);
    if (status == BC_OK &&
        file_walk(&p.languages, &p.language_count, scratch,
                  path_join(scratch, p.data, S("lang")).ptr, d) != BC_OK)
        status = BC_EMISSING;
    if (status == BC_OK)
        status = hash_common(&p);
    for (ptrdiff_t i = 0; i < count && status == BC_OK; i++)
        status = hash_voice(&out[i], &p, espeak[i]);
    return status;
}

enum bc_status engine_fingerprint(struct hash *out, struct arena *scratch,
                                  struct str espeak, struct diag *d)
{
    return engine_fingerprints(out, scratch, &espeak, 1, d);
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
    struct str data = engine_data_path(&a);
    /* The path is given, as NULL would make the library ask the environment; without DONT_EXIT it
     * would end the process when it is not content. */
    int rate = data.len ? espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, ENGINE_BUFFER_MS,
                                            data.ptr, espeakINITIALIZE_DONT_EXIT)
                        : -1;
    const char *used = NULL;
    if (rate == ENGINE_RATE_HZ)
        espeak_Info(&used);
    bool fine = used && str_eq(str_from(used), data);
    arena_clear(&a);
    if (!fine)
        return BC_EMISSING;
    /* 1.52 and later begin with a seed from the clock. */
    void *seed = dlsym(RTLD_DEFAULT, "espeak_ng_SetRandSeed");
    if (seed) {
        void (*set_seed)(long);
        memcpy(&set_seed, &seed, sizeof set_seed);
        set_seed(1);
    }
    espeak_SetSynthCallback(record);
    /* (The library has started a thread for asynchronous speech by now. It sleeps for ever; forks
     * do not have it, which is why Terminate must not be called in them: it would wait for it.) */
    /* The list of voices is made once here: 2.4 ms that each fork would spend again. */
    espeak_ListVoices(NULL);
    return BC_OK;
}

enum bc_status engine_set_voice(const struct engine_voice *v)
{
    struct str voice, variant;
    char name[NAME_MOST + 1];
    if (!split_name(v->espeak, &voice, &variant))
        return BC_ECONFIG;
    memcpy(name, v->espeak.ptr, (size_t)v->espeak.len);
    name[v->espeak.len] = '\0';
    if (espeak_SetVoiceByName(name) != EE_OK)
        return BC_ECONFIG;
    /* "gmw/en-US+Lee". A variant that does not exist is success to the library, and left out. */
    const espeak_VOICE *got = espeak_GetCurrentVoice();
    struct str file, taken;
    str_cut(str_from(got ? got->identifier : NULL), '+', &file, &taken);
    if (!str_eq_ascii_case(path_base(file), voice) || !str_eq(taken, variant))
        return BC_ECONFIG;
    /* From 450 on libsonic would take over, slowly and with word times that jump. */
    int rate = v->rate > ENGINE_RATE_MOST ? ENGINE_RATE_MOST : v->rate;
    bool fine = espeak_SetParameter(espeakRATE, rate, 0) == EE_OK &&
                espeak_SetParameter(espeakPITCH, v->pitch, 0) == EE_OK &&
                espeak_SetParameter(espeakRANGE, v->range, 0) == EE_OK &&
                espeak_SetParameter(espeakVOLUME, ENGINE_VOLUME, 0) == EE_OK;
    return fine ? BC_OK : BC_EBUG;
}

/* Speaks into `r`. True when the library complained that it could not read a dictionary: it then
 * says two schwas, or nothing, for each word that needs it, and success to us. Only its standard
 * error tells. */
static bool speak_and_listen(struct recording *r, const char *text, size_t size,
                             int *result)
{
    char *said = NULL;
    size_t said_size = 0;
    FILE *real = stderr, *memory = open_memstream(&said, &said_size);
    if (memory)
        stderr = memory;
    /* No espeakSSML ever: it would let the text run commands. No espeakENDPAUSE: pauses are the
     * linker's. */
    *result = espeak_Synth(text, size, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL, r);
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
static ptrdiff_t find_overflow(const char *text)
{
    const void *next = text;
    while (next) {
        const char *clause = next,
                   *phonemes = espeak_TextToPhonemes(&next, espeakCHARS_UTF8, '_' << 8);
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
                            int64_t most_frames)
{
    if (str_find_byte(text, '\0') >= 0) /* would end the text, silently */
        return BC_EINPUT;
    struct recording r = {.arena = a, .most = most_frames};
    int result;
    char *z = str_z(a, text);
    bool deaf = speak_and_listen(&r, z, (size_t)text.len + 1, &result);
    if (r.too_long)
        return BC_EINPUT;
    if (result != EE_OK)
        return BC_EBUG;
    if (deaf)
        return BC_EMISSING;
    ptrdiff_t cut_short = is_dense(text) ? find_overflow(z) : -1;
    *out = (struct utterance){r.pcm, r.frames, r.events, r.event_count, cut_short};
    return BC_OK;
}
