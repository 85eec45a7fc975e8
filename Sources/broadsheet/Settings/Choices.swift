/// What the global options choose.
struct Choices: Sendable {
  var data: String?
  var config: String?
  var theme: String?
  var usesColor = true
  /// Whether the screen is set for a screen reader, whatever the settings say.
  var isPlain = false
  var logLevel = LogLevel.warning
  /// Where the reader begins; `nil` for where it was left.
  var beginning: Beginning?
}

extension Choices {
  /// The choices of a command line that opens the reader and says nothing unusual; `nil` for every
  /// other one, which the argument parser reads.
  ///
  /// The reader is opened far more often than any command is run, and the argument parser takes
  /// longer than all the rest of a start.
  init?(plainArguments arguments: some Collection<String>) {
    self.init()
    var rest = arguments[...]
    while let option = rest.popFirst() {
      if option == "--no-color" {
        usesColor = false
        continue
      }
      if option == "--plain" {
        isPlain = true
        continue
      }
      guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
      switch option {
      case "--data": data = value
      case "--config": config = value
      case "--theme": theme = value
      default: return nil
      }
    }
  }
}
