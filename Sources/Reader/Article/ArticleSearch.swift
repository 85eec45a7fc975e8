import Articles
import TextLayout

/// What is searched in the open article and where it was found.
struct ArticleSearch: Sendable, Hashable {
  /// A place where the text stands: bytes of a passage's text.
  struct Hit: Sendable, Hashable {
    var passage: Int
    var bytes: Range<Int>
  }

  /// As typed; small letters find capitals too, capitals only themselves.
  var text: String
  /// Where the search began.
  var origin: ArticleAnchor
  var hits: [Hit] = []
  var current: Int?

  /// Hits that are marked; later ones are not counted.
  static let limit = 9_999

  init(_ text: String, origin: ArticleAnchor) {
    self.text = text
    self.origin = origin
  }

  /// The hits of one passage.
  func hits(in passage: Int) -> ArraySlice<Hit> {
    var (low, high) = (0, hits.count)
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].passage < passage { low = middle + 1 } else { high = middle }
    }
    return hits[low...].prefix { $0.passage == passage }
  }

  /// Finds every place in an article.
  ///
  /// Cost: one look at each byte, more where something is found.
  mutating func run(in outline: ArticleOutline, typesetter: ArticleTypesetter) {
    hits = []
    current = nil
    let keepsCase = text.contains(where: \.isUppercase)
    let needle = FoldedText(text, keepsCase: keepsCase).bytes
    guard !needle.isEmpty else { return }
    // Letters and spaces stand in the source as they stand on the screen, so that most passages
    // need not be composed to know that nothing is in them.
    let isPlain = text.allSatisfy { $0.isLetter || $0 == " " }
    var raw = FoldedText(keepsCase: keepsCase)
    var composed = FoldedText(keepsCase: keepsCase, keepsSources: true)
    for (index, passage) in outline.passages.enumerated() where hits.count < Self.limit {
      if isPlain, let spans = passage.plainSpans {
        raw.removeAll()
        for span in spans { raw.append(span.text, source: 0) }
        guard raw.first(needle) != nil else { continue }
      }
      composed.removeAll()
      composed.append(typesetter.segments(of: passage, in: outline))
      let room = Self.limit - hits.count
      hits += composed.ranges(of: needle, limit: room)
        .map { Hit(passage: index, bytes: $0) }
    }
  }
}

extension Passage {
  /// The spans of ordinary text.
  fileprivate var plainSpans: [Span]? {
    if case .text(let spans, _) = content { spans } else { nil }
  }
}

extension FoldedText {
  /// Adds the text of a passage, without what the program put in.
  fileprivate mutating func append(_ segments: [[Run<ArticleStyle>]]) {
    var offset = 0
    for (index, segment) in segments.enumerated() {
      if index > 0 { append(" ", source: offset - 1) }
      for run in segment {
        if !run.style.isAdded { append(run.text.string, source: offset) }
        offset += run.text.string.utf8.count
      }
      offset += 1
    }
  }
}
