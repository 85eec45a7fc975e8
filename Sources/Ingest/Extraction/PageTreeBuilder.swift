/// Builds a page's tree in one pass over its tags; end tags that are missing are understood.
struct PageTreeBuilder {
  private var tokenizer: HTMLTokenizer
  private let start: Int
  private var list: [PageTree.Node] = []
  /// Places of the elements that have begun and not ended.
  private var open: [Int32] = []
  /// How many of each element are open, so that a stray end tag costs no search.
  private var openCounts: [HTMLElement: Int] = [:]
  private var reader = PageHintReader()
  /// Levels that were not opened, because they lie too deep.
  private var unopened = 0
  /// Elements that are open and whose text nobody reads: drawings, buttons, hidden ones.
  private var droppedDepth = 0
  private var linkDepth = 0
  private var anchorDepth = 0

  init(_ page: [UInt8], _ range: Range<Int>) {
    tokenizer = HTMLTokenizer(page, range: range)
    start = range.lowerBound
  }

  /// Reads the whole page.
  mutating func nodes() -> [PageTree.Node] {
    var dropsText = false
    while let token = tokenizer.next() {
      let drops = dropsText
      dropsText = false
      switch token {
      case .text: if !drops { addText() }
      case .start:
        dropsText = tokenizer.element.content != .markup && tokenizer.element != .xmp
        addElement()
      case .end: end(tokenizer.element)
      }
    }
    while !open.isEmpty { closeLast(at: tokenizer.position) }
    return list
  }

  private mutating func addText() {
    guard droppedDepth == 0 else { return }
    var counts = PageTree.Counts()
    tokenizer.bytes.withUnsafeBufferPointer { bytes in
      counts.measure(UnsafeBufferPointer(rebasing: bytes[tokenizer.text]))
    }
    guard counts.characters > 0 else { return }
    if linkDepth > 0 { counts.linked = counts.characters }
    if anchorDepth > 0 { counts.anchored = counts.characters }
    guard list.count < IngestLimits.pageNodes else {
      if let last = open.last { list[Int(last)].counts += counts }
      return
    }
    var node = PageTree.Node(
      element: .unknown, isText: true, parent: open.last ?? -1,
      bytes: Int32(tokenizer.text.lowerBound)..<Int32(tokenizer.text.upperBound))
    node.end = Int32(list.count + 1)
    node.counts = counts
    list.append(node)
    if let last = open.last { list[Int(last)].counts += counts }
  }

  private mutating func addElement() {
    let element = tokenizer.element
    // Its text comes with the metadata.
    if element == .script || element == .style || element == .title || element == .meta { return }
    endBefore(element)
    guard list.count < IngestLimits.pageNodes, open.count < IngestLimits.htmlDepth else {
      if !element.isVoid { unopened = min(unopened &+ 1, 1 << 30) }
      return
    }
    var node = PageTree.Node(
      element: element, parent: open.last ?? -1,
      bytes: Int32(tokenizer.tagStart)..<Int32(tokenizer.position))
    reader.read(tokenizer, into: &node)
    let place = Int32(list.count)
    node.end = place + 1
    node.counts.begin(element)
    list.append(node)
    let ends = element.isVoid || (tokenizer.isSelfClosing && element == .unknown)
    if ends {
      if let last = open.last { list[Int(last)].counts += node.counts }
      return
    }
    open.append(place)
    openCounts[element, default: 0] += 1
    if node.isUncounted { droppedDepth += 1 }
    if element == .a {
      linkDepth += 1
      if node.hints.contains(.anchor) { anchorDepth += 1 }
    }
  }

  /// Ends what cannot hold the element that begins: a paragraph, the item before, the row before.
  private mutating func endBefore(_ element: HTMLElement) {
    if element.isBlock, openCounts[.p, default: 0] > 0 {
      endNearest([.p], within: [.td, .th, .table, .button, .caption, .object])
    }
    switch element {
    case .a: endNearest([.a], within: [.td, .th, .table, .div, .li, .p, .section, .article])
    case .li: endNearest([.li], within: [.ul, .ol, .menu, .dir, .table, .nav])
    case .dt, .dd: endNearest([.dt, .dd], within: [.dl, .table])
    case .td, .th: endNearest([.td, .th], within: [.table, .tr])
    case .tr: endNearest([.tr], within: [.table])
    case .tbody, .thead, .tfoot: endNearest([.tbody, .thead, .tfoot], within: [.table])
    case .option: endNearest([.option], within: [.select, .datalist])
    default: break
    }
  }

  private mutating func endNearest(_ elements: [HTMLElement], within borders: [HTMLElement]) {
    guard elements.contains(where: { openCounts[$0, default: 0] > 0 }) else { return }
    var index = open.count - 1
    while index >= 0 {
      let element = list[Int(open[index])].element
      if elements.contains(element) { break }
      if borders.contains(element) { return }
      index -= 1
    }
    guard index >= 0 else { return }
    while open.count > index { closeLast(at: tokenizer.tagStart) }
  }

  private mutating func end(_ element: HTMLElement) {
    if unopened > 0 {
      unopened -= 1
      return
    }
    guard openCounts[element, default: 0] > 0 else { return }
    let isInline = element.isInline
    let closesCells = element.isTablePart
    var index = open.count - 1
    while index >= 0 {
      let current = list[Int(open[index])].element
      if current == element { break }
      if isInline, current.isBlock { return }
      if !closesCells, current == .td || current == .th || current == .table { return }
      index -= 1
    }
    guard index >= 0 else { return }
    while open.count > index + 1 { closeLast(at: tokenizer.tagStart) }
    closeLast(at: tokenizer.position)
  }

  private mutating func closeLast(at position: Int) {
    guard let last = open.popLast() else { return }
    let place = Int(last)
    list[place].end = Int32(list.count)
    let lower = list[place].bytes.lowerBound
    list[place].bytes = lower..<max(lower, Int32(position))
    let element = list[place].element
    openCounts[element, default: 0] -= 1
    if list[place].isUncounted { droppedDepth -= 1 }
    if element == .a {
      linkDepth -= 1
      if list[place].hints.contains(.anchor) { anchorDepth -= 1 }
    }
    list[place].counts.finish(element)
    if let parent = open.last { list[Int(parent)].counts += list[place].counts }
  }
}

extension PageTree.Node {
  /// Whether its text is not read; the pictures for readers without scripts are.
  fileprivate var isUncounted: Bool { hints.contains(.dropped) || element == .noscript }
}

extension PageTree.Counts {
  /// Counts the characters and commas of a text.
  fileprivate mutating func measure(_ bytes: UnsafeBufferPointer<UInt8>) {
    var wasSpace = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte <= 0x20 {
        if !wasSpace { characters &+= 1 }
        wasSpace = true
        continue
      }
      if byte & 0xC0 == 0x80 { continue }
      wasSpace = false
      characters &+= 1
      switch byte {
      case UInt8(ascii: ","): commas &+= 1
      case UInt8(ascii: "&"):
        // A reference is one character.
        var end = index
        while end < bytes.count, end - index < 8, bytes[end].isASCIIAlphanumeric { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: ";") { index = end + 1 }
      case 0xD8: if index < bytes.count, bytes[index] == 0x8C { commas &+= 1 }
      case 0xE3, 0xEF:
        guard index + 1 < bytes.count else { continue }
        let isIdeographic = byte == 0xE3 && bytes[index] == 0x80 && bytes[index + 1] <= 0x82
        let isWide = byte == 0xEF && bytes[index] == 0xBC && bytes[index + 1] == 0x8C
        if isIdeographic || isWide { commas &+= 1 }
      default: break
      }
    }
    if wasSpace, characters > 0 { characters &-= 1 }
  }

  fileprivate mutating func begin(_ element: HTMLElement) {
    switch element {
    case .p: paragraphs = 1
    case .img, .image, .picture: pictures = element == .picture ? 0 : 1
    case .li: items = 1
    case .input: inputs = 1
    case .a: links = 1
    case .iframe, .embed, .object, .video: embeds = 1
    default: break
    }
    if element.isBlock { blocks = 1 }
  }

  /// What is known of an element when it ends.
  fileprivate mutating func finish(_ element: HTMLElement) {
    switch element {
    case .h1, .h2, .h3, .h4, .h5, .h6: inHeadings = characters
    case .ul, .ol: inLists = characters
    default: break
    }
    switch element {
    case .span, .li, .td, .blockquote, .dl, .div, .img, .ol, .p, .pre, .table, .ul:
      inTexts &+= characters
    default: break
    }
  }
}

extension HTMLElement {
  fileprivate var isTablePart: Bool {
    switch self {
    case .td, .th, .tr, .tbody, .thead, .tfoot, .table, .caption, .body, .html: true
    default: false
    }
  }

  /// Elements of a line of text, whose end tags close no block.
  fileprivate var isInline: Bool { inlineStyle != nil || self == .label }
}
