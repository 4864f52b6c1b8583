package io.hourglass.portal.supplier;

import io.hourglass.kernel.BadInput;
import io.hourglass.sla.State;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a form of a page asks for; what is left empty does not matter. */
record Wanted(
        @Nullable String state,
        @Nullable String from,
        @Nullable String to,
        @Nullable String words,
        @Nullable String page) {

    @Nullable
    State stateAsked() {
        return state(state);
    }

    @Nullable
    LocalDate firstDay() {
        return date("from", from);
    }

    @Nullable
    LocalDate lastDay() {
        return date("to", to);
    }

    /** @throws BadInput if it is no number */
    int pageAsked() {
        try {
            return page == null || page.isBlank() ? 0 : page(Integer.valueOf(page));
        } catch (NumberFormatException e) {
            throw new BadInput("page", page, "a number");
        }
    }

    /** From 0. */
    static int page(@Nullable Integer page) {
        return page == null ? 0 : Math.max(page, 0);
    }

    /** @throws BadInput if there is no such state */
    static @Nullable State state(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadInput("state", text, "one of " + Arrays.toString(State.values())));
    }

    private static @Nullable LocalDate date(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadInput(field, text, "a date such as 2026-03-02");
        }
    }
}
