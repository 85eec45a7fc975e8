#pragma once
/* curses keeps its state in C globals and macros, which Swift 6 refuses; each gets one function. */
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static inline int nc_start(const char *name) { return newterm(name, stdout, stdin) != 0; }
static inline WINDOW *nc_screen(void) { return stdscr; }
static inline int nc_colors(void) { return COLORS; }
static inline int nc_pairs(void) { return COLOR_PAIRS; }
static inline int nc_read(wint_t *out) { return wget_wch(stdscr, out); }
static inline int nc_style(attr_t attributes, int pair) {
  return attr_set(attributes, (short)pair, &pair);
}
static inline const char *nc_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (char *)-1 ? 0 : value;
}
/* A capability with its parameters filled in; valid until the next call. */
static inline const char *nc_parameters(const char *capability, int first, int second) {
  return tiparm(capability, first, second);
}
static inline int nc_number(const char *name) { return tigetnum(name); }
/* The macros for attributes hold casts that Swift does not import. */
static inline attr_t nc_bold(void) { return A_BOLD; }
static inline attr_t nc_italic(void) { return A_ITALIC; }
static inline attr_t nc_underline(void) { return A_UNDERLINE; }
static inline attr_t nc_reverse(void) { return A_REVERSE; }
static inline attr_t nc_dim(void) { return A_DIM; }
static inline mmask_t nc_mouse_events(void) {
  return BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON2_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED |
         REPORT_MOUSE_POSITION;
}
static inline mmask_t nc_left_down(void) { return BUTTON1_PRESSED; }
static inline mmask_t nc_left_up(void) { return BUTTON1_RELEASED; }
static inline mmask_t nc_moved(void) { return REPORT_MOUSE_POSITION; }
static inline mmask_t nc_middle_down(void) { return BUTTON2_PRESSED; }
static inline mmask_t nc_wheel_up(void) { return BUTTON4_PRESSED; }
static inline mmask_t nc_wheel_down(void) { return BUTTON5_PRESSED; }

/* Signals that a terminal program lives with become one byte each in a pipe, so that poll(2) sees
   them whenever they come. SIGPIPE is ignored. */
void nc_watch_signals(int pipe_end);

/* Stops the process as Ctrl-Z does; returns when it is continued. */
void nc_stop(void);

/* After a crash the terminal is given back with what was prepared here, and the signal goes on. */
void nc_save_modes(void);
void nc_restore_modes(void);
void nc_prepare_reset(const char *text);
void nc_watch_crashes(void);
