extension FeedDiscovery {
  /// Addresses under which a site's feed usually stands, the likeliest first.
  ///
  /// Hosts that make their feeds' addresses by a rule (YouTube, Reddit, GitHub, GitLab, Mastodon,
  /// Medium, Substack, Tumblr, Blogspot, Bluesky) give those alone when the rule fits. Nothing is
  /// fetched here.
  /// - Parameter site: An address with or without its scheme, "https" being assumed.
  /// - Returns: Absolute addresses, each once; none for what is no web address.
  public static func guesses(for site: String) -> [String] {
    guard let parts = parts(of: site), let scheme = parts.scheme, let authority = parts.authority,
      let host = Address.host(of: parts.text)?.lowercased(),
      parts.hasPossibleHost,
      host.contains(".") || host.hasPrefix("[")
    else { return [] }
    let root = "\(scheme)://\(authority)"
    let path = parts.path.split(separator: "/").map(String.init)
    let known = byRule(host: host, root: root, path: path, query: parts.query ?? "")
    if !known.isEmpty { return known }
    var folders = [root]
    if !path.isEmpty, path.count <= 4, path.last?.contains(".") == false {
      folders.insert(root + "/" + path.joined(separator: "/"), at: 0)
    }
    return folders.flatMap { folder in usual.map { folder + $0 } }
  }

  private static let usual = [
    "/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed/atom", "/feed.json",
    "/index.rdf", "/?feed=rss2", "/rss/index.xml", "/blog/feed", "/blog/index.xml", "/news/rss",
    "/feeds/posts/default",
  ]

  private static func parts(of site: String) -> AddressParts? {
    let site = FeedText.collapsed(site)
    guard !site.isEmpty, site.utf8.count <= Address.length, !site.contains(" ") else { return nil }
    let isWhole = ["http://", "https://"].contains(where: site.lowercased().hasPrefix)
    guard isWhole || !site.contains("://") else { return nil }
    return Address.resolve(isWhole ? site : "https://" + site, base: nil).map(AddressParts.init)
  }

  /// The feeds of a host whose addresses follow a rule.
  private static func byRule(
    host: String, root: String, path: [String], query: Substring
  ) -> [String] {
    let first = path.first ?? ""
    switch host {
    case "youtube.com", "m.youtube.com": return youTube(path, query)
    case "reddit.com", "old.reddit.com", "new.reddit.com":
      guard ["r", "u", "user"].contains(first), path.count >= 2 else { return [root + "/.rss"] }
      return ["\(root)/\(first)/\(path[1])/.rss"]
    case "github.com": return gitHub(root, path)
    case "gitlab.com" where path.count >= 2:
      return ["tags", "commits/HEAD"].map { "\(root)/\(path[0])/\(path[1])/-/\($0)?format=atom" }
    case "medium.com" where !first.isEmpty: return ["\(root)/feed/\(first)"]
    case "bsky.app" where first == "profile" && path.count >= 2:
      return ["\(root)/profile/\(path[1])/rss"]
    case _ where host.hasSuffix(".substack.com"): return [root + "/feed"]
    case _ where host.hasSuffix(".tumblr.com"): return [root + "/rss"]
    case _ where host.hasSuffix(".blogspot.com"):
      return [root + "/feeds/posts/default", root + "/feeds/posts/default?alt=rss"]
    case _ where host.hasSuffix(".wordpress.com"): return [root + "/feed/"]
    // Mastodon and its kin write a person as /@name.
    case _ where path.count == 1 && first.hasPrefix("@") && first.count > 1:
      return ["\(root)/\(first).rss"]
    default: return []
    }
  }

  private static func youTube(_ path: [String], _ query: Substring) -> [String] {
    let feed = "https://www.youtube.com/feeds/videos.xml?"
    if path.first == "channel", path.count >= 2 { return [feed + "channel_id=" + path[1]] }
    if path.first == "user", path.count >= 2 { return [feed + "user=" + path[1]] }
    let list = query.split(separator: "&").first { $0.hasPrefix("list=") }
    return list.map { [feed + "playlist_id=" + $0.dropFirst(5)] } ?? []
  }

  private static func gitHub(_ root: String, _ path: [String]) -> [String] {
    guard path.count >= 2 else {
      return path.first.map { ["\(root)/\($0).atom"] } ?? []
    }
    let repository = "\(root)/\(path[0])/\(path[1])"
    let feeds = ["releases", "tags", "commits"].map { "\(repository)/\($0).atom" }
    guard path.count >= 3, let wanted = feeds.first(where: { $0.hasSuffix("/\(path[2]).atom") })
    else { return feeds }
    return [wanted] + feeds.filter { $0 != wanted }
  }
}
