package io.hourglass.mailbox.imap.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of a mail: its number, when it arrived, and headers; what else stands there is passed over. The library's own FetchResponse
 * is not used: lengths below zero send it round for ever, and brackets in brackets deeper than its stack.
 */
public final class FetchLine extends IMAPResponse {

    private static final String HEADERS = "BODY[HEADER.FIELDS";

    private long uid;
    private @Nullable String arrived;
    private byte @Nullable [] headers;

    private FetchLine(IMAPResponse response) throws ParsingException {
        super(response);
        if (!isNextNonSpace('(')) {
            throw new ParsingException();
        }
        while (!isNextNonSpace(')')) {
            readItem();
        }
    }

    /** @return null if it is none, or makes no sense */
    public static @Nullable FetchLine of(IMAPResponse response) {
        try {
            return response.keyEquals("FETCH") ? new FetchLine(response) : null;
        } catch (ParsingException | RuntimeException e) {
            return null;
        }
    }

    /** 0 if it says none. */
    public long uid() {
        return uid;
    }

    /** As the server writes it; null if it does not say. */
    public @Nullable String arrived() {
        return arrived;
    }

    /** Whether there are headers in it, or at least their place. */
    public boolean hasHeaders() {
        return headers != null;
    }

    /** Empty if there are none. */
    public byte[] headers() {
        return headers == null ? new byte[0] : headers.clone();
    }

    /** Of its headers, in bytes. */
    public int length() {
        return headers == null ? 0 : headers.length;
    }

    /** Whether there are more than are read of one mail. */
    public boolean isCut() {
        return headers != null && headers.length >= BoundedResponses.MAX_LITERAL;
    }

    private void readItem() throws ParsingException {
        var name = readAtom();
        if (name == null || name.isEmpty()) {
            throw new ParsingException();
        }
        if (name.indexOf('[') >= 0) {
            skipSection();
        }
        if (name.toUpperCase(Locale.ROOT).startsWith(HEADERS)) {
            headers = bytes();
        } else if (name.equalsIgnoreCase("UID")) {
            uid = readLong();
        } else if (name.equalsIgnoreCase("INTERNALDATE")) {
            arrived = new String(bytes(), StandardCharsets.ISO_8859_1);
        } else {
            skipValue();
        }
    }

    /** The rest of {@code BODY[…]<0>}. */
    private void skipSection() {
        readString(']');
        readByte();
        if (peekByte() == '<') {
            readString('>');
            readByte();
        }
    }

    /** Empty for NIL. */
    private byte[] bytes() throws ParsingException {
        skipSpaces();
        return switch (peekByte()) {
            case '{' -> literal();
            case '"' -> quoted();
            default -> {
                skipWord();
                yield new byte[0];
            }
        };
    }

    private byte[] literal() throws ParsingException {
        var digits = index + 1;
        index = digits;
        while (index < size && buffer[index] >= '0' && buffer[index] <= '9') {
            index++;
        }
        var begin = index + "}\r\n".length();
        var length = index == digits ? -1 : number(digits, index);
        if (length < 0 || length > size - begin) {
            throw new ParsingException();
        }
        index = begin + (int) length;
        return Arrays.copyOfRange(buffer, begin, index);
    }

    private long number(int begin, int end) {
        return end - begin > 9 ? -1 : Long.parseLong(new String(buffer, begin, end - begin, StandardCharsets.US_ASCII));
    }

    private byte[] quoted() throws ParsingException {
        var read = readByteArray();
        if (read == null) {
            throw new ParsingException();
        }
        return read.getNewBytes();
    }

    /** Of whatever kind: a word, a text, or a list of such. */
    private void skipValue() throws ParsingException {
        var depth = 0;
        do {
            skipSpaces();
            switch (peekByte()) {
                case '(' -> depth += step();
                case ')' -> depth -= step();
                case '{' -> literal();
                case '"' -> quoted();
                default -> skipWord();
            }
        } while (depth > 0);
    }

    private int step() {
        index++;
        return 1;
    }

    private void skipWord() throws ParsingException {
        var begin = index;
        while (index < size && " ()\"{".indexOf(buffer[index]) < 0) {
            index++;
        }
        if (index == begin) {
            throw new ParsingException();
        }
    }
}
