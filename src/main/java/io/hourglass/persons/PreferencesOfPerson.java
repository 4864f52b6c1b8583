package io.hourglass.persons;

import io.hourglass.access.accounts.Preferences;
import io.hourglass.access.accounts.Preferences.Preference;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The zone and language that it has chosen. */
@Component
@Order(10)
class PreferencesOfPerson implements PersonalPlace {

    private final Preferences preferences;

    PreferencesOfPerson(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public String name() {
        return "preferences";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        for (var name : person.names()) {
            var chosen = preferences.of(name);
            if (!chosen.equals(Preference.NONE)) {
                entry.accept(Entry.of(
                        "account",
                        name,
                        "zone",
                        chosen.zone() == null ? null : chosen.zone().getId(),
                        "language",
                        chosen.language()));
            }
        }
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        person.names().forEach(preferences::forget);
    }
}
