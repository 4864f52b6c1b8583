package io.hourglass.mailing.sending;

import static java.util.stream.Collectors.toSet;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.cases.JudgedConsultation;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.inquiry.lists.OwedReplies;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mailing.kinds.MailKinds;
import io.hourglass.mailing.outgoing.OutgoingMail;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the judges whether the replies are still owed of which mails remind. */
@Component
class StillOwed {

    private static final Set<String> REMIND = Set.of(MailKinds.RECEIVED, MailKinds.DUE_SOON);

    private final OwedReplies inquiries;
    private final Consultations consultations;
    private final JudgedConsultations chats;

    StillOwed(OwedReplies inquiries, Consultations consultations, JudgedConsultations chats) {
        this.inquiries = inquiries;
        this.consultations = consultations;
        this.chats = chats;
    }

    /** The ids of those mails whose reply is not owed any more. */
    Set<String> done(List<OutgoingMail> mails) {
        var reminders =
                mails.stream().filter(mail -> REMIND.contains(mail.kind())).toList();
        var ofChat = ids(reminders, true);
        var ofInquiries = ids(reminders, false);
        var done = new HashSet<String>();
        inquiries.notOwed(ofInquiries.stream().map(InquiryId::new).toList()).forEach(one -> done.add(one.value()));
        var open = chats
                .ofMany(consultations.find(
                        ofChat.stream().map(ConsultationId::new).toList()))
                .stream()
                .filter(one -> one.state().filter(ChatState.OPEN::equals).isPresent())
                .map(StillOwed::id)
                .collect(toSet());
        ofChat.stream().filter(id -> !open.contains(id)).forEach(done::add);
        return reminders.stream()
                .filter(mail -> done.contains(mail.about()))
                .map(OutgoingMail::id)
                .collect(toSet());
    }

    private static Set<String> ids(List<OutgoingMail> reminders, boolean ofChat) {
        return reminders.stream()
                .filter(mail -> ConsultationId.CHAT.name().equals(mail.track()) == ofChat)
                .map(OutgoingMail::about)
                .collect(toSet());
    }

    private static String id(JudgedConsultation one) {
        return one.kept().id().value();
    }
}
