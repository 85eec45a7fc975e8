import Articles
import FoundationEssentials
import GRDB

/// How a query is answered: which index is walked in the order of the ids, and what is looked up
/// for each article on the way.
///
/// The values of a query become arguments; nothing of its text becomes SQL.
struct QueryPlan {
  /// A part of a statement with its arguments.
  struct Fragment {
    var sql: String
    var arguments: StatementArguments = []
  }

  /// An index in which a condition's articles stand in the order of their ids.
  struct Road {
    /// The FROM clause; it gives `article a`.
    var tables: String
    /// The column that holds the id and is in order.
    var id: String
    var condition: Fragment
    /// Articles on it, as far as the store keeps count.
    var length: Int
  }

  private(set) var road: Road
  private(set) var conditions: [Fragment] = []
  /// The ids within which the answer lies, the end not included.
  private(set) var range: Range<Int64>
  /// Whether the answer is empty for certain.
  private(set) var isEmpty = false

  /// Conditions that a query may have, and how deep they may lie.
  static let conditionLimit = 400
  static let depthLimit = 40

  /// Plans a query; reads only names and counts.
  init(_ query: ArticleQuery, now: Date, in db: Database) throws {
    var translation = QueryTranslation(now: now, db: db)
    let conjuncts = try translation.conjuncts(of: query.condition)
    range = Int64.min..<Int64.max
    road = Road(
      tables: "article a NOT INDEXED", id: "a.id", condition: Fragment(sql: "1"), length: .max)
    var hidesMuted = !query.concernsMuted
    var roads: [(index: Int, road: Road)] = []
    var rest: [(index: Int, fragment: Fragment)] = []
    for (index, conjunct) in conjuncts.enumerated() {
      switch conjunct {
      case .since(let moment):
        range = range.clamped(to: max(range.lowerBound, translation.id(at: moment))..<Int64.max)
      case .before(let moment):
        range = range.clamped(to: Int64.min..<translation.id(at: moment))
      default:
        // Nobody looks in vain for what was bookmarked.
        if conjunct == .state(.bookmarked) { hidesMuted = false }
        if let road = try translation.road(for: conjunct) { roads.append((index, road)) }
        rest.append((index, try translation.predicate(conjunct, depth: 0)))
      }
    }
    if let best = roads.min(by: { $0.road.length < $1.road.length }) {
      road = best.road
      rest.removeAll { $0.index == best.index }
      isEmpty = best.road.length == 0
      let words = conjuncts.indices.filter { QueryTranslation.term(of: conjuncts[$0]) != nil }
      if words.count > 1, words.contains(best.index),
        let together = try translation.allWordsRoad(words.map { conjuncts[$0] })
      {
        road = together
        rest.removeAll { words.contains($0.index) }
      }
    }
    conditions = rest.map(\.fragment)
    if try hidesMuted && translation.hasMuted() {
      conditions.append(Fragment(sql: "a.muted = 0"))
    }
    isEmpty = isEmpty || range.isEmpty
  }

  /// The statement that walks the road.
  /// - `columns`: What is selected; joined with `source s` when `joinsSource`.
  /// - `bounds`: Ids, the end not included.
  /// - `isDescending`: Newest first.
  func statement(
    selecting columns: String, joinsSource: Bool = false, within bounds: Range<Int64>,
    isDescending: Bool, limit: Int
  ) -> Fragment {
    let bounds = bounds.clamped(to: range)
    let all = [road.condition] + conditions
    var arguments: StatementArguments = []
    for fragment in all { arguments += fragment.arguments }
    let join = joinsSource ? " CROSS JOIN source s ON s.id = a.source" : ""
    let wanted = all.map { "(\($0.sql))" }.joined(separator: " AND ")
    arguments += [bounds.lowerBound, bounds.upperBound, limit]
    return Fragment(
      sql: """
        SELECT \(columns) FROM \(road.tables)\(join)
        WHERE \(wanted) AND \(road.id) >= ? AND \(road.id) < ?
        ORDER BY \(road.id) \(isDescending ? "DESC" : "ASC") LIMIT ?
        """, arguments: arguments)
  }
}
