import Articles
import FoundationEssentials

/// What makes two drafts the same article: hashes, the strongest first.
struct Identity {
  /// By which a draft is looked up, in this order; the first one also becomes the article's key.
  var hashes: [Int64]
  /// How many of them, from the front, name this draft alone: the rest are addresses, which
  /// several items of one feed may share, and the moment of publication.
  var certain: Int

  /// The identities of a draft.
  /// - `usesGUID`: Whether the guid tells this draft from its neighbours.
  /// - `usesLinks`: Whether its addresses do.
  init(_ draft: ArticleDraft, usesGUID: Bool = true, usesLinks: Bool = true) {
    hashes = []
    let links = [draft.link, draft.shortLink].compactMap { $0.flatMap(Self.normalisedLink) }
    if usesGUID, let guid = Self.guid(of: draft) {
      hashes.append(StableHash.of("guid", draft.feed ?? draft.source, guid))
    } else if let link = links.first {
      hashes.append(StableHash.of("link and title", link, draft.title.folded))
    } else {
      hashes.append(StableHash.of("title", draft.source.folded, draft.title.folded))
    }
    certain = hashes.count
    if usesLinks {
      for link in links {
        let hash = StableHash.of("link", link)
        if !hashes.contains(hash) { hashes.append(hash) }
      }
    }
    // A feed that makes up new guids, and addresses with them, still tells when it said what.
    if usesGUID, let feed = draft.feed, let published = draft.published, !draft.title.isEmpty {
      let second = String(CivilTime.clampedSeconds(published))
      hashes.append(StableHash.of("title and time", feed, draft.title.folded, second))
    }
  }

  /// The feed's own id; a blank one counts as none.
  static func guid(of draft: ArticleDraft) -> String? {
    guard let guid = draft.guid, guid.contains(where: { !$0.isWhitespace }) else { return nil }
    return guid
  }

  /// An address without what does not change the page: scheme, `www.` or `m.`, fragment, tracking
  /// parameters, a slash at the end.
  ///
  /// `nil` when nothing is left.
  static func normalisedLink(_ link: String) -> String? {
    var rest = Substring(link.prefix { $0 != "#" })
    rest = rest.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    if let scheme = rest.firstRange(of: "://"), scheme.lowerBound != rest.startIndex {
      rest = rest[scheme.upperBound...]
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let page = parts.first, !page.isEmpty else { return nil }
    let cut = page.firstIndex(of: "/") ?? page.endIndex
    var host = page[..<cut].lowercased()[...]
    for prefix in ["www.", "m.", "amp."] where host.hasPrefix(prefix) {
      host = host.dropFirst(prefix.utf8.count)
      break
    }
    for port in [":80", ":443"] where host.hasSuffix(port) { host = host.dropLast(port.count) }
    var path = page[cut...]
    while path.last == "/" { path.removeLast() }
    let parameters = (parts.count > 1 ? parts[1] : "").split { $0 == "&" || $0 == ";" }
      .filter { !isTracking($0) }
    let query = parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&")
    return String(host) + path + query
  }

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || name.hasPrefix("at_") || tracking.contains(name)
  }

  private static let tracking: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "cmp",
    "ocid", "ncid", "ns_mchannel", "ns_campaign", "ns_source", "smid", "wt.mc_id", "xtor",
    "ref_src",
    "guccounter", "partner", "rss", "spm", "_ga", "_gl", "sref", "outputtype",
  ]
}
