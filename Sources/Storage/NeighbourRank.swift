import GRDB

/// The order in which the neighbours of an article stand.
///
/// An article that lies close to several others is close to whatever is like them; one that has
/// this article alone nearby belongs to it. So a part of the closeness that a neighbour has to its
/// own nearest articles is taken from its closeness to this one.
enum NeighbourRank {
  /// The nearest articles of a neighbour that count, and which part of their closeness.
  private static let crowd = 4
  private static let part = 0.25
  /// Neighbours that are ordered; those that lie further stay behind them as they are.
  private static let reach = 32

  /// Puts neighbours, the nearest first, into their order; reads a few rows of each.
  /// - `groups`: Neighbours of different groups stay apart, in the order of these.
  static func order<Neighbour>(
    _ neighbours: [Neighbour], in db: Database, groups: (Neighbour) -> Int = { _ in 0 },
    link: (Neighbour) -> (article: Int64, score: Double)
  ) throws -> [Neighbour] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT total(score) / \(crowd) FROM
          (SELECT score FROM related WHERE article = ? ORDER BY score DESC LIMIT \(crowd))
        """)
    let ranked = try neighbours.prefix(reach).enumerated().map { place, neighbour in
      let (article, score) = link(neighbour)
      let crowded = try Double.fetchOne(statement, arguments: [article]) ?? 0
      return (neighbour, groups(neighbour), score - part * crowded, place)
    }
    let ordered = ranked.sorted { ($0.1, -$0.2, $0.3) < ($1.1, -$1.2, $1.3) }
    return ordered.map(\.0) + neighbours.dropFirst(reach)
  }
}
