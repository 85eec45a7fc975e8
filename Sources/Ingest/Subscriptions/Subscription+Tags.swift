import Articles

extension Subscription {
  /// Takes a tag once.
  mutating func add(tag: some StringProtocol) {
    let tag = FeedText.collapsed(tag)
    if !tag.isEmpty, !tags.contains(tag), tags.count < IngestLimits.feedList { tags.append(tag) }
  }
}
