/// The elements of HTML that mean something to an article; every other name is `unknown`.
enum HTMLElement: String, CaseIterable {
  case a, abbr, acronym, address, annotation, applet, area, article, aside, audio, b, base,
    basefont, bdi, bdo
  case big, blink, blockquote, body, br, button, canvas, caption, center, cite, code, col, colgroup
  case data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset
  case figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header
  case hgroup, hr, html, i, iframe, image, img, input, ins, kbd, label, legend, li, link, listing
  case main, map, mark, marquee, math, menu, meta, meter, nav, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option, output, p, param, picture, plaintext, pre, progress, q, rb, rp
  case rt, rtc, ruby, s, samp, script, search, section, select, slot, small, source, span, strike
  case strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead
  case time, title, tr, track, tt, u, ul, unknown, `var`, video, wbr, xmp

  case annotationXML = "annotation-xml"

  /// Elements without content, whose end nobody writes.
  var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .br, .col, .embed, .frame, .hr, .image, .img, .input, .link,
      .meta, .param, .source, .track, .wbr:
      true
    default: false
    }
  }

  /// Elements before and after which a paragraph ends.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog,
      .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2,
      .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html, .legend, .li, .listing, .main, .menu, .nav,
      .ol, .p, .plaintext, .pre, .search, .section, .summary, .table, .tbody, .td, .tfoot, .th,
      .thead, .tr, .ul, .xmp:
      true
    default: false
    }
  }

  /// Elements whose content is no text to read.
  var isDropped: Bool {
    switch self {
    case .script, .style, .template, .svg, .select, .button, .textarea, .datalist, .canvas, .title,
      .annotation, .annotationXML, .label, .legend, .rp, .noembed, .noframes, .meter, .progress,
      .output, .iframe:
      true
    default: false
    }
  }

  /// 1...6 for a heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// How the tokenizer reads what stands inside.
  var content: Content {
    switch self {
    case .script, .style, .xmp, .iframe, .noembed, .noframes: .raw
    case .textarea, .title: .escaped
    case .plaintext: .rest
    default: .markup
    }
  }

  /// Ways to read what stands inside an element.
  enum Content {
    case markup
    /// Bytes up to the end tag, character references and all.
    case raw
    /// Text up to the end tag, with character references.
    case escaped
    /// Everything that follows is text.
    case rest
  }

  /// The element of a name in any case; `unknown` for what HTML does not have.
  static func named(_ name: ArraySlice<UInt8>) -> HTMLElement {
    guard name.count <= 14 else { return .unknown }
    return byName[Fingerprint.ofLowercased(name)] ?? .unknown
  }

  private static let byName: [UInt64: HTMLElement] = Dictionary(
    uniqueKeysWithValues: allCases.map {
      (Fingerprint.ofLowercased(Array($0.rawValue.utf8)[...]), $0)
    }
  )
}

/// FNV-1a over bytes: a name as a number.
///
/// Two names that meet would be read as one; no known pair
/// does, and hostile ones gain nothing but a paragraph.
enum Fingerprint {
  static func ofLowercased(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
    }
    return hash
  }

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
