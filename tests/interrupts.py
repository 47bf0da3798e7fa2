"""Children of tests that Ctrl-C reaches."""

import signal


def heed_interrupts() -> None:
    """In the child: Ctrl-C counts, though a shell in the background ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
