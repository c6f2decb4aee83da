#include "base/options.h"

#include <string.h>

/* ---- parsing ---- */

struct parse {
    const struct command *command;
    void *settings;
    struct arena *a;
    struct diag *d;
    struct str *operands;
    ptrdiff_t operand_count, operand_capacity;
    bool wrong;
};

static const struct option *find_letter(const struct command *c, char letter)
{
    for (const struct option *o = c->options; o->name; o++)
        if (o->letter && o->letter == letter)
            return o;
    return NULL;
}

static const struct option *find_name(const struct command *c, struct str name)
{
    for (const struct option *o = c->options; o->name; o++)
        if (str_eq(name, str_from(o->name)))
            return o;
    return NULL;
}

/* As the user would write it. */
static struct str shown(struct arena *a, const struct option *o, bool letter)
{
    return letter ? str_format(a, "-%c", o->letter) : str_format(a, "--%s", o->name);
}

/* What to say to who asks for an option that there is not. */
static struct str advise(struct parse *p, struct str name)
{
    struct str names[64], nearest;
    ptrdiff_t count = 0;
    for (const struct option_advice *o = p->command->advice; o && o->asked; o++)
        if (str_eq(name, str_from(o->asked)))
            return str_from(o->advice);
    for (const struct option *o = p->command->options; o->name && count < 64; o++)
        names[count++] = str_from(o->name);
    nearest = diag_nearest(name, names, count);
    return nearest.len
               ? str_format(p->a, "did you mean '--%.*s'?", STR_ARGS(nearest))
               : str_format(p->a, "briefcast %s --help lists them", p->command->name);
}

static void refuse_unknown(struct parse *p, struct str name)
{
    struct str hint = advise(p, name);
    diag_error(p->d, NOWHERE, "usage", str_z(p->a, hint), "unknown option '--%.*s'",
               STR_ARGS(name));
    p->wrong = true;
}

static int choice_find(const struct option *o, struct str value)
{
    for (int i = 0; o->choices[i]; i++)
        if (str_eq(value, str_from(o->choices[i])))
            return i;
    return -1;
}

static struct str choices_joined(struct arena *a, const struct option *o,
                                 const char *separator)
{
    struct strbuf b = {.arena = a};
    for (int i = 0; o->choices[i]; i++)
        strbuf_addf(&b, "%s%s", i ? separator : "", o->choices[i]);
    return strbuf_str(&b);
}

static void set_value(struct parse *p, const struct option *o, struct str as,
                      struct str value)
{
    char *field = (char *)p->settings + o->offset;
    switch (o->kind) {
    case OPTION_FLAG:
        memcpy(field, &(bool){true}, sizeof(bool));
        break;
    case OPTION_STRING:
        memcpy(field, &value, sizeof value);
        break;
    case OPTION_LIST: {
        struct option_list list;
        memcpy(&list, field, sizeof list);
        *arena_push(p->a, list.items, list.count, list.capacity) = value;
        memcpy(field, &list, sizeof list);
        break;
    }
    case OPTION_INT: {
        int64_t number;
        if (str_to_int(value, &number) && number >= o->least && number <= o->most) {
            memcpy(field, &number, sizeof number);
            break;
        }
        diag_error(p->d, NOWHERE, "usage", NULL,
                   "%.*s takes a number from %lld to %lld, not '%.*s'", STR_ARGS(as),
                   (long long)o->least, (long long)o->most, STR_ARGS(value));
        p->wrong = true;
        break;
    }
    case OPTION_CHOICE: {
        int index = choice_find(o, value);
        if (index >= 0) {
            memcpy(field, &index, sizeof index);
            break;
        }
        diag_error(p->d, NOWHERE, "usage", NULL, "%.*s takes one of %.*s, not '%.*s'",
                   STR_ARGS(as), STR_ARGS(choices_joined(p->a, o, ", ")),
                   STR_ARGS(value));
        p->wrong = true;
        break;
    }
    }
}

static void refuse_missing(struct parse *p, const struct option *o, struct str as)
{
    diag_error(p->d, NOWHERE, "usage", NULL, "%.*s needs a value: %.*s %s", STR_ARGS(as),
               STR_ARGS(as), o->argument);
    p->wrong = true;
}

/* `--name`, `--name=value` or `--name value`; returns how many further arguments were
 * taken. */
static int take_long(struct parse *p, struct str argument, const char *next)
{
    struct str name, value;
    bool given = str_cut(argument, '=', &name, &value);
    const struct option *o = find_name(p->command, name);
    if (!o) {
        refuse_unknown(p, name);
        return 0;
    }
    struct str as = shown(p->a, o, false);
    if (o->kind == OPTION_FLAG && given) {
        diag_error(p->d, NOWHERE, "usage", NULL, "%.*s takes no value", STR_ARGS(as));
        p->wrong = true;
    } else if (o->kind == OPTION_FLAG || given) {
        set_value(p, o, as, value);
    } else if (next) {
        set_value(p, o, as, str_from(next));
        return 1;
    } else {
        refuse_missing(p, o, as);
    }
    return 0;
}

/* `-nj4`, `-n -j 4`; returns how many further arguments were taken. */
static int take_letters(struct parse *p, struct str letters, const char *next)
{
    for (ptrdiff_t i = 0; i < letters.len; i++) {
        const struct option *o = find_letter(p->command, letters.ptr[i]);
        struct str rest = str_slice(letters, i + 1, letters.len);
        if (!o) {
            diag_error(p->d, NOWHERE, "usage", NULL, "unknown option '-%.*s'",
                       STR_ARGS(str_slice(letters, i, i + 1)));
            p->wrong = true;
            return 0;
        }
        struct str as = shown(p->a, o, true);
        if (o->kind == OPTION_FLAG) {
            set_value(p, o, as, S(""));
        } else if (rest.len) {
            set_value(p, o, as, rest);
            return 0;
        } else if (next) {
            set_value(p, o, as, str_from(next));
            return 1;
        } else {
            refuse_missing(p, o, as);
        }
    }
    return 0;
}

enum bc_status options_parse(const struct command *c, void *settings, int argc,
                             char **argv, struct str **operands, ptrdiff_t *operand_count,
                             struct arena *a, struct diag *d)
{
    struct parse p = {.command = c, .settings = settings, .a = a, .d = d};
    bool only_operands = false;
    for (int i = 0; i < argc; i++) {
        struct str argument = str_from(argv[i]);
        const char *next = i + 1 < argc ? argv[i + 1] : NULL;
        if (only_operands || argument.len < 2 || argument.ptr[0] != '-')
            *arena_push(a, p.operands, p.operand_count, p.operand_capacity) = argument;
        else if (str_eq(argument, S("--")))
            only_operands = true;
        else if (argument.ptr[1] == '-')
            i += take_long(&p, str_slice(argument, 2, argument.len), next);
        else
            i += take_letters(&p, str_slice(argument, 1, argument.len), next);
    }
    *operands = p.operands;
    *operand_count = p.operand_count;
    return p.wrong ? BC_EUSAGE : BC_OK;
}

/* ---- help ---- */

enum { HELP_COLUMNS = 80, HELP_INDENT = 26 };

/* Words of `text` wrapped, each line but the first indented; the first begins at
 * `column`. */
static void add_wrapped(struct strbuf *out, struct str text, int column, int indent)
{
    bool first = true;
    while (text.len) {
        struct str word;
        str_cut(text, ' ', &word, &text);
        int width = (int)utf8_count(word);
        if (!first && column + 1 + width > HELP_COLUMNS) {
            strbuf_addf(out, "\n%*s", indent, "");
            column = indent;
        } else if (!first) {
            strbuf_add_byte(out, ' ');
            column++;
        }
        strbuf_add(out, word);
        column += width;
        first = false;
    }
    strbuf_add_byte(out, '\n');
}

static struct str help_of(struct arena *a, const struct option *o)
{
    if (o->kind == OPTION_CHOICE)
        return str_format(a, "%s: %.*s", o->help, STR_ARGS(choices_joined(a, o, ", ")));
    return str_from(o->help);
}

static void help_option(struct strbuf *out, struct arena *scratch, const struct option *o)
{
    struct str left =
        str_format(scratch, o->letter ? "  -%c, --%s%s%s" : "  %c   --%s%s%s",
                   o->letter ? o->letter : ' ', o->name, o->argument ? " " : "",
                   o->argument ? o->argument : "");
    strbuf_add(out, left);
    if (left.len + 2 > HELP_INDENT)
        strbuf_addf(out, "\n%*s", HELP_INDENT, "");
    else
        strbuf_addf(out, "%*s", (int)(HELP_INDENT - left.len), "");
    add_wrapped(out, help_of(scratch, o), HELP_INDENT, HELP_INDENT);
}

void options_help(struct strbuf *out, const struct command *c)
{
    struct arena scratch = {0};
    strbuf_addf(out, "Usage: briefcast %s [options] %s\n\n", c->name, c->operands);
    add_wrapped(out, str_from(c->summary), 0, 0);
    struct str rest = str_from(c->description), paragraph;
    while (rest.len) {
        str_cut(rest, '\n', &paragraph, &rest);
        if (!paragraph.len)
            continue;
        strbuf_add_byte(out, '\n');
        add_wrapped(out, paragraph, 0, 0);
    }
    strbuf_add(out, S("\nOptions:\n"));
    for (const struct option *o = c->options; o->name; o++)
        if (o->help)
            help_option(out, &scratch, o);
    arena_clear(&scratch);
}

/* ---- man page ---- */

enum { MAN_COLUMNS = 78 };

/* One word; what roff would take for its own is escaped. */
static void man_word(struct strbuf *out, struct str word, bool line_start)
{
    if (line_start && word.len && (*word.ptr == '.' || *word.ptr == '\''))
        strbuf_add(out, S("\\&"));
    for (ptrdiff_t i = 0; i < word.len; i++) {
        if (word.ptr[i] == '-')
            strbuf_add(out, S("\\-"));
        else if (word.ptr[i] == '\\')
            strbuf_add(out, S("\\e"));
        else
            strbuf_add_byte(out, word.ptr[i]);
    }
}

void options_man_text(struct strbuf *out, struct str text)
{
    ptrdiff_t line = out->len, before = out->len;
    for (bool first = true; text.len; first = false) {
        struct str word;
        str_cut(text, ' ', &word, &text);
        before = out->len;
        if (!first)
            strbuf_add_byte(out, ' ');
        man_word(out, word, first);
        if (first || out->len - line <= MAN_COLUMNS)
            continue;
        out->len = before;
        strbuf_add_byte(out, '\n');
        line = out->len;
        man_word(out, word, true);
    }
}

void options_man(struct strbuf *out, const struct command *c)
{
    struct arena scratch = {0};
    for (const struct option *o = c->options; o->name; o++) {
        if (!o->help)
            continue;
        strbuf_add(out, S(".TP\n"));
        if (o->letter)
            strbuf_addf(out, "\\fB\\-%c\\fR, ", o->letter);
        strbuf_add(out, S("\\fB\\-\\-"));
        options_man_text(out, str_from(o->name));
        strbuf_add(out, S("\\fR"));
        if (o->argument)
            strbuf_addf(out, " \\fI%s\\fR", o->argument);
        strbuf_add_byte(out, '\n');
        options_man_text(out,
                         str_format(&scratch, "%.*s.", STR_ARGS(help_of(&scratch, o))));
        strbuf_add_byte(out, '\n');
    }
    arena_clear(&scratch);
}

/* ---- bash completion ---- */

static void complete_value(struct strbuf *out, struct arena *scratch,
                           const struct option *o)
{
    strbuf_add(out, S("        "));
    if (o->letter)
        strbuf_addf(out, "-%c|", o->letter);
    strbuf_addf(out, "--%s)", o->name);
    if (o->kind == OPTION_CHOICE)
        strbuf_addf(out, " _briefcast_words \"%.*s\"; return;;\n",
                    STR_ARGS(choices_joined(scratch, o, " ")));
    else if (!strcmp(o->argument, "DIR"))
        strbuf_add(out, S(" _briefcast_files -d; return;;\n"));
    else if (!strcmp(o->argument, "FILE"))
        strbuf_add(out, S(" _briefcast_files -f; return;;\n"));
    else
        strbuf_add(out, S(" return;;\n"));
}

static void complete_command(struct strbuf *out, struct arena *scratch,
                             const struct command *c)
{
    strbuf_addf(out, "    %s)\n        case $previous in\n", c->name);
    for (const struct option *o = c->options; o->name; o++)
        if (o->argument)
            complete_value(out, scratch, o);
    strbuf_add(out, S("        esac\n        options=\""));
    for (const struct option *o = c->options; o->name; o++)
        if (o->help)
            strbuf_addf(out, "%s--%s", o == c->options ? "" : " ", o->name);
    strbuf_add(out, S("\";;\n"));
}

void options_completion(struct strbuf *out, const struct command *commands)
{
    struct arena scratch = {0};
    strbuf_add(out, S("# bash completion for briefcast; made from its option tables\n"
                      "_briefcast_words() {\n"
                      "    mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$current\")\n"
                      "}\n"
                      "_briefcast_files() {\n"
                      "    compopt -o filenames\n"
                      "    mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$current\")\n"
                      "}\n"
                      "_briefcast() {\n"
                      "    local current=${COMP_WORDS[COMP_CWORD]}"
                      " previous=${COMP_WORDS[COMP_CWORD-1]} options=\n"
                      "    COMPREPLY=()\n"
                      "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                      "        _briefcast_words \""));
    for (const struct command *c = commands; c->name; c++)
        strbuf_addf(out, "%s ", c->name);
    strbuf_add(out, S("--help --version\"\n"
                      "        return\n"
                      "    fi\n"
                      "    case ${COMP_WORDS[1]} in\n"));
    for (const struct command *c = commands; c->name; c++)
        complete_command(out, &scratch, c);
    strbuf_add(out, S("    esac\n"
                      "    case $current in\n"
                      "        -*) _briefcast_words \"$options\";;\n"
                      "        *) _briefcast_files -f;;\n"
                      "    esac\n"
                      "}\n"
                      "complete -F _briefcast briefcast\n"));
    arena_clear(&scratch);
}
