import Glibc

/// An address of the Internet Protocol: 4 or 16 bytes.
struct NetworkAddress: Sendable, Hashable {
  private let bytes: [UInt8]

  /// An address as it is written in the place of a host, in brackets or not; `nil` for a name.
  init?(_ host: String) {
    let literal =
      host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" && $0 != "%" }) : host
    var four = in_addr()
    var six = in6_addr()
    // The older function reads "127.1" and "0x7f000001" as those who connect do.
    if inet_aton(literal, &four) == 1 {
      bytes = withUnsafeBytes(of: four) { Array($0) }
    } else if inet_pton(AF_INET6, literal, &six) == 1 {
      bytes = withUnsafeBytes(of: six) { Array($0) }
    } else {
      return nil
    }
  }

  /// The address of a socket; `nil` when it is of another kind.
  init?(_ address: UnsafePointer<sockaddr>) {
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      bytes = UnsafeRawPointer(address).withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
      }
    case AF_INET6:
      bytes = UnsafeRawPointer(address).withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
        withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
      }
    default: return nil
    }
  }

  /// Whether it leads to this machine or to one beside it (RFC 1918, 3927, 4193, 4291, 6598).
  var isPrivate: Bool {
    guard bytes.count == 16 else { return Self.isPrivate(bytes[...]) }
    let isEmbedded = bytes.prefix(10).allSatisfy { $0 == 0 }
    // ::, ::1, and addresses of the fourth version within those of the sixth.
    if isEmbedded, bytes[10] == bytes[11], bytes[10] == 0 || bytes[10] == 0xFF {
      return Self.isPrivate(bytes[12...])
    }
    // NAT64.
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]) { return Self.isPrivate(bytes[12...]) }
    return bytes[0] & 0xFE == 0xFC || (bytes[0] == 0xFE && bytes[1] >= 0x80)
  }

  private static func isPrivate(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let second = bytes.dropFirst().first else { return true }
    return switch first {
    case 0, 10, 127: true
    case 100: second & 0xC0 == 64
    case 169: second == 254
    case 172: second & 0xF0 == 16
    case 192: second == 168
    default: false
    }
  }

  /// What a feed may not have asked: private addresses, unless it comes from one itself.
  static func refused(toFeed feed: String?) -> (@Sendable (NetworkAddress) -> Bool)? {
    let host = feed.flatMap { try? HTTPAddress($0) }?.host
    if let host, isPrivate(host) { return nil }
    return { $0.isPrivate }
  }

  /// Ends of names that no one outside of a network can have.
  private static let privateEnds = [".local", ".localhost", ".lan", ".home.arpa", ".internal"]

  /// Whether a host is in a private network by what is written, without asking for its address.
  static func isPrivate(_ host: String) -> Bool {
    if let address = NetworkAddress(host) { return address.isPrivate }
    return !host.contains(".") || privateEnds.contains(where: host.hasSuffix)
  }
}
