package io.hourglass.access.accounts;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Passwords that are guessed first: known ones, also with something around them; ones that repeat, or count up. */
final class KnownPasswords {

    private static final Pattern AROUND = Pattern.compile("^[^a-z]+|[^a-z]+$");
    private static final Pattern REPEATED = Pattern.compile("(.{1,8})\\1+.{0,3}", Pattern.DOTALL);
    private static final List<String> ROWS =
            List.of("01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm");
    private static final int FEWEST_CHARACTERS = 5;

    /** So much must be left without the publicly known words of an account. */
    private static final int LEFT_OF_ITS_OWN = 6;

    private static final Set<String> KNOWN = read();

    private KnownPasswords() {}

    /** @param account whose name is no secret */
    static boolean has(String password, String account) {
        var lower = password.toLowerCase(Locale.ROOT);
        return KNOWN.contains(lower)
                || KNOWN.contains(AROUND.matcher(lower).replaceAll(""))
                || REPEATED.matcher(lower).matches()
                || lower.codePoints().distinct().count() < FEWEST_CHARACTERS
                || isInARow(lower)
                || isKnownOfIt(lower, account.toLowerCase(Locale.ROOT));
    }

    private static boolean isInARow(String lower) {
        var backwards = new StringBuilder(lower).reverse().toString();
        return ROWS.stream().anyMatch(row -> row.contains(lower) || row.contains(backwards));
    }

    private static boolean isKnownOfIt(String lower, String account) {
        var left = lower.replace("hourglass", "");
        return (account.isEmpty() ? left : left.replace(account, "")).length() < LEFT_OF_ITS_OWN;
    }

    private static Set<String> read() {
        var file = Objects.requireNonNull(KnownPasswords.class.getResourceAsStream("known-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
