import Articles
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
    // The store is opened while everything else is made ready.
    let opening = Pending { try await Self.edition(places) }
    let themes = ThemeCatalogue(folder: places.themesFolder)
    let kept = SessionFile(path: places.sessionFile).load()
    let (theme, complaint) = try theme(in: themes, session: kept)
    let zone = SystemZone.current()
    let mailbox = try Mailbox()
    let (own, sample) = try opening.value()

    let session = sample == nil ? kept : nil
    var surroundings = Surroundings(
      zone: zone, themes: themes.names, theme: theme.name, isSample: sample != nil,
      typography: ArticleSettings().typography(environment))
    surroundings.followsTerminal = choices.theme == nil && kept?.theme == nil
    let model = Model(
      size: CursesTerminal.currentSize, surroundings: surroundings, restoring: session)
    let effects = EffectRunner(own: own, sample: sample, places: places, mailbox: mailbox)
    let loop = ReaderLoop(
      mailbox: mailbox, effects: effects, model: model, themes: themes,
      opener: LinkOpener(browsers: environment["BROWSER"] ?? "") {
        try ConfigFile.read(places).openers
      })
    if surroundings.followsTerminal, choices.usesColor {
      loop.questionedTerminal = environment["TERM"]
    }
    loop.start()
    let terminal = try openTerminal(theme, environment)
    defer { terminal.close() }
    terminal.ordersText = surroundings.typography.ordersText
    if let complaint { mailbox.post(.failed(complaint.line, nil)) }
    loop.run(on: terminal)
    terminal.close()
    effects.finish()
  }

  /// The user's store, with the sample edition while that is empty and nothing is subscribed to.
  private static func edition(
    _ places: Places
  ) async throws -> (own: ArticleStore, sample: ArticleStore?) {
    let store = try Stores.openForReading(places)
    try Places.makeFolder(places.state)
    guard try await store.counts().articles == 0, try await store.subscriptions().isEmpty else {
      return (store, nil)
    }
    return (store, try await SampleStore.make(now: Date()))
  }

  /// The theme that was asked for; a broken one is complained of on the screen, and the default
  /// is used.
  private func theme(
    in themes: ThemeCatalogue, session: Session?
  ) throws -> (Theme, Complaint?) {
    guard let name = choices.theme ?? session?.theme else { return (ThemeCatalogue.standard, nil) }
    do {
      return (try themes.theme(named: name), nil)
    } catch let complaint as Complaint {
      return (ThemeCatalogue.standard, complaint)
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
