import Glibc

/// Starts other programs by an argument list, never by a shell.
enum ChildProcess {
  /// Starts a program that is found in `PATH`; `false` when it cannot be.
  /// - input: What its standard input is; `/dev/null` when left out.
  /// - waits: Whether it has the terminal, and this waits until it ends.
  static func start(_ arguments: [String], input: Int32? = nil, waits: Bool = false) -> Bool {
    guard let program = arguments.first, !program.isEmpty else { return false }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if !waits {
      for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
    }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    guard posix_spawnp(&process, program, &actions, nil, pointers, environ) == 0 else {
      return false
    }
    if waits {
      var status: Int32 = 0
      while true {
        let ended = waitpid(process, &status, WUNTRACED)
        if ended < 0, errno == EINTR { continue }
        guard ended > 0, status & 0xFF == 0x7F else { break }
        // Stopped from the keyboard: the shell gets both back, and `fg` goes on with both.
        raise(SIGSTOP)
      }
    }
    return true
  }
}
