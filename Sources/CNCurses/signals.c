#include "CNCurses.h"



static int signal_pipe = -1;

static void on_signal(int number) {
  int saved = errno;
  char byte = (char)number;
  ssize_t ignored = write(signal_pipe, &byte, 1);
  (void)ignored;
  errno = saved;
}

void nc_watch_signals(int pipe_end) {
  static const int watched[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  signal_pipe = pipe_end;
  for (unsigned i = 0; i < sizeof watched / sizeof *watched; i++) sigaction(watched[i], &action, 0);
  signal(SIGPIPE, SIG_IGN);
}

void nc_stop(void) {
  struct sigaction watched, action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, &watched);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &watched, 0);
}

/* Only write, tcsetattr, signal and raise are called after a crash: they are safe in a handler. */
static char reset_text[512];
static size_t reset_length;
static struct termios saved_modes;
static int has_saved_modes;

static void on_crash(int number) {
  ssize_t ignored = write(STDOUT_FILENO, reset_text, reset_length);
  (void)ignored;
  if (has_saved_modes) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  signal(number, SIG_DFL);
  raise(number);
}

void nc_save_modes(void) { has_saved_modes = tcgetattr(STDIN_FILENO, &saved_modes) == 0; }

void nc_restore_modes(void) {
  if (has_saved_modes) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
}

void nc_prepare_reset(const char *text) {
  size_t length = strlen(text);
  if (length > sizeof reset_text) return;
  memcpy(reset_text, text, length);
  reset_length = length;
}

void nc_watch_crashes(void) {
  static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  /* A stack of its own, so that a stack overflow is handled, too. */
  static char stack[16384];
  stack_t alternate;
  memset(&alternate, 0, sizeof alternate);
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, 0);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_crash;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  for (unsigned i = 0; i < sizeof crashes / sizeof *crashes; i++) sigaction(crashes[i], &action, 0);
}
