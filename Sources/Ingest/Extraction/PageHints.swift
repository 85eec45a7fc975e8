/// What the names and attributes of an element tell about its part in the page.
struct PageHints: OptionSet {
  let rawValue: UInt32

  /// Never shown as text: scripts, buttons, drawings, what is hidden.
  static let dropped = PageHints(rawValue: 1 << 0)
  /// Named like a part of the page around the article.
  static let unlikely = PageHints(rawValue: 1 << 1)
  /// Named like a part of an article all the same.
  static let possible = PageHints(rawValue: 1 << 2)
  /// Marked as navigation, complement or dialog by its role.
  static let landmark = PageHints(rawValue: 1 << 3)
  /// Share buttons.
  static let share = PageHints(rawValue: 1 << 4)
  static let byline = PageHints(rawValue: 1 << 5)
  /// Other articles, newsletters, advertisements, consent, comments: never part of a text.
  static let furniture = PageHints(rawValue: 1 << 6)
  /// Declared as the text of the article.
  static let body = PageHints(rawValue: 1 << 7)
  /// A link within the page.
  static let anchor = PageHints(rawValue: 1 << 8)
  static let caption = PageHints(rawValue: 1 << 9)
  /// Named as the place of the date.
  static let date = PageHints(rawValue: 1 << 11)
  /// What readers wrote below the article.
  static let comments = PageHints(rawValue: 1 << 12)
  /// Words of the text in large letters.
  static let pullQuote = PageHints(rawValue: 1 << 13)
  /// A table that only serves the layout.
  static let layout = PageHints(rawValue: 1 << 10)
}

/// Reads the hints of start tags; equal names are looked at once.
struct PageHintReader {
  private struct Reading {
    var hints: PageHints = []
    var weight: Int8 = 0
  }

  private var known: [UInt64: Reading] = [:]
  /// Distinct names that are remembered.
  private static let limit = 20_000
  /// Bytes of a name that are looked at.
  private static let nameLimit = 512

  /// Gives a node what its start tag tells.
  mutating func read(_ tag: HTMLTokenizer, into node: inout PageTree.Node) {
    let element = tag.element
    if element.isDropped, element != .iframe { node.hints.insert(.dropped) }
    guard !tag.attributes.isEmpty else { return }
    for name in ["class", "id"] as [StaticString] {
      guard let range = tag.raw(name), !range.isEmpty else { continue }
      let bytes = tag.bytes[range].prefix(Self.nameLimit)
      let mark = Fingerprint.ofLowercased(bytes)
      if name.utf8CodeUnitCount == 5 { node.name = mark }
      let reading = known[mark] ?? Self.reading(bytes)
      if known.count < Self.limit { known[mark] = reading }
      node.hints.formUnion(reading.hints)
      node.weight += reading.weight
    }
    if element == .time { node.hints.insert(.date) }
    if tag.isHidden || tag.value("aria-hidden", is: "true") { node.hints.insert(.dropped) }
    if element == .a, let href = tag.raw("href"), tag.bytes[href].first == UInt8(ascii: "#") {
      node.hints.insert(.anchor)
    }
    readRoles(tag, into: &node)
  }

  private func readRoles(_ tag: HTMLTokenizer, into node: inout PageTree.Node) {
    if let role = tag.raw("role").map({ tag.bytes[$0] }) {
      if Self.roles.contains(where: { role.equalsLowercased($0) }) { node.hints.insert(.landmark) }
      if tag.element == .table, role.equalsLowercased("presentation") {
        node.hints.insert(.layout)
      }
    }
    if let property = tag.raw("itemprop").map({ tag.bytes[$0] }) {
      if property.containsLowercased("articlebody") { node.hints.insert(.body) }
      if property.containsLowercased("datepublished") { node.hints.insert(.date) }
      if property.containsLowercased("author") { node.hints.insert(.byline) }
      if property.equalsLowercased("comment") { node.hints.insert(.furniture) }
    }
    if tag.value("rel", is: "author") { node.hints.insert(.byline) }
  }

  private static func reading(_ name: ArraySlice<UInt8>) -> Reading {
    var reading = Reading()
    func has(_ words: [StaticString]) -> Bool { words.contains { name.containsLowercased($0) } }
    if has(unlikely) { reading.hints.insert(.unlikely) }
    if has(possible) { reading.hints.insert(.possible) }
    if has(dates) { reading.hints.insert(.date) }
    if has(bylines), !has(["authority", "autoriz", "autorit"]) { reading.hints.insert(.byline) }
    if hasPart(name, of: ["share", "sharedaddy", "sharing"]) { reading.hints.insert(.share) }
    if has(furniture) { reading.hints.insert(.furniture) }
    if hasPart(name, of: ["comment", "comments", "commentlist", "disqus", "respond"]) {
      reading.hints.insert(.comments)
    }
    if name.isPullQuoteName { reading.hints.insert(.pullQuote) }
    if has(captions) { reading.hints.insert(.caption) }
    if has(negative) || hasPart(name, of: ["hid"]) { reading.weight -= 1 }
    if has(positive) { reading.weight += 1 }
    return reading
  }

  /// Whether a word stands in a name with a mark or its end on both sides.
  private static func hasPart(_ name: ArraySlice<UInt8>, of words: [StaticString]) -> Bool {
    name.split { !$0.isASCIIAlphanumeric }.contains { part in
      words.contains { part.equalsLowercased($0) }
    }
  }

  private static let roles: [StaticString] = [
    "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog",
  ]
  // The lists of Mozilla's Readability, which a decade of pages has shaped.
  private static let unlikely: [StaticString] = [
    "-ad-", "ai2html", "banner", "breadcrumb", "combx", "comment", "community", "cover-wrap",
    "disqus", "extra", "footer", "gdpr", "header", "legends", "menu", "related", "remark",
    "replies", "rss", "shoutbox", "sidebar", "skyscraper", "social", "sponsor", "supplemental",
    "ad-break", "agegate", "pagination", "pager", "popup", "yom-remote",
  ]
  private static let possible: [StaticString] = [
    "and", "article", "body", "column", "content", "main", "mathjax", "shadow",
  ]
  private static let positive: [StaticString] = [
    "article", "body", "content", "entry", "main", "page", "pagination", "post", "text", "blog",
    "story",
  ]
  private static let negative: [StaticString] = [
    "-ad-", "hidden", "banner", "combx", "comment", "com-", "contact", "footer", "gdpr",
    "masthead", "media", "meta", "outbrain", "promo", "related", "scroll", "share", "shoutbox",
    "sidebar", "skyscraper", "sponsor", "shopping", "tags", "widget",
  ]
  private static let bylines: [StaticString] = [
    "byline", "author", "dateline", "writtenby", "p-author", "submitted", "verfasser", "auteur",
    "autor",
  ]
  private static let dates: [StaticString] = [
    "date", "published", "posted", "publish", "timestamp", "datum", "fecha", "post-meta",
    "entry-meta", "article-meta", "article-info", "_meta", "-meta",
  ]
  private static let captions: [StaticString] = [
    "caption", "cutline", "photo-credit", "photocredit", "image-credit", "imagecredit",
    "img-credit", "media-credit", "photo-desc",
  ]
  private static let furniture: [StaticString] = [
    "gallery", "slideshow", "carousel", "tooltip", "popover", "rollover", "lightbox", "editor-note",
    "author-info", "author-desc", "author_", "-bio", "contributor", "about_author", "authorinfo",
    "newsletter", "subscribe", "outbrain", "taboola", "most-read", "mostread", "most-popular",
    "recommend", "related-", "-related", "related_", "_related", "relatedcontent",
    "relatedarticle", "relatedstor", "read-more", "readmore", "read-next", "also-like",
    "share-bar", "sharebar", "sharedaddy", "social-", "-social", "socialshare", "breadcrumb",
    "cookie", "consent", "disqus", "comments", "comment-", "respond", "paywall", "sign-up",
    "signup", "trending", "jp-relatedposts", "advert", "ad-container", "ad-slot", "ad-wrapper",
    "sponsored", "author-bio", "authorbio", "about-author", "about-the-author", "author-box",
    "post-tags", "tag-list", "taglist", "pagination", "print-only", "noprint",
  ]
}
