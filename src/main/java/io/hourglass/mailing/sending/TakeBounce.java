package io.hourglass.mailing.sending;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.mail.Classified;
import io.hourglass.mail.Classifier;
import io.hourglass.mail.MailClass;
import io.hourglass.mail.parse.MailReader;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.people.ChooseMail;
import io.hourglass.mailing.smtp.MailServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a mail that came back (RFC 3464, and what servers write in its place): the mail that it is about is one that did not arrive, and
 * where that is for good, nothing more is sent to its address.
 */
@Component
public class TakeBounce {

    /** The Status field of a delivery report, or an enhanced status code (RFC 3463): 4 for the time being, 5 for good. */
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245])\\.\\d{1,3}\\.\\d{1,3}");

    private final MailServer server;
    private final OutgoingMails mails;
    private final ChooseMail people;
    private final Clock clock;

    TakeBounce(MailServer server, OutgoingMails mails, ChooseMail people, Clock clock) {
        this.server = server;
        this.mails = mails;
        this.people = people;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Taken {
        /** The mail that it is about has not arrived, and none will. */
        FOR_GOOD,
        /** It may still arrive. */
        FOR_NOW,
        /** It is no mail that came back: not taken. */
        NO_BOUNCE,
        /** It is about none of our mails: not taken. */
        NONE_OF_OURS
    }

    /** @param mail as it was received, RFC 5322 */
    @Transactional
    public Taken take(byte[] mail) {
        if (classified(mail).mailClass() != MailClass.BOUNCE) {
            return Taken.NO_BOUNCE;
        }
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        var letters = server.lettersIn(text);
        if (letters.isEmpty()) {
            return Taken.NONE_OF_OURS;
        }
        var status = STATUS.matcher(text);
        if (status.find() && !status.group(1).equals("5")) {
            return Taken.FOR_NOW;
        }
        return returned(letters) ? Taken.FOR_GOOD : Taken.NONE_OF_OURS;
    }

    private boolean returned(List<String> letters) {
        var accounts = letters.stream()
                .map(letter -> mails.bounced(letter, clock.instant(), "returned"))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        accounts.forEach(account -> people.undeliverable(account, "returned"));
        return !accounts.isEmpty();
    }

    private static Classified classified(byte[] mail) {
        if (mail.length == 0) {
            throw new InvalidInput("body", "", "a mail as it was received, RFC 5322");
        }
        try {
            return Classifier.of(MailReader.whole(new ByteArrayInputStream(mail)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
