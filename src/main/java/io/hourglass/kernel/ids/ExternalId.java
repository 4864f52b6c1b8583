package io.hourglass.kernel.ids;

import io.hourglass.kernel.InvalidInput;
import java.util.Arrays;
import java.util.Comparator;

/** What every id from outside has in common: its limits, and its order. */
public final class ExternalId {

    public static final int MAX_LENGTH = 64;

    /** Begins the ids that the program makes itself: no caller can write one in whose way another would be. */
    public static final String OWN = ":";

    /** Order by Unicode code point, which differs from {@link String#compareTo} beyond the basic plane. */
    public static final Comparator<String> BY_CODE_POINT = (left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());

    private static final String NEW =
            "1 to %d characters that can be seen, blanks only within, not . or .., no colon at the start";

    private ExternalId() {}

    /**
     * What an id is that is known already.
     *
     * @throws InvalidInput if it breaks the rule of ids
     */
    public static void check(String field, String value, int maxLength) {
        if (!isOne(value, maxLength)) {
            throw new InvalidInput(field, value, rule(maxLength));
        }
    }

    /** The rule of ids, in words. */
    public static String rule(int maxLength) {
        return "1 to " + maxLength + " characters, none of them a control, no blank at either end";
    }

    /** Whether it keeps the rule of ids; half of a surrogate pair is no character. */
    public static boolean isOne(String value, int maxLength) {
        return !value.isBlank()
                && value.length() <= maxLength
                && value.equals(value.strip())
                && value.codePoints().allMatch(ExternalId::isCharacter);
    }

    /**
     * The rule for a new id: unambiguous, and not of the form of the program's own.
     * Ids from before this rule go on; ask only where nothing is known under the id.
     *
     * @throws InvalidInput if it breaks the rule of new ids
     */
    public static void checkNew(String field, String value, int maxLength) {
        if (!mayBeNew(value, maxLength)) {
            throw new InvalidInput(field, value, NEW.formatted(maxLength));
        }
    }

    /** Whether it keeps the rule of new ids. */
    public static boolean mayBeNew(String value, int maxLength) {
        return isOne(value, maxLength)
                && !value.equals(".")
                && !value.equals("..")
                && !isOwn(value)
                && value.codePoints().allMatch(ExternalId::isSeen);
    }

    /** Whether only the program itself makes such ids. */
    public static boolean isOwn(String value) {
        return value.startsWith(OWN);
    }

    private static boolean isCharacter(int point) {
        return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
    }

    /** A visible and unambiguous character; of blanks the plain space. */
    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> !isDrawnAsNothing(point);
        };
    }

    /** Letters, marks and signs that leave no trace: fillers, joiners and variation selectors. */
    private static boolean isDrawnAsNothing(int point) {
        return point == 0x034F
                || isWithin(point, 0x115F, 0x1160)
                || isWithin(point, 0x17B4, 0x17B5)
                || isWithin(point, 0x180B, 0x180F)
                || point == 0x2800
                || point == 0x3164
                || isWithin(point, 0xFE00, 0xFE0F)
                || point == 0xFFA0
                || isWithin(point, 0xE0000, 0xE0FFF);
    }

    private static boolean isWithin(int point, int first, int last) {
        return first <= point && point <= last;
    }
}
