import Articles
import FoundationEssentials

/// What each element of a feed begins.
extension FeedXMLReader {
  mutating func begin(_ key: FeedName, _ open: FeedScopes.Open, in outer: FeedPlace) {
    switch key {
    case .rss, .rdf, .feed, .scriptingnews: beginRoot(key, in: outer)
    case .channel where outer == .outside || outer == .feed:
      if format == .unknown { format = .rss2 }
      scopes.setPlace(.feed)
      feed.base = open.base
      readChannelDefinition(open.base)
    case .item where open.vocabulary == .core && outer != .ignored,
      .entry where open.vocabulary == .core && outer != .ignored:
      if format == .unknown { format = key == .item ? .rss2 : .atom }
      article = FeedParts()
      article?.base = open.base
      // RDF names its items by an attribute.
      if let about = attribute("about"), !about.isEmpty { article?.guid = about }
      article?.scopeLanguage = open.language
      readChannelDefinition(open.base)
      scopes.setPlace(.item)
    default:
      if outer == .feed || outer == .item {
        feed.scopeLanguage = feed.scopeLanguage ?? feedLanguage
      }
      beginPart(key, open, in: outer)
    }
  }

  /// What Microsoft's Channel Definition Format says in attributes of its channel and items.
  private mutating func readChannelDefinition(_ base: String?) {
    if let address = attribute("href").flatMap({ Address.resolve($0, base: base) }) {
      update { $0.link = $0.link ?? address }
    }
    if let date = attribute("lastmod").flatMap(NewsDate.parse) {
      update { $0.updated = $0.updated ?? date }
    }
  }

  private var feedLanguage: String? { scopes.open.first { $0.place == .feed }?.language }

  private mutating func beginRoot(_ key: FeedName, in outer: FeedPlace) {
    guard outer == .outside else { return scopes.setPlace(.ignored) }
    scopes.setPlace(.feed)
    feed.scopeLanguage = scopes.language
    let version = attribute("version") ?? ""
    let namespace = attribute("xmlns") ?? rootNamespace
    switch key {
    case .feed:
      format = version.hasPrefix("0.") || namespace.contains("purl.org/atom") ? .atom03 : .atom
    case .rdf: format = namespace.contains("netscape.com") ? .rss09 : .rss1
    case .rss: format = version.hasPrefix("0.") ? .rss09 : .rss2
    default: format = .rss09
    }
  }

  /// The address of the default namespace; `attribute` does not see names that begin with "xml".
  private var rootNamespace: String {
    let found = scanner.attributes.first { scanner.bytes[$0.name].equalsLowercased("xmlns") }
    return String(decoding: found.map { scanner.bytes[$0.value].prefix(200) } ?? [], as: UTF8.self)
  }

  private mutating func beginPart(_ key: FeedName, _ open: FeedScopes.Open, in outer: FeedPlace) {
    switch (key, open.vocabulary) {
    case (.author, .core), (.contributor, .core), (.managingeditor, .core),
      (.webmaster, .core),
      (.owner, .podcast) where outer == .feed || outer == .item:
      person = FeedPerson()
      scopes.setPlace(key == .owner ? .ignored : .person)
    case (.image, .core), (.textinput, .core):
      scopes.setPlace(key == .image && outer != .ignored ? .image : .ignored)
      if let address = attribute("href") ?? attribute("resource") { setPicture(address, open.base) }
    case (.source, .core): scopes.setPlace(.ignored)
    case (.enclosure, _): beginEnclosure(open.base)
    case (.link, .core) where attribute("href") != nil: beginLink(open.base)
    // They only wrap what is inside.
    case (.group, .media), (.items, .core): break
    case (.skiphours, .core), (.skipdays, .core): if outer != .feed { scopes.setPlace(.ignored) }
    case (.link, .podcast) where attribute("rel")?.lowercased() == "image":
      beginLink(open.base)
      scopes.setPlace(.ignored)
    case (.content, .media): beginMediaContent(open.base)
    case (.thumbnail, .media), (.image, .podcast):
      if let address = attribute("url") ?? attribute("href") { setPicture(address, open.base) }
      scopes.setPlace(.ignored)
    case (.category, .podcast):
      if let topic = attribute("text") { update { $0.add(topic: topic) } }
    default: beginText(key, open, in: outer)
    }
  }

  private mutating func beginText(_ key: FeedName, _ open: FeedScopes.Open, in outer: FeedPlace) {
    guard let field = FeedField(key, open.vocabulary, in: outer) else {
      if outer != .outside { scopes.setPlace(.ignored) }
      return
    }
    if field == .guid, attribute("ispermalink")?.lowercased() == "false" {
      article?.isGuidLink = false
    }
    if field == .category, let term = attribute("term") ?? attribute("label") {
      update { $0.add(topic: term) }
    }
    if field == .content, attribute("src") != nil, scanner.isSelfClosing { return }
    if field == .link, let relation = attribute("rel"), relation.lowercased() != "alternate" {
      return
    }
    let text = FeedText(bytes: [], kind: kind(of: field), base: open.base, language: open.language)
    capture = Capture(field: field, depth: scopes.depth, text: text)
  }

  /// How the text of an element is to be read, by its `type` and `mode`.
  private mutating func kind(of field: FeedField) -> FeedText.Kind {
    guard field.holdsMarkup, format == .atom || format == .atom03 else {
      return field.holdsMarkup ? .html : .plain
    }
    let type = attribute("type")?.lowercased() ?? (field == .content ? "" : "text")
    if type == "html" { return .html }
    if attribute("mode")?.lowercased() == "base64" { return .base64 }
    if type == "application/octet-stream" { return .base64 }
    let bytes = Array(type.utf8)[...]
    let isHTML = bytes.containsLowercased("html")
    let isMediaType = bytes.contains(UInt8(ascii: "/"))
    guard field == .content || !isMediaType || isHTML else { return .plain }
    if bytes.containsLowercased("xhtml") || type.hasSuffix("+xml") { return .xhtml }
    if isHTML || type.isEmpty { return .html }
    if type.hasPrefix("text") { return .plain }
    return isMediaType ? .base64 : .html
  }

  private mutating func setPicture(_ address: String, _ base: String?) {
    guard let url = Address.resolve(address, base: base) else { return }
    update { $0.pictureURL = $0.pictureURL ?? url }
  }

  private mutating func beginEnclosure(_ base: String?) {
    guard article != nil, let url = attribute("url") ?? attribute("href"),
      let address = Address.resolve(url, base: base)
    else { return }
    let enclosure = Enclosure(
      url: address, type: attribute("type"), length: attribute("length").flatMap { Int($0) })
    article?.add(enclosure)
  }

  private mutating func beginMediaContent(_ base: String?) {
    guard article != nil, let url = attribute("url"), let address = Address.resolve(url, base: base)
    else { return }
    let type = attribute("type")?.lowercased()
    let medium = attribute("medium")?.lowercased() ?? String((type ?? "").prefix { $0 != "/" })
    switch medium {
    case "image", "": setPicture(url, base)
    case "audio", "video":
      guard (article?.mediaFiles.count ?? 0) < IngestLimits.feedList else { return }
      let length = attribute("filesize").flatMap { Int($0) }
      article?.mediaFiles.append(Enclosure(url: address, type: type, length: length))
    default: break
    }
  }

  /// An Atom link: its relation says what it leads to.
  private mutating func beginLink(_ base: String?) {
    guard let href = attribute("href"), let address = Address.resolve(href, base: base) else {
      return
    }
    let type = attribute("type")?.lowercased()
    switch attribute("rel")?.lowercased() ?? "alternate" {
    case "alternate", "":
      let isPage = type == nil || type?.contains("html") == true
      update { if $0.link == nil || (isPage && !$0.hasPageLink) { $0.link = address } }
      if isPage { update { $0.hasPageLink = true } }
    case "enclosure":
      let length = attribute("length").flatMap { Int($0) }
      let enclosure = Enclosure(url: address, type: type, length: length)
      article?.add(enclosure)
    case "image", "icon":
      if article == nil { update { $0.pictureURL = $0.pictureURL ?? address } }
    case "replies": update { $0.comments = $0.comments ?? address }
    default: break
    }
  }
}
