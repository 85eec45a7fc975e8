import FoundationEssentials
import Glibc
import Reader
import Screen
import Storage
import Terminal

/// Waits for keys and answers, updates the model, shows the frame.
///
/// Lives on the main thread and never awaits: everything that takes time comes back through the
/// mailbox. A class, because it owns the terminal for as long as the reader runs.
final class ReaderLoop {
  private var terminal: CursesTerminal?
  private let mailbox: Mailbox
  private let effects: EffectRunner
  private var themes: ThemeCatalogue
  /// Sees that settings, keys or themes were written; `nil` before the first frame.
  private var watch: FolderWatch?
  private let opener: LinkOpener
  private var model: Model
  /// Whether an answer is on its way that the next frame should already show.
  private var awaitsAnswer = false
  private var hasEnded = false
  /// The terminal that is asked for its background once something is on the screen; `nil` for none.
  var questionedTerminal: String?
  /// What the reader asked to be woken for, and when; a later wish of a kind replaces the earlier.
  private var alarms: [Request.Kind: Alarm] = [:]

  private struct Alarm {
    var milliseconds: Int
    var request: Request
  }

  /// Milliseconds that a frame waits for the answer to a question that its key asked: one frame of
  /// a 120 Hz screen.
  private static let patience: Int32 = 8

  init(
    mailbox: Mailbox, effects: EffectRunner, model: Model, themes: ThemeCatalogue,
    opener: LinkOpener
  ) {
    self.mailbox = mailbox
    self.effects = effects
    self.model = model
    self.themes = themes
    self.opener = opener
  }

  /// Asks for what the first frame shows; it comes while the terminal is being opened.
  func start() { handle(.started(now: Date())) }

  /// Runs until the user quits or the terminal is gone.
  func run(on terminal: CursesTerminal) {
    self.terminal = terminal
    defer { self.terminal = nil }
    handle(.terminalOpened(drawsPictures: terminal.drawsPictures))
    if terminal.size != model.size { handle(.input(.resized(terminal.size), now: Date())) }
    var isFirstFrame = true
    var shown: (model: Model, frame: Frame)?
    while !hasEnded {
      settle()
      let frame = shown.map { model.frame(after: $0.model, shown: $0.frame) } ?? model.frame
      terminal.present(frame)
      shown = (model, frame)
      if isFirstFrame {
        // The first frame does not wait for what the terminal says of itself.
        if let questionedTerminal { terminal.askForBackground(questionedTerminal) }
        effects.begin()
        watchSettings()
      }
      isFirstFrame = false
      wait(
        for: terminal.descriptors + [mailbox.descriptor] + (watch.map { [$0.descriptor] } ?? []),
        milliseconds: timeToNextAlarm)
      takeIn(from: terminal)
    }
  }

  /// Takes in everything that came, so that many keys make one frame.
  private func takeIn(from terminal: CursesTerminal) {
    for message in mailbox.drain() { handle(message) }
    ring()
    if let paths = watch?.read(), !paths.isEmpty { takeOver(paths) }
    for event in terminal.readEvents() {
      handle(.input(event, now: Date()))
      if event == .hangup || event == .terminate { hasEnded = true }
    }
  }

  /// Lets answers that are on their way arrive, so that a key and what it shows come in one frame.
  private func settle() {
    guard awaitsAnswer else { return }
    awaitsAnswer = false
    let end = Self.milliseconds() + Int(Self.patience)
    while !hasEnded {
      // Whether something is under way is asked first: an answer counts as given only when it lies
      // in the mailbox.
      let isBusy = effects.isBusy
      for message in mailbox.drain() { handle(message) }
      let rest = end - Self.milliseconds()
      guard isBusy || effects.isBusy, rest > 0 else { return }
      wait(for: [mailbox.descriptor], milliseconds: Int32(clamping: rest))
    }
  }

  private func handle(_ message: Message) {
    for effect in model.update(message) {
      switch effect {
      case .quit: hasEnded = true
      case .wake(let delay, let request):
        alarms[request.kind] = Alarm(milliseconds: Self.milliseconds() + delay, request: request)
      case .suspend: terminal?.suspend()
      case .redraw: terminal?.redrawAll()
      case .copy(let text):
        terminal?.copy(text)
        Clipboard.copy(text)
      case .useTheme(let name): useTheme(name)
      case .useTypography(let typography, let marksLinks):
        terminal?.ordersText = typography.ordersText
        if let marksLinks { terminal?.marksLinks = marksLinks }
      case .useMouse(let isOn): terminal?.usesMouse = isOn
      case .open(let address): open(address)
      case .runCommand(let command, let input):
        runOutside { () throws(Complaint) in try TerminalProgram.run(command, input: input) }
      case .editConfig:
        let file = effects.places.configFile
        runOutside { () throws(Complaint) in try TerminalProgram.edit(file) }
        // The editor may have made the first file there.
        if watch?.watches(effects.places.config) == false { takeOver([file]) }
        watchSettings()
      default:
        effects.run(effect)
        awaitsAnswer = awaitsAnswer || effect.answersSoon
      }
    }
  }

  /// Milliseconds to wait at most; without end when nothing is to be woken for.
  private var timeToNextAlarm: Int32 {
    guard let next = alarms.values.map(\.milliseconds).min() else { return -1 }
    return Int32(clamping: max(0, next - Self.milliseconds()))
  }

  /// Wakes the reader for everything that is due.
  private func ring() {
    guard !alarms.isEmpty else { return }
    let now = Self.milliseconds()
    for (kind, alarm) in alarms where alarm.milliseconds <= now {
      alarms[kind] = nil
      handle(.woke(alarm.request))
    }
  }

  private func useTheme(_ name: String) {
    do {
      terminal?.theme = try themes.theme(named: name)
    } catch {
      complain(error)
    }
  }

  /// Opens an address; a browser that draws in the terminal has it for as long as it runs.
  private func open(_ address: String) {
    do {
      let commands = try opener.commands(for: address)
      guard LinkOpener.needsTerminal(commands) else { return try LinkOpener.start(commands) }
      runOutside { () throws(Complaint) in try LinkOpener.start(commands) }
    } catch {
      complain(error)
    }
  }

  // MARK: - Files that change

  private func watchSettings() {
    watch = watch ?? FolderWatch()
    watch?.watch(effects.places.config)
    watch?.watch(effects.places.themesFolder)
    watch?.watch(effects.places.data)
  }

  /// Takes settings, keys and themes over that were written; what cannot be read changes nothing.
  private func takeOver(_ paths: Set<String>) {
    let places = effects.places
    // Another program closes the file when it is done; this one keeps it open.
    if paths.contains(ArticleStore.articlesFile(in: places.data)) { effects.noticeOthers() }
    let settings = paths.filter { $0.hasSuffix(".toml") && $0 != places.keysFile }
    if settings.contains(where: { !$0.hasPrefix(places.themesFolder + "/") }) {
      effects.readSettingsAgain()
    }
    if paths.contains(places.keysFile) {
      do { handle(.keymapChosen(try KeysFile.read(places))) } catch { complain(error) }
    }
    let changed = paths.filter { $0.hasPrefix(places.themesFolder + "/") }
    guard !changed.isEmpty else { return }
    themes = ThemeCatalogue(folder: places.themesFolder)
    handle(.themesListed(themes.names))
    let names = changed.compactMap { path in
      path.split(separator: "/").last?.split(separator: ".").dropLast().joined(separator: ".")
    }
    if names.contains(model.theme) { useTheme(model.theme) }
  }

  /// Gives the terminal to another program until that ends.
  private func runOutside(_ work: () throws(Complaint) -> Void) {
    var failure: Complaint?
    terminal?.runOutside {
      do throws(Complaint) { try work() } catch { failure = error }
    }
    if let failure { complain(failure) }
  }

  private func complain(_ error: any Error) {
    handle(.failed(Complaint(error)?.line ?? "broadsheet: \(error)", nil))
  }

  /// Whether something can be read before the time is over.
  @discardableResult
  private func wait(for descriptors: [Int32], milliseconds: Int32) -> Bool {
    var waiting = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    return poll(&waiting, nfds_t(waiting.count), milliseconds) > 0
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
