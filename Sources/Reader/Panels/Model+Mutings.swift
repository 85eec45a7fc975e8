import Articles
import Screen
import TextLayout

/// Hiding more than one article: its story, its source, a topic, a word.
extension Model {
  mutating func openMutings() -> [Effect] {
    var rows: [MutingsPanel.Row] = []
    if let subject {
      rows.append(.init(isOn: subject.muted != nil))
      rows += mutings(of: subject).map { .init(muting: $0) }
    }
    mode = .mutings(MutingsPanel(rows))
    return [.loadMutings(request(.mutings))]
  }

  private func mutings(of headline: Headline) -> [Muting] {
    func muting(_ name: Phrase, _ condition: ArticleQuery.Condition) -> Muting {
      Muting(name: text(name), query: ArticleQuery(condition).text(zone: surroundings.zone))
    }
    let story = headline.story.map { muting("story: \(headline.title)", .story($0)) }
    let source =
      headline.source.isEmpty
      ? nil : muting("source: \(headline.source)", .source(headline.source))
    let topics = headline.topics.map { muting("topic: #\($0)", .topic($0)) }
    let words = MutingsPanel.words(of: headline.title).map { muting("word: \($0)", .title($0)) }
    return [story, source].compactMap(\.self) + words + topics
  }

  mutating func takeIn(_ mutings: [Muting], _ request: Request) {
    guard isCurrent(request), case .mutings(var panel) = mode else { return }
    panel.show(mutings)
    mode = .mutings(panel)
  }

  mutating func press(_ key: Key, in panel: MutingsPanel) -> [Effect] {
    var panel = panel
    let action = action(of: key, in: .mutings)
    if let row = action?.row(from: panel.selection, page: max(1, size.rows - 6)) {
      panel.select(row)
      mode = .mutings(panel)
      return []
    }
    switch action {
    case .choose:
      mode = restingMode
      return panel.selected.map { turn($0) } ?? []
    case .mark:
      guard let selected = panel.selected, selected.muting != nil else { return [] }
      return turn(selected) + [.loadMutings(request(.mutings))]
    case .close: mode = restingMode
    default: break
    }
    return []
  }

  private mutating func turn(_ row: MutingsPanel.Row) -> [Effect] {
    guard let muting = row.muting else { return toggleMute() }
    return [.perform(.setMuting(muting, !row.isOn), request(.change))]
  }

  func draw(_ panel: MutingsPanel, on frame: inout Frame) {
    let area = box(
      columns: min(70, size.columns - 6), rows: max(1, min(panel.rows.count, size.rows - 6)),
      title: "Hide", of: .mutings, on: &frame)
    drawLines(panel.rows, selected: panel.selection, in: area, on: &frame) { row in
      let name = row.muting?.name ?? text("this article")
      return CleanText("\(row.isOn ? "[x]" : "[ ]") \(name)")
    }
  }
}
