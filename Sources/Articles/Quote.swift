public import FoundationEssentials

/// A passage of an article that the user highlighted, found again by its words, not by a place.
public struct Quote: Sendable, Hashable, Identifiable {
  /// The library's number for it.
  public struct ID: Sendable, Hashable, RawRepresentable {
    /// The number that the library keeps.
    public let rawValue: Int64

    /// Takes the number as it stands in the library.
    public init(rawValue: Int64) { self.rawValue = rawValue }
  }

  /// The library's number for it.
  public var id: ID
  /// The words, with single spaces between them.
  public var passage: QuotedPassage
  /// When it was kept.
  public var added: Date
  /// The article as the library knows it, also when the store has it no more.
  public var title: String
  /// The publication.
  public var source: String
  /// As the byline names them.
  public var authors: [String]
  /// When the article was published.
  public var published: Date?
  /// Address of the article on the web.
  public var link: String?
  /// The store's name for the article; `nil` when the store does not have it.
  public var article: ArticleID?

  /// A quote with nothing but the required facts.
  public init(
    id: ID, passage: QuotedPassage, added: Date, title: String, source: String,
    authors: [String] = [], published: Date? = nil, link: String? = nil, article: ArticleID? = nil
  ) {
    self.id = id
    self.passage = passage
    self.added = added
    self.title = title
    self.source = source
    self.authors = authors
    self.published = published
    self.link = link
    self.article = article
  }
}

/// Words of an article, with a few that stand before and behind them, so that they are found again
/// when the article is set anew, fetched anew, or slightly changed.
public struct QuotedPassage: Sendable, Hashable {
  /// The words, with single spaces between them.
  public var text: String
  /// What stands before them; at most `contextLength` characters.
  public var before: String
  /// What stands behind them; at most `contextLength` characters.
  public var after: String

  /// Characters that are kept from each side.
  public static let contextLength = 32
  /// Characters that a passage may have.
  public static let lengthLimit = 20_000

  /// Cuts what is too long; runs of white space become single spaces.
  public init(text: String, before: String = "", after: String = "") {
    self.text = String(Self.spaced(text).prefix(Self.lengthLimit))
    self.before = String(Self.spaced(before).suffix(Self.contextLength))
    self.after = String(Self.spaced(after).prefix(Self.contextLength))
  }

  /// A text with single spaces between its words.
  public static func spaced(_ text: String) -> String {
    text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }

  /// Where the words stand in a text; of several places the one with the same neighbours.
  /// - Parameter text: With single spaces between its words.
  /// - Returns: `nil` when the words do not stand there.
  public func range(in text: String) -> Range<String.Index>? {
    let (hay, needle) = (Array(text.utf8), Array(self.text.utf8))
    guard !needle.isEmpty, hay.count >= needle.count else { return nil }
    let (left, right) = (Array(before.utf8), Array(after.utf8))
    var best: (place: Int, score: Int)?
    for place in 0...(hay.count - needle.count)
    where hay[place] == needle[0] && hay[place..<place + needle.count].elementsEqual(needle) {
      let front = zip(hay[..<place].reversed().drop { $0 == 0x20 }, left.reversed())
        .prefix { $0 == $1 }.count
      let back = zip(hay[(place + needle.count)...].drop { $0 == 0x20 }, right)
        .prefix { $0 == $1 }.count
      if best.map({ front + back > $0.score }) ?? true { best = (place, front + back) }
    }
    guard let best else { return nil }
    let start = text.utf8.index(text.startIndex, offsetBy: best.place)
    return start..<text.utf8.index(start, offsetBy: needle.count)
  }
}
