import CNCurses
import FoundationEssentials
import Glibc
public import Screen
public import TextLayout

/// The terminal of this process, driven by ncurses.
///
/// A class, because curses has one global screen. Not `Sendable` on purpose: curses has no locks,
/// so the value stays on the thread that made it, and the compiler refuses to send it elsewhere.
public final class CursesTerminal {
  /// What it shows; `nil` when that is not known and everything is to be drawn.
  private var shown: Frame?
  private var painter: Painter
  private var keys: KeyReader
  private let signals: SignalPipe
  /// Signals that came while another program had the terminal.
  private var heldBack: Set<Int32> = []
  private var isOpen = true
  private var showsCursor = false {
    didSet { if showsCursor != oldValue { curs_set(showsCursor ? 1 : 0) } }
  }
  /// How many colours it draws.
  public let depth: ColorDepth
  /// Whether the terminal is told where links lead (OSC 8); at first by its name.
  public var marksLinks: Bool {
    didSet {
      guard marksLinks != oldValue else { return }
      painter.marksLinks = marksLinks
      redrawAll()
    }
  }

  /// Whether the text that is drawn stands in its order already; a terminal that would order it
  /// again is told to leave it.
  public var ordersText = false {
    didSet {
      guard ordersText != oldValue, canLeaveOrder else { return }
      Self.send(ordersText ? Self.orderExplicit : Self.orderImplicit)
      redrawAll()
    }
  }
  /// Whether the mouse is the reader's; else the terminal selects text with it.
  public var usesMouse = true {
    didSet {
      guard usesMouse != oldValue else { return }
      // Curses ends all reports with the last event that it is to see.
      mousemask(usesMouse ? nc_mouse_events() : 0, nil)
      if hasMouse { Self.send(usesMouse ? Self.dragOn : Self.dragOff) }
    }
  }
  /// Whether the terminal is known to have one.
  private let hasMouse: Bool
  /// Whether it is a terminal that orders text and has the mode of ECMA-48 for it.
  private let canLeaveOrder: Bool

  /// The terminal orders text, or draws it as it comes (BDSM of ECMA-48).
  private static let (orderImplicit, orderExplicit) = ("\u{1B}[8h", "\u{1B}[8l")
  /// Milliseconds after Esc in which more bytes make another key of it.
  private static let escapeDelay: Int32 = 20
  /// Reports of a mouse that moves with a button down, on and off.
  private static let (dragOn, dragOff) = ("\u{1B}[?1002h", "\u{1B}[?1002l")
  /// Bracketed paste on and off.
  private static let (pasteOn, pasteOff) = ("\u{1B}[?2004h", "\u{1B}[?2004l")

  /// Takes over the terminal.
  /// - Parameters:
  ///   - theme: The colours to begin with.
  ///   - usesColor: Whether colours may be used at all.
  ///   - environment: For `TERM` and `COLORTERM`.
  /// - Throws: `TerminalError`, before anything was drawn.
  public init(
    theme: Theme, usesColor: Bool, environment: [String: String]
  ) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    Self.chooseLocale()
    try TerminalName.check(environment)
    nc_save_modes()
    signals = try SignalPipe()
    try Self.start(environment)
    marksLinks = Hyperlink.isUnderstood(by: environment["TERM"] ?? "")
    canLeaveOrder =
      !(environment["VTE_VERSION"] ?? "").isEmpty || environment["TERM_PROGRAM"] == "mintty"
    hasMouse = nc_capability("kmous") != nil
    depth = usesColor ? ColorDepth(colors: Int(nc_number("colors"))) : .none
    self.theme = theme
    painter = Painter(Capabilities.ofTerminal(), PaintBox(theme, depth: depth))
    painter.marksLinks = marksLinks
    keys = KeyReader()
    if hasMouse { Self.send(Self.dragOn) }
    Self.send(Self.pasteOn)
    nc_prepare_reset(Self.resetText)
    nc_watch_crashes()
  }

  deinit { close() }

  /// The colours of everything that is drawn from now on.
  public var theme: Theme {
    didSet {
      painter.paints = PaintBox(theme, depth: depth)
      redrawAll()
    }
  }

  /// Readable when a key or a signal waits.
  public var descriptors: [Int32] { [STDIN_FILENO, signals.descriptor] }

  /// The size that the system knows; 80×24 when it knows none.
  public var size: Size { Self.currentSize }

  /// The size of the terminal behind standard output, also before it was taken over.
  public static var currentSize: Size {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else {
      // Serial lines have no size.
      return Size(columns: 80, rows: 24)
    }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  // MARK: - Reading

  /// Everything that happened since the last call; never waits.
  public func readEvents() -> [InputEvent] {
    var events: [InputEvent] = []
    let came = signals.read().union(heldBack)
    heldBack = []
    if !came.isDisjoint(with: [SIGTERM, SIGINT, SIGQUIT]) { events.append(.terminate) }
    if came.contains(SIGHUP) || isGone { events.append(.hangup) }
    guard events.isEmpty else { return events }
    if came.contains(SIGTSTP) { suspend() }
    if came.contains(SIGCONT) { resume() }
    if came.contains(SIGWINCH) || came.contains(SIGCONT) { events.append(.resized(takeSize())) }
    return events + keys.read()
  }

  /// Whether nobody is at the other end any more.
  private var isGone: Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, 0) > 0 && Int32(input.revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
  }

  private func takeSize() -> Size {
    let size = size
    resizeterm(Int32(max(1, size.rows)), Int32(max(1, size.columns)))
    redrawAll()
    return size
  }

  // MARK: - Drawing

  /// Whether it has the colours that pictures in cells need.
  public var drawsPictures: Bool { depth == .direct || depth == .palette(256) }

  /// Shows a frame; cells that are as they were are not touched.
  public func present(_ frame: Frame) {
    let sequence = painter.sequence(for: frame, since: shown)
    showsCursor = frame.cursor != nil
    Self.send(sequence)
    shown = frame
  }

  /// Draws every cell again at the next frame, whatever stands on the screen now.
  public func redrawAll() {
    painter.forget()
    shown = nil
  }

  // MARK: - Giving back and taking again

  /// Gives the terminal back and stops, as Ctrl-Z does; returns when the program is continued.
  public func suspend() {
    release()
    nc_stop()
    resume()
  }

  /// Gives the terminal to other work, such as another program, and takes it again.
  ///
  /// Keys that end or stop that program, which reach this one, too, mean nothing here.
  public func runOutside(_ work: () -> Void) {
    release()
    work()
    heldBack = signals.read().subtracting([SIGINT, SIGQUIT, SIGTSTP, SIGCONT])
    resume()
  }

  private func release() {
    // Terminals without a second screen keep what was drawn; the shell goes on in its last row.
    let clear = nc_capability("el").map { Array(String(cString: $0).utf8) } ?? []
    Self.send(
      painter.leave(
        atRow: max(0, size.rows - 1), clearing: Capabilities.withoutWaits(clear)))
    Self.send(Self.pasteOff)
    if hasMouse, usesMouse { Self.send(Self.dragOff) }
    if canLeaveOrder, ordersText { Self.send(Self.orderImplicit) }
    endwin()
  }

  private func resume() {
    reset_prog_mode()
    nc_take_screen()
    curs_set(showsCursor ? 1 : 0)
    Self.send(Self.pasteOn)
    if hasMouse, usesMouse { Self.send(Self.dragOn) }
    if canLeaveOrder, ordersText { Self.send(Self.orderExplicit) }
    _ = takeSize()
  }

  /// Gives the terminal back for good; does nothing the second time.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    // An answer that is on its way must not become input of the shell.
    if keys.answer.isAwaited {
      var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      if poll(&input, 1, 50) > 0 { _ = keys.read() }
    }
    release()
    nc_restore_modes()
  }

  // MARK: - Beside the cells

  /// Puts text on the clipboard of the terminal (OSC 52), also over ssh.
  ///
  /// At most 74,994 bytes, which is what terminals take; longer text is cut.
  public func copy(_ text: String) {
    let payload = Data(text.utf8.prefix(74_994)).base64EncodedString()
    Self.send("\u{1B}]52;c;\(payload)\u{07}")
  }

  /// Asks for the colour of the background; the answer comes as an event, or never.
  ///
  /// - Parameter name: What `TERM` says; terminals that might print the question are not asked.
  public func askForBackground(_ name: String) {
    let known = [
      "xterm", "tmux", "screen", "rxvt", "foot", "alacritty", "kitty", "ghostty", "wezterm",
      "vte", "gnome", "konsole", "iterm", "contour", "st-",
    ]
    guard known.contains(where: { name.hasPrefix($0) }) else { return }
    keys.answer.isAwaited = true
    Self.send(BackgroundAnswer.question)
  }

  /// Names the window.
  public func setTitle(_ title: CleanText) {
    guard nc_capability("XT") != nil || nc_capability("tsl") != nil else { return }
    Self.send("\u{1B}]2;\(title.truncated(to: 120).string)\u{07}")
  }

  private static func send(_ sequence: String) { send(Array(sequence.utf8)) }

  /// Writes bytes, all of them unless the terminal is gone.
  private static func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        guard poll(&output, 1, 1_000) > 0 else { return }
      } else if errno != EINTR {
        return
      }
    }
  }
}

extension CursesTerminal {
  /// Takes the locale of the user, or one that knows UTF-8.
  private static func chooseLocale() {
    setlocale(LC_CTYPE, "")
    let name = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) }
    if name != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private static func start(_ environment: [String: String]) throws(TerminalError) {
    let name = TerminalName.best(environment)
    guard nc_start(name) != 0 else { throw .unknown(name) }
    noecho()
    raw()
    nonl()
    guard nc_prepare_keys() != 0 else { throw .unknown(name) }
    set_escdelay(escapeDelay)
    mouseinterval(0)
    mousemask(nc_mouse_events(), nil)
    nc_take_screen()
    curs_set(0)
  }

  /// What gives a terminal back after a crash: modes off, cursor on, the other screen.
  private static var resetText: String {
    let names = ["sgr0", "cnorm", "rmkx", "rmcup"]
    let named = names.compactMap { name in nc_capability(name).map { String(cString: $0) } }
    return pasteOff + "\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l"
      + named.joined() + "\r\n"
  }
}
