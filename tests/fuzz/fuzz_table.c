/* Transcripts as tables. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct reader *const readers[] = {&read_table, NULL};
    check_bytes(data, size, readers);
    return 0;
}
