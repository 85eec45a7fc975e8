public import Articles

/// What one merge did.
public struct MergeOutcome: Sendable, Hashable {
  /// Articles that the store did not have.
  public var new: [ArticleID]
  /// Articles whose text or headline is another one now; the earlier one is kept as a revision.
  public var changed: [ArticleID]
  /// Drafts of which everything was known already.
  public var unchanged: Int

  public init(new: [ArticleID] = [], changed: [ArticleID] = [], unchanged: Int = 0) {
    self.new = new
    self.changed = changed
    self.unchanged = unchanged
  }
}
