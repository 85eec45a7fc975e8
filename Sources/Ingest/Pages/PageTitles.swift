import Articles

/// The titles that a page gives itself, by where they stand, and which of them is the headline.
struct PageTitles {
  /// Of the first level, and of the second.
  private(set) var headings: [String] = []
  private(set) var subheadings: [String] = []
  /// Headings that are marked as the headline, and those that are marked as the publication's name.
  private(set) var marked: [String] = []
  private(set) var names: [String] = []
  var openGraph: String?
  var data: String?
  var dataName: String?
  var head: String?

  /// Headings that are looked at, and bytes of one.
  private static let headingLimit = 12
  private static let lengthLimit = 400

  /// What the names and attributes of a heading say of it.
  enum Mark { case none, headline, publication }

  /// Takes a heading of the page; only the first ones can be the headline.
  mutating func add(heading: String, level: Int, mark: Mark = .none) {
    guard !heading.isEmpty, heading.utf8.count <= Self.lengthLimit else { return }
    if mark == .publication {
      if names.count < Self.headingLimit { names.append(heading) }
      return
    }
    if mark == .headline, marked.count < Self.headingLimit { marked.append(heading) }
    if level == 1, headings.count < Self.headingLimit { headings.append(heading) }
    if level == 2, subheadings.count < Self.headingLimit { subheadings.append(heading) }
  }

  /// The headline: the heading that says what the page is called, or what it is called elsewhere.
  ///
  /// The heading has the better typography; the name that is told to others is the better witness.
  /// `site` is the publication's name, `address` the page's own: hosts are often called alike.
  func headline(site: String?, address: String?) -> String? {
    let publication = Publication(site: site, address: address)
    let whole = witnesses
    let told = whole.map(publication.stripped).filter { !publication.isNamed($0) }
    let own = headings.filter { !publication.isNamed($0) }
    guard let first = told.first else {
      return marked.first ?? own.first ?? headings.first
        ?? subheadings.first { Self.words(of: $0).count >= 3 } ?? whole.first ?? names.first
    }
    if let title = Self.title(told, within: own) { return title }
    if let heading = Self.best(of: own, for: told, least: 0.6)
      ?? own.first(where: { Self.isMost($0, of: told) })
    {
      return heading
    }
    if let heading = Self.best(of: subheadings, for: told + whole, least: 0.8) { return heading }
    // A marked heading of a word or two is the name of a menu.
    if let heading = marked.first(where: { Self.words(of: $0).count >= 3 }) { return heading }
    if own.count == 1, Self.words(of: own[0]).count >= 3 { return own[0] }
    return first
  }

  /// The names that others are told, the best first; that of the window counts where the others are
  /// missing, or too short to be more than a section.
  private var witnesses: [String] {
    let told = [openGraph, data, dataName].compactMap(\.self)
    let isTelling = told.contains { Self.words(of: $0).count >= 4 }
    return isTelling ? told : told + [head].compactMap(\.self)
  }

  /// The end of a heading that is all of a title, with the line above the headline before it:
  /// "Announcement of the council: Bridge closed", told as "Bridge closed".
  private static func title(_ told: [String], within headings: [String]) -> String? {
    // Before it stands a line, not a word that belongs to it.
    for title in told where words(of: title).count >= 4 {
      for heading in headings where heading.utf8.count > title.utf8.count {
        guard heading.hasSuffix(title) else { continue }
        let before = heading.dropLast(title.count)
        guard words(of: String(before)).count >= 4, let last = before.last else { continue }
        if !last.isLetter, !last.isNumber { return title }
      }
    }
    return nil
  }

  /// The heading that shares most words with one of the titles.
  private static func best(of headings: [String], for told: [String], least: Double) -> String? {
    let titles = told.map { Set(words(of: $0)) }
    var found: (heading: String, likeness: Double)?
    for heading in headings {
      let words = Set(words(of: heading))
      guard !words.isEmpty else { continue }
      let likeness =
        titles.map { title in
          2 * Double(words.intersection(title).count) / Double(max(1, words.count + title.count))
        }.max() ?? 0
      if likeness >= least, likeness > found?.likeness ?? 0 { found = (heading, likeness) }
    }
    return found?.heading
  }

  /// Whether a heading is a large part of a title, or a title a part of it.
  private static func isMost(_ heading: String, of told: [String]) -> Bool {
    let heading = heading.folded
    return told.contains { title in
      let title = title.folded
      guard title.utf8.count > 3 else { return false }
      if heading.contains(title) { return heading.utf8.count <= title.utf8.count * 2 }
      return title.contains(heading) && heading.utf8.count * 5 >= title.utf8.count * 2
    }
  }

  fileprivate static func words(of text: String) -> [Substring] {
    text.folded.split { !$0.isLetter && !$0.isNumber }
  }
}

/// The name of a publication, as it stands in titles.
struct Publication {
  private let site: String?
  private let host: String
  /// The last part of the host but one: "dailywire" of "news.dailywire.example".
  private let domain: String

  init(site: String?, address: String?) {
    self.site = site.map(Self.squeezed)
    let rest = address.map { $0.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" } } ?? ""
    let name = String(rest.hasPrefix("www.") ? rest.dropFirst(4) : rest)
    host = Self.squeezed(name)
    domain = Self.squeezed(name.split(separator: ".").dropLast().last.map(String.init) ?? "")
  }

  /// Whether a text is the name, with or without the end of the host: "Daily Wire", "wire.example".
  func isSelf(_ text: String) -> Bool {
    let name = Self.squeezed(text)
    return isNamed(text) || text.folded.contains("www.")
      || (host.utf8.count > 5 && name.hasPrefix(host))
  }

  /// Whether a text is nothing but the name.
  func isNamed(_ text: String) -> Bool {
    let name = Self.squeezed(text)
    guard name.utf8.count >= 3 else { return true }
    if name == site || host.hasPrefix(name) { return true }
    // "Daily Wire News -": the place for a headline stayed empty.
    let isOpen = text.trimmingSpaces.last.map { "-–—|·:".contains($0) } == true
    return isOpen && domain.utf8.count > 5 && name.hasPrefix(domain)
  }

  private static let separators = [" | ", " — ", " – ", " :: ", " » ", " « ", " - ", " · ", " // "]

  /// A title without the name before its first mark or behind its last.
  func stripped(_ title: String) -> String {
    let title = title.contains("\u{A0}") ? String(title.map { $0 == "\u{A0}" ? " " : $0 }) : title
    for separator in Self.separators {
      let parts = Self.parts(of: title, at: separator)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      let beginning = parts.dropLast().joined(separator: separator)
      if isName(last) || (separator != " » " && isShort(last, beside: beginning)) {
        return beginning.trimmingSpaces
      }
      let end = parts.dropFirst().joined(separator: separator)
      if isName(first) { return end.trimmingSpaces }
      if separator == " » " { return last.trimmingSpaces }
    }
    return title
  }

  private func isName(_ part: String) -> Bool {
    let name = Self.squeezed(part)
    if name.utf8.count < 3 { return false }
    return name == site || host.hasPrefix(name) || (host.utf8.count > 5 && name.hasPrefix(host))
      || (domain.utf8.count > 5 && name.hasSuffix(domain))
  }

  private func isShort(_ name: String, beside headline: String) -> Bool {
    name.utf8.count(where: { $0 == 0x20 }) < 3
      && headline.utf8.count(where: { $0 == 0x20 }) >= 2
  }

  private static func squeezed(_ text: String) -> String {
    String(text.folded.filter { $0.isLetter || $0.isNumber })
  }

  private static func parts(of title: String, at separator: String) -> [String] {
    let bytes = Array(title.utf8)
    let mark = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }
}
