#include "cli/command.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"

const char *const diagnostics_names[] = {"text", "json", "github", NULL};

#define ADVICE_LANGUAGE                                                                  \
    "a script says it in its first lines, as 'language: de'; of a transcript it is "     \
    "found "                                                                             \
    "out"
#define ADVICE_RATE "briefcast make --rate 1.5 is half as fast again"
#define ADVICE_VOICES "--cast FILE says who has which voice, as in 'Ada Orm: contralto'"

const struct option_advice reading_advice[] = {
    {"format", "--from says what an input is; an episode is Ogg Opus"},
    {"lang", ADVICE_LANGUAGE},
    {"language", ADVICE_LANGUAGE},
    {"out", "did you mean '--output'?"},
    {"outdir", "did you mean '--output'?"},
    {"quiet", "did you mean '--progress=none'?"},
    {"speaker", ADVICE_VOICES},
    {"speed", ADVICE_RATE},
    {"tempo", ADVICE_RATE},
    {"voice", ADVICE_VOICES},
    {NULL, NULL},
};

void commands_all(struct command out[COMMAND_COUNT + 1])
{
    const struct command *const all[COMMAND_COUNT] = {
        &make_command,   &script_command, &check_command,
        &voices_command, &info_command,   &cache_command,
    };
    for (int i = 0; i < COMMAND_COUNT; i++)
        out[i] = *all[i];
    out[COMMAND_COUNT] = (struct command){0};
}

enum bc_status print_result(struct str text, struct diag *d)
{
    if (file_write_fd(STDOUT_FILENO, text))
        return BC_OK;
    diag_error(d, NOWHERE, "output", NULL, "cannot write to standard output: %s",
               strerror(errno));
    return BC_EIO;
}

void add_count(struct strbuf *out, int64_t count, const char *one, const char *many)
{
    strbuf_addf(out, "%lld %s", (long long)count, count == 1 ? one : many);
}

void print_to_user(struct str text)
{
    bool ignored = file_write_fd(STDERR_FILENO, text);
    (void)ignored;
}

static const char *severity_name(enum diag_severity severity)
{
    static const char *const names[] = {"note", "warning", "error"};
    return names[severity];
}

struct json *diagnostic_json(const struct diag_entry *e)
{
    struct json *o = json_object();
    json_set_str(o, "severity", str_from(severity_name(e->severity)));
    if (e->place.source) {
        struct position at = source_position(e->place.source, e->place.begin);
        json_set_str(o, "file", e->place.source->name);
        json_set_int(o, "line", at.line);
        json_set_int(o, "column", at.column);
        json_set_int(o, "begin", source_file_offset(e->place.source, e->place.begin));
        json_set_int(o, "end", source_file_offset(e->place.source, e->place.end));
    }
    json_set_str(o, "code", e->code);
    json_set_str(o, "message", e->message);
    if (e->hint.len)
        json_set_str(o, "hint", e->hint);
    return o;
}

/* GitHub's workflow commands: data and properties are percent-encoded. */
static void add_github(struct strbuf *out, struct str s, bool property)
{
    for (ptrdiff_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c < 0x20 || c == '%' || (property && (c == ':' || c == ',')))
            strbuf_addf(out, "%%%02X", c);
        else
            strbuf_add_byte(out, (char)c);
    }
}

static void format_github(struct strbuf *out, const struct diag_entry *e)
{
    strbuf_addf(out, "::%s ",
                e->severity == DIAG_NOTE ? "notice" : severity_name(e->severity));
    if (e->place.source) {
        struct position at = source_position(e->place.source, e->place.begin);
        strbuf_add(out, S("file="));
        add_github(out, e->place.source->name, true);
        strbuf_addf(out, ",line=%td,col=%td,", at.line, at.column);
    }
    strbuf_add(out, S("title="));
    add_github(out, e->code, true);
    strbuf_add(out, S("::"));
    add_github(out, e->message, false);
    if (e->hint.len) {
        strbuf_add(out, S(" ("));
        add_github(out, e->hint, false);
        strbuf_add(out, S(")"));
    }
    strbuf_add_byte(out, '\n');
}

void diagnostics_format(struct strbuf *out, const struct diag *d, ptrdiff_t from,
                        enum diagnostics how)
{
    for (ptrdiff_t i = from; i < d->count; i++) {
        const struct diag_entry *e = &d->entries[i];
        if (how == DIAGNOSTICS_TEXT)
            diag_format_text(out, e);
        else if (how == DIAGNOSTICS_GITHUB)
            format_github(out, e);
        else
            strbuf_add(out, json_print(out->arena, diagnostic_json(e), true));
    }
    ptrdiff_t left = 0;
    if (d->count == DIAG_LIMIT && from < d->count)
        left = d->errors + d->warnings - d->count;
    if (left > 0 && how == DIAGNOSTICS_TEXT)
        strbuf_addf(out, "briefcast: note: %td more of this kind are not shown\n", left);
}

void session_show(struct session *s, enum diagnostics how)
{
    struct strbuf out = {.arena = &s->arena};
    diagnostics_format(&out, &s->diag, s->shown, how);
    s->shown = s->diag.count;
    print_to_user(strbuf_str(&out));
}

int session_end(struct session *s, enum diagnostics how, enum bc_status status)
{
    session_show(s, how);
    arena_clear(&s->arena);
    return (int)status;
}

bool session_begin(struct session *s, const struct command *c, void *settings,
                   const bool *help, int argc, char **argv, int *status)
{
    *s = (struct session){0};
    s->diag.arena = &s->arena;
    enum bc_status parsed = options_parse(c, settings, argc, argv, &s->operands,
                                          &s->operand_count, &s->arena, &s->diag);
    if (*help) {
        struct strbuf out = {.arena = &s->arena};
        options_help(&out, c);
        enum bc_status printed = print_result(strbuf_str(&out), &s->diag);
        *status = session_end(s, DIAGNOSTICS_TEXT, printed);
        return false;
    }
    if (parsed != BC_OK)
        *status = session_end(s, DIAGNOSTICS_TEXT, parsed);
    return parsed == BC_OK;
}

enum bc_status session_one_operand(struct session *s, const char *name)
{
    if (s->operand_count == 1)
        return BC_OK;
    if (s->operand_count == 0)
        diag_error(&s->diag, NOWHERE, "usage", "name one", "there is no %s", name);
    else
        diag_error(&s->diag, NOWHERE, "usage", NULL, "name one %s, not %td", name,
                   s->operand_count);
    return BC_EUSAGE;
}
