/// Something of which the reader's user wants to see nothing more: a word, a source, a story.
public struct Muting: Sendable, Hashable {
  /// What is said of the articles that it hides: "source Daily Wire"; no two have the same.
  public var name: String
  /// Which articles, in the query language.
  public var query: String

  /// Takes both as they are.
  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}
