import Articles
import FoundationEssentials

/// What the head of an HTML page, its structured data and its marked elements say about the article.
struct PageMetadata {
  var titles = Titles()
  var site: String?
  var authors: [String] = []
  var published: Date?
  var updated: Date?
  var topics: [String] = []
  var language: String?
  var canonical: String?
  var shortLink: String?
  var picture: String?
  var base: String?

  /// The titles that a page gives itself, by where they stand.
  struct Titles {
    var heading: String?
    var openGraph: String?
    var data: String?
    var head: String?
  }

  /// Topics that a page can give; sites put all their search words there.
  private static let topicLimit = 16

  private let now: Date

  init(now: Date, base: String?) {
    self.now = now
    self.base = base
  }

  /// The headline: as the page shows it, as it tells others, or as the window is called.
  var title: String? {
    if let heading = titles.heading, let told = titles.openGraph ?? titles.data ?? titles.head {
      // A heading that is no part of what the page is called is the name of a section or the site.
      if told.folded.contains(heading.folded) || heading.folded.contains(told.folded) {
        return heading
      }
      return withoutSite(titles.openGraph ?? titles.data ?? heading)
    }
    if let title = titles.heading { return title }
    return (titles.openGraph ?? titles.data ?? titles.head).map(withoutSite)
  }

  /// Takes a start tag of the page that carries data in its attributes.
  mutating func take(_ tag: HTMLTokenizer) {
    switch tag.element {
    case .html: language = language ?? tag.value("lang")
    case .base: if let href = tag.value("href") { base = Address.resolve(href, base: base) ?? base }
    case .meta: takeMeta(tag)
    case .link: takeLink(tag)
    case .time: takeTime(tag)
    default: break
    }
  }

  private mutating func takeMeta(_ tag: HTMLTokenizer) {
    guard let key = tag.value("property") ?? tag.value("name") ?? tag.value("itemprop"),
      let value = tag.value("content"), !value.isEmpty
    else { return }
    switch key.lowercased() {
    case "og:title", "twitter:title": titles.openGraph = titles.openGraph ?? plain(value)
    case "dc.title", "dcterms.title", "headline": titles.data = titles.data ?? plain(value)
    case "og:site_name", "application-name", "publisher": site = site ?? plain(value)
    case "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl":
      addAuthors(plain(value))
    case "article:published_time", "datepublished", "pubdate", "publishdate", "date", "dc.date",
      "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date",
      "og:published_time", "publish-date", "publication_date", "publishedtime":
      published = published ?? moment(value)
    case "article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified",
      "dcterms.modified", "revised":
      updated = updated ?? moment(value)
    case "keywords", "news_keywords", "parsely-tags": addTopics(value, isList: true)
    case "article:tag": addTopics(value, isList: false)
    case "article:section": addTopics(value, isList: false)
    case "og:image", "og:image:url", "twitter:image":
      picture = picture ?? HTMLAddress.picture(value, base: base)
    case "og:url": canonical = canonical ?? HTMLAddress.link(value, base: base)
    case "og:locale", "language", "dc.language":
      language = language ?? String(value.map { $0 == "_" ? "-" : $0 })
    default: break
    }
  }

  private mutating func takeLink(_ tag: HTMLTokenizer) {
    guard let href = tag.value("href") else { return }
    if tag.value("rel", is: "canonical") {
      canonical = HTMLAddress.link(href, base: base) ?? canonical
    } else if tag.value("rel", is: "shortlink") {
      shortLink = HTMLAddress.link(href, base: base) ?? shortLink
    }
  }

  private mutating func takeTime(_ tag: HTMLTokenizer) {
    guard let value = tag.value("datetime"), let date = moment(value) else { return }
    let names = tag.value("itemprop") ?? tag.value("class") ?? ""
    if names.folded.contains("modified") || names.folded.contains("update") {
      updated = updated ?? date
    } else {
      published = published ?? date
    }
  }

  /// Takes what a script of JSON-LD says.
  mutating func take(_ data: PageData) {
    titles.data = titles.data ?? data.headline.map(plain)
    published = data.published.flatMap(moment) ?? published
    updated = data.updated.flatMap(moment) ?? updated
    site = site ?? data.publisher.map(plain)
    if authors.isEmpty { data.authors.forEach { addAuthors(plain($0)) } }
    for keyword in data.keywords { addTopics(keyword, isList: true) }
    if let section = data.section { addTopics(section, isList: false) }
    picture = picture ?? data.image.flatMap { HTMLAddress.picture($0, base: base) }
    language = language ?? data.language
  }

  mutating func addAuthors(_ text: String) {
    // Some sites give the address of the author's page in place of a name.
    guard text.utf8.count <= 200, !text.hasPrefix("http"), !text.hasPrefix("@") else { return }
    for name in Byline.names(of: text) where !authors.contains(name) && authors.count < 16 {
      authors.append(name)
    }
  }

  private mutating func addTopics(_ value: String, isList: Bool) {
    let names = isList ? value.split { $0 == "," || $0 == ";" }.map(String.init) : [value]
    for name in names.map(plain) where !name.isEmpty && name.utf8.count <= 64 {
      if topics.count < Self.topicLimit, !topics.contains(name) { topics.append(name) }
    }
  }

  private func plain(_ value: String) -> String { HTMLReading.plainText(value) }

  private func moment(_ value: String) -> Date? {
    PageDate.moment(Array(value.utf8.prefix(80))[...], now: now)
  }

  /// The title of a window without the site's name behind its last bar or dash.
  private func withoutSite(_ title: String) -> String {
    for separator in [" | ", " — ", " – ", " :: ", " » ", " - ", " · "] {
      guard let range = lastRange(of: separator, in: title) else { continue }
      let headline = String(title[..<range.lowerBound]).trimmingSpaces
      let name = String(title[range.upperBound...]).trimmingSpaces
      let isSite = site.map { $0.folded == name.folded } ?? false
      let isShort = name.utf8.count(where: { $0 == 0x20 }) < 3
      if isSite || (isShort && headline.utf8.count(where: { $0 == 0x20 }) >= 2) { return headline }
    }
    return title
  }

  private func lastRange(of separator: String, in title: String) -> Range<String.Index>? {
    let bytes = Array(title.utf8)
    let mark = Array(separator.utf8)
    guard bytes.count > mark.count else { return nil }
    for start in stride(from: bytes.count - mark.count, through: 0, by: -1)
    where bytes[start..<start + mark.count].elementsEqual(mark) {
      let lower = title.utf8.index(title.startIndex, offsetBy: start)
      return lower..<title.utf8.index(lower, offsetBy: mark.count)
    }
    return nil
  }
}
