import ArgumentParser

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

  func run() throws { try ReaderSession(global.choices).run() }
}
