/// A topic tag that analysis gave an article, with how sure it is and what led to it.
public struct DerivedTopic: Sendable, Hashable {
  /// The tag as it is kept and typed, normalised by `TopicName`.
  public var name: String
  /// What the tag names.
  public var kind: TopicKind
  /// 0...1; 1 for topics that the page named itself.
  public var confidence: Double
  /// The words of the article that led to it, the strongest first; at most four.
  public var why: [String]

  /// A topic with what led to it.
  public init(name: String, kind: TopicKind, confidence: Double, why: [String] = []) {
    self.name = name
    self.kind = kind
    self.confidence = confidence
    self.why = why
  }
}

/// What a topic tag names.
public enum TopicKind: String, Sendable, Hashable, CaseIterable {
  /// Named by the page, the feed or the user.
  case given
  /// A country.
  case place
  /// A city or a region with news of its own.
  case region
  case person
  case organisation
  /// A storm or another event with a name.
  case event
  /// A subject: politics, health, artificial intelligence.
  case theme
}
