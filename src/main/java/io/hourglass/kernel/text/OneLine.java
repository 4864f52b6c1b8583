package io.hourglass.kernel.text;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text of others as it may stand in a log or on a terminal: on one line, with nothing that a reader could take for
 * something else. Controls, invisible characters of format (which turn the direction of writing), line separators,
 * halves of pairs and what is no character are written as {@code \}{@code u001b}.
 */
public final class OneLine {

    private OneLine() {}

    /** @param text null is written as such */
    public static String of(@Nullable Object text) {
        return escaped(String.valueOf(text), false);
    }

    /** As {@link #of}, but lines stay lines: for text that is ours but for what it quotes. */
    public static String keepingLines(String text) {
        return escaped(text, true);
    }

    /** A terminal: what is printed with {@code println}, and what a format is given, stays on one line. */
    public static PrintWriter terminal(OutputStream out) {
        return new Terminal(out);
    }

    private static String escaped(String text, boolean lines) {
        if (text.codePoints().allMatch(point -> isPlain(point, lines))) {
            return text;
        }
        var plain = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (isPlain(point, lines)) {
                plain.appendCodePoint(point);
            } else {
                for (var unit : Character.toChars(point)) {
                    plain.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return plain.toString();
    }

    /** Why a command failed, in words: never null, and no bare path. */
    public static String why(Exception failure) {
        var message = failure.getMessage();
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": it may not be read or written";
        }
        if (message != null && !message.isBlank()) {
            return message;
        }
        var place = Arrays.stream(failure.getStackTrace()).findFirst();
        return "the program failed: " + failure.getClass().getName()
                + place.map(found -> " at " + found).orElse("");
    }

    private static boolean isPlain(int point, boolean lines) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> lines && (point == '\n' || point == '\t');
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static final class Terminal extends PrintWriter {

        Terminal(OutputStream out) {
            super(out, true, Charset.defaultCharset());
        }

        @Override
        public void print(@Nullable String text) {
            super.print(keepingLines(String.valueOf(text)));
        }

        @Override
        public void println(@Nullable String text) {
            super.println(of(text));
        }

        @Override
        public void println(@Nullable Object text) {
            super.println(of(text));
        }

        @Override
        public PrintWriter format(String format, @Nullable Object... given) {
            return super.format(
                    format, Arrays.stream(given).map(Terminal::plain).toArray());
        }

        @Override
        public PrintWriter printf(String format, @Nullable Object... given) {
            return format(format, given);
        }

        private static @Nullable Object plain(@Nullable Object given) {
            return given == null || given instanceof Number ? given : of(given);
        }
    }
}
