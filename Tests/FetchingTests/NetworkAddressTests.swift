import Testing

@testable import Fetching

@Suite struct NetworkAddressTests {
  @Test func `addresses of this machine and of the house are private, however they are written`() {
    let near = [
      "127.0.0.1", "127.1", "0x7f000001", "2130706433", "0.0.0.0", "10.1.2.3", "172.16.0.1",
      "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "[::1]", "[::]",
      "[fc00::1]", "[fdff::1]", "[fe80::1]", "[fe80::1%eth0]", "[::ffff:10.0.0.1]", "[::127.0.0.1]",
      "[64:ff9b::7f00:1]", "localhost", "nas", "nas.local", "router.lan", "a.localhost",
    ]
    for host in near { #expect(NetworkAddress.isPrivate(host), "\(host)") }
    let far = [
      "1.1.1.1", "172.15.0.1", "172.32.0.1", "192.167.1.1", "169.253.1.1", "100.128.0.1",
      "11.0.0.1",
      "[2001:db8::1]", "[::ffff:1.1.1.1]", "gazette.example", "localhost.example",
      "10.0.0.1.example",
    ]
    for host in far { #expect(!NetworkAddress.isPrivate(host), "\(host)") }
  }
}
