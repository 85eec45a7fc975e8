import TextLayout

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
        let keys = keymap.helpKeys(of: entry.command)
        lines.append(
          .entry(keys: keys.isEmpty ? ":" + entry.name : keys, title: entry.title, help: entry.help)
        )
      }
    }
    let composed = keymap.composed
    if !composed.isEmpty { lines += [.gap, .chapter("Keys of your own")] }
    lines += composed.map { .entry(keys: $0.keys, title: $0.title, help: $0.title) }
    self.lines = lines
  }

  /// Cells of the longest keys.
  var keyColumns: Int {
    lines.reduce(0) { columns, line in
      guard case .entry(let keys, _, _) = line else { return columns }
      return max(columns, CleanText(keys).columns)
    }
  }

  mutating func scroll(by count: Int, rows: Int) {
    top = min(max(0, top + count), max(0, lines.count - max(1, rows)))
  }
}
