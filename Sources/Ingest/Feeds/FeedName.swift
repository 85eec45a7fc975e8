/// Names of elements that mean something in a feed, in lower case, whatever their vocabulary.
enum FeedName: String, CaseIterable {
  case rss, rdf, feed, channel, items, item, entry, scriptingnews, header
  case title, link, description, language, image, textinput, url, logo, icon, subtitle, tagline
  case info, abstract, lastbuilddate, generator, copyright, rights, ttl, docs, cloud
  case guid, id, pubdate, published, issued, created, updated, modified, date, available
  case author, creator, contributor, managingeditor, webmaster, publisher, owner
  case name, email, uri, homepage
  case category, subject, keywords, enclosure, comments, source
  case encoded, content, summary, body, div, fulltext, fullitem
  case group, thumbnail, credit, text, identifier, player, subtitles
  case total, person
  case skiphours, skipdays, hour, day, updateperiod, updatefrequency
  case newfeedurl = "new-feed-url"

  private static let byFingerprint: [UInt64: FeedName] = Dictionary(
    allCases.map { (fingerprint(of: Array($0.rawValue.utf8)[...]), $0) },
    uniquingKeysWith: { first, _ in first })

  /// The name that `bytes` spell in any case.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= 16, let name = Self.byFingerprint[Self.fingerprint(of: bytes)] else {
      return nil
    }
    self = name
  }

  /// FNV-1a over the bytes in lower case.
  private static func fingerprint(of bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte.lowercasedASCII)) &* 0x100_0000_01B3 }
    return hash
  }
}

/// Which vocabulary an element belongs to.
enum FeedVocabulary {
  /// RSS, RDF, Atom, and elements without a namespace: feeds mix them, so their names are one set.
  case core
  case content, dublinCore, media, podcast, syndication, xhtml, thread, feedBurner
  /// Anything else: read over.
  case other

  /// The vocabulary of a namespace's address.
  ///
  /// Told by parts of the address, because feeds write them with and without slash, `www.` or year.
  /// `isDefault` says that the namespace is that of names without prefix.
  static func named(_ address: String, isDefault: Bool) -> FeedVocabulary {
    let address = address.lowercased()
    let known: [(String, FeedVocabulary)] = [
      ("modules/content", .content), ("purl.org/dc/", .dublinCore), ("/dcmi/", .dublinCore),
      ("yahoo.com/mrss", .media), ("rssboard.org/media", .media), ("itunes.com/dtds", .podcast),
      ("itunes.apple.com/dtd", .podcast), ("modules/syndication", .syndication),
      ("1999/xhtml", .xhtml), ("syndication/thread", .thread),
      ("feedburner", .feedBurner), ("w3.org/2005/atom", .core), ("purl.org/atom", .core),
      ("22-rdf-syntax", .core), ("netscape.com/", .core), ("backend.userland", .core),
      ("purl.org/net/rss", .core), ("blogs.law.harvard", .core), ("cyber.law.harvard", .core),
    ]
    if let vocabulary = known.first(where: { address.contains($0.0) })?.1 { return vocabulary }
    if address.contains("purl.org/rss/1.0"), !address.contains("modules") { return .core }
    return isDefault ? .core : .other
  }

  /// What a prefix means in a feed that does not declare it.
  static func undeclared(_ prefix: ArraySlice<UInt8>) -> FeedVocabulary {
    switch String(decoding: prefix.prefix(12), as: UTF8.self).lowercased() {
    case "content": .content
    case "dc", "dcterms": .dublinCore
    case "media": .media
    case "itunes": .podcast
    case "sy": .syndication
    case "xhtml", "html": .xhtml
    case "thr": .thread
    case "feedburner": .feedBurner
    case "atom", "atom10", "a10", "rdf", "rss": .core
    default: .other
    }
  }
}
