import Articles
import FoundationEssentials

/// A JSON Feed after https://www.jsonfeed.org/version/1.1/, or 1.0.
struct JSONFeed {
  private let members: [String: JSONValue]
  private let context: IngestContext

  init(_ members: [String: JSONValue], context: IngestContext) {
    self.members = members
    self.context = context
  }

  /// The feed and its articles; `nil` when this is other JSON.
  var document: NewsDocument? {
    guard isFeed else { return nil }
    let items = members["items"]?.list ?? []
    var head = parts(of: .object(members)).head
    head.language = head.language ?? context.language
    head.link = address(members["home_page_url"])
    head.id = members["feed_url"]?.text
    head.icon = address(members["icon"]) ?? address(members["favicon"])
    head.description = line(members["description"])
    let drafts = items.prefix(IngestLimits.articles).compactMap { item -> ArticleDraft? in
      guard case .object = item else { return nil }
      var draft = parts(of: item).draft(in: context)
      if draft.source.isEmpty { draft.source = head.title ?? Address.host(of: head.link) ?? "" }
      draft.language = draft.language ?? head.language
      if draft.authors.isEmpty { draft.authors = head.authors }
      return draft
    }
    let warnings =
      items.count > IngestLimits.articles
      ? ["only the first \(IngestLimits.articles) articles were read"] : []
    return NewsDocument(format: .json, feed: head, articles: drafts, warnings: warnings)
  }

  /// Whether it says so, or holds nothing but members of a JSON Feed.
  private var isFeed: Bool {
    if members["version"]?.text?.contains("jsonfeed.org") == true { return true }
    if case .array? = members["items"], members["title"] != nil || members["feed_url"] != nil {
      return true
    }
    return members.keys.contains(where: Self.names.contains)
      && members.keys.allSatisfy { $0.hasPrefix("_") || Self.names.contains($0) }
  }

  /// Members that the specification gives a feed.
  private static let names: Set<String> = [
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url",
    "icon", "favicon", "author", "authors", "language", "expired", "hubs", "items",
  ]

  private func parts(of item: JSONValue) -> FeedParts {
    var parts = FeedParts()
    parts.title = text(item["title"], .plain)
    parts.link = address(item["url"]) ?? address(item["external_url"])
    parts.guid = item["id"]?.text
    parts.content = text(item["content_html"], .html)
    if parts.content?.isBlank ?? true { parts.content = text(item["content_text"], .plain) }
    parts.summary = text(item["summary"], .plain)
    parts.published = item["date_published"]?.text.flatMap(NewsDate.parse)
    parts.updated = item["date_modified"]?.text.flatMap(NewsDate.parse)
    parts.language = item["language"]?.text?.cut(toBytes: 32)
    parts.pictureURL = address(item["image"]) ?? address(item["banner_image"])
    parts.isGuidLink = true
    for author in (item["authors"]?.list ?? []) + (item["author"]?.list ?? []) {
      let name = author["name"]?.text ?? author.text ?? author["url"]?.text.map(Self.personName)
      if let name { parts.add(author: FeedText.collapsed(name)) }
    }
    for tag in item["tags"]?.list ?? [] { if let name = tag.text { parts.add(topic: name) } }
    for file in item["attachments"]?.list ?? [] {
      guard let url = address(file["url"]) else { continue }
      let length = file["size_in_bytes"]?.text.flatMap { Double($0) }.flatMap { Int(exactly: $0) }
      parts.add(Enclosure(url: url, type: file["mime_type"]?.text, length: length))
    }
    return parts
  }

  /// The mail address of a `mailto:` link; any other address as it is.
  private static func personName(in url: String) -> String {
    guard url.lowercased().hasPrefix("mailto:") else { return url }
    return String(url.dropFirst(7).prefix { $0 != "?" })
  }

  private func text(_ value: JSONValue?, _ kind: FeedText.Kind) -> FeedText? {
    value?.text.map { FeedText(bytes: Array($0.utf8), kind: kind, base: context.base) }
  }

  private func line(_ value: JSONValue?) -> String? {
    text(value, .plain).map(\.line).flatMap { $0.isEmpty ? nil : $0 }
  }

  private func address(_ value: JSONValue?) -> String? {
    value?.text.flatMap { Address.resolve($0, base: context.base) }
  }
}
