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
  /// Which rows stand under another one with the same text.
  var copies = CopyFolds()

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

  /// Folds the story of a row, or opens it; where there is one report only, its copies.
  /// - Returns: `false` when nothing stands under the row.
  mutating func toggle(_ row: Headline) -> Bool {
    guard let story = row.story, counts[story] != nil else { return copies.toggle(row) }
    if exceptions.remove(story) == nil { exceptions.insert(story) }
    return true
  }

  /// Opens what hides a row.
  mutating func reveal(_ row: Headline) {
    if copies.hides(row) { _ = copies.toggle(row) }
    if hides(row), let story = row.story {
      if exceptions.remove(story) == nil { exceptions.insert(story) }
    }
  }

  /// Other rows come: what stood for a story is no longer bound to.
  mutating func forget() {
    leaders = [:]
    copies.forget()
  }

  /// The row that is shown for one that is hidden.
  func leader(of row: Headline) -> ArticleID? {
    copies.hides(row) ? copies.leader(of: row) : row.story.flatMap { leaders[$0] }
  }

  /// Works out what is hidden of these rows.
  ///
  /// Copies go first: a story has as many reports as there are texts.
  mutating func settle(_ rows: [Headline]) {
    copies.settle(rows)
    let texts = rows.filter { !copies.isUnderAnother($0) }
    counts = [:]
    for row in texts {
      guard let story = row.story else { continue }
      counts[story, default: Count()].reports += 1
      if row.isUnread { counts[story]?.unread += 1 }
    }
    counts = counts.filter { $0.value.reports > 1 }
    let present = Set(texts.lazy.filter { $0.story != nil }.map(\.id))
    leaders = leaders.filter { counts[$0.key] != nil && present.contains($0.value) }
    for row in texts {
      if let story = row.story, counts[story] != nil, leaders[story] == nil {
        leaders[story] = row.id
      }
    }
    let closed = Set(counts.keys.filter(isClosed))
    for story in closed { counts[story]?.isOpen = false }
    let isWhole = closed.isEmpty && !rows.contains(where: copies.hides)
    hidden = isWhole ? [] : rows.map { copies.hides($0) || hides($0) }
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
