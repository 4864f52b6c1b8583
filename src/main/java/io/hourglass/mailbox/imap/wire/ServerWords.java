package io.hourglass.mailbox.imap.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** What servers say to people: ASCII by the standard, else mostly UTF-8, or Chinese. */
public final class ServerWords {

    private static final Charset CHINESE = Charset.forName("GB18030");

    private ServerWords() {}

    /** What stands behind OK, NO, BAD or BYE. */
    public static String of(IMAPResponse response) {
        return of(response.getRest());
    }

    /** @param bytes each a char */
    public static String of(String bytes) {
        var raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, CHINESE);
        }
    }
}
