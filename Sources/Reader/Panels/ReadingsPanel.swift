import Articles
import Screen
import TextLayout

/// The articles that were read, the last one first, to go back to one.
struct ReadingsPanel: Sendable, Hashable {
  /// `nil` until the store answered.
  private(set) var readings: [Reading]?
  private(set) var selection = 0

  /// Articles that are listed.
  static let limit = 500

  var selected: Reading? {
    readings.flatMap { $0.indices.contains(selection) ? $0[selection] : nil }
  }

  mutating func show(_ readings: [Reading]) { self.readings = readings }

  mutating func select(_ index: Int) {
    selection = min(max(0, index), max(0, (readings?.count ?? 0) - 1))
  }
}

extension Model {
  mutating func openReadings() -> [Effect] {
    mode = .readings(ReadingsPanel())
    return [.loadReadings(limit: ReadingsPanel.limit, request(.readings))]
  }

  mutating func takeIn(_ readings: [Reading], _ request: Request) {
    guard isCurrent(request), case .readings(var panel) = mode else { return }
    panel.show(readings)
    mode = .readings(panel)
  }

  mutating func press(_ key: Key, in panel: ReadingsPanel) -> [Effect] {
    var panel = panel
    let action = action(of: key, in: .readings)
    if let row = action?.row(from: panel.selection, page: max(1, size.rows - 6)) {
      panel.select(row)
      mode = .readings(panel)
      return []
    }
    if action == .choose, panel.selected == nil { return [] }
    if action == .choose || action == .close { mode = restingMode }
    guard action == .choose, let reading = panel.selected else { return [] }
    return openToRead(reading.article)
  }

  func draw(_ panel: ReadingsPanel, on frame: inout Frame) {
    let count = panel.readings?.count ?? 0
    let area = box(
      columns: min(100, size.columns - 6), rows: max(1, min(max(count, 1), size.rows - 6)),
      title: "Read before", of: .readings, on: &frame)
    guard let readings = panel.readings else { return }
    guard !readings.isEmpty else {
      return drawLines([text("Nothing was read yet.")], selected: -1, in: area, on: &frame) {
        CleanText($0)
      }
    }
    drawLines(readings, selected: panel.selection, in: area, on: &frame) { reading in
      let age = CleanText(text(ArticleDates.age(of: reading.ended, now: now))).padded(to: 8)
      let minutes = CleanText(text("\(max(1, (reading.seconds + 30) / 60)) min"))
      let room = max(1, area.columns - age.columns - minutes.columns - 1)
      let words = CleanText("\(reading.title) · \(reading.source)").truncated(to: room)
      return age + words.padded(to: room + 1) + minutes
    }
  }
}
