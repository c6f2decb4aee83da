/* cli/main.c -- the command line's door. */
#include <stdio.h>
#include <string.h>

#include "base/status.h"

int main(int argc, char **argv)
{
    if (argc == 2 && !strcmp(argv[1], "--version")) {
        puts("briefcast " BRIEFCAST_VERSION);
        return BC_OK;
    }
    fputs("usage: briefcast --version\n", stderr);
    return BC_EUSAGE;
}
