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
/* Keys are read from a pad: to read from a window would draw it, and the screen is not drawn by
   curses. 0 when there is no memory. */
int nc_prepare_keys(void);
int nc_read(wint_t *out);
/* Switches to the screen of programs and clears it, at the start and after the terminal was given
   away. */
static inline void nc_take_screen(void) {
  clearok(stdscr, TRUE);
  wrefresh(stdscr);
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
static inline int nc_flag(const char *name) { return tigetflag(name) > 0; }
/* The macros for buttons hold casts that Swift does not import. */
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
