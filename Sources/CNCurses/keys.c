#include "CNCurses.h"

static WINDOW *keys;

int nc_prepare_keys(void) {
  keys = newpad(1, 1);
  if (!keys) return 0;
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  return 1;
}

int nc_read(wint_t *out) { return wget_wch(keys, out); }
