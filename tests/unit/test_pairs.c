/* pairs: how many of the printed texts in tests/cases/speak are spoken as they should be. Not all are
 * right yet; tests/cases/speak/floors.txt holds what each class has reached, and less fails.
 * PAIRS_UPDATE=1 writes it anew, PAIRS_SHOW=1 prints what is not right. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/unicode.h"
#include "speak/limits.h"
#include "speak/speak.h"

enum { CLASSES_MOST = 400 };
static const char floors_path[] = "tests/cases/speak/floors.txt";

struct tally {
    char name[64]; /* "en years" */
    int right, all, floor;
};

struct tallies {
    struct tally items[CLASSES_MOST];
    int count;
};

static struct tally *tally_of(struct tallies *t, const char *language, struct str class)
{
    char name[64];
    snprintf(name, sizeof name, "%s %.*s", language, STR_ARGS(class));
    for (int i = 0; i < t->count; i++)
        if (!strcmp(t->items[i].name, name))
            return &t->items[i];
    assert_true(t->count < CLASSES_MOST);
    struct tally *new = &t->items[t->count++];
    strcpy(new->name, name);
    return new;
}

/* What makes no sound, or the same: case, marks, hyphens, two spellings. */
static struct str heard(struct arena *a, struct str s)
{
    struct strbuf b = {.arena = a}, out = {.arena = a};
    static const struct {
        const char *written, *said;
    } same[] = {{"per cent", "percent"}, {"ruble", "rouble"}, {"mr", "mister"}};
    for (ptrdiff_t at = 0; at < s.len;) {
        int32_t c = utf8_next(s, &at);
        if (c == '\'' || c == 0x2019)
            continue;
        bool counts = c >= 0x80
                          ? unicode_is_letter(c) || unicode_is_mark(c) || c > 0x1F000
                          : is_speech(c) || strchr("$%/@#+&", c);
        if (counts)
            strbuf_add_char(&b, c >= 'A' && c <= 'Z' ? c + 32 : c);
        else if (b.len && b.ptr[b.len - 1] != ' ')
            strbuf_add_byte(&b, ' ');
    }
    s = str_trim(strbuf_str(&b));
    for (ptrdiff_t i = 0; i < s.len;) {
        bool begins = i == 0 || s.ptr[i - 1] == ' ';
        bool found = false;
        for (size_t k = 0; begins && k < sizeof same / sizeof *same; k++) {
            struct str w = str_from(same[k].written);
            if (!str_starts(str_slice(s, i, s.len), w) ||
                (w.len == 2 && i + 2 < s.len && s.ptr[i + 2] != ' '))
                continue;
            strbuf_add(&out, str_from(same[k].said));
            i += w.len;
            found = true;
        }
        if (!found)
            strbuf_add_byte(&out, s.ptr[i++]);
    }
    return strbuf_str(&out);
}

static void count_pair(struct tallies *t, struct arena *a, const char *language,
                       struct str line)
{
    struct str class, printed, spoken, kind, region;
    str_cut(line, '\t', &class, &printed);
    str_cut(printed, '\t', &printed, &spoken);
    str_cut(class, '@', &kind, &region);
    assert_true(kind.len && printed.len && spoken.len);
    struct tally *y = tally_of(t, language, kind);
    struct spoken got =
        speak_text(a, printed, NULL, 0, region.len ? region : str_from(language), NULL);
    bool right = str_eq(heard(a, got.str), heard(a, spoken));
    y->right += right;
    y->all++;
    if (!right && getenv("PAIRS_SHOW"))
        print_message("%s: %.*s\n    got  %.*s\n    want %.*s\n", y->name,
                      STR_ARGS(printed), STR_ARGS(got.str), STR_ARGS(spoken));
}

static void count_file(struct tallies *t, const char *language)
{
    char path[64], buffer[2048];
    snprintf(path, sizeof path, "tests/cases/speak/%s.tsv", language);
    FILE *f = fopen(path, "rb");
    while (f && fgets(buffer, sizeof buffer, f)) {
        struct arena a = {0};
        struct str line =
            str_slice(str_from(buffer), 0, (ptrdiff_t)strcspn(buffer, "\n"));
        if (line.len && line.ptr[0] != '#')
            count_pair(t, &a, language, line);
        arena_clear(&a);
    }
    if (f)
        fclose(f);
}

static void read_floors(struct tallies *t)
{
    char language[8], buffer[128];
    FILE *f = fopen(floors_path, "rb");
    while (f && fgets(buffer, sizeof buffer, f)) {
        struct str first, rest, class, number;
        int64_t floor = 0;
        str_cut(str_slice(str_from(buffer), 0, (ptrdiff_t)strcspn(buffer, "\n")), ' ',
                &first, &rest);
        str_cut(rest, ' ', &class, &number);
        snprintf(language, sizeof language, "%.*s", STR_ARGS(first));
        assert_true(str_to_int(number, &floor));
        tally_of(t, language, class)->floor = (int)floor;
    }
    if (f)
        fclose(f);
}

static void holds_the_floor(void **state)
{
    (void)state;
    static const char *const languages[] = {"en", "ru", "de", "fr", "es"};
    static struct tallies t;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        count_file(&t, languages[i]);
    read_floors(&t);
    FILE *f = getenv("PAIRS_UPDATE") ? fopen(floors_path, "wb") : NULL;
    int below = 0, right = 0, all = 0;
    for (int i = 0; i < t.count; i++) {
        struct tally *y = &t.items[i];
        print_message("%-24s %3d of %3d, floor %3d\n", y->name, y->right, y->all,
                      y->floor);
        right += y->right;
        all += y->all;
        below += y->right < y->floor;
        if (f)
            fprintf(f, "%s %d\n", y->name, y->right);
    }
    print_message("%d of %d pairs are right\n", right, all);
    if (f)
        fclose(f);
    assert_true(all > 0);
    assert_true(f || below == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_the_floor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
