/// The keys and what they do, made from the keymap.
struct HelpPanel: Sendable, Hashable {
  /// A line of the help.
  enum Line: Sendable, Hashable {
    case chapter(String)
    case entry(keys: String, title: String, help: String)
    case gap
  }

  let lines: [Line]
  var top = 0

  init(_ keymap: Keymap) {
    var lines: [Line] = []
    for chapter in CommandEntry.Chapter.allCases {
      if !lines.isEmpty { lines.append(.gap) }
      lines.append(.chapter(chapter.rawValue))
      for entry in Command.table where entry.chapter == chapter {
        let keys = keymap.notations(of: entry.command).joined(separator: " ")
        lines.append(
          .entry(keys: keys.isEmpty ? ":" + entry.name : keys, title: entry.title, help: entry.help)
        )
      }
    }
    self.lines = lines
  }

  mutating func scroll(by count: Int, rows: Int) {
    top = min(max(0, top + count), max(0, lines.count - max(1, rows)))
  }
}
