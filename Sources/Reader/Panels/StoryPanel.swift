import Articles

/// A story as a time line, to choose a report from.
struct StoryPanel: Sendable, Hashable {
  /// The oldest first.
  let reports: [StoryReport]
  private(set) var selection: Int

  /// Reports that are shown, the newest.
  static let limit = 60

  /// The time line around a report, which is selected.
  init(_ reports: [StoryReport], around id: ArticleID) {
    self.reports = reports
    selection = reports.firstIndex { $0.id == id } ?? 0
  }

  var selected: StoryReport? { reports.indices.contains(selection) ? reports[selection] : nil }

  /// "4 reports · 2 new".
  var title: Phrase {
    let new = reports.count { $0.headline.isUnread }
    return .list(["\(reports.count) reports", new > 0 ? "\(new) new" : ""])
  }

  mutating func select(_ index: Int) { selection = min(max(0, index), max(0, reports.count - 1)) }
}
