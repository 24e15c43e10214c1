import CSandbox
import Foundation
import Workshop

// The worker that tests start, and, asked for it, a prisoner that tries to escape or toils.
if CommandLine.arguments.dropFirst().first == "escape" {
  exit(Prisoner(cell: CommandLine.arguments[2], secret: CommandLine.arguments[3]).tryAll())
}
if CommandLine.arguments.dropFirst().first == "toil" {
  guard kn_limit(Int32(KN_LIMIT_PROCESSOR_SECONDS), 1) == 0 else { exit(1) }
  while true {}
}
exit(MediaWorker.run())
