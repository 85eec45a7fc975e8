/// Why an article has a topic.
public enum TopicReason: Sendable, Hashable {
  /// The user gave it, or took it away.
  case hand(isSet: Bool)
  /// The page or the feed's article named it, in these words.
  case page(String)
  /// The feed gives it to all of its articles.
  case feed
  /// These words of the text, the strongest first; `confidence` is 0...1.
  case text([String], confidence: Double)
  /// It has not, and never had, the topic.
  case none
}
