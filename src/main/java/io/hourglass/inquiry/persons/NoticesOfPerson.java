package io.hourglass.inquiry.persons;

import static io.hourglass.inquiry.persons.Sent.sentBy;

import io.hourglass.inquiry.Notices;
import io.hourglass.persons.Entry;
import io.hourglass.persons.Person;
import io.hourglass.persons.PersonalPlace;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The notices that it got. They hold no more of it than the inquiry that each is about, and stay. */
@Component
@Order(8)
class NoticesOfPerson implements PersonalPlace {

    private final Notices notices;

    NoticesOfPerson(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        for (var inquiry : sentBy(person)) {
            notices.toldTo(inquiry)
                    .forEach(notice -> entry.accept(Entry.of(
                            "inquiry", inquiry.value(),
                            "kind", notice.kind().name(),
                            "at", notice.toldAt())));
        }
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        // nothing of a person stands in them
    }
}
