import Articles
import FoundationEssentials

/// A draft with everything that can be worked out without the store.
struct PreparedDraft: Sendable {
  var draft: ArticleDraft
  var identity: Identity
  var encoded: [UInt8]
  var contentHash: Int64
  var words: Int
}

/// What the drafts of one merge mean together: which of their names tell them apart.
struct MergePlan: Sendable {
  private var repeatedGUIDs: Set<Int64> = []
  private var sharedLinks: Set<String> = []
  /// Every guid of the merge: an article whose own guid stands here is another item than a draft
  /// that only shares its address.
  private(set) var guids: Set<String> = []

  init(_ drafts: [ArticleDraft]) {
    var titlesByGUID: [Int64: String] = [:]
    var titlesByLink: [String: String] = [:]
    for draft in drafts {
      let title = draft.title.folded
      if let guid = Identity.guid(of: draft) {
        guids.insert(guid)
        let hash = Self.hash(guid, draft)
        let item = title + "\n" + (draft.link.flatMap(Identity.normalisedLink) ?? "")
        if titlesByGUID.updateValue(item, forKey: hash).map({ $0 != item }) == true {
          repeatedGUIDs.insert(hash)
        }
      }
      if let link = draft.link.flatMap(Identity.normalisedLink),
        titlesByLink.updateValue(title, forKey: link).map({ $0 != title }) == true
      {
        sharedLinks.insert(link)
      }
    }
  }

  private static func hash(_ guid: String, _ draft: ArticleDraft) -> Int64 {
    StableHash.of(draft.feed ?? draft.source, guid)
  }

  /// The draft with its identity within this merge, encoded.
  func prepared(_ draft: ArticleDraft) -> PreparedDraft {
    let guid = Identity.guid(of: draft)
    let usesGUID = guid.map { !repeatedGUIDs.contains(Self.hash($0, draft)) } ?? false
    let isShared = draft.link.flatMap(Identity.normalisedLink).map(sharedLinks.contains) ?? false
    let encoded = ArticleRecord.encoded(draft)
    return PreparedDraft(
      draft: draft,
      identity: Identity(draft, usesGUID: usesGUID, usesLinks: usesGUID || !isShared),
      encoded: encoded, contentHash: ArticleRecord.contentHash(draft, encoded: encoded),
      words: draft.text.wordCount)
  }
}
