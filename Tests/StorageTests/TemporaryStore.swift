import Articles
import FoundationEssentials
import Glibc

@testable import Storage

/// A folder for a store, gone when its owner is.
final class TemporaryStore {
  let path: String
  let now = Date(timeIntervalSince1970: 1_790_000_000)

  init() throws {
    var template = Array("/tmp/broadsheet-store-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var articles: String { path + "/articles.sqlite" }
  var library: String { path + "/library.sqlite" }

  func open() throws -> ArticleStore { try ArticleStore.open(folder: path) }

  func bytes(of file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: file)))
  }

  func draft(_ title: String, hour: Int = 1, topics: [String] = [], source: String = "Post")
    -> ArticleDraft
  {
    var draft = ArticleDraft(
      title: title, source: source, body: Body(paragraphs: ["Text of \(title) today."]))
    draft.published = now.addingTimeInterval(Double(-3600 * hour))
    draft.topics = topics
    return draft
  }

  func titles(_ query: String, in store: ArticleStore) async throws -> [String] {
    try await store.headlines(
      matching: ArticleQuery(parsing: query), at: .start, limit: 100, now: now
    ).rows.map(\.title)
  }
}
