import Articles
import FoundationEssentials
import Testing

@testable import Storage

@Suite struct NeighbourRankTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  @Test func `a neighbour that lies close to others stands behind one that has this article alone`()
    async throws
  {
    let store = try folder.open()
    let ids = try await store.merge(
      (0..<6).map { folder.draft("Report \($0)", hour: $0) }, fetched: folder.now
    ).new
    func analysis(_ number: Int, _ links: [(Int, Double)]) -> ArticleAnalysis {
      ArticleAnalysis(
        id: ids[number], topics: [], vector: [],
        links: links.map { .init(id: ids[$0.0], score: $0.1, relation: .related) })
    }
    // The second lies close to three others, the third to the first alone.
    try await store.saveAnalysis(
      [
        analysis(0, [(1, 0.30), (2, 0.25)]), analysis(1, [(3, 0.9), (4, 0.9), (5, 0.9)]),
        analysis(2, []), analysis(3, []), analysis(4, []), analysis(5, []),
      ], stories: [:])
    #expect(try await store.links(of: ids[0], limit: 9).map(\.id) == [ids[2], ids[1]])
    let related = try await store.related(to: ids[0], limit: 9)
    #expect(related.map(\.headline.id) == [ids[2], ids[1]])
    #expect(related.map(\.score) == [0.25, 0.30])
    #expect(try await store.nearest(to: [ids[1]], limit: 4) == [ids[1]: [0.9, 0.9, 0.9, 0.3]])
    // Reports of the same story stay in front, however crowded it is there.
    try await store.saveAnalysis(
      [analysis(0, [(1, 0.30), (2, 0.25)])],
      stories: [ids[0]: StoryID(rawValue: 7), ids[1]: StoryID(rawValue: 7)])
    #expect(try await store.related(to: ids[0], limit: 9).map(\.headline.id) == [ids[1], ids[2]])
  }
}
