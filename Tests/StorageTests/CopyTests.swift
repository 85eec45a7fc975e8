import Articles
import FoundationEssentials
import Testing

@testable import Storage

@Suite struct CopyTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private func marked(_ store: ArticleStore) async throws -> [ArticleID] {
    try await store.merge(
      [
        folder.draft("Tram"), folder.draft("Tram again", hour: 2, source: "Wire"),
        folder.draft("Cup", hour: 3), folder.draft("Trams", hour: 4, source: "Gazette"),
      ], fetched: folder.now)
    let ids = try await rows(store).map(\.id)
    let copies = [ids[0]: ids[3], ids[1]: ids[3], ids[3]: ids[3]]
    try await store.saveAnalysis([], stories: [:], copies: copies)
    return ids
  }

  private func rows(_ store: ArticleStore) async throws -> [Headline] {
    try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 9, now: folder.now
    ).rows
  }

  @Test func `copies are read as one step, those of sources apart not`() async throws {
    let store = try folder.open()
    let ids = try await marked(store)
    #expect(try await rows(store).map(\.original) == [ids[3], ids[3], nil, ids[3]])
    let report = try await store.perform(
      .readWithCopies([ids[0]], apart: ["Wire"]), now: folder.now)
    #expect(report.affected == 2)
    #expect(try await rows(store).map(\.isUnread) == [false, true, true, false])
    _ = try await store.undo()
    #expect(try await rows(store).allSatisfy(\.isUnread))
    let alone = try await store.perform(.readWithCopies([ids[2]], apart: []), now: folder.now)
    #expect(alone.affected == 1)
  }

  @Test func `the copies of an article come without itself, and go when it is analysed anew`()
    async throws
  {
    let store = try folder.open()
    let ids = try await marked(store)
    #expect(try await store.copies(of: ids[1], limit: 9).map(\.id) == [ids[3], ids[0]])
    #expect(try await store.copies(of: ids[1], limit: 1).map(\.id) == [ids[3]])
    #expect(try await store.copies(of: ids[2], limit: 9).isEmpty)
    try await store.saveAnalysis(
      [ArticleAnalysis(id: ids[1], topics: [], vector: [], links: [])], stories: [:])
    #expect(try await store.copies(of: ids[1], limit: 9).isEmpty)
    #expect(try await store.copies(of: ids[0], limit: 9).map(\.id) == [ids[3]])
    #expect(try await store.vectors(after: nil, limit: 9).map(\.original) == [nil])
  }
}
