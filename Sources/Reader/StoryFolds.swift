import Articles

/// Which reports of a list stand under another one of their story.
///
/// Folding is a view: the rows stay where they are, hidden ones are drawn with no height. The report
/// that stands for a story is the first of the list when the list was loaded, and stays it until the
/// list is loaded again, so that no row goes away under the cursor when newer reports come.
struct StoryFolds: Sendable, Hashable {
  /// Whether the stories of this list are folded, those in `exceptions` the other way round.
  private(set) var areClosed = false
  private var exceptions: Set<StoryID> = []
  /// The report that stands for each story of several reports.
  private var leaders: [StoryID: ArticleID] = [:]
  /// By row; empty as long as nothing is hidden.
  private var hidden: [Bool] = []
  private var counts: [StoryID: Count] = [:]

  /// Reports of a story that are at hand.
  struct Count: Sendable, Hashable {
    /// All of them.
    var reports = 0
    /// Those that were not read yet.
    var unread = 0
    /// Whether they are shown as rows of their own.
    var isOpen = true
  }

  func isHidden(_ index: Int) -> Bool { hidden.indices.contains(index) && hidden[index] }

  /// A row that is shown: this one, else the nearest above it, else below it.
  func visible(near index: Int) -> Int {
    guard isHidden(index) else { return index }
    if let above = hidden[..<index].lastIndex(of: false) { return above }
    return hidden[index...].firstIndex(of: false) ?? index
  }

  /// The reports for which a row stands; `nil` unless it stands for others, too.
  func count(under row: Headline) -> Count? {
    guard let story = row.story, leaders[story] == row.id else { return nil }
    return counts[story]
  }

  /// Folds or opens all stories.
  mutating func close(_ areClosed: Bool) {
    self.areClosed = areClosed
    exceptions = []
  }

  /// Folds a story, or opens it; `false` when it has one report only.
  mutating func toggle(_ story: StoryID) -> Bool {
    guard counts[story] != nil else { return false }
    if exceptions.remove(story) == nil { exceptions.insert(story) }
    return true
  }

  /// Other rows come: what stood for a story is no longer bound to.
  mutating func forget() { leaders = [:] }

  /// Works out what is hidden of these rows.
  mutating func settle(_ rows: [Headline]) {
    counts = [:]
    for row in rows {
      guard let story = row.story else { continue }
      counts[story, default: Count()].reports += 1
      if row.isUnread { counts[story]?.unread += 1 }
    }
    counts = counts.filter { $0.value.reports > 1 }
    let present = Set(rows.lazy.filter { $0.story != nil }.map(\.id))
    leaders = leaders.filter { counts[$0.key] != nil && present.contains($0.value) }
    for row in rows {
      if let story = row.story, counts[story] != nil, leaders[story] == nil {
        leaders[story] = row.id
      }
    }
    let closed = Set(counts.keys.filter(isClosed))
    for story in closed { counts[story]?.isOpen = false }
    hidden = closed.isEmpty ? [] : rows.map(hides)
  }

  private func isClosed(_ story: StoryID) -> Bool { areClosed != exceptions.contains(story) }

  private func hides(_ row: Headline) -> Bool {
    guard let story = row.story, let leader = leaders[story] else { return false }
    return leader != row.id && isClosed(story)
  }
}

extension HeadlineList {
  /// The nearest row in a direction that is shown; `nil` at the end.
  func shownIndex(from index: Int, step: Int) -> Int? {
    self.index(from: index, step: step) { _ in true }
  }

  /// Moves the cursor by so many rows that are shown, down or up.
  mutating func move(by rows: Int) {
    var (index, left) = (selection, rows.magnitude)
    while left > 0, let next = shownIndex(from: index, step: rows < 0 ? -1 : 1) {
      index = next
      left -= 1
    }
    select(index)
  }
}
