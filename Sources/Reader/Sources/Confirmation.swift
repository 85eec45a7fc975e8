import Articles

/// A question that is asked before something that cannot be undone.
struct Confirmation: Sendable, Hashable {
  /// The question.
  var title: String
  /// What goes and what stays, a sentence a line.
  var lines: [String]
  /// The address of the subscription that ends.
  var url: String

  /// Whether a subscription is to end.
  static func removal(of feed: Feed) -> Confirmation {
    let articles = feed.articles == 1 ? "its 1 article" : "its \(feed.articles) articles"
    let unread = feed.unread > 0 ? " (\(feed.unread) unread)" : ""
    return Confirmation(
      title: "Remove \(feed.name)?",
      lines: [
        "Goes: the subscription with \(articles)\(unread).",
        "Stays: every bookmarked article, with its full text.",
        "u does not bring the subscription back.",
      ], url: feed.subscription.url)
  }
}
