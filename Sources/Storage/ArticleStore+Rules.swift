public import Articles
public import FoundationEssentials
import GRDB

extension ArticleStore {
  /// Articles that one round of the rules looks at.
  private static let ruleStep = 500

  /// Does with new articles what rules say; each article is seen once.
  ///
  /// Articles wait until they were analysed, so that rules may ask for topics and stories. What rules
  /// do is a step that undo passes over, and what the user does afterwards stands. Doing it twice, as
  /// after a kill, changes nothing. What is bookmarked is not hidden.
  /// - `rules`: In their order; without any, what waits is let go.
  /// - `now`: For conditions such as "the last two days", and the time that bookmarks get.
  /// - Throws: `StoreError`; the articles of finished rounds were seen.
  @discardableResult
  public func apply(_ rules: [ArticleRule], now: Date) async throws(StoreError) -> RuleOutcome {
    var outcome = RuleOutcome()
    guard !rules.isEmpty else {
      try await forgetWaiting()
      return outcome
    }
    while true {
      let ids = try await waitingForRules()
      guard let first = ids.first, let last = ids.last else { return outcome }
      var isFollowed = true
      for rule in rules {
        let found = try await articles(
          waitingFor: rule, among: first.rawValue...last.rawValue, now: now)
        guard !found.isEmpty else { continue }
        let changed = try await decide(rule, for: found, now: now)
        outcome.changes += changed
        if changed > 0 { isFollowed = false }
        if rule.actions.contains(.mute) { outcome.muted += found }
      }
      if !isFollowed { try await follow() }
      try await writing { db in
        let delete = try db.cachedStatement(sql: "DELETE FROM rule_queue WHERE article = ?")
        for id in ids { try delete.execute(arguments: [id.rawValue]) }
      }
    }
  }

  /// Lets go of everything that waits; writes nothing when nothing does.
  private func forgetWaiting() async throws(StoreError) {
    let isWaiting = try await reading { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM rule_queue)") ?? false
    }
    if isWaiting { try await writing { try $0.execute(sql: "DELETE FROM rule_queue") } }
  }

  private static let isAnalysed =
    "NOT EXISTS (SELECT 1 FROM analysis_queue n WHERE n.article = q.article)"

  /// The oldest articles that wait, in their order.
  private func waitingForRules() async throws(StoreError) -> [ArticleID] {
    try await reading { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT q.article FROM rule_queue q WHERE \(Self.isAnalysed)
          ORDER BY q.article LIMIT \(Self.ruleStep)
          """
      ).map(ArticleID.init)
    }
  }

  private func articles(
    waitingFor rule: ArticleRule, among ids: ClosedRange<Int64>, now: Date
  ) async throws(StoreError) -> [ArticleID] {
    try await reading { db in
      var translation = QueryTranslation(now: now, db: db)
      let wanted = try translation.predicate(rule.query.condition, depth: 0)
      return try Int64.fetchAll(
        db,
        sql: """
          SELECT a.id FROM rule_queue q CROSS JOIN article a ON a.id = q.article
          WHERE q.article >= ? AND q.article <= ? AND \(Self.isAnalysed) AND (\(wanted.sql))
          """, arguments: [ids.lowerBound, ids.upperBound] + wanted.arguments
      ).map(ArticleID.init)
    }
  }

  /// Writes what a rule does into the library.
  /// - Returns: How often that made a difference.
  private func decide(
    _ rule: ArticleRule, for ids: [ArticleID], now: Date
  ) async throws(StoreError) -> Int {
    let needsCopies = rule.actions.contains(.bookmark)
    let subjects =
      try await needsCopies
      ? copies(of: ids) : keys(of: ids).map { LibraryLog.Subject(key: $0) }
    let second = Int64(CivilTime.clampedSeconds(now))
    let kinds = rule.actions.compactMap { Self.kind(of: $0, rule.name) }
    return try await deciding { db in
      var changed = 0
      for kind in kinds {
        let step = try LibraryLog.perform(
          kind, on: subjects, second: second, isByRule: true, in: db)
        changed += step?.keys.count ?? 0
      }
      return changed
    }
  }

  /// `nil` for a topic of whose name nothing is left.
  private static func kind(of action: ArticleRule.Action, _ name: String) -> LibraryStep.Kind? {
    switch action {
    case .tag(let topic): TopicName.normalised(topic).map { .topic($0, true) }
    case .mute: .mute(name, true)
    case .read: .read(true)
    case .bookmark: .bookmark(true)
    case .highlight: .highlight(true)
    case .follow: .follow(true)
    }
  }
}
