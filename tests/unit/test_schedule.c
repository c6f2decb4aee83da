/* schedule: what is missing is compiled once, what is damaged again, who dies twice has failed.
 *
 * The zygote here is a make-believe one in this process: an order's text says how its child fares.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/process.h"
#include "mix/clip.h"
#include "mix/schedule.h"

/* ---- a make-believe zygote and compiler ---- */

struct zygote {
    struct {
        uint64_t id;
        char text[64];
        struct hash key;
    } jobs[64];
    int count, most;
    int dead; /* jobs that are given back unmade */
};
static struct {
    struct arena a;
    int starts, stops, submits, most_in_flight;
    int tries[256]; /* by the key's first byte */
    enum bc_status start_status;
    int die_at; /* the zygote dies at this submit, with all that it has */
} fake;

static struct str make_clip(struct hash key)
{
    static struct str packets[3] = {
        {"\xF8\xFF\xFE", 3}, {"\xF8\xFF\xFE", 3}, {"\xF8\xFF\xFE", 3}};
    static int energies[3] = {-12000, -2000, -12000};
    struct clip c = {.key = key,
                     .packets = packets,
                     .packet_count = 3,
                     .speech_begin = 960,
                     .speech_end = 1920,
                     .energies_cb = energies,
                     .true_peak_cb = -300};
    return clip_write(&fake.a, &c);
}

enum bc_status zygote_start(struct zygote **out, int jobs, zygote_job *job,
                            const struct zygote_limits *limits)
{
    assert_true(job == compile_job && limits->cpu_seconds > 0 &&
                limits->output_bytes > 0);
    fake.starts++;
    if (fake.start_status != BC_OK)
        return fake.start_status;
    *out = calloc(1, sizeof **out);
    (*out)->most = jobs;
    return BC_OK;
}

enum bc_status zygote_submit(struct zygote *z, uint64_t id, struct str request)
{
    if (z->count == z->most)
        return BC_ERETRY;
    if (++fake.submits == fake.die_at)
        z->dead = z->count + 1;
    z->jobs[z->count].id = id;
    memcpy(&z->jobs[z->count].key, request.ptr, sizeof(struct hash));
    memcpy(z->jobs[z->count].text, request.ptr + HASH_BYTES,
           (size_t)(request.len - HASH_BYTES));
    z->jobs[z->count++].text[request.len - HASH_BYTES] = 0;
    fake.most_in_flight = z->count > fake.most_in_flight ? z->count : fake.most_in_flight;
    return BC_OK;
}

int zygote_in_flight(const struct zygote *z)
{
    return z->count;
}

static int file_with(struct str bytes)
{
    int fd = process_memory_file();
    assert_true(file_write_fd(fd, bytes));
    return fd;
}

bool zygote_collect(struct zygote *z, struct zygote_result *r, int timeout_ms)
{
    (void)timeout_ms;
    if (!z->count)
        return false;
    int i = --z->count; /* the last comes home first */
    *r = (struct zygote_result){
        .id = z->jobs[i].id, .fd = -1, .cpu_us = 10, .peak_kib = 100 + i};
    r->reply.stage_us[1] = 7;
    r->reply.stage_us[2] = INT64_MAX; /* a child may say anything */
    r->reply.stage_us[3] = INT64_MIN;
    struct str text = str_from(z->jobs[i].text);
    struct hash key = z->jobs[i].key;
    int try = ++fake.tries[key.bytes[0]];
    if (z->dead) {
        z->dead--;
        r->status = BC_EBUG;
    } else if (str_eq(text, S("crash")) || (str_eq(text, S("crash once")) && try == 1)) {
        r->status = BC_EBUG;
        r->signal = SIGSEGV;
    } else if (str_eq(text, S("slow"))) {
        r->status = BC_EBUG;
        r->signal = SIGXCPU;
    } else if (str_eq(text, S("lost"))) {
        r->status = BC_EINPUT;
        r->reply.detail = key.bytes[0] == 4 ? 3 : INT64_MAX;
        memcpy(r->reply.message, "words were dropped", 19);
    } else if (str_eq(text, S("empty"))) {
        r->fd = file_with(S(""));
    } else if (str_eq(text, S("wrong")) || (str_eq(text, S("wrong once")) && try == 1)) {
        r->fd = file_with(make_clip((struct hash){{9, 9, 9}}));
    } else {
        r->fd = file_with(make_clip(key));
    }
    return true;
}

void zygote_stop(struct zygote *z)
{
    fake.stops += z != NULL;
    free(z);
}

struct str compile_pack(struct arena *a, const struct compile_request *r,
                        const struct hash *key)
{
    struct strbuf b = {.arena = a};
    strbuf_add(&b, (struct str){(const char *)key->bytes, HASH_BYTES});
    strbuf_add(&b, r->text);
    return strbuf_str(&b);
}

enum bc_status compile_job(struct str request, int out_fd, struct zygote_reply *reply)
{
    (void)request, (void)out_fd, (void)reply;
    return BC_EBUG;
}

/* ---- tests ---- */

struct stage {
    struct arena a;
    struct diag d;
    struct cache *cache;
    struct schedule *schedule;
    struct clip_order orders[64];
    int count, settled;
};

static void open_stage(struct stage *t, int jobs)
{
    fake.starts = fake.stops = fake.submits = fake.most_in_flight = fake.die_at = 0;
    fake.start_status = BC_OK;
    memset(fake.tries, 0, sizeof fake.tries);
    memset(t, 0, sizeof *t);
    t->d.arena = &t->a;
    assert_int_equal(cache_open(&t->cache, true, &t->d), BC_OK);
    assert_int_equal(schedule_open(&t->schedule, t->cache, jobs), BC_OK);
}

static void close_stage(struct stage *t)
{
    schedule_close(t->schedule);
    cache_close(t->cache);
    arena_clear(&t->a);
    arena_clear(&fake.a);
    assert_int_equal(fake.stops, fake.starts);
}

static struct clip_order *add(struct stage *t, unsigned char key, const char *text)
{
    struct clip_order *o = &t->orders[t->count++];
    *o = (struct clip_order){.request.text = str_from(text), .key = {{key}}};
    assert_int_equal(schedule_add(t->schedule, o, &t->d), BC_OK);
    return o;
}

/* Until nothing waits; every order is told of exactly once. */
static void run(struct stage *t)
{
    bool told[64] = {false};
    int rounds = 0;
    do {
        struct clip_order *o;
        assert_int_equal(schedule_run(t->schedule, &o, -1, &t->d), BC_OK);
        for (; o; o = o->next) {
            assert_false(told[o - t->orders]);
            assert_int_not_equal(o->state, CLIP_WAITING);
            told[o - t->orders] = true;
            t->settled++;
        }
        assert_true(++rounds < 100);
    } while (schedule_waiting(t->schedule));
}

static void compiles_each_key_once(void **state)
{
    (void)state;
    struct stage t;
    open_stage(&t, 2);
    assert_int_equal(fake.starts, 0); /* not before the first clip is missing */
    struct clip_order *o[12];
    for (int i = 0; i < 12; i++)
        o[i] = add(&t, (unsigned char)(i % 5), "fine");
    assert_int_equal(schedule_waiting(t.schedule), 12);
    run(&t);
    assert_int_equal(t.settled, 12);
    assert_int_equal(fake.submits, 5);
    assert_int_equal(fake.most_in_flight, 2);
    for (int i = 0; i < 12; i++) {
        struct clip c;
        assert_int_equal(o[i]->state, CLIP_READY);
        assert_int_equal(o[i]->compiled, i < 5);
        assert_int_equal(cache_clip(&c, &t.a, t.cache, &o[i]->key), BC_OK);
    }
    const struct schedule_stats *s = schedule_stats(t.schedule);
    assert_int_equal(s->compiled, 5);
    assert_int_equal(s->reused, 7);
    assert_int_equal(s->cpu_us, 50);
    assert_int_equal(s->stage_us[1], 35);
    assert_int_equal(s->stage_us[2], 0);
    assert_int_equal(s->stage_us[3], 0);
    assert_int_equal(s->child_peak_kib, 101);
    /* known by now: settled at once, without another child */
    assert_int_equal(add(&t, 3, "fine")->state, CLIP_READY);
    run(&t);
    assert_int_equal(t.settled, 13);
    assert_int_equal(fake.submits, 5);
    close_stage(&t);
}

static void a_clip_that_vanished_is_compiled_again(void **state)
{
    (void)state;
    struct stage t;
    open_stage(&t, 2);
    struct clip_order *first = add(&t, 3, "fine");
    run(&t);
    cache_drop(t.cache, &first->key);
    schedule_forget(t.schedule, &first->key);
    schedule_forget(t.schedule, &(struct hash){{77}}); /* of no order */
    struct clip_order *again = add(&t, 3, "fine"), *equal = add(&t, 3, "fine");
    assert_int_equal(again->state, CLIP_WAITING);
    schedule_forget(t.schedule, &first->key); /* is on its way already */
    run(&t);
    assert_int_equal(fake.submits, 2);
    assert_true(again->state == CLIP_READY && again->compiled);
    assert_true(equal->state == CLIP_READY && !equal->compiled);
    struct clip c;
    assert_int_equal(cache_clip(&c, &t.a, t.cache, &first->key), BC_OK);
    /* another process may have brought it back: then there is nothing to do */
    schedule_forget(t.schedule, &first->key);
    assert_int_equal(add(&t, 3, "fine")->state, CLIP_READY);
    run(&t);
    assert_int_equal(fake.submits, 2);
    close_stage(&t);
}

static void whole_clips_are_reused_and_damaged_ones_replaced(void **state)
{
    (void)state;
    struct stage t;
    open_stage(&t, 2);
    struct hash keys[4] = {{{0}}, {{1}}, {{2}}, {{3}}};
    struct str whole = make_clip(keys[0]);
    assert_int_equal(cache_put(t.cache, &keys[0], whole), BC_OK);
    assert_int_equal(cache_put(t.cache, &keys[1], make_clip(keys[2])),
                     BC_OK); /* another's */
    assert_int_equal(cache_put(t.cache, &keys[2], str_slice(make_clip(keys[2]), 0, 300)),
                     BC_OK);
    assert_int_equal(cache_put(t.cache, &keys[3], S("")), BC_OK);
    assert_int_equal(add(&t, 0, "fine")->state, CLIP_READY);
    assert_int_equal(fake.starts, 0);
    for (int i = 1; i < 4; i++)
        assert_int_equal(add(&t, (unsigned char)i, "fine")->state, CLIP_WAITING);
    run(&t);
    for (int i = 0; i < 4; i++) {
        struct clip c;
        assert_int_equal(t.orders[i].state, CLIP_READY);
        assert_int_equal(cache_clip(&c, &t.a, t.cache, &keys[i]), BC_OK);
    }
    assert_int_equal(schedule_stats(t.schedule)->damaged, 3);
    assert_int_equal(schedule_stats(t.schedule)->compiled, 3);
    assert_null(t.orders[0].clip); /* nobody asked for it */
    close_stage(&t);
}

/* Who says where gets a clip of the cache; one that is compiled lies in the cache only. */
static void a_clip_is_kept_for_whoever_wants_it(void **state)
{
    (void)state;
    struct stage t;
    open_stage(&t, 1);
    struct hash keys[2] = {{{0}}, {{1}}};
    assert_int_equal(cache_put(t.cache, &keys[0], make_clip(keys[0])), BC_OK);
    struct clip_order *orders = t.orders;
    for (t.count = 0; t.count < 2; t.count++) {
        orders[t.count] = (struct clip_order){
            .request.text = S("fine"), .key = keys[t.count], .keep = &t.a};
        assert_int_equal(schedule_add(t.schedule, &orders[t.count], &t.d), BC_OK);
    }
    assert_true(orders[0].state == CLIP_READY && orders[1].state == CLIP_WAITING);
    cache_drop(t.cache, &keys[0]);
    assert_memory_equal(&orders[0].clip->key, &keys[0], sizeof *keys);
    assert_true(orders[0].clip->packet_count > 0 && orders[0].clip->packets[0].len > 0);
    run(&t);
    assert_int_equal(orders[1].state, CLIP_READY);
    assert_null(orders[1].clip);
    close_stage(&t);
}

static void a_child_that_dies_is_tried_once_more(void **state)
{
    (void)state;
    struct stage t;
    open_stage(&t, 3);
    struct clip_order *once = add(&t, 1, "crash once"), *bad = add(&t, 2, "crash");
    struct clip_order *slow = add(&t, 3, "slow"), *lost = add(&t, 4, "lost");
    struct clip_order *empty = add(&t, 5, "empty"), *wrong = add(&t, 6, "wrong");
    struct clip_order *wrong_once = add(&t, 7, "wrong once"), *fine = add(&t, 8, "fine");
    struct clip_order *bad_too = add(&t, 2, "crash"), *liar = add(&t, 9, "lost");
    run(&t);
    assert_int_equal(t.settled, 10);
    assert_true(liar->state == CLIP_FAILED && liar->detail == -1);
    assert_true(once->state == CLIP_READY && wrong_once->state == CLIP_READY &&
                fine->state == CLIP_READY);
    static const int tries[] = {0, 2, 2, 2, 1, 2, 2, 2, 1};
    for (int i = 1; i < 9; i++)
        assert_int_equal(fake.tries[i], tries[i]);
    assert_true(bad->state == CLIP_FAILED && bad->signal == SIGSEGV &&
                bad->status == BC_EBUG);
    assert_string_equal(bad->message, "the speech engine crashed");
    assert_int_equal(bad->detail, -1);
    assert_true(bad_too->state == CLIP_FAILED && bad_too->signal == SIGSEGV);
    assert_string_equal(slow->message, "the speech engine took too long");
    assert_true(lost->state == CLIP_FAILED && lost->status == BC_EINPUT &&
                lost->detail == 3);
    assert_string_equal(lost->message, "words were dropped");
    assert_true(empty->state == CLIP_FAILED && empty->status == BC_EBUG);
    assert_true(wrong->state == CLIP_FAILED && wrong->status == BC_EBUG);
    /* what failed once has failed for the run */
    struct clip_order *again = add(&t, 2, "crash");
    assert_true(again->state == CLIP_FAILED && again->signal == SIGSEGV);
    assert_int_equal(schedule_stats(t.schedule)->failed, 8);
    assert_int_equal(schedule_stats(t.schedule)->retried, 6);
    close_stage(&t);
}

static void what_a_dying_zygote_gives_back_is_tried_again(void **state)
{
    (void)state;
    struct stage t;
    open_stage(&t, 2);
    fake.die_at = 4;
    for (int i = 0; i < 10; i++)
        add(&t, (unsigned char)i, "fine");
    run(&t);
    assert_int_equal(t.settled, 10);
    for (int i = 0; i < 10; i++)
        assert_int_equal(t.orders[i].state, CLIP_READY);
    assert_int_equal(schedule_stats(t.schedule)->retried, 2);
    close_stage(&t);
}

static void an_engine_that_cannot_start_is_told(void **state)
{
    (void)state;
    struct stage t;
    open_stage(&t, 2);
    fake.start_status = BC_EMISSING;
    struct clip_order o = {.request.text = S("x"), .key = {{1}}};
    assert_int_equal(schedule_add(t.schedule, &o, &t.d), BC_EMISSING);
    assert_int_equal(t.d.errors, 1);
    struct clip_order *settled;
    assert_int_equal(schedule_run(t.schedule, &settled, -1, &t.d), BC_EMISSING);
    assert_null(settled);
    fake.starts = 0;
    close_stage(&t);
    schedule_close(NULL);
}

static void many_orders_are_found_again(void **state)
{
    (void)state;
    struct stage t;
    open_stage(&t, 8);
    enum { N = 3000 };
    struct clip_order *orders = arena_array(&t.a, struct clip_order, 2 * N);
    for (int i = 0; i < 2 * N; i++) {
        unsigned char low = (unsigned char)(i % N), high = (unsigned char)(i % N >> 8);
        orders[i] =
            (struct clip_order){.request.text = S("fine"), .key = {{low, 0, 0, high, 5}}};
        assert_int_equal(schedule_add(t.schedule, &orders[i], &t.d), BC_OK);
    }
    for (struct clip_order *o; schedule_waiting(t.schedule);)
        assert_int_equal(schedule_run(t.schedule, &o, -1, &t.d), BC_OK);
    assert_int_equal(schedule_stats(t.schedule)->compiled, N);
    assert_int_equal(schedule_stats(t.schedule)->reused, N);
    close_stage(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compiles_each_key_once),
        cmocka_unit_test(a_clip_that_vanished_is_compiled_again),
        cmocka_unit_test(whole_clips_are_reused_and_damaged_ones_replaced),
        cmocka_unit_test(a_clip_is_kept_for_whoever_wants_it),
        cmocka_unit_test(a_child_that_dies_is_tried_once_more),
        cmocka_unit_test(what_a_dying_zygote_gives_back_is_tried_again),
        cmocka_unit_test(an_engine_that_cannot_start_is_told),
        cmocka_unit_test(many_orders_are_found_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
