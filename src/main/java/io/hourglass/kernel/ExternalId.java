package io.hourglass.kernel;

import java.util.Arrays;
import java.util.Comparator;

/** What every id from outside has in common: its limits, and its order. */
public final class ExternalId {

    public static final int MAX_LENGTH = 64;

    /** Order by Unicode code point, which differs from {@link String#compareTo} beyond the basic plane. */
    public static final Comparator<String> BY_CODE_POINT = (left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());

    private ExternalId() {}

    /** @throws BadInput if it breaks the rule of ids */
    public static void check(String field, String value, int maxLength) {
        if (!isOne(value, maxLength)) {
            throw new BadInput(
                    field, value, "1 to " + maxLength + " characters, none of them a control, no blank at either end");
        }
    }

    /** Whether it keeps the rule of ids; half of a surrogate pair is no character. */
    public static boolean isOne(String value, int maxLength) {
        return !value.isBlank()
                && value.length() <= maxLength
                && value.equals(value.strip())
                && value.codePoints().allMatch(ExternalId::isCharacter);
    }

    private static boolean isCharacter(int point) {
        return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
    }
}
