/* SPDX-License-Identifier: Apache-2.0 */
/* The floor that `make bench` measures against: one thread of json_loadb per line of a file, and
 * nothing else. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

int
main(int argc, char **argv)
{
    char *line = NULL;
    size_t size = 0, lines = 0;
    ssize_t length;
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;

    if (file == NULL)
        return 2;
    while ((length = getline(&line, &size, file)) > 0) {
        json_t *root = json_loadb(line, (size_t)length, JSON_REJECT_DUPLICATES, NULL);
        if (root == NULL)
            return 1;
        json_decref(root);
        lines++;
    }
    printf("%zu\n", lines);
    free(line);
    fclose(file);
    return 0;
}
