package io.hourglass.stream.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.chat.accounts.ShopsOfSubjects;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.outbox.ToldSubject;
import io.hourglass.stream.events.WaitingEvents.Waiting;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The keys of records: the supplier whose an event is, of an account of chat its shop. What is of no supplier has its order key, so
 * that a day's events, for one, stay in their order.
 */
@Component
class RecordKeys {

    private final ShopsOfSubjects shops;
    private final ObjectMapper json;

    RecordKeys(ShopsOfSubjects shops, ObjectMapper json) {
        this.shops = shops;
        this.json = json;
    }

    List<Waiting> of(List<KeptEvent> events) {
        var subjects = new HashMap<Long, String>();
        events.forEach(event ->
                ToldSubject.of(event, event.fields(json)).ifPresent(subject -> subjects.put(event.seq(), subject)));
        var suppliers = shops.of(subjects.values());
        return events.stream()
                .map(event -> {
                    var subject = subjects.getOrDefault(event.seq(), event.orderKey());
                    return new Waiting(event.seq(), suppliers.getOrDefault(subject, subject));
                })
                .toList();
    }
}
