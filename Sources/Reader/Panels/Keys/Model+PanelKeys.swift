import Screen
import TextLayout

extension Model {
  /// What a key does in a panel.
  func action(of key: Key, in panel: Panel) -> PanelAction? {
    surroundings.keymap.panels.action(of: key, in: panel)
  }

  /// The keys that the frame of a panel shows, as many as there is room for.
  func hint(of panel: Panel, columns: Int) -> Phrase {
    var words = ""
    for entry in panel.entries where entry.isHinted {
      guard let hint = hint(of: entry, in: panel) else { continue }
      let longer = words.isEmpty ? hint : words + "  " + hint
      guard CleanText(longer).columns + 2 <= columns else { break }
      words = longer
    }
    return Phrase(verbatim: words)
  }

  /// "d remove"; `nil` where no key is bound.
  private func hint(of entry: PanelEntry, in panel: Panel) -> String? {
    let keymap = surroundings.keymap.panels
    func key(_ action: PanelAction) -> String? {
      switch keymap.notations(of: action, in: panel).first {
      case "<Enter>": "⏎"
      case "<Space>": text("space")
      case nil where action == .close: "Esc"
      case let notation: notation
      }
    }
    guard let first = key(entry.action) else { return nil }
    guard entry.action == .down else { return "\(first) \(text(entry.title))" }
    return [first, key(.up), text("move")].compactMap { $0 }.joined(separator: " ")
  }

  /// Draws the empty box of a panel with its title, and the keys that do something in it.
  func box(
    columns: Int, rows: Int, title: Phrase, of panel: Panel, on frame: inout Frame
  ) -> Rect {
    let room = min(columns + 4, size.columns) - 6
    return box(
      columns: columns, rows: rows, title: title, hint: hint(of: panel, columns: room + 2),
      on: &frame)
  }
}
