import Articles
import FoundationEssentials
import GRDB

/// Reads pages of bookmarks in an order that only they have: by when they were made, are due, or
/// where they lie; within the same, the newest article first.
///
/// Walks the index of that order; "down" is the order in which the list is shown.
struct BookmarkWalk {
  private let conditions: [QueryPlan.Fragment]
  private let key: String
  private let isDescending: Bool
  private let db: Database

  init(_ query: ArticleQuery, now: Date, db: Database) throws {
    var translation = QueryTranslation(now: now, db: db)
    conditions = try translation.conjuncts(of: query.condition)
      .map { try translation.predicate($0, depth: 0) }
    (key, isDescending) =
      switch query.sort {
      case .due: ("ifnull(h.due, 9007199254740992)", false)
      case .folder: ("h.folder", false)
      default: ("h.added", true)
      }
    self.db = db
  }

  func page(at anchor: PageAnchor, limit: Int) throws -> HeadlinePage {
    switch anchor {
    case .start: return try below(nil, limit: limit)
    case .end: return try above(nil, limit: limit)
    case .after(let id):
      guard let place = try place(of: id) else { return HeadlinePage() }
      var page = try below(place, limit: limit)
      page.hasBefore = true
      return page
    case .before(let id):
      guard let place = try place(of: id) else { return HeadlinePage() }
      var page = try above(place, limit: limit)
      page.hasAfter = true
      return page
    case .around(let id):
      // An article that is no bookmark any more has no place here.
      guard let place = try place(of: id) else { return try below(nil, limit: limit) }
      let before = try above(place, limit: limit / 2)
      let after = try below(place, isIncluded: true, limit: limit - before.rows.count)
      return HeadlinePage(
        rows: before.rows + after.rows, hasBefore: before.hasBefore, hasAfter: after.hasAfter)
    }
  }

  private struct Place {
    var key: DatabaseValue
    var id: Int64
  }

  private func place(of id: ArticleID) throws -> Place? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(key) FROM shelf h WHERE h.article = ?")
    return try DatabaseValue.fetchOne(statement, arguments: [id.rawValue])
      .map { Place(key: $0, id: id.rawValue) }
  }

  private func below(
    _ place: Place?, isIncluded: Bool = false, limit: Int
  ) throws -> HeadlinePage {
    let (rows, goesOn) = try run(isDown: true, from: place, isIncluded: isIncluded, limit)
    return HeadlinePage(rows: rows, hasBefore: false, hasAfter: goesOn)
  }

  private func above(_ place: Place?, limit: Int) throws -> HeadlinePage {
    let (rows, goesOn) = try run(isDown: false, from: place, isIncluded: false, limit)
    return HeadlinePage(rows: rows.reversed(), hasBefore: goesOn, hasAfter: false)
  }

  private func run(isDown: Bool, from place: Place?, isIncluded: Bool, _ limit: Int) throws
    -> (rows: [Headline], goesOn: Bool)
  {
    let keySinks = isDown == isDescending
    var arguments: StatementArguments = []
    for condition in conditions { arguments += condition.arguments }
    var wanted = ["(a.bookmarked = 1)"] + conditions.map { "(\($0.sql))" }
    if let place {
      let ids = (isDown ? "<" : ">") + (isIncluded ? "=" : "")
      wanted.append("(\(key) \(keySinks ? "<" : ">") ? OR \(key) = ? AND h.article \(ids) ?)")
      arguments += [place.key, place.key, place.id]
    }
    arguments += [limit + 1]
    let sql = """
      SELECT \(ArticleRows.headColumns) FROM shelf h
      CROSS JOIN article a ON a.id = h.article CROSS JOIN source s ON s.id = a.source
      WHERE \(wanted.joined(separator: " AND "))
      ORDER BY \(key) \(keySinks ? "DESC" : "ASC"), h.article \(isDown ? "DESC" : "ASC") LIMIT ?
      """
    var rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
      .map(ArticleRows.headline)
    let goesOn = rows.count > limit
    if goesOn { rows.removeLast() }
    return (rows, goesOn)
  }
}
