import Articles
import Screen
import TextLayout

/// The log of changes: asked for, walked, drawn.
extension Model {
  mutating func openSteps() -> [Effect] {
    mode = .steps(StepsPanel())
    return [loadSteps()]
  }

  private mutating func loadSteps() -> Effect {
    .loadSteps(limit: StepsPanel.limit, request(.steps))
  }

  mutating func takeIn(_ steps: [LoggedStep], _ request: Request) {
    guard isCurrent(request), case .steps(var panel) = mode else { return }
    panel.show(steps)
    mode = .steps(panel)
  }

  mutating func press(_ key: Key, in panel: StepsPanel) -> [Effect] {
    var panel = panel
    var steps = 0
    let page = max(1, size.rows - 6)
    let action = action(of: key, in: .changes)
    if let row = action?.row(from: panel.selection, page: page) {
      panel.select(row)
    } else {
      switch action {
      case .choose:
        if let step = panel.selected, step.isByRule {
          return [.turnStep(step.number, request(.change)), loadSteps()]
        }
        steps = panel.distance
      case .undo: steps = 1
      case .redo: steps = -1
      default:
        mode = restingMode
        return []
      }
    }
    mode = .steps(panel)
    guard steps != 0 else { return [] }
    let turns = (0..<abs(steps)).map { _ -> Effect in
      steps > 0 ? .undo(request(.change)) : .redo(request(.change))
    }
    return turns + [loadSteps()]
  }

  func draw(_ panel: StepsPanel, on frame: inout Frame) {
    let count = panel.steps?.count ?? 0
    let area = box(
      columns: min(90, size.columns - 6), rows: max(1, min(max(count, 1), size.rows - 6)),
      title: "Changes", of: .changes, on: &frame)
    guard let steps = panel.steps else { return }
    guard !steps.isEmpty else {
      let words = CleanText(text("Nothing was changed yet."))
      frame.write(
        words, Look(.popup), column: area.column, row: area.row, columns: area.columns)
      return
    }
    drawLines(steps, selected: panel.selection, in: area, on: &frame) {
      CleanText(text(line(of: $0)))
    }
  }

  /// "  3 articles marked read", "↶ Bookmark removed: Title" for what was undone.
  private func line(of step: LoggedStep) -> Phrase {
    let what = what(step.report) ?? "Highlighted"
    let named: Phrase = step.title.map { "\(what): \($0)" } ?? what
    let marked: Phrase = step.isByRule ? "\(named) (by a rule)" : named
    return Phrase(id: "", step.report.direction == .undone ? "↶ \(marked)" : "  \(marked)")
  }
}
