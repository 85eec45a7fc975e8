import Articles

/// The log of changes, to go back or forward to a place in it.
struct StepsPanel: Sendable, Hashable {
  /// The newest first; `nil` until the store answered.
  private(set) var steps: [LoggedStep]?
  private(set) var selection = 0

  /// Steps that are shown.
  static let limit = 200

  mutating func show(_ steps: [LoggedStep]) {
    // At first the cursor is on the newest change that stands: what `u` would undo.
    if self.steps == nil { selection = steps.firstIndex(where: Self.canBeUndone) ?? 0 }
    self.steps = steps
    select(selection)
  }

  mutating func select(_ index: Int) {
    selection = min(max(0, index), max(0, (steps?.count ?? 0) - 1))
  }

  var selected: LoggedStep? {
    steps.flatMap { $0.indices.contains(selection) ? $0[selection] : nil }
  }

  private static func canBeUndone(_ step: LoggedStep) -> Bool {
    !step.isByRule && step.report.direction == .done
  }

  /// How many steps back (or forward, below 0) make the selected one undone, or done again.
  var distance: Int {
    guard let steps, steps.indices.contains(selection), !steps[selection].isByRule else { return 0 }
    let isDone = steps[selection].report.direction == .done
    return isDone
      ? steps[...selection].count(where: Self.canBeUndone)
      : -steps[selection...].count { !$0.isByRule && $0.report.direction == .undone }
  }
}
