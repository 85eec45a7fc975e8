public import Articles

/// What one merge did.
public struct MergeOutcome: Sendable, Hashable {
  /// Articles that the store did not have.
  public var new: [ArticleID]
  /// Articles whose text or headline is another one now; the earlier one is kept as a revision.
  public var changed: [ArticleID]
  /// Articles of which everything was known already, one for each draft.
  public var unchanged: [ArticleID]

  /// An outcome with these articles.
  public init(
    new: [ArticleID] = [], changed: [ArticleID] = [], unchanged: [ArticleID] = []
  ) {
    self.new = new
    self.changed = changed
    self.unchanged = unchanged
  }
}
