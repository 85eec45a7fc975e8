import ArgumentParser

/// The options that every command understands.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Folder of the article store and the library.", valueName: "dir"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "Folder of config.toml, keys.toml and themes/*.toml.", valueName: "dir"))
  var config: String?

  @Option(help: ArgumentHelp("Colours to draw in; see broadsheet themes.", valueName: "name"))
  var theme: String?

  @Flag(name: .customLong("no-color"), help: "Draw without colours, as with NO_COLOR set.")
  var noColor = false

  @Option(
    name: .customLong("log-level"),
    help: ArgumentHelp(
      "How much is written to the log: trace, debug, info, notice, warning, error.",
      valueName: "level"))
  var logLevel: LogLevel = .warning

  /// What was chosen, as a plain value.
  var choices: Choices {
    Choices(data: data, config: config, theme: theme, usesColor: !noColor, logLevel: logLevel)
  }
}
