/// Keys as other programs have them, as the text of a `keys.toml` in UTF-8.
public enum BuiltInKeyPresets {
  /// Every preset by its name, in alphabetical order.
  public static var all: [(name: String, toml: [UInt8])] {
    [
      ("elfeed", PackageResources.elfeed_toml),
      ("less", PackageResources.less_toml),
      ("mutt", PackageResources.mutt_toml),
      ("newsboat", PackageResources.newsboat_toml),
    ]
  }
}
