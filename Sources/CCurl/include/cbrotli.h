#pragma once
/* libbrotlidec, which libcurl brings along on most systems; loaded at the first fetch. */
#include <stddef.h>
#include <stdint.h>

/* Whether there is one. Safe from any thread. */
int cbrotli_is_there(void);

/* The state of one stream; NULL when there is no library or no memory. */
void *cbrotli_new(void);
void cbrotli_free(void *state);

enum { cbrotli_damaged = 0, cbrotli_end = 1, cbrotli_wants_bytes = 2, cbrotli_wants_room = 3 };

/* Unpacks from `next`, of which `waiting` bytes are left, into a room; says how much was written. */
int cbrotli_unpack(
    void *state, const uint8_t **next, size_t *waiting, uint8_t *room, size_t size,
    size_t *written);
