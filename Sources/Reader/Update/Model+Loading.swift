import Articles
import FoundationEssentials
import Screen

extension Model {
  /// The query of the list.
  var query: ArticleQuery { scope.query(zone: surroundings.zone) }

  /// Asks for the list anew.
  mutating func loadList(at anchor: PageAnchor = .start) -> Effect {
    arrivals = 0
    awaitsArrivals = false
    requestedAnchor = anchor
    // Answers to older questions about other rows would not fit the new list.
    drop(.rowsAfter)
    drop(.rowsBefore)
    drop(.arrivals)
    return .loadHeadlines(query, at: anchor, limit: HeadlineList.page, request(.headlines))
  }

  /// Shows another list from its start.
  mutating func changeScope(_ change: (inout Scope) -> Void) -> [Effect] {
    change(&scope)
    endChoice()
    // Another list is looked at now.
    if mode == .sources { closeSources() }
    sources = nil
    return relight() + [loadList(), .loadCounts(request(.counts))]
  }

  /// Asks what changed, without moving the cursor or any row.
  mutating func reloadInPlace() -> [Effect] {
    guard list.isLoaded, !list.rows.isEmpty else {
      return [loadList(), .loadCounts(request(.counts))]
    }
    return reloadRows() + reloadOpenArticle()
  }

  /// Asks for the open article and what belongs beside it again.
  mutating func reloadOpenArticle() -> [Effect] {
    // An article that is on its way must not be overtaken by the one that is open.
    guard let id = articlePane.article?.id, expectation == .none else { return [] }
    return [
      .loadRelated(id, limit: Sidebar.limit, request(.related)),
      .loadArticle(id, request(.article)),
    ]
  }

  /// Asks for new rows and counts; the open article and its relations stay as they are.
  mutating func reloadRows() -> [Effect] {
    guard list.isLoaded, !list.rows.isEmpty else {
      return [loadList(), .loadCounts(request(.counts))]
    }
    awaitsArrivals = true
    return [
      .loadHeadlines(query, at: .start, limit: HeadlineList.page, request(.arrivals)),
      .loadCounts(request(.counts)),
    ]
  }

  mutating func takeIn(_ page: HeadlinePage, _ request: Request) -> [Effect] {
    guard isCurrent(request) else { return [] }
    switch request.kind {
    case .headlines:
      // Answers about the rows that were there before would not fit.
      for kind in [Request.Kind.rowsAfter, .rowsBefore, .arrivals, .jump] { drop(kind) }
      awaitsArrivals = false
      list.replace(with: page, at: requestedAnchor)
      restoredCursor = nil
      revealCursor()
      // While a line is typed the article waits until the typing rests.
      if case .prompt = mode { return keepNear() + rest() }
      return keepNear() + askForRange() + preview()
    case .rowsAfter: list.append(page)
    case .rowsBefore: list.prepend(page)
    case .arrivals:
      takeInArrivals(page)
      return keepNear()
    case .jump: return jump(to: page)
    case .range:
      takeIn(rangeAround: page)
      return []
    case .paletteHeadlines:
      takeIn(headlines: page.rows, forPalette: request)
      return []
    default: break
    }
    revealCursor()
    return keepNear() + askForRange()
  }

  /// New rows are put above those on the screen and announced: nothing moves under the cursor.
  private mutating func takeInArrivals(_ page: HeadlinePage) {
    awaitsArrivals = false
    list.refresh(page.rows)
    guard scope.sort == .newest else { return }
    list.insert(page.rows, around: shownRows)
    guard !list.hasBefore, let first = list.rows.first else { return }
    let new = page.rows.prefix { $0.id > first.id }
    guard !new.isEmpty else { return }
    // When all rows of the answer are new there may be more between them and those at hand.
    let hasGap = new.count == page.rows.count && page.hasAfter
    list.prepend(HeadlinePage(rows: hasGap ? [] : Array(new), hasBefore: hasGap))
    arrivals += new.count
  }

  /// Fetches more rows when the cursor nears the edge of those at hand.
  mutating func keepNear() -> [Effect] {
    var effects: [Effect] = []
    if list.hasAfter, !list.awaitsAfter, let last = list.resume ?? list.rows.last?.id,
      list.shown(step: 1) < HeadlineList.margin
    {
      list.awaitsAfter = true
      effects.append(
        .loadHeadlines(
          query, at: .after(last), limit: HeadlineList.page, request(.rowsAfter)))
    }
    if list.hasBefore, !list.awaitsBefore, let first = list.rows.first,
      list.shown(step: -1) < HeadlineList.margin
    {
      list.awaitsBefore = true
      effects.append(
        .loadHeadlines(
          query, at: .before(first.id), limit: HeadlineList.page, request(.rowsBefore)))
    }
    return effects + askForExcerpts()
  }

  // MARK: - The open article

  /// Shows the article under the cursor beside the list, unless it is there already.
  mutating func preview() -> [Effect] {
    guard focus == .headlines, layout.article != nil, let id = list.selected?.id,
      articlePane.article?.id != id
    else { return [] }
    expectation = .preview
    return load(id)
  }

  /// Opens an article to read it, and marks it read.
  mutating func read(_ headline: Headline, at anchor: ArticleAnchor? = nil) -> [Effect] {
    let left = keepPlace()
    rememberPosition()
    if let open = articlePane.article, open.id != headline.id, focus != .headlines {
      history.leave(ReadingPlace(article: open.id, anchor: articlePane.anchor))
    }
    list.select(headline.id)
    revealCursor()
    focus = .article
    status = Status()
    var effects = left + (headline.isUnread ? mark([headline.id], read: true) : [])
    if articlePane.article?.id == headline.id {
      drop(.preview)
    } else {
      expectation = .reading(anchor)
      effects += load(headline.id)
    }
    return effects + keepNear()
  }

  /// Opens an article, wherever it stands, to read it.
  mutating func openToRead(_ id: ArticleID) -> [Effect] {
    (zoomed, focus) = (nil, .article)
    fitPanes()
    list.select(id)
    guard articlePane.article?.id != id else { return [] }
    expectation = .reading(nil)
    return load(id)
  }

  mutating func load(_ id: ArticleID) -> [Effect] {
    drop(.preview)
    sidebar.clear()
    return [
      .loadArticle(id, request(.article)),
      .loadRelated(id, limit: Sidebar.limit, request(.related)),
    ]
  }

  mutating func takeIn(_ article: Article?) -> [Effect] {
    defer { expectation = .none }
    guard let article else {
      if expectation != .none { complain("article: it is not in the store any more") }
      return []
    }
    if article.id == articlePane.article?.id, expectation == .none {
      if otherText != nil {
        otherText?.original = article
        return []
      }
      articlePane.update(article, now: now)
      return []
    }
    var anchor = positions.last { $0.article == article.id }?.anchor
    if case .reading(let place?) = expectation { anchor = place }
    otherText = nil
    articlePane.show(article, at: anchor, now: now, zone: surroundings.zone)
    fitPanes()
    return hyphenate() + loadShelf(of: article)
  }

  /// Remembers where the open article is left.
  mutating func rememberPosition() {
    guard focus == .article, otherText == nil, let id = articlePane.article?.id else { return }
    positions.removeAll { $0.article == id }
    positions.append(Session.Position(article: id, anchor: articlePane.anchor))
    if positions.count > Session.positionLimit { positions.removeFirst() }
  }

  /// Gives the panes the sizes that the layout has for them.
  mutating func fitPanes() {
    let area = layout.article ?? Rect(column: 0, row: 0, columns: 0, rows: 0)
    articlePane.resize(columns: area.columns, rows: area.rows)
    revealCursor()
  }
}
