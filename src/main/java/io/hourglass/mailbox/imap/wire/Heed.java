package io.hourglass.mailbox.imap.wire;

import java.io.IOException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Takes what comes before a command's end, line by line: nothing of it is kept by the connection. */
@FunctionalInterface
public interface Heed {

    void take(IMAPResponse untagged) throws IOException;
}
