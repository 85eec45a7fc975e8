import Articles
import Screen
import TextLayout

/// The list for a screen reader: each headline with its state in words, from the first column on.
extension HeadlineListView {
  /// Draws the visible rows; the terminal's cursor stands at the beginning of the selected one.
  func drawPlain(in area: Rect, on frame: inout Frame) {
    var row = area.row
    for index in list.rows.indices.dropFirst(list.top) where !list.folds.isHidden(index) {
      guard row < area.endRow else { return }
      let headline = list.rows[index]
      if hasSeparator(above: index, isFirst: index == list.top) {
        let day = CleanText(
          catalogue.text(DayNames.name(of: headline.published, now: now, zone: zone)) + ":")
        frame.write(day, Look(.text), column: area.column, row: row, columns: area.columns)
        row += 1
      }
      if index == list.selection, row < area.endRow {
        frame.cursor = Position(column: area.column, row: row)
      }
      for line in plainLines(headline, columns: area.columns) where row < area.endRow {
        frame.write(line, Look(.text), column: area.column, row: row, columns: area.columns)
        row += 1
      }
    }
  }

  /// A headline with all that is to be known of it: "Tram reopens, unread, bookmarked, Gazette, 2 h".
  func plainLines(_ headline: Headline, columns: Int) -> [CleanText] {
    var facts = [headline.title] + PlainWords.states(of: headline).map { catalogue.text($0) }
    facts.append(origin(of: headline).string)
    facts.append(catalogue.text(ArticleDates.age(of: headline.published, now: now)))
    if let count = list.folds.count(under: headline) {
      facts.append(catalogue.text("\(count.reports) reports"))
      facts.append(catalogue.text(count.isOpen ? "unfolded" : "folded"))
    }
    if let count = list.folds.copies.count(under: headline) {
      let others = count.reports - 1
      facts.append(catalogue.text(others == 1 ? "1 copy" : "\(others) copies"))
      facts.append(catalogue.text(count.isOpen ? "unfolded" : "folded"))
    }
    facts += BookmarkFacts.texts(headline.bookmark, now: now, zone: zone).map { catalogue.text($0) }
    facts += headline.topics.map { "#" + $0 }
    var text = facts.filter { !$0.isEmpty }.joined(separator: ", ")
    if !words.isEmpty, let excerpt = excerpts[headline.id] { text += ". " + excerpt }
    let run = Run(CleanText(text), false)
    return lines(of: [run], columns: max(1, columns), breaking: .greedy).map(\.text)
  }
}

/// What the marks of an article mean, in words.
enum PlainWords {
  /// "unread", "bookmarked", "followed", in this order.
  static func states(of head: Headline) -> [Phrase] {
    var states: [Phrase] = []
    if head.isUnread { states.append("unread") }
    if head.isBookmarked { states.append("bookmarked") }
    if head.isFollowed { states.append("followed") }
    return states
  }
}
