public import Articles
public import FoundationEssentials
import GRDB

extension ArticleStore {
  /// What came on each day, and what was read of publications and topics.
  ///
  /// Reads the rows of the days; the counts of publications and topics are kept ready.
  /// - Parameter days: Moments at which days begin, the oldest first, and the end of the last one;
  ///   at most 367.
  /// - Returns: The newest day first; publications and topics with the most articles first.
  /// - Throws: `StoreError`.
  public func statistics(of days: [Date]) async throws(StoreError) -> ReadingStatistics {
    let starts = Array(days.suffix(367))
    var statistics = try await reading { db in
      let count = try db.cachedStatement(
        sql: "SELECT count(*), ifnull(sum(unread), 0) FROM article WHERE id >= ? AND id < ?")
      var statistics = ReadingStatistics()
      for (start, end) in zip(starts, starts.dropFirst()) {
        guard
          let row = try Row.fetchOne(
            count, arguments: [Self.firstID(at: start), Self.firstID(at: end)])
        else { continue }
        let (articles, unread): (Int, Int) = (row[0], row[1])
        statistics.days.insert(
          .init(start: start, articles: articles, read: articles - unread), at: 0)
      }
      statistics.sources = try commonest("source", in: db).map {
        SourceCount(source: $0[0], articles: $0[1], unread: $0[2])
      }
      statistics.topics = try commonest("topic", in: db).map {
        TopicCount(topic: $0[0], articles: $0[1], unread: $0[2])
      }
      return statistics
    }
    for (place, end) in zip(statistics.days.indices, starts.dropFirst().reversed()) {
      statistics.days[place].seconds = try await secondsRead(
        from: statistics.days[place].start, to: end)
    }
    return statistics
  }

  private static func firstID(at moment: Date) -> Int64 {
    ArticleID(second: Int64(CivilTime.clampedSeconds(moment)), hash: 0).rawValue
  }
}

/// The names of a table with their counts, the greatest first.
private func commonest(_ table: String, in db: Database) throws -> [Row] {
  try Row.fetchAll(
    db,
    sql: """
      SELECT name, articles, unread FROM \(table) WHERE articles > 0
      ORDER BY articles DESC, name LIMIT 2000
      """)
}
