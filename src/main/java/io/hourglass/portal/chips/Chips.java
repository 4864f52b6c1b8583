package io.hourglass.portal.chips;

import io.hourglass.web.PresentAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a list by one parameter of its address: all, or one of its values. Of those that nothing is under, the chosen one
 * alone is shown. Shown by {@code chips.html}.
 */
public final class Chips {

    private final String parameter;
    private final @Nullable String chosen;
    private final String[] pages;
    private final List<Chip> items = new ArrayList<>();
    private @Nullable String covered;
    private boolean optional = true;
    private String anchor = "";

    private Chips(String parameter, @Nullable String chosen, String... pages) {
        this.parameter = parameter;
        this.chosen = chosen;
        this.pages = pages;
    }

    /**
     * @param chosen the value that was asked for; null for all
     * @param pages further parameters that ask for a page of the list, which then begins anew
     */
    public static Chips by(String parameter, @Nullable Object chosen, String... pages) {
        return new Chips(parameter, Objects.toString(chosen, null), pages);
    }

    /** @param key of its words */
    public Chips add(String value, String key, long count) {
        return add(value, key, null, count, false);
    }

    /**
     * All values of an enum, in its order.
     *
     * @param keys what the keys of their words begin with
     * @param counts one without any may be absent
     */
    public <E extends Enum<E>> Chips addAll(Class<E> values, String keys, Map<E, ? extends Number> counts) {
        for (var value : values.getEnumConstants()) {
            var count = counts.get(value);
            add(value.name(), keys + value.name(), count == null ? 0 : count.longValue());
        }
        return this;
    }

    /** @param limit up to which they were counted */
    public Chips addUpTo(long limit, String value, String key, long count) {
        return add(value, key, null, count, count >= limit);
    }

    /** @param text in the reader's language */
    public Chips addNamed(String value, String text, long count) {
        return add(value, null, text, count, false);
    }

    private Chips add(String value, @Nullable String key, @Nullable String text, long count, boolean more) {
        var isChosen = value.equals(chosen);
        if (count > 0 || isChosen) {
            items.add(new Chip(key, text, address(value), count, more, isChosen));
        }
        return this;
    }

    private String address(@Nullable String value) {
        return PresentAddress.narrowed(parameter, value, pages) + anchor;
    }

    /** For a list that begins at that place of the page; before any is added. */
    public Chips at(String id) {
        anchor = "#" + id;
        return this;
    }

    /** @param key of the words for what is counted, where that is not all that there is */
    public Chips covering(String key) {
        covered = key;
        return this;
    }

    /** One value is always chosen. */
    public Chips withoutAll() {
        optional = false;
        return this;
    }

    public List<Chip> items() {
        return items;
    }

    /** The list not narrowed, as a link from the page; null if that cannot be had. */
    public @Nullable String all() {
        return optional ? address(null) : null;
    }

    public boolean isChosen() {
        return chosen != null;
    }

    /** The key of the words for what is counted, with {@link CountedDays#DAYS}; null if that is all that there is. */
    public @Nullable String covered() {
        return covered;
    }
}
