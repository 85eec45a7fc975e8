# shellcheck shell=bash
# Helpers for the behaviours: the program in tmux, with a home of its own.
set -euo pipefail
: "${BROADSHEET:?names the program under test}"

home=$(mktemp -d)
server="broadsheet-$$"
export HOME="$home" LC_ALL=C.UTF-8 TZ=UTC TMUX_TMPDIR="$home"
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME BROADSHEET_DATA NO_COLOR COLORTERM BROWSER TMUX
# The reader ends a moment after its terminal and may still write into its home.
cleanup() {
  tmux -L "$server" kill-server 2>/dev/null || true
  for _ in $(seq 40); do rm -rf "$home" 2>/dev/null && return; sleep 0.05; done
}
trap cleanup EXIT

in_tmux() { tmux -L "$server" "$@"; }
# terminal COLUMNS ROWS: a shell of that size, without a program yet.
terminal() {
  in_tmux -f /dev/null new-session -d -x "$1" -y "$2" "PS1='shell> ' bash --norc --noprofile"
  in_tmux set -g escape-time 0 ';' set -g remain-on-exit on
  see 'shell>'
}
# open COLUMNS ROWS [ARGUMENTS]: a shell of that size that runs the reader.
open() {
  local size=("$1" "$2")
  shift 2
  terminal "${size[@]}"
  command_line "$BROADSHEET $*"
}
command_line() { in_tmux send-keys -l -- "$1" ';' send-keys Enter; }
# press KEYS...: keys in tmux's names, one after the other.
press() { in_tmux send-keys -- "$@"; }
screen() { in_tmux capture-pane -p; }
resize() { in_tmux resize-window -x "$1" -y "$2"; }
# reader_pid: the process of the reader that the shell in the pane runs.
reader_pid() { pgrep -P "$(in_tmux display-message -p '#{pane_pid}')" -x broadsheet; }

fail() {
  echo "$1"
  echo '--- screen'
  screen 2>&1 || true
  echo '---'
  exit 1
}
# eventually WORDS COMMAND...: waits at most ten seconds until the command succeeds.
eventually() {
  local words=$1
  shift
  for _ in $(seq 200); do
    "$@" && return 0
    sleep 0.05
  done
  fail "$words"
}
shows() { screen 2>/dev/null | grep -E -- "$1" >/dev/null; }
hides() { ! shows "$1"; }
# see REGEX: waits until it stands on the screen. gone REGEX: until it stands there no more.
see() { eventually "not seen: $1" shows "$1"; }
gone() { eventually "still seen: $1" hides "$1"; }
# clean: the terminal has its own screen, cursor, modes and line discipline again.
clean() {
  see 'shell> *$'
  local state
  state=$(in_tmux display-message -p \
    '#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{keypad_cursor_flag} #{keypad_flag}')
  [ "$state" = "0 1 0 0 0" ] || fail "modes left on (screen, cursor, mouse, keys): $state"
  stty -a -F "$(in_tmux display-message -p '#{pane_tty}')" | grep -qE '(^| )isig' || fail 'no signals'
  command_line 'echo still-"here"'
  see '^still-here'
}
# page FILE TITLE PLACE BODY: writes a saved news page.
page() {
  printf '%s\n\nShort Url\nUpdated 16 January 2026\nFollow\n\n%s\n\n  • %s\n  • %s\n\n%s: %s\n\n%s\n' \
    "$2" "$2" "What happened in $3" "What comes next" "${3^^}" "$4" \
    "Nobody had expected that, a spokeswoman for the town said on Friday." >"$1"
}
# town_pages: three pages in $HOME/news, one of them on football alone.
town_pages() {
  mkdir -p "$HOME/news"
  page "$HOME/news/1.txt" 'Tram line reopens after repairs' Velmora \
    'The tram line over the river reopened on Friday after two years of repairs, the city said.'
  page "$HOME/news/2.txt" 'Harbour bridge closed for a week' Selis \
    'The harbour bridge is closed to lorries for a week while engineers check its cables.'
  page "$HOME/news/3.txt" 'Rovers win the cup on penalties' Tarnov \
    'The football club won the cup on penalties after its goalkeeper saved two in the final.'
}
# refused STATUS REGEX COMMAND...: fails with that status and exactly one line on standard error.
refused() {
  local status=$1 words=$2 got=0
  shift 2
  "$@" >"$HOME/out" 2>"$HOME/err" </dev/null || got=$?
  [ "$got" -eq "$status" ] || { cat "$HOME/err"; echo "status $got, not $status: $*"; exit 1; }
  [ "$(wc -l <"$HOME/err")" -eq 1 ] || { cat "$HOME/err"; echo "not one line: $*"; exit 1; }
  grep -qE -- "$words" "$HOME/err" || { cat "$HOME/err"; echo "not said: $words"; exit 1; }
  if LC_ALL=C grep -q $'[\x01-\x08\x0b-\x1f\x7f]' "$HOME/err" "$HOME/out"; then
    echo "control characters got out: $*"
    exit 1
  fi
}
# feed FILE TITLE FIRST LAST [HOURS]: an RSS feed with numbered reports, the last one the newest and
# HOURS old (0 when left out), the others an hour apart.
feed() {
  local number hours
  {
    printf '<?xml version="1.0"?><rss version="2.0"><channel><title>%s</title>' "$2"
    printf '<link>http://127.0.0.1/</link><description>News of the town</description>'
    for ((number = $4; number >= $3; number--)); do
      hours=$(($4 - number + ${5:-0}))
      printf '<item><title>%s report %d</title><guid>%s-%d</guid>' "$2" "$number" "$2" "$number"
      printf '<pubDate>%s</pubDate>' "$(date -uR -d "-$hours hours -1 minute")"
      printf '<description>The council of %s met for the %dth time.</description></item>' "$2" \
        "$number"
    done
    printf '</channel></rss>\n'
  } >"$1"
}
# serve: serves $HOME/www on a port of the loopback; $site is its address.
serve() {
  mkdir -p "$HOME/www"
  python3 -u -m http.server --bind 127.0.0.1 --directory "$HOME/www" 0 \
    >"$HOME/served" 2>/dev/null &
  server_pid=$!
  trap 'kill "$server_pid" 2>/dev/null || true; cleanup' EXIT
  eventually 'no server' grep -q 'port [0-9]' "$HOME/served"
  site="http://127.0.0.1:$(sed -n 's/.*port \([0-9]*\).*/\1/p' "$HOME/served" | head -1)"
}
