package io.hourglass.inquiry.persons;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.persons.Person;
import java.util.List;

/** The inquiries of a person. */
final class Sent {

    private Sent() {}

    static List<InquiryId> sentBy(Person person) {
        return person.cases(Track.INQUIRY).stream().map(InquiryId::of).toList();
    }
}
