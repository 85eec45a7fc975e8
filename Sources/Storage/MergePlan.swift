import Articles
import FoundationEssentials

/// A draft with everything that can be worked out without the store.
struct PreparedDraft: Sendable {
  var draft: ArticleDraft
  var names: DraftNames
  var identity: Identity
  /// The topics that it names, normalised.
  var topics: [String]
  var encoded: [UInt8]
  var contentHash: Int64
  var words: Int
}

/// What the drafts of one merge mean together: which of their names tell them apart.
struct MergePlan: Sendable {
  private let drafts: [ArticleDraft]
  private let names: [DraftNames]
  private var repeatedGUIDs: Set<Int64> = []
  private var sharedLinks: Set<String> = []
  /// Every guid of the merge: an article whose own guid stands here is another item than a draft
  /// that only shares its address.
  private(set) var guids: Set<String> = []

  init(_ drafts: [ArticleDraft]) {
    self.drafts = drafts
    names = drafts.map(DraftNames.init)
    var itemsByGUID: [Int64: Int64] = [:]
    var titlesByLink: [String: String] = [:]
    for (draft, names) in zip(drafts, names) {
      if let guid = names.guid {
        guids.insert(guid)
        let hash = Self.hash(guid, draft)
        let item = StableHash.of(names.title, names.link ?? "")
        if itemsByGUID.updateValue(item, forKey: hash).map({ $0 != item }) == true {
          repeatedGUIDs.insert(hash)
        }
      }
      if let link = names.link,
        titlesByLink.updateValue(names.title, forKey: link).map({ $0 != names.title }) == true
      {
        sharedLinks.insert(link)
      }
    }
  }

  private static func hash(_ guid: String, _ draft: ArticleDraft) -> Int64 {
    StableHash.of(draft.feed ?? draft.source, guid)
  }

  /// Drafts with their identities within this merge, encoded.
  func prepared(_ range: Range<Int>) -> [PreparedDraft] {
    var known: [String: String] = [:]
    return range.map { prepared($0, topics: &known) }
  }

  private func prepared(_ place: Int, topics known: inout [String: String]) -> PreparedDraft {
    let (draft, names) = (drafts[place], names[place])
    let usesGUID = names.guid.map { !repeatedGUIDs.contains(Self.hash($0, draft)) } ?? false
    let isShared = names.link.map(sharedLinks.contains) ?? false
    let record = ArticleRecord.encoded(draft)
    return PreparedDraft(
      draft: draft, names: names,
      identity: Identity(
        draft, names: names, usesGUID: usesGUID, usesLinks: usesGUID || !isShared),
      topics: ArticleTopics.normalised(draft.topics, known: &known), encoded: record,
      contentHash: ArticleRecord.contentHash(draft, link: names.link, encoded: record),
      words: draft.text.wordCount)
  }
}
