/* A page of anybody, read as XML: every byte is in a block or disposed of. */
#include "markup.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_markup("xml", data, size);
}
