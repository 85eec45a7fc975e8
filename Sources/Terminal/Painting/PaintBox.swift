import Screen

/// The looks of a theme as a terminal of some depth draws them: a pen for each role.
struct PaintBox {
  private let pens: [Pen]
  private let depth: ColorDepth

  /// Prepares every role.
  init(_ theme: Theme, depth: ColorDepth) {
    let theme = depth == .none ? Theme.plain : theme
    pens = Role.allCases.map { Self.pen(theme.paint($0), depth: depth) }
    self.depth = depth
  }

  /// The pen for a look.
  func pen(_ look: Look) -> Pen {
    var pen = pens[Int(look.role.rawValue)]
    pen.attributes.formUnion(look.attributes)
    return pen
  }

  /// The pen for the colours of a picture, which stands on the ground of ordinary text.
  func pen(_ colors: CellColors) -> Pen {
    let isOnGround = colors.background == .terminal
    return Pen(
      foreground: Self.number(of: colors.foreground, depth: depth),
      background: isOnGround
        ? pen(Look(.text)).background : Self.number(of: colors.background, depth: depth))
  }

  private static func pen(_ paint: Theme.Paint, depth: ColorDepth) -> Pen {
    guard depth != .none else { return Pen(attributes: paint.attributes) }
    let foreground = number(of: paint.foreground, depth: depth)
    let background = number(of: paint.background, depth: depth)
    if foreground == background, foreground >= 0 {
      // Two colours became one in a small palette: the terminal's own stay readable.
      return Pen(attributes: paint.attributes.union(.reverse))
    }
    return Pen(attributes: paint.attributes, foreground: foreground, background: background)
  }

  /// The number by which terminals call a colour; -1 is the terminal's own.
  private static func number(of color: Color, depth: ColorDepth) -> Int32 {
    switch (depth, color) {
    case (.none, _), (_, .terminal): -1
    case (.direct, .rgb(let red, let green, let blue)):
      // The first eight numbers mean the palette, so the darkest blues move up to the ninth.
      max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
    case (.direct, .ansi(let index)): Int32(index % 8)
    case (.palette(let count), let color): color.paletteIndex(of: count).map(Int32.init) ?? -1
    }
  }
}
