import Articles
import FoundationEssentials
import Screen
import TextLayout

/// The view of sources, its question, and the feeds of a page to choose from.
extension Model {
  // MARK: - The sources

  func draw(_ view: SourcesView, on frame: inout Frame) {
    var title: [Phrase] = ["Sources"]
    if view.isLoaded { title.append(view.count == 1 ? "1 feed" : "\(grouped: view.count) feeds") }
    if view.troubles > 0 { title.append("\(view.troubles) in trouble") }
    if view.hiddenCount > 0, !view.showsHidden {
      title.append("\(view.hiddenCount) hidden (\(key: .showHidden, in: .sources))")
    }
    title.append("by \(Phrase(stringLiteral: view.order.rawValue))")
    let columns = max(1, size.columns - 4)
    var area = box(
      columns: columns, rows: max(1, size.rows - (size.rows < 12 ? 3 : 4)),
      title: .list(title), of: .sources, on: &frame)
    guard view.isLoaded else { return }
    guard !view.rows.isEmpty else { return drawNoSources(view, in: area, on: &frame) }
    let details = area.rows >= 8 ? area.cutBottom(3) : nil
    let table = SourcesColumns(width: area.columns)
    if area.rows >= 4 { drawHeader(of: table, in: area.cutTop(1), on: &frame) }
    let first = firstLine(selected: view.selection, count: view.rows.count, rows: area.rows)
    for (index, row) in view.rows.dropFirst(first).prefix(area.rows).enumerated() {
      let line = Rect(column: area.column, row: area.row + index, columns: area.columns, rows: 1)
      draw(row, table, in: line, isSelected: first + index == view.selection, on: &frame)
    }
    if let details, let row = view.selected { drawDetails(of: row, in: details, on: &frame) }
  }

  private func drawNoSources(_ view: SourcesView, in area: Rect, on frame: inout Frame) {
    let words: [Phrase] =
      view.hiddenCount > 0
      ? ["Every feed is hidden.", "", "\(key: .showHidden, in: .sources) shows them."]
      : [
        "No feeds yet.", "",
        ":add ADDRESS     subscribes to a feed, or to the feed of a page",
        ":import FILE     takes over OPML lists and newsboat’s urls", "",
        "\(key: .add, in: .sources) types the first one, \(key: .close, in: .sources) closes.",
      ]
    for (row, line) in words.enumerated() where row < area.rows {
      frame.write(
        CleanText(text(line)), Look(.popup), column: area.column, row: area.row + row,
        columns: area.columns)
    }
  }

  private func drawHeader(of table: SourcesColumns, in line: Rect, on frame: inout Frame) {
    let look = Look(.popup)
    table.write(text("Name"), .name, look, in: line, on: &frame)
    table.write(text("unread"), .count, look, in: line, on: &frame)
    table.write(text("a week"), .week, look, in: line, on: &frame)
    table.write(text("read"), .age, look, in: line, on: &frame)
    table.write(text("State"), .state, look, in: line, on: &frame)
  }

  private func draw(
    _ row: SourcesView.Row, _ table: SourcesColumns, in line: Rect, isSelected: Bool,
    on frame: inout Frame
  ) {
    let feed = row.feed
    let ground = Look(isSelected ? .popupSelected : .popup)
    frame.fill(line, ground)
    let name = Look(isSelected ? .popupSelected : .popup, feed.unread > 0 ? .bold : [])
    let mark = feed.subscription.isHidden ? "◌ " : row.state.isTrouble ? "! " : ""
    let note = row.note.isEmpty ? "" : " (\(row.note))"
    table.write(mark + Self.shortName(of: feed) + note, .name, name, in: line, on: &frame)
    table.write(
      text("\(grouped: feed.unread)/\(grouped: feed.articles)"), .count, ground, in: line,
      on: &frame)
    table.write(Self.weekly(feed.perWeek), .week, ground, in: line, on: &frame)
    let age = feed.health.succeeded.map { ArticleDates.age(of: $0, now: now) } ?? "never"
    table.write(text(age), .age, ground, in: line, on: &frame)
    let tags = FeedTags.text(feed.subscription.tags)
    let state = row.state.words
    table.write(state.isEmpty ? tags : text(state), .state, ground, in: line, on: &frame)
  }

  /// The name; an address that stands for it without what all addresses begin with.
  private static func shortName(of feed: Feed) -> String {
    guard feed.name == feed.subscription.url, let end = feed.name.firstRange(of: "://") else {
      return feed.name
    }
    return String(feed.name[end.upperBound...])
  }

  /// "12", "0.5"; empty for none.
  private static func weekly(_ number: Double) -> String {
    guard number > 0, number < 100_000 else { return "" }
    if number >= 10 || number == number.rounded() { return "\(Int(number.rounded()))" }
    let tenths = Int((number * 10).rounded())
    return tenths > 0 ? "\(tenths / 10).\(tenths % 10)" : "0.1"
  }

  /// Everything about the selected feed for which its row has no room.
  private func drawDetails(of row: SourcesView.Row, in area: Rect, on frame: inout Frame) {
    let rule = CleanText(String(repeating: "─", count: area.columns))
    frame.write(
      rule, Look(.popupBorder), column: area.column, row: area.row, columns: area.columns)
    let health = row.feed.health
    var facts: [Phrase] = []
    if !row.state.words.isEmpty { facts.append(row.state.words) }
    if health.failures > 1 { facts.append("\(health.failures) times in a row") }
    if case .moved = row.state {
    } else if let address = health.movedTo {
      facts.append("moved to \(address)")
    }
    if let due = health.due, due > now, !health.isGone {
      facts.append("next in \(Self.span(until: due, now: now))")
    }
    if let newest = row.feed.newest {
      facts.append("newest article \(ArticleDates.age(of: newest, now: now))")
    }
    let tags = FeedTags.text(row.feed.subscription.tags)
    if !tags.isEmpty { facts.append(Phrase(verbatim: tags)) }
    for (index, text) in [row.url, text(.list(facts))].enumerated() {
      frame.write(
        CleanText(text).truncated(to: area.columns), Look(.popup), column: area.column,
        row: area.row + 1 + index, columns: area.columns)
    }
  }

  /// How long it takes until a moment: "12 min".
  private static func span(until date: Date, now: Date) -> Phrase {
    let age = ArticleDates.age(of: now, now: date)
    return age == "now" ? "a minute" : age
  }

  // MARK: - A question

  func draw(_ question: Confirmation, on frame: inout Frame) {
    let lines = question.lines.map { CleanText(text($0)) }
    let title = CleanText(text(question.title))
    let width = max(title.columns + 4, lines.map(\.columns).max() ?? 0)
    let area = box(
      columns: min(width, max(1, size.columns - 4)), rows: lines.count + 2,
      title: Phrase(verbatim: title.truncated(to: max(1, size.columns - 8)).string),
      hint: question.hint,
      on: &frame)
    for (row, line) in lines.enumerated() where row + 1 < area.rows {
      frame.write(
        line.truncated(to: area.columns), Look(.popup), column: area.column,
        row: area.row + 1 + row, columns: area.columns)
    }
  }

  // MARK: - The feeds of a page

  func draw(_ chooser: FeedChooser, on frame: inout Frame) {
    let count = chooser.suggestions.count
    let area = box(
      columns: min(76, max(1, size.columns - 4)),
      rows: max(1, min(count, size.rows - 5)), title: "\(count) feeds",
      of: .foundFeeds, on: &frame)
    let first = firstLine(selected: chooser.selection, count: count, rows: area.rows)
    for (row, feed) in chooser.suggestions.dropFirst(first).prefix(area.rows).enumerated() {
      let isSelected = first + row == chooser.selection
      let line = Rect(column: area.column, row: area.row + row, columns: area.columns, rows: 1)
      frame.fill(line, Look(isSelected ? .popupSelected : .popup))
      let mark = chooser.marked.contains(first + row) ? "+ " : "  "
      let name = CleanText(
        mark + (feed.topic.isEmpty ? "" : "#\(feed.topic)  ")
          + (feed.title.isEmpty ? feed.url : feed.title))
      let room = feed.title.isEmpty ? line.columns : line.columns * 45 / 100
      let look = Look(isSelected ? .popupSelected : .popup)
      frame.write(
        name.truncated(to: room), look, column: line.column, row: line.row, columns: room)
      guard !feed.title.isEmpty else { continue }
      let rest = line.columns - room - 1
      frame.write(
        CleanText(feed.url).truncated(to: max(1, rest)), look, column: line.column + room + 1,
        row: line.row, columns: rest)
    }
  }
}

/// Where the columns of the view of sources stand, for a width.
private struct SourcesColumns {
  enum Column: Sendable, Hashable {
    case name, count, week, age, state
  }

  private var places: [Column: (start: Int, width: Int)] = [:]

  init(width: Int) {
    // Cells, the gap after each included; the name and the state share what is left.
    let fixed: [(Column, Int)] =
      switch width {
      case 64...: [(.count, 13), (.week, 8), (.age, 8)]
      case 30...: [(.count, 10)]
      default: []
      }
    let rest = max(0, width - fixed.reduce(0) { $0 + $1.1 })
    let state = width >= 100 ? rest * 50 / 100 : width >= 40 ? rest * 46 / 100 : 0
    var column = rest - state
    places[.name] = (0, max(1, column - 1))
    for (kind, cells) in fixed {
      places[kind] = (column, cells - 2)
      column += cells
    }
    if state > 0 { places[.state] = (column, width - column) }
  }

  /// Writes a cell: numbers and ages end at the right of theirs.
  func write(
    _ words: String, _ column: Column, _ look: Look, in line: Rect, on frame: inout Frame
  ) {
    guard let place = places[column], place.width > 0 else { return }
    let text = CleanText(words).truncated(to: place.width)
    let isNumber = column == .count || column == .week || column == .age
    let indent = isNumber ? max(0, place.width - text.columns) : 0
    frame.write(
      text, look, column: line.column + place.start + indent, row: line.row,
      columns: place.width - indent)
  }
}
