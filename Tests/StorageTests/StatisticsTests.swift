import Articles
import FoundationEssentials
import Testing

@testable import Storage

@Suite struct StatisticsTests {
  @Test func `statistics count what came between days, and what was read`() async throws {
    let place = try TemporaryStore()
    let store = try place.open()
    try await store.merge(
      (1...6).map { place.draft("Report \($0)", hour: $0) }, fetched: place.now)
    let rows = try await store.headlines(
      matching: ArticleQuery(parsing: ""), at: .start, limit: 100, now: place.now
    ).rows
    let oldest = try #require(rows.last)
    try await store.perform(.setRead(true, [oldest.id]), now: place.now)
    let start = oldest.published
    let statistics = try await store.statistics(of: [
      start, start.addingTimeInterval(7200), start.addingTimeInterval(86_400),
    ])
    #expect(statistics.days.map(\.articles) == [4, 2])
    #expect(statistics.days.map(\.read) == [0, 1])
    #expect(statistics.sources.map(\.articles) == [6])
    #expect(statistics.neverRead.isEmpty)
  }
}
