import Articles

/// Which rows of a list stand under another one with the same text.
struct CopyFolds: Sendable, Hashable {
  var folding = CopyFolding() {
    didSet { if folding != oldValue { forget() } }
  }
  /// Whether the copies are folded, those in `exceptions` the other way round.
  private(set) var areClosed = true
  private var exceptions: Set<ArticleID> = []
  /// The row that stands for each group of several rows.
  private var leaders: [ArticleID: ArticleID] = [:]
  private var counts: [ArticleID: StoryFolds.Count] = [:]

  /// Other rows come.
  mutating func forget() { leaders = [:] }

  /// Folds or opens all groups.
  mutating func close(_ areClosed: Bool) {
    self.areClosed = areClosed
    exceptions = []
  }

  /// Folds the group of a row, or opens it; `false` when it has no other row.
  mutating func toggle(_ row: Headline) -> Bool {
    guard let group = folding.group(of: row), counts[group] != nil else { return false }
    if exceptions.remove(group) == nil { exceptions.insert(group) }
    return true
  }

  /// The rows for which one stands; `nil` when it stands for none but itself.
  func count(under row: Headline) -> StoryFolds.Count? {
    guard let group = folding.group(of: row), leaders[group] == row.id else { return nil }
    return counts[group]
  }

  /// Whether a row is hidden under another one.
  func hides(_ row: Headline) -> Bool {
    isUnderAnother(row) && folding.group(of: row).map(isClosed) ?? false
  }

  /// Whether another row stands for this one while the group is folded.
  func isUnderAnother(_ row: Headline) -> Bool {
    guard let group = folding.group(of: row), let leader = leaders[group], counts[group] != nil
    else { return false }
    return leader != row.id
  }

  /// The row that stands for this one's group.
  func leader(of row: Headline) -> ArticleID? { folding.group(of: row).flatMap { leaders[$0] } }

  /// Works out what is folded of these rows.
  mutating func settle(_ rows: [Headline]) {
    var groups: [ArticleID: [Headline]] = [:]
    for row in rows {
      if let group = folding.group(of: row) { groups[group, default: []].append(row) }
    }
    groups = groups.filter { $0.value.count > 1 }
    counts = [:]
    for (group, members) in groups {
      if !members.contains(where: { $0.id == leaders[group] }) {
        leaders[group] = folding.leader(of: members)?.id
      }
      counts[group] = StoryFolds.Count(
        reports: members.count, unread: members.count(where: \.isUnread), isOpen: !isClosed(group))
    }
    leaders = leaders.filter { counts[$0.key] != nil }
  }

  private func isClosed(_ group: ArticleID) -> Bool { areClosed != exceptions.contains(group) }
}
