import Articles
import FoundationEssentials
import Storage
import TextLayout

/// An article with everything that is written on its bookmark.
struct ExportedArticle: Sendable {
  var article: Article
  /// When it was bookmarked; `nil` without a bookmark.
  var added: Date?
  var details = BookmarkDetails()
  var quotes: [Quote] = []

  /// Reads an article; `nil` when the store has it no more.
  init?(_ id: ArticleID, in store: ArticleStore) async throws {
    guard let article = try await store.article(id) else { return nil }
    self.article = article
    guard let mark = article.head.bookmark else { return }
    added = mark.added
    details = try await store.bookmark(of: id) ?? BookmarkDetails()
    if mark.quotes > 0 { quotes = try await store.quotes(of: id) }
  }

  var address: String? { article.head.link ?? article.shortLink }
  var text: Body { article.body.isEmpty ? article.summary : article.body }
}

/// Where an export goes: standard output as it is made, or one file that is put in its place whole.
///
/// Everything is cleaned on its way, so that the file can be shown in a terminal, too.
struct ExportSink: ~Copyable {
  private var printer = Printer()
  private var bytes: [UInt8] = []
  private let path: String?

  /// - Parameter path: The file; `nil` for standard output.
  init(path: String?) { self.path = path }

  /// Adds lines; empty ones stay.
  mutating func add(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let clean = CleanText(line)
      if path == nil {
        printer.line(clean)
      } else {
        bytes += Array(clean.string.utf8) + [0x0A]
      }
    }
  }

  /// Adds a JSON document with what stands around it.
  mutating func add(_ json: JSONText, before: String = "", after: String = "") {
    let line = Array(before.utf8) + json.bytes + Array(after.utf8)
    if path == nil {
      printer.bytes(line + [0x0A])
    } else {
      bytes += line + [0x0A]
    }
  }

  /// Puts the file in its place.
  mutating func finish() throws(Complaint) {
    if let path { try OutputFile.write(bytes, to: path) } else { printer.flush() }
  }
}
