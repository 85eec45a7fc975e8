import Articles

/// Reads lists of subscriptions in OPML 1.0, 1.1 and 2.0, as all readers write them.
///
/// Attribute names in any case, any `type`, missing titles, folders to any depth up to the limit of
/// XML. Folders become tags, attributes without a meaning here are kept.
enum OPMLReading {
  /// The subscriptions in the order of the document; `nil` when it is no OPML.
  ///
  /// `bytes` are valid UTF-8 from `TextDecoding`. Takes time in proportion to them.
  static func document(_ bytes: [UInt8]) -> NewsDocument? {
    var scanner = XMLScanner(TextDecoding.withoutControls(bytes))
    var isOPML = false
    var folders: [String?] = []
    var subscriptions: [Subscription] = []
    while let token = scanner.next(), subscriptions.count < IngestLimits.subscriptions {
      let name = scanner.bytes[scanner.name]
      guard name.equalsLowercased("outline") else {
        if token == .start, name.equalsLowercased("opml") || name.equalsLowercased("body") {
          isOPML = true
        }
        continue
      }
      if token == .end {
        if !folders.isEmpty { folders.removeLast() }
        continue
      }
      guard token == .start else { continue }
      isOPML = true
      let outline = Outline(&scanner)
      if let subscription = outline.subscription(in: folders.compactMap(\.self)) {
        subscriptions.append(subscription)
      }
      if !scanner.isSelfClosing, folders.count < IngestLimits.xmlDepth {
        folders.append(outline.folderName)
      }
    }
    guard !scanner.entities.areAbused else { return nil }
    return isOPML ? NewsDocument(format: .opml, subscriptions: subscriptions) : nil
  }
}

/// One `<outline>`.
private struct Outline {
  var url: String?
  /// The `url` of an outline: some lists write the feed there.
  var page: String?
  var title: String?
  var text: String?
  var site: String?
  var category: String?
  var others: [String: String] = [:]

  init(_ scanner: inout XMLScanner) {
    for attribute in scanner.attributes {
      let raw = scanner.bytes[attribute.value].prefix(IngestLimits.feedLine)
      let value = FeedText.collapsed(scanner.entities.decoded(raw))
      let name = String(decoding: scanner.bytes[attribute.name], as: UTF8.self)
      switch name.lowercased() {
      case "xmlurl": url = value
      case "url": page = value
      case "title": title = value
      case "text": text = value
      case "htmlurl": site = value
      case "category": category = value
      default: others[name] = value
      }
    }
    takePage()
  }

  /// Takes `url` for the feed where nothing else is; a link or another list (OPML 2.0) is none.
  private mutating func takePage() {
    let type = others.first { $0.key.lowercased() == "type" }?.value.lowercased()
    if url == nil, type != "link", type != "include" { url = page }
  }

  /// The name under which it is a folder; `nil` lifts what is inside to the level above.
  var folderName: String? {
    guard url == nil else { return nil }
    let name = text.flatMap { $0.isEmpty ? nil : $0 } ?? title ?? ""
    return name.isEmpty ? nil : name
  }

  func subscription(in folder: [String]) -> Subscription? {
    guard let url, !url.isEmpty else { return nil }
    var subscription = Subscription(url: url)
    subscription.title = [title, text].compactMap(\.self).first { !$0.isEmpty }
    subscription.site = site.flatMap { $0.isEmpty ? nil : $0 }
    subscription.folder = folder
    subscription.attributes = others
    if url.hasPrefix("|") {
      // Liferea marks a command by a bar.
      subscription.origin = .command(String(url.dropFirst()))
    } else if let command = others.first(where: { $0.key.lowercased() == "filtercmd" })?.value {
      subscription.origin = .filter(command: command, url: url)
    }
    var path = ""
    for name in folder {
      path += path.isEmpty ? name : "/" + name
      subscription.add(tag: path)
    }
    for tag in category?.split(separator: ",") ?? [] {
      subscription.add(tag: tag.drop { $0 == "/" || $0 == " " })
    }
    return subscription
  }
}
