import Articles
import Screen

extension Model {
  // MARK: - The cursor of the list

  /// Rows between the cursor and the edge of the pane that stay visible.
  private static let scrollMargin = 2

  /// Moves the cursor of the list; the article follows when the cursor rests.
  mutating func move(by rows: Int) -> [Effect] {
    let before = list.selection
    list.move(by: rows)
    return afterMove(from: before)
  }

  /// Moves the cursor to a row of the list.
  mutating func move(to index: Int) -> [Effect] {
    let before = list.selection
    list.select(index)
    return afterMove(from: before)
  }

  private mutating func afterMove(from before: Int) -> [Effect] {
    revealCursor()
    guard list.selection != before else { return keepNear() }
    return keepNear() + rest()
  }

  /// Milliseconds for which the cursor must rest before the article under it is shown.
  private static let restTime = 80

  /// Waits for the cursor to rest before the article pane follows it.
  mutating func rest() -> [Effect] {
    guard layout.article != nil, list.selected?.id != articlePane.article?.id else {
      drop(.preview)
      return []
    }
    return [.wake(after: Self.restTime, request(.preview))]
  }

  /// Scrolls the list so that the cursor and some rows around it are visible.
  ///
  /// When the cursor leaves the pane, most of the pane is turned, so that as many headlines as can
  /// be come into view with it: scrolling by one headline a key would send the whole pane for each,
  /// which is slow over ssh and restless to read.
  mutating func revealCursor() {
    guard let area = layout.list, area.rows > 0, !list.rows.isEmpty else { return }
    setTitles(columns: area.columns, rows: area.rows)
    let margin = min(Self.scrollMargin, max(0, area.rows / 8))
    let first = max(0, list.selection - margin)
    let last = min(list.rows.count - 1, list.selection + margin)
    let isAbove = list.top > first
    if isAbove || list.top < lowestTop(showing: last, rows: area.rows, area) {
      let rows = isAbove ? area.rows * 3 / 4 : area.rows / 4
      list.top = min(first, lowestTop(showing: list.selection, rows: rows, area))
      if !list.hasAfter {
        // The end of the list stands at the bottom, without free rows below it.
        list.top = min(
          list.top, lowestTop(showing: list.rows.count - 1, rows: area.rows, area))
      }
    }
    list.top = min(
      max(list.top, lowestTop(showing: list.selection, rows: area.rows, area)), list.selection)
    if list.top == 0 { arrivals = 0 }
  }

  /// Sets the titles that may be drawn and measured around the cursor.
  private mutating func setTitles(columns: Int, rows: Int) {
    guard !isListDense else { return }
    let view = headlineView
    // A headline takes three rows at least.
    let reach = rows / 3 + 1
    let near = max(0, list.selection - reach)..<min(list.rows.count, list.selection + reach + 1)
    list.titles.set(list.rows[near], columns: columns) { view.setTitle($0, columns: columns) }
  }

  /// The first row to draw so that one that is further down ends within so many rows.
  private func lowestTop(showing last: Int, rows: Int, _ area: Rect) -> Int {
    let view = headlineView
    var top = last
    // The first row drawn has no day above it, the others have theirs.
    var below = view.height(of: last, columns: area.columns, isFirst: false)
    while top > 0 {
      guard below + view.height(of: top - 1, columns: area.columns, isFirst: true) <= rows else {
        break
      }
      below += view.height(of: top - 1, columns: area.columns, isFirst: false)
      top -= 1
    }
    return top
  }

  /// The rows of the list that stand on the screen.
  var shownRows: Range<Int> {
    guard let area = layout.list else { return list.top..<list.top }
    let view = headlineView
    var (index, used) = (list.top, 0)
    while index < list.rows.count, used < area.rows {
      used += view.height(of: index, columns: area.columns, isFirst: index == list.top)
      index += 1
    }
    return list.top..<index
  }

  /// Shows what came since the list was loaded, from the top.
  mutating func goToArrivals() -> [Effect] {
    focus = .headlines
    return goToEnd(isLast: false)
  }

  /// Rows that a page of the list moves by.
  private var pageRows: Int {
    guard let area = layout.list else { return 10 }
    return max(1, area.rows / (isListDense ? 1 : 4) - 1)
  }

  /// Goes to the first or the last headline, also when it is not at hand.
  private mutating func goToEnd(isLast: Bool) -> [Effect] {
    if isLast ? list.hasAfter : list.hasBefore || !list.heldBack.isEmpty {
      return [loadList(at: isLast ? .end : .start)]
    }
    let before = list.selection
    list.select(isLast ? list.rows.count - 1 : 0)
    return afterMove(from: before)
  }

  // MARK: - Commands that move

  mutating func perform(moving command: Command) -> [Effect] {
    let times = count ?? 1
    switch (command, focus) {
    case (.down, .headlines): return move(by: times)
    case (.up, .headlines): return move(by: -times)
    case (.scrollDown, .headlines): return scrollList(by: times)
    case (.scrollUp, .headlines): return scrollList(by: -times)
    case (.halfPageDown, .headlines): return move(by: max(1, times * pageRows / 2))
    case (.halfPageUp, .headlines): return move(by: -max(1, times * pageRows / 2))
    case (.pageDown, .headlines): return move(by: times * pageRows)
    case (.pageUp, .headlines): return move(by: -times * pageRows)
    case (.first, .headlines): return goToEnd(isLast: false)
    case (.last, .headlines):
      guard let count else { return goToEnd(isLast: true) }
      return move(to: count - 1)
    case (_, .article): scrollArticle(command, times)
    case (_, .related): moveRelated(command, times)
    default: break
    }
    return []
  }

  private mutating func scrollList(by rows: Int) -> [Effect] {
    list.top = min(max(0, list.top + rows), max(0, list.rows.count - 1))
    let before = list.selection
    if list.selection < list.top { list.select(list.top) }
    return afterMove(from: before)
  }

  private mutating func scrollArticle(_ command: Command, _ times: Int) {
    switch command {
    case .down, .scrollDown: articlePane.scroll(by: times)
    case .up, .scrollUp: articlePane.scroll(by: -times)
    case .halfPageDown: articlePane.scroll(halfPages: times)
    case .halfPageUp: articlePane.scroll(halfPages: -times)
    case .pageDown: articlePane.scroll(pages: times)
    case .pageUp: articlePane.scroll(pages: -times)
    case .first: articlePane.toStart()
    case .last: articlePane.toEnd()
    default: break
    }
  }

  private mutating func moveRelated(_ command: Command, _ times: Int) {
    switch command {
    case .down, .scrollDown: sidebar.move(by: times)
    case .up, .scrollUp: sidebar.move(by: -times)
    case .halfPageDown, .pageDown: sidebar.move(by: 5 * times)
    case .halfPageUp, .pageUp: sidebar.move(by: -5 * times)
    case .first: sidebar.select(0)
    case .last: sidebar.select(.max)
    default: break
    }
  }

  /// Puts the row under the cursor at the top, in the middle or at the bottom of the list.
  mutating func place(cursorAt command: Command) {
    guard let area = layout.list else { return }
    let view = headlineView
    let room =
      switch command {
      case .cursorToTop: 0
      case .cursorToMiddle: area.rows / 2
      default: area.rows - view.height(of: list.selection, columns: area.columns, isFirst: false)
      }
    var (top, used) = (list.selection, 0)
    while top > 0 {
      used += view.height(of: top - 1, columns: area.columns, isFirst: false)
      guard used <= room else { break }
      top -= 1
    }
    list.top = top
  }

  // MARK: - From article to article

  /// Goes to the next article, in a direction, that satisfies a condition; opens it when an article
  /// is being read.
  ///
  /// When it is not at hand the store is asked.
  mutating func go(
    step: Int, to wanted: ArticleQuery.Condition?, where isWanted: (Headline) -> Bool
  ) -> [Effect] {
    var index: Int? = list.selection
    for _ in 0..<max(1, count ?? 1) {
      index = index.flatMap { list.index(from: $0, step: step, where: isWanted) }
    }
    guard let index else { return ask(step: step, for: wanted) }
    let before = list.selection
    list.select(index)
    revealCursor()
    guard focus != .headlines, let headline = list.selected else {
      return afterMove(from: before)
    }
    return read(headline)
  }

  /// Asks for the next article beyond the rows at hand.
  private mutating func ask(step: Int, for wanted: ArticleQuery.Condition?) -> [Effect] {
    let edge = step > 0 ? list.rows.last : list.rows.first
    guard step > 0 ? list.hasAfter : list.hasBefore, let edge, let wanted else {
      say(step > 0 ? "Nothing more below" : "Nothing more above")
      return []
    }
    return [
      .loadHeadlines(
        query.and(wanted), at: step > 0 ? .after(edge.id) : .before(edge.id), limit: 1,
        request(.jump))
    ]
  }

  /// Goes to an article that the store found beyond the rows at hand.
  mutating func jump(to page: HeadlinePage) -> [Effect] {
    guard let headline = page.rows.last else {
      say("Nothing more in this direction")
      return []
    }
    var effects = focus == .headlines ? [] : read(headline)
    effects.append(loadList(at: .around(headline.id)))
    return effects
  }

  /// Goes to the first article of another day.
  mutating func goToDay(step: Int) -> [Effect] {
    guard let selected = list.selected else { return [] }
    let zone = surroundings.zone
    func day(_ row: Headline) -> Int { zone.civil(row.published).daysSince1970 }
    let today = day(selected)
    let isOldest = scope.sort == .oldest
    let earlier = ArticleQuery.Condition.before(.at(zone.start(ofDay: today)))
    let later = ArticleQuery.Condition.since(.at(zone.start(ofDay: today + 1)))
    guard step < 0 else {
      return go(step: 1, to: isOldest ? later : earlier) { day($0) != today }
    }
    guard let last = list.index(from: list.selection, step: -1, where: { day($0) != today }) else {
      return go(step: -1, to: isOldest ? earlier : later) { _ in false }
    }
    let before = day(list.rows[last])
    let edge = list.index(from: last, step: -1) { day($0) != before }
    let first = list.rows[list.shownIndex(from: edge ?? -1, step: 1) ?? last].id
    return go(step: -1, to: nil) { $0.id == first }
  }

  /// Goes to an article of a story that is not the present one's.
  mutating func goToStory(step: Int) -> [Effect] {
    let present = list.selected?.story
    let others = present.map { [ArticleQuery.Condition.not(.story($0))] } ?? []
    return go(step: step, to: .all([.has(.story)] + others)) {
      $0.story != nil && $0.story != present
    }
  }

  /// Goes to an article that shares a topic with the present one.
  mutating func goToTopic(step: Int) -> [Effect] {
    guard let topics = list.selected?.topics, !topics.isEmpty else {
      say("The article has no topic")
      return []
    }
    return go(step: step, to: .any(topics.map { .topic($0) })) {
      !Set($0.topics).isDisjoint(with: topics)
    }
  }

  /// Opens the article, pages through it, and at its end goes on to the next unread one.
  mutating func readOn() -> [Effect] {
    if focus != .article {
      guard let subject else { return [] }
      return read(subject)
    }
    guard articlePane.isAtEnd else {
      articlePane.scroll(pages: 1)
      return []
    }
    return go(step: 1, to: .state(.unread), where: \.isUnread)
  }

  /// Goes along the way from article to article.
  mutating func travel(isBack: Bool) -> [Effect] {
    let present = articlePane.article.map {
      ReadingPlace(article: $0.id, anchor: articlePane.anchor)
    }
    guard let place = isBack ? history.back(from: present) : history.forward(from: present) else {
      say(isBack ? "This is where you began" : "There is nothing ahead")
      return []
    }
    focus = .article
    list.select(place.article)
    revealCursor()
    expectation = .reading(place.anchor)
    sidebar.clear()
    return [
      .loadArticle(place.article, request(.article)),
      .loadRelated(place.article, limit: Sidebar.limit, request(.related)),
    ]
  }
}
