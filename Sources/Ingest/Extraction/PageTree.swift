/// A page as a flat list of its elements and texts, in the order in which they begin.
///
/// Everything below a node stands right behind it, up to `end`, so a walk is a loop and nothing
/// recurs. At most `IngestLimits.pageNodes` nodes and `IngestLimits.htmlDepth` levels are kept;
/// what exceeds them counts for the deepest element that is open.
struct PageTree {
  /// An element, or a run of text.
  struct Node {
    var element: HTMLElement
    var isText = false
    /// Place of the element around it; −1 for the page.
    var parent: Int32
    /// Place of the next node that is not inside it.
    var end: Int32 = 0
    /// Bytes of the page, from the start tag to behind the end tag.
    var bytes: Range<Int32>
    var hints: PageHints = []
    /// What its names promise: from −2 to 2 for each of class and id.
    var weight: Int8 = 0
    /// Fingerprint of its class.
    var name: UInt64 = 0
    var counts = Counts()
  }

  /// What stands in a node and below it.
  struct Counts {
    /// Characters of text; a run of white space is one.
    var characters: Int32 = 0
    /// Those in links, and in links within the page.
    var linked: Int32 = 0
    var anchored: Int32 = 0
    var commas: Int32 = 0
    var paragraphs: Int32 = 0
    var pictures: Int32 = 0
    var items: Int32 = 0
    var inputs: Int32 = 0
    var embeds: Int32 = 0
    var links: Int32 = 0
    /// Elements that are blocks.
    var blocks: Int32 = 0
    /// Characters in headings, in lists, and in blocks, items, cells and spans.
    var inHeadings: Int32 = 0
    var inLists: Int32 = 0
    var inTexts: Int32 = 0

    static func += (sum: inout Counts, more: Counts) { sum.add(more, 1) }
    static func -= (sum: inout Counts, less: Counts) { sum.add(less, -1) }

    private mutating func add(_ other: Counts, _ sign: Int32) {
      characters &+= sign &* other.characters
      linked &+= sign &* other.linked
      anchored &+= sign &* other.anchored
      commas &+= sign &* other.commas
      paragraphs &+= sign &* other.paragraphs
      pictures &+= sign &* other.pictures
      items &+= sign &* other.items
      inputs &+= sign &* other.inputs
      embeds &+= sign &* other.embeds
      links &+= sign &* other.links
      blocks &+= sign &* other.blocks
      inHeadings &+= sign &* other.inHeadings
      inLists &+= sign &* other.inLists
      inTexts &+= sign &* other.inTexts
    }

    /// The part of the text that stands in links, 0...1; a link within the page counts a third.
    var linkDensity: Double {
      guard characters > 0 else { return 0 }
      return (Double(linked) - 0.7 * Double(anchored)) / Double(characters)
    }
  }

  let page: [UInt8]
  private(set) var nodes: [Node] = []

  /// Reads the part of `page` that `range` names; valid UTF-8.
  init(_ page: [UInt8], _ range: Range<Int>) {
    self.page = page
    var builder = PageTreeBuilder(page, range)
    nodes = builder.nodes()
  }

  /// The places of the nodes right inside a node, text among them.
  func children(of place: Int) -> Children { Children(tree: self, parent: place) }

  /// The nodes right inside a node, first to last.
  struct Children: Sequence, IteratorProtocol {
    private let nodes: [Node]
    private var index: Int
    private let end: Int

    fileprivate init(tree: PageTree, parent: Int) {
      nodes = tree.nodes
      index = parent + 1
      end = parent < 0 ? tree.nodes.count : Int(tree.nodes[parent].end)
    }

    mutating func next() -> Int? {
      guard index < end else { return nil }
      defer { index = Swift.max(index + 1, Int(nodes[index].end)) }
      return index
    }
  }

  /// Whether one of the elements around a node is of this kind.
  func isInside(_ place: Int, _ isIt: (Node) -> Bool) -> Bool {
    var parent = Int(nodes[place].parent)
    while parent >= 0 {
      if isIt(nodes[parent]) { return true }
      parent = Int(nodes[parent].parent)
    }
    return false
  }

  /// Bytes of text in a node, tags left out, at most about `limit` of them.
  func text(of place: Int, upTo limit: Int) -> [UInt8] {
    var words: [UInt8] = []
    var index = place
    while index < Int(nodes[place].end), words.count < limit {
      if nodes[index].isText {
        let range = Int(nodes[index].bytes.lowerBound)..<Int(nodes[index].bytes.upperBound)
        words.append(contentsOf: page[range].prefix(limit))
      } else if nodes[index].element.isBlock || nodes[index].element == .br {
        words.append(0x20)
      }
      index += 1
    }
    return words
  }
}
