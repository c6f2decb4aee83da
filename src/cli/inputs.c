#include "cli/inputs.h"

#include <stdlib.h>

#include "base/file.h"
#include "script/front_matter.h"
#include "script/markdown.h"
#include "transcript/open.h"

const char *const output_suffixes[OUTPUT_COUNT] = {".vtt", ".chapters.json",
                                                   ".coverage.json", ".opus"};

const char *input_output(struct arena *a, const struct input *in, int which)
{
    return str_z(a, str_format(a, "%.*s%s", STR_ARGS(in->stem), output_suffixes[which]));
}

#define SUFFIX_ITEM(suffix) suffix,
static const char *const suffixes[] = {INPUT_SUFFIXES(SUFFIX_ITEM)};
enum {
    SUFFIX_COUNT = sizeof suffixes / sizeof *suffixes,
    SUFFIXES_KEPT = 3,
    SCRIPT_BYTES_MOST = 64 << 20,
};

/* Index into suffixes; -1: no transcript by its name. */
static int suffix_rank(struct str path)
{
    for (int i = 0; i < SUFFIX_COUNT; i++) {
        struct str suffix = str_from(suffixes[i]);
        if (str_eq_ascii_case(str_slice(path, path.len - suffix.len, path.len), suffix))
            return i;
    }
    return -1;
}

/* The files of a folder, sorted. */
struct listing {
    struct arena *a;
    struct str folder;
    struct str *paths;
    ptrdiff_t count;
};

static bool is_listed(const struct listing *l, struct str path)
{
    return l->count && bsearch(&path, l->paths, (size_t)l->count, sizeof path, str_order);
}

/* What briefcast itself wrote: captions beside their episode; chapters and coverage anyway, which
 * are no transcripts whoever wrote them. */
static bool is_output(const struct listing *l, struct str path)
{
    for (int i = 0; i < OUTPUT_COUNT - 1; i++) {
        struct str suffix = str_from(output_suffixes[i]);
        if (!str_ends(path, suffix))
            continue;
        struct str stem = str_slice(path, 0, path.len - suffix.len);
        return i > 0 || is_listed(l, str_format(l->a, "%.*s%s", STR_ARGS(stem),
                                                output_suffixes[OUTPUT_COUNT - 1]));
    }
    return false;
}

/* Is the file at `path` a script that says that it was made of `origin`? */
static bool is_script_of(const char *path, struct str origin)
{
    struct arena scratch = {0};
    struct diag unheard = {.arena = &scratch}; /* who renders it is told */
    struct str bytes;
    const struct source *source;
    struct front_matter f;
    struct script script = {0};
    bool is = file_read_quiet(&bytes, &scratch, path, SCRIPT_BYTES_MOST) == BC_OK &&
              open_source(&source, &scratch, str_from(path), bytes, &unheard) == BC_OK &&
              script_is_script(source) && front_matter_find(&f, source);
    script.source = is ? source : NULL;
    is = is && front_matter_read(&script, &scratch, &f, &unheard) == BC_OK &&
         str_eq(script.origin, origin);
    arena_clear(&scratch);
    return is;
}

/* Whoever prints a script beside its transcript, to edit it, means the script. */
static bool has_script(const struct listing *l, struct str path, struct str stem,
                       struct diag *d)
{
    static const char *const scripts[] = {".md", ".markdown"};
    for (int i = 0; i < 2; i++) {
        struct str other = str_format(l->a, "%.*s%s", STR_ARGS(stem), scripts[i]);
        if (str_eq(other, path) || !is_listed(l, other) ||
            !is_script_of(path_join(l->a, l->folder, other).ptr, path_base(path)))
            continue;
        diag_note(d, NOWHERE, "same-transcript", "name it to have it read instead",
                  "'%.*s' is left out: its script '%.*s' lies beside it", STR_ARGS(path),
                  STR_ARGS(other));
        return true;
    }
    return false;
}

/* Is the file of a folder to be read? One that gives way to another is told of. */
static bool is_transcript(const struct listing *l, struct str path, struct diag *d)
{
    int rank = suffix_rank(path);
    bool lock =
        str_starts(path_base(path), S("~$")); /* of a document open in an office */
    if (rank < 0 || lock || is_output(l, path))
        return false;
    struct str suffix = str_from(suffixes[rank]);
    struct str stem = str_slice(path, 0, path.len - suffix.len);
    for (int i = 0; rank >= SUFFIXES_KEPT && i < rank; i++) {
        struct str other = str_format(l->a, "%.*s%s", STR_ARGS(stem), suffixes[i]);
        if (!is_listed(l, other) || is_output(l, other))
            continue;
        diag_note(d, NOWHERE, "same-transcript", "name it to have it read instead",
                  "'%.*s' is left out: '%.*s' lies beside it", STR_ARGS(path),
                  STR_ARGS(other));
        return false;
    }
    return rank >= SUFFIXES_KEPT || !has_script(l, path, stem, d);
}

/* The base name without an extension; "5.2" has none. */
static struct str base_name(struct str path)
{
    struct str base = path_base(path), extension = path_extension(path);
    bool letters = extension.len > 0 && extension.len <= 8;
    for (ptrdiff_t i = 0; i < extension.len; i++)
        letters = letters && (((unsigned char)extension.ptr[i] | 0x20) >= 'a') &&
                  (((unsigned char)extension.ptr[i] | 0x20) <= 'z');
    return letters ? str_slice(base, 0, base.len - extension.len - 1) : base;
}

/* Every folder of a relative path made safe. */
static struct str sanitise_folders(struct arena *a, struct str folder,
                                   struct str relative)
{
    struct str part;
    while (str_cut(relative, '/', &part, &relative))
        if (part.len)
            folder = path_join(a, folder, path_sanitise(a, part));
    return folder;
}

static void add_input(struct inputs *in, struct arena *a, const char *path,
                      struct str folder, struct str name)
{
    struct file_info info = file_stat(path);
    struct input *i = arena_push(a, in->items, in->count, in->capacity);
    i->path = path;
    i->name = path_sanitise(a, name);
    i->stem = path_join(a, folder, i->name);
    i->size = info.kind == FILE_REGULAR ? info.size : 0;
    i->device = info.device;
    i->inode = info.inode;
}

static enum bc_status add_folder(struct inputs *in, struct arena *a, const char *folder,
                                 struct str output, struct diag *d)
{
    struct listing l = {.a = a, .folder = str_from(folder)};
    ptrdiff_t before = in->count;
    enum bc_status status = file_walk(&l.paths, &l.count, a, folder, d);
    for (ptrdiff_t i = 0; i < l.count; i++)
        if (is_transcript(&l, l.paths[i], d))
            add_input(in, a, path_join(a, str_from(folder), l.paths[i]).ptr,
                      sanitise_folders(a, output, l.paths[i]), base_name(l.paths[i]));
    if (status == BC_OK && in->count == before) {
        diag_error(d, NOWHERE, "folder-empty",
                   "briefcast make --help says what their names end in",
                   "there are no transcripts in the folder '%s'", folder);
        status = BC_ENOINPUT;
    }
    return status;
}

static enum bc_status add_operand(struct inputs *in, struct arena *a, struct str operand,
                                  struct str output, struct str name, struct diag *d)
{
    const char *path = str_z(a, operand);
    if (str_eq(operand, S("-"))) {
        if (!name.len) {
            diag_error(d, NOWHERE, "usage", "add --name NAME",
                       "standard input has no name that the outputs could have");
            return BC_EUSAGE;
        }
        add_input(in, a, path, output, name);
        return BC_OK;
    }
    struct file_info info = file_stat(path);
    if (info.kind == FILE_FOLDER)
        return add_folder(in, a, path, output, d);
    add_input(in, a, path, output, name.len ? name : base_name(operand));
    return BC_OK;
}

static int by_stem(const void *x, const void *y)
{
    const struct input *a = *(const struct input *const *)x,
                       *b = *(const struct input *const *)y;
    int order = str_compare(a->stem, b->stem);
    return order ? order : (a > b) - (a < b);
}

/* The same file named twice is made once; files with one output are all refused. */
static enum bc_status settle_conflicts(struct inputs *in, struct diag *d)
{
    struct arena scratch = {0};
    struct input **sorted = arena_array(&scratch, struct input *, in->count);
    bool *refused = arena_array(&scratch, bool, in->count);
    for (ptrdiff_t i = 0; i < in->count; i++)
        sorted[i] = &in->items[i];
    if (in->count)
        qsort(sorted, (size_t)in->count, sizeof *sorted, by_stem);
    for (ptrdiff_t i = 1, first = 0; i < in->count; i++) {
        struct input *x = sorted[first], *y = sorted[i];
        if (!str_eq(x->stem, y->stem)) {
            first = i;
        } else if (x->inode && x->inode == y->inode && x->device == y->device) {
            y->path = NULL;
        } else {
            diag_error(d, NOWHERE, "output-twice",
                       "rename one, or give them folders of their own",
                       "'%s' and '%s' would both become '%.*s.opus'", x->path, y->path,
                       STR_ARGS(x->stem));
            refused[x - in->items] = refused[y - in->items] = true;
        }
    }
    ptrdiff_t kept = 0, before = in->refused;
    for (ptrdiff_t i = 0; i < in->count; i++) {
        in->refused += refused[i];
        if (in->items[i].path && !refused[i])
            in->items[kept++] = in->items[i];
    }
    in->count = kept;
    arena_clear(&scratch);
    return in->refused > before ? BC_EUSAGE : BC_OK;
}

enum bc_status inputs_find(struct inputs *out, struct arena *a,
                           const struct str *operands, ptrdiff_t count, struct str output,
                           struct str name, enum inputs_use use, struct diag *d)
{
    enum bc_status status = BC_OK;
    *out = (struct inputs){0};
    if (!count) {
        diag_error(d, NOWHERE, "usage", "name a file or a folder; '-' is standard input",
                   "there is no input");
        return BC_EUSAGE;
    }
    for (ptrdiff_t i = 0; i < count; i++) {
        bool nameless = use == INPUTS_ONLY_READ && str_eq(operands[i], S("-"));
        enum bc_status one =
            add_operand(out, a, operands[i], output, nameless ? S("stdin") : name, d);
        status = status_worse(status, one);
    }
    if (use == INPUTS_ONLY_READ)
        return status;
    if (name.len && out->count > 1) {
        diag_error(d, NOWHERE, "usage", NULL,
                   "--name names one output, and there are %td inputs", out->count);
        return BC_EUSAGE;
    }
    enum bc_status conflicts = settle_conflicts(out, d);
    return status_worse(status, conflicts);
}

enum bc_status inputs_multiply(struct inputs *in, struct arena *a,
                               const struct editions *editions, struct diag *d)
{
    struct inputs all = {.refused = in->refused};
    for (ptrdiff_t i = 0; i < in->count; i++) {
        if (editions->count > 1 && str_eq(str_from(in->items[i].path), S("-"))) {
            diag_error(d, NOWHERE, "usage", "ask for one --rate at a time",
                       "each edition reads its input, and standard input can be read "
                       "once only");
            return BC_EUSAGE;
        }
        for (int k = 0; k < editions->count; k++) {
            struct input *one = arena_push(a, all.items, all.count, all.capacity);
            struct str name = edition_name(a, editions->tempo[k]);
            *one = in->items[i];
            one->tempo = editions->tempo[k];
            one->again = k > 0;
            if (!name.len)
                continue;
            one->name = str_format(a, "%.*s-%.*s", STR_ARGS(one->name), STR_ARGS(name));
            one->stem = str_format(a, "%.*s-%.*s", STR_ARGS(one->stem), STR_ARGS(name));
        }
    }
    *in = all;
    return settle_conflicts(in, d);
}

static enum bc_status check_folder(struct str folder, struct arena *scratch,
                                   struct diag *d)
{
    struct str there = folder.len ? folder : S(".");
    struct file_info info = file_stat(str_z(scratch, there));
    while (info.kind == FILE_NONE) { /* made later; what is above it must be writable */
        ptrdiff_t len = there.len - path_base(there).len;
        while (len > 1 && there.ptr[len - 1] == '/')
            len--;
        there = len ? str_slice(there, 0, len) : S(".");
        info = file_stat(str_z(scratch, there));
    }
    const char *path = str_z(scratch, there);
    if (info.kind == FILE_FOLDER && file_writable(path))
        return BC_OK;
    diag_error(d, NOWHERE, "output-folder", "choose another folder with -o",
               "cannot write into '%.*s': '%s' %s",
               STR_ARGS(folder.len ? folder : S(".")), path,
               info.kind == FILE_FOLDER ? "is not writable" : "is not a folder");
    return BC_ECREATE;
}

static enum bc_status check_targets(const struct input *in, struct arena *scratch,
                                    struct diag *d)
{
    for (int k = 0; k < OUTPUT_COUNT; k++) {
        const char *path = input_output(scratch, in, k);
        struct file_info info = file_stat(path);
        const char *wrong = info.kind == FILE_FOLDER  ? "it is a folder"
                            : info.kind == FILE_OTHER ? "it is a device or a pipe"
                            : info.kind == FILE_REGULAR && info.inode == in->inode &&
                                    info.device == in->device
                                ? "it is the input"
                                : NULL;
        if (!wrong)
            continue;
        diag_error(d, NOWHERE, "output-taken", "choose another folder with -o",
                   "cannot write '%s': %s", path, wrong);
        return BC_ECREATE;
    }
    return BC_OK;
}

enum bc_status inputs_check_outputs(const struct inputs *in, struct diag *d)
{
    struct arena scratch = {0};
    enum bc_status status = BC_OK;
    struct str last = {0};
    for (ptrdiff_t i = 0; i < in->count; i++) {
        struct str stem = in->items[i].stem;
        struct str folder = str_slice(stem, 0, stem.len - path_base(stem).len);
        while (folder.len > 1 && folder.ptr[folder.len - 1] == '/')
            folder.len--;
        enum bc_status one =
            last.ptr && str_eq(last, folder) ? BC_OK : check_folder(folder, &scratch, d);
        if (one == BC_OK)
            one = check_targets(&in->items[i], &scratch, d);
        last = folder;
        status = status_worse(status, one);
    }
    arena_clear(&scratch);
    return status;
}

static bool is_same_file(struct file_info x, struct file_info y)
{
    return x.kind == FILE_REGULAR && y.kind == FILE_REGULAR && x.inode == y.inode &&
           x.device == y.device;
}

enum bc_status inputs_check_report(const struct inputs *in, struct str path,
                                   struct diag *d)
{
    struct arena scratch = {0};
    struct file_info info = file_stat(str_z(&scratch, path));
    const char *wrong = NULL;
    for (ptrdiff_t i = 0; i < in->count && !wrong; i++) {
        const struct input *one = &in->items[i];
        struct file_info input = {
            .kind = FILE_REGULAR, .inode = one->inode, .device = one->device};
        wrong = is_same_file(info, input) ? "it is an input" : NULL;
        for (int k = 0; k < OUTPUT_COUNT && !wrong; k++) {
            const char *output = input_output(&scratch, one, k);
            if (str_eq(path, str_from(output)) || is_same_file(info, file_stat(output)))
                wrong = "it belongs to an episode";
        }
    }
    if (wrong)
        diag_error(d, NOWHERE, "output-taken", "choose another name for --report",
                   "cannot write '%.*s': %s", STR_ARGS(path), wrong);
    arena_clear(&scratch);
    return wrong ? BC_ECREATE : BC_OK;
}
