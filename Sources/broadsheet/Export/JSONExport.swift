import Articles
import FoundationEssentials

/// Articles as one JSON list: each as `show --json` prints it, with its bookmark.
struct JSONExport: ArticleExport {
  private var last: JSONText?

  init() {}

  mutating func begin(_ sink: inout ExportSink) { sink.add("[") }

  mutating func add(_ exported: ExportedArticle, to sink: inout ExportSink) throws {
    // A comma stands behind each but the last one.
    if let last { sink.add(last, after: ",") }
    last = try JSONText(ExportedJSON(exported))
  }

  mutating func end(_ sink: inout ExportSink) {
    if let last { sink.add(last) }
    sink.add("]")
  }
}

/// An article with its bookmark.
private struct ExportedJSON: Encodable {
  let exported: ExportedArticle

  init(_ exported: ExportedArticle) { self.exported = exported }

  private enum CodingKeys: String, CodingKey { case bookmark }

  func encode(to encoder: any Encoder) throws {
    try ArticleJSON(exported.article).encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    if let added = exported.added {
      try fields.encode(
        BookmarkJSON(added: added, exported.details, exported.quotes), forKey: .bookmark)
    }
  }
}

/// What is written on a bookmark: `{"added","folder"?,"note"?,"due"?,"quotes":[…]}`.
struct BookmarkJSON: Encodable {
  struct Passage: Encodable {
    var text: String
    var before: String
    var after: String
    var added: String
  }

  var added: String
  var folder: String?
  var note: String?
  var due: String?
  var quotes: [Passage]

  init(added: Date, _ details: BookmarkDetails, _ quotes: [Quote]) {
    self.added = CivilTime.rfc3339(added)
    folder = details.folder.isEmpty ? nil : details.folder
    note = details.note.isEmpty ? nil : details.note
    due = details.due.map(CivilTime.rfc3339)
    self.quotes = quotes.map {
      Passage(
        text: $0.passage.text, before: $0.passage.before, after: $0.passage.after,
        added: CivilTime.rfc3339($0.added))
    }
  }
}
