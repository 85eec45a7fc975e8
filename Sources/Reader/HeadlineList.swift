import Articles

/// The rows of the list that are at hand: a window over a list of any length.
struct HeadlineList: Sendable, Hashable {
  private(set) var rows: [Headline] = []
  /// Index of the row under the cursor.
  private(set) var selection = 0
  /// Index of the first row that is drawn.
  var top = 0
  /// Whether the list goes on beyond the rows at hand.
  private(set) var hasBefore = false
  private(set) var hasAfter = false
  /// Behind which article the rows go on that were not looked for yet; `nil` behind the last one.
  private(set) var resume: ArticleID?
  /// Rows of the whole list above the first one at hand; `nil` when that is not known.
  private(set) var offset: Int?
  /// Rows that belong between those on the screen, which nothing may move.
  private(set) var heldBack: Set<ArticleID> = []
  /// Whether rows of that side are on their way.
  var awaitsBefore = false
  var awaitsAfter = false
  /// Whether an answer has come at all.
  private(set) var isLoaded = false
  /// Which rows stand under another report of their story.
  private(set) var folds = StoryFolds()
  /// Lines of titles, so that a key does not set those again that stay on the screen.
  var titles = TitleLines()

  /// Rows asked for at a time.
  static let page = 100
  /// Rows kept; those farthest from the cursor go first.
  static let windowLimit = 600
  /// Rows between the cursor and the edge of the window below which more are fetched.
  static let margin = 50

  /// The row under the cursor.
  var selected: Headline? { rows.indices.contains(selection) ? rows[selection] : nil }

  /// The number of the selected row in the whole list, from 1; `nil` when it is not known.
  var position: Int? { rows.isEmpty ? nil : offset.map { $0 + selection + 1 } }

  /// Puts the cursor on a row; indexes beyond the ends are moved to them.
  mutating func select(_ index: Int) {
    selection = folds.visible(near: min(max(0, index), max(0, rows.count - 1)))
  }

  /// Puts the cursor on an article; stays when it is not at hand.
  @discardableResult
  mutating func select(_ id: ArticleID) -> Bool {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return false }
    selection = index
    keepVisible()
    return true
  }

  /// Shows a new list.
  ///
  /// From its start the cursor is on the first row, around an article on that.
  mutating func replace(with page: HeadlinePage, at anchor: PageAnchor) {
    let index = selection
    let distance = selection - top
    rows = page.rows
    (hasBefore, hasAfter, resume) = (page.hasBefore, page.hasAfter, page.resume)
    (awaitsBefore, awaitsAfter) = (false, false)
    heldBack = []
    offset = page.hasBefore ? nil : 0
    isLoaded = true
    folds.forget()
    folds.settle(rows)
    switch anchor {
    case .start:
      select(0)
      top = 0
      return
    case .end: select(rows.count - 1)
    case .around(let id): if !select(id) { select(rows.count / 2) }
    case .after, .before: select(index)
    }
    top = max(0, selection - distance)
  }

  /// Adds the rows that follow; lets go of rows far above the cursor.
  mutating func append(_ page: HeadlinePage) {
    awaitsAfter = false
    let known = Set(rows.map(\.id))
    rows += page.rows.filter { !known.contains($0.id) }
    (hasAfter, resume) = (page.hasAfter, page.resume)
    defer { settle() }
    let surplus = min(rows.count - Self.windowLimit, selection - Self.margin * 2)
    guard surplus > 0 else { return }
    rows.removeFirst(surplus)
    hasBefore = true
    offset = offset.map { $0 + surplus }
    selection -= surplus
    top = max(0, top - surplus)
  }

  /// Adds the rows that come before; lets go of rows far below the cursor.
  mutating func prepend(_ page: HeadlinePage) {
    awaitsBefore = false
    let known = Set(rows.map(\.id))
    let new = page.rows.filter { !known.contains($0.id) }
    rows = new + rows
    hasBefore = page.hasBefore
    offset = page.hasBefore ? offset.map { max(0, $0 - new.count) } : 0
    selection += new.count
    top += new.count
    defer { settle() }
    let surplus = min(rows.count - Self.windowLimit, rows.count - selection - Self.margin * 2)
    guard surplus > 0 else { return }
    rows.removeLast(surplus)
    (hasAfter, resume) = (true, nil)
  }

  /// Puts rows that are not at hand where they belong between those that are, newest first; the
  /// cursor and the screen stay on theirs.
  ///
  /// What belongs between rows that are shown is held back until the list is loaded again.
  mutating func insert(_ newer: [Headline], around shown: Range<Int>) {
    var shown = shown
    guard let first = rows.first, let last = rows.last else { return }
    defer { settle() }
    let known = Set(rows.map(\.id))
    for row in newer where row.id < first.id && (row.id > last.id || !hasAfter) {
      guard !known.contains(row.id) else { continue }
      let index = rows.firstIndex { $0.id < row.id } ?? rows.count
      guard index <= shown.lowerBound || index >= shown.upperBound else {
        if heldBack.count < Self.windowLimit { heldBack.insert(row.id) }
        continue
      }
      heldBack.remove(row.id)
      rows.insert(row, at: index)
      if index <= shown.lowerBound { shown = shown.lowerBound + 1..<shown.upperBound + 1 }
      if index <= selection { selection += 1 }
      if index <= top { top += 1 }
    }
  }

  /// Changes the rows of some articles.
  mutating func change(_ ids: [ArticleID], _ edit: (inout Headline) -> Void) {
    let ids = Set(ids)
    for index in rows.indices where ids.contains(rows[index].id) { edit(&rows[index]) }
  }

  /// Takes rows out; the cursor and the screen stay on theirs.
  mutating func remove(_ ids: Set<ArticleID>) {
    defer { settle() }
    func above(_ index: Int) -> Int { rows.prefix(index).count { ids.contains($0.id) } }
    let (selected, first) = (selection - above(selection), top - above(top))
    rows.removeAll { ids.contains($0.id) }
    heldBack.subtract(ids)
    select(selected)
    top = min(max(0, first), max(0, rows.count - 1))
  }

  /// Brings rows up to date with what the store says now, without moving any.
  mutating func refresh(_ newer: [Headline]) {
    let byID = Dictionary(newer.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for index in rows.indices { if let row = byID[rows[index].id] { rows[index] = row } }
    settle()
  }

  /// The index of the next row, in a direction, that satisfies a condition.
  func index(from start: Int, step: Int, where isWanted: (Headline) -> Bool) -> Int? {
    var index = start + step
    while rows.indices.contains(index) {
      if !folds.isHidden(index), isWanted(rows[index]) { return index }
      index += step
    }
    return nil
  }

  /// Rows beyond the cursor, in a direction, that are shown; `margin` at most.
  ///
  /// Of rows without end that stand under others only so many are fetched as can be held.
  func shown(step: Int) -> Int {
    guard rows.count < 8 * Self.windowLimit else {
      return step > 0 ? rows.count - selection : selection
    }
    var (index, count) = (selection, 0)
    while count < Self.margin, let next = shownIndex(from: index, step: step) {
      index = next
      count += 1
    }
    return count
  }

  // MARK: - Stories

  /// Folds or opens all stories of the list; the cursor goes to the report that stands for its story.
  mutating func close(stories areClosed: Bool) {
    folds.close(areClosed)
    folds.settle(rows)
    standForStory()
  }

  /// Folds the story under the cursor, or opens it; `false` when it has no other report here.
  mutating func toggleStory() -> Bool {
    guard let selected, folds.toggle(selected) else { return false }
    folds.settle(rows)
    standForStory()
    return true
  }

  /// Shows articles with the same text in another way.
  mutating func fold(copies folding: CopyFolding) {
    folds.copies.folding = folding
    folds.settle(rows)
    standForStory()
  }

  /// Folds or opens all articles with the same text.
  mutating func close(copies areClosed: Bool) {
    folds.copies.close(areClosed)
    folds.settle(rows)
    standForStory()
  }

  private mutating func standForStory() {
    // A copy stands under a report, which may stand under its story.
    for _ in 0..<2 {
      guard folds.isHidden(selection), let selected, let leader = folds.leader(of: selected),
        let index = rows.firstIndex(where: { $0.id == leader })
      else { break }
      selection = index
    }
    select(selection)
  }

  private mutating func settle() {
    folds.settle(rows)
    keepVisible()
  }

  /// What the cursor is on is never hidden: its story is opened.
  private mutating func keepVisible() {
    guard folds.isHidden(selection), let selected else { return }
    folds.reveal(selected)
    folds.settle(rows)
  }
}
