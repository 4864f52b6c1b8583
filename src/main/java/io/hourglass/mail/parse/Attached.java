package io.hourglass.mail.parse;

import java.util.List;

/**
 * What came with the text of a mail.
 *
 * @param parts as they were attached
 * @param leftOut the names of those that are not given out: mails within the mail, and what is beyond the limits
 */
public record Attached(List<Part> parts, List<String> leftOut) {

    public static final Attached NOTHING = new Attached(List.of(), List.of());

    public Attached {
        parts = List.copyOf(parts);
        leftOut = List.copyOf(leftOut);
    }

    public boolean isEmpty() {
        return parts.isEmpty() && leftOut.isEmpty();
    }

    /** A file as it was attached. */
    public static final class Part {

        private final String name;
        private final String type;
        private final byte[] bytes;

        /**
         * @param name for people, on one line, without a path
         * @param type a media type
         */
        public Part(String name, String type, byte[] bytes) {
            this.name = name;
            this.type = type;
            this.bytes = bytes.clone();
        }

        public String name() {
            return name;
        }

        public String type() {
            return type;
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
