package io.hourglass.mailing.persons;

import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.outgoing.OutgoingMails.Sought;
import io.hourglass.mailing.people.Recipients;
import io.hourglass.persons.Entry;
import io.hourglass.persons.Person;
import io.hourglass.persons.PersonalPlace;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Its address, and the mails that it was sent. */
@Component
@Order(6)
class MailOfPerson implements PersonalPlace {

    private static final int AT_ONCE = 500;

    private final Recipients recipients;
    private final OutgoingMails mails;

    MailOfPerson(Recipients recipients, OutgoingMails mails) {
        this.recipients = recipients;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        recipients
                .find(person.names())
                .values()
                .forEach(one -> entry.accept(Entry.of(
                        "account", one.account(), "address", one.address(), "confirmedAt", one.confirmedAt())));
        person.names().forEach(name -> giveMails(name, entry));
    }

    private void giveMails(String name, Consumer<Map<String, @Nullable Object>> entry) {
        var page = new PageQuery(0, AT_ONCE);
        var more = true;
        while (more) {
            var found = page.from((offset, limit) -> mails.latest(new Sought(name, null), offset, limit));
            found.items()
                    .forEach(mail -> entry.accept(Entry.of(
                            "to", name,
                            "kind", mail.kind(),
                            "about", mail.about(),
                            "state", mail.state().name(),
                            "at", mail.endedAt())));
            page = new PageQuery(page.page() + 1, AT_ONCE);
            more = found.more();
        }
    }

    /** Before its accounts are removed, and its addresses with them. */
    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        for (var name : List.copyOf(person.names())) {
            recipients.remove(name);
            mails.rename(name, pseudonym.apply(name));
        }
    }
}
