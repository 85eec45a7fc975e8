import Articles

/// A question that is asked before something that cannot be undone.
struct Confirmation: Sendable, Hashable {
  /// What is done after a yes.
  enum Action: Sendable, Hashable {
    /// Ends the subscription of an address.
    case removeFeed(String)
    /// Opens an address in the browser.
    case open(String)
  }

  /// The question.
  var title: Phrase
  /// What goes and what stays, a sentence a line.
  var lines: [Phrase]
  /// What is done after a yes.
  var action: Action
  /// The keys with what they do.
  var hint: Phrase

  /// Whether a link is to be opened that leads to another host than it pretends.
  static func opening(_ link: ArticleLink, host: String) -> Confirmation {
    let words = link.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return Confirmation(
      title: "Open \(host)?",
      lines: [
        "The link reads: \(words.isEmpty ? link.address : String(words.prefix(60)))",
        "It leads to:    \(host)", Phrase(verbatim: String(link.address.prefix(200))),
      ], action: .open(link.address), hint: "y open  n stay")
  }

  /// Whether a subscription is to end.
  static func removal(of feed: Feed) -> Confirmation {
    let articles: Phrase =
      feed.articles == 1 ? "its 1 article" : "its \(grouped: feed.articles) articles"
    let unread: Phrase = feed.unread > 0 ? " (\(grouped: feed.unread) unread)" : ""
    return Confirmation(
      title: "Remove \(feed.name)?",
      lines: [
        "Goes: the subscription with \(articles)\(unread).",
        "Stays: every bookmarked article, with its full text.",
        "u does not bring the subscription back.",
      ], action: .removeFeed(feed.subscription.url), hint: "y remove  n keep")
  }
}
