import Articles
import FoundationEssentials
import GRDB
import Testing

@testable import Storage

/// What the user says of stories outranks what the analysis found, now and later.
@Suite struct StoryPinTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private func rows(_ store: ArticleStore) async throws -> [Headline] {
    try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 9, now: folder.now
    ).rows
  }

  /// The stories as small numbers in the order of the list: `[1, 1, 0]`, 0 for none.
  private func stories(_ store: ArticleStore) async throws -> [Int] {
    var numbers: [StoryID: Int] = [:]
    return try await rows(store).map { row in
      guard let story = row.story else { return 0 }
      numbers[story] = numbers[story] ?? numbers.count + 1
      return numbers[story] ?? 0
    }
  }

  /// Five articles; the first two are a story, and the next two.
  private func filled(_ store: ArticleStore) async throws -> [ArticleID] {
    try await store.merge(
      (1...5).map { folder.draft("Report \($0)", hour: $0) }, fetched: folder.now)
    let ids = try await rows(store).map(\.id)
    try await analyse(ids, in: store)
    return ids
  }

  private func analyse(_ ids: [ArticleID], in store: ArticleStore) async throws {
    let found = [0, 0, 2, 2].enumerated().map { number, first in
      (ids[number], StoryID(rawValue: ids[first].rawValue))
    }
    try await store.saveAnalysis(
      ids.map { ArticleAnalysis(id: $0, topics: [], vector: [], links: []) },
      stories: Dictionary(uniqueKeysWithValues: found))
  }

  @Test func `a report taken out stands alone, also after it is analysed again`() async throws {
    let store = try folder.open()
    let ids = try await filled(store)
    #expect(try await stories(store) == [1, 1, 2, 2, 0])
    let report = try await store.perform(.leaveStory([ids[0]]), now: folder.now)
    #expect(report.affected == 1)
    #expect(try await stories(store) == [0, 1, 2, 2, 0])
    try await analyse(ids, in: store)
    #expect(try await stories(store) == [0, 1, 2, 2, 0])
    #expect(try await store.vectors(after: nil, limit: 9).filter(\.isAlone).map(\.id) == [ids[0]])
    #expect(try await store.undo()?.change == .leaveStory([ids[0]]))
    #expect(try await stories(store) == [1, 1, 2, 2, 0])
    _ = try await store.redo()
    #expect(try await stories(store) == [0, 1, 2, 2, 0])
  }

  @Test func `a story is put into another one as a whole`() async throws {
    let store = try folder.open()
    let ids = try await filled(store)
    let report = try await store.perform(.joinStory([ids[0], ids[3]]), now: folder.now)
    #expect(report.affected == 2)
    #expect(try await stories(store) == [1, 1, 1, 1, 0])
    #expect(try await store.perform(.joinStory([ids[2], ids[1]]), now: folder.now).affected == 0)
    try await store.perform(.joinStory([ids[2], ids[4]]), now: folder.now)
    #expect(try await stories(store) == [1, 1, 1, 1, 1])
    try await store.perform(.leaveStory([ids[2]]), now: folder.now)
    #expect(try await stories(store) == [1, 1, 0, 1, 1])
    for _ in 0..<3 { _ = try await store.undo() }
    #expect(try await stories(store) == [1, 1, 2, 2, 0])
  }

  @Test func `two reports that stood alone become a story, and part again`() async throws {
    let store = try folder.open()
    let ids = try await filled(store)
    try await store.perform(.leaveStory([ids[0]]), now: folder.now)
    try await store.perform(.joinStory([ids[4], ids[0]]), now: folder.now)
    #expect(try await stories(store) == [1, 2, 3, 3, 1])
    _ = try await store.undo()
    #expect(try await stories(store) == [0, 1, 2, 2, 0])
    let report = try await store.perform(.joinStory([ids[0], ids[4]]), now: folder.now)
    #expect(report.affected == 1)
    #expect(try await stories(store) == [1, 2, 3, 3, 1])
    for _ in 0..<2 { _ = try await store.undo() }
    #expect(try await stories(store) == [1, 1, 2, 2, 0])
    #expect(try await store.undo() == nil)
  }

  @Test func `it outlives the file of articles`() async throws {
    let store = try folder.open()
    let ids = try await filled(store)
    try await store.perform(.joinStory([ids[0], ids[4]]), now: folder.now)
    try await store.perform(.leaveStory([ids[3]]), now: folder.now)
    #expect(try await stories(store) == [1, 1, 2, 0, 1])
    try store.close()
    for file in [folder.articles, folder.articles + "-wal", folder.articles + "-shm"] {
      try? FileManager.default.removeItem(atPath: file)
    }
    let other = try folder.open()
    _ = try await filled(other)
    #expect(try await stories(other) == [1, 1, 2, 0, 1])
  }
}
