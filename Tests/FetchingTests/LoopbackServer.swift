import FoundationEssentials
import Glibc
import Synchronization

/// A server on this machine that answers as a test wants, one request a connection.
///
/// A class, because it owns its socket; the last owner ends it.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    var path: String
    var headers: [String: String]
  }

  struct Answer: Sendable {
    var status = 200
    var headers: [String: String] = [:]
    var body = ""
  }

  let port: Int
  private let socket: Int32
  private let log = Log()

  /// What was asked: shared with the threads, which must not keep the server.
  private final class Log: Sendable { let requests = Mutex<[Request]>([]) }

  /// - answer: What a request gets; it may take its time, other requests do not wait for it.
  init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (socket, size) = (socket, length)
    let isOpen = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && listen(socket, 64) == 0
          && getsockname(socket, $0, &length) == 0
      }
    }
    guard isOpen else { throw CocoaError(.fileReadUnknown) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Self.thread { [log] in
      while true {
        let connection = accept(socket, nil, nil)
        guard connection >= 0 else { return }
        Self.thread {
          defer { close(connection) }
          guard let request = Self.request(from: connection) else { return }
          log.requests.withLock { $0.append(request) }
          Self.send(answer(request), to: connection)
        }
      }
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The requests so far, in the order in which they came.
  var requests: [Request] { log.requests.withLock { $0 } }
  var paths: [String] { requests.map(\.path) }

  /// A thread of its own: those that are shared run out when many servers wait at once.
  private static func thread(_ work: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let task = Unmanaged.passRetained(Task(work))
    let error = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Task>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
      }, task.toOpaque())
    if error == 0 { pthread_detach(thread) } else { task.release() }
  }

  /// What a thread does, as something that can be handed to it.
  private final class Task: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  private static func request(from connection: Int32) -> Request? {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      text += buffer[..<count]
      // Whoever begins with a handshake is not answered.
      guard text.first == UInt8(ascii: "G") else { return nil }
      if text.suffix(4) == Array("\r\n\r\n".utf8)[...] { break }
    }
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = String(
        line[line.index(after: colon)...].drop { $0 == " " })
    }
    return Request(path: String(words[1]), headers: headers)
  }

  private static func send(_ answer: Answer, to connection: Int32) {
    var text = "HTTP/1.1 \(answer.status) Words\r\nConnection: close\r\n"
    for (name, value) in answer.headers { text += "\(name): \(value)\r\n" }
    text += "Content-Length: \(answer.body.utf8.count)\r\n\r\n\(answer.body)"
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, 0x4000) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
