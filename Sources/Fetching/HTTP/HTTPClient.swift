import CCurl
import Glibc
import Synchronization

/// Asks servers over HTTP, many at once, by libcurl.
///
/// One thread does all transfers; it lives only while there are some, so that an idle program sleeps.
/// Connections are kept for the next request. A class, because transfers and callers share it.
public final class HTTPClient: Sendable {
  private struct Shared {
    var waiting: [HTTPJob] = []
    var cancelled: Set<UInt64> = []
    var open: Set<UInt64> = []
    var lastID: UInt64 = 0
    /// Whether the thread runs; it alone uses `multi` then, but to be woken.
    var isRunning = false
    /// The address of libcurl's handle for all transfers; 0 before the first.
    var multi: UInt = 0
  }

  private let shared = Mutex(Shared())

  /// A client without connections.
  public init() {}

  deinit {
    // The thread holds the client: without one nothing uses the handle any more.
    let multi = shared.withLock { $0.multi }
    if let multi = UnsafeMutableRawPointer(bitPattern: multi) { ccurl_multi_free(multi) }
  }

  /// Asks a server and follows its redirects.
  ///
  /// User and password go to the host of the request alone. Cancelling the task ends the transfer.
  /// - Throws: `HTTPError`; an answer with an error status is an answer.
  public func response(to request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    guard ccurl_load() == 0 else { throw .noLibrary }
    let first = try HTTPAddress(request.url)
    let credentials = request.credentials ?? first.credentials
    let deadline = Self.milliseconds() + request.timeOut * 1000
    var address = first
    var permanent: String?
    var isPermanent = true
    var seen: Set<String> = []
    for _ in 0...request.redirectLimit {
      let rest = deadline - Self.milliseconds()
      guard rest > 0 else { throw .timeOut(seconds: request.timeOut) }
      guard seen.insert(address.text).inserted else {
        throw .tooManyRedirects(limit: request.redirectLimit)
      }
      if let refusing = request.refusing, NetworkAddress(address.host).map(refusing) == true {
        throw .privateAddress(address.host)
      }
      let own = address.credentials ?? credentials
      let isTrusted = address.isSameOrigin(as: first)
      let answer = try await exchange(request, address, isTrusted ? own : nil, rest: rest)
      guard [301, 302, 303, 307, 308].contains(answer.status) else {
        return HTTPResponse(
          status: answer.status, headers: answer.headers, body: answer.body, url: address.text,
          permanentURL: permanent)
      }
      guard let location = answer.headers["location"] else {
        throw .failed("redirected to nowhere")
      }
      address = try address.redirected(to: location)
      isPermanent = isPermanent && (answer.status == 301 || answer.status == 308)
      if isPermanent { permanent = address.text }
    }
    throw .tooManyRedirects(limit: request.redirectLimit)
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  // MARK: - One exchange

  private func exchange(
    _ request: HTTPRequest, _ address: HTTPAddress, _ credentials: HTTPRequest.Credentials?,
    rest: Int
  ) async throws(HTTPError) -> HTTPAnswer {
    let id = shared.withLock { shared in
      shared.lastID += 1
      return shared.lastID
    }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        submit(
          HTTPJob(
            id: id, request: request, address: address, credentials: credentials, rest: rest,
            done: { continuation.resume(returning: $0) }))
      }
    } onCancel: {
      cancel(id)
    }
    return try result.get()
  }

  private func submit(_ job: HTTPJob) {
    enum Turn { case cancelled, start, wake }
    let turn = shared.withLock { shared -> Turn in
      guard shared.cancelled.remove(job.id) == nil else { return .cancelled }
      shared.waiting.append(job)
      shared.open.insert(job.id)
      if shared.isRunning { return .wake }
      shared.isRunning = true
      return .start
    }
    switch turn {
    case .cancelled: job.done(.failure(.cancelled))
    case .wake: wake()
    case .start: startThread()
    }
  }

  private func cancel(_ id: UInt64) {
    let isOpen = shared.withLock { shared in
      shared.cancelled.insert(id)
      return shared.open.contains(id)
    }
    if isOpen { wake() }
  }

  private func wake() {
    shared.withLock { shared in
      // Under the lock, so that the handle cannot go in between.
      if let multi = UnsafeMutableRawPointer(bitPattern: shared.multi) { ccurl_multi_wake(multi) }
    }
  }

  // MARK: - The thread

  private func startThread() {
    var thread = pthread_t()
    let client = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { client in
        if let client { Unmanaged<HTTPClient>.fromOpaque(client).takeRetainedValue().run() }
        return nil
      }, client.toOpaque())
    guard code != 0 else {
      pthread_detach(thread)
      return
    }
    client.release()
    failAll()
  }

  /// Ends everything that waits, where there is no thread or no memory to do it.
  private func failAll() {
    let jobs = shared.withLock { shared in
      defer {
        shared.waiting = []
        shared.open = []
        shared.isRunning = false
      }
      return shared.waiting
    }
    for job in jobs { job.done(.failure(.failed("the system has no room for a connection"))) }
  }

  /// Connections that are kept for the next request.
  private static let keptConnections = 32

  private func run() {
    let known = shared.withLock { $0.multi }
    guard let multi = UnsafeMutableRawPointer(bitPattern: known) ?? ccurl_multi() else {
      return failAll()
    }
    if known == 0 {
      _ = ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Self.keptConnections)
      shared.withLock { $0.multi = UInt(bitPattern: multi) }
    }
    var active: [UInt64: Transfer] = [:]
    while true {
      let (jobs, cancelled) = shared.withLock { shared in
        defer { shared.waiting = [] }
        return (shared.waiting, shared.cancelled)
      }
      for job in jobs { begin(job, in: multi, &active) }
      for id in cancelled {
        guard let transfer = active.removeValue(forKey: id) else { continue }
        _ = ccurl_multi_remove(multi, transfer.easy)
        end(transfer.job, .failure(.cancelled))
      }
      _ = ccurl_multi_perform(multi)
      var code = CURLE_OK
      while let easy = ccurl_multi_ended(multi, &code) {
        guard let context = ccurl_get_pointer(easy, CURLINFO_PRIVATE) else { continue }
        let transfer = Transfer.of(context)
        _ = ccurl_multi_remove(multi, easy)
        active[transfer.job.id] = nil
        end(transfer.job, transfer.outcome(code))
      }
      if active.isEmpty {
        let isOver = shared.withLock { shared in
          shared.isRunning = !shared.waiting.isEmpty
          return !shared.isRunning
        }
        if isOver { return }
      } else {
        // Libcurl comes back earlier for its own time-outs.
        _ = ccurl_multi_wait(multi, 1_000)
      }
    }
  }

  private func begin(
    _ job: HTTPJob, in multi: UnsafeMutableRawPointer, _ active: inout [UInt64: Transfer]
  ) {
    guard let transfer = Transfer(job), ccurl_multi_add(multi, transfer.easy) == 0 else {
      return end(job, .failure(.failed("the system has no room for a connection")))
    }
    active[job.id] = transfer
  }

  private func end(_ job: HTTPJob, _ result: Result<HTTPAnswer, HTTPError>) {
    shared.withLock { shared in
      shared.open.remove(job.id)
      shared.cancelled.remove(job.id)
    }
    job.done(result)
  }
}
