/// Reads feeds in every format that the web serves.
enum FeedReading {
  /// The feed in an XML document; `nil` when its elements are those of no feed.
  ///
  /// Accepts RSS 0.90–2.0, RDF, Atom 0.3 and 1.0, also broken ones: what came whole is kept. Takes
  /// time in proportion to `bytes`, which are valid UTF-8 from `TextDecoding`.
  /// - Throws: `IngestError.damaged` when the document attacks with its own entities, or ends before
  ///   its title and its first article.
  static func xml(
    _ bytes: [UInt8], in context: IngestContext
  ) throws(IngestError) -> NewsDocument? {
    var reader = FeedXMLReader(TextDecoding.withoutControls(bytes), context: context)
    return try reader.document()
  }

  /// The feed in a JSON Feed of version 1.0 or 1.1; `nil` when it is none.
  ///
  /// Items that are damaged are passed over; a document that was cut keeps what came before.
  /// - Throws: `IngestError.damaged` when that is no article.
  static func json(
    _ bytes: [UInt8], in context: IngestContext
  ) throws(IngestError) -> NewsDocument? {
    var reader = JSONReader(bytes)
    guard case .object(let feed)? = reader.value(),
      let document = JSONFeed(feed, context: context).document
    else { return nil }
    if document.articles.isEmpty, let line = reader.damagedLine {
      throw .damaged(.json, line: line)
    }
    return document
  }
}
