import Articles

/// How articles that print the same text are shown.
public struct CopyFolding: Sendable, Hashable {
  /// Whether they are one row.
  public var isOn = true
  /// Sources whose article stands for its copies, the most wanted first; without one the longest.
  public var preferred: [String] = []
  /// Sources whose articles keep rows of their own.
  public var apart: [String] = []

  /// One row, for which the longest text stands.
  public init() {}

  /// The copies among which an article is shown; `nil` when it keeps a row of its own.
  func group(of row: Headline) -> ArticleID? {
    isOn && !apart.contains(row.source) ? row.original : nil
  }

  /// The article that stands for a group.
  func leader(of rows: [Headline]) -> Headline? {
    rows.enumerated().min { one, other in
      let ranks = (rank(one.element), rank(other.element))
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      if one.element.words != other.element.words { return one.element.words > other.element.words }
      return one.offset < other.offset
    }?.element
  }

  private func rank(_ row: Headline) -> Int {
    preferred.firstIndex(of: row.source) ?? preferred.count
  }
}
