/// Which colours and attributes each role has.
public struct Theme: Sendable, Hashable {
  /// What a theme says of a role; what it leaves out is borrowed from the role's parent.
  public struct Style: Sendable, Hashable {
    /// Colour of the letters.
    public var foreground: Color?
    /// Colour of the ground.
    public var background: Color?
    /// Added to those of the text.
    public var attributes: Attributes

    /// A style that says only what is given.
    public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// A style with nothing left open.
  public struct Paint: Sendable, Hashable {
    /// Colour of the letters.
    public var foreground: Color
    /// Colour of the ground.
    public var background: Color
    /// How letters stand out.
    public var attributes: Attributes
  }

  /// As it is chosen by.
  public var name: String
  /// Whether it draws light letters on a dark ground.
  public var isDark: Bool
  private var styles: [Role: Style]

  /// A theme from the styles of its file.
  public init(name: String, isDark: Bool, styles: [Role: Style]) {
    self.name = name
    self.isDark = isDark
    self.styles = styles
  }

  /// The terminal's own colours, with attributes that keep everything readable.
  public static let plain = Theme(
    name: "plain", isDark: true,
    styles: [
      .dim: Style(attributes: .dim), .heading: Style(attributes: .bold),
      .selected: Style(attributes: .reverse), .selectedInactive: Style(attributes: .underline),
      .headline: Style(attributes: .bold), .headlineRead: Style(),
      .link: Style(attributes: .underline),
      .hit: Style(attributes: .reverse), .currentHit: Style(attributes: [.reverse, .bold]),
      .topBar: Style(attributes: .reverse), .statusBar: Style(attributes: .reverse),
      .popupTitle: Style(attributes: .bold), .chipExcluded: Style(attributes: [.reverse, .strike]),
      .paneTitleActive: Style(attributes: [.bold, .underline]),
      .hint: Style(attributes: [.reverse, .bold]),
    ])

  /// How a role is drawn: what the theme says of it, else of its parent, and so on up to `text`.
  ///
  /// Attributes are those of the nearest role that the theme names.
  public func paint(_ role: Role) -> Paint {
    var (foreground, background): (Color?, Color?)
    var attributes: Attributes?
    var next: Role? = role
    while let here = next {
      if let style = styles[here] {
        foreground = foreground ?? style.foreground
        background = background ?? style.background
        attributes = attributes ?? style.attributes
      }
      next = here.parent
    }
    return Paint(
      foreground: foreground ?? .terminal, background: background ?? .terminal,
      attributes: attributes ?? [])
  }
}
