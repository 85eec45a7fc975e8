import Articles

/// What makes two drafts the same article: hashes, the strongest first.
struct Identity {
  /// By which a draft is looked up, in this order; the first one also becomes the article's key.
  var hashes: [Int64]
  /// How many of them, from the front, name this draft alone: the rest are addresses, which
  /// several items of one feed may share.
  var certain: Int

  /// The identities of a draft.
  /// - `names`: Its names, as compared.
  /// - `usesGUID`: Whether the guid tells this draft from its neighbours.
  /// - `usesLinks`: Whether its addresses do.
  init(
    _ draft: ArticleDraft, names: DraftNames, usesGUID: Bool = true, usesLinks: Bool = true
  ) {
    hashes = []
    let links = [names.link, names.shortLink].compactMap(\.self)
    if usesGUID, let guid = names.guid {
      hashes.append(StableHash.of("guid", draft.feed ?? draft.source, guid))
    } else if let link = links.first {
      hashes.append(StableHash.of("link and title", link, names.title))
    } else {
      hashes.append(StableHash.of("title", draft.source.folded, names.title))
    }
    certain = hashes.count
    guard usesLinks else { return }
    for link in links {
      let hash = StableHash.of("link", link)
      if !hashes.contains(hash) { hashes.append(hash) }
    }
  }
}

/// The names of a draft in the forms in which they are compared.
struct DraftNames: Sendable {
  /// The headline, folded.
  var title: String
  /// The feed's own id; a blank one counts as none.
  var guid: String?
  var link: String?
  var shortLink: String?

  init(_ draft: ArticleDraft) {
    title = draft.title.folded
    link = draft.link.flatMap(LinkName.of)
    shortLink = draft.shortLink.flatMap(LinkName.of)
    if let id = draft.guid, id.utf8.contains(where: { $0 > 0x20 }) { guid = id }
  }
}
