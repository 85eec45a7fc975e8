/// The themes that are part of the program, as TOML text in UTF-8.
public enum BuiltInThemes {
  /// The theme that is used when nobody chose one.
  public static let standard = "midnight"

  /// Every theme by its name, in the order in which they are listed: dark ones first.
  public static var all: [(name: String, toml: [UInt8])] {
    [
      ("midnight", PackageResources.midnight_toml),
      ("nord", PackageResources.nord_toml),
      ("gruvbox-dark", PackageResources.gruvbox_dark_toml),
      ("solarized-dark", PackageResources.solarized_dark_toml),
      ("tokyo-night", PackageResources.tokyo_night_toml),
      ("catppuccin-mocha", PackageResources.catppuccin_mocha_toml),
      ("dracula", PackageResources.dracula_toml),
      ("high-contrast", PackageResources.high_contrast_toml),
      ("mono", PackageResources.mono_toml),
      ("broadsheet", PackageResources.broadsheet_toml),
      ("solarized-light", PackageResources.solarized_light_toml),
      ("gruvbox-light", PackageResources.gruvbox_light_toml),
      ("catppuccin-latte", PackageResources.catppuccin_latte_toml),
    ]
  }
}
