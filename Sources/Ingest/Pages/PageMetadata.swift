import Articles
import FoundationEssentials

/// What the head of an HTML page, its structured data and its marked elements say about the article.
struct PageMetadata {
  var titles = PageTitles()
  var site: String?
  var excerpt: String?
  /// Those that the page's structured data names, and those that its head names.
  private var dataAuthors: [String] = []
  private var authors: [String] = []
  /// Names that are told to others about the author, and the publisher.
  private var otherAuthors: [String] = []
  private var publisher: String?
  private var label = ""
  var published: Date?
  /// Seconds that the clock of the page is ahead of UTC at that moment.
  private(set) var publishedOffset = 0
  /// A date that the head calls no more than its date: often that of the last change.
  private(set) var dated: Date?
  var updated: Date?
  var topics: [String] = []
  var language: String?
  var canonical: String?
  var shortLink: String?
  var picture: String?
  var base: String?

  /// Topics that a page can give; sites put all their search words there.
  private static let topicLimit = 16

  private let now: Date

  init(now: Date, base: String?) {
    self.now = now
    self.base = base
  }

  /// The headline: as the page shows it, as it tells others, or as the window is called.
  var title: String? { titles.headline(site: site, address: canonical ?? base) }

  /// The authors: as the page's data names them, or else as it shows them in `lines`, the most
  /// trusted first.
  ///
  /// A publication that calls itself the author gives way to any name.
  func authors(beside lines: [[String]]) -> [String] {
    let publication = Publication(site: site, address: canonical ?? base)
    let own = publisher?.folded
    func isSelf(_ name: String) -> Bool { publication.isSelf(name) || name.folded == own }
    for names in [dataAuthors, authors] + lines + [otherAuthors] {
      let persons = names.filter { !isSelf($0) }
      if !persons.isEmpty { return persons }
    }
    return ([dataAuthors, authors] + lines).first { !$0.isEmpty } ?? []
  }

  /// Takes a start tag of the page that carries data in its attributes.
  mutating func take(_ tag: HTMLTokenizer) {
    switch tag.element {
    case .html: language = language ?? tag.value("lang") ?? tag.value("xml:lang")
    case .base: if let href = tag.value("href") { base = Address.resolve(href, base: base) ?? base }
    case .meta: takeMeta(tag)
    case .link: takeLink(tag)
    case .time: takeTime(tag, "datetime")
    case .abbr, .span: if tag.raw("title") != nil { takeTime(tag, "title", isMarked: true) }
    default: break
    }
  }

  private mutating func takeMeta(_ tag: HTMLTokenizer) {
    guard let keys = tag.value("property") ?? tag.value("name") ?? tag.value("itemprop"),
      let value = tag.value("content"), !value.isEmpty
    else { return }
    for key in keys.lowercased().split(separator: " ").prefix(4) { take(String(key), value) }
  }

  private mutating func take(_ key: String, _ value: String) {
    switch key {
    case "og:title", "twitter:title": titles.openGraph = titles.openGraph ?? plain(value)
    case "dc.title", "dc:title", "dcterms.title", "headline", "parsely-title":
      titles.data = titles.data ?? plain(value)
    case "og:site_name", "application-name", "publisher": site = site ?? plain(value)
    case "og:description", "description", "twitter:description", "dc.description":
      excerpt = excerpt ?? plain(value)
    case "author", "article:author", "dc.creator", "dc:creator", "dcterm:creator", "parsely-author",
      "sailthru.author", "byl":
      add(plain(value), to: \.authors)
    // Cards of two lines: "Written by", then the name.
    case "twitter:label1", "twitter:label2": label = value
    case "twitter:data1", "twitter:data2":
      if Byline.isLabelled(label + " ") || Byline.isLabelled(label + ": ") {
        otherAuthors = otherAuthors.isEmpty ? names(of: plain(value)) : otherAuthors
      }
    case "twitter:creator":
      if otherAuthors.isEmpty { otherAuthors = names(of: plain(value)) }
    case "article:published_time", "datepublished", "pubdate", "publishdate",
      "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date",
      "og:published_time", "og:article:published_time", "publish-date", "rnews:datepublished",
      "cxenseparse:recs:publishtime", "article.published", "displaydate", "created",
      "dc.date.created", "publication_date", "publishedtime":
      takePublished(value)
    case "date", "dc.date", "dcterms.date": dated = dated ?? moment(value)
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

  private mutating func takeTime(
    _ tag: HTMLTokenizer, _ attribute: StaticString, isMarked: Bool = false
  ) {
    let names = tag.value("itemprop") ?? tag.value("class") ?? ""
    if isMarked, !["published", "updated", "dtstart"].contains(where: names.folded.contains) {
      return
    }
    guard let value = tag.value(attribute) else { return }
    if names.folded.contains("modified") || names.folded.contains("update") {
      updated = updated ?? moment(value)
    } else {
      takePublished(value)
    }
  }

  /// Takes a date of publication, the first that can be read; a better witness `replaces` it.
  private mutating func takePublished(_ value: String, replaces: Bool = false) {
    guard published == nil || replaces, let date = moment(value) else { return }
    published = date
    publishedOffset = NewsDate.offset(of: value)
  }

  /// Takes what a script of JSON-LD says.
  mutating func take(_ data: PageData) {
    titles.data = titles.data ?? data.headline.map(plain)
    titles.dataName = titles.dataName ?? data.name.map(plain)
    if let date = data.published { takePublished(date, replaces: true) }
    updated = data.updated.flatMap(moment) ?? updated
    site = site ?? data.publisher.map(plain)
    publisher = publisher ?? data.publisher.map(plain)
    if dataAuthors.isEmpty { data.authors.forEach { add(plain($0), to: \.dataAuthors) } }
    for keyword in data.keywords { addTopics(keyword, isList: true) }
    if let section = data.section { addTopics(section, isList: false) }
    picture = picture ?? data.image.flatMap { HTMLAddress.picture($0, base: base) }
    language = language ?? data.language
  }

  private mutating func add(_ text: String, to list: WritableKeyPath<Self, [String]>) {
    for name in names(of: text) where !self[keyPath: list].contains(name) {
      if self[keyPath: list].count < 16 { self[keyPath: list].append(name) }
    }
  }

  private func names(of text: String) -> [String] {
    // Some sites give the address of the author's page in place of a name.
    guard text.utf8.count <= 200, !text.hasPrefix("http"), !text.hasPrefix("@") else { return [] }
    // A pen name in small letters is no name by its form, but here the page says that it is one.
    let strict = Byline.names(of: text)
    return strict.isEmpty ? Byline.credited(in: text) : strict
  }

  private mutating func addTopics(_ value: String, isList: Bool) {
    let names = isList ? value.split { $0 == "," || $0 == ";" }.map(String.init) : [value]
    for name in names.map(plain) where !name.isEmpty && name.utf8.count <= 64 {
      if topics.count < Self.topicLimit, !topics.contains(name) { topics.append(name) }
    }
  }

  private func plain(_ value: String) -> String { HTMLReading.plainText(value) }

  private func moment(_ value: String) -> Date? {
    let text = Array(value.utf8.prefix(80))[...]
    return PageDate.moment(PageDate.ordered(text, language: language), now: now)
  }
}
