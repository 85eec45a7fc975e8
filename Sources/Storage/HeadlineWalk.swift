import Articles
import GRDB

/// Reads pages of headlines along a plan.
///
/// "Down" is the order in which the list is shown.
struct HeadlineWalk {
  let plan: QueryPlan
  /// Whether the oldest article stands at the top.
  let isReversed: Bool
  let db: Database
  /// What a page that goes down may spend on looking through texts; `nil` for whatever it takes.
  var budget: ScanBudget?

  func page(at anchor: PageAnchor, limit: Int) throws -> HeadlinePage {
    switch anchor {
    case .start:
      return try pageBelow(nil, limit)
    case .end:
      let (rows, goesOn) = try run(isDown: false, from: nil, isIncluded: false, limit)
      return HeadlinePage(rows: rows.reversed(), hasBefore: goesOn, hasAfter: false)
    case .after(let id):
      var page = try pageBelow(id, limit)
      page.hasBefore = try ScanBudget.$current.withValue(budget) {
        try goesOnBehind(id, isDown: false)
      }
      return page
    case .before(let id):
      let (rows, goesOn) = try run(isDown: false, from: id, isIncluded: false, limit)
      return HeadlinePage(
        rows: rows.reversed(), hasBefore: goesOn, hasAfter: try goesOnBehind(id, isDown: true))
    case .around(let id): return try pageAround(id, limit)
    }
  }

  /// As many rows as the budget allows.
  private func pageBelow(_ id: ArticleID?, _ limit: Int) throws -> HeadlinePage {
    var (rows, goesOn) = try ScanBudget.$current.withValue(budget) {
      try run(isDown: true, from: id, isIncluded: false, limit)
    }
    var page = HeadlinePage()
    if let stop = budget?.stop {
      rows.removeAll { isReversed ? $0.id.rawValue >= stop : $0.id.rawValue <= stop }
      goesOn = true
      page.resume = ArticleID(rawValue: isReversed ? stop - 1 : stop + 1)
    }
    (page.rows, page.hasAfter) = (rows, goesOn)
    return page
  }

  /// The article stands in the middle, unless the list ends nearer than that.
  private func pageAround(_ id: ArticleID, _ limit: Int) throws -> HeadlinePage {
    var (above, goesOnAbove) = try run(isDown: false, from: id, isIncluded: false, limit)
    var (below, goesOnBelow) = try run(isDown: true, from: id, isIncluded: true, limit)
    let wantedAbove = max(limit / 2, limit - below.count)
    if above.count > wantedAbove {
      above.removeLast(above.count - wantedAbove)
      goesOnAbove = true
    }
    let wantedBelow = limit - above.count
    if below.count > wantedBelow {
      below.removeLast(below.count - wantedBelow)
      goesOnBelow = true
    }
    return HeadlinePage(
      rows: above.reversed() + below, hasBefore: goesOnAbove, hasAfter: goesOnBelow)
  }

  /// Rows in the order of the walk, and whether there are more behind them.
  private func run(isDown: Bool, from id: ArticleID?, isIncluded: Bool, _ limit: Int) throws
    -> (rows: [Headline], goesOn: Bool)
  {
    let statement = fragment(
      ArticleRows.headColumns, isDown: isDown, from: id, isIncluded: isIncluded, limit: limit + 1)
    var rows: [Headline] = []
    rows.reserveCapacity(min(limit + 1, 256))
    let cursor = try Row.fetchCursor(
      db.cachedStatement(sql: statement.sql), arguments: statement.arguments)
    while let row = try cursor.next() {
      rows.append(ArticleRows.headline(row))
      if ScanBudget.current?.stop != nil { break }
    }
    let goesOn = rows.count > limit
    if goesOn { rows.removeLast() }
    return (rows, goesOn)
  }

  /// Whether the article itself, or one behind it, is in the list.
  private func goesOnBehind(_ id: ArticleID, isDown: Bool) throws -> Bool {
    let statement = fragment("1", isDown: isDown, from: id, isIncluded: true, limit: 1)
    return try Int.fetchOne(
      db.cachedStatement(sql: statement.sql), arguments: statement.arguments) != nil
  }

  private func fragment(
    _ columns: String, isDown: Bool, from id: ArticleID?, isIncluded: Bool, limit: Int
  ) -> QueryPlan.Fragment {
    let isDescending = isDown != isReversed
    var bounds = plan.range
    if let id = id?.rawValue {
      let inner = isIncluded == isDescending ? id.addingReportingOverflow(1) : (id, false)
      let cut = inner.1 ? Int64.max : inner.0
      bounds = isDescending ? Int64.min..<cut : cut..<Int64.max
    }
    return plan.statement(
      selecting: columns, joinsSource: columns != "1", within: bounds,
      isDescending: isDescending, limit: limit)
  }
}
