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

#include "pairs.h"

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

struct counting {
    struct tallies *tallies;
    const char *language; /* of the file */
};

static void count_pair(void *user, struct arena *a, const struct pair *p)
{
    struct counting *c = user;
    assert_true(p->class.len && p->printed.len && p->spoken.len);
    struct tally *y = tally_of(c->tallies, c->language, p->class);
    struct spoken got = speak_text(a, p->printed, NULL, 0, p->language, NULL);
    bool right = str_eq(heard(a, got.str), heard(a, p->spoken));
    y->right += right;
    y->all++;
    if (!right && getenv("PAIRS_SHOW"))
        print_message("%s: %.*s\n    got  %.*s\n    want %.*s\n", y->name,
                      STR_ARGS(p->printed), STR_ARGS(got.str), STR_ARGS(p->spoken));
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
        pairs_read(languages[i], count_pair, &(struct counting){&t, languages[i]});
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
