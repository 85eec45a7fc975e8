import Reader

/// The reader's commands as a table in Markdown: what the README shows of them.
enum KeyTable {
  /// A row for each command, in the order of the help, with its chapters.
  static var lines: [String] {
    var lines = ["| keys | command | does |", "| --- | --- | --- |"]
    for entry in Command.table {
      let keys = entry.keys.map(cell).joined(separator: " ")
      let name = cell(":" + entry.name + (entry.argument.map { " " + $0 } ?? ""))
      lines.append("| \(keys) | \(name) | \(escaped(entry.manual)) |")
    }
    return lines
  }

  private static func cell(_ text: String) -> String { "`\(escaped(text))`" }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
