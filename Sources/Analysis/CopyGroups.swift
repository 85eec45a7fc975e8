public import Articles

/// Finds the articles that print the same text, as they come.
///
/// An article is compared with the nearest few only, by the runs of words that they share, so each
/// costs the same however many there are.
public struct CopyGroups: Sendable {
  /// The article that stands for each one's group.
  private var originals: [ArticleID: ArticleID] = [:]
  private var texts: [ArticleID: Shingles] = [:]
  private var changed: [ArticleID: ArticleID] = [:]

  /// Nearest articles that are compared.
  private static let candidates = 5
  /// Closeness below which no text is a copy of the other.
  private static let nearest = 0.15
  /// Texts kept in memory between two batches.
  private static let remembered = 600

  /// No groups.
  public init() {}

  /// Puts an article into the group that it had when it was stored.
  public mutating func restore(_ id: ArticleID, original: ArticleID) { originals[id] = original }

  /// The article that came first of those with this one's text; `nil` when there is no other.
  public func original(of id: ArticleID) -> ArticleID? { originals[id] }

  /// Takes a new or changed article in; it belongs to no group until it is placed.
  public mutating func insert(_ id: ArticleID, _ text: ArticleText) {
    originals[id] = nil
    remember(id, text)
  }

  /// Keeps the text of an article with which others are to be compared.
  public mutating func remember(_ id: ArticleID, _ text: ArticleText) {
    texts[id] = Shingles(text)
  }

  /// The articles whose text is needed before articles with these links are placed.
  public func unknown(among links: [[RelatedLink]]) -> Set<ArticleID> {
    Set(links.flatMap { Self.near($0).map(\.id) }.filter { texts[$0] == nil })
  }

  /// Puts an article into the group of the nearest one that has the same text.
  /// - Parameters:
  ///   - id: An article that was inserted.
  ///   - links: What `RelatedIndex.nearest` answered for it, the nearest first.
  public mutating func place(_ id: ArticleID, links: [RelatedLink]) {
    guard let own = texts[id] else { return }
    for link in Self.near(links) {
      guard let other = texts[link.id], own.isCopy(of: other) else { continue }
      let original = originals[link.id] ?? originals[id] ?? min(id, link.id)
      for member in [id, link.id] where originals[member] != original {
        originals[member] = original
        changed[member] = original
      }
      return
    }
  }

  /// Articles whose group is another one since this was asked last; lets old texts go.
  public mutating func takeChanged() -> [ArticleID: ArticleID] {
    defer {
      changed = [:]
      if texts.count > Self.remembered { texts = [:] }
    }
    return changed
  }

  private static func near(_ links: [RelatedLink]) -> ArraySlice<RelatedLink> {
    links.prefix(candidates).prefix { $0.score >= nearest }
  }
}
