import Articles
import FoundationEssentials
import Screen
import TextLayout

/// The statistics: asked for, scrolled, drawn.
extension Model {
  func statisticsDays() -> [Date] {
    let today = surroundings.zone.civil(now).daysSince1970
    return (today - StatisticsPanel.days + 1...today + 1).map(surroundings.zone.start)
  }

  mutating func openStatistics() -> [Effect] {
    [.loadStatistics(days: statisticsDays(), request(.statistics))]
  }

  mutating func show(_ statistics: ReadingStatistics, _ request: Request) {
    guard isCurrent(request), mode == restingMode else { return }
    mode = .statistics(StatisticsPanel(statistics, zone: surroundings.zone))
  }

  mutating func press(_ key: Key, in panel: StatisticsPanel) -> [Effect] {
    var panel = panel
    let rows = statisticsRows
    let action = action(of: key, in: .statistics)
    if action == .close {
      mode = restingMode
      return []
    }
    if let row = action?.row(from: panel.top, page: max(1, rows - 1)) {
      panel.scroll(by: row - panel.top, rows: rows)
    }
    mode = .statistics(panel)
    return []
  }

  private var statisticsRows: Int { max(1, size.rows - 6) }

  func draw(_ panel: StatisticsPanel, on frame: inout Frame) {
    let area = box(
      columns: min(80, size.columns - 6), rows: statisticsRows, title: "Statistics",
      of: .statistics, on: &frame)
    for (row, line) in panel.lines.dropFirst(panel.top).prefix(area.rows).enumerated() {
      let place = Rect(column: area.column, row: area.row + row, columns: area.columns, rows: 1)
      switch line {
      case .gap: break
      case .chapter(let title): write(text(title), Look(.popupTitle), in: place, on: &frame)
      case .note(let note): write("  \(text(note))", Look(.popup), in: place, on: &frame)
      case .bar(let name, let articles, let read, let most):
        let share = ShareBar.percent(read, of: articles)
        let facts = text("\(grouped: articles)  \(share)% read")
        let length = ShareBar.cells(articles, of: most, room: barRoom(in: area))
        let full = length * share / 100
        let bar =
          String(repeating: "█", count: full) + String(repeating: "░", count: length - full)
        write(name, "\(bar) \(facts)", in: place, on: &frame)
      case .time(let name, let seconds, let most):
        let length = ShareBar.cells(seconds, of: most, room: barRoom(in: area))
        let bar = String(repeating: "█", count: length)
        write(name, "\(bar) \(text("\((seconds + 30) / 60) min"))", in: place, on: &frame)
      }
    }
  }

  /// Columns for the names before bars.
  private func nameColumns(in area: Rect) -> Int { area.columns >= 60 ? 26 : 14 }

  private func barRoom(in area: Rect) -> Int { max(0, area.columns - nameColumns(in: area) - 18) }

  private func write(_ name: Phrase, _ words: String, in place: Rect, on frame: inout Frame) {
    let names = nameColumns(in: place)
    write(
      CleanText("  \(text(name))").truncated(to: names - 1), Look(.popup), in: place, on: &frame)
    frame.write(
      CleanText(words), Look(.popup), column: place.column + names, row: place.row,
      columns: max(0, place.columns - names))
  }

  private func write(_ text: String, _ look: Look, in place: Rect, on frame: inout Frame) {
    write(CleanText(text).truncated(to: place.columns), look, in: place, on: &frame)
  }

  private func write(_ text: CleanText, _ look: Look, in place: Rect, on frame: inout Frame) {
    frame.write(text, look, column: place.column, row: place.row, columns: place.columns)
  }
}
