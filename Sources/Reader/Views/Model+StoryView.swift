import Articles
import Screen
import TextLayout

/// The time line of a story over the screen.
extension Model {
  func draw(_ panel: StoryPanel, on frame: inout Frame) {
    let area = box(
      columns: min(90, size.columns - 6), rows: max(3, size.rows - 5), title: panel.title,
      of: .story, on: &frame)
    let lines = storyLines(panel, columns: area.columns)
    let top = firstStoryLine(of: panel.selection, among: lines, rows: area.rows)
    for (number, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
      let row = area.row + number
      let isSelected = line.report == panel.selection && line.isHead
      let place = Rect(column: area.column, row: row, columns: area.columns, rows: 1)
      if isSelected { frame.fill(place, Look(.popupSelected)) }
      let look = isSelected ? Look(.popupSelected) : line.look
      frame.write(line.text, look, column: area.column, row: row, columns: area.columns)
    }
  }

  private struct StoryLine {
    var text: CleanText
    var look: Look
    /// The report to which it belongs; `nil` for a day.
    var report: Int?
    /// Whether it is a line of the headline.
    var isHead = false
  }

  /// The first line that is drawn: the selected report is shown whole, as far as there is room.
  private func firstStoryLine(of selection: Int, among lines: [StoryLine], rows: Int) -> Int {
    guard let first = lines.firstIndex(where: { $0.report == selection }),
      let last = lines.lastIndex(where: { $0.report == selection })
    else { return 0 }
    let hasDay = first > 0 && lines[first - 1].report == nil
    return max(0, min(last + 1 - rows, hasDay ? first - 1 : first))
  }

  private func storyLines(_ panel: StoryPanel, columns: Int) -> [StoryLine] {
    var lines: [StoryLine] = []
    var day = ""
    for (number, report) in panel.reports.enumerated() {
      let name = text(
        DayNames.name(of: report.headline.published, now: now, zone: surroundings.zone))
      if name != day {
        if number > 0 { lines.append(StoryLine(text: CleanText(""), look: Look(.popup))) }
        lines.append(StoryLine(text: CleanText(name), look: Look(.popupTitle)))
        day = name
      }
      lines += storyLines(of: report, number: number, columns: columns)
    }
    return lines
  }

  /// Time, headline and source of a report, and what it added.
  private func storyLines(of report: StoryReport, number: Int, columns: Int) -> [StoryLine] {
    let head = report.headline
    let time = text(DayNames.time(head.published, zone: surroundings.zone))
    let first = CleanText(" \(head.isUnread ? "●" : " ") \(time) ")
    let margin = CleanText(String(repeating: " ", count: first.columns))
    let source = head.source.isEmpty ? "" : " · \(head.source)"
    let title = wrapped("\(head.title)\(source)", columns: columns - margin.columns, limit: 3)
    var lines = title.enumerated().map { place, text in
      StoryLine(
        text: (place == 0 ? first : margin) + text,
        look: Look(.popup, head.isUnread ? .bold : []), report: number, isHead: true)
    }
    for sentence in report.added {
      for (place, text) in wrapped(sentence, columns: columns - margin.columns - 2, limit: 4)
        .enumerated()
      {
        lines.append(
          StoryLine(
            text: margin + CleanText(place == 0 ? "+ " : "  ") + text, look: Look(.popup),
            report: number))
      }
    }
    return lines
  }

  /// A text in so many lines at most.
  private func wrapped(_ text: String, columns: Int, limit: Int) -> [CleanText] {
    let run = Run(CleanText(text.prefix(1_000)), false)
    let all = lines(of: [run], columns: max(8, columns), breaking: .greedy).map(\.text)
    guard all.count > limit else { return all }
    let last = all[limit - 1].truncated(to: max(1, columns - 2)) + CleanText(" …")
    return all[..<(limit - 1)] + [last]
  }
}
