package io.hourglass.mailing.sending;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.Refused;
import io.hourglass.mailing.outgoing.OutgoingMails;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has a mail sent once more that was given up or came back, because a person asks for it. */
@Component
public class SendMailAgain {

    private final OutgoingMails mails;
    private final Actions actions;
    private final Clock clock;

    SendMailAgain(OutgoingMails mails, Actions actions, Clock clock) {
        this.mails = mails;
        this.actions = actions;
        this.clock = clock;
    }

    /** There is none of that id that was given up or came back. */
    public static class NothingToSend extends Refused {

        NothingToSend(String id) {
            super(
                    "Nothing to send",
                    "the mail " + id + " is none that was given up or came back",
                    Map.of("reason", "NOTHING_TO_SEND"));
        }
    }

    /** @throws NothingToSend if it still waits, was sent, or there is none */
    @Transactional
    public void again(String id) {
        if (!mails.sendAgain(id, clock.instant())) {
            throw new NothingToSend(id);
        }
        actions.note(Action.SEND_A_MAIL_AGAIN, id, "");
    }
}
