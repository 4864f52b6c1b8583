package io.hourglass.persons;

import io.hourglass.audit.actions.ActionLog;
import io.hourglass.audit.actions.ActionLog.Sought;
import io.hourglass.audit.persons.Persons;
import io.hourglass.kernel.lists.PageQuery;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What it did that is no fact, as the ledger has it under its pseudonym; the name behind that is what is forgotten. */
@Component
@Order(2)
class ActionsOfPerson implements PersonalPlace {

    private static final int AT_ONCE = 500;

    private final ActionLog log;
    private final Persons persons;

    ActionsOfPerson(ActionLog log, Persons persons) {
        this.log = log;
        this.persons = persons;
    }

    @Override
    public String name() {
        return "actions";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        if (!person.names().isEmpty()) {
            giveAll(new Sought(new HashSet<>(person.names()), null, null, null), entry);
        }
    }

    private void giveAll(Sought sought, Consumer<Map<String, @Nullable Object>> entry) {
        var page = new PageQuery(0, AT_ONCE);
        var more = true;
        while (more) {
            var found = page.from((offset, limit) -> log.latest(sought, offset, limit));
            found.items()
                    .forEach(done -> entry.accept(Entry.of(
                            "by", done.by(),
                            "action", done.action().inLedger(),
                            "about", done.about(),
                            "details", done.details(),
                            "at", done.at())));
            page = new PageQuery(page.page() + 1, AT_ONCE);
            more = found.more();
        }
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        person.names().forEach(name -> persons.erase(name, pseudonym.apply(name)));
    }
}
