import ArgumentParser

/// `broadsheet` alone: opens the reader.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the reader (what broadsheet does without a command).",
    discussion: """
      Examples:
        broadsheet
        broadsheet --theme broadsheet --data /mnt/news
        broadsheet --view unread
        broadsheet --query '#ai since:2d'
        broadsheet --article 1kq3w8x9d2a
        broadsheet --plain
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp("Begin with a view: all, unread, …, or one of your own.", valueName: "name"))
  var view: String?

  @Option(help: ArgumentHelp("Begin with what a query finds.", valueName: "query"))
  var query: String?

  @Option(
    help: ArgumentHelp("Begin with an article, by its id from broadsheet list.", valueName: "id"))
  var article: String?

  @Flag(help: "For screen readers: one pane at a time, no boxes or marks, states in words.")
  var plain = false

  func validate() throws {
    guard [view, query, article].count(where: { $0 != nil }) < 2 else {
      throw ValidationError("give one of --view, --query and --article")
    }
  }

  func run() throws {
    var choices = global.choices
    choices.isPlain = plain
    choices.beginning =
      view.map(Beginning.view) ?? query.map(Beginning.query) ?? article.map(Beginning.article)
    try ReaderSession(choices).run()
  }
}
