import Articles
import FoundationEssentials
import Screen
import TextLayout

/// The screen for a screen reader.
extension Model {
  /// Whether everything is text: one pane at a time, states in words, and the terminal's cursor on
  /// the line that is in question.
  var isPlain: Bool { articlePane.typography.isPlain }

  /// Takes what is left of drawing out of a frame, and puts the cursor where the attention is.
  func makePlain(_ layout: ScreenLayout, _ frame: inout Frame) {
    let hasPanel = mode.coversPanes || sources != nil
    // The words of the article are its own.
    let kept = hasPanel ? nil : layout.article
    for row in 0..<frame.size.rows where kept.map({ $0.row..<$0.endRow ~= row }) != true {
      frame.blankDrawing(row: row)
    }
    if case .prompt = mode { return }
    let looks: [Role] = hasPanel ? [.popupSelected, .selected] : [.hint, .currentHit]
    if let place = frame.firstCell(in: looks) {
      frame.cursor = place
    } else if hasPanel {
      frame.cursor = Position(column: 0, row: 0)
    } else if let article = layout.article {
      let selected = mode.isSelecting ? frame.firstCell(in: [.selected]) : nil
      frame.cursor = selected ?? Position(column: article.column, row: article.row)
    }
  }
}

extension Model.Mode {
  /// Whether a panel stands over the panes.
  fileprivate var coversPanes: Bool {
    switch self {
    case .reading, .prompt, .hints, .selecting: false
    default: true
    }
  }

  fileprivate var isSelecting: Bool { if case .selecting = self { true } else { false } }
}

extension Sidebar {
  /// The related articles as sentences, the selected one on top when not all have room.
  func drawPlain(in area: Rect, on frame: inout Frame, now: Date) {
    guard !related.isEmpty else {
      frame.write(
        CleanText(catalogue.text("No related articles")), Look(.text), column: area.column,
        row: area.row,
        columns: area.columns)
      frame.cursor = Position(column: area.column, row: area.row)
      return
    }
    let all = related.map { plainLines($0, columns: area.columns, now: now) }
    let end = all.prefix(selection + 1).reduce(0) { $0 + $1.count }
    var row = area.row
    for (index, lines) in all.enumerated() where end <= area.rows || index >= selection {
      if index == selection { frame.cursor = Position(column: area.column, row: row) }
      for line in lines where row < area.endRow {
        frame.write(line, Look(.text), column: area.column, row: row, columns: area.columns)
        row += 1
      }
    }
  }

  private func plainLines(_ article: RelatedArticle, columns: Int, now: Date) -> [CleanText] {
    let head = article.headline
    let relation: Phrase = article.relation == .sameStory ? "same story" : "related"
    let shared = article.shared.prefix(4).joined(separator: " · ")
    let facts =
      [catalogue.text(relation) + ": " + head.title]
      + PlainWords.states(of: head).map { catalogue.text($0) }
      + [head.source, catalogue.text(ArticleDates.age(of: head.published, now: now)), shared]
    let run = Run(CleanText(facts.filter { !$0.isEmpty }.joined(separator: ", ")), false)
    return lines(of: [run], columns: max(1, columns), breaking: .greedy).map(\.text)
  }
}
