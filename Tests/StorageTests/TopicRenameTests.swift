import Articles
import FoundationEssentials
import Testing

@testable import Storage

@Suite struct TopicRenameTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private func topics(_ store: ArticleStore) async throws -> [[String]] {
    try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 9, now: folder.now
    ).rows.map { $0.topics.sorted() }
  }

  private func filled(_ store: ArticleStore) async throws {
    try await store.merge(
      [
        folder.draft("Tram", topics: ["tram", "city"]),
        folder.draft("Bus", hour: 2, topics: ["bus", "traffic"]),
        folder.draft("Cup", hour: 3, topics: ["sport"]),
      ], fetched: folder.now)
  }

  @Test func `one topic goes into another, also for later articles, and comes back`() async throws {
    let store = try folder.open()
    try await filled(store)
    let report = try await store.perform(.renameTopic("Trams", to: "Traffic"), now: folder.now)
    #expect(report.affected == 1)
    #expect(try await topics(store) == [["city", "traffic"], ["bus", "traffic"], ["sport"]])
    #expect(try await folder.titles("#tram", in: store) == ["Tram", "Bus"])
    try await store.merge(
      [folder.draft("Night trams", hour: 4, topics: ["tram"])], fetched: folder.now)
    #expect(try await topics(store).last == ["traffic"])
    #expect(try await store.undo()?.change == .renameTopic("tram", to: "traffic"))
    #expect(
      try await topics(store) == [["city", "tram"], ["bus", "traffic"], ["sport"], ["tram"]])
    _ = try await store.redo()
    #expect(try await topics(store)[0] == ["city", "traffic"])
  }

  @Test func `renaming there and back leaves no circle`() async throws {
    let store = try folder.open()
    try await filled(store)
    for (name, target) in [("tram", "rail"), ("rail", "line"), ("line", "tram"), ("tram", "tram")] {
      try await store.perform(.renameTopic(name, to: target), now: folder.now)
    }
    #expect(try await topics(store)[0] == ["city", "tram"])
    #expect(try await folder.titles("#rail", in: store) == ["Tram"])
    for _ in 0..<3 { _ = try await store.undo() }
    #expect(try await store.undo() == nil)
    #expect(try await topics(store)[0] == ["city", "tram"])
    #expect(try await folder.titles("#rail", in: store) == [])
  }

  @Test func `it outlives the file of articles, choices by hand follow`() async throws {
    let store = try folder.open()
    try await filled(store)
    let ids = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 9, now: folder.now
    ).rows.map(\.id)
    try await store.perform(.setTopic("tram", true, [ids[2]]), now: folder.now)
    try await store.perform(.renameTopic("tram", to: "rail"), now: folder.now)
    #expect(
      try await topics(store) == [["city", "rail"], ["bus", "traffic"], ["rail", "sport"]])
    try await store.perform(.setTopic("rail", false, [ids[0]]), now: folder.now)
    #expect(try await topics(store)[0] == ["city"])
    #expect(try await store.topicOrigin(of: "rail", in: ids[0]) == .hand(isSet: false))
    #expect(try await store.topicOrigin(of: "tram", in: ids[2]) == .hand(isSet: true))
    #expect(try await store.topicOrigin(of: "City", in: ids[0]) == .page("city"))
    #expect(try await store.topicOrigin(of: "opera", in: ids[0]) == nil)
    try store.close()
    for file in [folder.articles, folder.articles + "-wal", folder.articles + "-shm"] {
      try? FileManager.default.removeItem(atPath: file)
    }
    let other = try folder.open()
    try await filled(other)
    #expect(try await topics(other) == [["city"], ["bus", "traffic"], ["rail", "sport"]])
  }
}
