/// A link of the open article.
public struct ArticleLink: Sendable, Hashable {
  /// The number that stands behind it in the text, from 1.
  public var number: Int
  /// Absolute where the source let it be made absolute.
  public var address: String
  /// The words that it stands on.
  public var text: String

  /// A link as it stands in the text.
  public init(number: Int, address: String, text: String) {
    self.number = number
    self.address = address
    self.text = text
  }

  /// Whether a browser may be given the address: pages and mail, no scripts and no files.
  public var canBeOpened: Bool {
    guard let scheme = Self.scheme(of: address) else { return false }
    guard !address.unicodeScalars.contains(where: { $0.value < 0x21 || $0.value == 0x7F }) else {
      return false
    }
    return ["http", "https", "mailto", "gemini", "gopher", "ftp"].contains(scheme)
  }

  /// Whether it is a page of the web, which can be fetched.
  public var isPage: Bool {
    canBeOpened && ["http", "https"].contains(Self.scheme(of: address) ?? "")
  }

  /// The host that the link really leads to, when its words or its address pretend another one.
  ///
  /// It is to be shown before the link is opened. Words pretend when they read as an address whose
  /// host is neither this one nor above or below it; an address pretends when it has a user name
  /// before the host, or letters that are no ASCII in it.
  public var disguisedHost: String? {
    guard let authority = Self.authority(of: address) else { return nil }
    let host = Self.host(of: authority)
    guard !host.isEmpty else { return nil }
    if authority.contains("@") || host.contains("xn--") || !host.utf8.allSatisfy({ $0 < 0x80 }) {
      return host
    }
    guard let claimed = Self.claimedHost(in: text) else { return nil }
    return Self.belongTogether(claimed, host) ? nil : host
  }

  private static func scheme(of address: String) -> String? {
    guard let colon = address.firstIndex(of: ":") else { return nil }
    let scheme = address[..<colon]
    let isScheme = scheme.utf8.allSatisfy {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2B
        || $0 == 0x2D || $0 == 0x2E
    }
    return isScheme && !scheme.isEmpty ? scheme.lowercased() : nil
  }

  /// What stands between "//" and the path.
  private static func authority(of address: some StringProtocol) -> String? {
    guard let slashes = address.firstRange(of: "://") else { return nil }
    // Browsers read a backslash as a slash.
    return String(address[slashes.upperBound...].prefix { !"/?#\\".contains($0) })
  }

  private static func host(of authority: String) -> String {
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } : host.prefix { $0 != ":" }
    var lower = name.lowercased()
    if lower.hasSuffix(".") { lower.removeLast() }
    return lower
  }

  /// The host in words that read as an address: "bank.example", "https://bank.example/login".
  private static func claimedHost(in text: String) -> String? {
    let words = text.prefix(512).split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let word = words.first else { return nil }
    if let authority = authority(of: word) { return host(of: authority) }
    let host = host(of: String(word.prefix { !"/?#".contains($0) }))
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, last.count >= 2,
      last.allSatisfy(\.isLetter),
      labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
      )
    else { return nil }
    return host
  }

  /// Whether one host is the other one or a part of it.
  private static func belongTogether(_ a: String, _ b: String) -> Bool {
    let (a, b) = (withoutWWW(a), withoutWWW(b))
    return a == b || a.hasSuffix("." + b) || b.hasSuffix("." + a)
  }

  private static func withoutWWW(_ host: String) -> String {
    host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}
