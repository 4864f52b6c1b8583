package io.hourglass.imports.persons;

import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.Parking;
import io.hourglass.persons.Entry;
import io.hourglass.persons.Person;
import io.hourglass.persons.PersonalPlace;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The files that it sent, and the facts of its inquiries that came before these. Rejected lines go after thirty days, whosever they are. */
@Component
@Order(13)
class ImportsOfPerson implements PersonalPlace {

    private final Imports imports;
    private final Parking parking;

    ImportsOfPerson(Imports imports, Parking parking) {
        this.imports = imports;
        this.parking = parking;
    }

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        imports.madeBy(person.names())
                .forEach(file -> entry.accept(Entry.of("file", file.name(), "sentAt", file.madeAt())));
        var buyer = person.buyer();
        if (buyer != null) {
            parking.of(buyer).forEach(line -> entry.accept(Entry.of("buyer", buyer.value(), "waitingFact", line)));
        }
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        person.names().forEach(name -> imports.renameMaker(name, pseudonym.apply(name)));
        var buyer = person.buyer();
        if (buyer != null) {
            parking.forget(buyer);
        }
    }
}
