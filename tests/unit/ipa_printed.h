/* How the engine prints a symbol of speak/ipa.h. */
#ifndef BRIEFCAST_TESTS_IPA_PRINTED_H
#define BRIEFCAST_TESTS_IPA_PRINTED_H

#include "speak/ipa.h"

/* Where the engine prints something else than the symbol: British English has no "r" behind
 * vowels, and a sound that a language has not is that language's nearest. */
static const struct {
    const char *language, *ipa, *printed;
} ipa_otherwise[] = {
    {"en", "g", "ɡ"},     {"en", "ɫ", "l"},      {"en", "r", "ɹ"},
    {"en", "ʧ", "tʃ"},    {"en", "ʤ", "dʒ"},     {"en", "χ", "x"},
    {"en", "ᵻ", "ɪ"},     {"en", "ɨ", "ɪ"},      {"en", "e", "ɛ"},
    {"en", "æ", "a"},     {"en", "ɑ", "ɑː"},     {"en", "aː", "ɑː"},
    {"en", "ɔ", "ɔː"},    {"en", "o", "əʊ"},     {"en", "ʉː", "uː"},
    {"en", "ɐ", "ʌ"},     {"en", "ɝ", "ɜː"},     {"en", "ɝː", "ɜː"},
    {"en", "ɚ", "ə"},     {"en", "oʊ", "əʊ"},    {"en", "ɪə", "iə"},
    {"en", "ɛə", "eə"},   {"en", "ɒ̃", "ɑ̃"},      {"en", "l̩", "əl"},
    {"en", "ɑːr", "ɑː"},  {"en", "ɑːɹ", "ɑː"},   {"en", "ɑɹ", "ɑː"},
    {"en", "ɔːr", "ɔː"},  {"en", "ɔːɹ", "ɔː"},   {"en", "ɔɹ", "ɔː"},
    {"en", "oːɹ", "ɔː"},  {"en", "oɹ", "ɔː"},    {"en", "ɜːr", "ɜː"},
    {"en", "ɜːɹ", "ɜː"},  {"en", "ər", "ə"},     {"en", "əɹ", "ə"},
    {"en", "ɪər", "iə"},  {"en", "ɪəɹ", "iə"},   {"en", "ɪɹ", "iə"},
    {"en", "eər", "eə"},  {"en", "ɛər", "eə"},   {"en", "eəɹ", "eə"},
    {"en", "ɛəɹ", "eə"},  {"en", "ɛɹ", "eə"},    {"en", "ʊər", "ʊə"},
    {"en", "ʊəɹ", "ʊə"},  {"en", "ʊɹ", "ʊə"},    {"en", "aɪər", "aɪə"},
    {"en", "aɪɚ", "aɪə"}, {"en", "aʊər", "aʊə"}, {"en", "aʊɚ", "aʊə"},
    {"ru", "g", "ɡ"},     {"ru", "gʲ", "ɡʲ"},    {"ru", "zʲ", "ʑ"},
    {"ru", "ʂ", "ʃ"},     {"ru", "ʐ", "ʒ"},      {"ru", "ɕː", "ɕ"},
    {"ru", "l", "ɭ"},     {"ru", "ɫ", "ɭ"},      {"ru", "lʲ", "ɭʲ"},
    {"ru", "tɕ", "tʃʲ"},  {"ru", "tʃ", "tʃʲ"},   {"ru", "a", "ɑ"},
    {"ru", "æ", "ɑ"},     {"ru", "ɐ", "ɑ"},      {"ru", "ʌ", "ɑ"},
    {"ru", "ə", "ɑ"},     {"ru", "ɨ", "y"},      {"ru", "ɔ", "o"},
    {"ru", "ʊ", "u"},     {"ru", "ʉ", "u"},      {"de", "g", "ɡ"},
    {"de", "χ", "x"},     {"de", "ʁ", "r"},      {"de", "ʀ", "r"},
    {"de", "ɾ", "r"},     {"de", "ɹ", "r"},      {"de", "aː", "ɑː"},
    {"de", "ɐ", "ɜ"},     {"de", "ø", "øː"},     {"de", "ʏ", "y"},
    {"de", "ɔɪ", "ɔø"},   {"de", "ɔʏ", "ɔø"},    {"de", "ɑ̃ː", "ɑ̃"},
    {"de", "ã", "ɑ̃"},     {"de", "ɔ̃ː", "ɔ̃"},     {"de", "õ", "ɔ̃"},
    {"de", "ŋ̍", "ŋ̩"},     {"fr", "g", "ɡ"},      {"fr", "r", "ʁ"},
    {"fr", "ʀ", "ʁ"},     {"fr", "ɥ", "y"},      {"fr", "ɑ", "a"},
    {"fr", "ɛː", "ɛ"},    {"fr", "ã", "ɑ̃"},      {"fr", "õ", "ɔ̃"},
    {"es", "b", "β"},     {"es", "d", "ð"},      {"es", "ɡ", "ɣ"},
    {"es", "g", "ɣ"},     {"es", "χ", "x"},      {"es", "ɟʝ", "ʝ"},
    {"es", "ai", "aɪ"},   {"es", "ei", "eɪ"},    {"es", "oi", "oɪ"},
    {"es", "au", "aʊ"},   {"es", "eu", "eʊ"},    {NULL, NULL, NULL},
};

static inline struct str ipa_printed(struct str language, struct str ipa)
{
    for (int i = 0; ipa_otherwise[i].language; i++)
        if (str_eq(str_from(ipa_otherwise[i].language), language) &&
            str_eq(str_from(ipa_otherwise[i].ipa), ipa))
            return str_from(ipa_otherwise[i].printed);
    return ipa;
}

#endif
