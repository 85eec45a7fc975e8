import CNCurses
import Screen

/// The looks of a theme as curses knows them: attributes and a colour pair for each role.
struct PaintBox {
  /// What curses is told before text is written.
  struct Brush {
    var attributes: attr_t
    var pair: Int32
    /// The colours of the pair; -1 is the terminal's own.
    var colors: (foreground: Int32, background: Int32) = (-1, -1)
  }

  private var brushes: [Brush]
  private let depth: ColorDepth
  /// The ground of ordinary text, on which pictures stand.
  private let ground: Int32
  private var pairs = PairTable<CellColors, Brush>()

  /// Prepares every role; curses must be running.
  init(_ theme: Theme, depth: ColorDepth) {
    let theme = depth == .none ? Theme.plain : theme
    brushes = Role.allCases.map { role in
      let paint = theme.paint(role)
      return Self.brush(paint, depth: depth)
    }
    self.depth = depth
    ground = Self.number(of: theme.paint(.text).background, depth: depth)
  }

  /// Prepares the colours of pictures.
  ///
  /// - Returns: `false` when there are too many; then all pairs are to be forgotten.
  mutating func hold(_ colors: [CellColors]) -> Bool {
    let (depth, ground) = (depth, ground)
    return pairs.hold(colors) { colors in
      let foreground = Self.number(of: colors.foreground, depth: depth)
      let isOnGround = colors.background == .terminal
      let background = isOnGround ? ground : Self.number(of: colors.background, depth: depth)
      return Brush(
        attributes: 0, pair: max(0, alloc_pair(foreground, background)),
        colors: (foreground, background))
    }
  }

  /// The brush for a run of cells.
  func brush(_ run: CellRun) -> Brush {
    run.colors.flatMap { pairs[$0] } ?? brush(run.look)
  }

  /// The brush for a look.
  private func brush(_ look: Look) -> Brush {
    var brush = brushes[Int(look.role.rawValue)]
    brush.attributes |= Self.attributes(look.attributes)
    return brush
  }

  /// The control sequence that makes a run look as it does, for text that is written past curses.
  func pen(_ run: CellRun) -> String {
    let brush = brush(run)
    var pen = Self.sequence("sgr0")
    let capabilities: [(attr_t, String)] = [
      (nc_bold(), "bold"), (nc_dim(), "dim"), (nc_italic(), "sitm"), (nc_underline(), "smul"),
      (nc_reverse(), "rev"),
    ]
    for (attribute, name) in capabilities where brush.attributes & attribute != 0 {
      pen += Self.sequence(name)
    }
    if run.look.attributes.contains(.strike) { pen += Self.sequence("smxx") }
    if brush.colors.foreground >= 0 { pen += Self.sequence("setaf", brush.colors.foreground) }
    if brush.colors.background >= 0 { pen += Self.sequence("setab", brush.colors.background) }
    return pen
  }

  private static func sequence(_ name: String, _ parameter: Int32 = 0) -> String {
    guard let capability = nc_capability(name),
      let sequence = nc_parameters(capability, parameter, 0)
    else { return "" }
    return String(cString: sequence)
  }

  private static func brush(_ paint: Theme.Paint, depth: ColorDepth) -> Brush {
    var attributes = attributes(paint.attributes)
    guard depth != .none else { return Brush(attributes: attributes, pair: 0) }
    var foreground = number(of: paint.foreground, depth: depth)
    var background = number(of: paint.background, depth: depth)
    if foreground == background, foreground >= 0 {
      // Two colours became one in a small palette: the terminal's own stay readable.
      (foreground, background) = (-1, -1)
      attributes |= nc_reverse()
    }
    if foreground < 0, background < 0 { return Brush(attributes: attributes, pair: 0) }
    return Brush(
      attributes: attributes, pair: max(0, alloc_pair(foreground, background)),
      colors: (foreground, background))
  }

  /// The number by which curses calls a colour; -1 is the terminal's own.
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

  private static func attributes(_ attributes: Attributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= nc_bold() }
    if attributes.contains(.italic) { result |= nc_italic() }
    if attributes.contains(.underline) { result |= nc_underline() }
    if attributes.contains(.reverse) { result |= nc_reverse() }
    if attributes.contains(.dim) { result |= nc_dim() }
    return result
  }
}
