/// A feed that a page names.
public struct FoundFeed: Sendable, Hashable {
  /// Where it is; an absolute http or https address.
  public var url: String
  /// What the page calls it, in one line.
  public var title: String?
  /// What the page says it is; `nil` when it does not say, or for an RSS of any version.
  public var format: DocumentFormat?

  /// Takes each fact as it is.
  public init(url: String, title: String? = nil, format: DocumentFormat? = nil) {
    self.url = url
    self.title = title
    self.format = format
  }
}

/// Finds the feeds of a web page, and guesses those of a site that names none.
public enum FeedDiscovery {
  /// Feeds that are given back at most.
  public static let limit = 32

  /// The feeds that a page names, the most useful first.
  ///
  /// First what `<link rel="alternate">` names, then links whose address looks like a feed's; feeds
  /// of comments come last in each. Takes time in proportion to the bytes, 4 MiB of which are read.
  /// - Parameters:
  ///   - page: The page as it came from the server.
  ///   - base: The address that it came from.
  ///   - contentType: The media type with charset that the server gave.
  /// - Returns: Absolute addresses, each once, at most `limit`.
  public static func feeds(
    in page: [UInt8], base: String, contentType: String?
  ) -> [FoundFeed] {
    guard BinaryContents.name(page) == nil else { return [] }
    var tokenizer = HTMLTokenizer(TextDecoding.utf8(page, contentType: contentType))
    var search = FeedSearch(base: base)
    while let token = tokenizer.next() { search.take(token, tokenizer) }
    return search.feeds
  }
}

/// What was found so far on a page.
private struct FeedSearch {
  private var base: String
  private var named: [FoundFeed] = []
  private var linked: [FoundFeed] = []
  /// The link within which the text stands, with its text so far.
  private var open: (address: String, text: [UInt8])?
  private var hasBase = false

  /// Feeds of each kind that are remembered.
  private static let limit = 128

  init(base: String) { self.base = base }

  /// In order of usefulness.
  var feeds: [FoundFeed] {
    var seen: Set<String> = []
    let ordered = [named, linked].flatMap { found in
      found.filter { !Self.isOfComments($0) } + found.filter(Self.isOfComments)
    }
    return Array(
      ordered.filter { seen.insert(Self.key($0.url)).inserted }.prefix(FeedDiscovery.limit))
  }

  mutating func take(_ token: HTMLTokenizer.Token, _ tag: HTMLTokenizer) {
    switch (token, tag.element) {
    case (.start, .base): takeBase(tag)
    case (.start, .link): takeNamed(tag)
    case (.start, .a): beginLink(tag)
    case (.end, .a): endLink()
    case (.text, _):
      guard let count = open?.text.count, count < 256 else { return }
      open?.text.append(contentsOf: tag.bytes[tag.text].prefix(256))
    default: break
    }
  }

  private mutating func takeBase(_ tag: HTMLTokenizer) {
    guard !hasBase, let href = tag.value("href"), let address = webAddress(href) else { return }
    base = address
    hasBase = true
  }

  private mutating func takeNamed(_ tag: HTMLTokenizer) {
    guard named.count < Self.limit, let href = tag.value("href"), !href.isEmpty,
      let relation = tag.value("rel")?.lowercased().split(whereSeparator: \.isWhitespace)
    else { return }
    let type = tag.value("type")?.lowercased().prefix { $0 != ";" } ?? ""
    let isFeed = relation.contains("feed")
    guard relation.contains("alternate") || isFeed, !relation.contains("stylesheet"),
      let format = Self.format(of: type, href) ?? (isFeed ? .some(nil) : nil),
      let url = webAddress(href)
    else { return }
    named.append(FoundFeed(url: url, title: Self.title(tag.value("title")), format: format))
  }

  private mutating func beginLink(_ tag: HTMLTokenizer) {
    endLink()
    guard linked.count < Self.limit, let href = tag.value("href"),
      let url = webAddress(href), Self.looksLikeFeed(url)
    else { return }
    open = (url, Array((tag.value("title") ?? "").utf8))
  }

  private mutating func endLink() {
    guard let link = open else { return }
    open = nil
    let title = Self.title(String(decoding: link.text, as: UTF8.self))
    linked.append(FoundFeed(url: link.address, title: title))
  }

  private func webAddress(_ link: String) -> String? {
    var link = link
    if link.lowercased().hasPrefix("feed:") {
      link = String(link.dropFirst(5))
      if link.hasPrefix("//") { link = "http:" + link }
    }
    return HTMLAddress.picture(link, base: base).flatMap { url in
      ["http://", "https://"].contains(where: url.lowercased().hasPrefix) ? url : nil
    }
  }

  private static func title(_ text: String?) -> String? {
    let line = text.map { HTMLReading.plainText($0).cut(toBytes: 256) } ?? ""
    return line.isEmpty ? nil : line
  }

  /// The format that a media type names, `nil` inside where it only says that it is a feed; `nil`
  /// outside when it is something else.
  private static func format(of type: some StringProtocol, _ href: String) -> DocumentFormat?? {
    switch type {
    case "application/atom+xml": .atom
    case "application/feed+json": .json
    case "application/rdf+xml": .rss1
    case "application/rss+xml", "application/x.atom+xml", "application/x-rss+xml", "text/rss":
      .some(nil)
    case "application/json":
      // The REST interface of a blog has the same type as its feed.
      href.contains("wp-json") || href.contains("oembed") ? nil : .json
    case "application/xml", "text/xml", "": looksLikeFeed(href) ? .some(nil) : nil
    default: nil
    }
  }

  /// Whether an address ends as those of feeds do.
  private static func looksLikeFeed(_ url: String) -> Bool {
    let parts = AddressParts(url)
    let path = parts.path.lowercased()
    let segments = path.split(separator: "/")
    let last = segments.last ?? ""
    if endings.contains(where: last.hasSuffix) { return true }
    if names.contains(String(last)) { return true }
    let query = parts.query?.lowercased() ?? ""
    return ["feed=", "format=rss", "format=atom", "format=feed", "type=rss", "rss=1", "output=rss"]
      .contains { query.hasPrefix($0) || query.contains("&" + $0) }
  }

  private static let endings = [
    ".rss", ".rdf", ".atom", "rss.xml", "atom.xml", "feed.xml",
    "feed.json", "index.xml", "feeds.xml", "rss2.xml", "rss.php", "feed.php",
  ]
  private static let names: Set<String> = ["rss", "atom", "feed", "feeds", "rss2", "rdf", "feed1"]

  private static func isOfComments(_ feed: FoundFeed) -> Bool {
    let address = AddressParts(feed.url)
    return (address.path + (address.query ?? "")).lowercased().contains("comment")
      || feed.title?.lowercased().contains("comment") == true
  }

  /// The address without what makes no other feed of it.
  private static func key(_ url: String) -> String {
    var parts = AddressParts(url)
    parts.scheme = nil
    parts.fragment = nil
    if parts.path.hasSuffix("/") { parts.path.removeLast() }
    return parts.text
  }
}
