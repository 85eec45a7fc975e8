/// What a link means where it stands.
public enum WebAddress {
  /// The absolute address of a link in a document from `base`, after RFC 3986.
  ///
  /// `nil` for an empty or very long link, and for one with a scheme that is never shown or opened;
  /// without a usable base a relative link comes back as it is.
  public static func resolve(_ link: String, base: String?) -> String? {
    Address.resolve(link, base: base)
  }

  /// The address without the fields that campaigns add to follow readers; the rest byte for byte.
  public static func withoutTracking(_ address: String) -> String {
    Address.withoutTracking(address)
  }
}
