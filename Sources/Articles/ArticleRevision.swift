public import FoundationEssentials

/// One form of an article: the present one, or one that an update replaced.
public struct ArticleRevision: Sendable, Hashable {
  /// When an update took its place; `nil` for the present form.
  public var replaced: Date?
  /// The headline of this form.
  public var title: String
  /// The bullets above its text.
  public var highlights: [String]
  /// Its text, as the feed gave it.
  public var text: Body

  /// Takes each fact as it is.
  public init(replaced: Date?, title: String, highlights: [String] = [], text: Body) {
    self.replaced = replaced
    self.title = title
    self.highlights = highlights
    self.text = text
  }
}
