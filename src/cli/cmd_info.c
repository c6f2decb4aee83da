/* cli/cmd_info.c -- what an episode holds, from the file itself. */
#include <stddef.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "mix/loudness.h"
#include "mix/ogg.h"
#include "mix/timeline.h"

enum {
    EPISODE_BYTES_MOST = 1 << 30,
    CAPTIONS_BYTES_MOST = 64 << 20,
};

struct info_options {
    bool help, json;
};

static const struct option info_options[] = {
    {0, "json", OPTION_FLAG, NULL, offsetof(struct info_options, json), 0, 0, NULL,
     "print JSON"},
    OPTION_ROW_HELP(struct info_options),
    OPTION_ROW_END,
};

const struct command info_command = {
    "info",
    "FILE",
    "Says what an episode holds: title, speakers, chapters, loudness.",
    "FILE is an .opus file that briefcast wrote, a clip of its cache, or any other Ogg "
    "Opus file of "
    "one stream. Speakers are listed when the captions, NAME.vtt, lie beside it.",
    info_options,
    NULL,
};

/* What is read out of the file. */
struct info {
    struct ogg_file ogg;
    int64_t samples; /* at 48 kHz */
    bool has_loudness;
    int loudness_cb; /* 1/100 LUFS, by R128_TRACK_GAIN (RFC 7845 section 5.2.1) */
    struct info_chapter {
        struct str title;
        int64_t start_ms;
    } chapters[TIMELINE_CHAPTERS_MOST];
    int chapter_count;
    struct str *speakers; /* of the captions beside the file, in order of appearance */
    ptrdiff_t speaker_count, speaker_capacity;
};

/* "01:02:03.456" in ms; -1: not a time. */
static int64_t parse_clock(struct str s)
{
    static const int digits[] = {0, 1, 3, 4, 6, 7, 9, 10, 11};
    static const int64_t worth[] = {36000000, 3600000, 600000, 60000, 10000,
                                    1000,     100,     10,     1};
    int64_t ms = 0;
    if (s.len != 12 || s.ptr[2] != ':' || s.ptr[5] != ':' || s.ptr[8] != '.')
        return -1;
    for (int i = 0; i < 9; i++) {
        int digit = s.ptr[digits[i]] - '0';
        if (digit < 0 || digit > 9)
            return -1;
        ms += digit * worth[i];
    }
    return ms;
}

static void read_chapters(struct info *info, struct arena *scratch)
{
    for (int i = 1; i <= TIMELINE_CHAPTERS_MOST; i++) {
        struct str start =
            ogg_comment_find(&info->ogg.head, str_format(scratch, "CHAPTER%03d", i));
        struct str name =
            ogg_comment_find(&info->ogg.head, str_format(scratch, "CHAPTER%03dNAME", i));
        int64_t ms = parse_clock(start);
        if (ms < 0)
            return;
        info->chapters[info->chapter_count].title = name;
        info->chapters[info->chapter_count++].start_ms = ms;
    }
}

static void read_loudness(struct info *info)
{
    int64_t q8;
    if (!str_to_int(ogg_comment_find(&info->ogg.head, S("R128_TRACK_GAIN")), &q8) ||
        q8 < INT16_MIN || q8 > INT16_MAX)
        return;
    info->has_loudness = true;
    info->loudness_cb = LOUDNESS_R128_CB - loudness_q8_to_cb((int)q8);
}

/* WebVTT's escapes, decoded. */
static struct str plain_name(struct arena *a, struct str s)
{
    static const struct {
        struct str escape;
        char plain;
    } escapes[] = {{{"&amp;", 5}, '&'}, {{"&lt;", 4}, '<'}, {{"&gt;", 4}, '>'}};
    struct strbuf out = {.arena = a};
    for (ptrdiff_t at = 0; at < s.len;) {
        struct str rest = str_slice(s, at, s.len);
        size_t i = 0;
        while (i < 3 && !str_starts(rest, escapes[i].escape))
            i++;
        strbuf_add_byte(&out, i < 3 ? escapes[i].plain : *rest.ptr);
        at += i < 3 ? escapes[i].escape.len : 1;
    }
    return strbuf_str(&out);
}

static void add_speaker(struct info *info, struct arena *a, struct str name)
{
    enum { SPEAKERS_MOST = 1000 };
    for (ptrdiff_t i = 0; i < info->speaker_count; i++)
        if (str_eq(info->speakers[i], name))
            return;
    if (info->speaker_count < SPEAKERS_MOST)
        *arena_push(a, info->speakers, info->speaker_count, info->speaker_capacity) =
            name;
}

/* Opus tags have one artist; who else speaks is told by the captions, when NAME.vtt lies beside
 * NAME.opus. */
static void read_speakers(struct info *info, struct arena *a, struct str path)
{
    struct str extension = path_extension(path), vtt, line, name, rest;
    if (!extension.len)
        return;
    struct str stem = str_slice(path, 0, path.len - extension.len);
    const char *beside = str_z(a, str_format(a, "%.*svtt", STR_ARGS(stem)));
    if (file_read_quiet(&vtt, a, beside, CAPTIONS_BYTES_MOST) != BC_OK ||
        !str_starts(vtt, S("WEBVTT")) || utf8_invalid_at(vtt) >= 0)
        return;
    while (vtt.len) {
        str_cut(vtt, '\n', &line, &vtt);
        if (str_starts(line, S("<v ")) &&
            str_cut(str_slice(line, 3, line.len), '>', &name, &rest))
            add_speaker(info, a, plain_name(a, name));
    }
}

static const struct {
    const char *tag, *name, *key;
} shown_tags[] = {
    {"TITLE", "title", "title"},
    {"ARTIST", "artist", "artist"},
    {"DATE", "date", "date"},
    {"LANGUAGE", "language", "language"},
    {"DESCRIPTION", "description", "description"},
    {"ENCODER", "made by", "encoder"},
    {"KEY", "clip", "key"},
};

static void print_text(struct strbuf *out, const struct info *info)
{
    for (size_t i = 0; i < sizeof shown_tags / sizeof *shown_tags; i++) {
        struct str value = ogg_comment_find(&info->ogg.head, str_from(shown_tags[i].tag));
        if (!value.len)
            continue;
        strbuf_addf(out, "%-12s ", shown_tags[i].name);
        diag_show(out, value);
        strbuf_add_byte(out, '\n');
    }
    for (ptrdiff_t i = 0; i < info->speaker_count; i++) {
        strbuf_addf(out, "%-12s ", i ? "" : "speakers");
        diag_show(out, info->speakers[i]);
        strbuf_add_byte(out, '\n');
    }
    struct str duration = duration_text(out->arena, info->samples / TIMELINE_HZ);
    strbuf_addf(out, "%-12s %.*s\n", "duration", STR_ARGS(duration));
    if (info->has_loudness)
        strbuf_addf(
            out, "%-12s %s%d.%02d LUFS\n", "loudness", info->loudness_cb < 0 ? "-" : "",
            (info->loudness_cb < 0 ? -info->loudness_cb : info->loudness_cb) / 100,
            (info->loudness_cb < 0 ? -info->loudness_cb : info->loudness_cb) % 100);
    if (ogg_comment_find(&info->ogg.head, S("METADATA_BLOCK_PICTURE")).len)
        strbuf_addf(out, "%-12s yes\n", "cover");
    for (int i = 0; i < info->chapter_count; i++) {
        struct str start = duration_text(out->arena, info->chapters[i].start_ms / 1000);
        strbuf_addf(out, "%-12s %8.*s  ", i ? "" : "chapters", STR_ARGS(start));
        diag_show(out, info->chapters[i].title);
        strbuf_add_byte(out, '\n');
    }
}

static struct json *to_json(const struct info *info)
{
    struct json *o = json_object(), *chapters = json_array();
    for (size_t i = 0; i < sizeof shown_tags / sizeof *shown_tags; i++) {
        struct str value = ogg_comment_find(&info->ogg.head, str_from(shown_tags[i].tag));
        if (value.len)
            json_set_str(o, shown_tags[i].key, value);
    }
    if (info->speaker_count) {
        struct json *speakers = json_array();
        for (ptrdiff_t i = 0; i < info->speaker_count; i++)
            json_append_str(speakers, info->speakers[i]);
        json_set(o, "speakers", speakers);
    }
    json_set_fixed(o, "duration", info->samples / (TIMELINE_HZ / 1000), 3);
    json_set_fixed(o, "output_gain_db",
                   (int64_t)info->ogg.head.output_gain_q8 * 1000 / 256, 3);
    if (info->has_loudness)
        json_set_fixed(o, "loudness_lufs", info->loudness_cb, 2);
    json_set_bool(o, "cover",
                  ogg_comment_find(&info->ogg.head, S("METADATA_BLOCK_PICTURE")).len);
    for (int i = 0; i < info->chapter_count; i++) {
        struct json *c = json_object();
        json_set_fixed(c, "start", info->chapters[i].start_ms, 3);
        json_set_str(c, "title", info->chapters[i].title);
        json_append(chapters, c);
    }
    json_set(o, "chapters", chapters);
    return o;
}

static enum bc_status read_info(struct info *info, struct session *s)
{
    struct str bytes;
    const char *path = str_z(&s->arena, s->operands[0]);
    enum bc_status status =
        file_read(&bytes, &s->arena, path, EPISODE_BYTES_MOST, &s->diag);
    if (status != BC_OK)
        return status;
    if (ogg_read(&info->ogg, &s->arena, bytes) != BC_OK) {
        diag_error(&s->diag, NOWHERE, "not-opus", NULL,
                   "'%s' is not an Ogg Opus file of one stream, or it is damaged", path);
        return BC_EINPUT;
    }
    int64_t played = info->ogg.end - info->ogg.head.pre_skip;
    info->samples = played > 0 ? played : 0;
    read_chapters(info, &s->arena);
    read_loudness(info);
    read_speakers(info, &s->arena, s->operands[0]);
    return BC_OK;
}

int cmd_info(int argc, char **argv)
{
    struct session s;
    struct info_options o = {0};
    struct info info = {0};
    int exit_status;
    if (!session_begin(&s, &info_command, &o, &o.help, argc, argv, &exit_status))
        return exit_status;
    enum bc_status status = session_one_operand(&s, "FILE");
    if (status == BC_OK)
        status = read_info(&info, &s);
    if (status == BC_OK) {
        struct strbuf out = {.arena = &s.arena};
        if (o.json)
            strbuf_add(&out, json_print(&s.arena, to_json(&info), false));
        else
            print_text(&out, &info);
        status = print_result(strbuf_str(&out), &s.diag);
    }
    return session_end(&s, DIAGNOSTICS_TEXT, status);
}
