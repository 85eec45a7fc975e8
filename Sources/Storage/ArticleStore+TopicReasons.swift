public import Articles
import FoundationEssentials
import GRDB

/// Where a topic of an article is from, as the store knows it.
public enum StoredTopicOrigin: Sendable, Hashable {
  /// The user gave it, or took it away.
  case hand(isSet: Bool)
  /// The page or the feed's article named it, in its own words.
  case page(String)
  /// The feed gives it to all of its articles.
  case feed
  /// The analysis of the text gave it, under these names; 0...1.
  case text([String], confidence: Double)
}

extension ArticleStore {
  /// Where a topic of an article is from; `nil` when it has not, and never had, the topic.
  /// - Throws: `StoreError`.
  public func topicOrigin(
    of topic: String, in id: ArticleID
  ) async throws(StoreError) -> StoredTopicOrigin? {
    guard let typed = TopicName.normalised(topic) else { return nil }
    let library = try library
    return try await reading { db in
      guard let stored = try ArticleRows.stored(id.rawValue, in: db) else { return nil }
      let renames = try TopicRenames(db)
      let name = renames.name(of: typed)
      let choices = try library.unsafeReentrantRead {
        try LibraryStates.state(of: stored.key, in: $0).topics
      }
      if let isSet = renames.named(choices)[name] { return .hand(isSet: isSet) }
      func isMeant(_ other: String) -> Bool {
        TopicName.normalised(other).map { renames.name(of: $0) == name } ?? false
      }
      if let word = stored.draft.topics.first(where: isMeant) { return .page(word) }
      let tags = try FeedRow.topics(of: id.rawValue, in: db)
      if tags.contains(where: isMeant) { return .feed }
      let derived = try ArticleTopics.derived(of: id.rawValue, in: db).filter { isMeant($0.name) }
      guard let confidence = derived.map(\.confidence).max() else { return nil }
      return .text(derived.map(\.name), confidence: confidence)
    }
  }

  /// Calls a topic by another name: as one step, for the articles that are there and later ones.
  func rename(_ typed: String, to wanted: String) async throws(StoreError) -> ChangeReport {
    let change = LibraryChange.renameTopic(typed, to: wanted)
    let nothing = ChangeReport(change: change, direction: .done, affected: 0)
    guard let name = TopicName.normalised(typed), let target = TopicName.normalised(wanted) else {
      return nothing
    }
    let before = try await reading { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT articles FROM topic WHERE name = ?"), arguments: [name])
    }
    let isChanged = try await deciding { db in
      guard let rename = try TopicRename(name, to: target, in: db) else { return false }
      try rename.turn(isUndo: false, in: db)
      try LibraryLog.record(LibraryStep(.rename(rename), keys: []), in: db)
      return true
    }
    guard isChanged else { return nothing }
    try await follow()
    return ChangeReport(
      change: .renameTopic(name, to: target), direction: .done, affected: before ?? 0)
  }
}
