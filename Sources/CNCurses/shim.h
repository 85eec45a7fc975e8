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
static inline mmask_t nc_middle_down(void) { return BUTTON2_PRESSED; }
static inline mmask_t nc_wheel_up(void) { return BUTTON4_PRESSED; }
static inline mmask_t nc_wheel_down(void) { return BUTTON5_PRESSED; }

/* A signal becomes one byte in a pipe, so that poll(2) sees it whenever it comes. */
static int nc_signal_pipe = -1;
static void nc_on_signal(int number) {
  int saved = errno;
  char byte = (char)number;
  ssize_t ignored = write(nc_signal_pipe, &byte, 1);
  (void)ignored;
  errno = saved;
}
static inline void nc_watch_signals(int pipe_end) {
  static const int watched[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = nc_on_signal;
  action.sa_flags = SA_RESTART;
  nc_signal_pipe = pipe_end;
  for (unsigned i = 0; i < sizeof watched / sizeof *watched; i++) sigaction(watched[i], &action, 0);
  signal(SIGPIPE, SIG_IGN);
}

static inline void nc_watch_tstp(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = nc_on_signal;
  action.sa_flags = SA_RESTART;
  sigaction(SIGTSTP, &action, 0);
}

/* After a crash the terminal is given back with what was prepared here: only write, tcsetattr and
   raise are called, which are safe in a signal handler. */
static char nc_reset_text[512];
static size_t nc_reset_length;
static struct termios nc_saved_modes;
static int nc_has_saved_modes;
static void nc_on_crash(int number) {
  ssize_t ignored = write(STDOUT_FILENO, nc_reset_text, nc_reset_length);
  (void)ignored;
  if (nc_has_saved_modes) tcsetattr(STDIN_FILENO, TCSANOW, &nc_saved_modes);
  signal(number, SIG_DFL);
  raise(number);
}
static inline void nc_save_modes(void) {
  nc_has_saved_modes = tcgetattr(STDIN_FILENO, &nc_saved_modes) == 0;
}
static inline void nc_restore_modes(void) {
  if (nc_has_saved_modes) tcsetattr(STDIN_FILENO, TCSANOW, &nc_saved_modes);
}
static inline void nc_prepare_reset(const char *text) {
  size_t length = strlen(text);
  if (length > sizeof nc_reset_text) return;
  memcpy(nc_reset_text, text, length);
  nc_reset_length = length;
}
static inline void nc_watch_crashes(void) {
  static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  /* A stack of its own, so that a stack overflow is handled too. */
  static char stack[16384];
  stack_t alternate;
  memset(&alternate, 0, sizeof alternate);
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, 0);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = nc_on_crash;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  for (unsigned i = 0; i < sizeof crashes / sizeof *crashes; i++) sigaction(crashes[i], &action, 0);
}
