public import Articles

/// Writes lists of subscriptions in OPML 2.0.
public enum OPMLWriting {
  /// The subscriptions as an OPML document, in their order, their folders nested.
  ///
  /// Attributes that were read and have no meaning here are written back; entries that are no feeds
  /// (queries, commands) are left out. Reading the result gives the same subscriptions again.
  public static func document(title: String, _ subscriptions: [Subscription]) -> String {
    var writer = OPMLWriter()
    writer.text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n"
    writer.text += "  <head><title>\(escaped(title))</title></head>\n  <body>\n"
    for subscription in subscriptions where subscription.origin == .feed {
      writer.enter(subscription.folder)
      writer.write(subscription)
    }
    writer.enter([])
    writer.text += "  </body>\n</opml>\n"
    return writer.text
  }

  /// A text as it may stand between quotation marks.
  fileprivate static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(escaping: TextDecoding.withoutControls(Array(text.utf8))[...])
    return String(decoding: bytes, as: UTF8.self)
  }
}

private struct OPMLWriter {
  var text = ""
  private var folder: [String] = []

  private var indent: String { String(repeating: "  ", count: folder.count + 2) }

  /// Closes and opens folders until those of `path` are open.
  mutating func enter(_ path: [String]) {
    let shared = zip(folder, path).prefix { $0 == $1 }.count
    while folder.count > shared {
      folder.removeLast()
      text += "\(indent)</outline>\n"
    }
    for name in path.dropFirst(shared) {
      text += "\(indent)<outline text=\"\(OPMLWriting.escaped(name))\">\n"
      folder.append(name)
    }
  }

  mutating func write(_ subscription: Subscription) {
    let title = subscription.title ?? subscription.url
    var attributes = [("text", title), ("title", title)]
    let type = subscription.attributes["type"] ?? "rss"
    attributes += [("type", type), ("xmlUrl", subscription.url)]
    if let site = subscription.site { attributes.append(("htmlUrl", site)) }
    let tags = Self.ownTags(of: subscription)
    if !tags.isEmpty { attributes.append(("category", tags.joined(separator: ","))) }
    for (name, value) in subscription.attributes.sorted(by: { $0.key < $1.key })
    where name != "type" && Self.isName(name) {
      attributes.append((name, value))
    }
    let written = attributes.map { "\($0)=\"\(OPMLWriting.escaped($1))\"" }
    text += "\(indent)<outline \(written.joined(separator: " "))/>\n"
  }

  /// Tags that its folders do not give already.
  private static func ownTags(of subscription: Subscription) -> [String] {
    let paths = subscription.folder.indices.map {
      subscription.folder[...$0].joined(separator: "/")
    }
    return subscription.tags.filter { !paths.contains($0) }
      .map { String($0.map { $0 == "," ? "_" : $0 }) }
  }

  private static func isName(_ name: String) -> Bool {
    name.utf8.first.map(XMLScanner.startsName) == true
      && name.utf8.allSatisfy {
        XMLScanner.startsName($0) || $0.isASCIIDigit || ":-.".utf8.contains($0)
      }
  }
}
