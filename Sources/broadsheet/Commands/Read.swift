import ArgumentParser
import Articles
import FoundationEssentials
import Reader
import Screen
import Storage
import Terminal

/// `broadsheet` alone: opens the reader.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the reader (what broadsheet does without a command).",
    discussion: """
      Examples:
        broadsheet
        broadsheet --theme broadsheet --data /mnt/news
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let places = try Places(global)
    let environment = Places.environment
    let themes = ThemeCatalogue(folder: places.themesFolder)
    let store = try Stores.open(places)
    let isEmpty = try Waiting.result { try await store.counts().articles == 0 }
    let edition = isEmpty ? try SampleStore.make(now: Date()) : store
    try Places.makeFolder(places.state)
    let sessionFile = SessionFile(path: isEmpty ? nil : places.sessionFile)
    let session = sessionFile.load()
    let (theme, complaint) = try theme(in: themes, session: session)

    let mailbox = try Mailbox()
    let terminal = try openTerminal(theme, environment)
    defer { terminal.close() }
    let surroundings = Surroundings(
      zone: SystemZone.current(), themes: themes.names, theme: theme.name, isSample: isEmpty)
    let model = Model(size: terminal.size, surroundings: surroundings, restoring: session)
    let effects = EffectRunner(store: edition, mailbox: mailbox, sessionFile: sessionFile)
    let loop = ReaderLoop(
      terminal: terminal, mailbox: mailbox, effects: effects, model: model, themes: themes,
      opener: LinkOpener(environment: environment))
    if let complaint { mailbox.post(.failed(complaint.line, nil)) }
    loop.run()
    terminal.close()
    effects.finish()
  }

  /// The theme that was asked for; a broken one is complained of on the screen, and the default
  /// is used.
  private func theme(
    in themes: ThemeCatalogue, session: Session?
  ) throws -> (Theme, Complaint?) {
    guard let name = global.theme ?? session?.theme else { return (ThemeCatalogue.standard, nil) }
    do {
      return (try themes.theme(named: name), nil)
    } catch let complaint as Complaint {
      return (ThemeCatalogue.standard, complaint)
    }
  }

  private func openTerminal(
    _ theme: Theme, _ environment: [String: String]
  ) throws -> CursesTerminal {
    let usesColor = !global.noColor && (environment["NO_COLOR"] ?? "").isEmpty
    do throws(TerminalError) {
      return try CursesTerminal(theme: theme, usesColor: usesColor, environment: environment)
    } catch {
      throw Complaint(error)
    }
  }
}
