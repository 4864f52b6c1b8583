package io.hourglass.relay.persons;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.mail.ReadMail.Header;
import io.hourglass.persons.Entry;
import io.hourglass.persons.Person;
import io.hourglass.persons.PersonalPlace;
import io.hourglass.relay.mails.RelayedMail;
import io.hourglass.relay.mails.RelayedMails;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is known of the mails by which its inquiries were answered; what they say is in their facts. */
@Component
@Order(14)
class RelayedMailsOfPerson implements PersonalPlace {

    private final RelayedMails mails;

    RelayedMailsOfPerson(RelayedMails mails) {
        this.mails = mails;
    }

    @Override
    public String name() {
        return "relayed";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        mails.of(inquiries(person)).forEach(mail -> entry.accept(of(mail)));
    }

    private static Map<String, @Nullable Object> of(RelayedMail mail) {
        return Entry.of(
                "fact", mail.fact().value(),
                "inquiry", mail.inquiry().value(),
                "class", mail.mailClass().name(),
                "headers", mail.headers().stream().map(Header::line).toList(),
                "folder", mail.found() == null ? null : mail.found().folder().name(),
                "receivedAt", mail.times().receivedAt(),
                "sentAt", mail.times().sentAt());
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        mails.erase(inquiries(person));
    }

    private static List<InquiryId> inquiries(Person person) {
        return person.cases(Track.INQUIRY).stream().map(InquiryId::of).toList();
    }
}
