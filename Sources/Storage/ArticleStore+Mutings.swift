public import Articles
import FoundationEssentials
import GRDB

extension ArticleStore {
  /// What the user wants to see nothing of, the newest first; at most 1,000.
  /// - Throws: `StoreError`.
  public func mutings() async throws(StoreError) -> [Muting] {
    try await asking { try MutingRow.all(in: $0) }
  }

  /// The articles that a muting concerns: those that it would hide, or did.
  func subjects(
    of muting: Muting, isOn: Bool, now: Date
  ) async throws(StoreError) -> [LibraryLog.Subject] {
    let keys: [Int64]
    if isOn {
      // A query that cannot be read hides nothing; the reader makes none such.
      guard let query = try? ArticleQuery(parsing: muting.query) else { return [] }
      keys = try await self.keys(of: try await identifiers(matching: query, now: now))
    } else {
      keys = try await asking { db in
        try Int64.fetchAll(
          db, sql: "SELECT key FROM muted WHERE reason = ?", arguments: [muting.name])
      }
    }
    return keys.map { LibraryLog.Subject(key: $0) }
  }

  /// Does what concerns mutings; `nil` for every other change.
  func performOnMutings(
    _ change: LibraryChange, now: Date
  ) async throws(StoreError) -> ChangeReport? {
    guard case .setMuting(let muting, let isOn) = change else { return nil }
    let subjects = try await subjects(of: muting, isOn: isOn, now: now)
    let second = Int64(CivilTime.clampedSeconds(now))
    let step = try await deciding { db in
      try LibraryLog.perform(.muting(muting, isOn), on: subjects, second: second, in: db)
    }
    if step != nil { try await follow() }
    return ChangeReport(change: change, direction: .done, affected: step?.keys.count ?? 0)
  }
}
