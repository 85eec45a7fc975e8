public import Articles

/// What the reader is told about the world at its start and never finds out by itself.
public struct Surroundings: Sendable {
  /// The offsets of the place where the reader sits.
  public var zone: LocalZone
  /// Names of the themes to choose from, in the order in which they are listed.
  public var themes: [String]
  /// The theme in use at the start.
  public var theme: String
  /// Whether nobody chose the theme, so that it may follow the terminal's background.
  public var followsTerminal = false
  /// The theme for a light background.
  public var lightTheme = "broadsheet"
  /// Which keys mean which command.
  public var keymap: Keymap
  /// Whether the sample edition is shown because the store is empty.
  public var isSample: Bool
  /// How articles are set at the start.
  public var typography: Typography
  /// The texts of the screen.
  public var catalogue = Catalogue.english

  /// An article that is opened at the start; `nil` for none.
  public var opened: ArticleID?

  /// What is not said is as on a plain machine.
  public init(
    zone: LocalZone = LocalZone(), themes: [String] = ["midnight"], theme: String = "midnight",
    keymap: Keymap = .standard, isSample: Bool = false, typography: Typography = Typography()
  ) {
    self.zone = zone
    self.themes = themes
    self.theme = theme
    self.keymap = keymap
    self.isSample = isSample
    self.typography = typography
  }
}
