import Articles

/// Turns a stream of tags and text into blocks.
///
/// Only elements that become nested blocks are remembered while they are open, at most
/// `IngestLimits.blockDepth` levels of them; a `<div>` merely ends a paragraph. So a million open
/// elements cost nothing.
struct BodyBuilder {
  let base: String?
  /// Whether an element belongs to the page and not to the article; asked at its start tag.
  var omits: ((HTMLTokenizer) -> Bool)?
  /// Whether there were more blocks than a body may have.
  private var isCut = false

  var text = InlineText()
  var styles = InlineStyles()
  /// What has begun and not ended, the whole body first.
  var open = [OpenBlock(.body, .root)]
  var heading: Int?
  /// Text that keeps its spaces, while `<pre>` is open.
  var code: CodeText?
  var lastPicture: String?
  private var skipped: Skipped?
  private var dropsNextText = false
  private var noscriptDepth = 0
  private var lacksNoscriptEnd = false
  /// Whether a heading was open where the outermost `<noscript>` began.
  private var noscriptHeading = false
  /// Where the open link begins: bytes of text, blocks before it.
  private var linkStart = (0, 0)
  private var depth = 0
  private var blockCount = 0
  /// Containers that began beyond the depth limit and were not opened.
  private var unopened: [HTMLElement: Int] = [:]
  /// Elements that began, were left out and never ended: they are read after all.
  private var neverSkipped: Set<HTMLElement> = []

  /// An element that is left out with all that is in it.
  private struct Skipped {
    var element: HTMLElement
    var depth: Int
    /// Where the text begins that is lost if the element never ends.
    var start: Int
  }

  init(base: String?) { self.base = base }

  /// Reads to the end of the tokens.
  mutating func body(_ tokenizer: inout HTMLTokenizer) -> Body {
    repeat {
      while let token = tokenizer.next() { take(token, tokenizer) }
    } while resumeUnended(&tokenizer)
    while open.count > 1 { closeLast() }
    if let code { add(code.block) }
    flush()
    if case .rule? = open[0].blocks.last { open[0].blocks.removeLast() }
    if isCut { open[0].blocks.append(.paragraph([Span("[…]")])) }
    return Body(open[0].blocks)
  }

  private mutating func take(_ token: HTMLTokenizer.Token, _ tokenizer: HTMLTokenizer) {
    let dropsText = dropsNextText
    dropsNextText = false
    switch token {
    case .text:
      if dropsText || skipped != nil || noscriptDepth > 0 { return }
      let bytes = tokenizer.bytes[tokenizer.text]
      if code != nil {
        code?.append(bytes, hasReferences: tokenizer.hasReferences)
      } else {
        text.append(
          bytes, hasReferences: tokenizer.hasReferences, style: styles.style, link: styles.link)
      }
    case .start:
      if passesSkipped(start: tokenizer.element) { start(tokenizer) }
    case .end:
      if passesSkipped(end: tokenizer.element) { end(tokenizer.element) }
    }
  }

  /// Goes back to an element that was left out and never ended, to read it after all.
  private mutating func resumeUnended(_ tokenizer: inout HTMLTokenizer) -> Bool {
    guard let unended = skipped else { return false }
    skipped = nil
    neverSkipped.insert(unended.element)
    tokenizer.rewind(to: unended.start)
    return true
  }

  private mutating func passesSkipped(start element: HTMLElement) -> Bool {
    guard var current = skipped else { return true }
    // A paragraph and a list item end where the next block of their kind begins.
    if current.element == .p, element.isBlock {
      skipped = nil
      return true
    }
    if element == current.element, !element.isVoid {
      current.depth += 1
      skipped = current
    }
    return false
  }

  private mutating func passesSkipped(end element: HTMLElement) -> Bool {
    guard var current = skipped else { return true }
    guard element == current.element else { return false }
    current.depth -= 1
    skipped = current.depth > 0 ? current : nil
    return false
  }
}

// MARK: - Tags

extension BodyBuilder {
  private mutating func start(_ tag: HTMLTokenizer) {
    let element = tag.element
    if code != nil { return startInCode(tag) }
    if skips(tag) { return }
    if let style = element.inlineStyle { return startInline(tag, style) }
    if element.isBlock { flush() }
    switch element {
    case .p, .div: heading = nil
    case .h1, .h2, .h3, .h4, .h5, .h6: heading = element.headingLevel
    case .br: breakLine()
    case .hr: add(.rule)
    case .img, .image: addPicture(tag)
    case .embed, .object, .video, .audio, .source: startPlayer(tag)
    case .pre, .listing, .xmp, .plaintext: code = CodeText(tag)
    case .blockquote: push(.quote, element)
    case .aside: if tag.isPullQuote { push(.quote, element) }
    case .ul, .menu, .dir: push(.list(isOrdered: false), element)
    case .ol: startNumbered(tag)
    case .li: startItem(tag)
    case .dl: push(.definitions, element)
    case .dt, .dd: startDefinition(element)
    case .table: push(.table, element)
    case .tr, .thead, .tbody, .tfoot: startRow(element)
    case .td, .th, .caption: startCell(tag)
    case .figure: push(.figure, element)
    case .figcaption: push(.figureCaption, element)
    case .summary: styles.open(.summary, style: .bold)
    case .noscript: startNoscript(tag)
    default: break
    }
  }

  /// Begins to leave out an element that is no text, is hidden, or belongs to the page.
  private mutating func skips(_ tag: HTMLTokenizer) -> Bool {
    let element = tag.element
    if element == .iframe { addFrame(tag) }
    if element.isDropped, element.content != .markup {
      dropsNextText = true
      return true
    }
    guard element.isDropped || tag.isHidden || omits?(tag) == true else { return false }
    if element.isVoid { return element.isDropped || tag.isHidden }
    if tag.isSelfClosing && element.isDropped { return true }
    if neverSkipped.contains(element) { return false }
    if element.isBlock { flush() }
    skipped = Skipped(element: element, depth: 1, start: tag.position)
    return true
  }

  private mutating func startInline(_ tag: HTMLTokenizer, _ style: Span.Style) {
    if tag.element == .q, styles.isInside(.q) { appendMark("‘") }
    if tag.element != .a {
      return styles.open(tag.element, style: style.union(tag.declaredStyle))
    }
    styles.close(.a)
    let link = tag.value("href").flatMap { HTMLAddress.link($0, base: base) }
    styles.open(.a, style: tag.declaredStyle.subtracting(.underline), link: link)
    linkStart = (text.count, blockCount)
  }

  private mutating func endInline(_ element: HTMLElement) {
    if element == .a { noteEmptyLink() }
    styles.close(element)
    if element == .q, styles.isInside(.q) { appendMark("’") }
  }

  /// Adds a mark of a quotation within a quotation; the outer marks are set by language.
  private mutating func appendMark(_ mark: String) {
    text.append(
      Array(mark.utf8)[...], hasReferences: false, style: styles.style, link: styles.link)
  }

  /// Keeps a link around nothing that stands in a quotation: a post of another site, which a script
  /// would put there.
  private mutating func noteEmptyLink() {
    guard let link = styles.link, linkStart == (text.count, blockCount),
      let quote = open.lastIndex(where: { $0.element == .blockquote })
    else { return }
    open[quote].address = link
  }

  /// Text that only stands there for want of a script is left out, when it ends at all.
  private mutating func startNoscript(_ tag: HTMLTokenizer) {
    if noscriptDepth == 0 {
      noscriptHeading = heading != nil
      if !lacksNoscriptEnd { lacksNoscriptEnd = !tag.isEnded }
    }
    if !lacksNoscriptEnd { noscriptDepth += 1 }
  }

  private mutating func startInCode(_ tag: HTMLTokenizer) {
    if tag.element == .br || (tag.element.isBlock && code?.endsLine == false) { code?.endLine() }
    if tag.element == .code { code?.readLanguage(tag) }
  }

  private mutating func end(_ element: HTMLElement) {
    if code != nil {
      if element == .pre || element == .listing || element == .xmp { endCode() }
      return
    }
    if element == .noscript { noscriptDepth = max(0, noscriptDepth - 1) }
    if element.inlineStyle != nil { return endInline(element) }
    guard element.isBlock || element == .video || element == .audio else { return }
    if element != .video, element != .audio { flush() }
    if element == .summary { styles.close(.summary) }
    if element.headingLevel != nil {
      heading = nil
      // A heading about the element itself opens one and never closes it.
      if noscriptHeading { noscriptDepth = 0 }
    }
    if let count = unopened[element], count > 0 {
      unopened[element] = count - 1
    } else {
      close(element)
    }
  }

  private mutating func endCode() {
    guard let text = code else { return }
    code = nil
    add(text.block)
  }

  /// One line break goes on below; two part paragraphs.
  private mutating func breakLine() {
    if text.endsInLineBreak, heading == nil {
      flush()
    } else if !text.isEmpty {
      text.appendLineBreak()
    }
  }
}

// MARK: - Blocks

extension BodyBuilder {
  /// Ends the paragraph or heading that is being gathered.
  mutating func flush() {
    let spans = text.take()
    guard !spans.isEmpty else { return }
    add(heading.map { .heading(level: $0, spans) } ?? .paragraph(spans))
  }

  /// Adds a block to what is open, after the paragraph before it.
  ///
  /// Blocks that a closed container hands on were counted when they came (`isNew` is false).
  mutating func add(_ block: Body.Block, isNew: Bool = true) {
    flushBefore(block)
    guard !isNew || blockCount < IngestLimits.blocks else {
      isCut = true
      return
    }
    var index = open.count - 1
    // Text between rows or beside items belongs before the table, to the item before.
    while index > 0, case .table = open[index].kind { index -= 1 }
    if case .rule = block {
      guard let last = open[index].blocks.last, last != .rule else { return }
    }
    if isNew { blockCount += 1 }
    switch open[index].kind {
    case .list:
      if open[index].list.items.isEmpty { open[index].list.items.append([]) }
      open[index].list.items[open[index].list.items.count - 1].append(block)
    case .definitions:
      open[index].definitions.append(Body.Definition(term: open[index].terms, description: [block]))
      open[index].terms = []
    default: open[index].blocks.append(block)
    }
  }

  private mutating func flushBefore(_ block: Body.Block) {
    switch block {
    case .paragraph, .heading: break
    default: if !text.isEmpty { flush() }
    }
  }

  /// Opens a container; beyond the depth limit its content joins what is open.
  mutating func push(_ kind: OpenBlock.Kind, _ element: HTMLElement) {
    flush()
    heading = nil
    if depth >= IngestLimits.blockDepth, kind.isLevel {
      unopened[element, default: 0] += 1
      return
    }
    var block = OpenBlock(element, kind)
    block.styles = styles.count
    open.append(block)
    if kind.isLevel { depth += 1 }
  }

  /// Closes the innermost open container of this element, and what is open inside it.
  mutating func close(_ element: HTMLElement) {
    var index = open.count - 1
    while index > 0, open[index].element != element {
      if open[index].element == .table { return }
      if open[index].kind.isCell, !element.closesCells { return }
      index -= 1
    }
    guard index > 0 else { return }
    while open.count > index { closeLast(isEnded: open.count == index + 1) }
  }

  /// Closes the innermost container and gives what it gathered to the one around it.
  /// - Parameter isEnded: Whether its own end tag closes it.
  mutating func closeLast(isEnded: Bool = false) {
    flush()
    heading = nil
    guard open.count > 1, let block = open.popLast() else { return }
    if block.kind.isLevel { depth -= 1 }
    styles.cut(to: block.styles)
    finish(block, isEnded: isEnded)
  }
}

extension OpenBlock.Kind {
  /// Whether it makes one level of blocks within blocks.
  var isLevel: Bool {
    switch self {
    case .quote, .list, .definitions, .table, .figure, .player: true
    default: false
    }
  }

  var isCell: Bool {
    switch self {
    case .cell, .caption: true
    default: false
    }
  }
}

extension HTMLElement {
  fileprivate var closesCells: Bool {
    switch self {
    case .td, .th, .tr, .tbody, .thead, .tfoot, .table, .caption: true
    default: false
    }
  }
}
