/* What the engine prints of a text: the only judge of what it will say. In a fork, as an engine is
 * opened once in a process. */
#ifndef BRIEFCAST_TESTS_ENGINE_PRINT_H
#define BRIEFCAST_TESTS_ENGINE_PRINT_H

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <espeak-ng/speak_lib.h>

#include "synth/engine.h"

/* Runs `work` in a fork with an engine; true: it returned true. */
static inline bool engine_fork(bool (*work)(void *user), void *user)
{
    fflush(NULL);
    pid_t child = fork();
    if (!child) {
        bool good = engine_open() == BC_OK && work(user);
        fflush(NULL);
        _exit(good ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    return status == 0;
}

static inline void *engine_function(const char *name)
{
    void *f = dlsym(RTLD_DEFAULT, name);
    if (!f)
        abort();
    return f;
}

static inline bool engine_use(const char *voice)
{
    __typeof__(espeak_SetVoiceByName) *set = NULL;
    *(void **)&set = engine_function("espeak_SetVoiceByName");
    return set(voice) == EE_OK;
}

/* In the fork: the IPA that the voice has for `text`, in which [[...]] are phonemes. */
static inline struct str engine_print(struct arena *a, struct str text)
{
    __typeof__(espeak_SetPhonemeTrace) *trace = NULL;
    __typeof__(espeak_Synth) *synth = NULL;
    char *printed = NULL;
    size_t size = 0;
    *(void **)&trace = engine_function("espeak_SetPhonemeTrace");
    *(void **)&synth = engine_function("espeak_Synth");
    FILE *f = open_memstream(&printed, &size);
    trace(espeakPHONEMES_IPA, f);
    synth(str_z(a, text), (size_t)text.len + 1, 0, POS_CHARACTER, 0,
          espeakCHARS_UTF8 | espeakPHONEMES, NULL, NULL);
    trace(0, NULL);
    fclose(f);
    struct str s = str_trim(str_copy(a, str_from(printed)));
    free(printed);
    return s;
}

/* In the fork, once: from here on [[...]] are phonemes for engine_mnemonics as well. (The library
 * remembers it of what it spoke last.) */
static inline bool engine_listen_for_phonemes(void)
{
    __typeof__(espeak_Synth) *synth = NULL;
    *(void **)&synth = engine_function("espeak_Synth");
    return synth("a", 2, 0, POS_CHARACTER, 0, espeakCHARS_UTF8 | espeakPHONEMES, NULL,
                 NULL) == EE_OK;
}

/* In the fork: the voice's phonemes for `text` in the engine's own mnemonics, "|" between clauses.
 * They are what it would speak, at a tenth of the price. */
static inline struct str engine_mnemonics(struct arena *a, struct str text)
{
    __typeof__(espeak_TextToPhonemes) *print = NULL;
    *(void **)&print = engine_function("espeak_TextToPhonemes");
    struct strbuf b = {.arena = a};
    const void *next =
        "a"; /* a full stop at the end of the last text would be said here */
    print(&next, espeakCHARS_UTF8, 0);
    next = str_z(a, text);
    while (next) {
        const char *clause = print(&next, espeakCHARS_UTF8, 0);
        strbuf_add(&b, b.len ? S("|") : S(""));
        strbuf_add(&b, str_trim(str_from(clause)));
    }
    return strbuf_str(&b);
}

#endif
