public import FoundationEssentials

/// What is known about a document from outside: where it came from, and what time it is.
public struct IngestContext: Sendable, Hashable {
  /// The moment against which "2 hours ago" counts: the file's time, or the time of the fetch.
  public var now: Date
  /// The address from which the document came; relative links are resolved against it.
  public var base: String?
  /// The media type that the server gave, with its charset: "text/xml; charset=iso-8859-1".
  public var contentType: String?
  /// The language that the server gave (`Content-Language`), for a document that names none.
  public var language: String?
  /// The publication's name when the user gave one; it outranks what the document says.
  public var source: String?

  /// Nothing but the time is known, unless said otherwise.
  public init(
    now: Date, base: String? = nil, contentType: String? = nil, language: String? = nil,
    source: String? = nil
  ) {
    self.now = now
    self.base = base
    self.contentType = contentType
    self.language = language
    self.source = source
  }
}
