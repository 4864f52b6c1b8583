package io.hourglass.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In the log")
class UnloggedTest {

    /** Of the library's own: one for each package that makes use of it. */
    private static final Logger LOGGER = Logger.getLogger("io.hourglass.mailbox.imap");

    private static final class Kept extends Handler {

        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            messages.add(String.valueOf(record.getMessage()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    @DisplayName("there is nothing of a mailbox, at whatever level: neither its secret nor its mails")
    void nothing() throws Exception {
        var log = new Kept();
        log.setLevel(Level.ALL);
        LOGGER.addHandler(log);
        LOGGER.setLevel(Level.ALL);
        try (var server = ScriptedServer.of(with -> with.letIn("ID", 0, "UIDVALIDITY 7"));
                var session = server.open()) {
            session.open("marked-folder");
            LOGGER.finest("heard");
        } finally {
            LOGGER.removeHandler(log);
            LOGGER.setLevel(null);
        }
        assertThat(log.messages).containsExactly("heard");
    }
}
