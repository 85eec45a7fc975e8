public import Articles
public import FoundationEssentials
import GRDB

extension ArticleStore {
  /// Drafts that one transaction takes: a bookmark waits for no more than these.
  static let mergeStep = 500

  /// Adds articles that are new and takes over texts that changed.
  ///
  /// A draft is a known article by its guid within its feed, or else by its address; by source and
  /// title only when it has neither. Merging the same drafts again changes nothing. A changed
  /// article keeps its id, its read state and its earlier text (the last ten). The work is done in
  /// transactions of 500 drafts: what is committed when an error comes stays.
  /// - `fetched`: The moment at which the drafts came; the place in the list of those that
  ///   do not tell when they were published.
  /// - Throws: `StoreError`.
  @discardableResult
  public func merge(_ drafts: [ArticleDraft], fetched: Date) async throws(StoreError)
    -> MergeOutcome
  {
    let plan = MergePlan(drafts)
    let second = Int64(CivilTime.clampedSeconds(fetched))
    var outcome = MergeOutcome()
    var touched: Set<Int64> = []
    for start in stride(from: 0, to: drafts.count, by: Self.mergeStep) {
      let step = plan.prepared(start..<min(start + Self.mergeStep, drafts.count))
      let (library, seen) = (try library, touched)
      let part = try await writing { db in
        var batch = try MergeBatch(
          db, plan: plan, fetched: second, library: try LibraryStates(library), touched: seen)
        try batch.merge(step)
        if batch.outcome.unchanged.count < step.count { try db.noteChange() }
        return (batch.outcome, batch.touched)
      }
      outcome.new += part.0.new
      outcome.changed += part.0.changed
      outcome.unchanged += part.0.unchanged
      touched = part.1
    }
    return outcome
  }
}

extension Database {
  /// Counts a change that lists show, for readers in this and other processes.
  func noteChange() throws {
    try cachedStatement(sql: "UPDATE tally SET changes = changes + 1 WHERE id = 1").execute()
  }
}
