import Articles
import FoundationEssentials
import Ingest
import SampleEdition
import Storage

/// The sample edition in a store of its own, which is gone when the reader ends.
enum SampleStore {
  /// Reads the edition's pages as saved pages are read, with times that count back from `now`.
  static func make(now: Date) async throws -> ArticleStore {
    let store = try ArticleStore.inMemory()
    var drafts: [ArticleDraft] = []
    for page in SampleEdition.pages {
      let context = IngestContext(now: now, source: page.source)
      drafts += try NewsDocument.read(page.text, in: context).articles
    }
    try await store.merge(drafts, fetched: now)
    return store
  }
}
