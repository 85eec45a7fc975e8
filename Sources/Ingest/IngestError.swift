/// Why bytes gave no article.
public enum IngestError: Error, Sendable, Hashable {
  /// There is nothing to read: no bytes, or white space and marks only.
  case empty
  /// More bytes than are read; nothing of the document was taken.
  case tooLarge(bytes: Int, limit: Int)
  /// The bytes are no news page, no feed and no list of subscriptions.
  case notNews(Contents)
  /// The document says that it is of this format, but nothing of it could be read.
  /// `line` counts from 1; `nil` when the place is not known.
  case damaged(DocumentFormat, line: Int?)

  /// Whether the bytes are of a known format, but damaged.
  public var isDamage: Bool {
    if case .damaged = self { true } else { false }
  }

  /// What the bytes turned out to be instead.
  public enum Contents: Sendable, Hashable {
    /// Bytes that are no text: a program, a picture, noise.
    case binary
    /// A known kind of file that holds no news, by its usual name: "PNG", "gzip", "PDF".
    case file(String)
    /// Text without anything to read in it.
    case text
    /// XML with another root element than feeds have.
    case xml(root: String)
    /// JSON that is no JSON Feed.
    case json
    /// A page without text.
    case page
  }
}
