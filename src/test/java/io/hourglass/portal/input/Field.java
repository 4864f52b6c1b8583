package io.hourglass.portal.input;

import java.time.temporal.Temporal;
import java.util.regex.Pattern;

/**
 * A part of a request that has a value.
 *
 * @param name as it is sent, or the pointer to it
 * @param first whether it is the first of its kind in its call
 */
record Field(String name, Class<?> type, boolean first) {

    private static final Pattern NAME_OF_A_TIME = Pattern.compile(".*([aA]t|[fF]rom|to|on|since|day)");

    boolean isTime() {
        return Temporal.class.isAssignableFrom(type)
                || (type == String.class && NAME_OF_A_TIME.matcher(name).matches());
    }

    /** Or might hold one: what is no record of ours, no number, no time and no name of ours. */
    boolean isText() {
        return !isNumber()
                && !type.isEnum()
                && !type.isPrimitive()
                && type != Boolean.class
                && !Temporal.class.isAssignableFrom(type);
    }

    boolean isNumber() {
        return Number.class.isAssignableFrom(type) || type == int.class || type == long.class || type == double.class;
    }
}
