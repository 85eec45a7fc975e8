import Articles
import TextLayout

/// The keys and what they do, made from the keymap.
struct HelpPanel: Sendable, Hashable {
  /// A line of the help.
  enum Line: Sendable, Hashable {
    case chapter(Phrase)
    case entry(keys: String, title: Phrase, help: Phrase)
    case gap
  }

  private let all: [Line]
  /// Those that fit what was typed.
  private(set) var lines: [Line]
  private(set) var top = 0
  /// What narrows the help; `nil` when nothing does.
  private(set) var typed: String?
  /// Whether keys go on with that.
  private(set) var isTyping = false

  init(_ keymap: Keymap) {
    var lines: [Line] = []
    for chapter in CommandEntry.Chapter.allCases {
      if !lines.isEmpty { lines.append(.gap) }
      lines.append(.chapter(Phrase(stringLiteral: chapter.rawValue)))
      for entry in Command.table where entry.chapter == chapter {
        let keys = keymap.helpKeys(of: entry.command)
        lines.append(
          .entry(keys: keys.isEmpty ? ":" + entry.name : keys, title: entry.title, help: entry.help)
        )
      }
    }
    lines += Self.panels(keymap.panels)
    let composed = keymap.composed
    if !composed.isEmpty { lines += [.gap, .chapter("Keys of your own")] }
    lines += composed.map { .entry(keys: $0.keys, title: $0.title, help: $0.title) }
    self.lines = lines
    all = lines
  }

  mutating func beginSearch() { (typed, isTyping) = (typed ?? "", true) }

  mutating func endTyping() {
    isTyping = false
    if typed?.isEmpty ?? false { typed = nil }
  }

  /// Shows only what has some words in its keys, its title or its sentence; all for `nil`.
  mutating func narrow(to words: String?, text: (Phrase) -> String) {
    (typed, top) = (words, 0)
    let wanted = words?.folded ?? ""
    guard !wanted.isEmpty else {
      lines = all
      return
    }
    lines = []
    var chapter: [Line] = []
    for line in all {
      switch line {
      case .gap: break
      case .chapter: chapter = lines.isEmpty ? [line] : [.gap, line]
      case .entry(let keys, let title, let help):
        guard
          [keys.folded, text(title).folded, text(help).folded].contains(where: {
            $0.contains(wanted)
          })
        else { continue }
        lines += chapter + [line]
        chapter = []
      }
    }
  }

  /// What the keys do in panels: first what is the same in all, then each panel's own.
  private static func panels(_ keymap: PanelKeymap) -> [Line] {
    func lines(_ entries: [PanelEntry], _ panel: Panel) -> [Line] {
      entries.compactMap { entry in
        let keys = keymap.notations(of: entry.action, in: panel)
        guard !keys.isEmpty else { return nil }
        return .entry(keys: keys.joined(separator: " "), title: entry.title, help: entry.title)
      }
    }
    let common = Panel.views.entries.filter { $0.action.row(from: 0, page: 1) != nil }
    let moving = Set(lines(common, .views))
    var all: [Line] = [.gap, .chapter("In every panel")] + lines(common, .views)
    for panel in Panel.allCases {
      let own = lines(panel.entries, panel).filter { !moving.contains($0) }
      all += [.gap, .chapter(.list([panel.title, Phrase(verbatim: "[\(panel.rawValue)]")]))] + own
    }
    return all
  }

  /// A row as it is drawn.
  struct Row: Sendable, Hashable {
    var keys = CleanText("")
    var words = CleanText("")
    var isChapter = false
  }

  /// Columns before the words.
  func keyColumns(of columns: Int) -> Int {
    guard columns >= 60 else { return 12 }
    let longest = lines.reduce(0) { longest, line in
      guard case .entry(let keys, _, _) = line else { return longest }
      return max(longest, CleanText(keys).columns)
    }
    return min(max(22, longest + 1), columns / 3)
  }

  /// The lines in rows of a width; a sentence that is longer goes on in the next row.
  func rows(columns: Int, text: (Phrase) -> String) -> [Row] {
    let keyColumns = keyColumns(of: columns)
    let room = max(1, columns - keyColumns)
    return lines.flatMap { line -> [Row] in
      switch line {
      case .gap: return [Row()]
      case .chapter(let title): return [Row(words: CleanText(text(title)), isChapter: true)]
      case .entry(let keys, let title, let help):
        let keys = CleanText(keys).truncated(to: keyColumns - 1)
        guard columns >= 40 else {
          return [Row(keys: keys, words: CleanText(text(title)).truncated(to: room))]
        }
        let run = Run(CleanText(text(help)), false)
        let words = TextLayout.lines(of: [run], columns: room, breaking: .greedy).map(\.text)
        return words.enumerated().map { place, words in
          Row(keys: place == 0 ? keys : CleanText(""), words: words)
        }
      }
    }
  }

  /// Moves by rows, of which there are so many, and so many on the screen.
  mutating func scroll(by count: Int, of all: Int, shown: Int) {
    top = min(max(0, top + count), max(0, all - max(1, shown)))
  }
}
