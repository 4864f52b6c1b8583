package io.hourglass.messages.calls;

import java.io.IOException;

/** An answer was longer than what is read of one. */
final class LongAnswer extends IOException {

    private static final long serialVersionUID = 1L;
}
