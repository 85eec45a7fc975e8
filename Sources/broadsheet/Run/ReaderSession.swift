import Articles
import Fetching
import FoundationEssentials
import Reader
import Screen
import Storage
import Terminal

/// The reader from its start to its end: opens the store and the terminal, runs the loop, and sees
/// to it that everything is on the disk before the program ends.
struct ReaderSession {
  let choices: Choices

  init(_ choices: Choices) { self.choices = choices }

  /// Runs until the user quits.
  /// - Throws: `Complaint`, before anything was drawn.
  func run() throws {
    let places = try Places(choices)
    let environment = Environment()
    FileLog.begin(places, level: choices.logLevel)
    // This thread opens the store; what else the first screen needs is made ready beside it.
    let preparing = Pending { try Preparation(choices, places, environment) }
    Task.onWorker(priority: .userInitiated) { RelatedArticles.prepare() }
    let (own, sample) = try Self.edition(places)
    let ready = try preparing.value()
    let mailbox = try Mailbox()

    var session = sample == nil ? ready.session : nil
    var surroundings = Surroundings(
      zone: ready.zone, themes: ready.themes.names, theme: ready.theme.name,
      keymap: ready.keymap, isSample: sample != nil, typography: ready.typography)
    surroundings.catalogue = ready.catalogue
    surroundings.followsTerminal = choices.theme == nil && ready.session?.theme == nil
    if let beginning = choices.beginning {
      var begun = session ?? Session()
      surroundings.opened = try beginning.apply(to: &begun, in: sample ?? own)
      session = begun
    }
    let model = Model(
      size: CursesTerminal.currentSize, surroundings: surroundings, restoring: session)
    let effects = EffectRunner(own: own, sample: sample, places: places, mailbox: mailbox)
    let loop = ReaderLoop(
      mailbox: mailbox, effects: effects, model: model, themes: ready.themes,
      opener: LinkOpener(browsers: environment["BROWSER"] ?? "") {
        try ConfigFile.read(places).openers
      })
    if surroundings.followsTerminal, choices.usesColor {
      loop.questionedTerminal = environment["TERM"]
    }
    loop.start()
    let terminal = try openTerminal(ready.theme, environment)
    defer { terminal.close() }
    terminal.ordersText = surroundings.typography.ordersText
    for complaint in ready.complaints { mailbox.post(.failed(complaint.line, nil)) }
    loop.run(on: terminal)
    terminal.close()
    effects.finish()
  }

  /// The user's store, with the sample edition while that is empty and nothing is subscribed to.
  private static func edition(
    _ places: Places
  ) throws -> (own: ArticleStore, sample: ArticleStore?) {
    let store = try Stores.openForReading(places)
    try Places.makeFolder(places.state)
    if try store.hasArticles() { return (store, nil) }
    return try Waiting.result {
      let isUsed = try await !store.subscriptions().isEmpty
      return (store, isUsed ? nil : try await SampleStore.make(now: Date()))
    }
  }

  private func openTerminal(
    _ theme: Theme, _ environment: Environment
  ) throws -> CursesTerminal {
    let usesColor = choices.usesColor && (environment["NO_COLOR"] ?? "").isEmpty
    do throws(TerminalError) {
      return try CursesTerminal(
        theme: theme, usesColor: usesColor,
        environment: [
          "TERM": environment["TERM"] ?? "", "COLORTERM": environment["COLORTERM"] ?? "",
          "VTE_VERSION": environment["VTE_VERSION"] ?? "",
          "TERM_PROGRAM": environment["TERM_PROGRAM"] ?? "",
        ])
    } catch {
      throw Complaint(error)
    }
  }
}

/// What the first screen needs beside the store.
private struct Preparation: Sendable {
  var themes: ThemeCatalogue
  var session: Session?
  var theme: Theme
  var keymap = Keymap.standard
  /// What is wrong with the theme that was asked for, or with the keys; the standard ones are used
  /// then.
  var complaints: [Complaint] = []
  var zone: LocalZone
  var typography: Typography
  var catalogue: Catalogue

  init(_ choices: Choices, _ places: Places, _ environment: Environment) throws {
    themes = ThemeCatalogue(folder: places.themesFolder)
    session = SessionFile(path: places.sessionFile).load()
    let (theme, complaint) = try Self.theme(named: choices.theme ?? session?.theme, in: themes)
    self.theme = theme
    if let complaint { complaints.append(complaint) }
    zone = SystemZone.current()
    typography = ArticleSettings().typography(environment)
    typography.isPlain = choices.isPlain
    catalogue = ScreenLanguage.catalogue(environment)
    do {
      keymap = try KeysFile.read(places)
    } catch {
      if let complaint = Complaint(error) { complaints.append(complaint) }
    }
  }

  private static func theme(
    named name: String?, in themes: ThemeCatalogue
  ) throws -> (Theme, Complaint?) {
    guard let name else { return (ThemeCatalogue.standard, nil) }
    do {
      return (try themes.theme(named: name), nil)
    } catch let complaint as Complaint {
      return (ThemeCatalogue.standard, complaint)
    }
  }
}
