extension Address {
  /// Names of query fields that only follow the reader, never choose the page.
  private static let trackingFields: Set<String> = [
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid",
    "ttclid",
    "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hssc", "__hstc",
    "__hsfp", "hsctatracking", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "rb_clickid",
    "s_cid", "ml_subscriber", "ml_subscriber_hash", "wickedid", "at_medium", "at_campaign",
    "at_custom1", "at_custom2", "at_custom3", "at_custom4", "ns_mchannel", "ns_source",
    "ns_campaign", "ns_linkname", "ns_fee", "xtor", "__twitter_impression", "ref_src", "ref_url",
    "cmpid", "smid", "guccounter", "guce_referrer", "guce_referrer_sig", "spm", "_ga", "_gl",
    "srsltid", "piwik_campaign", "piwik_kwd", "pk_campaign", "pk_kwd", "mtm_source", "mtm_campaign",
    "mtm_medium",
  ]

  /// The address without the fields that campaigns add to follow readers.
  ///
  /// Drops `utm_*`, `fbclid`, `gclid`, `mc_cid` and their kind from query and fragment; everything
  /// else stays byte for byte, in its order.
  static func withoutTracking(_ address: String) -> String {
    guard mayTrack(address) else { return address }
    var parts = AddressParts(address)
    parts.query = parts.query.map(kept)
    if let fragment = parts.fragment, fragment.utf8.contains(UInt8(ascii: "=")) {
      parts.fragment = kept(fragment)
    }
    if parts.query?.isEmpty == true { parts.query = nil }
    if parts.fragment?.isEmpty == true, address.utf8.last != UInt8(ascii: "#") {
      parts.fragment = nil
    }
    return parts.text
  }

  private static let trackingHashes = Set(trackingFields.map { hash($0.utf8) })

  /// FNV-1a over a field's name in lower case, up to its equals sign.
  private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte.lowercasedASCII)) &* 0x100_0000_01B3 }
    return hash
  }

  /// Whether a field looks like one that tracks; most addresses are told here without a copy.
  private static func mayTrack(_ address: String) -> Bool {
    var address = address
    return address.withUTF8 { bytes in
      guard var start = bytes.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == 0x23 }) else {
        return false
      }
      while start < bytes.count {
        start += 1
        var end = start
        while end < bytes.count, !"&=#".utf8.contains(bytes[end]) { end += 1 }
        let name = bytes[start..<end]
        if name.count > 4, name.starts(with: "utm_".utf8, by: { $0.lowercasedASCII == $1 }) {
          return true
        }
        if name.contains(UInt8(ascii: ";")) || trackingHashes.contains(hash(name)) { return true }
        while end < bytes.count, bytes[end] != UInt8(ascii: "&"), bytes[end] != 0x23 { end += 1 }
        start = end
      }
      return false
    }
  }

  /// The fields of a query that do not track.
  private static func kept(_ query: Substring) -> Substring {
    let fields = query.split(separator: "&", omittingEmptySubsequences: false)
    let rest = fields.filter { field in
      let name = field.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_") && !name.hasPrefix("amp;utm_")
        && !trackingFields.contains(name)
    }
    return rest.count == fields.count ? query : rest.joined(separator: "&")[...]
  }
}
