import Articles

/// Lists, definitions, tables and figures: where their parts begin, and what becomes of them.
extension BodyBuilder {
  mutating func startNumbered(_ tag: HTMLTokenizer) {
    let count = open.count
    push(.list(isOrdered: true), .ol)
    guard open.count > count else { return }
    let start = tag.value("start").flatMap { Int($0) }
    open[count].list.start = start ?? 1
    open[count].list.isReversed = tag.has("reversed")
    open[count].list.numbering = Body.List.Numbering(type: tag.value("type"))
    open[count].startsAtCount = start == nil && open[count].list.isReversed
  }

  /// Begins an item; the one before it ends where nothing but paragraphs stands between.
  mutating func startItem(_ tag: HTMLTokenizer) {
    if let last = open.last, case .item = last.kind { closeLast() }
    guard let last = open.last else { return }
    if case .list(let isOrdered) = last.kind {
      if isOrdered, let number = tag.value("value").flatMap({ Int($0) }) { startNumber(number) }
    } else {
      push(.list(isOrdered: false), .ul)
    }
    push(.item, .li)
  }

  /// Lets the next item of the open list have a number; where it is not its turn, the list ends and
  /// another one like it begins.
  private mutating func startNumber(_ number: Int) {
    let list = open[open.count - 1].list
    let step = list.isReversed ? -1 : 1
    if !list.items.isEmpty {
      guard list.start.map({ $0 &+ step &* list.items.count }) != number else { return }
      let element = open[open.count - 1].element
      closeLast()
      push(.list(isOrdered: true), element)
    }
    open[open.count - 1].list = Body.List(
      start: number, isReversed: list.isReversed, numbering: list.numbering, items: [])
    open[open.count - 1].startsAtCount = false
  }

  mutating func startDefinition(_ element: HTMLElement) {
    if let last = open.last {
      switch last.kind {
      case .term, .description: closeLast()
      default: break
      }
    }
    guard let last = open.last else { return }
    if case .definitions = last.kind {} else { push(.definitions, .dl) }
    push(element == .dt ? .term : .description, element)
  }

  mutating func startRow(_ element: HTMLElement) {
    guard let table = closeToTable() else { return }
    if element == .tr { open[table].table.rows.append([]) }
  }

  mutating func startCell(_ tag: HTMLTokenizer) {
    let element = tag.element
    guard let table = closeToTable() else { return }
    if element == .caption { return push(.caption, element) }
    if open[table].table.rows.isEmpty { open[table].table.rows.append([]) }
    let count = open.count
    push(.cell(isHeader: element == .th), element)
    guard open.count > count else { return }
    open[count].rows = Self.extent(tag.value("rowspan"))
    open[count].columns = Self.extent(tag.value("colspan"))
  }

  /// Rows or columns that a cell takes; 1 where it does not say.
  private static func extent(_ value: String?) -> Int {
    min(max(value.flatMap { Int($0) } ?? 1, 1), 1_000)
  }

  /// Closes what is open inside the innermost table; its place, or `nil` outside of tables.
  private mutating func closeToTable() -> Int? {
    guard let table = open.lastIndex(where: { $0.element == .table }) else { return nil }
    while open.count > table + 1 { closeLast() }
    return table
  }

  /// Gives a closed container to the one around it.
  mutating func finish(_ block: OpenBlock, isEnded: Bool) {
    let parent = open.count - 1
    switch block.kind {
    case .root: break
    case .quote:
      if !block.blocks.isEmpty {
        add(.quote(block.blocks), isNew: false)
      } else if let post = block.address {
        add(.embed(kind: "post", url: post, title: nil))
      }
    case .item:
      guard !block.blocks.isEmpty else { return }
      if case .list = open[parent].kind {
        open[parent].list.items.append(block.blocks)
      } else {
        block.blocks.forEach { add($0, isNew: false) }
      }
    case .list:
      var list = block.list
      if block.startsAtCount { list.start = list.items.count }
      if !list.items.isEmpty { add(.list(list), isNew: false) }
    case .term:
      if !open[parent].terms.isEmpty {
        open[parent].definitions.append(
          Body.Definition(term: open[parent].terms, description: []))
      }
      open[parent].terms = OpenBlock.spans(of: block.blocks)
    case .description:
      guard !block.blocks.isEmpty || !open[parent].terms.isEmpty else { return }
      open[parent].definitions.append(
        Body.Definition(term: open[parent].terms, description: block.blocks))
      open[parent].terms = []
    case .definitions:
      let rest = block.terms.isEmpty ? [] : [Body.Definition(term: block.terms, description: [])]
      if !(block.definitions + rest).isEmpty {
        add(.definitions(block.definitions + rest), isNew: false)
      }
    case .cell(let isHeader):
      open[parent].table.add(
        OpenBlock.Table.Cell(
          isHeader: isHeader, blocks: block.blocks, rows: block.rows, columns: block.columns))
    case .caption: open[parent].table.caption = OpenBlock.spans(of: block.blocks)
    case .table: block.table.blocks.forEach { add($0, isNew: false) }
    case .figure: finishFigure(block)
    case .figureCaption: finishCaption(block)
    case .player: finishPlayer(block, isEnded: isEnded)
    case .summary, .row: block.blocks.forEach { add($0, isNew: false) }
    }
  }

  private mutating func finishCaption(_ block: OpenBlock) {
    let parent = open.count - 1
    let spans = OpenBlock.spans(of: block.blocks, joinedBy: " ")
    let words = spans.plainText
    guard case .figure = open[parent].kind else {
      block.blocks.forEach { add($0, isNew: false) }
      return
    }
    guard !words.isEmpty else { return }
    if !open[parent].captionSpans.isEmpty { open[parent].captionSpans.append(Span(" · ")) }
    open[parent].captionSpans += spans
    let parts = CaptionCredit.parted(words)
    var picture = open[parent].picture ?? Picture()
    // A figure of several pictures has a caption for each.
    let captions = [picture.caption, parts.caption].compactMap(\.self)
    picture.caption = captions.isEmpty ? nil : captions.joined(separator: " · ")
    picture.credit = picture.credit ?? parts.credit
    // A caption is plain text; what it links to is the source of the picture, mostly.
    picture.link = picture.link ?? spans.lazy.compactMap(\.link).first
    open[parent].picture = picture
  }

  /// A figure with a picture is one block; around other things its caption follows as text.
  private mutating func finishFigure(_ block: OpenBlock) {
    if let picture = block.picture {
      if picture.url != nil || block.blocks.isEmpty {
        add(.figure(picture))
        block.blocks.forEach { add($0, isNew: false) }
      } else {
        block.blocks.forEach { add($0, isNew: false) }
        if !block.captionSpans.isEmpty { add(.paragraph(block.captionSpans)) }
      }
    } else {
      block.blocks.forEach { add($0, isNew: false) }
    }
  }
}
