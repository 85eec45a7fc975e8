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
    guard address.utf8.contains(UInt8(ascii: "=")) else { return address }
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
