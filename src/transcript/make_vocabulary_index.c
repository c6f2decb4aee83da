/* Writes the tables of transcript/vocabulary_index.h to standard output; run when the program is
 * built. It is no part of the program. */
#include <stdio.h>
#include <string.h>

#include "transcript/vocabulary_index.h"
#include "transcript/vocabulary_lists.h"

enum { WORDS_MOST = VOCABULARY_SLOTS / 2 };

struct index {
    struct {
        const char *ptr;
        size_t len;
        uint64_t classes;
    } words[WORDS_MOST];
    uint16_t slots[VOCABULARY_SLOTS];
    uint16_t count;
};

/* False: there is no room for more words. */
static bool add_word(struct index *in, const char *word, size_t len,
                     enum word_class class)
{
    uint32_t hash = VOCABULARY_HASH_BEGIN;
    for (size_t i = 0; i < len; i++)
        hash = vocabulary_hash(hash, word[i]);
    uint32_t slot = vocabulary_slot(hash);
    for (; in->slots[slot]; slot = (slot + 1) % VOCABULARY_SLOTS) {
        int i = in->slots[slot] - 1;
        if (in->words[i].len == len && !memcmp(in->words[i].ptr, word, len)) {
            in->words[i].classes |= UINT64_C(1) << class;
            return true;
        }
    }
    if (in->count == WORDS_MOST)
        return false;
    in->words[in->count].ptr = word;
    in->words[in->count].len = len;
    in->words[in->count].classes = UINT64_C(1) << class;
    in->slots[slot] = ++in->count;
    return true;
}

static bool add_lists(struct index *in, const struct word_list *lists)
{
    for (; lists->words; lists++)
        for (const char *word = lists->words + 1, *end; (end = strchr(word, '|'));
             word = end + 1)
            if (end > word && !add_word(in, word, (size_t)(end - word), lists->class))
                return false;
    return true;
}

/* Bytes beyond ASCII as octal escapes: the source of a compiler has no character set. */
static void print_letters(const char *word, size_t len)
{
    fputs("    \"", stdout);
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)word[i] >= 0x80)
            fprintf(stdout, "\\%03o", (unsigned)(unsigned char)word[i]);
        else
            fprintf(stdout, "%s%c", strchr("\"\\?", word[i]) ? "\\" : "", word[i]);
    fputs("\"\n", stdout);
}

static void print(const struct index *in)
{
    size_t longest = 0, at = 0;
    fputs("#include \"transcript/vocabulary_index.h\"\n\n"
          "const char vocabulary_letters[] =\n",
          stdout);
    for (int i = 0; i < in->count; i++)
        print_letters(in->words[i].ptr, in->words[i].len);
    fputs("    ;\n\nconst struct vocabulary_word vocabulary_words[] = {\n", stdout);
    for (int i = 0; i < in->count; at += in->words[i++].len) {
        fprintf(stdout, "    {%lluu, %zu, %zu},\n",
                (unsigned long long)in->words[i].classes, at, in->words[i].len);
        longest = in->words[i].len > longest ? in->words[i].len : longest;
    }
    fputs("};\n\nconst uint16_t vocabulary_slots[VOCABULARY_SLOTS] = {\n", stdout);
    for (int i = 0; i < VOCABULARY_SLOTS; i++)
        fprintf(stdout, "%d,%s", in->slots[i], i % 16 == 15 ? "\n" : " ");
    fprintf(stdout, "};\n\nconst ptrdiff_t vocabulary_longest = %zu;\n", longest);
}

int main(void)
{
    static struct index in;
    if (!add_lists(&in, vocabulary_labels) || !add_lists(&in, vocabulary_speech)) {
        fputs("the vocabulary has outgrown VOCABULARY_SLOTS\n", stderr);
        return 1;
    }
    print(&in);
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
